import { inflateRawSync } from 'node:zlib';
import { largestTable } from '../../../shared/imports/workbook.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

/** What a zip may weigh, in bytes, before anything of it is unpacked. */
export interface ZipLimits {
  readonly file: number;
  /** The largest entry, unpacked. */
  readonly entry: number;
  /** All entries together, unpacked. */
  readonly total: number;
  readonly entries: number;
}

export const workbookLimits = {
  file: largestTable,
  entry: 80_000_000,
  total: 120_000_000,
  entries: 2000,
} as const satisfies ZipLimits;

export type ZipRefusal = 'not-a-zip' | 'damaged-zip' | 'zip-too-large';

/** A zip whose directory was read; names are told apart without case, and a folder ends in no name. */
export interface OpenZip {
  readonly names: readonly string[];
  /** Unpacks one entry; null when it is missing, damaged, locked, or larger than it says. */
  readonly read: (name: string) => Uint8Array | null;
}

interface Entry {
  readonly name: string;
  readonly isLocked: boolean;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const UNKNOWN = 0xffffffff;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Where the directory starts and how many entries it lists; null when there is none. */
function findDirectory(view: DataView): { readonly start: number; readonly count: number } | null {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const start = view.getUint32(at + 16, true);
    const count = view.getUint16(at + 10, true);
    if (start !== UNKNOWN && count !== 0xffff) return { start, count };
    if (at < 20 || view.getUint32(at - 20, true) !== LOCATOR64) return { start, count };
    const end64 = Number(view.getBigUint64(at - 12, true));
    if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END64) return null;
    return {
      start: Number(view.getBigUint64(end64 + 48, true)),
      count: Number(view.getBigUint64(end64 + 32, true)),
    };
  }
  return null;
}

/** Sizes that do not fit in 32 bits stand in an extra field, in the order of the header. */
function wideSizes(view: DataView, start: number, end: number, narrow: readonly number[]): readonly number[] {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return narrow.map((size) => {
      if (size !== UNKNOWN || next + 8 > end) return size;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return narrow;
}

function readDirectory(bytes: Uint8Array, limits: ZipLimits): Result<readonly Entry[], ZipRefusal> {
  const view = viewOf(bytes);
  const directory = findDirectory(view);
  if (directory === null) return err('damaged-zip');
  if (directory.count > limits.entries) return err('zip-too-large');
  const entries: Entry[] = [];
  let at = directory.start;
  let total = 0;
  for (let index = 0; index < directory.count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return err('damaged-zip');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length) return err('damaged-zip');
    const narrow = [at + 24, at + 20, at + 42].map((place) => view.getUint32(place, true));
    const [unpacked = 0, packed = 0, offset = 0] = wideSizes(view, nameEnd, extraEnd, narrow);
    total += unpacked;
    if (unpacked > limits.entry || total > limits.total) return err('zip-too-large');
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/');
    const isLocked = (view.getUint16(at + 8, true) & 1) === 1;
    entries.push({ name, isLocked, method: view.getUint16(at + 10, true), packed, unpacked, offset });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return ok(entries);
}

function unpack(bytes: Uint8Array, entry: Entry): Uint8Array | null {
  const { offset, packed, unpacked, method } = entry;
  if (entry.isLocked || offset + 30 > bytes.length) return null;
  const view = viewOf(bytes);
  if (view.getUint32(offset, true) !== LOCAL) return null;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const body = bytes.subarray(start, start + packed);
  if (body.length !== packed) return null;
  if (method === 0) return packed === unpacked ? body : null;
  if (method !== 8) return null;
  try {
    // Stops where the header says that it ends, so that a header that lies costs nothing.
    const content = inflateRawSync(body, { maxOutputLength: Math.max(1, unpacked) });
    return content.length === unpacked ? content : null;
  } catch {
    return null;
  }
}

/** Opens a zip by its directory, unpacking nothing, and refuses one that would unpack to more than the limits. */
export function openZip(options: {
  readonly bytes: Uint8Array;
  readonly limits: ZipLimits;
}): Result<OpenZip, ZipRefusal> {
  const { bytes, limits } = options;
  if (bytes.length < 4 || viewOf(bytes).getUint32(0, true) !== LOCAL) return err('not-a-zip');
  if (bytes.length < 22) return err('damaged-zip');
  if (bytes.length > limits.file) return err('zip-too-large');
  const read = readDirectory(bytes, limits);
  if (!read.ok) return read;
  const entries = new Map(read.value.map((entry) => [entry.name.toLowerCase(), entry]));
  return ok({
    names: read.value.map(({ name }) => name),
    read(name) {
      const entry = entries.get(name.toLowerCase());
      return entry === undefined ? null : unpack(bytes, entry);
    },
  });
}
