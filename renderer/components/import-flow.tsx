import { useRef, useState, type ReactNode } from 'react';
import { formatInteger } from '../../shared/numbers.ts';
import { tableEndings } from '../../shared/imports/workbook.ts';
import { importKindNames } from '../../shared/vi/imports.ts';
import type { ImportDoubt, ImportKind, ImportPreview as Preview, ImportResult } from '../../shared/views.ts';
import { call, sentenceOf, useCommand, type CallError } from '../client.ts';
import { showToast } from '../store.ts';
import { Button } from './button.tsx';
import { FileDrop } from './file-drop.tsx';
import { RadioField } from './fields.tsx';
import { inputOf, reasonAgainst, rowsToWrite, untouched, type Wanted } from './import-choices.ts';
import { ImportPreview } from './import-preview.tsx';
import { ErrorNotice, Notice } from './notice.tsx';
import { Screen } from './screen.tsx';

/** Columns that a file of each kind should have, in words. */
const guides: Record<ImportKind, string> = {
  people:
    'Mỗi dòng một người: họ và tên, tổ; nếu có thì thêm mã định danh, ngày sinh, giới tính, chức vụ, môn dạy, trình độ, ngày vào ngành.',
  history:
    'Mỗi dòng một người trong một năm học: họ và tên hoặc mã định danh, năm học, xếp loại, danh hiệu, số và ngày quyết định.',
  initiatives:
    'Mỗi dòng một sáng kiến: họ và tên hoặc mã định danh, năm học, tên sáng kiến, tỷ lệ đóng góp, phạm vi công nhận, số quyết định.',
  registrations:
    'Mỗi dòng một người: họ và tên hoặc mã định danh, danh hiệu đăng ký (nhiều danh hiệu cách nhau bằng dấu chấm phẩy), ngày đăng ký.',
  evaluations: 'Mỗi dòng một người: họ và tên hoặc mã định danh, điểm từng tiêu chí, tự chấm và tổ chấm.',
  collectives: 'Mỗi dòng một tổ: tên tổ, danh hiệu đăng ký, ngày đăng ký.',
  collectiveHistory:
    'Mỗi dòng một tổ (hoặc trường) trong một năm học: tên tổ, năm học, xếp loại, danh hiệu và hình thức khen thưởng (cách nhau bằng dấu chấm phẩy), số và ngày quyết định.',
  disciplines: 'Mỗi dòng một hình thức kỷ luật: họ và tên hoặc mã định danh, hình thức, từ ngày, đến ngày.',
  absences: 'Mỗi dòng một lần nghỉ: họ và tên hoặc mã định danh, lý do nghỉ, từ ngày, đến ngày.',
};

/**
 * Takes one Excel file in, in place of a screen's body: drop it, see what each row would do, correct the columns,
 * import. Rows with a mistake are left out and named; the others are taken.
 */
export function ImportScreen(props: {
  readonly title: string;
  /** Kinds of file to choose from; the first is offered. */
  readonly kinds: readonly [ImportKind, ...ImportKind[]];
  readonly onClose: () => void;
}): ReactNode {
  const [kind, setKind] = useState<ImportKind>(props.kinds[0]);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<CallError | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const [looking, setLooking] = useState(false);
  const lastLook = useRef(0);
  const runImport = useCommand('runImport');

  function look(next: Wanted): void {
    lastLook.current += 1;
    const turn = lastLook.current;
    setWanted(next);
    setLooking(true);
    void call('previewImport', inputOf(next)).then((answer) => {
      if (turn !== lastLook.current) return;
      setLooking(false);
      setProblem(answer.ok ? null : answer.error);
      setPreview(answer.ok ? answer.value : null);
    });
  }

  /** Goes on to another reading of the file at hand, if there is one. */
  function change(next: Wanted | null): void {
    setResult(null);
    runImport.clearError();
    if (next !== null) look(next);
  }

  function changeKind(next: ImportKind): void {
    setKind(next);
    change(wanted === null ? null : untouched(next, wanted.file));
  }

  async function run(): Promise<void> {
    if (wanted === null) return;
    const done = await runImport.run(inputOf(wanted));
    if (!done.ok) return;
    const { added, changed, problems } = done.value;
    if (problems.every(({ severity }) => severity === 'remark')) {
      showToast(
        `Đã nhập “${wanted.file.name}”: thêm ${formatInteger(added)}, sửa ${formatInteger(changed)} dòng.`,
      );
      props.onClose();
      return;
    }
    setResult(done.value);
    look(wanted);
  }

  const rows = rowsToWrite(preview);
  const kinds = props.kinds.includes(kind) ? props.kinds : [...props.kinds, kind];
  const out = result?.problems.filter(({ severity }) => severity === 'problem').length ?? 0;
  const unset = result?.problems.filter(({ severity }) => severity === 'cell').length ?? 0;
  return (
    <Screen
      title={props.title}
      subtitle={guides[kind]}
      primary={{
        label: rows === 0 ? 'Nhập vào danh sách' : `Nhập ${formatInteger(rows)} dòng`,
        run: () => void run(),
        busy: runImport.busy || looking,
        disabledReason: reasonAgainst(preview),
      }}
      notices={
        <>
          <ErrorNotice error={problem ?? runImport.error} />
          {wanted !== null &&
            preview?.doubts.map((doubt) => (
              <DoubtNotice
                key={doubt.code}
                doubt={doubt}
                onKind={changeKind}
                onAccept={() => change({ ...wanted, accepted: [...wanted.accepted, doubt.code] })}
              />
            ))}
          {result !== null && (
            <Notice tone="warn" action={{ label: 'Quay lại danh sách', run: props.onClose }}>
              Đã nhập: thêm {formatInteger(result.added)}, sửa {formatInteger(result.changed)}, giữ nguyên{' '}
              {formatInteger(result.same)} dòng.
              {out > 0 && ` Còn ${formatInteger(out)} chỗ chưa nhập được.`}
              {unset > 0 && ` Có ${formatInteger(unset)} ô chưa đọc được nên để trống.`} Các chỗ này ghi ở
              dưới; hãy sửa trong Excel rồi nhập lại tệp này.
            </Notice>
          )}
        </>
      }
    >
      <div className="import-head">
        <div className="import-head__line">
          {kinds.length > 1 && (
            <RadioField
              label="Tệp có nội dung gì"
              inRow
              value={kind}
              onChange={changeKind}
              options={kinds.map((value) => ({ value, label: importKindNames[value] }))}
            />
          )}
          <Button onClick={props.onClose}>Quay lại danh sách</Button>
        </div>
        <FileDrop
          label={importKindNames[kind]}
          endings={tableEndings}
          compact={wanted !== null}
          chosen={wanted?.file.name}
          busy={looking}
          onFile={(file) => change(untouched(kind, file))}
        />
      </div>
      {preview !== null && wanted !== null && (
        <ImportPreview key={wanted.kind} preview={preview} wanted={wanted} onChange={change} />
      )}
    </Screen>
  );
}

/** What has to be answered before a file is taken, with the answers. */
function DoubtNotice(props: {
  readonly doubt: ImportDoubt;
  readonly onKind: (kind: ImportKind) => void;
  readonly onAccept: () => void;
}): ReactNode {
  const { doubt, onKind, onAccept } = props;
  if (doubt.code === 'other-school') {
    return (
      <Notice tone="warn" action={{ label: 'Đúng là người của trường', run: onAccept }}>
        {sentenceOf(doubt)}
      </Notice>
    );
  }
  const { kind, likely } = doubt;
  const change =
    likely === 'ballots'
      ? null
      : { label: `Đọc như “${importKindNames[likely]}”`, run: () => onKind(likely) };
  const keep = { label: `Vẫn đọc như “${importKindNames[kind]}”`, run: onAccept };
  return (
    <Notice tone="warn" action={change} other={keep}>
      {sentenceOf(doubt)}
    </Notice>
  );
}
