/** Puts pupils forward by a list that is pasted from Excel: read while it is typed, written wholly or not at all. */
import { useMemo, useState, type ReactNode } from 'react';
import type { IsoDate } from '../../../shared/dates.ts';
import { readPupilLines, type PupilLines } from '../../../shared/imports/pupils.ts';
import { formatInteger } from '../../../shared/numbers.ts';
import { findRuleSet, titles } from '../../../shared/rules/catalogue.ts';
import { judgedWaysOf } from '../../../shared/rules/judged-ways.ts';
import { pupilLineText } from '../../../shared/vi/pupils.ts';
import type { Season } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import {
  Button,
  DateField,
  DetailPanel,
  ErrorNotice,
  SelectField,
  TextField,
} from '../../components/index.ts';
import { showToast, useDraft } from '../../store.ts';

const pupilTitles = titles.filter(({ object, active }) => object === 'PUPIL' && active);
/** The list is looked through by its first lines; the rest is counted. */
const SHOWN = 200;

function readSentence({ lines }: PupilLines): string {
  const classes = lines.filter(({ kind }) => kind === 'CLASS').length;
  const parts = [
    `${formatInteger(lines.length - classes)} học sinh`,
    ...(classes > 0 ? [`${formatInteger(classes)} tập thể lớp`] : []),
  ];
  return `Đã đọc ${parts.join(', ')}.`;
}

/** The panel "Thêm học sinh". */
export function PupilsPanel(props: {
  readonly season: Season;
  /** Why nothing may be changed now. */
  readonly reason: string | null;
  readonly onClose: () => void;
}): ReactNode {
  const { season, reason } = props;
  const [titleId, setTitle] = useState(pupilTitles[0]?.id ?? null);
  const text = useDraft('pupils', '');
  const day = useDraft<IsoDate | null>('registration-day', null);
  const [wayId, setWay] = useState<string | null>(null);
  const conduct = useDraft('pupils-conduct', '');
  const [tried, setTried] = useState(false);
  const register = useCommand('registerPupils');
  const ruleSet = findRuleSet(season.ruleSet.id);
  const ways = ruleSet === null || titleId === null ? [] : judgedWaysOf({ ruleSet, titleId });
  const read = useMemo(() => readPupilLines(text.value), [text.value]);
  const isBlank = text.value.trim() === '';

  async function send(): Promise<void> {
    setTried(true);
    if (titleId === null || day.value === null || isBlank) return;
    const result = await register.run({
      titleId,
      registeredOn: day.value,
      text: text.value,
      wayId,
      conductGrounds: conduct.value,
    });
    if (!result.ok) return;
    const { added, changed, same } = result.value;
    showToast(
      `Đã thêm ${formatInteger(added)} dòng, sửa ${formatInteger(changed)}, giữ nguyên ${formatInteger(same)}.`,
    );
    text.clear();
    conduct.clear();
    setTried(false);
  }

  return (
    <DetailPanel
      title="Thêm học sinh"
      subtitle="Học sinh, tập thể lớp được đề nghị Hiệu trưởng khen; không tính vào số cán bộ, giáo viên, nhân viên."
      onClose={props.onClose}
      wide
      foot={
        <>
          <Button kind="primary" busy={register.busy} disabledReason={reason} onClick={() => void send()}>
            Ghi danh sách học sinh
          </Button>
          {reason !== null && <span className="muted">{reason}</span>}
        </>
      }
    >
      <div className="stack">
        <SelectField
          small
          label="Hình thức khen thưởng"
          value={titleId}
          options={pupilTitles.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setTitle}
          disabled={reason !== null}
        />
        <SelectField
          small
          label="Trường hợp được xét, chung cho cả danh sách"
          value={wayId}
          placeholder="Chưa xác định: Hội đồng xem xét từng em ở bước Thẩm định"
          options={ways.map(({ id, sentence }) => ({ value: id, label: sentence }))}
          onChange={setWay}
          disabled={reason !== null}
          hint="Khi chọn, thành tích ghi ở mỗi dòng là căn cứ của trường hợp này."
        />
        <TextField
          label="Căn cứ xác nhận cả danh sách chấp hành tốt nội quy, rèn luyện đạt yêu cầu"
          value={conduct.value}
          onChange={conduct.set}
          disabled={reason !== null}
          placeholder="Ví dụ: Bảng tổng hợp kết quả rèn luyện năm học của nhà trường"
          hint="Để trống thì xác nhận từng em ở bước Thẩm định."
        />
        <div className="form-grid">
          <DateField
            small
            label="Ngày đăng ký"
            value={day.value}
            onChange={day.set}
            disabled={reason !== null}
            error={tried && day.value === null ? 'Hãy nhập ngày đăng ký.' : null}
          />
        </div>
        <TextField
          label="Danh sách dán từ Excel"
          lines={7}
          value={text.value}
          onChange={text.set}
          disabled={reason !== null}
          placeholder={'Họ và tên\tLớp\tMã học sinh (nếu có)\tThành tích'}
          hint="Mỗi dòng một em: họ và tên, lớp, rồi mã học sinh và thành tích nếu có. Cả lớp thì ghi “Tập thể lớp” ở cột họ và tên."
          error={tried && isBlank ? 'Hãy dán các dòng từ Excel vào đây.' : null}
        />
        <ErrorNotice error={register.error} />
        {!isBlank && <Preview read={read} />}
      </div>
    </DetailPanel>
  );
}

function Preview({ read }: { readonly read: PupilLines }): ReactNode {
  const { lines, problems } = read;
  return (
    <div className="pupils-preview">
      <p>{readSentence(read)}</p>
      {problems.length > 0 && (
        <ul className="pupils-preview__problems" aria-label="Dòng chưa đúng">
          {problems.map((one) => (
            <li key={`${one.line} ${one.problem}`}>{capital(pupilLineText(one))}.</li>
          ))}
        </ul>
      )}
      {lines.length > 0 && (
        <div className="pupils-preview__lines" tabIndex={0} role="group" aria-label="Các dòng đã đọc">
          <table className="data-table data-table--dense" aria-label="Danh sách đã đọc">
            <colgroup>
              <col className="pupils-preview__line" />
              <col />
              <col className="pupils-preview__short" />
              <col className="pupils-preview__code" />
              <col />
            </colgroup>
            <thead>
              <tr>
                <th scope="col" className="cell--number">
                  Dòng
                </th>
                <th scope="col">Họ và tên</th>
                <th scope="col">Lớp</th>
                <th scope="col">Mã</th>
                <th scope="col">Thành tích</th>
              </tr>
            </thead>
            <tbody>
              {lines.slice(0, SHOWN).map((line) => (
                <tr key={line.line}>
                  <td className="cell--number">{line.line}</td>
                  <td>{line.name}</td>
                  <td>{line.className}</td>
                  <td>{line.code ?? ''}</td>
                  <td title={line.achievement}>{line.achievement}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {lines.length > SHOWN && (
        <p className="muted">và {formatInteger(lines.length - SHOWN)} dòng nữa, cũng được ghi.</p>
      )}
    </div>
  );
}

function capital(text: string): string {
  return `${text.slice(0, 1).toLocaleUpperCase('vi')}${text.slice(1)}`;
}
