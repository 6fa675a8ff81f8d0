import { isDay, isTime } from './0001-checks.ts';

/** Columns and checks of a show of hands, whatever it was about. */
export const hands = `  agree integer not null check (agree >= 0),
  disagree integer check (disagree >= 0),
  abstain integer check (abstain >= 0),
  -- How many of these came in writing from absent members.
  written integer not null check (written >= 0),
  base integer not null check (base > 0),
  needed integer not null check (needed > 0),
  -- Who could raise a hand, being in the room, and who could write, being absent; nobody who stepped aside.
  may_vote integer not null check (may_vote >= 0),
  may_write integer not null check (may_write >= written),
  check (agree + coalesce(disagree, 0) + coalesce(abstain, 0) between written and min(base, may_vote + written)),`;

/** Of the first shape of the data file: the council, its meeting, who was there and what was said. Frozen with it. */
export const council = `-- A body that votes: the council of the school, the meeting of a tổ, the conference of the staff, the initiative council.
create table council (
  id text primary key,
  season_id text not null references season (id),
  kind text not null check (kind in ('SCHOOL', 'GROUP', 'STAFF', 'INITIATIVE')),
  group_id text references "group" (id),
  decision_number text not null,
  decision_date text check (${isDay('decision_date')}),
  check ((kind = 'GROUP') = (group_id is not null))
) strict;
create unique index council_body on council (season_id, kind, coalesce(group_id, ''));
create trigger council_is_one_body before update of season_id, kind, group_id on council
when new.season_id <> old.season_id or new.kind <> old.kind or new.group_id is not old.group_id
begin select raise(abort, 'a council stays the body it is'); end;

create table council_member (
  id text primary key,
  council_id text not null references council (id),
  person_id text not null references person (id),
  unique (council_id, person_id)
) strict;

-- What a member is from a day on: null day since the council was founded, null role no longer a member.
create table council_change (
  id text primary key,
  member_id text not null references council_member (id) on delete cascade,
  on_date text check (${isDay('on_date')}),
  role text check (role in ('CHAIR', 'VICE_CHAIR', 'SECRETARY', 'MEMBER')),
  decision_number text not null,
  decision_date text check (${isDay('decision_date')}),
  reason text not null,
  check (role is not null or on_date is not null)
) strict;
create unique index council_change_day on council_change (member_id, coalesce(on_date, ''));

create trigger council_one_chair_insert after insert on council_change when ${hasTwoChairs('new.member_id')}
begin select raise(abort, 'a council has one chair'); end;
create trigger council_one_chair_update after update on council_change when ${hasTwoChairs('new.member_id')}
begin select raise(abort, 'a council has one chair'); end;
create trigger council_one_chair_delete after delete on council_change when ${hasTwoChairs('old.member_id')}
begin select raise(abort, 'a council has one chair'); end;

create table meeting (
  id text primary key,
  council_id text not null unique references council (id),
  date text not null check (${isDay('date')}),
  from_time text not null check (${isTime('from_time')}),
  to_time text not null check (${isTime('to_time')}) check (to_time >= from_time),
  place text not null,
  discussion text not null,
  other_opinions text not null,
  state text not null check (state in ('preparing', 'open', 'closed')),
  without_quorum_because text,
  -- Why it was concluded with cases that nobody dealt with.
  undealt_because text,
  -- The minutes as they were when it was concluded: what is recorded later changes nothing of them.
  minutes text check (json_valid(minutes)),
  -- Titles under which the two sign, and remarks; empty for the usual.
  chair_title text not null,
  secretary_title text not null,
  remarks text not null,
  check (undealt_because is null or (undealt_because <> '' and state = 'closed')),
  check (minutes is null or state = 'closed')
) strict;
create trigger concluded_minutes_are_kept before update on meeting
when new.state = 'closed' and old.minutes is not null and new.minutes is not old.minutes
begin select raise(abort, 'what was concluded is kept'); end;

create table agenda (
  meeting_id text not null references meeting (id),
  title_id text not null,
  position integer not null,
  primary key (meeting_id, title_id)
) strict, without rowid;

-- Times of day, null for who came at the beginning or stayed to the end.
create table presence (
  meeting_id text not null references meeting (id),
  member_id text not null references council_member (id) on delete cascade,
  present integer not null check (present in (0, 1)),
  reason text not null,
  arrived_at text check (${isTime('arrived_at')}),
  left_at text check (${isTime('left_at')}),
  primary key (meeting_id, member_id),
  check (present = 1 or (arrived_at is null and left_at is null)),
  check (left_at >= arrived_at)
) strict, without rowid;

create table teller (
  meeting_id text not null references meeting (id),
  member_id text not null references council_member (id) on delete cascade,
  position integer not null,
  primary key (meeting_id, member_id)
) strict, without rowid;

-- What the meeting agreed to as a whole: its panel of tellers, its minutes. Counted of the members in the room.
create table approval (
  meeting_id text not null references meeting (id),
  about text not null check (about in ('TELLERS', 'MINUTES')),
  agree integer not null check (agree >= 0),
  in_room integer not null check (in_room >= agree),
  primary key (meeting_id, about)
) strict, without rowid;
${(['insert', 'update'] as const)
  .map(
    (event) => `create trigger approval_is_of_the_room_${event} before ${event} on approval
when new.in_room > (select count(*) from presence where meeting_id = new.meeting_id and present = 1 and left_at is null)
begin select raise(abort, 'more hands than members who could vote'); end;
create trigger panel_is_approved_anew_${event} after ${event} on teller
begin delete from approval where meeting_id = new.meeting_id and about = 'TELLERS'; end;`,
  )
  .join('\n')}
create trigger panel_is_approved_anew_delete after delete on teller
begin delete from approval where meeting_id = old.meeting_id and about = 'TELLERS'; end;

create table hands_vote (
  meeting_id text not null references meeting (id),
  case_id text not null references award_case (id),
${hands}
  primary key (meeting_id, case_id)
) strict, without rowid;
create index hands_vote_case on hands_vote (case_id);
${handsOfTheRoom('hands_vote', { hasRecusals: true })}
create trigger hands_are_of_cases before insert on hands_vote
when (select k.kind from meeting m join council k on k.id = m.council_id where m.id = new.meeting_id) = 'INITIATIVE'
begin select raise(abort, 'the initiative council votes on initiatives'); end;
create trigger hands_are_of_own_people before insert on hands_vote
when exists (
  select 1 from meeting m join council k on k.id = m.council_id join award_case c on c.id = new.case_id
  where m.id = new.meeting_id and (k.season_id <> c.season_id or (k.kind = 'GROUP' and c.group_id is not k.group_id
    and not exists (select 1 from council_member s where s.council_id = k.id and s.person_id = c.person_id)
    and not exists (select 1 from person p where p.id = c.person_id and p.group_id = k.group_id)
    and not exists (select 1 from former_group f where f.person_id = c.person_id and f.group_id = k.group_id))))
begin select raise(abort, 'a body votes on the cases of its own'); end;

create table case_note (
  meeting_id text not null references meeting (id),
  case_id text not null references award_case (id),
  discussion text not null,
  dissent text not null,
  primary key (meeting_id, case_id)
) strict, without rowid;

-- What the council decided by word; a lowered case may have made another one.
create table case_decision (
  case_id text primary key references award_case (id),
  outcome text not null check (outcome in ('rejected', 'postponed', 'lowered')),
  reason text not null check (reason <> ''),
  lowered_to text,
  made_case_id text references award_case (id),
  check ((outcome = 'lowered') = (lowered_to is not null)),
  check (made_case_id is null or lowered_to is not null)
) strict;

create table council_relative (
  member_id text not null references council_member (id) on delete cascade,
  person_id text not null references person (id),
  relation text not null check (relation <> ''),
  primary key (member_id, person_id)
) strict, without rowid;

create table recusal (
  case_id text not null references award_case (id),
  member_id text not null references council_member (id) on delete cascade,
  reason text not null check (reason <> ''),
  primary key (case_id, member_id)
) strict, without rowid;
create trigger recusal_is_fixed_insert before insert on recusal
when ${wasCounted('new')} and not exists (select 1 from recusal where case_id = new.case_id and member_id = new.member_id)
begin select raise(abort, 'the case was voted with those who stepped aside'); end;
create trigger recusal_is_fixed_update before update of case_id, member_id on recusal
when (new.case_id <> old.case_id or new.member_id <> old.member_id) and (${wasCounted('new')} or ${wasCounted('old')})
begin select raise(abort, 'the case was voted with those who stepped aside'); end;
create trigger recusal_is_fixed_delete before delete on recusal when ${wasCounted('old')}
begin select raise(abort, 'the case was voted with those who stepped aside'); end;

-- The minutes as they were when a concluded meeting was opened again.
create table meeting_version (
  id text primary key,
  meeting_id text not null references meeting (id),
  at text not null,
  reason text not null check (reason <> ''),
  minutes text not null check (json_valid(minutes))
) strict;
create trigger meeting_version_is_kept_update before update on meeting_version
begin select raise(abort, 'what was concluded is kept'); end;
create trigger meeting_version_is_kept_delete before delete on meeting_version
begin select raise(abort, 'what was concluded is kept'); end;

-- Once it has voted, who was a member on the day of the meeting does not change.
create trigger voting_council_is_fixed_insert before insert on council_change
when ${hasVoted(councilOf('new.member_id'))} and ${reaches('new')}
begin select raise(abort, 'the council has voted: its members are the base'); end;
create trigger voting_council_is_fixed_update before update on council_change
when ${hasVoted(councilOf('old.member_id'))} and (${reaches('old')} or ${reaches('new')})
  and (new.member_id <> old.member_id or new.on_date is not old.on_date or (new.role is null) <> (old.role is null))
begin select raise(abort, 'the council has voted: its members are the base'); end;
create trigger voting_council_is_fixed_delete before delete on council_change
when ${hasVoted(councilOf('old.member_id'))} and ${reaches('old')}
begin select raise(abort, 'the council has voted: its members are the base'); end;
create trigger voting_member_is_kept before delete on council_member
when ${hasVoted('old.council_id')}
  and exists (select 1 from council_change where member_id = old.id and ${reaches('council_change', 'old.council_id')})
begin select raise(abort, 'the council has voted: its members are the base'); end;
create trigger voting_member_is_one_person before update of person_id, council_id on council_member
when ${hasVoted('old.council_id')}
begin select raise(abort, 'the council has voted: its members are the base'); end;
create trigger voting_day_is_fixed before update of date on meeting
when ${hasVoted('old.council_id')} and exists (
  select 1 from council_change c join council_member m on m.id = c.member_id
  where m.council_id = old.council_id
    and c.on_date > min(old.date, new.date) and c.on_date <= max(old.date, new.date))
begin select raise(abort, 'the council has voted: its members are the base'); end;
`;

/**
 * No more hands than members in the room, no more opinions in writing than absent members, none of who stepped aside;
 * and whoever made such a vote possible stays as present or as absent as they were counted.
 */
export function handsOfTheRoom(table: string, { hasRecusals }: { readonly hasRecusals: boolean }): string {
  const counted = (vote: string, who: string) => `(select count(*) from presence p
    where p.meeting_id = ${vote}.meeting_id and ${who}${
      hasRecusals
        ? ` and not exists (select 1 from recusal a where a.case_id = ${vote}.case_id and a.member_id = p.member_id)`
        : ''
    })`;
  const votes = (['insert', 'update'] as const).map(
    (event) => `create trigger ${table}_is_of_the_room_${event} before ${event} on ${table}
when new.may_vote > ${counted('new', 'p.present = 1 and p.left_at is null')}
  or new.may_write > ${counted('new', 'p.present = 0')}
begin select raise(abort, 'more hands than members who could vote'); end;`,
  );
  const presences = (['update', 'delete'] as const).map((event) => {
    const others = 'p.member_id <> old.member_id';
    const changes = event === 'update' ? 'new.present <> old.present and ' : '';
    return `create trigger ${table}_keeps_its_room_${event} before ${event} on presence
when ${changes}exists (select 1 from ${table} v where v.meeting_id = old.meeting_id and (
  (old.present = 1 and v.may_vote > ${counted('v', `p.present = 1 and ${others}`)})
  or (old.present = 0 and v.written > ${counted('v', `p.present = 0 and ${others}`)})))
begin select raise(abort, 'a vote was counted with this presence'); end;`;
  });
  return [...votes, ...presences].join('\n');
}

/** Whether the body of a member has counted a vote on the case of a row: by hands, or on sealed papers. */
function wasCounted(row: 'new' | 'old'): string {
  const own = `m.council_id = ${councilOf(`${row}.member_id`)}`;
  return `(exists (
  select 1 from hands_vote h join meeting m on m.id = h.meeting_id where h.case_id = ${row}.case_id and ${own})
  or exists (
  select 1 from slate s join round r on r.id = s.round_id join meeting m on m.id = r.meeting_id
  where s.case_id = ${row}.case_id and r.state = 'sealed' and ${own}))`;
}

function councilOf(member: string): string {
  return `(select council_id from council_member where id = ${member})`;
}

/** Whether a change is in force on the day of the meeting. */
function reaches(change: string, council = councilOf(`${change}.member_id`)): string {
  return `(${change}.on_date is null or ${change}.on_date <= (select date from meeting where council_id = ${council}))`;
}

/** Whether on some day of a change two members are the chair. */
function hasTwoChairs(member: string): string {
  return `exists (
  select 1 from council_change day join council_member d on d.id = day.member_id
  where d.council_id = ${councilOf(member)} and 1 < (
    select count(*) from council_change c join council_member m on m.id = c.member_id
    where m.council_id = d.council_id and c.role = 'CHAIR' and coalesce(c.on_date, '') <= coalesce(day.on_date, '')
      and not exists (
        select 1 from council_change later
        where later.member_id = c.member_id and coalesce(later.on_date, '') > coalesce(c.on_date, '')
          and coalesce(later.on_date, '') <= coalesce(day.on_date, ''))))`;
}

/** Whether a council has voted on anything: its members are then the base of a result. */
function hasVoted(council: string): string {
  return `(exists (select 1 from round r join meeting m on m.id = r.meeting_id where m.council_id = ${council})
  or exists (select 1 from hands_vote h join meeting m on m.id = h.meeting_id where m.council_id = ${council})
  or exists (select 1 from initiative_vote i join meeting m on m.id = i.meeting_id where m.council_id = ${council}))`;
}
