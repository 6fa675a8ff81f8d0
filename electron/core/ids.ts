import type { Id } from '../../shared/terms.ts';

const COUNTS = 0x1000;

/**
 * Makes UUIDv7 text: records made on two laptops can be merged and never share an id. Each id sorts after the one made
 * before it (RFC 9562, 6.2, method 1), so that a table which is filled in one go grows at its end.
 */
export function createIds(ports: {
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
}): () => Id {
  let last = 0;
  let count = 0;
  return function newId() {
    const bytes = ports.random(16);
    const now = ports.now().getTime();
    if (now > last) {
      last = now;
      // The upper half is left for those who follow within the millisecond.
      count = (((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)) % (COUNTS / 2);
    } else {
      count = (count + 1) % COUNTS;
      if (count === 0) last += 1;
    }
    for (let index = 0; index < 6; index += 1)
      bytes[index] = Math.floor(last / 2 ** (8 * (5 - index))) & 0xff;
    bytes[6] = (count >> 8) | 0x70;
    bytes[7] = count & 0xff;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return toText(bytes);
  };
}

/** Makes UUIDv4 text: nothing in it tells when it was made. For ballots only. */
export function createTimelessId(random: (bytes: number) => Uint8Array): Id {
  const bytes = random(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return toText(bytes);
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function toText(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < 16; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) text += '-';
    text += pairs[bytes[index] ?? 0] ?? '';
  }
  return text;
}
