/** The facts of one person, as the rules read them. */
import { reviewPeriod } from '../../../../shared/dates.ts';
import { careerFacts } from '../../../../shared/domain/career.ts';
import { listKnownFrom } from '../../../../shared/domain/counted.ts';
import type { InitiativeFact, PersonFacts } from '../../../../shared/domain/facts.ts';
import type { Id, TitleId } from '../../../../shared/terms.ts';
import type { Tables } from '../../database/tables.ts';
import { stretchOf } from '../person/career.ts';
import { awardFacts, effectOf, fromFlag } from '../person/record.ts';
import { decisionDay, type SeasonRow } from '../season.ts';
import type { PersonRecord } from '../person/roster.ts';
import { absenceFact, type PersonRows } from './person-rows.ts';
import { yearlyTitles, type TitleStates } from './title-states.ts';

/** What the file knows of an initiative's effect; nothing when nobody knows. */
function effectFact(row: Tables['initiative']): Pick<InitiativeFact, 'effect'> {
  const effect = effectOf(row);
  if (effect === null) return {};
  return { effect: effect === 'none' ? null : { scope: effect.scope, number: effect.number } };
}

function usesFact(rows: readonly Tables['initiative_use'][] | undefined): Pick<InitiativeFact, 'usedFor'> {
  if (rows === undefined) return {};
  return { usedFor: rows.map((row) => ({ titleId: row.title_id, schoolYear: row.school_year })) };
}

/** The disciplines of a person. */
export function disciplineFacts(rows: PersonRows, personId: Id): PersonFacts['disciplines'] {
  return rows.disciplines(personId).map((row) => ({
    form: row.form,
    from: row.from_date,
    to: row.to_date,
    linkedToDuty: fromFlag(row.linked_to_duty),
    ...(row.counted_in_year === null ? {} : { countedInYear: row.counted_in_year }),
  }));
}

function ratingFact(rows: PersonRows, personId: Id, schoolYear: string): PersonFacts['rating'] {
  const row = rows.ratings(personId).find(({ school_year }) => school_year === schoolYear);
  return {
    level: row?.rating ?? null,
    state: row?.state ?? null,
    ...(row === undefined || row.decided_on === null ? {} : { decidedOn: row.decided_on }),
  };
}

function initiativeFacts(rows: PersonRows, personId: Id): readonly InitiativeFact[] {
  const uses = Map.groupBy(rows.initiativeUses(personId), (use) => use.initiative_id);
  return rows.initiatives(personId).map((initiative) => ({
    schoolYear: initiative.school_year,
    name: initiative.name,
    scope: initiative.scope,
    decisionNumber: initiative.decision_number === '' ? null : initiative.decision_number,
    share: initiative.share,
    ...effectFact(initiative),
    ...usesFact(uses.get(initiative.id)),
  }));
}

function researchFacts(rows: PersonRows, personId: Id): PersonFacts['research'] {
  return rows.research(personId).map((work) => ({
    schoolYear: work.school_year,
    name: work.name,
    accepted: work.accepted === 1,
    decisionNumber: work.decision_number === '' ? null : work.decision_number,
    ...(work.scope === null ? {} : { scope: work.scope }),
  }));
}

/** All facts but those of a case: its day of registration, its answers, its achievement. */
export function personFacts(
  { id, code, fullName, joinedOn, sex }: PersonRecord,
  {
    rows,
    states,
    season,
    titleId,
    listedFrom,
  }: {
    readonly rows: PersonRows;
    readonly states: TitleStates;
    readonly season: SeasonRow;
    /** Null reads what the rules of any title read. */
    readonly titleId: TitleId | null;
    /** First year of which the school's lists name its people. */
    readonly listedFrom: string | null;
  },
): Omit<PersonFacts, 'registered' | 'judgements' | 'achievementId'> {
  const schoolYear = season.school_year;
  const stretches = rows.career(id).map(stretchOf);
  return {
    personId: id,
    code,
    fullName,
    joinedOn,
    sex,
    rating: ratingFact(rows, id, schoolYear),
    absences: rows.absences(id).map(absenceFact),
    disciplines: disciplineFacts(rows, id),
    pendingMatters: rows
      .pendingMatters(id)
      .map(({ kind, from_date, to_date }) => ({ kind, from: from_date, to: to_date })),
    initiatives: initiativeFacts(rows, id),
    research: researchFacts(rows, id),
    awards: rows.awards(id).flatMap(awardFacts),
    pastRatings: rows
      .ratings(id)
      .filter(({ school_year }) => school_year < schoolYear)
      .map(({ school_year, rating }) => ({ schoolYear: school_year, level: rating })),
    ...careerFacts({
      stretches,
      joinedOn,
      reviewPeriod: reviewPeriod(schoolYear),
      day: decisionDay(season),
    }),
    ...states.history(id, {
      titleId,
      knownFrom: listKnownFrom({
        ownYears: rows
          .awards(id)
          .filter(({ title_id }) => title_id !== null && yearlyTitles.includes(title_id))
          .map(({ school_year }) => school_year),
        listedFrom,
        stretches,
        schoolYear,
      }),
    }),
  };
}
