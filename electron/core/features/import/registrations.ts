/** Writes the rows of files that put people and tổ forward. */
import { ok } from '../../../../shared/result.ts';
import { registrar } from '../registration.ts';
import type { SeasonRow } from '../season.ts';
import { strongest, type WriteContext, type Writer } from './writer.ts';

/** Writes who is put forward for which titles. */
export function registrationsWriter(context: WriteContext, season: SeasonRow): Writer<'registrations'> {
  const register = registrar(context, season);
  return ({ row, personId }) =>
    ok(
      strongest(
        row.titles.map(
          (titleId) =>
            register({ personId, groupId: null, pupilId: null, titleId, registeredOn: row.registeredOn })
              .effect,
        ),
      ),
    );
}

/** Writes which tổ are put forward for which titles. */
export function collectivesWriter(context: WriteContext, season: SeasonRow): Writer<'collectives'> {
  const register = registrar(context, season);
  return ({ row, groupId }) =>
    ok(
      strongest(
        row.titles.map(
          (titleId) =>
            register({ personId: null, groupId, pupilId: null, titleId, registeredOn: row.registeredOn })
              .effect,
        ),
      ),
    );
}
