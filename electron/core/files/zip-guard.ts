import { unzipSync } from 'fflate';
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
  file: 30_000_000,
  entry: 80_000_000,
  total: 120_000_000,
  entries: 2000,
} as const satisfies ZipLimits;

export type ZipRefusal = 'not-a-zip' | 'zip-too-large';

class TooLarge extends Error {}

/**
 * Lists the entry names of a zip from its directory, unpacking nothing, and refuses one that would unpack to more than
 * the limits. A header that lies is caught later: the reader stops at the declared size.
 */
export function listZip(options: {
  readonly bytes: Uint8Array;
  readonly limits: ZipLimits;
}): Result<readonly string[], ZipRefusal> {
  const { bytes, limits } = options;
  if (bytes.length < 22 || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return err('not-a-zip');
  if (bytes.length > limits.file) return err('zip-too-large');
  const names: string[] = [];
  let total = 0;
  try {
    unzipSync(bytes, {
      filter(entry) {
        names.push(entry.name);
        total += entry.originalSize;
        const fits =
          names.length <= limits.entries && entry.originalSize <= limits.entry && total <= limits.total;
        if (!fits) throw new TooLarge();
        return false;
      },
    });
  } catch (error) {
    // Any other error is the library's own: the directory can't be read, so it isn't a zip for us.
    return err(error instanceof TooLarge ? 'zip-too-large' : 'not-a-zip');
  }
  return names.length === 0 ? err('not-a-zip') : ok(names);
}
