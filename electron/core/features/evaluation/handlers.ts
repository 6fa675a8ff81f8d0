/** Evaluation on screen: a person's own scores beside those of the tổ, and the rating that is proposed. */
import { placesOf, placesOfNames } from '../../../../shared/names.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { EvaluationSheet } from '../../../../shared/views.ts';
import type { Handlers } from '../../context.ts';
import type { ReadHandle } from '../../database/query.ts';
import { hasPerson, listPeople } from '../person/roster.ts';
import { currentSeason, type SeasonRow } from '../season.ts';
import { writeCriteria } from './criteria.ts';
import { totalOf } from './scores.ts';
import { confirmScores, followCriteria, withdrawConfirmation, writeScores } from './scoring.ts';
import { readSheets } from './sheets.ts';

/** Everybody's scores side by side, by tổ and given name. */
export function readEvaluations(read: ReadHandle, season: SeasonRow): EvaluationSheet {
  const { criteria, scored, sheetOf } = readSheets(read, season);
  const rows = listPeople(read)
    .filter((person) => (person.status !== 'LEFT' && person.status !== 'RETIRED') || scored.has(person.id))
    .map((person) => {
      const sheet = sheetOf(person.id);
      return {
        personId: person.id,
        code: person.code,
        fullName: person.fullName,
        groupName: person.groupName,
        self: sheet.self,
        group: sheet.group,
        selfTotal: totalOf(sheet.self),
        groupTotal: totalOf(sheet.group),
        rating: sheet.rating,
        ratingState: sheet.ratingState,
        confirmed: sheet.confirmed,
      };
    });
  const groupPlace = placesOf(rows.map((row) => row.groupName));
  const namePlace = placesOfNames(rows.map((row) => row.fullName));
  rows.sort(
    (a, b) =>
      groupPlace(a.groupName) - groupPlace(b.groupName) || namePlace(a.fullName) - namePlace(b.fullName),
  );
  return { criteria, rows };
}

export const evaluationHandlers: Handlers<
  'getEvaluations' | 'saveCriteria' | 'saveScores' | 'confirmScores'
> = {
  getEvaluations({ read }) {
    const season = currentSeason(read);
    return season.ok ? ok(readEvaluations(read, season.value)) : season;
  },

  saveCriteria(context, { criteria }) {
    const season = currentSeason(context.write);
    if (!season.ok) return season;
    const written = writeCriteria(context, season.value, criteria);
    if (!written.ok) return written;
    followCriteria(context, season.value);
    context.record({ criteria: written.value.length });
    return ok(null);
  },

  saveScores(context, { scores }) {
    const season = currentSeason(context.write);
    if (!season.ok) return season;
    const personIds = new Set(scores.map(({ personId }) => personId));
    for (const id of personIds) {
      if (!hasPerson(context.write, id)) return err({ code: 'not-found', what: 'người này' });
    }
    const written = writeScores(context, season.value, scores);
    if (!written.ok) return written;
    context.record({ scores: scores.length, people: personIds.size });
    return ok(null);
  },

  confirmScores(context, { personIds, confirmed }) {
    const season = currentSeason(context.write);
    if (!season.ok) return season;
    const wanted = new Set(personIds);
    if (confirmed) {
      const count = confirmScores(context, season.value, wanted);
      context.record({ confirmed: count });
      return ok({ confirmed: count });
    }
    withdrawConfirmation(context.write, season.value, wanted);
    context.record({ confirmed: 0, withdrawn: wanted.size });
    return ok({ confirmed: 0 });
  },
};
