/** Gathers the facts that the rules read, of one person after the other: never those of a whole school at once. */
import { effectiveEligibility } from '../../../../shared/domain/verdict.ts';
import type {
  CaseFacts,
  GroupFacts,
  HistoryFacts,
  InitiativeFact,
  Judgements,
  MemberTitleState,
  PersonFacts,
  PupilFacts,
} from '../../../../shared/domain/facts.ts';
import type { CaseOwner } from '../../../../shared/domain/case-object.ts';
import { careerFacts } from '../../../../shared/domain/career.ts';
import { countsForYear, listKnownFrom } from '../../../../shared/domain/counted.ts';
import { reviewPeriod } from '../../../../shared/dates.ts';
import { fold } from '../../../../shared/names.ts';
import type { RuleSet } from '../../../../shared/rules/model.ts';
import { awardsNamedBy } from '../../../../shared/rules/title-order.ts';
import type { Id, TitleId } from '../../../../shared/terms.ts';
import type { CaseRow, PersonRow } from '../../../../shared/views.ts';
import { define, sql, type ReadHandle, type Statement } from '../../database/query.ts';
import type { Tables } from '../../database/tables.ts';
import { collectiveRecords } from '../collective/record.ts';
import { stretchOf } from '../person/career.ts';
import { awardFacts, effectOf, fromFlag } from '../person/record.ts';
import { findPerson, listPeople } from '../person/roster.ts';
import { findPupil } from '../pupil/roster.ts';
import { decisionDay, type SeasonRow } from '../season.ts';
import { answers } from './answers.ts';

const of = {
  ratings: define<{ person: Id }>()((p) =>
    sql.selectFrom('year_rating').selectAll().where('person_id', '=', p('person')).orderBy('school_year'),
  ),
  awards: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('award')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('school_year')
      .orderBy('name'),
  ),
  initiatives: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('initiative')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('school_year')
      .orderBy('name'),
  ),
  initiativeUses: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('initiative_use')
      .innerJoin('initiative', 'initiative.id', 'initiative_use.initiative_id')
      .selectAll('initiative_use')
      .where('initiative.person_id', '=', p('person'))
      .orderBy('initiative_use.school_year')
      .orderBy('initiative_use.title_id'),
  ),
  career: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('career')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('from_date')
      .orderBy('kind'),
  ),
  research: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('research')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('school_year')
      .orderBy('name'),
  ),
  disciplines: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('discipline')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('from_date')
      .orderBy('form'),
  ),
  absences: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('absence')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('from_date')
      .orderBy('kind'),
  ),
  pendingMatters: define<{ person: Id }>()((p) =>
    sql
      .selectFrom('pending_matter')
      .selectAll()
      .where('person_id', '=', p('person'))
      .orderBy('from_date')
      .orderBy('kind'),
  ),
} as const;
const selectConfirmation = define<{ season: Id; person: Id }>()((p) =>
  sql
    .selectFrom('score_sheet')
    .select('person_id')
    .where('season_id', '=', p('season'))
    .where('person_id', '=', p('person'))
    .where('confirmed_at', 'is not', null),
);
/** Titles that a school gives every year. */
const yearlyTitles: readonly TitleId[] = ['LDTT', 'CSTDCS'];
/** The first year of which a list names people who worked nowhere else: two at least, for one alone may have brought it. */
const selectListedFrom = define()(() =>
  sql
    .selectFrom('award')
    .select('school_year as first')
    .where('title_id', 'in', yearlyTitles)
    .where(
      'person_id',
      'not in',
      sql.selectFrom('career').select('person_id').where('kind', '=', 'OTHER_UNIT'),
    )
    .groupBy('school_year')
    .having((column) => column(column.fn.count('person_id').distinct(), '>=', 2))
    .orderBy('school_year')
    .limit(1),
);
const selectTitlesOfYear = define<{ schoolYear: string }>()((p) =>
  sql
    .selectFrom('award')
    .select(['person_id', 'title_id'])
    .where('school_year', '=', p('schoolYear'))
    .where('title_id', 'in', yearlyTitles)
    .where('cancelled_by', 'is', null),
);

/** Asks for the rows of a person, and remembers those of the last: the cases of one person follow one another. */
function byPerson<Row>(
  read: ReadHandle,
  statement: Statement<{ person: Id }, Row>,
): (personId: Id) => readonly Row[] {
  let last: Id | null = null;
  let rows: readonly Row[] = [];
  return (personId) => {
    if (personId !== last) {
      rows = read.all(statement, { person: personId });
      last = personId;
    }
    return rows;
  };
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
export interface Subject extends CaseOwner {
  readonly id: Id | null;
  readonly name: string;
  /** Null reads what the rules of any title read. */
  readonly titleId: TitleId | null;
}

/** The facts of a season: those of a person's case, of a tổ's, of a pupil's; null when the case is not of that kind. */
export interface SeasonFacts {
  /** Of whichever kind the case is; null when nobody stands behind it any more. */
  of(subject: Subject): CaseFacts | null;
  person(subject: Subject): PersonFacts | null;
  group(subject: Subject): GroupFacts | null;
  pupil(subject: Subject): PupilFacts | null;
}

/** Cases in the order in which their people lie in the file: facts of neighbours are read from the same pages. */
export function inOrderOfFile(cases: readonly CaseRow[]): readonly CaseRow[] {
  const place = ({ personId }: CaseRow) => personId ?? '';
  return cases.toSorted((a, b) => Number(place(a) > place(b)) - Number(place(a) < place(b)));
}

/** Words of the judgement that the tổ's confirmed scores stand for. */
export interface Confirmation {
  readonly ruleId: string;
  readonly reason: string;
  readonly by: string;
}

/** Reads facts as they are asked for. `confirmation` is what confirmed scores of the tổ count as. */
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
  const ratings = byPerson(read, of.ratings);
  const awards = byPerson(read, of.awards);
  const listedFrom = read.get(selectListedFrom, {})?.first ?? null;
  const initiatives = byPerson(read, of.initiatives);
  const usesOf = byPerson(read, of.initiativeUses);
  const career = byPerson(read, of.career);
  const research = byPerson(read, of.research);
  const disciplines = byPerson(read, of.disciplines);
  const absences = byPerson(read, of.absences);
  const pendingMatters = byPerson(read, of.pendingMatters);
  const registeredOn = new Map(cases.map((row) => [row.id, row.registeredOn]));
  const collectives = collectiveRecords(read);
  const casesOf = Map.groupBy(cases, (row) => row.personId ?? row.groupId);
  const achievementOf = new Map(cases.map((row) => [row.id, row.achievement]));

  let memberLists: ReadonlyMap<Id | null, readonly PersonRow[]> | null = null;
  /** The people of a tổ; all lists are made with the first. */
  function membersOf(groupId: Id): readonly PersonRow[] {
    memberLists ??= Map.groupBy(listPeople(read), (person) => person.groupId);
    return memberLists.get(groupId) ?? [];
  }

  /** A case without its day may have been registered or not; one that nobody opened yet is not asked. */
  function registeredFact({ id }: Subject): { readonly registered?: true } {
    return id !== null && (registeredOn.get(id) ?? null) !== null ? { registered: true } : {};
  }

  function judgementsOf(row: Subject): Judgements {
    const confirmedOnes: Judgements =
      row.personId !== null &&
      read.get(selectConfirmation, { season: season.id, person: row.personId }) !== undefined
        ? { [confirmation.ruleId]: { answer: 'pass', reason: confirmation.reason, by: confirmation.by } }
        : {};
    const judged = row.id === null ? [] : read.all(answers.select, { id: row.id });
    const given = judged.map(({ rule_id, answer, reason, by_name }) => [
      rule_id,
      { answer, reason, by: by_name },
    ]);
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
    const named = awardsNamedBy({ ruleSet, titleId });
    namedBy.set(titleId, named);
    return named;
  }

  /** Facts that only the rules on several years read: a case of other titles is not stale when they change. */
  function historyFacts(
    id: Id,
    { titleId, knownFrom }: { readonly titleId: TitleId | null; readonly knownFrom: string | null },
  ): Pick<HistoryFacts, 'awardsKnownFrom' | 'awardsThisYear'> {
    const named = awardsNamed(titleId);
    if (named.length === 0) return {};
    const titleIds = named.filter((one) => one !== titleId).sort();
    return {
      awardsKnownFrom: knownFrom,
      awardsThisYear: Object.fromEntries(titleIds.map((one) => [one, memberTitle(id, one)])),
    };
  }

  /** The achievement that a case rests on, when somebody said it. */
  function achievementFact({ id }: Subject): { readonly achievementId?: string } {
    const achievement = id === null ? undefined : achievementOf.get(id);
    return achievement === undefined || achievement === '' ? {} : { achievementId: fold(achievement) };
  }

  let recorded: ReadonlySet<string> | null = null;
  /** How far a title of this year has come: the award that was recorded, then the case. */
  function memberTitle(id: Id, titleId: TitleId): MemberTitleState {
    const row = casesOf.get(id)?.find((candidate) => candidate.titleId === titleId);
    recorded ??= new Set(
      read
        .all(selectTitlesOfYear, { schoolYear: season.school_year })
        .map(({ person_id, title_id }) => `${person_id} ${title_id ?? ''}`),
    );
    if (recorded.has(`${id} ${titleId}`)) return 'decided';
    if (row === undefined || row.state === 'WITHDRAWN') return null;
    if (row.state === 'DECIDED' || row.state === 'AWARDED') return 'decided';
    if (row.outcome === 'proposed') return 'proposed';
    if (row.outcome === 'rejected' || row.outcome === 'not-eligible') return 'rejected';
    const eligibility = effectiveEligibility(row);
    if (eligibility === 'no') return 'rejected';
    // What was voted is what the council proposes, before its meeting is closed.
    if (eligibility !== 'yes' || row.agree === null || row.needed === null) return 'open';
    return row.agree >= row.needed ? 'proposed' : 'rejected';
  }

  const facts: Omit<SeasonFacts, 'of'> = {
    person(row) {
      const person = row.personId === null ? undefined : findPerson(read, row.personId);
      if (person === undefined) return null;
      const uses = Map.groupBy(usesOf(person.id), (use) => use.initiative_id);
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
        awards: awards(person.id).flatMap(awardFacts),
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
        ...achievementFact(row),
        ...historyFacts(person.id, {
          titleId: row.titleId,
          knownFrom: listKnownFrom({
            ownYears: awards(person.id)
              .filter(({ title_id }) => title_id !== null && yearlyTitles.includes(title_id))
              .map(({ school_year }) => school_year),
            listedFrom,
            stretches: career(person.id).map(stretchOf),
            schoolYear: season.school_year,
          }),
        }),
      };
    },

    group(row) {
      if (row.groupId === null) return null;
      const record = collectives(row.groupId);
      const everybody = record.isSchool ? listPeople(read) : membersOf(row.groupId);
      const present = everybody.filter(({ status }) => status !== 'LEFT' && status !== 'RETIRED');
      const isCounted = (person: PersonRow) =>
        countsForYear({
          joinedOn: person.joinedOn,
          stretches: career(person.id).map(stretchOf),
          hasRating: currentRating(person.id).level !== null,
          reviewPeriod: reviewPeriod(season.school_year),
          neededMonths: ruleSet.values.newStaffMonths.value,
        });
      const members = present.filter(isCounted);
      const recruits = present.filter((person) => !isCounted(person));
      return {
        groupId: row.groupId,
        name: row.name,
        isSchool: record.isSchool,
        ...registeredFact(row),
        ...record.factsOf(season.school_year),
        members: members.map((person) => ({
          personId: person.id,
          fullName: person.fullName,
          rating: currentRating(person.id).level,
          sex: person.sex,
          disciplines: disciplineFacts(person.id),
          titles: { LDTT: memberTitle(person.id, 'LDTT'), CSTDCS: memberTitle(person.id, 'CSTDCS') },
        })),
        ...(recruits.length === 0
          ? {}
          : {
              leftOut: recruits.map(({ id, fullName }) => ({
                personId: id,
                fullName,
                reason: 'recruit' as const,
              })),
            }),
        judgements: judgementsOf(row),
        ...achievementFact(row),
        ...(record.knownFrom === null
          ? {}
          : historyFacts(row.groupId, { titleId: row.titleId, knownFrom: record.knownFrom })),
      };
    },

    pupil(row) {
      const pupil = row.pupilId === null ? undefined : findPupil(read, row.pupilId);
      if (pupil === undefined) return null;
      return {
        pupilId: pupil.id,
        name: pupil.name,
        className: pupil.className,
        judgements: judgementsOf(row),
        ...achievementFact(row),
      };
    },
  };
  return { ...facts, of: (row) => facts.person(row) ?? facts.group(row) ?? facts.pupil(row) };
}
