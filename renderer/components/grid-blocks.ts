/** What is done to the cells that are chosen at once: copied, pasted over, filled, cleared. */
import { useState, type ClipboardEvent } from 'react';
import { fromTsv } from '../../shared/imports/tsv.ts';
import type { GridCells, Written } from './grid-cells.ts';
import { filled, linesOf, spread, type Place, type PlacedText } from './grid-range.ts';
import type { GridPlace } from './grid-place.ts';
import { toTsv } from './table-tools.ts';

/** What a paste or a fill could not do as it was asked to. */
export interface Shortfall<Row> {
  readonly what: 'paste' | 'fill';
  /** Texts that had no place: past the edge, or in a column that is never typed into. */
  readonly leftOut: number;
  /** Cells that hold their new text, but can't be saved with it. */
  readonly refused: readonly Written<Row>[];
}

/** The cells that are chosen, as a whole. */
export interface GridBlocks<Row> {
  /** Of the last paste or fill; null where it went wholly, or something else was done since. */
  readonly shortfall: Shortfall<Row> | null;
  readonly forgetShortfall: () => void;
  readonly clear: () => void;
  /** Repeats the first line of the chosen cells over the others. */
  readonly fill: (way: 'down' | 'right') => void;
  readonly paste: (text: string) => void;
  readonly copy: (event: ClipboardEvent) => void;
}

/** Works on the chosen cells of a sheet. */
export function useGridBlocks<Row>(props: {
  readonly place: GridPlace;
  readonly cellOf: (place: Place) => Omit<Written<Row>, 'text'> | null;
  readonly textOf: (place: Place) => string;
  readonly write: GridCells<Row>['write'];
}): GridBlocks<Row> {
  const { place, cellOf, textOf } = props;
  const [shortfall, setShortfall] = useState<Shortfall<Row> | null>(null);

  /** Writes into the cells that may be typed into, and keeps what fell short to be told. */
  function write(what: Shortfall<Row>['what'], texts: readonly PlacedText[]): void {
    const written: Written<Row>[] = [];
    let leftOut = 0;
    for (const one of texts) {
      const cell = cellOf(one.place);
      const text = oneLine(one.text);
      if (cell !== null && place.mayType(one.place)) written.push({ ...cell, text });
      else if (text !== textOf(one.place)) leftOut += 1;
    }
    const refused = props.write(written);
    setShortfall(leftOut === 0 && refused.length === 0 ? null : { what, leftOut, refused });
  }

  return {
    shortfall,
    forgetShortfall() {
      setShortfall(null);
    },
    clear() {
      const cells = linesOf(place.range)
        .flat()
        .filter(place.mayType)
        .flatMap((one) => cellOf(one) ?? []);
      props.write(cells.map((cell) => ({ ...cell, text: '' })));
    },
    fill(way) {
      write(
        'fill',
        filled(place.range, way).map(({ from, to }) => ({ place: to, text: textOf(from) })),
      );
    },
    paste(text) {
      const texts = spread(text === '' ? [['']] : fromTsv(text), place.range);
      write('paste', texts);
      const [first, last] = [texts[0], texts.at(-1)];
      if (first === undefined || last === undefined) return;
      place.choose({ from: place.inside(first.place), to: place.inside(last.place) }, 'at');
    },
    copy(event) {
      event.preventDefault();
      event.clipboardData.setData('text/plain', toTsv(linesOf(place.range).map((line) => line.map(textOf))));
    },
  };
}

/** A text of several lines is one line in a cell. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}
