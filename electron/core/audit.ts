/**
 * The audit trail: one row for each command and each end of a job, chained by hashes and append-only by triggers.
 * It says who did what and when, never what was marked on a ballot.
 */
import { createHash } from 'node:crypto';
import type { Role } from '../../shared/terms.ts';
import { define, sql, type ReadHandle, type WriteHandle } from './database/query.ts';

/** Facts of an event: flat values that its Vietnamese sentence needs. */
export type AuditFacts = Readonly<Record<string, string | number | boolean | null>>;

const GENESIS = '0'.repeat(64);

const selectLast = define()(() =>
  sql.selectFrom('audit').select(['seq', 'hash', 'at']).orderBy('seq', 'desc').limit(1),
);
const selectAll = define()(() => sql.selectFrom('audit').selectAll().orderBy('seq'));
const insert = define<{
  seq: number;
  at: string;
  role: string;
  name: string;
  method: string;
  facts: string;
  previousHash: string;
  hash: string;
}>()((p) =>
  sql.insertInto('audit').values({
    seq: p('seq'),
    at: p('at'),
    role: p('role'),
    name: p('name'),
    method: p('method'),
    facts: p('facts'),
    previous_hash: p('previousHash'),
    hash: p('hash'),
  }),
);

interface Entry {
  readonly seq: number;
  readonly at: string;
  readonly role: string;
  readonly name: string;
  readonly method: string;
  readonly facts: string;
}

function hashOf(previousHash: string, entry: Entry): string {
  const { seq, at, role, name, method, facts } = entry;
  return createHash('sha256')
    .update(JSON.stringify([previousHash, seq, at, role, name, method, facts]))
    .digest('hex');
}

/** Adds one row to the chain, in the transaction of the work that it tells of. */
export function appendAudit(
  write: WriteHandle,
  event: {
    readonly at: string;
    readonly role: Role;
    readonly name: string;
    readonly method: string;
    readonly facts: AuditFacts;
  },
): void {
  const last = write.get(selectLast, {});
  const previousHash = last?.hash ?? GENESIS;
  const entry = { ...event, seq: (last?.seq ?? 0) + 1, facts: JSON.stringify(event.facts) };
  write.run(insert, { ...entry, previousHash, hash: hashOf(previousHash, entry) });
}

/** Number, hash and instant of the newest row; nothing for an empty trail. */
export function lastAuditRow(
  read: ReadHandle,
): { readonly seq: number; readonly hash: string; readonly at: string } | undefined {
  return read.get(selectLast, {});
}

/** Instant of the newest row; null for an empty trail. */
export function lastAuditAt(read: ReadHandle): string | null {
  return lastAuditRow(read)?.at ?? null;
}

/** Walks the chain from its first row; gives the number of the first row that does not hold, or null when all do. */
export function firstBrokenRow(read: ReadHandle): number | null {
  let previousHash = GENESIS;
  let seq = 0;
  for (const row of read.all(selectAll, {})) {
    seq += 1;
    if (row.seq !== seq || row.previous_hash !== previousHash || row.hash !== hashOf(previousHash, row))
      return seq;
    previousHash = row.hash;
  }
  return null;
}
