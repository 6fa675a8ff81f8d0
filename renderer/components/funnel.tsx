import type { ReactNode } from 'react';
import { formatInteger } from '../../shared/numbers.ts';

/** One step of a funnel: how many reached it, and where the others went. */
export interface FunnelStep {
  readonly label: string;
  readonly count: number;
  /** Cases that left before the next step, by name: [{label: "không đủ điều kiện", count: 3}]. */
  readonly out?: readonly { readonly label: string; readonly count: number }[] | undefined;
}

const WIDTH = 720;
const LABEL = 132;
const BAR = 300;
const HEIGHT = 26;
const GAP = 18;
const EDGE = 44;

/** The season of one title as a narrowing bar with its figures printed; reads the same in black and white. */
export function Funnel(props: { readonly label: string; readonly steps: readonly FunnelStep[] }): ReactNode {
  const { steps } = props;
  const most = Math.max(1, ...steps.map((step) => step.count));
  const height = steps.length * (HEIGHT + GAP) - GAP + 2;
  const spoken = steps.map((step) => `${step.label} ${step.count}`).join(', ');

  function width(count: number): number {
    return count === 0 ? 0 : Math.max(3, (count / most) * BAR);
  }

  return (
    <svg
      className="funnel"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`${props.label}: ${spoken}`}
    >
      {steps.map((step, at) => {
        const top = at * (HEIGHT + GAP) + 1;
        const next = steps[at + 1];
        const mine = width(step.count);
        const out = (step.out ?? []).filter(({ count }) => count > 0);
        return (
          <g key={step.label}>
            <text className="funnel__label" x={0} y={top + HEIGHT / 2 + 5}>
              {step.label}
            </text>
            <text className="funnel__count" x={LABEL + EDGE - 10} y={top + HEIGHT / 2 + 5} textAnchor="end">
              {formatInteger(step.count)}
            </text>
            {next !== undefined && (
              <polygon
                className="funnel__fall"
                points={[
                  [LABEL + EDGE, top + HEIGHT],
                  [LABEL + EDGE + mine, top + HEIGHT],
                  [LABEL + EDGE + Math.min(mine, width(next.count)), top + HEIGHT + GAP],
                  [LABEL + EDGE, top + HEIGHT + GAP],
                ].join(' ')}
              />
            )}
            <line className="funnel__base" x1={LABEL + EDGE} x2={LABEL + EDGE} y1={top} y2={top + HEIGHT} />
            <rect
              className={next === undefined ? 'funnel__bar funnel__bar--last' : 'funnel__bar'}
              x={LABEL + EDGE}
              y={top}
              width={mine}
              height={HEIGHT}
            />
            {out.length > 0 && (
              <text className="funnel__out" x={LABEL + EDGE + BAR + 16} y={top + HEIGHT / 2 + 5}>
                {out.map(({ label, count }) => `${formatInteger(count)} ${label}`).join(', ')}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
