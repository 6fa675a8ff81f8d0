import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filled,
  inside,
  linesOf,
  nextIn,
  placeFor,
  rangeOf,
  spread,
  type Place,
} from '../../renderer/components/grid-range.ts';
import { stretches, type Stretch } from '../../renderer/components/row-window.ts';
import { toTsv } from '../../renderer/components/table-tools.ts';
import { fromTsv } from '../../shared/imports/tsv.ts';

// What a sheet does with several cells at once, as it lies: no screen.

function at(row: number, column: number): Place {
  return { row, column };
}

/** A block of cells as it lies after a paste: lines of texts, dots where nothing was written. */
function written(
  block: readonly (readonly string[])[],
  range: ReturnType<typeof rangeOf>,
): readonly string[] {
  const texts = new Map(
    spread(block, range).map(({ place, text }) => [`${place.row} ${place.column}`, text]),
  );
  return linesOf(rangeOf(at(0, 0), at(5, 4))).map((line) =>
    line.map(({ row, column }) => texts.get(`${row} ${column}`) ?? '·').join(''),
  );
}

describe('a block that is pasted', () => {
  const block = [
    ['1', '2'],
    ['3', '4'],
  ];

  it('stands once where one cell is chosen', () => {
    expect(written(block, rangeOf(at(1, 1), at(1, 1)))).toEqual([
      '·····',
      '·12··',
      '·34··',
      '·····',
      '·····',
      '·····',
    ]);
  });

  it('is repeated over a range that it fits into, whichever corner the range began at', () => {
    expect(written(block, rangeOf(at(4, 4), at(1, 1)))).toEqual([
      '·····',
      '·1212',
      '·3434',
      '·1212',
      '·3434',
      '·····',
    ]);
    expect(written([['9']], rangeOf(at(0, 0), at(2, 1)))).toEqual([
      '99···',
      '99···',
      '99···',
      '·····',
      '·····',
      '·····',
    ]);
  });

  it('stands once at the top left where the range is no whole number of times as large', () => {
    expect(written(block, rangeOf(at(0, 0), at(2, 2)))).toEqual([
      '12···',
      '34···',
      '·····',
      '·····',
      '·····',
      '·····',
    ]);
  });

  it('takes one row down a chosen column, and repeats only that way', () => {
    expect(written([['1', '2']], rangeOf(at(0, 1), at(2, 1)))).toEqual([
      '·12··',
      '·12··',
      '·12··',
      '·····',
      '·····',
      '·····',
    ]);
  });

  it('says also what goes past the edge, so that it can be told', () => {
    expect(spread([['1', '2', '3']], rangeOf(at(0, 4), at(0, 4))).map(({ place }) => place.column)).toEqual([
      4, 5, 6,
    ]);
  });

  it('leaves alone what a short line does not reach, and writes blanks where the block has them', () => {
    expect(written([['1', '2'], ['3']], rangeOf(at(0, 0), at(0, 0)))).toEqual([
      '12···',
      '3····',
      '·····',
      '·····',
      '·····',
      '·····',
    ]);
    expect(spread(fromTsv('\t7'), rangeOf(at(0, 0), at(0, 0)))).toEqual([
      { place: at(0, 0), text: '' },
      { place: at(0, 1), text: '7' },
    ]);
  });

  it('is what Excel gives: decimal commas, cells of several lines, merged cells as blanks after their text', () => {
    expect(fromTsv('12,5\t"Tổ\nToán"\t\r\n\t\t8\r\n')).toEqual([
      ['12,5', 'Tổ\nToán', ''],
      ['', '', '8'],
    ]);
  });

  it('covers each chosen cell once when it fits, and comes back as it went out', () => {
    const side = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(side, side, side, side, (high, wide, timesDown, timesOver) => {
        const cells = Array.from({ length: high }, (_, row) =>
          Array.from({ length: wide }, (_one, column) => `${row}/${column}`),
        );
        const range = rangeOf(at(2, 1), at(1 + high * timesDown, wide * timesOver));
        const texts = spread(cells, range);
        expect(texts.map(({ place }) => place)).toEqual(linesOf(range).flat());
        const first = linesOf(rangeOf(at(2, 1), at(1 + high, wide))).map((line) =>
          line.map(
            (place) =>
              texts.find((one) => one.place.row === place.row && one.place.column === place.column)?.text ??
              '',
          ),
        );
        expect(fromTsv(toTsv(first))).toEqual(cells);
      }),
    );
  });
});

describe('a fill', () => {
  it('repeats the first line of the range', () => {
    expect(filled(rangeOf(at(1, 0), at(3, 0)), 'down')).toEqual([
      { from: at(1, 0), to: at(2, 0) },
      { from: at(1, 0), to: at(3, 0) },
    ]);
    expect(filled(rangeOf(at(1, 1), at(2, 2)), 'right')).toEqual([
      { from: at(1, 1), to: at(1, 2) },
      { from: at(2, 1), to: at(2, 2) },
    ]);
  });

  it('takes the line before a single one, and nothing at the edge', () => {
    expect(filled(rangeOf(at(1, 0), at(1, 1)), 'down')).toEqual([
      { from: at(0, 0), to: at(1, 0) },
      { from: at(0, 1), to: at(1, 1) },
    ]);
    expect(filled(rangeOf(at(2, 3), at(2, 3)), 'right')).toEqual([{ from: at(2, 2), to: at(2, 3) }]);
    expect(filled(rangeOf(at(0, 0), at(0, 0)), 'down')).toEqual([]);
  });
});

describe('the keys', () => {
  const sheet = { rows: 500, columns: 16, page: 20, first: 2 };
  const go = (key: string, from: Place, ctrlKey = false) => placeFor({ key, ctrlKey }, from, sheet);

  it('go cell by cell, page by page, to the ends of a line and with Ctrl of the sheet, never out of it', () => {
    expect(go('ArrowDown', at(499, 3))).toEqual(at(499, 3));
    expect(go('ArrowUp', at(4, 3))).toEqual(at(3, 3));
    expect(go('PageDown', at(490, 3))).toEqual(at(499, 3));
    expect(go('Home', at(9, 9))).toEqual(at(9, 2));
    expect(go('End', at(9, 9))).toEqual(at(9, 15));
    expect(go('ArrowDown', at(9, 9), true)).toEqual(at(499, 9));
    expect(go('ArrowLeft', at(9, 9), true)).toEqual(at(9, 0));
    expect(go('Home', at(9, 9), true)).toEqual(at(0, 2));
    expect(go('a', at(9, 9))).toBeNull();
  });

  it('go round what is chosen, over the cells that may be typed into', () => {
    const range = rangeOf(at(1, 1), at(2, 3));
    const mayType = ({ column }: Place) => column !== 2;
    const walk = (along: 'row' | 'column', by: 1 | -1) => {
      const seen: string[] = [];
      let place: Place | null = at(1, 1);
      for (let steps = 0; steps < 4 && place !== null; steps += 1) {
        seen.push(`${place.row}${place.column}`);
        place = nextIn(range, place, { along, by, mayType });
      }
      return [...seen, place === null ? '' : `${place.row}${place.column}`];
    };
    expect(walk('row', 1)).toEqual(['11', '13', '21', '23', '11']);
    expect(walk('column', 1)).toEqual(['11', '21', '13', '23', '11']);
    expect(walk('row', -1)).toEqual(['11', '23', '21', '13', '11']);
    expect(nextIn(range, at(1, 1), { along: 'row', by: 1, mayType: () => false })).toBeNull();
  });

  it('keep to a sheet that became shorter', () => {
    expect(inside(at(700, 20), sheet)).toEqual(at(499, 15));
  });
});

describe('the lines that are drawn', () => {
  const heights = (list: readonly Stretch[]) =>
    list.reduce((sum, one) => sum + ('gap' in one ? one.gap : 1), 0);

  it('hold the line of the cell at hand wherever it is, once, and are as high as all lines', () => {
    fc.assert(
      fc.property(
        fc.record({
          first: fc.nat(50),
          length: fc.integer({ min: 1, max: 30 }),
          after: fc.nat(50),
          kept: fc.nat(130),
        }),
        ({ first, length, after, kept }) => {
          const count = first + length + after;
          const line = Math.min(kept, count - 1);
          const drawn = stretches({ first, end: first + length }, line, count);
          const lines = drawn.flatMap((one) => ('row' in one ? [one.row] : []));
          expect(heights(drawn)).toBe(count);
          expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
          expect(lines).toContain(line);
          const seen = Array.from({ length }, (_, at) => first + at);
          expect(lines.filter((one) => one !== line)).toEqual(seen.filter((one) => one !== line));
        },
      ),
    );
  });
});
