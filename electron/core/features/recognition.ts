/** The initiative council: which initiatives of the year it votes on, how it voted, and the decision that recognises them. */
import { formatDate, type IsoDate } from '../../../shared/dates.ts';
import { coAuthored } from '../../../shared/domain/initiatives.ts';
import { need } from '../../../shared/domain/threshold.ts';
import type { AppError } from '../../../shared/errors.ts';
import { tidy } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Id, RecognisedScope } from '../../../shared/terms.ts';
import type { MeetingInitiative, Recognition } from '../../../shared/views.ts';
import { decisionText, missingThings, votingStates, votingSteps } from '../../../shared/vi/council.ts';
import type { CommandContext, Handler, Handlers } from '../context.ts';
import { define, each, sql, type ReadHandle, type WriteHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { bodyFact } from './body.ts';
import { checkHands, handNames, roomOf } from './hands.ts';
import { writeInitiative } from './person/facts.ts';
import { openSitting, readSitting, type Sitting } from './sitting.ts';

const initiativeCouncil = { kind: 'INITIATIVE' } as const;

type VoteRow = Tables['initiative_vote'];

const selectInitiatives = define<{ schoolYear: string }>()((p) =>
  sql
    .selectFrom('initiative')
    .innerJoin('person', 'person.id', 'initiative.person_id')
    .leftJoin('group', 'group.id', 'person.group_id')
    .selectAll('initiative')
    .select(['person.full_name', 'group.name as group_name'])
    .where('initiative.school_year', '=', p('schoolYear'))
    .orderBy('initiative.name')
    .orderBy('initiative.share', 'desc')
    .orderBy('person.name_fold'),
);
const selectVotes = define<{ meeting: Id }>()((p) =>
  sql.selectFrom('initiative_vote').selectAll().where('meeting_id', '=', p('meeting')),
);
const upsertVote = define<VoteRow>()((p) =>
  sql
    .insertInto('initiative_vote')
    .values(each(p, 'meeting_id', 'initiative_id', ...handNames, 'proposed_scope'))
    .onConflict((conflict) =>
      conflict.columns(['meeting_id', 'initiative_id']).doUpdateSet(each(p, ...handNames)),
    ),
);
const deleteVote = define<{ meeting: Id; id: Id }>()((p) =>
  sql
    .deleteFrom('initiative_vote')
    .where('meeting_id', '=', p('meeting'))
    .where('initiative_id', '=', p('id')),
);
const selectRecognition = define<{ meeting: Id }>()((p) =>
  sql.selectFrom('recognition').selectAll().where('meeting_id', '=', p('meeting')),
);
const upsertRecognition = define<{ meeting: Id; number: string; date: IsoDate }>()((p) =>
  sql
    .insertInto('recognition')
    .values({ meeting_id: p('meeting'), decision_number: p('number'), decision_date: p('date') })
    .onConflict((conflict) =>
      conflict.column('meeting_id').doUpdateSet({ decision_number: p('number'), decision_date: p('date') }),
    ),
);
const deleteRecognition = define<{ meeting: Id }>()((p) =>
  sql.deleteFrom('recognition').where('meeting_id', '=', p('meeting')),
);

type InitiativeRow = Tables['initiative'] & {
  readonly full_name: string;
  readonly group_name: string | null;
};

/** Waits for a decision: put forward, neither recognised nor refused. */
function isOpen({ scope, decision_number: number }: InitiativeRow): boolean {
  return scope !== 'NOT_RECOGNISED' && number === '';
}

/** An initiative of the year with its authors' records; it is before the council when it is open, or was voted on. */
function listBefore(
  read: ReadHandle,
  { schoolYear, votes }: { readonly schoolYear: string; readonly votes: ReadonlyMap<Id, VoteRow> },
): { readonly before: readonly (readonly InitiativeRow[])[]; readonly decided: number } {
  const all = coAuthored(read.all(selectInitiatives, { schoolYear }));
  const before = all.filter((rows) => rows.some((row) => isOpen(row) || votes.has(row.id)));
  return { before, decided: all.length - before.length };
}

function readVotes(read: ReadHandle, meetingId: Id | null): ReadonlyMap<Id, VoteRow> {
  if (meetingId === null) return new Map();
  return new Map(listInitiativeVotes(read, meetingId).map((row) => [row.initiative_id, row]));
}

/** The votes of a meeting on initiatives. */
export function listInitiativeVotes(read: ReadHandle, meetingId: Id): readonly VoteRow[] {
  return read.all(selectVotes, { meeting: meetingId });
}

/** The initiatives before the council as they stand, and how many of the year are decided already. */
export function listInitiatives(
  read: ReadHandle,
  {
    schoolYear,
    meetingId,
    members,
    ruleSet,
  }: Pick<Sitting, 'members' | 'ruleSet'> & { readonly schoolYear: string; readonly meetingId: Id | null },
): { readonly initiatives: readonly MeetingInitiative[]; readonly decided: number } {
  const votes = readVotes(read, meetingId);
  const { before, decided } = listBefore(read, { schoolYear, votes });
  const rule = ruleSet.defaultVote.value;
  return {
    decided,
    initiatives: before.flatMap((rows): readonly MeetingInitiative[] => {
      const [first] = rows;
      if (first === undefined) return [];
      const vote = votes.get(first.id);
      const room = roomOf({ members, ruleSet, recusals: [], rule, written: vote?.written ?? 0 });
      return [
        {
          initiativeId: first.id,
          name: first.name,
          authors: rows.map((row) => ({
            personId: row.person_id,
            fullName: row.full_name,
            groupName: row.group_name ?? '',
            share: row.share,
          })),
          agree: vote?.agree ?? null,
          disagree: vote?.disagree ?? null,
          abstain: vote?.abstain ?? null,
          written: vote?.written ?? null,
          base: vote?.base ?? room.base,
          mayVote: room.mayVote,
          mayWrite: room.mayWrite,
          needed: vote?.needed ?? need({ ...rule, base: room.base }),
          passed: vote === undefined ? null : vote.agree >= vote.needed,
        },
      ];
    }),
  };
}

/** The decision that followed the council's vote; null while there is none. */
export function readRecognition(read: ReadHandle, meetingId: Id): Recognition | null {
  const row = read.get(selectRecognition, { meeting: meetingId });
  return row === undefined ? null : { number: row.decision_number, date: row.decision_date };
}

/** Records the hands for initiatives, wholly or not at all; a blank number takes a vote back. */
const saveInitiativeVotes: Handler<'saveInitiativeVotes'> = (context, { votes }) => {
  const { write } = context;
  const found = openSitting(write, initiativeCouncil);
  if (!found.ok) return found;
  const { meeting, members, ruleSet, season, council } = found.value;
  const known = readVotes(write, meeting.id);
  const { before } = listBefore(write, { schoolYear: season.school_year, votes: known });
  const rule = ruleSet.defaultVote.value;
  const last = new Map(votes.map((vote) => [vote.initiativeId, vote]));
  for (const { initiativeId, ...vote } of last.values()) {
    const { agree, disagree, abstain } = vote;
    const written = vote.written ?? 0;
    const room = roomOf({ members, ruleSet, recusals: [], rule, written });
    const rows = before.find((own) => own.some(({ id }) => id === initiativeId));
    if (rows === undefined) return err({ code: 'not-found', what: missingThings.initiative });
    const name = rows[0]?.name ?? '';
    if (agree !== null) {
      const possible = checkHands(name, vote, room);
      if (!possible.ok) return possible;
    }
    // One vote is on the initiative as a whole: it stands in the record of each author.
    for (const row of rows) {
      if (agree === null) write.run(deleteVote, { meeting: meeting.id, id: row.id });
      else {
        write.run(upsertVote, {
          meeting_id: meeting.id,
          initiative_id: row.id,
          agree,
          disagree,
          abstain,
          written,
          base: room.base,
          needed: need({ ...rule, base: room.base }),
          may_vote: room.mayVote,
          may_write: room.mayWrite,
          proposed_scope: scopeOf(row),
        });
      }
    }
  }
  context.record({ ...bodyFact(write, council), initiatives: last.size });
  return ok(null);
};

function scopeOf({ scope }: InitiativeRow): RecognisedScope {
  return scope === 'NOT_RECOGNISED' ? 'BASE' : scope;
}

/** Gives each record what the decision says of it; null takes the decision back. */
function writeDecision(
  { write, newId }: Pick<CommandContext, 'newId'> & { readonly write: WriteHandle },
  {
    meetingId,
    schoolYear,
    decision,
  }: { readonly meetingId: Id; readonly schoolYear: string; readonly decision: string | null },
): number {
  const votes = readVotes(write, meetingId);
  let recognised = 0;
  for (const row of write.all(selectInitiatives, { schoolYear })) {
    const vote = votes.get(row.id);
    if (vote === undefined) continue;
    const passed = vote.agree >= vote.needed;
    if (passed && decision !== null) recognised += 1;
    const { id, person_id: personId, school_year, name, share } = row;
    writeInitiative(
      { write, newId },
      {
        id,
        personId,
        schoolYear: school_year,
        name,
        share,
        // The council of a school recognises at its own level; a higher one is for others to recognise.
        scope: decision === null ? vote.proposed_scope : passed ? 'BASE' : 'NOT_RECOGNISED',
        decisionNumber: decision !== null && passed ? decision : '',
      },
    );
  }
  return recognised;
}

/** Writes the decision of recognition into the records of the initiatives, which the appraisal then reads. */
const recordRecognition: Handler<'recordRecognition'> = (context, { decision }) => {
  const { write, record } = context;
  const found = readSitting(write, initiativeCouncil);
  if (!found.ok) return found;
  const { meeting, season, name, council } = found.value;
  if (meeting.state !== 'closed') {
    return err({ code: 'wrong-state', name, state: votingStates.notClosed, wanted: votingSteps.recognise });
  }
  const key = { meetingId: meeting.id, schoolYear: season.school_year };
  if (decision === null) {
    write.run(deleteRecognition, { meeting: meeting.id });
    writeDecision(context, { ...key, decision: null });
    record({ ...bodyFact(write, council), number: null, date: null, recognised: 0 });
    return ok({ recognised: 0 });
  }
  const number = tidy(decision.number);
  const text = decisionText(number, formatDate(decision.date));
  write.run(upsertRecognition, { meeting: meeting.id, number, date: decision.date });
  const recognised = writeDecision(context, { ...key, decision: text });
  record({ ...bodyFact(write, council), number, date: formatDate(decision.date), recognised });
  return ok({ recognised });
};

/** What the vote of the initiative council came to, initiative by initiative. */
export function concludeInitiatives(
  read: ReadHandle,
  sitting: Sitting,
): { readonly proposed: number; readonly rejected: number; readonly postponed: number } {
  const { initiatives } = listInitiatives(read, {
    ...sitting,
    schoolYear: sitting.season.school_year,
    meetingId: sitting.meeting.id,
  });
  const count = (passed: boolean | null) => initiatives.filter((one) => one.passed === passed).length;
  return { proposed: count(true), rejected: count(false), postponed: count(null) };
}

/** Refuses to open a council again whose decision was recorded: it is taken back first. Errors: wrong-state. */
export function mustBeUndecided(read: ReadHandle, { meeting, name }: Sitting): Result<null, AppError> {
  return readRecognition(read, meeting.id) === null
    ? ok(null)
    : err({ code: 'wrong-state', name, state: votingStates.recognised, wanted: votingSteps.reopenMeeting });
}

export const recognitionHandlers: Handlers<'saveInitiativeVotes' | 'recordRecognition'> = {
  saveInitiativeVotes,
  recordRecognition,
};
