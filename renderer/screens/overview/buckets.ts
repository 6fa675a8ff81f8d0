/** Where the cases of a title went: the test behind each number of the overview, so that its names can be read. */
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import type { CaseRow } from '../../../shared/views.ts';
import type { FunnelStep } from '../../components/index.ts';
import { eligibilityNames } from '../../../shared/vi/terms.ts';

/** The numbers of one title. */
export type BucketId =
  'registered' | 'proposed' | 'rejected' | 'notEligible' | 'postponed' | 'lowered' | 'withdrawn' | 'open';

/** The buckets in the order of the sum: registered = proposed + rejected + … + open. */
export const buckets: readonly {
  readonly id: BucketId;
  readonly label: string;
  readonly test: (row: CaseRow) => boolean;
}[] = [
  { id: 'registered', label: 'Đăng ký', test: () => true },
  { id: 'proposed', label: 'Đề nghị khen', test: (row) => row.outcome === 'proposed' },
  { id: 'rejected', label: 'Không thông qua', test: (row) => row.outcome === 'rejected' },
  { id: 'notEligible', label: eligibilityNames.no, test: (row) => row.outcome === 'not-eligible' },
  { id: 'postponed', label: 'Tạm dừng', test: (row) => row.outcome === 'postponed' },
  { id: 'lowered', label: 'Hạ danh hiệu', test: (row) => row.outcome === 'lowered' },
  { id: 'withdrawn', label: 'Rút', test: (row) => row.outcome === 'withdrawn' },
  { id: 'open', label: 'Đang xét', test: (row) => row.outcome === null },
];

/** Reads the bucket and the title of an address like "proposed:CSTDCS"; null for anything else. */
export function readBucket(
  selected: string | null,
): { readonly bucket: (typeof buckets)[number]; readonly titleId: string } | null {
  const [id, titleId] = (selected ?? '').split(':');
  const bucket = buckets.find((candidate) => candidate.id === id);
  return bucket === undefined || titleId === undefined ? null : { bucket, titleId };
}

/** The way of one title's cases as a funnel: what is lost at each step is told beside it, so that nothing vanishes. */
export function funnelSteps(rows: readonly CaseRow[]): readonly FunnelStep[] {
  const count = (test: (row: CaseRow) => boolean) => rows.filter(test).length;
  const verdict = (row: CaseRow) => effectiveEligibility(row);
  const isIn = (row: CaseRow) => row.outcome !== 'withdrawn';
  const isEligible = (row: CaseRow) => isIn(row) && verdict(row) === 'yes';
  const isVoted = (row: CaseRow) => isEligible(row) && row.agree !== null;
  const isProposed = (row: CaseRow) => isVoted(row) && row.outcome === 'proposed';
  return [
    {
      label: 'Đăng ký',
      count: rows.length,
      out: [
        {
          label: eligibilityNames.no.toLowerCase(),
          count: count((row) => isIn(row) && verdict(row) === 'no'),
        },
        {
          label: eligibilityNames['needs-person'].toLowerCase(),
          count: count((row) => isIn(row) && verdict(row) === 'needs-person'),
        },
        { label: 'chưa thẩm định', count: count((row) => isIn(row) && verdict(row) === null) },
        { label: 'rút', count: count((row) => !isIn(row)) },
      ],
    },
    {
      label: eligibilityNames.yes,
      count: count(isEligible),
      out: [{ label: 'chưa biểu quyết', count: count((row) => isEligible(row) && !isVoted(row)) }],
    },
    {
      label: 'Đã biểu quyết',
      count: count(isVoted),
      out: [
        { label: 'không thông qua', count: count((row) => isVoted(row) && row.outcome === 'rejected') },
        { label: 'chờ kết luận', count: count((row) => isVoted(row) && row.outcome === null) },
        { label: 'tạm dừng', count: count((row) => isVoted(row) && row.outcome === 'postponed') },
      ],
    },
    { label: 'Đề nghị khen', count: count(isProposed) },
  ];
}
