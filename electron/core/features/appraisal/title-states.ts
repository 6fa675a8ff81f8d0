/** How far the titles of this year have come, of people and of collectives, and from when on their lists are whole. */
import { effectiveEligibility } from '../../../../shared/domain/verdict.ts';
import type { HistoryFacts, MemberTitleState } from '../../../../shared/domain/facts.ts';
import type { RuleSet } from '../../../../shared/rules/model.ts';
import { awardsNamedBy } from '../../../../shared/rules/title-order.ts';
import type { Id, TitleId } from '../../../../shared/terms.ts';
import type { CaseRow } from '../../../../shared/views.ts';
import { define, sql, type ReadHandle } from '../../database/query.ts';
import type { SeasonRow } from '../season.ts';

/** Titles that a school gives its people every year. */
export const yearlyTitles: readonly TitleId[] = ['LDTT', 'CSTDCS'];

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

/** The first school year of which the school's lists name its people; null while there are none. */
export function listedFrom(read: ReadHandle): string | null {
  return read.get(selectListedFrom, {})?.first ?? null;
}

/** How far the titles of this year have come. */
export interface TitleStates {
  /** The award that was recorded, then the case. */
  of(ownerId: Id, titleId: TitleId): MemberTitleState;
  /** Facts that only the rules on several years read: a case of other titles is not stale when they change. */
  history(
    ownerId: Id,
    asked: {
      /** Null reads what the rules of any title read. */
      readonly titleId: TitleId | null;
      readonly knownFrom: string;
    },
  ): Pick<HistoryFacts, 'awardsKnownFrom' | 'awardsThisYear'>;
}

/** Reads the awards that were recorded for the year once, when one is first asked for. */
export function titleStates(
  read: ReadHandle,
  {
    season,
    cases,
    ruleSet,
  }: {
    readonly season: SeasonRow;
    readonly cases: readonly CaseRow[];
    /** Says which titles need the facts of several years. */
    readonly ruleSet: RuleSet;
  },
): TitleStates {
  const casesOf = Map.groupBy(cases, (row) => row.personId ?? row.groupId);
  const namedBy = new Map<TitleId | null, readonly TitleId[]>();
  let recorded: ReadonlySet<string> | null = null;

  /** Awards of several years that the rules of a title, or of any, read. */
  function awardsNamed(titleId: TitleId | null): readonly TitleId[] {
    const known = namedBy.get(titleId);
    if (known !== undefined) return known;
    const named = awardsNamedBy({ ruleSet, titleId });
    namedBy.set(titleId, named);
    return named;
  }

  function stateOf(ownerId: Id, titleId: TitleId): MemberTitleState {
    recorded ??= new Set(
      read
        .all(selectTitlesOfYear, { schoolYear: season.school_year })
        .map(({ person_id, title_id }) => `${person_id} ${title_id ?? ''}`),
    );
    if (recorded.has(`${ownerId} ${titleId}`)) return 'decided';
    return caseState(casesOf.get(ownerId)?.find((candidate) => candidate.titleId === titleId));
  }

  return {
    of: stateOf,
    history(ownerId, { titleId, knownFrom }) {
      const named = awardsNamed(titleId);
      if (named.length === 0) return {};
      const titleIds = named.filter((one) => one !== titleId).sort();
      return {
        awardsKnownFrom: knownFrom,
        awardsThisYear: Object.fromEntries(titleIds.map((one) => [one, stateOf(ownerId, one)])),
      };
    },
  };
}

function caseState(row: CaseRow | undefined): MemberTitleState {
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
