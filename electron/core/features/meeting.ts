/** The meeting of a body: its place and time, who is present, its tellers, and its opening. */
import { schoolBody, type Body } from '../../../shared/domain/body.ts';
import { formatDate, isIsoDate } from '../../../shared/dates.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { findTitle, voteRuleFor } from '../../../shared/rules/catalogue.ts';
import { rulesOfBody } from '../../../shared/rules/bodies.ts';
import type { RuleSet } from '../../../shared/rules/model.ts';
import { voteText } from '../../../shared/rules/words.ts';
import type { Id } from '../../../shared/terms.ts';
import type { CaseRow, Meeting, MeetingView } from '../../../shared/views.ts';
import {
  countProblems,
  meetingName,
  hoursProblem,
  votingStates,
  votingSteps,
} from '../../../shared/vi/council.ts';
import type { Handlers } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import { readApprovals, saveApproval } from './approval.ts';
import { listConclusions } from './conclusion.ts';
import { bodyFact, ensureCouncil, findCouncil, nameOfBody } from './body.ts';
import { describeCouncil, listMembers, mayMoveMeeting } from './council.ts';
import { deliberationHandlers, describeDeliberation } from './deliberation.ts';
import { listHands, saveHands } from './hands.ts';
import { listCaseRows } from './registration.ts';
import { savePresence } from './presence.ts';
import { listInitiatives, readRecognition, recognitionHandlers } from './recognition.ts';
import { ruleSetOn } from './rule-set.ts';
import { currentSeason, decisionDay } from './season.ts';
import {
  findMember,
  findMeeting,
  listCasesOf,
  listTellers,
  quorumOf,
  readUnclosed,
  type MeetingRow,
} from './sitting.ts';

const upsertMeeting = define<
  Omit<MeetingRow, 'state' | 'without_quorum_because' | 'undealt_because' | 'minutes'>
>()((p) =>
  sql
    .insertInto('meeting')
    .values({
      id: p('id'),
      council_id: p('council_id'),
      date: p('date'),
      from_time: p('from_time'),
      to_time: p('to_time'),
      place: p('place'),
      discussion: p('discussion'),
      other_opinions: p('other_opinions'),
      state: 'preparing',
      without_quorum_because: null,
      undealt_because: null,
      minutes: null,
      chair_title: p('chair_title'),
      secretary_title: p('secretary_title'),
      remarks: p('remarks'),
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        date: p('date'),
        from_time: p('from_time'),
        to_time: p('to_time'),
        place: p('place'),
        discussion: p('discussion'),
        other_opinions: p('other_opinions'),
        chair_title: p('chair_title'),
        secretary_title: p('secretary_title'),
        remarks: p('remarks'),
      }),
    ),
);
const updateMeetingDay = define<{ season: Id; date: string }>()((p) =>
  sql
    .updateTable('season')
    .set({ meeting_on: p('date') })
    .where('id', '=', p('season')),
);
const updateOpen = define<{ id: Id; because: string | null }>()((p) =>
  sql
    .updateTable('meeting')
    .set({ state: 'open', without_quorum_because: p('because') })
    .where('id', '=', p('id')),
);
const selectCounted = define<{ meeting: Id }>()((p) =>
  sql
    .selectFrom('round')
    .leftJoin('tally_wording', 'tally_wording.round_id', 'round.id')
    .select(['round.state', 'tally_wording.counted_from'])
    .where('round.meeting_id', '=', p('meeting')),
);
const selectVersions = define<{ meeting: Id }>()((p) =>
  sql
    .selectFrom('meeting_version')
    .select(['id', 'at', 'reason'])
    .where('meeting_id', '=', p('meeting'))
    .orderBy('at'),
);
const deleteTellers = define<{ meeting: Id }>()((p) =>
  sql.deleteFrom('teller').where('meeting_id', '=', p('meeting')),
);
const insertTeller = define<{ meeting: Id; member: Id; position: number }>()((p) =>
  sql
    .insertInto('teller')
    .values({ meeting_id: p('meeting'), member_id: p('member'), position: p('position') }),
);

function describeMeeting(row: MeetingRow): Meeting {
  return {
    date: row.date,
    from: row.from_time,
    to: row.to_time,
    place: row.place,
    discussion: row.discussion,
    otherOpinions: row.other_opinions,
    chairTitle: row.chair_title,
    secretaryTitle: row.secretary_title,
    remarks: row.remarks,
    state: row.state,
    undealtBecause: row.undealt_because,
  };
}

/** Refuses a day or an hour that a count contradicts which stands in its minutes already. Errors: invalid-input. */
function mustFitCounts(
  read: ReadHandle,
  known: MeetingRow,
  { date, from }: { readonly date: string; readonly from: string },
): Result<null, AppError> {
  const counted = read.all(selectCounted, { meeting: known.id });
  if (date !== known.date && counted.some(({ state }) => state === 'sealed')) {
    const detail = countProblems.day(formatDate(known.date));
    return err({ code: 'invalid-input', field: 'date', detail });
  }
  const [earliest] = counted.flatMap(({ counted_from: hour }) => hour ?? []).sort();
  return earliest !== undefined && from > earliest
    ? err({ code: 'invalid-input', field: 'from', detail: countProblems.afterCount(earliest) })
    : ok(null);
}

/** How the titles voted by hands pass: one rule, or each rule after the titles it is for. */
function handsRules(ruleSet: RuleSet, titleIds: readonly string[], { kind }: Body): string {
  const texts = Map.groupBy(titleIds, (titleId) => voteText(voteRuleFor({ ruleSet, titleId }), kind));
  if (texts.size < 2) return [...texts.keys()][0] ?? voteText(ruleSet.defaultVote, kind);
  return [...texts]
    .map(([text, titles]) => `${titles.map((id) => findTitle(id)?.name ?? id).join(', ')}: ${text}`)
    .join('. ');
}

/** A body, its meeting and what is before it. Errors: no-season, not-found, no-rule-set. */
export function readMeeting(
  read: ReadHandle,
  body: Body = schoolBody,
  known?: readonly CaseRow[],
): Result<MeetingView, AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const name = nameOfBody(read, body);
  if (!name.ok) return name;
  const council = findCouncil(read, season.value.id, body);
  const meeting = council === undefined ? undefined : findMeeting(read, council.id);
  const date = meeting?.date ?? decisionDay(season.value);
  const members = council === undefined ? [] : listMembers(read, council.id, date);
  const found = ruleSetOn(read, date);
  if (!found.ok) return found;
  const ruleSet = rulesOfBody(found.value, body.kind);
  const meetingId = meeting?.id ?? null;
  const all = known ?? listCaseRows(read, season.value);
  const cases = listCasesOf(read, { cases: all, body, day: date, meetingId });
  const before =
    body.kind === 'INITIATIVE'
      ? listInitiatives(read, {
          schoolYear: season.value.school_year,
          meetingId,
          members,
          ruleSet,
        })
      : { initiatives: [], decided: 0 };
  const hands = listHands(read, { body, meetingId, members, ruleSet, cases });
  return ok({
    body,
    name: name.value,
    council: council === undefined ? null : describeCouncil(read, council, members),
    meeting: meeting === undefined ? null : describeMeeting(meeting),
    quorum: members.length === 0 ? null : quorumOf({ body, members, meeting, ruleSet }),
    hands,
    handsRule: handsRules(ruleSet, [...new Set(hands.map(({ titleId }) => titleId))], body),
    initiatives: before.initiatives,
    decidedInitiatives: before.decided,
    recognition: meetingId === null ? null : readRecognition(read, meetingId),
    tellers: meeting === undefined ? [] : listTellers(read, meeting.id),
    ...describeDeliberation(read, {
      offered: all,
      body,
      councilId: council?.id ?? null,
      meetingId,
      members,
      cases,
      ruleSet,
    }),
    approvals: readApprovals(read, meetingId),
    conclusions: listConclusions(read, { body, councilId: council?.id ?? null, cases, ruleSet }),
    recusalReducesBase: ruleSet.switches.recusalReducesBase.value,
    versions: meeting === undefined ? [] : read.all(selectVersions, { meeting: meeting.id }),
  });
}

export const meetingHandlers: Handlers<
  | 'getMeeting'
  | 'saveMeeting'
  | 'savePresence'
  | 'openMeeting'
  | 'saveHands'
  | 'saveTellers'
  | 'saveApproval'
  | 'saveInitiativeVotes'
  | 'recordRecognition'
  | 'saveAgenda'
  | 'saveCaseNote'
  | 'saveRelative'
  | 'saveRecusal'
  | 'decideCase'
> = {
  getMeeting: ({ read }, { body }) => readMeeting(read, body),

  saveMeeting(context, { body = schoolBody, date, from, to, place, discussion, otherOpinions, ...foot }) {
    const { write, newId, record } = context;
    const season = currentSeason(write);
    if (!season.ok) return season;
    if (!isIsoDate(date)) return err({ code: 'invalid-input', field: 'date', detail: formatDate(date) });
    if (to < from) return err({ code: 'invalid-input', field: 'to', detail: hoursProblem });
    const ensured = ensureCouncil(context, season.value, body);
    if (!ensured.ok) return ensured;
    const council = ensured.value;
    const known = findMeeting(write, council.id);
    if (known?.state === 'closed') return err({ code: 'meeting-closed' });
    if (known !== undefined) {
      const fits = mustFitCounts(write, known, { date, from });
      if (!fits.ok) return fits;
    }
    if (known !== undefined && known.date !== date) {
      const steady = mayMoveMeeting(write, council.id, { from: known.date, to: date });
      if (!steady.ok) return steady;
    }
    write.run(upsertMeeting, {
      id: known?.id ?? newId(),
      council_id: council.id,
      date,
      from_time: from,
      to_time: to,
      place,
      discussion,
      other_opinions: otherOpinions,
      chair_title: foot.chairTitle ?? known?.chair_title ?? '',
      secretary_title: foot.secretaryTitle ?? known?.secretary_title ?? '',
      remarks: foot.remarks ?? known?.remarks ?? '',
    });
    // The day of the council's meeting chooses the rule set of the season: it is one fact, kept in step.
    if (body.kind === 'SCHOOL') write.run(updateMeetingDay, { season: season.value.id, date });
    record({ ...bodyFact(write, council), date: formatDate(date) });
    return ok(null);
  },

  savePresence,

  openMeeting({ write, record }, { body, withoutQuorumBecause }) {
    const sitting = readUnclosed(write, body);
    if (!sitting.ok) return sitting;
    const { meeting } = sitting.value;
    if (meeting.state === 'open') {
      const state = votingStates.inSession;
      return err({ code: 'wrong-state', name: meetingName, state, wanted: votingSteps.openMeeting });
    }
    const { met, present, total, needed } = quorumOf(sitting.value);
    if (!met && withoutQuorumBecause === null) return err({ code: 'no-quorum', present, total, needed });
    const because = met ? null : withoutQuorumBecause;
    write.run(updateOpen, { id: meeting.id, because });
    record({ ...bodyFact(write, sitting.value.council), withoutQuorumBecause: because });
    return ok(null);
  },

  saveHands,

  saveTellers({ write, record }, { body, memberIds }) {
    const sitting = readUnclosed(write, body);
    if (!sitting.ok) return sitting;
    const { meeting, members } = sitting.value;
    const chosen = [...new Set(memberIds)];
    for (const memberId of chosen) {
      const member = findMember(members, memberId);
      if (!member.ok) return member;
      if (member.value.present === false) return err({ code: 'member-absent', name: member.value.fullName });
    }
    record({ ...bodyFact(write, sitting.value.council), tellers: chosen.length });
    // The panel that was approved stays approved when it is chosen again.
    if (listTellers(write, meeting.id).join() === chosen.join()) return ok(null);
    write.run(deleteTellers, { meeting: meeting.id });
    for (const [position, member] of chosen.entries())
      write.run(insertTeller, { meeting: meeting.id, member, position });
    return ok(null);
  },

  saveApproval,

  ...recognitionHandlers,
  ...deliberationHandlers,
};
