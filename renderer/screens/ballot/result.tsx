/** The sealed figures by name, and every time the count was opened again. */
import type { ReactNode } from 'react';
import type { RoundView } from '../../../shared/views.ts';
import { TallyWording } from './wording.tsx';
import { Notice, Chip, DataTable, Empty, Section, type Column } from '../../components/index.ts';

type Candidate = RoundView['candidates'][number];

/** An instant as people write it: "14:05 ngày 20/05/2026". */
export function momentText(instant: string): string {
  const date = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())} ngày ${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
}

function figure(
  id: string,
  header: string,
  title: string,
  value: (result: NonNullable<Candidate['result']>) => number,
  width = 78,
): Column<Candidate> {
  return {
    id,
    header,
    title,
    kind: 'number',
    width,
    value: ({ result }) => (result === null ? null : value(result)),
  };
}

function columnsOf(round: Pick<RoundView, 'base' | 'needed'>): readonly Column<Candidate>[] {
  return [
    { id: 'name', header: 'Họ và tên', kind: 'name', width: 172, value: (row) => row.name },
    figure('room', 'Tại họp', 'Số phiếu đồng ý tại phiên họp', (result) => result.agreeInRoom),
    figure('written', 'Văn bản', 'Số ý kiến đồng ý bằng văn bản', (result) => result.agreeWritten),
    {
      id: 'agree',
      header: 'Đồng ý',
      title: 'Đồng ý trên tổng số để tính tỷ lệ',
      kind: 'number',
      width: 74,
      strong: true,
      value: ({ result }) => result?.agree ?? null,
      words: ({ result }) => (result === null ? '' : `${result.agree}/${round.base ?? ''}`),
      cell: ({ result }) => (result === null ? '' : `${result.agree}/${round.base ?? ''}`),
    },
    {
      id: 'percent',
      header: 'Tỷ lệ',
      width: 76,
      align: 'right',
      value: ({ result }) => result?.agree ?? null,
      words: ({ result }) => result?.percent ?? '',
      cell: ({ result }) => result?.percent ?? '',
    },
    figure('disagree', 'Không đồng ý', 'Số phiếu không đồng ý', (result) => result.disagree, 112),
    figure('blank', 'Trống', 'Số phiếu để trống hoặc dòng không hợp lệ', (result) => result.blank),
    {
      id: 'passed',
      header: `Kết quả (cần ≥ ${round.needed ?? ''})`,
      width: 222,
      value: ({ result }) => (result === null ? null : result.passed),
      words: ({ result }) =>
        result === null ? '' : result.passed ? 'Đạt' : `Không đạt, còn thiếu ${result.missing} phiếu`,
      cell: ({ result }) =>
        result !== null && (
          <Chip tone={result.passed ? 'good' : 'bad'}>
            {result.passed ? 'Đạt' : `Không đạt, còn thiếu ${result.missing} phiếu`}
          </Chip>
        ),
    },
  ];
}

/** Where the school's cap falls; nobody is cut by the app. */
function CutNotice({ cut }: { readonly cut: NonNullable<RoundView['cut']> }): ReactNode {
  const settles =
    cut.tieBy === 'round'
      ? 'nhà trường quy định bỏ phiếu lần hai giữa những người này'
      : 'nhà trường quy định theo ý kiến Chủ tịch Hội đồng';
  return (
    <div className="result__cut">
      <Notice tone="warn">
        Tỷ lệ của nhà trường cho phép {cut.most} người, số người đạt nhiều hơn.{' '}
        {cut.tied.length > 0
          ? `${cut.within > 0 ? `${cut.within} người có phiếu cao hơn; còn` : 'Có'} ${cut.places} chỗ cho ${cut.tied.length} người bằng phiếu: ${cut.tied.join(', ')}; ${settles}.`
          : `Mức cuối nằm sau ${cut.within} người có phiếu cao nhất.`}{' '}
        {cut.beyond.length > 0 && `Dưới mức cuối: ${cut.beyond.join(', ')}. `}Ứng dụng không tự loại ai.
        <span className="muted"> ({cut.source})</span>
      </Notice>
    </div>
  );
}

/** The result of a sealed round. */
export function Result(props: {
  readonly round: RoundView;
  readonly lockedReason: string | null;
}): ReactNode {
  const { round } = props;
  const passed = round.candidates.filter(({ result }) => result?.passed === true).length;
  return (
    <div className="result">
      {round.state === 'sealed' ? (
        <>
          <p className="result__lead">
            <Chip tone="sealed">Đã chốt</Chip>
            <span>
              {passed}/{round.candidates.length} người đạt; {round.valid} phiếu hợp lệ, {round.invalid} phiếu
              không hợp lệ{round.sealedAt === null ? '' : `; chốt lúc ${momentText(round.sealedAt)}`}.
            </span>
          </p>
          {round.cut !== null && <CutNotice cut={round.cut} />}
          <div className="result__table">
            <DataTable
              plain
              numbered
              label="Kết quả kiểm phiếu"
              columns={columnsOf(round)}
              rows={round.candidates}
              rowKey={(row) => row.caseId}
              initialSort={{ column: 'name', descending: false }}
              empty={{ sentence: 'Danh sách bỏ phiếu không có ai.' }}
            />
          </div>
        </>
      ) : (
        <Empty sentence="Kết quả từng người chỉ hiện ra sau khi chốt kết quả kiểm phiếu." />
      )}
      {round.state === 'sealed' && (
        <div className="result__versions">
          <TallyWording key={round.id} round={round} lockedReason={props.lockedReason} />
        </div>
      )}
      {round.reopenings.length > 0 && (
        <div className="result__versions">
          <Section title="Các bản kết quả">
            <ol>
              {round.reopenings.map((reopening, index) => (
                <li key={reopening.at}>
                  <strong>Bản {index + 1}</strong>
                  <span>
                    mở lại lúc {momentText(reopening.at)}: {reopening.reason.replace(/[.]$/, '')}. Số liệu của
                    bản này:{' '}
                    {reopening.figures.map((row) => `${row.name} ${row.agree}/${row.base}`).join('; ')}.
                  </span>
                </li>
              ))}
              <li>
                <strong>Bản {round.reopenings.length + 1}</strong>
                <span>
                  {round.sealedAt === null
                    ? 'đang kiểm lại, chưa chốt.'
                    : `chốt lúc ${momentText(round.sealedAt)}.`}
                </span>
              </li>
            </ol>
          </Section>
        </div>
      )}
    </div>
  );
}
