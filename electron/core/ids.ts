import type { Id } from '../../shared/terms.ts';

/** Makes UUIDv7 text: records made on two laptops can be merged and never share an id. */
export function createIds(ports: {
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
}): () => Id {
  return function newId() {
    const bytes = ports.random(16);
    const milliseconds = ports.now().getTime();
    for (let index = 0; index < 6; index += 1)
      bytes[index] = Math.floor(milliseconds / 2 ** (8 * (5 - index))) & 0xff;
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
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

function toText(bytes: Uint8Array): string {
  const digits = Buffer.from(bytes).toString('hex');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}
