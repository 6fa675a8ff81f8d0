import { describe, expect, it } from 'vitest';
import { createIds } from '../../electron/core/ids.ts';

function idsAt(times: readonly number[], byte: number): readonly string[] {
  let call = 0;
  const newId = createIds({
    now: () => new Date(times[call++] ?? 0),
    random: (bytes) => new Uint8Array(bytes).fill(byte),
  });
  return times.map(() => newId());
}

describe('ids', () => {
  it('are UUIDs of version 7', () => {
    const [id] = idsAt([Date.UTC(2026, 4, 28)], 0xff);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sort in the order in which they were made, more in a millisecond than can be counted, and a clock set back', () => {
    const start = Date.UTC(2026, 4, 28);
    const times = [
      ...Array.from({ length: 10_000 }, () => start),
      start - 60_000,
      start + 1,
      ...Array.from({ length: 100 }, (_, step) => start + step),
    ];
    for (const byte of [0x00, 0x5a, 0xff]) {
      const ids = idsAt(times, byte);
      expect(new Set(ids).size).toBe(times.length);
      expect([...ids].sort()).toEqual(ids);
    }
  });
});
