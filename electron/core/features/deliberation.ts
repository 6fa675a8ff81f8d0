/** What the meeting has on its agenda and says of each case: notes, dissent, and who steps aside from the vote. */
import type { AppError } from '../../../shared/errors.ts';
import type { Body } from '../../../shared/domain/body.ts';
import { interestsOf } from '../../../shared/domain/interests.ts';
import { tidy } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { findTitle } from '../../../shared/rules/catalogue.ts';
import type { RuleSet } from '../../../shared/rules/model.ts';
import type { Id, TitleId } from '../../../shared/terms.ts';
import type { CaseRow, CouncilMember, MeetingCase, MeetingView } from '../../../shared/views.ts';
import { missingThings, votingStates, votingSteps } from '../../../shared/vi/council.ts';
import type { Handler, Handlers } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { bodyFact } from './body.ts';
import { decideCase, listDecisions } from './case-decision.ts';
import { listRecusals } from './recusal.ts';
import { isByHands, listVotes } from './hands.ts';
import { casesOf, listAgenda, readSitting, type Sitting } from './sitting.ts';

const deleteAgenda = define<{ meeting: Id }>()((p) =>
  sql.deleteFrom('agenda').where('meeting_id', '=', p('meeting')),
);
const insertAgenda = define<Tables['agenda']>()((p) =>
  sql
    .insertInto('agenda')
    .values({ meeting_id: p('meeting_id'), title_id: p('title_id'), position: p('position') }),
);
const selectNotes = define<{ meeting: Id }>()((p) =>
  sql.selectFrom('case_note').selectAll().where('meeting_id', '=', p('meeting')),
);
const upsertNote = define<Tables['case_note']>()((p) =>
  sql
    .insertInto('case_note')
    .values({
      meeting_id: p('meeting_id'),
      case_id: p('case_id'),
      discussion: p('discussion'),
      dissent: p('dissent'),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['meeting_id', 'case_id'])
        .doUpdateSet({ discussion: p('discussion'), dissent: p('dissent') }),
    ),
);
const selectRelatives = define<{ council: Id }>()((p) =>
  sql
    .selectFrom('council_relative')
    .innerJoin('council_member', 'council_member.id', 'council_relative.member_id')
    .innerJoin('person', 'person.id', 'council_relative.person_id')
    .select([
      'council_relative.member_id',
      'council_relative.person_id',
      'council_relative.relation',
      'person.full_name',
    ])
    .where('council_member.council_id', '=', p('council'))
    .orderBy('council_relative.member_id')
    .orderBy('person.name_fold'),
);
const upsertRelative = define<Tables['council_relative']>()((p) =>
  sql
    .insertInto('council_relative')
    .values({ member_id: p('member_id'), person_id: p('person_id'), relation: p('relation') })
    .onConflict((conflict) =>
      conflict.columns(['member_id', 'person_id']).doUpdateSet({ relation: p('relation') }),
    ),
);
const deleteRelative = define<{ member: Id; person: Id }>()((p) =>
  sql
    .deleteFrom('council_relative')
    .where('member_id', '=', p('member'))
    .where('person_id', '=', p('person')),
);
const selectRounds = define<{ meeting: Id }>()((p) =>
  sql.selectFrom('round').select('title_id').where('meeting_id', '=', p('meeting')),
);
const selectPerson = define<{ id: Id }>()((p) =>
  sql.selectFrom('person').select('full_name').where('id', '=', p('id')),
);
const upsertRecusal = define<Tables['recusal']>()((p) =>
  sql
    .insertInto('recusal')
    .values({ case_id: p('case_id'), member_id: p('member_id'), reason: p('reason') })
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'member_id']).doUpdateSet({ reason: p('reason') }),
    ),
);
const deleteRecusal = define<{ caseId: Id; member: Id }>()((p) =>
  sql.deleteFrom('recusal').where('case_id', '=', p('caseId')).where('member_id', '=', p('member')),
);

/** The titles with cases: those that the council put in order first, then the others in their own order. */
function agendaOf(
  read: ReadHandle,
  {
    offered,
    body,
    ruleSet,
    meetingId,
    cases,
  }: {
    /** All cases of the season. */
    readonly offered: readonly CaseRow[];
    readonly body: Body;
    readonly ruleSet: RuleSet;
    readonly meetingId: Id | null;
    readonly cases: readonly CaseRow[];
  },
): MeetingView['agenda'] {
  const counts = new Map<TitleId, number>();
  // The conference of the staff chooses among all titles which to deal with.
  const shown = body.kind === 'STAFF' ? offered.filter(({ state }) => state !== 'WITHDRAWN') : cases;
  for (const { titleId } of shown) counts.set(titleId, (counts.get(titleId) ?? 0) + 1);
  const chosen = listAgenda(read, meetingId);
  const place = (titleId: TitleId): number => {
    const at = chosen.indexOf(titleId);
    return at < 0 ? 1000 + (findTitle(titleId)?.sort ?? 0) : at;
  };
  return [...counts]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([titleId, count]) => ({
      titleId,
      titleName: findTitle(titleId)?.name ?? titleId,
      cases: count,
      byHands: isByHands(ruleSet, titleId),
      chosen: body.kind !== 'STAFF' || chosen.includes(titleId),
    }));
}

/** How a body voted on a case. */
function voteOn(
  { agree, base, needed, opinions }: CaseRow,
  { body, councilId }: { readonly body: Body; readonly councilId: Id | null },
): MeetingCase['vote'] {
  if (body.kind === 'SCHOOL') {
    return agree === null || base === null || needed === null ? null : { agree, base, needed };
  }
  const own = opinions.find((one) => one.councilId === councilId);
  return own === undefined ? null : { agree: own.agree, base: own.base, needed: own.needed };
}

/** The agenda, and what was said of every case that was not withdrawn. */
export function describeDeliberation(
  read: ReadHandle,
  given: {
    readonly offered: readonly CaseRow[];
    readonly body: Body;
    readonly councilId: Id | null;
    readonly meetingId: Id | null;
    readonly members: readonly CouncilMember[];
    readonly cases: readonly CaseRow[];
    readonly ruleSet: RuleSet;
  },
): Pick<MeetingView, 'agenda' | 'cases' | 'relatives'> {
  const { offered, body, councilId, meetingId, members, ruleSet } = given;
  const cases = given.cases.filter(({ state }) => state !== 'WITHDRAWN');
  const notes = new Map(
    meetingId === null ? [] : read.all(selectNotes, { meeting: meetingId }).map((row) => [row.case_id, row]),
  );
  // Only the council decides by word.
  const decisions = body.kind === 'SCHOOL' ? listDecisions(read) : new Map<Id, Tables['case_decision']>();
  const relatives =
    councilId === null
      ? []
      : read.all(selectRelatives, { council: councilId }).map((row) => ({
          memberId: row.member_id,
          personId: row.person_id,
          fullName: row.full_name,
          relation: row.relation,
        }));
  const recusals = listRecusals(read);
  const seated = new Map(members.map((member) => [member.id, member]));
  return {
    agenda: agendaOf(read, { offered, body, ruleSet, meetingId, cases }),
    relatives,
    cases: cases.map((row): MeetingCase => {
      const decision = decisions.get(row.id);
      const note = notes.get(row.id);
      const aside = new Map((recusals.get(row.id) ?? []).map((one) => [one.member_id, one.reason]));
      const interests = interestsOf({
        subject: row,
        members,
        relatives,
        sameGroup: ruleSet.switches.sameGroupStepsAside.value,
      });
      const concerned = new Map(interests.map((one) => [one.memberId, one]));
      return {
        caseId: row.id,
        discussion: note?.discussion ?? '',
        dissent: note?.dissent ?? '',
        vote: voteOn(row, { body, councilId }),
        decision:
          decision === undefined
            ? null
            : {
                outcome: decision.outcome,
                reason: decision.reason,
                loweredTo: decision.lowered_to,
                loweredToName:
                  decision.lowered_to === null
                    ? null
                    : (findTitle(decision.lowered_to)?.name ?? decision.lowered_to),
              },
        concerned: [...new Set([...concerned.keys(), ...aside.keys()])].flatMap((memberId) => {
          const member = seated.get(memberId);
          if (member === undefined) return [];
          const interest = concerned.get(memberId);
          return [
            {
              memberId,
              fullName: member.fullName,
              kind: interest?.kind ?? null,
              relation: interest?.relation ?? '',
              recused: aside.has(memberId),
              reason: aside.get(memberId) ?? '',
            },
          ];
        }),
      };
    }),
  };
}

/** The sitting while it is not concluded, and one of its cases. Errors: those of `readSitting`, meeting-closed, not-found. */
export function openCase(
  read: ReadHandle,
  { body, caseId }: { readonly body: Body | undefined; readonly caseId: Id },
): Result<{ readonly sitting: Sitting; readonly row: CaseRow }, AppError> {
  const sitting = readSitting(read, body);
  if (!sitting.ok) return sitting;
  if (sitting.value.meeting.state === 'closed') return err({ code: 'meeting-closed' });
  const row = casesOf(read, sitting.value).find(({ id }) => id === caseId);
  if (row === undefined || row.state === 'WITHDRAWN')
    return err({ code: 'not-found', what: missingThings.case });
  return ok({ sitting: sitting.value, row });
}

/** Titles on which a meeting has voted already, by hands or on paper. */
function votedTitles(read: ReadHandle, sitting: Sitting): readonly TitleId[] {
  const votes = listVotes(read, sitting.meeting.id);
  const rounds = read.all(selectRounds, { meeting: sitting.meeting.id }).map(({ title_id }) => title_id);
  const hands = casesOf(read, sitting)
    .filter(({ id }) => votes.has(id))
    .map(({ titleId }) => titleId);
  return [...new Set([...hands, ...rounds])];
}

const saveAgenda: Handler<'saveAgenda'> = ({ write, record }, { body, titleIds }) => {
  const sitting = readSitting(write, body);
  if (!sitting.ok) return sitting;
  const { meeting } = sitting.value;
  if (meeting.state === 'closed') return err({ code: 'meeting-closed' });
  const unknown = titleIds.find((titleId) => findTitle(titleId) === null);
  if (unknown !== undefined) return err({ code: 'unknown-title', title: unknown });
  // What was voted stays on the agenda of a body that deals with nothing else.
  const voted = sitting.value.body.kind === 'STAFF' ? votedTitles(write, sitting.value) : [];
  const left = voted.find((titleId) => !titleIds.includes(titleId));
  if (left !== undefined) {
    const name = findTitle(left)?.name ?? left;
    return err({ code: 'wrong-state', name, state: votingStates.voted, wanted: votingSteps.leaveAgenda });
  }
  write.run(deleteAgenda, { meeting: meeting.id });
  for (const [position, titleId] of [...new Set(titleIds)].entries()) {
    write.run(insertAgenda, { meeting_id: meeting.id, title_id: titleId, position });
  }
  record({
    ...bodyFact(write, sitting.value.council),
    titles: titleIds.map((titleId) => findTitle(titleId)?.shortName ?? titleId).join(', '),
  });
  return ok(null);
};

const saveCaseNote: Handler<'saveCaseNote'> = ({ write, record }, { body, caseId, discussion, dissent }) => {
  const found = openCase(write, { body, caseId });
  if (!found.ok) return found;
  const { sitting } = found.value;
  write.run(upsertNote, {
    meeting_id: sitting.meeting.id,
    case_id: caseId,
    discussion: discussion.trim(),
    dissent: dissent.trim(),
  });
  record({
    ...bodyFact(write, sitting.council),
    name: found.value.row.name,
    title: found.value.row.titleName,
  });
  return ok(null);
};

const saveRelative: Handler<'saveRelative'> = ({ write, record }, { body, memberId, personId, relation }) => {
  const sitting = readSitting(write, body);
  if (!sitting.ok) return sitting;
  const member = sitting.value.members.find(({ id }) => id === memberId);
  if (member === undefined) return err({ code: 'not-a-member', person: memberId });
  const person = write.get(selectPerson, { id: personId });
  if (person === undefined) return err({ code: 'not-found', what: missingThings.person });
  if (relation === null) write.run(deleteRelative, { member: memberId, person: personId });
  else write.run(upsertRelative, { member_id: memberId, person_id: personId, relation: tidy(relation) });
  record({
    ...bodyFact(write, sitting.value.council),
    member: member.fullName,
    person: person.full_name,
    relation,
  });
  return ok(null);
};

/** A member steps aside from the vote on one case, or, with a null reason, takes part in it after all. */
const saveRecusal: Handler<'saveRecusal'> = ({ write, record }, { body, caseId, memberId, reason }) => {
  const found = openCase(write, { body, caseId });
  if (!found.ok) return found;
  const { row, sitting } = found.value;
  const member = sitting.members.find(({ id }) => id === memberId);
  if (member === undefined) return err({ code: 'not-a-member', person: memberId });
  // The number that the vote was counted of rests on who stepped aside.
  if (voteOn(row, { body: sitting.body, councilId: sitting.council.id }) !== null) {
    const { name } = row;
    return err({ code: 'wrong-state', name, state: votingStates.voted, wanted: votingSteps.recuse });
  }
  if (reason === null) write.run(deleteRecusal, { caseId, member: memberId });
  else write.run(upsertRecusal, { case_id: caseId, member_id: memberId, reason: tidy(reason) });
  record({
    ...bodyFact(write, sitting.council),
    member: member.fullName,
    name: row.name,
    title: row.titleName,
    reason,
  });
  return ok(null);
};

export const deliberationHandlers: Handlers<
  'saveAgenda' | 'saveCaseNote' | 'saveRelative' | 'saveRecusal' | 'decideCase'
> = { saveAgenda, saveCaseNote, saveRelative, saveRecusal, decideCase };
