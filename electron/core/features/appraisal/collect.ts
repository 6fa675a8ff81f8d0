/** Gathers the facts that the rules read, for everybody at once: one pass over each table, however many people there are. */
import type {
  GroupFacts,
  InitiativeFact,
  Judgements,
  MemberTitleState,
  PersonFacts,
} from '../../../../shared/domain/facts.ts';
import { careerFacts } from '../../../../shared/domain/career.ts';
import { reviewPeriod } from '../../../../shared/dates.ts';
import { rulesOf } from '../../../../shared/rules/catalogue.ts';
import { testsOf, titlesNamed } from '../../../../shared/rules/flatten.ts';
import type { RuleSet } from '../../../../shared/rules/model.ts';
import type { Id, TitleId } from '../../../../shared/terms.ts';
import type { CaseRow } from '../../../../shared/views.ts';
import { define, sql, type ReadHandle } from '../../database/query.ts';
import type { Tables } from '../../database/tables.ts';
import { stretchOf } from '../person/career.ts';
import { effectOf, fromFlag } from '../person/record.ts';
import { listPeople } from '../person/roster.ts';
import { decisionDay, type SeasonRow } from '../season.ts';

const all = {
  ratings: define()(() => sql.selectFrom('year_rating').selectAll()),
  awards: define()(() => sql.selectFrom('award').selectAll().orderBy('school_year').orderBy('name')),
  initiatives: define()(() =>
    sql.selectFrom('initiative').selectAll().orderBy('school_year').orderBy('name'),
  ),
  initiativeUses: define()(() =>
    sql.selectFrom('initiative_use').selectAll().orderBy('school_year').orderBy('title_id'),
  ),
  career: define()(() => sql.selectFrom('career').selectAll().orderBy('from_date').orderBy('kind')),
  research: define()(() => sql.selectFrom('research').selectAll().orderBy('school_year').orderBy('name')),
  disciplines: define()(() => sql.selectFrom('discipline').selectAll().orderBy('from_date').orderBy('form')),
  absences: define()(() => sql.selectFrom('absence').selectAll().orderBy('from_date').orderBy('kind')),
  pendingMatters: define()(() =>
    sql.selectFrom('pending_matter').selectAll().orderBy('from_date').orderBy('kind'),
  ),
  confirmations: define<{ season: Id }>()((p) =>
    sql.selectFrom('score_confirmation').select('person_id').where('season_id', '=', p('season')),
  ),
  judgements: define<{ season: Id }>()((p) =>
    sql
      .selectFrom('judgement')
      .innerJoin('award_case', 'award_case.id', 'judgement.case_id')
      .select([
        'judgement.case_id',
        'judgement.rule_id',
        'judgement.answer',
        'judgement.reason',
        'judgement.by_name',
      ])
      .where('award_case.season_id', '=', p('season')),
  ),
} as const;

/** Titles that a school gives every year. */
const yearly: ReadonlySet<TitleId> = new Set(['LDTT', 'CSTDCS']);

function byPerson<Row extends { readonly person_id: Id }>(
  rows: readonly Row[],
): (personId: Id) => readonly Row[] {
  const groups = Map.groupBy(rows, (row) => row.person_id);
  return (personId) => groups.get(personId) ?? [];
}

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

/** Whose facts are asked for: those of a case, or of somebody who has none yet (`id` and `titleId` null). */
export interface Subject {
  readonly id: Id | null;
  readonly personId: Id | null;
  readonly groupId: Id | null;
  readonly name: string;
  /** Null reads what the rules of any title read. */
  readonly titleId: TitleId | null;
}

/** The facts of a season: those of a person's case, and those of a tổ's. */
export interface SeasonFacts {
  person(subject: Subject): PersonFacts | null;
  group(subject: Subject): GroupFacts | null;
}

/** Words of the judgement that the tổ's confirmed scores stand for. */
export interface Confirmation {
  readonly ruleId: string;
  readonly reason: string;
  readonly by: string;
}

/** Reads every fact once. `confirmation` is what confirmed scores of the tổ count as. */
export function collectFacts(
  read: ReadHandle,
  {
    season,
    cases,
    confirmation,
    ruleSet,
  }: {
    readonly season: SeasonRow;
    readonly cases: readonly CaseRow[];
    readonly confirmation: Confirmation;
    /** Says which titles need the facts of several years. */
    readonly ruleSet: RuleSet;
  },
): SeasonFacts {
  const people = new Map(listPeople(read).map((person) => [person.id, person]));
  const membersByGroup = Map.groupBy(people.values(), (person) => person.groupId);
  const ratings = byPerson(read.all(all.ratings, {}));
  const awardRows = read.all(all.awards, {});
  const awards = byPerson(awardRows);
  // Lists of earlier years are known from the first one that names a yearly title: a lone old medal is not a list.
  const awardsKnownFrom =
    awardRows.find(({ title_id }) => title_id !== null && yearly.has(title_id))?.school_year ?? null;
  const initiatives = byPerson(read.all(all.initiatives, {}));
  const uses = Map.groupBy(read.all(all.initiativeUses, {}), (row) => row.initiative_id);
  const career = byPerson(read.all(all.career, {}));
  const research = byPerson(read.all(all.research, {}));
  const disciplines = byPerson(read.all(all.disciplines, {}));
  const absences = byPerson(read.all(all.absences, {}));
  const pendingMatters = byPerson(read.all(all.pendingMatters, {}));
  const confirmed = new Set(read.all(all.confirmations, { season: season.id }).map((row) => row.person_id));
  const judged = Map.groupBy(read.all(all.judgements, { season: season.id }), (row) => row.case_id);
  const registeredOn = new Map(cases.map((row) => [row.id, row.registeredOn]));
  const casesByPerson = Map.groupBy(
    cases.filter((row) => row.personId !== null),
    (row) => row.personId,
  );

  /** A case without its day may have been registered or not; one that nobody opened yet is not asked. */
  function registeredFact({ id }: Subject): { readonly registered?: true } {
    return id !== null && (registeredOn.get(id) ?? null) !== null ? { registered: true } : {};
  }

  function judgementsOf(row: Subject): Judgements {
    const confirmedOnes: Judgements =
      row.personId !== null && confirmed.has(row.personId)
        ? { [confirmation.ruleId]: { answer: 'pass', reason: confirmation.reason, by: confirmation.by } }
        : {};
    const given = ((row.id === null ? undefined : judged.get(row.id)) ?? []).map(
      ({ rule_id, answer, reason, by_name }) => [rule_id, { answer, reason, by: by_name }],
    );
    return { ...confirmedOnes, ...(Object.fromEntries(given) as Judgements) };
  }

  function disciplineFacts(personId: Id): PersonFacts['disciplines'] {
    return disciplines(personId).map((row) => ({
      form: row.form,
      from: row.from_date,
      to: row.to_date,
      linkedToDuty: fromFlag(row.linked_to_duty),
      ...(row.counted_in_year === null ? {} : { countedInYear: row.counted_in_year }),
    }));
  }

  function currentRating(personId: Id): PersonFacts['rating'] {
    const row = ratings(personId).find(({ school_year }) => school_year === season.school_year);
    return {
      level: row?.rating ?? null,
      state: row?.state ?? null,
      ...(row === undefined || row.decided_on === null ? {} : { decidedOn: row.decided_on }),
    };
  }

  const namedBy = new Map<TitleId | null, readonly TitleId[]>();
  /** Awards of several years that the rules of a title, or of any, read. */
  function awardsNamed(titleId: TitleId | null): readonly TitleId[] {
    const known = namedBy.get(titleId);
    if (known !== undefined) return known;
    const rules = titleId === null ? ruleSet.rules : rulesOf({ ruleSet, titleId });
    const named = [...new Set(rules.flatMap((rule) => testsOf(rule).flatMap(titlesNamed)))];
    namedBy.set(titleId, named);
    return named;
  }

  /** Facts that only the rules on several years read: a case of other titles is not stale when they change. */
  function historyFacts(personId: Id, titleId: TitleId | null): Partial<PersonFacts> {
    const named = awardsNamed(titleId);
    if (named.length === 0) return {};
    const titleIds = named.filter((id) => id !== titleId).sort();
    return {
      awardsKnownFrom,
      awardsThisYear: Object.fromEntries(titleIds.map((id) => [id, memberTitle(personId, id)])),
    };
  }

  function memberTitle(personId: Id, titleId: TitleId): MemberTitleState {
    const row = casesByPerson.get(personId)?.find((candidate) => candidate.titleId === titleId);
    if (row === undefined || row.state === 'WITHDRAWN') return null;
    if (row.state === 'DECIDED' || row.state === 'AWARDED') return 'decided';
    if (row.outcome === 'proposed') return 'proposed';
    if (row.outcome === 'rejected' || row.outcome === 'not-eligible') return 'rejected';
    const eligibility = row.overruled?.eligibility ?? row.eligibility;
    return eligibility === 'no' ? 'rejected' : 'open';
  }

  return {
    person(row) {
      const person = row.personId === null ? undefined : people.get(row.personId);
      if (person === undefined) return null;
      return {
        personId: person.id,
        code: person.code,
        fullName: person.fullName,
        joinedOn: person.joinedOn,
        sex: person.sex,
        ...registeredFact(row),
        status: person.status,
        rating: currentRating(person.id),
        absences: absences(person.id).map(({ kind, from_date, to_date }) => ({
          kind,
          from: from_date,
          to: to_date,
        })),
        disciplines: disciplineFacts(person.id),
        pendingMatters: pendingMatters(person.id).map(({ kind, from_date, to_date }) => ({
          kind,
          from: from_date,
          to: to_date,
        })),
        initiatives: initiatives(person.id).map((initiative) => ({
          schoolYear: initiative.school_year,
          name: initiative.name,
          scope: initiative.scope,
          decisionNumber: initiative.decision_number === '' ? null : initiative.decision_number,
          share: initiative.share,
          ...effectFact(initiative),
          ...usesFact(uses.get(initiative.id)),
        })),
        research: research(person.id).map((work) => ({
          schoolYear: work.school_year,
          name: work.name,
          accepted: work.accepted === 1,
          decisionNumber: work.decision_number === '' ? null : work.decision_number,
          ...(work.scope === null ? {} : { scope: work.scope }),
        })),
        awards: awards(person.id).flatMap((award) =>
          award.title_id === null
            ? []
            : [
                {
                  titleId: award.title_id,
                  schoolYear: award.school_year,
                  decisionNumber: award.decision_number === '' ? null : award.decision_number,
                  decisionDate: award.decision_date,
                  ...(award.reward_type === null ? {} : { rewardType: award.reward_type }),
                  ...(award.themed === null ? {} : { themed: award.themed === 1 }),
                },
              ],
        ),
        pastRatings: ratings(person.id)
          .filter(({ school_year }) => school_year < season.school_year)
          .map(({ school_year, rating }) => ({ schoolYear: school_year, level: rating })),
        judgements: judgementsOf(row),
        ...careerFacts({
          stretches: career(person.id).map(stretchOf),
          joinedOn: person.joinedOn,
          reviewPeriod: reviewPeriod(season.school_year),
          day: decisionDay(season),
        }),
        ...historyFacts(person.id, row.titleId),
      };
    },

    group(row) {
      if (row.groupId === null) return null;
      const members = (membersByGroup.get(row.groupId) ?? []).filter(
        (person) => person.status !== 'LEFT' && person.status !== 'RETIRED',
      );
      return {
        groupId: row.groupId,
        name: row.name,
        ...registeredFact(row),
        rating: { level: null, state: null },
        members: members.map((person) => ({
          personId: person.id,
          fullName: person.fullName,
          rating: currentRating(person.id).level,
          sex: person.sex,
          disciplines: disciplineFacts(person.id),
          titles: { LDTT: memberTitle(person.id, 'LDTT'), CSTDCS: memberTitle(person.id, 'CSTDCS') },
        })),
        judgements: judgementsOf(row),
      };
    },
  };
}
