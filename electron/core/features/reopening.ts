/** Opening a concluded meeting again: the minutes as they were concluded are kept beside the reason. */
import { ok } from '../../../shared/result.ts';
import type { Handler, Handlers } from '../context.ts';
import { define, sql } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { takeBackConclusion } from './conclusion.ts';
import { meetingPaper } from './dossier/meeting-papers.ts';
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
const reopenMeeting: Handler<'reopenMeeting'> = (context, { reason }) => {
  const { write, now, newId } = context;
  const source = readSource(context);
  if (!source.ok) return source;
  const minutes = meetingPaper(source.value).build();
  const meetingId = takeBackConclusion(context, reason);
  if (!meetingId.ok) return meetingId;
  write.run(insertVersion, {
    id: newId(),
    meeting_id: meetingId.value,
    at: now,
    reason,
    minutes: JSON.stringify(minutes),
  });
  context.record({ reason });
  return ok(null);
};

export const reopeningHandlers: Handlers<'reopenMeeting'> = { reopenMeeting };
