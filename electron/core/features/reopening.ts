/** Opening a concluded meeting again: the minutes as they were concluded are kept beside the reason. */
import { ok } from '../../../shared/result.ts';
import type { Handler, Handlers } from '../context.ts';
import { define, sql } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { bodyFact } from './body.ts';
import { takeBackConclusion } from './conclusion.ts';
import { minutesOf } from './dossier/body-papers.ts';
import { readSource } from './dossier/source.ts';

const insertVersion = define<Tables['meeting_version']>()((p) =>
  sql.insertInto('meeting_version').values({
    id: p('id'),
    meeting_id: p('meeting_id'),
    at: p('at'),
    reason: p('reason'),
    minutes: p('minutes'),
  }),
);

/** Opens a concluded meeting again and takes the outcomes back, unless a case has gone on to others already. */
const reopenMeeting: Handler<'reopenMeeting'> = (context, { body, reason }) => {
  const { write, now, newId } = context;
  const source = readSource(context);
  if (!source.ok) return source;
  const minutes = minutesOf(source.value, body).build();
  const taken = takeBackConclusion(context, { body, reason });
  if (!taken.ok) return taken;
  const { meeting, council } = taken.value;
  write.run(insertVersion, {
    id: newId(),
    meeting_id: meeting.id,
    at: now,
    reason,
    minutes: JSON.stringify(minutes),
  });
  context.record({ ...bodyFact(write, council), reason });
  return ok(null);
};

export const reopeningHandlers: Handlers<'reopenMeeting'> = { reopenMeeting };
