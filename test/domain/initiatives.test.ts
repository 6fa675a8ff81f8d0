import { describe, expect, it } from 'vitest';
import { coAuthored } from '../../shared/domain/initiatives.ts';

function record(id: string, name: string, share: number | null) {
  return { id, name, share };
}

function idsOf(records: readonly ReturnType<typeof record>[]) {
  return coAuthored(records).map((own) => own.map(({ id }) => id));
}

describe('an initiative with several authors', () => {
  it('is one where they share it, whatever the marks and spaces of its name', () => {
    expect(idsOf([record('a', 'Dạy học số', 60), record('b', 'dạy  học số', 40)])).toEqual([['a', 'b']]);
  });

  it('is another one where each has the whole, or nobody said', () => {
    expect(idsOf([record('a', 'Dạy học số', 100), record('b', 'Dạy học số', 100)])).toEqual([['a'], ['b']]);
    expect(idsOf([record('a', 'Dạy học số', null), record('b', 'Dạy học số', 50)])).toEqual([['a'], ['b']]);
  });

  it('is not put together from parts that are more than a whole', () => {
    expect(idsOf([record('a', 'Dạy học số', 60), record('b', 'Dạy học số', 60)])).toEqual([['a'], ['b']]);
  });

  it('stands beside one of the same name by a single author', () => {
    expect(
      idsOf([record('a', 'Dạy học số', 50), record('b', 'Dạy học số', 100), record('c', 'Dạy học số', 50)]),
    ).toEqual([['a', 'c'], ['b']]);
  });

  it('loses no record and takes none twice', () => {
    const all = [record('a', 'A', 50), record('b', 'B', null), record('c', 'A', 30), record('d', 'A', 100)];
    expect(idsOf(all).flat().sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});
