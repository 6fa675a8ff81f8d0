/** Concluding a meeting and opening it again: its minutes are kept as they were concluded, whatever is recorded later. */
import type { Paper } from '../../../shared/documents/model.ts';
import type { Body } from '../../../shared/domain/body.ts';
import type { AppError } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Id } from '../../../shared/terms.ts';
import type { CommandContext, Handler, Handlers } from '../context.ts';
import { define, sql } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { runCheck } from './appraisal/handlers.ts';
import { listStaleCases } from './appraisal/stale.ts';
import { bodyFact } from './body.ts';
import { reachConclusion, takeBackConclusion } from './conclusion.ts';
import { minutesOf } from './dossier/body-papers.ts';
import { readSource } from './dossier/source.ts';

const updateMinutes = define<{ id: Id; minutes: string }>()((p) =>
  sql
    .updateTable('meeting')
    .set({ minutes: p('minutes') })
    .where('id', '=', p('id')),
);
const insertVersion = define<Tables['meeting_version']>()((p) =>
  sql.insertInto('meeting_version').values({
    id: p('id'),
    meeting_id: p('meeting_id'),
    at: p('at'),
    reason: p('reason'),
    minutes: p('minutes'),
  }),
);

/** The minutes of the meeting of a body as they are now, as JSON. Errors: those of `readSource`. */
function writeMinutes(context: CommandContext, body: Body | undefined): Result<string, AppError> {
  const source = readSource({ ...context, read: context.write });
  return source.ok ? ok(JSON.stringify(minutesOf(source.value, body).build() as Paper)) : source;
}

const selectOfCollectives = define()(() =>
  sql.selectFrom('award_case').select('id').where('group_id', 'is not', null),
);

/** Checks the collectives again whose facts the votes just taken have changed. Errors: those of `listStaleCases`. */
function checkCollectives(context: CommandContext): Result<null, AppError> {
  const stale = listStaleCases(context.write);
  if (!stale.ok) return stale;
  const collectives = new Set(context.write.all(selectOfCollectives, {}).map(({ id }) => id));
  const due = stale.value.filter((id) => collectives.has(id));
  if (due.length === 0) return ok(null);
  const checked = runCheck(context, new Set(due));
  return checked.ok ? ok(null) : checked;
}

/**
 * Closes a meeting and keeps its minutes; collectives stand by what was voted for their people until this moment.
 * Errors: those of `reachConclusion`.
 */
const concludeMeeting: Handler<'concludeMeeting'> = (context, { body, undealtBecause }) => {
  const fresh = body === undefined || body.kind === 'SCHOOL' ? checkCollectives(context) : ok(null);
  if (!fresh.ok) return fresh;
  const closed = reachConclusion(context, { body, undealtBecause });
  if (!closed.ok) return closed;
  const { sitting, counts, because } = closed.value;
  const minutes = writeMinutes(context, body);
  if (!minutes.ok) return minutes;
  context.write.run(updateMinutes, { id: sitting.meeting.id, minutes: minutes.value });
  const { proposed, rejected, 'not-eligible': notEligible, postponed } = counts;
  context.record({
    ...bodyFact(context.write, sitting.council),
    proposed,
    rejected,
    notEligible,
    postponed,
    undealtBecause: because,
  });
  return ok({ proposed, rejected, notEligible, postponed });
};

/** Opens a concluded meeting again and takes the outcomes back, unless a case has gone on to others already. */
const reopenMeeting: Handler<'reopenMeeting'> = (context, { body, reason }) => {
  const { write, now, newId } = context;
  const minutes = writeMinutes(context, body);
  if (!minutes.ok) return minutes;
  const taken = takeBackConclusion(context, { body, reason });
  if (!taken.ok) return taken;
  const { meeting, council } = taken.value;
  write.run(insertVersion, {
    id: newId(),
    meeting_id: meeting.id,
    at: now,
    reason,
    minutes: minutes.value,
  });
  context.record({ ...bodyFact(write, council), reason });
  return ok(null);
};

export const closingHandlers: Handlers<'concludeMeeting' | 'reopenMeeting'> = {
  concludeMeeting,
  reopenMeeting,
};
