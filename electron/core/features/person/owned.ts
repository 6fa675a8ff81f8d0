/** Finds the person a request is about, and makes sure that a fact is theirs. */
import { formatDate, type IsoDate } from '../../../../shared/dates.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { ReadHandle } from '../../database/query.ts';
import { factOwner, type FactKind } from './facts.ts';
import { findPerson, type PersonRecord } from './roster.ts';

/** What is told when nobody has an id any more. */
export const gone = { code: 'not-found', what: 'người này' } as const;
/** The same of a fact. */
export const noFact = { code: 'not-found', what: 'mục này' } as const;

/** The person of an id. Errors: not-found. */
export function mustFind(read: ReadHandle, id: Id): Result<PersonRecord, AppError> {
  const person = findPerson(read, id);
  return person === undefined ? err(gone) : ok(person);
}

/** The person of a fact that is changed: it must be there, and be of that person. Errors: not-found. */
export function mustOwn(
  read: ReadHandle,
  kind: FactKind,
  { id, personId }: { readonly id: Id | null; readonly personId: Id },
): Result<PersonRecord, AppError> {
  const person = mustFind(read, personId);
  if (!person.ok || id === null) return person;
  return factOwner(read, { kind, id }) === personId ? person : err(noFact);
}

/** Errors: invalid-period. */
export function checkPeriod(period: {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}): Result<null, AppError> {
  const { from, to } = period;
  if (to === null || (from !== null && to >= from)) return ok(null);
  return err({ code: 'invalid-period', from: from === null ? '…' : formatDate(from), to: formatDate(to) });
}
