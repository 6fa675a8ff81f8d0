import { isDay } from './0001-checks.ts';
import { hands, handsOfTheRoom } from './0001-council.ts';

/** Of the first shape of the data file: what the initiative council voted on, and the decision that followed. Frozen with it. */
export const recognitions = `create table initiative_vote (
  meeting_id text not null references meeting (id),
  initiative_id text not null references initiative (id),
  -- How far it was put forward before the vote: it stands again when the decision is taken back.
  proposed_scope text not null check (proposed_scope in ('BASE', 'CITY', 'MINISTRY', 'NATION')),
${hands}
  primary key (meeting_id, initiative_id)
) strict, without rowid;
create index initiative_vote_initiative on initiative_vote (initiative_id);
${handsOfTheRoom('initiative_vote', { hasRecusals: false })}
create trigger initiative_vote_is_of_its_council before insert on initiative_vote
when (select k.kind from meeting m join council k on k.id = m.council_id where m.id = new.meeting_id) <> 'INITIATIVE'
begin select raise(abort, 'the initiative council votes on initiatives'); end;

-- The decision of the head of the school after the council's vote.
create table recognition (
  meeting_id text primary key references meeting (id),
  decision_number text not null check (decision_number <> ''),
  decision_date text not null check (${isDay('decision_date')})
) strict;
create trigger recognition_follows_the_conclusion before insert on recognition
when (select state from meeting where id = new.meeting_id) <> 'closed'
begin select raise(abort, 'the decision follows the conclusion of the council'); end;
create trigger recognised_meeting_stays_closed before update of state on meeting
when new.state <> 'closed' and exists (select 1 from recognition where meeting_id = old.id)
begin select raise(abort, 'the decision follows the conclusion of the council'); end;
${(['insert', 'update', 'delete'] as const)
  .map(
    (event) => `create trigger recognised_vote_is_fixed_${event} before ${event} on initiative_vote
when exists (select 1 from recognition where meeting_id = ${event === 'delete' ? 'old' : 'new'}.meeting_id)
begin select raise(abort, 'the decision rests on this vote'); end;`,
  )
  .join('\n')}
`;
