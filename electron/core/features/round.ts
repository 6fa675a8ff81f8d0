/** A voting round as it stands: its slate, its papers in number only, the identities of its count, its sealed figures. */
import type { AppError } from '../../../shared/errors.ts';
import {
  identities,
  type Identity,
  type PartialRow,
  type SlateEntry,
} from '../../../shared/domain/ballot.ts';
import { baseOf } from '../../../shared/domain/tally.ts';
import { need } from '../../../shared/domain/threshold.ts';
import { formatPercent } from '../../../shared/numbers.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { findTitle, voteRuleFor } from '../../../shared/rules/catalogue.ts';
import type { Sourced, VoteRule } from '../../../shared/rules/model.ts';
import { voteText } from '../../../shared/rules/words.ts';
import type { Id } from '../../../shared/terms.ts';
import type { BallotInput, CaseRow, RoundRow, RoundView } from '../../../shared/views.ts';
import { missingThings } from '../../../shared/vi/council.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
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
const countSlates = define<{ meeting: Id }>()((p) =>
  sql
    .selectFrom('slate')
    .innerJoin('round', 'round.id', 'slate.round_id')
    .select(({ fn }) => ['slate.round_id', fn.countAll<number>().as('names')])
    .where('round.meeting_id', '=', p('meeting'))
    .groupBy('slate.round_id'),
);
const countBallots = define<{ round: Id }>()((p) =>
  sql
    .selectFrom('ballot')
    .select(({ fn }) => [
      fn.countAll<number>().as('stored'),
      fn.count<number>('invalid_reason').as('invalid'),
    ])
    .where('round_id', '=', p('round')),
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
const selectDraft = define<{ round: Id }>()((p) =>
  sql.selectFrom('ballot_draft').select('ballots').where('round_id', '=', p('round')),
);
const selectReopenings = define<{ round: Id }>()((p) =>
  sql
    .selectFrom('round_reopening')
    .select(['at', 'reason', 'sealed_figures'])
    .where('round_id', '=', p('round'))
    .orderBy('at')
    .orderBy('id'),
);

/** Rounds of a meeting, the first ballots of all titles first. */
export function listRounds(read: ReadHandle, meetingId: Id): readonly RoundRecord[] {
  return read.all(selectRounds, { meeting: meetingId });
}

/** Cases on the slate of a round, in its order. */
export function listSlate(read: ReadHandle, roundId: Id): readonly Id[] {
  return read.all(selectSlate, { round: roundId }).map((row) => row.case_id);
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
  /** Papers stored; 0 in a round of totals. */
  readonly stored: number;
  /** Null while a number that it rests on was not typed. */
  readonly valid: number | null;
  readonly invalid: number | null;
  readonly totals: readonly TotalRow[];
  readonly opinions: readonly Tables['written_opinion'][];
  readonly results: readonly ResultRow[];
  readonly opinionMembers: ReadonlySet<Id>;
  /** Members in the room: when the papers were issued, or now. */
  readonly present: number;
  readonly base: number;
  readonly needed: number;
}

/** Reads a round of the meeting. Errors: those of `readSitting`, not-found. */
export function readCount(read: ReadHandle, roundId: Id): Result<Count, AppError> {
  const sitting = readSitting(read);
  return sitting.ok ? readCountOf(read, { sitting: sitting.value, roundId }) : sitting;
}

/** As `readCount`, of a sitting that was read already. */
export function readCountOf(
  read: ReadHandle,
  { sitting, roundId }: { readonly sitting: Sitting; readonly roundId: Id },
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
  const { stored = 0, invalid: spoilt = 0 } = read.get(countBallots, { round: round.id }) ?? {};
  const byBallot = round.mode === 'ballots';
  const invalid = byBallot ? spoilt : round.invalid_total;
  const valid = byBallot
    ? stored - spoilt
    : round.returned === null || invalid === null
      ? null
      : round.returned - invalid;
  const opinions = read.all(selectOpinions, { round: round.id });
  const opinionMembers = new Set(opinions.map((opinion) => opinion.member_id));
  const inRoom = round.in_room ?? sitting.present;
  // Who turned out not to have come at all was not in the room either.
  const present = round.present ?? Math.min(inRoom, sitting.attended);
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
    stored,
    valid,
    invalid,
    totals: read.all(selectTotals, { round: round.id }),
    opinions,
    results: read.all(selectResults, { round: round.id }),
    opinionMembers,
    present,
    base,
    needed: isSealed ? round.needed : need({ ...rule.value, base }),
  });
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
  const { round, slate, opinions, opinionMembers, valid, invalid, stored, present, base, sitting } = count;
  const agreeing = Map.groupBy(
    opinions.filter(({ mark }) => mark === 'AGREE'),
    (opinion) => opinion.case_id,
  );
  return identities({
    slate,
    printed: round.printed,
    issued: round.issued,
    returned: round.returned,
    valid,
    invalid,
    entered: round.mode === 'ballots' && round.returned !== null ? stored : null,
    rows,
    agreeWritten: Object.fromEntries([...agreeing].map(([caseId, marks]) => [caseId, marks.length])),
    writtenOpinions: opinionMembers.size,
    absent: sitting.total - present,
    present,
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

/** The rounds of the season's meeting; none before there is one. */
export function listRoundRows(read: ReadHandle): Result<readonly RoundRow[], AppError> {
  const sitting = readSitting(read);
  if (!sitting.ok) {
    const { code } = sitting.error;
    return code === 'no-council' || code === 'no-meeting' ? ok([]) : sitting;
  }
  const names = new Map(
    read.all(countSlates, { meeting: sitting.value.meeting.id }).map((row) => [row.round_id, row.names]),
  );
  return ok(
    listRounds(read, sitting.value.meeting.id).map((round) => describeRound(round, names.get(round.id) ?? 0)),
  );
}

function describeRound(round: RoundRecord, slate: number): RoundRow {
  return {
    id: round.id,
    titleId: round.title_id,
    titleName: titleOf(round),
    number: round.number,
    state: round.state,
    slate,
  };
}

/** The round as it is shown: nothing per name before it is sealed. */
export function describeCount(read: ReadHandle, count: Count): RoundView {
  const { round, slate, sitting, totals, results, base, needed, rule } = count;
  const resultOf = new Map(results.map((row) => [row.case_id, row]));
  return {
    ...describeRound(round, slate.length),
    mode: round.mode,
    printed: round.printed,
    issued: round.issued,
    returned: round.returned,
    valid: count.valid ?? 0,
    invalid: count.invalid ?? 0,
    present: count.present,
    base,
    needed,
    rule: voteText(rule),
    candidates: slate.map(({ caseId, name, row }) => ({
      caseId,
      name,
      position: row.position,
      groupName: row.groupName,
      titleName: row.titleName,
      result: describeResult(round.state === 'sealed' ? resultOf.get(caseId) : undefined),
    })),
    totals: slate.map(({ caseId }) => {
      const row = totals.find((one) => one.case_id === caseId);
      return {
        caseId,
        agree: row?.agree ?? null,
        disagree: row?.disagree ?? null,
        blank: row?.blank ?? null,
      };
    }),
    stored: count.stored,
    draft: readDraft(read, round.id),
    opinions: sitting.members
      .filter(({ id, present }) => present === false || count.opinionMembers.has(id))
      .map(({ id, fullName }) => ({ memberId: id, fullName, received: count.opinionMembers.has(id) })),
    identities: identitiesOf(count).map(({ identity, left, right, relation, holds }) => ({
      identity,
      left,
      right,
      relation,
      holds,
    })),
    tellers: describeTellers(read, count),
    sealedAt: round.sealed_at,
    reopenings: read.all(selectReopenings, { round: round.id }).map(({ at, reason, sealed_figures }) => ({
      at,
      reason,
      figures: describeFigures(sealed_figures, slate),
    })),
  };
}

/** What a version said that was sealed and opened again, by name in the order of the slate. */
function describeFigures(figures: string, slate: Count['slate']): RoundView['reopenings'][number]['figures'] {
  const { results } = JSON.parse(figures) as { readonly results: readonly ResultRow[] };
  return slate.flatMap(({ caseId, name }) => {
    const row = results.find((one) => one.case_id === caseId);
    return row === undefined ? [] : [{ name, agree: row.agree, base: row.base }];
  });
}

function describeResult(row: ResultRow | undefined): RoundView['candidates'][number]['result'] {
  if (row === undefined) return null;
  return {
    agreeInRoom: row.agree_in_room,
    agreeWritten: row.agree_written,
    agree: row.agree,
    disagree: row.disagree,
    blank: row.blank,
    percent: formatPercent(row.agree, row.base),
    passed: row.passed === 1,
    missing: Math.max(0, row.needed - row.agree),
  };
}

function describeTellers(read: ReadHandle, { sitting, slate }: Count): RoundView['tellers'] {
  return listTellers(read, sitting.meeting.id).flatMap((memberId, index) => {
    const member = sitting.members.find(({ id }) => id === memberId);
    if (member === undefined) return [];
    const onSlate = slate.some(({ row }) => row.personId === member.personId);
    return [{ memberId, fullName: member.fullName, head: index === 0, onSlate }];
  });
}

function readDraft(read: ReadHandle, roundId: Id): readonly BallotInput[] {
  const draft = read.get(selectDraft, { round: roundId });
  return draft === undefined ? [] : (JSON.parse(draft.ballots) as BallotInput[]);
}
