/** The container of Office 97: a small file system of streams, read only as far as its own tables tell the truth. */

/** Streams by name; a chain that leads out of the file gives null. */
export interface OleFile {
  readonly names: ReadonlySet<string>;
  readonly stream: (name: string) => Uint8Array | null;
}

interface StreamEntry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

const MARK = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;
const LAST_SECTOR = 0xfffffffa;
const HEADER_TABLES = 109;
const ENTRY = 128;
const MINI = 64;

/** Says whether bytes start as an OLE container. */
export function isOle(bytes: Uint8Array): boolean {
  return MARK.every((byte, index) => bytes[index] === byte);
}

/** Follows a chain of sectors; null when it never ends or leads outside. */
function chainOf(start: number, next: (sector: number) => number | undefined, most: number): number[] | null {
  const chain: number[] = [];
  for (let sector = start; sector <= LAST_SECTOR;) {
    if (chain.length > most) return null;
    chain.push(sector);
    const following = next(sector);
    if (following === undefined) return null;
    sector = following;
  }
  return chain;
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function readEntries(directory: Uint8Array): readonly StreamEntry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: StreamEntry[] = [];
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const length = Math.min(64, view.getUint16(at + 64, true));
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, length - 2)));
    entries.push({ name, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) });
  }
  return entries;
}

/** Opens a container; null when its tables are damaged. */
export function openOle(bytes: Uint8Array): OleFile | null {
  if (!isOle(bytes) || bytes.length < 512) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 2 ** view.getUint16(30, true);
  if (size < 512 || size > 4096) return null;
  const count = Math.ceil(bytes.length / size);
  const sector = (index: number): Uint8Array => bytes.subarray((index + 1) * size, (index + 2) * size);
  const wordAt = (index: number, word: number): number | undefined => {
    const at = (index + 1) * size + word * 4;
    return at + 4 <= bytes.length ? view.getUint32(at, true) : undefined;
  };
  const perSector = size / 4;
  const tables: number[] = Array.from({ length: HEADER_TABLES }, (_, index) =>
    view.getUint32(76 + index * 4, true),
  );
  const more = chainOf(view.getUint32(68, true), (index) => wordAt(index, perSector - 1), count);
  for (const index of more ?? []) {
    for (let word = 0; word < perSector - 1; word += 1) tables.push(wordAt(index, word) ?? LAST_SECTOR + 1);
  }
  const next = (index: number): number | undefined => {
    const table = tables[Math.floor(index / perSector)];
    return table === undefined ? undefined : wordAt(table, index % perSector);
  };
  const contentOf = (start: number): Uint8Array | null => {
    const chain = chainOf(start, next, count);
    return chain === null ? null : join(chain.map(sector));
  };
  const directory = contentOf(view.getUint32(48, true));
  if (directory === null) return null;
  const entries = readEntries(directory);
  const smallest = view.getUint32(56, true);
  const readMini = (entry: StreamEntry): Uint8Array | null => {
    const table = contentOf(view.getUint32(60, true));
    const mini = contentOf(entries[0]?.start ?? 0);
    if (table === null || mini === null) return null;
    const words = new DataView(table.buffer, table.byteOffset, table.byteLength);
    const follow = (index: number) =>
      index * 4 + 4 <= table.length ? words.getUint32(index * 4, true) : undefined;
    const chain = chainOf(entry.start, follow, table.length / 4);
    return chain === null
      ? null
      : join(chain.map((index) => mini.subarray(index * MINI, (index + 1) * MINI)));
  };
  return {
    names: new Set(entries.map(({ name }) => name)),
    stream(name) {
      const entry = entries.find((one) => one.name === name);
      if (entry === undefined) return null;
      const content = entry.size < smallest ? readMini(entry) : contentOf(entry.start);
      return content === null || content.length < entry.size ? null : content.subarray(0, entry.size);
    },
  };
}
