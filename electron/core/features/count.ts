/** A voting round as it stands: its slate, its papers in number only, the identities of its count, its sealed figures. */
import type { AppError } from '../../../shared/errors.ts';
import {
  identities,
  type Ballot,
  type Identity,
  type PartialRow,
  type SlateEntry,
} from '../../../shared/domain/ballot.ts';
import {
  compareCounts,
  type CountDifference,
  type CountNumber,
} from '../../../shared/domain/second-count.ts';
import { isInRoom } from '../../../shared/domain/presence.ts';
import { baseOf } from '../../../shared/domain/tally.ts';
import { need } from '../../../shared/domain/threshold.ts';
import { tidy } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { findTitle, voteRuleFor } from '../../../shared/rules/catalogue.ts';
import type { BallotForm, Sourced, VoteRule } from '../../../shared/rules/model.ts';
import type { Id, Mark } from '../../../shared/terms.ts';
import type { BallotInput, CaseRow } from '../../../shared/views.ts';
import { missingThings } from '../../../shared/vi/council.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import type { Session } from '../session.ts';
import { bodyOfRound } from './body.ts';
import { listRecusals } from './recusal.ts';
import { listCaseRows } from './registration.ts';
import { listTellers, readSitting, type Sitting } from './sitting.ts';

export type RoundRecord = Tables['round'];
export type TotalRow = Tables['round_total'];
export type ResultRow = Tables['round_result'];

const selectRounds = define<{ meeting: Id }>()((p) =>
  sql
    .selectFrom('round')
    .selectAll()
    .where('meeting_id', '=', p('meeting'))
    .orderBy('number')
    .orderBy('title_id'),
);
const selectSlate = define<{ round: Id }>()((p) =>
  sql.selectFrom('slate').select('case_id').where('round_id', '=', p('round')).orderBy('position'),
);
const countBallots = define<{ round: Id }>()((p) =>
  sql
    .selectFrom('ballot')
    .select(({ fn }) => [
      'count_number',
      fn.countAll<number>().as('stored'),
      fn.count<number>('invalid_reason').as('invalid'),
    ])
    .where('round_id', '=', p('round'))
    .groupBy('count_number'),
);
const selectCounts = define<{ round: Id }>()((p) =>
  sql.selectFrom('round_count').selectAll().where('round_id', '=', p('round')).orderBy('number'),
);
const selectBallots = define<{ round: Id; count: CountNumber }>()((p) =>
  sql
    .selectFrom('ballot')
    .leftJoin('ballot_mark', 'ballot_mark.ballot_id', 'ballot.id')
    .select(['ballot.id', 'ballot.invalid_reason', 'ballot_mark.mark'])
    .where('ballot.round_id', '=', p('round'))
    .where('ballot.count_number', '=', p('count'))
    .orderBy('ballot.id')
    .orderBy('ballot_mark.position'),
);
const selectTotals = define<{ round: Id }>()((p) =>
  sql.selectFrom('round_total').selectAll().where('round_id', '=', p('round')),
);
const selectOpinions = define<{ round: Id }>()((p) =>
  sql.selectFrom('written_opinion').selectAll().where('round_id', '=', p('round')),
);
const selectResults = define<{ round: Id }>()((p) =>
  sql.selectFrom('round_result').selectAll().where('round_id', '=', p('round')),
);
const selectAttendees = define<{ round: Id }>()((p) =>
  sql.selectFrom('round_attendee').select('member_id').where('round_id', '=', p('round')),
);
const selectDraft = define<{ round: Id; count: CountNumber }>()((p) =>
  sql
    .selectFrom('ballot_draft')
    .select('ballots')
    .where('round_id', '=', p('round'))
    .where('count_number', '=', p('count')),
);

/** Rounds of a meeting, the first ballots of all titles first. */
export function listRounds(read: ReadHandle, meetingId: Id): readonly RoundRecord[] {
  return read.all(selectRounds, { meeting: meetingId });
}

/** Cases on the slate of a round, in its order. */
export function listSlate(read: ReadHandle, roundId: Id): readonly Id[] {
  return read.all(selectSlate, { round: roundId }).map((row) => row.case_id);
}

/** Who was in the room when the papers of a round were issued. */
export function listAttendees(read: ReadHandle, roundId: Id): readonly Id[] {
  return read.all(selectAttendees, { round: roundId }).map((row) => row.member_id);
}

/** Name of the title of a round. */
export function titleOf(round: Pick<RoundRecord, 'title_id'>): string {
  return findTitle(round.title_id)?.name ?? round.title_id;
}

/** Everything that is known of a count, without a mark of any paper. */
export interface Count {
  readonly sitting: Sitting;
  readonly round: RoundRecord;
  readonly rule: Sourced<VoteRule>;
  readonly slate: readonly (SlateEntry & { readonly row: CaseRow })[];
  readonly form: BallotForm;
  /** Every count of the papers, with how many are stored in each; the papers of two counts are told to nobody. */
  readonly counts: readonly (Tables['round_count'] & { readonly stored: number })[];
  /** The count that all figures below are of; null for whoever has none of two. */
  readonly own: CountNumber | null;
  /** Papers stored; 0 in a round of totals. */
  readonly stored: number;
  readonly aside: number;
  /** Null while a number that it rests on was not typed. */
  readonly valid: number | null;
  readonly invalid: number | null;
  readonly totals: readonly TotalRow[];
  readonly opinions: readonly Tables['written_opinion'][];
  readonly results: readonly ResultRow[];
  readonly opinionMembers: ReadonlySet<Id>;
  /** Members in the room: when the papers were issued, or now. */
  readonly present: number;
  /** How many of them may vote on a case, where some step aside from it. */
  readonly voters: Readonly<Record<Id, number>>;
  readonly base: number;
  readonly needed: number;
}

/** Who asks for a count: somebody signed in, nobody, or the app itself for one of the counts. */
type Asker = Pick<Session, 'name'> | CountNumber | null;

/** Reads a round of the meeting as `who` may see it. Errors: those of `readSitting`, not-found. */
export function readCount(
  read: ReadHandle,
  { roundId, who }: { readonly roundId: Id; readonly who: Asker },
): Result<Count, AppError> {
  const body = bodyOfRound(read, roundId);
  if (!body.ok) return body;
  const sitting = readSitting(read, body.value);
  return sitting.ok ? readCountOf(read, { sitting: sitting.value, roundId, who }) : sitting;
}

/** The member of the panel who is signed in; undefined for anybody else. */
export function tellerOf(read: ReadHandle, sitting: Sitting, who: Pick<Session, 'name'>) {
  const tellers = new Set(listTellers(read, sitting.meeting.id));
  return sitting.members.find(({ id, fullName }) => tellers.has(id) && isSameName(fullName, who.name));
}

function isSameName(one: string, other: string): boolean {
  return tidy(one).toLocaleLowerCase('vi') === tidy(other).toLocaleLowerCase('vi');
}

function ownCount({
  round,
  counts,
  members,
  who,
}: {
  readonly round: RoundRecord;
  readonly counts: readonly Tables['round_count'][];
  readonly members: Sitting['members'];
  readonly who: Asker;
}): CountNumber | null {
  if (round.counts === 1 || round.state === 'sealed') return 1;
  if (who === null || typeof who === 'number') return who;
  const own = counts.find(({ member_id }) =>
    members.some(({ id, fullName }) => id === member_id && isSameName(fullName, who.name)),
  );
  return own?.number ?? null;
}

/** As `readCount`, of a sitting that was read already. */
export function readCountOf(
  read: ReadHandle,
  { sitting, roundId, who }: { readonly sitting: Sitting; readonly roundId: Id; readonly who: Asker },
): Result<Count, AppError> {
  const round = listRounds(read, sitting.meeting.id).find(({ id }) => id === roundId);
  if (round === undefined) return err({ code: 'not-found', what: missingThings.round });
  const cases = new Map(listCaseRows(read, sitting.season).map((row) => [row.id, row]));
  const slate = listSlate(read, round.id).map((caseId) => {
    const row = cases.get(caseId);
    if (row === undefined) throw new Error('A slate holds a case of another season.');
    return { caseId, name: row.name, row };
  });
  const rule = voteRuleFor({ ruleSet: sitting.ruleSet, titleId: round.title_id });
  const papers = read.all(countBallots, { round: round.id });
  const counts = read.all(selectCounts, { round: round.id }).map((count) => ({
    ...count,
    stored: papers.find(({ count_number }) => count_number === count.number)?.stored ?? 0,
  }));
  const own = ownCount({ round, counts, members: sitting.members, who });
  const { stored = 0, invalid: spoilt = 0 } = papers.find(({ count_number }) => count_number === own) ?? {};
  const byBallot = round.mode === 'ballots';
  const isUnknown = byBallot && own === null;
  const invalid = isUnknown ? null : byBallot ? spoilt : round.invalid_total;
  const valid = isUnknown
    ? null
    : byBallot
      ? stored - spoilt
      : round.returned === null || invalid === null
        ? null
        : round.returned - invalid;
  const opinions = read.all(selectOpinions, { round: round.id });
  const opinionMembers = new Set(opinions.map((opinion) => opinion.member_id));
  const inRoom =
    round.issued === null
      ? sitting.members.filter(isInRoom).map(({ id }) => id)
      : listAttendees(read, round.id);
  const present = round.present ?? inRoom.length;
  const isSealed = round.state === 'sealed';
  const base = isSealed
    ? round.base
    : baseOf({
        vote: rule.value,
        total: sitting.total,
        present,
        valid: valid ?? 0,
        writtenOpinions: opinionMembers.size,
      });
  return ok({
    sitting,
    round,
    rule,
    slate,
    form: { kind: round.kind, chooseAtMost: round.choose_at_most },
    counts,
    own,
    stored,
    aside: counts.find(({ number }) => number === own)?.aside ?? 0,
    valid,
    invalid,
    totals: read.all(selectTotals, { round: round.id }),
    opinions,
    results: read.all(selectResults, { round: round.id }),
    opinionMembers,
    present,
    voters: votersByCase(read, { round, slate, inRoom }),
    base,
    needed: isSealed ? round.needed : need({ ...rule.value, base }),
  });
}

/** Members in the room who may vote on a case, where some of them step aside. A name left unmarked is for it where names are struck out: nobody can leave such a row. */
function votersByCase(
  read: ReadHandle,
  {
    round,
    slate,
    inRoom,
  }: { readonly round: RoundRecord; readonly slate: readonly SlateEntry[]; readonly inRoom: readonly Id[] },
): Readonly<Record<Id, number>> {
  if (round.kind === 'STRIKE_OUT') return {};
  const recusals = listRecusals(read);
  return Object.fromEntries(
    slate.flatMap(({ caseId }) => {
      const aside = new Set((recusals.get(caseId) ?? []).map(({ member_id }) => member_id));
      const voters = inRoom.filter((id) => !aside.has(id)).length;
      return voters === inRoom.length ? [] : [[caseId, voters]];
    }),
  );
}

/** Votes in the room by name that may be shown: the sealed ones, or totals as they are typed. */
function shownRows({ round, results, totals }: Count): readonly PartialRow[] {
  if (round.state === 'sealed') {
    return results.map((row) => ({
      caseId: row.case_id,
      agree: row.agree_in_room,
      disagree: row.disagree,
      blank: row.blank,
    }));
  }
  if (round.mode === 'ballots') return [];
  return totals.map(({ case_id, agree, disagree, blank }) => ({ caseId: case_id, agree, disagree, blank }));
}

/** Every identity whose numbers are known. `rows` are the votes by name where they may be used. */
export function identitiesOf(
  count: Count,
  rows: readonly PartialRow[] = shownRows(count),
): readonly Identity[] {
  const { round, slate, opinions, opinionMembers, valid, invalid, stored, present, voters, base } = count;
  const { sitting, own } = count;
  const agreeing = Map.groupBy(
    opinions.filter(({ mark }) => mark === 'AGREE'),
    (opinion) => opinion.case_id,
  );
  return identities({
    slate,
    printed: round.printed,
    issued: round.issued,
    spoiled: round.spoiled,
    leftOver: round.left_over,
    destroyed: round.destroyed,
    returned: round.returned,
    valid,
    invalid,
    entered:
      round.mode === 'ballots' && round.returned !== null && own !== null ? stored + count.aside : null,
    aside: count.aside,
    rows,
    agreeWritten: Object.fromEntries([...agreeing].map(([caseId, marks]) => [caseId, marks.length])),
    writtenOpinions: opinionMembers.size,
    absent: sitting.total - present,
    present,
    voters,
    base,
  });
}

/** The first identity that does not hold; undefined when all do. */
export function brokenIdentity(list: readonly Identity[]): Identity | undefined {
  return list.find(({ holds }) => !holds);
}

/** Refuses a count whose numbers contradict each other. Errors: identity-broken. */
export function mustHold(list: readonly Identity[]): Result<null, AppError> {
  const broken = brokenIdentity(list);
  if (broken === undefined) return ok(null);
  const { identity, left, right } = broken;
  return err({ code: 'identity-broken', identity, left, right });
}

/** Whether every paper that came back was read in a count. */
export function isComplete(round: RoundRecord, { stored, aside }: Count['counts'][number]): boolean {
  return round.returned !== null && aside === 0 && stored === round.returned;
}

/** The stored papers of a count, in the order of their random ids. */
export function readBallots(
  read: ReadHandle,
  { roundId, count }: { readonly roundId: Id; readonly count: CountNumber },
): readonly Ballot[] {
  const papers = Map.groupBy(read.all(selectBallots, { round: roundId, count }), (row) => row.id);
  return [...papers.values()].map((rows) => ({
    invalidReason: rows[0]?.invalid_reason ?? null,
    marks: rows.flatMap(({ mark }): readonly Mark[] => (mark === null ? [] : [mark])),
  }));
}

/** Two complete counts side by side; null while one is not, in a single count and once sealed: then they were equal. */
export function differenceOf(read: ReadHandle, count: Count): CountDifference | null {
  const { round, slate, form, counts } = count;
  if (round.counts === 1 || round.state === 'sealed') return null;
  if (!counts.every((one) => isComplete(round, one))) return null;
  return compareCounts({
    slate: slate.map(({ caseId, name }) => ({ caseId, name })),
    counts: [
      readBallots(read, { roundId: round.id, count: 1 }),
      readBallots(read, { roundId: round.id, count: 2 }),
    ],
    form,
  });
}

/** The open lot of a count. */
export function readDraft(
  read: ReadHandle,
  { roundId, count }: { readonly roundId: Id; readonly count: CountNumber },
): readonly BallotInput[] {
  const draft = read.get(selectDraft, { round: roundId, count });
  return draft === undefined ? [] : (JSON.parse(draft.ballots) as BallotInput[]);
}
