import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { formatInteger } from '../../shared/numbers.ts';
import { MenuButton } from './button.tsx';

/** A quick cut through the rows, shown as a chip with its count. */
export interface Filter<Row> {
  readonly id: string;
  readonly label: string;
  readonly test: (row: Row) => boolean;
}

/**
 * Whether the tools over a list have room in one line; what has none folds the chips into a menu. `width` is that of the
 * list, and `of` what stands in the line.
 */
export function useOneLine(
  width: number,
  of: unknown,
): { readonly toolbar: RefObject<HTMLDivElement | null>; readonly isFolded: boolean } {
  const toolbar = useRef<HTMLDivElement>(null);
  const [tooNarrow, setTooNarrow] = useState<{ readonly of: unknown; readonly width: number } | null>(null);
  const isFolded = tooNarrow !== null && tooNarrow.of === of && width <= tooNarrow.width;
  useLayoutEffect(() => {
    const line = toolbar.current;
    if (line === null || isFolded || width === Infinity) return;
    if (line.scrollWidth > line.clientWidth + 1) setTooNarrow({ of, width });
  }, [width, of, isFolded]);
  return { toolbar, isFolded };
}

/** The cuts of a list as chips, or as one menu where these have no room. */
export function Filters<Row>(props: {
  readonly filters: readonly Filter<Row>[];
  readonly chosen: string | null;
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  readonly isFolded: boolean;
  readonly onChoose: (id: string | null) => void;
}): ReactNode {
  const { filters, chosen, counts } = props;
  if (props.isFolded && filters.length > 1) {
    const label = filters.find(({ id }) => id === chosen)?.label ?? 'tất cả';
    const choice = (id: string | null, name: string, count: number) => ({
      label: `${name} (${formatInteger(count)})`,
      run: () => {
        props.onChoose(id);
      },
    });
    return (
      <MenuButton
        label={`Lọc: ${label}`}
        small
        actions={[
          choice(null, 'Tất cả', props.total),
          ...filters.map((filter) => choice(filter.id, filter.label, counts.get(filter.id) ?? 0)),
        ]}
      />
    );
  }
  return filters.map((filter) => (
    <button
      key={filter.id}
      type="button"
      className="filter"
      aria-pressed={filter.id === chosen}
      onClick={() => {
        props.onChoose(filter.id === chosen ? null : filter.id);
      }}
    >
      {filter.label} <span>{formatInteger(counts.get(filter.id) ?? 0)}</span>
    </button>
  ));
}
