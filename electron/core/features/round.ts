/** Voting rounds as they are shown: nothing per name before a round is sealed, and of two counts only one's own. */
import { nameInList } from '../../../shared/vi/namesakes.ts';
import type { AppError } from '../../../shared/errors.ts';
import { schoolBody, type Body } from '../../../shared/domain/body.ts';
import { usualTallyWording } from '../../../shared/documents/tally-data.ts';
import { formatPercent } from '../../../shared/numbers.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { demandText, voteText } from '../../../shared/rules/words.ts';
import type { Id } from '../../../shared/terms.ts';
import type { RoundRow, RoundView } from '../../../shared/views.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import {
  differenceOf,
  identitiesOf,
  isComplete,
  listRounds,
  readDraft,
  titleOf,
  type Count,
  type ResultRow,
  type RoundRecord,
} from './count.ts';
import { cutOf } from './cut.ts';
import { listTellers, readSitting } from './sitting.ts';

const countSlates = define<{ meeting: Id }>()((p) =>
  sql
    .selectFrom('slate')
    .innerJoin('round', 'round.id', 'slate.round_id')
    .select(({ fn }) => ['slate.round_id', fn.countAll<number>().as('names')])
    .where('round.meeting_id', '=', p('meeting'))
    .groupBy('slate.round_id'),
);
const selectDecisions = define<{ round: Id }>()((p) =>
  sql
    .selectFrom('adjudication')
    .select(['id', 'outcome', 'reason'])
    .where('round_id', '=', p('round'))
    .orderBy('reason')
    .orderBy('id'),
);
const selectWording = define<{ round: Id }>()((p) =>
  sql
    .selectFrom('tally_wording')
    .select(['remarks', 'head', 'member', 'secretary'])
    .select(['counted_from as countedFrom', 'counted_to as countedTo'])
    .where('round_id', '=', p('round')),
);
const selectTellers = define<{ round: Id }>()((p) =>
  sql.selectFrom('round_teller').select('member_id').where('round_id', '=', p('round')).orderBy('position'),
);
const selectReopenings = define<{ round: Id }>()((p) =>
  sql
    .selectFrom('round_reopening')
    .select(['at', 'reason', 'sealed_figures'])
    .where('round_id', '=', p('round'))
    .orderBy('at')
    .orderBy('id'),
);

/** The rounds of the meeting of a body; none before there is one. */
export function listRoundRows(
  read: ReadHandle,
  body: Body = schoolBody,
): Result<readonly RoundRow[], AppError> {
  const sitting = readSitting(read, body);
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
    form: { kind: round.kind, chooseAtMost: round.choose_at_most },
  };
}

/** The round as it is shown: nothing per name before it is sealed. */
export function describeCount(read: ReadHandle, count: Count): RoundView {
  const { round, slate, sitting, totals, results, rule } = count;
  // Who is present and which papers are valid is known when the round is sealed.
  const demand = rule.value.base === 'TOTAL' || round.state === 'sealed' ? count : null;
  const resultOf = new Map(results.map((row) => [row.case_id, row]));
  return {
    ...describeRound(round, slate.length),
    mode: round.mode,
    printed: round.printed,
    issued: round.issued,
    spoiled: round.spoiled,
    leftOver: round.left_over,
    destroyed: round.destroyed,
    returned: round.returned,
    valid: count.valid ?? 0,
    invalid: count.invalid ?? 0,
    present: count.present,
    total: sitting.total,
    base: demand?.base ?? null,
    needed: demand?.needed ?? null,
    demand: demandText(rule.value, demand, sitting.body.kind),
    rule: voteText(rule, sitting.body.kind),
    candidates: slate.map(({ caseId, row }) => ({
      caseId,
      name: nameInList(row),
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
    counts: count.counts.map((one) => ({
      number: one.number,
      teller: sitting.members.find(({ id }) => id === one.member_id)?.fullName ?? null,
      own: one.number === count.own,
      complete: round.state === 'sealed' || isComplete(round, one),
      confirmed: one.confirmed === 1,
    })),
    ownCount: count.own,
    stored: count.stored,
    aside: count.aside,
    decisions: read.all(selectDecisions, { round: round.id }),
    difference: differenceOf(read, count),
    draft: count.own === null ? [] : readDraft(read, { roundId: round.id, count: count.own }),
    opinions: sitting.members
      .filter(({ id, present }) => present === false || count.opinionMembers.has(id))
      .map(({ id, fullName }) => ({ memberId: id, fullName, received: count.opinionMembers.has(id) })),
    identities: identitiesOf(count),
    tellers: describeTellers(read, count),
    cut: describeCut(read, count),
    wording: read.get(selectWording, { round: round.id }) ?? usualTallyWording,
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
  return slate.flatMap(({ caseId, row: named }) => {
    const row = results.find((one) => one.case_id === caseId);
    return row === undefined ? [] : [{ name: nameInList(named), agree: row.agree, base: row.base }];
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

function describeCut(read: ReadHandle, { round, results, slate, sitting }: Count): RoundView['cut'] {
  // The cap is the school's: only its council proposes.
  if (round.state !== 'sealed' || sitting.body.kind !== 'SCHOOL') return null;
  const cut = cutOf(read, { titleId: round.title_id, results });
  if (cut === null) return null;
  const names = (ids: readonly Id[]) =>
    slate.filter(({ caseId }) => ids.includes(caseId)).map(({ row }) => nameInList(row));
  return {
    most: cut.most,
    within: cut.within.length,
    places: cut.places,
    tied: names(cut.tied),
    beyond: names(cut.beyond),
    tieBy: sitting.ruleSet.switches.tieNeedsRound.value ? 'round' : 'chair',
    source: cut.source,
  };
}

/** Who counts, or who counted it: the panel may change between one round and the next. */
function describeTellers(read: ReadHandle, { round, sitting, slate }: Count): RoundView['tellers'] {
  const tellers =
    round.state === 'sealed'
      ? read.all(selectTellers, { round: round.id }).map((row) => row.member_id)
      : listTellers(read, sitting.meeting.id);
  return tellers.flatMap((memberId, index) => {
    const member = sitting.members.find(({ id }) => id === memberId);
    if (member === undefined) return [];
    const onSlate = slate.some(({ row }) => row.personId === member.personId);
    return [{ memberId, fullName: member.fullName, head: index === 0, onSlate }];
  });
}
