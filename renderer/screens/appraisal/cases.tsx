/** The list of cases with their verdicts: columns, cuts by verdict, and the words of both. */
import type { ReactNode } from 'react';
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import { Chip, EligibilityChip, type Column, type Filter } from '../../components/index.ts';
import { HoldChip } from './hold-chip.tsx';
import type { AppraisedRow } from './ranking.ts';
import { holdOf, reasonWords, verdictWords } from './verdict-words.ts';
import { eligibilityNames } from '../../../shared/vi/terms.ts';
import { unchecked } from '../../../shared/vi/verdict.ts';

const verdict: Column<AppraisedRow> = {
  id: 'verdict',
  header: 'Kết quả thẩm định',
  value: verdictWords,
  cell: (row) => (
    <span className="verdict-cell">
      <VerdictChip row={row} />
      {row.overruled !== null && (
        <Chip tone="sealed" title="Hội đồng quyết định khác với kết quả đối chiếu">
          HĐ
        </Chip>
      )}
      {row.stale && (
        <span
          className="stale-mark"
          role="img"
          aria-label="Dữ kiện đã đổi"
          title="Dữ kiện đã đổi sau lần thẩm định"
        >
          ●
        </span>
      )}
    </span>
  ),
  width: 188,
};

function VerdictChip({ row }: { readonly row: AppraisedRow }): ReactNode {
  const hold = holdOf(row);
  return hold === null ? <EligibilityChip value={effectiveEligibility(row)} /> : <HoldChip hold={hold} />;
}

/** Columns of the list. */
export const caseColumns: readonly Column<AppraisedRow>[] = [
  { id: 'name', header: 'Họ và tên', kind: 'name', value: (row) => row.name, width: 196 },
  { id: 'group', header: 'Tổ, lớp', value: (row) => row.groupName, width: 184, yields: 2 },
  {
    id: 'title',
    header: 'Danh hiệu',
    value: (row) => row.titleShort,
    cell: (row) => <abbr title={row.titleName}>{row.titleShort}</abbr>,
    words: (row) => `${row.titleShort} - ${row.titleName}`,
    width: 104,
  },
  verdict,
  { id: 'summary', header: 'Lý do', value: reasonWords, yields: 1 },
];

const points: Column<AppraisedRow> = {
  id: 'points',
  header: 'Điểm tổ',
  kind: 'points',
  value: (row) => row.points,
  width: 84,
};

/** Columns of the list title by title, each ranked. */
export const rankedColumns: readonly Column<AppraisedRow>[] = [
  ...caseColumns.filter(({ id }) => id === 'title'),
  {
    id: 'place',
    header: 'Thứ tự',
    kind: 'number',
    value: (row) => row.place,
    cell: (row) =>
      row.overCap ? (
        <span className="over-cap" title="Vượt tỷ lệ theo quy chế; chỉ cảnh báo">
          <span className="visually-hidden">Vượt tỷ lệ, thứ tự </span>
          {row.place}
        </span>
      ) : (
        row.place
      ),
    width: 72,
  },
  ...caseColumns.filter(({ id }) => id === 'name' || id === 'group'),
  { ...points, yields: 3 },
  ...caseColumns.filter(({ id }) => id === 'verdict' || id === 'summary'),
];

/** Cuts by verdict; one that nobody has is left out by the screen. */
export const verdictFilters: readonly Filter<AppraisedRow>[] = [
  {
    id: 'yes',
    label: eligibilityNames.yes,
    test: (row) => row.state !== 'WITHDRAWN' && effectiveEligibility(row) === 'yes',
  },
  {
    id: 'no',
    label: eligibilityNames.no,
    test: (row) => row.state !== 'WITHDRAWN' && effectiveEligibility(row) === 'no',
  },
  {
    id: 'needs-person',
    label: eligibilityNames['needs-person'],
    test: (row) => row.state !== 'WITHDRAWN' && effectiveEligibility(row) === 'needs-person',
  },
  {
    id: 'unchecked',
    label: unchecked,
    test: (row) => row.state !== 'WITHDRAWN' && effectiveEligibility(row) === null,
  },
  {
    id: 'awaits',
    label: 'Chờ quyết định',
    test: (row) => row.state !== 'WITHDRAWN' && row.overruled === null && row.awaitsDecision,
  },
  {
    id: 'postponed',
    label: 'Tạm dừng',
    test: (row) => row.state !== 'WITHDRAWN' && row.overruled === null && row.postponed,
  },
  { id: 'stale', label: 'Đã đổi', test: (row) => row.stale },
  { id: 'overruled', label: 'Hội đồng quyết khác', test: (row) => row.overruled !== null },
  { id: 'withdrawn', label: 'Đã rút', test: (row) => row.state === 'WITHDRAWN' },
];
