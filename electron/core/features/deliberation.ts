/** What the meeting has on its agenda and says of each case: notes, dissent, and who steps aside from the vote. */
import type { AppError } from '../../../shared/errors.ts';
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
import { decideCase } from './case-decision.ts';
import { listRecusals } from './recusal.ts';
import { listCaseRows } from './registration.ts';
import { readSitting, type Sitting } from './sitting.ts';

const selectAgenda = define<{ meeting: Id }>()((p) =>
  sql.selectFrom('agenda').select('title_id').where('meeting_id', '=', p('meeting')).orderBy('position'),
);
const deleteAgenda = define<{ meeting: Id }>()((p) =>
  sql.deleteFrom('agenda').where('meeting_id', '=', p('meeting')),
);
const insertAgenda = define<Tables['agenda']>()((p) =>
  sql
    .insertInto('agenda')
    .values({ meeting_id: p('meeting_id'), title_id: p('title_id'), position: p('position') }),
);
const selectNotes = define()(() => sql.selectFrom('case_note').selectAll());
const upsertNote = define<Tables['case_note']>()((p) =>
  sql
    .insertInto('case_note')
    .values({ case_id: p('case_id'), discussion: p('discussion'), dissent: p('dissent') })
    .onConflict((conflict) =>
      conflict.column('case_id').doUpdateSet({ discussion: p('discussion'), dissent: p('dissent') }),
    ),
);
const selectDecisions = define()(() => sql.selectFrom('case_decision').selectAll());
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
  { meetingId, cases }: { readonly meetingId: Id | null; readonly cases: readonly CaseRow[] },
): MeetingView['agenda'] {
  const counts = new Map<TitleId, number>();
  for (const { titleId } of cases) counts.set(titleId, (counts.get(titleId) ?? 0) + 1);
  const chosen =
    meetingId === null ? [] : read.all(selectAgenda, { meeting: meetingId }).map((row) => row.title_id);
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
    }));
}

/** The agenda, and what was said of every case that was not withdrawn. */
export function describeDeliberation(
  read: ReadHandle,
  given: {
    readonly councilId: Id | null;
    readonly meetingId: Id | null;
    readonly members: readonly CouncilMember[];
    readonly cases: readonly CaseRow[];
    readonly ruleSet: RuleSet;
  },
): Pick<MeetingView, 'agenda' | 'cases' | 'relatives'> {
  const { councilId, members, ruleSet } = given;
  const cases = given.cases.filter(({ state }) => state !== 'WITHDRAWN');
  const notes = new Map(read.all(selectNotes, {}).map((row) => [row.case_id, row]));
  const decisions = new Map(read.all(selectDecisions, {}).map((row) => [row.case_id, row]));
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
    agenda: agendaOf(read, { meetingId: given.meetingId, cases }),
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
  caseId: Id,
): Result<{ readonly sitting: Sitting; readonly row: CaseRow }, AppError> {
  const sitting = readSitting(read);
  if (!sitting.ok) return sitting;
  if (sitting.value.meeting.state === 'closed') return err({ code: 'meeting-closed' });
  const row = listCaseRows(read, sitting.value.season).find(({ id }) => id === caseId);
  if (row === undefined || row.state === 'WITHDRAWN')
    return err({ code: 'not-found', what: missingThings.case });
  return ok({ sitting: sitting.value, row });
}

const saveAgenda: Handler<'saveAgenda'> = ({ write, record }, { titleIds }) => {
  const sitting = readSitting(write);
  if (!sitting.ok) return sitting;
  const { meeting } = sitting.value;
  if (meeting.state === 'closed') return err({ code: 'meeting-closed' });
  const unknown = titleIds.find((titleId) => findTitle(titleId) === null);
  if (unknown !== undefined) return err({ code: 'unknown-title', title: unknown });
  write.run(deleteAgenda, { meeting: meeting.id });
  for (const [position, titleId] of [...new Set(titleIds)].entries()) {
    write.run(insertAgenda, { meeting_id: meeting.id, title_id: titleId, position });
  }
  record({ titles: titleIds.map((titleId) => findTitle(titleId)?.shortName ?? titleId).join(', ') });
  return ok(null);
};

const saveCaseNote: Handler<'saveCaseNote'> = ({ write, record }, { caseId, discussion, dissent }) => {
  const found = openCase(write, caseId);
  if (!found.ok) return found;
  write.run(upsertNote, { case_id: caseId, discussion: discussion.trim(), dissent: dissent.trim() });
  record({ name: found.value.row.name, title: found.value.row.titleName });
  return ok(null);
};

const saveRelative: Handler<'saveRelative'> = ({ write, record }, { memberId, personId, relation }) => {
  const sitting = readSitting(write);
  if (!sitting.ok) return sitting;
  const member = sitting.value.members.find(({ id }) => id === memberId);
  if (member === undefined) return err({ code: 'not-a-member', person: memberId });
  const person = write.get(selectPerson, { id: personId });
  if (person === undefined) return err({ code: 'not-found', what: missingThings.person });
  if (relation === null) write.run(deleteRelative, { member: memberId, person: personId });
  else write.run(upsertRelative, { member_id: memberId, person_id: personId, relation: tidy(relation) });
  record({ member: member.fullName, person: person.full_name, relation });
  return ok(null);
};

/** A member steps aside from the vote on one case, or, with a null reason, takes part in it after all. */
const saveRecusal: Handler<'saveRecusal'> = ({ write, record }, { caseId, memberId, reason }) => {
  const found = openCase(write, caseId);
  if (!found.ok) return found;
  const { row, sitting } = found.value;
  const member = sitting.members.find(({ id }) => id === memberId);
  if (member === undefined) return err({ code: 'not-a-member', person: memberId });
  // The number that the vote was counted of rests on who stepped aside.
  if (row.agree !== null) {
    const { name } = row;
    return err({ code: 'wrong-state', name, state: votingStates.voted, wanted: votingSteps.recuse });
  }
  if (reason === null) write.run(deleteRecusal, { caseId, member: memberId });
  else write.run(upsertRecusal, { case_id: caseId, member_id: memberId, reason: tidy(reason) });
  record({ member: member.fullName, name: row.name, title: row.titleName, reason });
  return ok(null);
};

export const deliberationHandlers: Handlers<
  'saveAgenda' | 'saveCaseNote' | 'saveRelative' | 'saveRecusal' | 'decideCase'
> = { saveAgenda, saveCaseNote, saveRelative, saveRecusal, decideCase };
