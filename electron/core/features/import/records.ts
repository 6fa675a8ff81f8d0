/** Writes the rows of files that tell what is on record of people: earlier years, initiatives, disciplines. */
import { fold } from '../../../../shared/names.ts';
import { ok } from '../../../../shared/result.ts';
import { findTitle } from '../../../../shared/rules/catalogue.ts';
import { statements, writeAwards, writeDiscipline, writeInitiative, writeRating } from '../person/facts.ts';
import type { WriteContext, Writer } from './writer.ts';

/** Writes ratings and awards of earlier years. */
export function historyWriter(context: WriteContext): Writer<'history'> {
  const { write } = context;
  return ({ row, personId }) => {
    if (personId === null) return ok('same');
    const rating = write
      .all(statements.ratings, { person: personId })
      .find(({ school_year }) => school_year === row.schoolYear);
    const awards = write
      .all(statements.awards, { person: personId })
      .filter(({ school_year }) => school_year === row.schoolYear);
    const wanted = row.titles?.map((titleId) => ({
      titleId,
      name: findTitle(titleId)?.name ?? titleId,
      decisionNumber: row.decisionNumber ?? '',
      decisionDate: row.decisionDate,
    }));
    const asText = (
      list: readonly { titleId: string | null; decisionNumber: string; decisionDate: string | null }[],
    ) =>
      list
        .map((award) => [award.titleId, award.decisionNumber, award.decisionDate].join('|'))
        .sort()
        .join('\n');
    const known = awards.map((award) => ({
      titleId: award.title_id,
      decisionNumber: award.decision_number,
      decisionDate: award.decision_date,
    }));
    const isSame = wanted === undefined || asText(known) === asText(wanted);
    if (isSame && (row.rating === null || rating?.rating === row.rating)) return ok('same');
    if (row.rating !== null)
      writeRating(write, { personId, schoolYear: row.schoolYear, rating: row.rating, state: 'decided' });
    // A file of ratings alone says nothing of awards.
    if (wanted !== undefined) writeAwards(context, { personId, schoolYear: row.schoolYear, awards: wanted });
    return ok(rating === undefined && awards.length === 0 ? 'add' : 'change');
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
