/** n in = n out for every title; behind each number stand its names. */
import type { ReactNode } from 'react';
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import { formatInteger } from '../../../shared/numbers.ts';
import type { CaseRow, Overview } from '../../../shared/views.ts';
import { Chip, DetailPanel, EligibilityChip, Empty, OutcomeChip } from '../../components/index.ts';
import { go, select } from '../../store.ts';
import { buckets, type BucketId } from './buckets.ts';

type Line = Overview['funnel'][number];

/** One line per title; every number that is not zero opens its names. */
export function BalanceTable(props: {
  readonly lines: readonly Line[];
  readonly selected: string | null;
}): ReactNode {
  const { lines, selected } = props;
  const sum = (id: BucketId) => lines.reduce((total, line) => total + line[id], 0);
  return (
    <table className="data-table overview-table balance-table">
      <thead>
        <tr>
          <th scope="col">Danh hiệu, hình thức</th>
          {buckets.map(({ id, label }, at) => (
            <th key={id} scope="col" className="cell--number">
              <span className="balance-table__sign">{at === 0 ? '' : at === 1 ? '=' : '+'}</span> {label}
            </th>
          ))}
          <th scope="col">Đối chiếu</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.titleId}>
            <th scope="row" title={line.titleName}>
              {line.titleName}
            </th>
            {buckets.map(({ id, label }) => (
              <td key={id} className="cell--number">
                {line[id] === 0 ? (
                  <span className="muted">0</span>
                ) : (
                  <button
                    type="button"
                    className="quiet-link"
                    aria-pressed={selected === `${id}:${line.titleId}`}
                    aria-label={`${line.titleName}, ${label.toLowerCase()}: ${line[id]} hồ sơ, xem tên`}
                    onClick={() => select(`${id}:${line.titleId}`)}
                  >
                    {formatInteger(line[id])}
                  </button>
                )}
              </td>
            ))}
            <td>
              <Chip tone={line.balanced ? 'good' : 'bad'}>{line.balanced ? 'Khớp' : 'Lệch'}</Chip>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>Cộng</td>
          {buckets.map(({ id }) => (
            <td key={id} className="cell--number">
              {formatInteger(sum(id))}
            </td>
          ))}
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

/** The names behind one number, each with its verdict and its reason. */
export function BucketPanel(props: {
  readonly label: string;
  readonly titleName: string;
  readonly rows: readonly CaseRow[];
}): ReactNode {
  return (
    <DetailPanel
      title={`${props.titleName}: ${props.label.toLowerCase()}`}
      subtitle={`${formatInteger(props.rows.length)} hồ sơ`}
      onClose={() => select(null)}
    >
      {props.rows.length === 0 && <Empty sentence="Không còn hồ sơ nào ở mục này." />}
      <ul className="fact-list">
        {props.rows.map((row) => (
          <li key={row.id} className="fact-line">
            <div>
              <p>
                <button type="button" className="quiet-link" onClick={() => go('appraisal', row.id)}>
                  {row.name}
                </button>
              </p>
              <p className="muted">
                {row.groupId === null ? row.groupName : 'Tập thể'}
                {row.outcomeReason === '' ? '' : `. ${row.outcomeReason}`}
              </p>
            </div>
            <span>
              {row.outcome === null ? (
                <EligibilityChip value={effectiveEligibility(row)} />
              ) : (
                <OutcomeChip value={row.outcome} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </DetailPanel>
  );
}
