import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitColumns,
  hasWords,
  searchKeys,
  searchWords,
  sortRows,
  toTsv,
  wordsOf,
  type Column,
} from '../../renderer/components/table-tools.ts';
import { fromTsv } from '../../shared/imports/tsv.ts';

interface Row {
  readonly name: string;
  readonly score: number | null;
  readonly born: string | null;
}

const name: Column<Row> = { id: 'name', header: 'Họ và tên', kind: 'name', value: (row) => row.name };
const score: Column<Row> = { id: 'score', header: 'Điểm', kind: 'points', value: (row) => row.score };
const born: Column<Row> = { id: 'born', header: 'Ngày sinh', kind: 'date', value: (row) => row.born };

const rows: readonly Row[] = [
  { name: 'Đỗ Văn Ước', score: 0, born: '1985-02-05' },
  { name: 'Nguyễn Thị Ánh', score: null, born: null },
  { name: 'Trần Đức Đào', score: 1950, born: '1990-12-01' },
  { name: 'Lê Thu An', score: 700, born: '1979-07-30' },
];

describe('searching a table', () => {
  const keys = searchKeys([name, born], rows);

  function found(text: string): readonly string[] {
    const words = searchWords(text);
    return rows.filter((row) => hasWords(keys.get(row) ?? '', words)).map((row) => row.name);
  }

  it('finds without accents, in any order of words', () => {
    expect(found('do van')).toEqual(['Đỗ Văn Ước']);
    expect(found('UOC đỗ')).toEqual(['Đỗ Văn Ước']);
    expect(found('dao')).toEqual(['Trần Đức Đào']);
  });

  it('finds a date as it is shown', () => {
    expect(found('05/02/1985')).toEqual(['Đỗ Văn Ước']);
  });

  it('does not find a word that spans two columns', () => {
    expect(found('uoc05')).toEqual([]);
  });

  it('leaves every row for an empty search', () => {
    expect(found('  ')).toHaveLength(rows.length);
  });
});

describe('sorting a table', () => {
  it('sorts names by given name', () => {
    expect(sortRows(rows, name, false).map((row) => row.name)).toEqual([
      'Lê Thu An',
      'Nguyễn Thị Ánh',
      'Trần Đức Đào',
      'Đỗ Văn Ước',
    ]);
  });

  it('keeps blanks last in both directions, and zero is not blank', () => {
    expect(sortRows(rows, score, false).map((row) => row.score)).toEqual([0, 700, 1950, null]);
    expect(sortRows(rows, score, true).map((row) => row.score)).toEqual([1950, 700, 0, null]);
  });

  it('keeps the order of equal rows in both directions', () => {
    const same = rows.map((row) => ({ ...row, score: 5 }));
    expect(sortRows(same, score, false)).toEqual(same);
    expect(sortRows(same, score, true)).toEqual(same);
  });
});

describe('words of a cell', () => {
  it('writes points with a comma, days the Vietnamese way, and nothing for blank', () => {
    expect(rows.map((row) => wordsOf(score, row))).toEqual(['0', '', '19,5', '7']);
    expect(rows.map((row) => wordsOf(born, row))).toEqual(['05/02/1985', '', '01/12/1990', '30/07/1979']);
  });
});

describe('cells to and from Excel', () => {
  it('reads what Excel copies: quoted cells, blank cells, a line end after the last row', () => {
    expect(fromTsv('1\t"hai\nba"\t"nói ""được"""\r\n\t5\t\r\n')).toEqual([
      ['1', 'hai\nba', 'nói "được"'],
      ['', '5', ''],
    ]);
  });

  it('brings back every block it writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'đ', ' ', '\t', '\n', '"', '5', ',') });
    const block = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(block, (lines) => {
        expect(fromTsv(toTsv(lines))).toEqual(lines);
      }),
    );
  });
});

describe('the columns of a list', () => {
  const column = (id: string, width?: number, yields?: number): Column<Row> => ({
    id,
    header: id,
    value: () => null,
    width,
    yields,
  });
  const columns = [column('name'), column('code', 120, 2), column('group', 180), column('state', 140, 1)];
  const drawn = (width: number) => {
    const fit = fitColumns({ columns, width, aside: 0, numbers: 50 });
    return [fit.numbered ? 'STT' : '', ...fit.columns.map((one) => `${one.column.id} ${one.width ?? '*'}`)];
  };

  it('come in by width: those that yield go one by one, then the numbers, and no list is wider than its place', () => {
    expect(drawn(1600)).toEqual(['STT', 'name *', 'code 120', 'group 180', 'state 140']);
    expect(drawn(600)).toEqual(['STT', 'name *', 'group 180', 'state 140']);
    expect(drawn(400)).toEqual(['STT', 'name *', 'group 180']);
    expect(drawn(320)).toEqual(['', 'name *', 'group 180']);
    expect(drawn(156)).toEqual(['', 'name 66', 'group 90']);
    for (let width = 120; width < 900; width += 7) {
      const fit = fitColumns({ columns, width, aside: 44, numbers: 50 });
      const sum = fit.columns.reduce((total, one) => total + (one.width ?? 132), 0);
      expect(sum + 44 + (fit.numbered ? 50 : 0)).toBeLessThanOrEqual(width);
      expect(fit.hidden).toBe(columns.length - fit.columns.length);
    }
  });
});
