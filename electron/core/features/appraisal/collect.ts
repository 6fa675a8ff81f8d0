/** Gathers the facts that the rules read, of one person after the other: never those of a whole school at once. */
import type {
  CaseFacts,
  GroupFacts,
  Judgements,
  PersonFacts,
  PupilFacts,
} from '../../../../shared/domain/facts.ts';
import { stillMembers } from '../../../../shared/domain/counted.ts';
import type { CaseOwner } from '../../../../shared/domain/case-object.ts';
import { fold } from '../../../../shared/names.ts';
import type { RuleSet } from '../../../../shared/rules/model.ts';
import type { Id, TitleId } from '../../../../shared/terms.ts';
import type { CaseRow } from '../../../../shared/views.ts';
import { define, sql, type ReadHandle } from '../../database/query.ts';
import { collectiveRecords } from '../collective/record.ts';
import { findPerson } from '../person/roster.ts';
import { findPupil } from '../pupil/roster.ts';
import type { SeasonRow } from '../season.ts';
import { answers } from './answers.ts';
import { checkContext } from './context.ts';
import { membersOf, type Member } from './members.ts';
import { disciplineFacts, personFacts } from './person-facts.ts';
import { personRows, type PersonRows } from './person-rows.ts';
import { listedFrom, titleStates, type TitleStates } from './title-states.ts';

const selectConfirmation = define<{ season: Id; person: Id }>()((p) =>
  sql
    .selectFrom('score_sheet')
    .select('person_id')
    .where('season_id', '=', p('season'))
    .where('person_id', '=', p('person'))
    .where('confirmed_at', 'is not', null),
);

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
  /** Who belongs to a collective in the year, counted or not. */
  members(groupId: Id): readonly Member[];
  /** How far the titles of this year have come. */
  readonly states: TitleStates;
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

/** What a case itself tells: its day of registration, the answers of people, the achievement that it rests on. */
function caseFacts(
  read: ReadHandle,
  {
    season,
    cases,
    confirmation,
  }: {
    readonly season: SeasonRow;
    readonly cases: readonly CaseRow[];
    readonly confirmation: Confirmation;
  },
) {
  const registeredOn = new Map(cases.map((row) => [row.id, row.registeredOn]));
  const achievementOf = new Map(cases.map((row) => [row.id, row.achievement]));
  return {
    /** A case without its day may have been registered or not; one that nobody opened yet is not asked. */
    registered({ id }: Subject): { readonly registered?: true } {
      return id !== null && (registeredOn.get(id) ?? null) !== null ? { registered: true } : {};
    },
    judgements(row: Subject): Judgements {
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
    },
    /** The achievement, when somebody said it. */
    achievement({ id }: Subject): { readonly achievementId?: string } {
      const achievement = id === null ? undefined : achievementOf.get(id);
      return achievement === undefined || achievement === '' ? {} : { achievementId: fold(achievement) };
    },
  } as const;
}

/** Those of a collective who count, and those who don't with the reason. */
function memberFacts(
  members: readonly Member[],
  { rows, states }: { readonly rows: PersonRows; readonly states: TitleStates },
): Pick<GroupFacts, 'members' | 'leftOut'> {
  const leftOut = members.flatMap(({ person, because, decision, counted }) => {
    const cause = decision === null ? because : { reason: decision.reason, by: decision.by };
    if (counted || cause === null) return [];
    const isMember = typeof cause !== 'string' || stillMembers.has(cause);
    const disciplines = isMember ? disciplineFacts(rows, person.id) : [];
    return [
      {
        personId: person.id,
        fullName: person.fullName,
        because: cause,
        ...(disciplines.length === 0 ? {} : { disciplines }),
      },
    ];
  });
  return {
    members: members
      .filter(({ counted }) => counted)
      .map(({ person, because, decision, rating }) => ({
        personId: person.id,
        fullName: person.fullName,
        rating,
        sex: person.sex,
        disciplines: disciplineFacts(rows, person.id),
        titles: { LDTT: states.of(person.id, 'LDTT'), CSTDCS: states.of(person.id, 'CSTDCS') },
        ...(because === null || decision === null
          ? {}
          : { decision: { reason: decision.reason, by: decision.by } }),
      })),
    ...(leftOut.length === 0 ? {} : { leftOut }),
  };
}

/** Reads facts as they are asked for. `confirmation` is what confirmed scores of the tổ count as. */
export function collectFacts(
  read: ReadHandle,
  given: {
    readonly season: SeasonRow;
    readonly cases: readonly CaseRow[];
    readonly confirmation: Confirmation;
    /** Says which titles need the facts of several years. */
    readonly ruleSet: RuleSet;
  },
): SeasonFacts {
  const { season, ruleSet } = given;
  const rows = personRows(read);
  const states = titleStates(read, given);
  const ofCase = caseFacts(read, given);
  const collectives = collectiveRecords(read);
  const members = membersOf(read, { seasonId: season.id, context: checkContext(season, ruleSet), rows });
  const listed = listedFrom(read);

  const facts: Pick<SeasonFacts, 'person' | 'group' | 'pupil'> = {
    person(row) {
      const person = row.personId === null ? undefined : findPerson(read, row.personId);
      if (person === undefined) return null;
      return {
        ...personFacts(person, { rows, states, season, titleId: row.titleId, listedFrom: listed }),
        ...ofCase.registered(row),
        judgements: ofCase.judgements(row),
        ...ofCase.achievement(row),
      };
    },

    group(row) {
      if (row.groupId === null) return null;
      const record = collectives(row.groupId);
      const knownFrom = record.knownFrom(season.school_year);
      return {
        groupId: row.groupId,
        name: row.name,
        isSchool: record.isSchool,
        ...ofCase.registered(row),
        ...record.factsOf(season.school_year),
        ...memberFacts(members({ id: row.groupId, isSchool: record.isSchool }), { rows, states }),
        judgements: ofCase.judgements(row),
        ...ofCase.achievement(row),
        ...(knownFrom === null ? {} : states.history(row.groupId, { titleId: row.titleId, knownFrom })),
      };
    },

    pupil(row) {
      const pupil = row.pupilId === null ? undefined : findPupil(read, row.pupilId);
      if (pupil === undefined) return null;
      return {
        pupilId: pupil.id,
        name: pupil.name,
        className: pupil.className,
        judgements: ofCase.judgements(row),
        ...ofCase.achievement(row),
      };
    },
  };
  return {
    ...facts,
    of: (row) => facts.person(row) ?? facts.group(row) ?? facts.pupil(row),
    members: (id) => members({ id, isSchool: collectives(id).isSchool }),
    states,
  };
}
