/** Writes the rows of files that tell what is on record of people: earlier years, initiatives, disciplines, leave. */
import { fold } from '../../../../shared/names.ts';
import { leaveStep } from '../../../../shared/imports/standing-rows.ts';
import { ok } from '../../../../shared/result.ts';
import { awardsToWrite } from '../awards.ts';
import { statements, writeAbsence, writeDiscipline, writeInitiative, writeRating } from '../person/facts.ts';
import { awardRow, writeAward } from '../person/record.ts';
import { knownStanding } from '../person/standing.ts';
import type { WriteContext, Writer } from './writer.ts';

/** Writes ratings and awards of earlier years; what a row leaves blank, and awards it does not name, stay as they are. */
export function historyWriter(context: WriteContext): Writer<'history'> {
  const { write } = context;
  return ({ row, personId }) => {
    if (personId === null) return ok('same');
    const { schoolYear } = row;
    const rating = write
      .all(statements.ratings, { person: personId })
      .find(({ school_year }) => school_year === schoolYear);
    const own = write.all(statements.awards, { person: personId }).map(awardRow);
    const isNew = rating === undefined && !own.some((award) => award.schoolYear === schoolYear);
    const awards = awardsToWrite(row, own);
    const isRated = row.rating !== null && rating?.rating !== row.rating;
    if (!isRated && awards.length === 0) return ok('same');
    if (row.rating !== null)
      writeRating(write, { personId, schoolYear, rating: row.rating, state: 'decided' });
    for (const award of awards) writeAward(context, { ...award, personId });
    return ok(isNew ? 'add' : 'change');
  };
}

/** Writes initiatives. */
export function initiativesWriter(context: WriteContext): Writer<'initiatives'> {
  return ({ row, personId }) => {
    if (personId === null) return ok('same');
    const known = context.write
      .all(statements.initiatives, { person: personId })
      .find((one) => one.school_year === row.schoolYear && fold(one.name) === fold(row.initiativeName));
    const decisionNumber = row.decisionNumber ?? '';
    if (known?.scope === row.scope && known.share === row.share && known.decision_number === decisionNumber) {
      return ok('same');
    }
    writeInitiative(context, {
      id: known?.id ?? null,
      personId,
      schoolYear: row.schoolYear,
      name: row.initiativeName,
      share: row.share,
      scope: row.scope,
      decisionNumber,
    });
    return ok(known === undefined ? 'add' : 'change');
  };
}

/** Writes disciplines. */
export function disciplinesWriter(context: WriteContext): Writer<'disciplines'> {
  return ({ row, personId }) => {
    if (personId === null) return ok('same');
    const known = context.write
      .all(statements.disciplines, { person: personId })
      .find((one) => one.form === row.form && one.from_date === row.from);
    if (known !== undefined && known.to_date === row.to) return ok('same');
    writeDiscipline(context, { id: known?.id ?? null, personId, form: row.form, from: row.from, to: row.to });
    return ok(known === undefined ? 'add' : 'change');
  };
}

/** Writes leave: what contradicts the record was asked before. */
export function absencesWriter(context: WriteContext): Writer<'absences'> {
  return ({ row, personId }) => {
    if (personId === null) return ok('same');
    const step = leaveStep(row.leave, knownStanding(context.write, personId));
    if (step.kind === 'same' || step.kind === 'conflict') return ok('same');
    writeAbsence(context, { id: step.kind === 'fill' ? step.id : null, personId, ...row.leave });
    return ok(step.kind === 'add' ? 'add' : 'change');
  };
}
