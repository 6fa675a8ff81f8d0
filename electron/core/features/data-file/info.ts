/** What the data file says of itself. */
import type { OpenDatabase } from '../../database/open.ts';
import { define, sql, type ReadHandle } from '../../database/query.ts';
import type { Tables } from '../../database/tables.ts';

const selectInfo = define()(() => sql.selectFrom('file_info').selectAll());

/** The row of the file about itself; nothing while it is being made. */
export function findInfo(read: ReadHandle): Tables['file_info'] | undefined {
  return read.get(selectInfo, {});
}

/** The signing key of the file's packages: 32 bytes, hexadecimal. */
export function signingSeed(database: Pick<OpenDatabase, 'read'>): Uint8Array {
  const info = findInfo(database.read);
  if (info === undefined) throw new Error('The data file has no row about itself.');
  return Buffer.from(info.signing_key, 'hex');
}
