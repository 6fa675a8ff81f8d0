/** The records that the parts of an .xlsb are made of: a number that tells what it is, its length, its content. */

/** Numbers of one to four bytes, seven bits each. */
export function numbered(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return Uint8Array.from(bytes);
}

/** Goes through the records of a part; a last one that is cut off is as long as it is there. */
export function eachRecord(bytes: Uint8Array, visit: (id: number, view: DataView) => void): void {
  let at = 0;
  function number(most: number): number {
    let value = 0;
    for (let index = 0; index < most; index += 1) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * 2 ** (7 * index);
      if (byte < 0x80) break;
    }
    return value;
  }
  while (at < bytes.length) {
    const id = number(2);
    const length = number(4);
    const end = Math.min(bytes.length, at + length);
    visit(id, new DataView(bytes.buffer, bytes.byteOffset + at, end - at));
    at = end;
  }
}
