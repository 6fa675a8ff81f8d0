import { useRef, useState, type ReactNode } from 'react';
import { formatInteger } from '../../shared/numbers.ts';
import { tableEndings } from '../../shared/imports/workbook.ts';
import { importKindNames } from '../../shared/vi/imports.ts';
import type { ImportKind, ImportPreview as Preview, ImportResult } from '../../shared/views.ts';
import { call, useCommand, type CallError } from '../client.ts';
import { showToast } from '../store.ts';
import { Button } from './button.tsx';
import { FileDrop, type ChosenFile } from './file-drop.tsx';
import { RadioField } from './fields.tsx';
import { ImportPreview, type Mapping } from './import-preview.tsx';
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
};

interface Wanted {
  readonly kind: ImportKind;
  readonly file: ChosenFile;
  readonly mapping: Mapping;
}

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

  function begin(): void {
    lastLook.current += 1;
    setWanted(null);
    setPreview(null);
    setProblem(null);
    setResult(null);
    setLooking(false);
    runImport.clearError();
  }

  async function run(): Promise<void> {
    if (wanted === null) return;
    const done = await runImport.run(inputOf(wanted));
    if (!done.ok) return;
    const { added, changed, problems } = done.value;
    if (problems.length === 0) {
      showToast(
        `Đã nhập “${wanted.file.name}”: thêm ${formatInteger(added)}, sửa ${formatInteger(changed)} dòng.`,
      );
      props.onClose();
      return;
    }
    setResult(done.value);
    look(wanted);
  }

  const rows = preview === null ? 0 : preview.counts.add + preview.counts.change;
  return (
    <Screen
      title={props.title}
      subtitle={guides[kind]}
      primary={{
        label: rows === 0 ? 'Nhập vào danh sách' : `Nhập ${formatInteger(rows)} dòng`,
        run: () => void run(),
        busy: runImport.busy || looking,
        disabledReason: reasonAgainst({ preview, rows }),
      }}
      notices={
        <>
          <ErrorNotice error={problem ?? runImport.error} />
          {result !== null && (
            <Notice tone="warn" action={{ label: 'Quay lại danh sách', run: props.onClose }}>
              Đã nhập: thêm {formatInteger(result.added)}, sửa {formatInteger(result.changed)}, giữ nguyên{' '}
              {formatInteger(result.same)} dòng. Còn {formatInteger(result.problems.length)} chỗ chưa nhập
              được, ghi ở dưới; hãy sửa trong Excel rồi nhập lại tệp này.
            </Notice>
          )}
        </>
      }
    >
      <div className="import-head">
        <div className="import-head__line">
          {props.kinds.length > 1 && (
            <RadioField
              label="Tệp có nội dung gì"
              inRow
              value={kind}
              onChange={(next) => {
                begin();
                setKind(next);
              }}
              options={props.kinds.map((value) => ({ value, label: importKindNames[value] }))}
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
          onFile={(file) => {
            setResult(null);
            look({ kind, file, mapping: {} });
          }}
        />
      </div>
      {preview !== null && wanted !== null && (
        <ImportPreview
          preview={preview}
          mapping={wanted.mapping}
          onMapping={(mapping) => {
            setResult(null);
            look({ ...wanted, mapping });
          }}
        />
      )}
    </Screen>
  );
}

function reasonAgainst({
  preview,
  rows,
}: {
  readonly preview: Preview | null;
  readonly rows: number;
}): string | null {
  if (preview === null) return 'Hãy chọn tệp trước.';
  if (rows > 0) return null;
  return preview.counts.problem > 0
    ? 'Không có dòng nào nhập được; hãy sửa các chỗ ghi ở dưới.'
    : 'Mọi dòng trong tệp đã có sẵn trong danh sách.';
}

function inputOf({ kind, file, mapping }: Wanted): {
  kind: ImportKind;
  fileName: string;
  bytes: string;
  mapping: Record<string, Record<string, string | null>>;
} {
  return {
    kind,
    fileName: file.name,
    bytes: file.bytes,
    mapping: Object.fromEntries(Object.entries(mapping).map(([sheet, columns]) => [sheet, { ...columns }])),
  };
}
