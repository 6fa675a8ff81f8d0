/** Writes what a file says, by its kind. */
import type { AppError } from '../../../../shared/errors.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { ImportKind } from '../../../../shared/views.ts';
import { followScores, writeScores, type GivenScore } from '../evaluation/scoring.ts';
import type { SeasonRow } from '../season.ts';
import { collectiveHistoryWriter } from './collective-history.ts';
import { evaluationsWriter, mergeCriteria } from './evaluations.ts';
import { peopleWriter } from './people.ts';
import type { Matched, Prepared } from './prepare.ts';
import { absencesWriter, disciplinesWriter, historyWriter, initiativesWriter } from './records.ts';
import { collectivesWriter, registrationsWriter } from './registrations.ts';
import type { Effect, WriteContext, Writer } from './writer.ts';

/** Writes every row of a file; gives what each did, in the order of the rows. Errors: of the writers. */
export function runPrepared(
  context: WriteContext,
  season: SeasonRow,
  prepared: Prepared<ImportKind>,
): Result<readonly Effect[], AppError> {
  const effects: Effect[] = [];
  function each<K extends ImportKind>(kind: K, writer: Writer<K>): Result<readonly Effect[], AppError> {
    if (prepared.kind !== kind) throw new Error(`A file of ${prepared.kind} is not one of ${kind}.`);
    for (const matched of prepared.matched as readonly Matched<K>[]) {
      const effect = writer(matched);
      if (!effect.ok) return effect;
      effects.push(effect.value);
    }
    return ok(effects);
  }
  switch (prepared.kind) {
    case 'people':
      return each('people', peopleWriter(context, season));
    case 'history':
      return each('history', historyWriter(context));
    case 'initiatives':
      return each('initiatives', initiativesWriter(context));
    case 'disciplines':
      return each('disciplines', disciplinesWriter(context));
    case 'absences':
      return each('absences', absencesWriter(context));
    case 'registrations':
      return each('registrations', registrationsWriter(context, season));
    case 'collectiveHistory':
      return each('collectiveHistory', collectiveHistoryWriter(context));
    case 'collectives':
      return each('collectives', collectivesWriter(context, season));
    case 'evaluations': {
      const ids = mergeCriteria(context, season, prepared.criteria);
      if (!ids.ok) return ids;
      const given: GivenScore[] = [];
      const written = each('evaluations', evaluationsWriter(context, season, ids.value, given));
      if (!written.ok) return written;
      const scored = writeScores(context, season, given);
      if (!scored.ok) return scored;
      const changed = new Set(given.map(({ personId }) => personId));
      const unchanged = new Set(
        prepared.matched.flatMap(({ personId: id }) => (id === null || changed.has(id) ? [] : [id])),
      );
      followScores(context, season, unchanged);
      return written;
    }
  }
}
