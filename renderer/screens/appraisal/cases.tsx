/** The list of cases with their verdicts: columns, cuts by verdict, and the words of both. */
import type { CaseRow } from '../../../shared/views.ts';
import { eligibilityNames } from '../../../shared/vi/terms.ts';
import { Chip, EligibilityChip, type Column, type Filter } from '../../components/index.ts';

/** What counts for a case: what the council decided instead, else what the rules say. */
export function verdictOf(row: CaseRow): CaseRow['eligibility'] {
  return row.overruled?.eligibility ?? row.eligibility;
}

function verdictWords(row: CaseRow): string {
  const verdict = verdictOf(row);
  if (verdict === null) return 'Chưa thẩm định';
  return row.overruled === null
    ? eligibilityNames[verdict]
    : `${eligibilityNames[verdict]} (Hội đồng quyết định)`;
}

const verdict: Column<CaseRow> = {
  id: 'verdict',
  header: 'Kết quả thẩm định',
  value: verdictWords,
  cell: (row) => (
    <span className="verdict-cell">
      <EligibilityChip value={verdictOf(row)} />
      {row.overruled !== null && (
        <Chip tone="sealed" title="Hội đồng quyết định khác với kết quả đối chiếu">
          HĐ
        </Chip>
      )}
    </span>
  ),
  width: 188,
};

/** Columns of the list; the wide ones give way to an open case. */
export const caseColumns: readonly Column<CaseRow>[] = [
  { id: 'name', header: 'Họ và tên', kind: 'name', value: (row) => row.name, width: 196 },
  { id: 'group', header: 'Tổ', value: (row) => row.groupName, width: 184, wideOnly: true },
  {
    id: 'title',
    header: 'Danh hiệu',
    value: (row) => row.titleShort,
    cell: (row) => <abbr title={row.titleName}>{row.titleShort}</abbr>,
    words: (row) => `${row.titleShort} - ${row.titleName}`,
    width: 104,
  },
  verdict,
  { id: 'summary', header: 'Căn cứ', value: (row) => row.summary, wideOnly: true },
];

/** The same beside an open case: the name takes what is left. */
export const narrowColumns: readonly Column<CaseRow>[] = caseColumns
  .filter((column) => column.wideOnly !== true)
  .map(({ width, ...column }) =>
    column.id === 'name' ? column : { ...column, ...(width === undefined ? {} : { width }) },
  );

/** Cuts by verdict; one that nobody has is left out by the screen. */
export const verdictFilters: readonly Filter<CaseRow>[] = [
  { id: 'yes', label: 'Đủ điều kiện', test: (row) => row.state !== 'WITHDRAWN' && verdictOf(row) === 'yes' },
  { id: 'no', label: 'Không đủ', test: (row) => row.state !== 'WITHDRAWN' && verdictOf(row) === 'no' },
  {
    id: 'needs-person',
    label: 'Cần xem xét',
    test: (row) => row.state !== 'WITHDRAWN' && verdictOf(row) === 'needs-person',
  },
  {
    id: 'unchecked',
    label: 'Chưa thẩm định',
    test: (row) => row.state !== 'WITHDRAWN' && verdictOf(row) === null,
  },
  { id: 'overruled', label: 'Hội đồng quyết khác', test: (row) => row.overruled !== null },
  { id: 'withdrawn', label: 'Đã rút', test: (row) => row.state === 'WITHDRAWN' },
];
