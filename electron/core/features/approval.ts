/** What a meeting agrees to as a whole: its panel of tellers, its minutes. */
import { err, ok } from '../../../shared/result.ts';
import type { Id } from '../../../shared/terms.ts';
import type { MeetingView } from '../../../shared/views.ts';
import { approvalNames, missingThings } from '../../../shared/vi/council.ts';
import type { Handler } from '../context.ts';
import { define, each, sql, type ReadHandle } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { bodyFact } from './body.ts';
import { listTellers, openSitting } from './sitting.ts';

const selectApprovals = define<{ meeting: Id }>()((p) =>
  sql.selectFrom('approval').selectAll().where('meeting_id', '=', p('meeting')),
);
const upsertApproval = define<Tables['approval']>()((p) =>
  sql
    .insertInto('approval')
    .values(each(p, 'meeting_id', 'about', 'agree', 'in_room'))
    .onConflict((conflict) =>
      conflict.columns(['meeting_id', 'about']).doUpdateSet(each(p, 'agree', 'in_room')),
    ),
);
const deleteApproval = define<Pick<Tables['approval'], 'meeting_id' | 'about'>>()((p) =>
  sql.deleteFrom('approval').where('meeting_id', '=', p('meeting_id')).where('about', '=', p('about')),
);

/** What a meeting approved, with how many of those in the room. */
export function readApprovals(read: ReadHandle, meetingId: Id | null): MeetingView['approvals'] {
  const rows = meetingId === null ? [] : read.all(selectApprovals, { meeting: meetingId });
  const of = (about: Tables['approval']['about']) => {
    const row = rows.find((one) => one.about === about);
    return row === undefined ? null : { agree: row.agree, inRoom: row.in_room };
  };
  return { TELLERS: of('TELLERS'), MINUTES: of('MINUTES') };
}

/** Records how many of those in the room agreed; null takes it back. Errors: those of `openSitting`, not-found, more-than-room. */
export const saveApproval: Handler<'saveApproval'> = ({ write, record }, { body, about, agree }) => {
  const found = openSitting(write, body);
  if (!found.ok) return found;
  const { meeting, council, present } = found.value;
  if (about === 'TELLERS' && listTellers(write, meeting.id).length === 0)
    return err({ code: 'not-found', what: missingThings.panel });
  if (agree === null) write.run(deleteApproval, { meeting_id: meeting.id, about });
  else if (agree > present)
    return err({ code: 'more-than-room', name: approvalNames[about], cast: agree, mayVote: present });
  else write.run(upsertApproval, { meeting_id: meeting.id, about, agree, in_room: present });
  record({ ...bodyFact(write, council), about, agree, inRoom: present });
  return ok(null);
};
