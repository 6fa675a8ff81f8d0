/** The first shape of the data file, by its parts. Frozen: a migration never changes once released and never imports app code. */
import { collectives } from './0001-collectives.ts';
import { council } from './0001-council.ts';
import { people } from './0001-people.ts';

/** A school, its people, a season's cases, its council and votes, the audit trail. */
export const season = `
create table file_info (
  id integer primary key check (id = 1),
  file_id text not null,
  kind text not null check (kind in ('real', 'sample', 'training')),
  created_at text not null,
  signing_key text not null
) strict;

create table school (
  id integer primary key check (id = 1),
  name text not null check (name <> ''),
  superior text not null,
  place text not null,
  symbol text not null,
  council_symbol text not null,
  submitted_to text not null,
  principal_name text not null,
  principal_post text not null,
  clerk_name text not null,
  clerk_post text not null
) strict;

create table season (
  id text primary key,
  school_year text not null unique check (school_year glob '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'),
  movement_name text not null,
  plan_number text not null,
  plan_date text,
  content text not null,
  starts_on text not null,
  ends_on text not null check (ends_on > starts_on),
  registration_deadline text,
  locked_at text,
  lock_reason text,
  meeting_on text,
  check ((locked_at is null) = (lock_reason is null))
) strict;

create table regulation (
  id integer primary key check (id = 1), name text not null check (name <> ''), number text not null, date text
) strict;
create table regulation_setting (
  setting text primary key check (setting <> ''), value text not null check (json_valid(value)),
  article text not null, other_document text not null
) strict, without rowid;

create table campaign (
  id text primary key,
  season_id text not null references season (id),
  name text not null check (name <> ''),
  starts_on text not null,
  ends_on text not null check (ends_on >= starts_on),
  content text not null
) strict;

create table announced_title (
  season_id text not null references season (id),
  title_id text not null,
  primary key (season_id, title_id)
) strict, without rowid;

${collectives}
${people}
create table criterion (
  id text primary key,
  season_id text not null references season (id),
  position integer not null,
  name text not null check (name <> ''),
  maximum integer not null check (maximum > 0)
) strict;
create index criterion_season on criterion (season_id);

create table score (
  person_id text not null references person (id),
  criterion_id text not null references criterion (id),
  side text not null check (side in ('SELF', 'GROUP')),
  score integer not null check (score >= 0),
  primary key (person_id, criterion_id, side)
) strict, without rowid;

create trigger score_within_maximum_insert before insert on score
when new.score > (select maximum from criterion where id = new.criterion_id)
begin select raise(abort, 'score is over the maximum of its criterion'); end;
create trigger score_within_maximum_update before update on score
when new.score > (select maximum from criterion where id = new.criterion_id)
begin select raise(abort, 'score is over the maximum of its criterion'); end;

create table score_confirmation (
  season_id text not null references season (id),
  person_id text not null references person (id),
  confirmed_at text not null,
  primary key (season_id, person_id)
) strict, without rowid;

create table case_transition (
  from_state text not null,
  to_state text not null,
  primary key (from_state, to_state)
) strict, without rowid;

create table award_case (
  id text primary key,
  season_id text not null references season (id),
  person_id text references person (id),
  group_id text references "group" (id),
  title_id text not null,
  registered_on text,
  late integer not null check (late in (0, 1)),
  state text not null,
  outcome text check (outcome in ('proposed', 'rejected', 'not-eligible', 'postponed', 'lowered', 'withdrawn')),
  outcome_reason text not null,
  -- The instant at which it was recorded: the first event of its history.
  put_forward_at text not null,
  -- For what a reward is asked, in words.
  achievement text not null,
  check ((person_id is null) <> (group_id is null)),
  check ((state = 'WITHDRAWN') = (outcome is 'withdrawn')),
  check ((state = 'LOWERED') = (outcome is 'lowered'))
) strict, without rowid;
create unique index award_case_person on award_case (season_id, person_id, title_id) where person_id is not null;
create unique index award_case_group on award_case (season_id, group_id, title_id) where group_id is not null;

create trigger award_case_moves_as_allowed before update of state on award_case
when new.state <> old.state
  and not exists (select 1 from case_transition where from_state = old.state and to_state = new.state)
begin select raise(abort, 'this move of a case is not in the transition table'); end;

-- What happened to a case since it was put forward.
create table case_event (
  id integer primary key,
  case_id text not null references award_case (id),
  at text not null,
  state text not null,
  reason text not null
) strict;
create index case_event_case on case_event (case_id);

create table judgement (
  case_id text not null references award_case (id),
  rule_id text not null,
  answer text not null check (answer in ('pass', 'fail')),
  reason text not null check (reason <> ''),
  by_name text not null,
  at text not null,
  primary key (case_id, rule_id)
) strict, without rowid;

create table verdict (
  case_id text primary key references award_case (id),
  eligibility text not null check (eligibility in ('yes', 'no', 'needs-person')),
  rule_set_id text not null,
  rule_set_version text not null,
  checked_at text not null,
  -- What lists show, before the long texts: a list never has to read these.
  failed text generated always as (json_extract(verdict, '$.failed')) stored,
  summary text generated always as (json_extract(verdict, '$.summary')) stored,
  postponed integer generated always as (json_extract(verdict, '$.postponed')) stored,
  awaits_decision integer generated always as (json_extract(verdict, '$.awaitsDecision')) stored,
  facts text not null check (json_valid(facts)),
  verdict text not null check (json_valid(verdict))
) strict;

create table overruling (
  case_id text primary key references award_case (id),
  eligibility text not null check (eligibility in ('yes', 'no')),
  reason text not null check (reason <> ''),
  by_name text not null,
  at text not null
) strict;

${council}
create table round (
  id text primary key,
  meeting_id text not null references meeting (id),
  title_id text not null,
  number integer not null check (number > 0),
  state text not null check (state in ('preparing', 'counting', 'sealed', 'reopened')),
  mode text not null check (mode in ('ballots', 'totals')),
  base integer not null check (base > 0),
  needed integer not null check (needed > 0),
  printed integer check (printed >= 0),
  issued integer check (issued >= 0),
  returned integer check (returned >= 0),
  invalid_total integer check (invalid_total >= 0),
  sealed_at text,
  -- Members in the room when the papers were issued; fixed as those present when it is sealed.
  in_room integer check (in_room >= 0),
  present integer check (present >= 0),
  unique (meeting_id, title_id, number),
  check (issued is null or printed is null or issued <= printed),
  check (returned is null or issued is null or returned <= issued),
  check (invalid_total is null or (mode = 'totals' and returned is not null and invalid_total <= returned)),
  check ((issued is null) = (in_room is null)),
  check ((state = 'sealed') = (sealed_at is not null)),
  check ((state = 'sealed') = (present is not null))
) strict;

create table slate (
  round_id text not null references round (id) on delete cascade,
  position integer not null,
  case_id text not null references award_case (id),
  primary key (round_id, position),
  unique (round_id, case_id)
) strict, without rowid;

-- No key, no time and no order joins a paper to the member who marked it, or to the papers beside it.
create table ballot (
  id text primary key,
  round_id text not null references round (id) on delete cascade,
  invalid_reason text check (invalid_reason <> '')
) strict, without rowid;
create index ballot_round on ballot (round_id);

create table ballot_mark (
  ballot_id text not null references ballot (id) on delete cascade,
  position integer not null,
  mark text not null check (mark in ('AGREE', 'DISAGREE', 'BLANK', 'INVALID')),
  primary key (ballot_id, position)
) strict, without rowid;

create table ballot_draft (
  round_id text primary key references round (id) on delete cascade,
  ballots text not null check (json_valid(ballots))
) strict, without rowid;

create table round_total (
  round_id text not null references round (id) on delete cascade,
  case_id text not null references award_case (id),
  -- Null is not typed yet; a round is sealed only without them.
  agree integer check (agree >= 0),
  disagree integer check (disagree >= 0),
  blank integer check (blank >= 0),
  primary key (round_id, case_id)
) strict, without rowid;

create table written_opinion (
  round_id text not null references round (id) on delete cascade,
  member_id text not null references council_member (id),
  case_id text not null references award_case (id),
  mark text not null check (mark in ('AGREE', 'DISAGREE', 'BLANK', 'INVALID')),
  primary key (round_id, member_id, case_id)
) strict, without rowid;

create table round_result (
  round_id text not null references round (id) on delete cascade,
  case_id text not null references award_case (id),
  agree_in_room integer not null check (agree_in_room >= 0),
  agree_written integer not null check (agree_written >= 0),
  agree integer not null check (agree = agree_in_room + agree_written),
  disagree integer not null check (disagree >= 0),
  blank integer not null check (blank >= 0),
  base integer not null check (agree <= base),
  needed integer not null,
  passed integer not null check (passed = (agree >= needed)),
  primary key (round_id, case_id)
) strict, without rowid;

create table round_reopening (
  id text primary key,
  round_id text not null references round (id) on delete cascade,
  at text not null,
  reason text not null check (reason <> ''),
  -- The figures as they were sealed, so that both versions are kept.
  sealed_figures text not null check (json_valid(sealed_figures))
) strict;

create trigger round_opens_unsealed before insert on round when new.state <> 'preparing'
begin select raise(abort, 'a round begins with its preparation'); end;
create trigger sealed_round_is_closed before update on round
when old.state = 'sealed' and (
  new.state <> 'reopened'
  or not exists (
    select 1 from round_reopening
    where round_id = old.id and json_extract(sealed_figures, '$.sealedAt') = old.sealed_at)
)
begin select raise(abort, 'a sealed round does not change'); end;
create trigger sealed_round_is_kept before delete on round when old.state = 'sealed'
begin select raise(abort, 'a sealed round does not change'); end;
create trigger reopened_round_is_kept before delete on round
when exists (select 1 from round_reopening where round_id = old.id)
begin select raise(abort, 'a round that was sealed once is kept'); end;
create trigger reopening_is_kept_update before update on round_reopening
begin select raise(abort, 'what was sealed is kept'); end;
create trigger reopening_is_kept_delete before delete on round_reopening
begin select raise(abort, 'what was sealed is kept'); end;
${closedOnceSealed('slate', (row) => `${row}.round_id`)}
${closedOnceSealed('ballot', (row) => `${row}.round_id`)}
${closedOnceSealed('ballot_mark', (row) => `(select round_id from ballot where id = ${row}.ballot_id)`)}
${closedOnceSealed('written_opinion', (row) => `${row}.round_id`)}
${closedOnceSealed('round_total', (row) => `${row}.round_id`)}
${closedOnceSealed('round_result', (row) => `${row}.round_id`)}

create trigger slate_is_fixed_insert before insert on slate
when exists (select 1 from ballot where round_id = new.round_id)
begin select raise(abort, 'ballots were marked against this slate'); end;
create trigger slate_is_fixed_update before update on slate
when exists (select 1 from ballot where round_id = old.round_id)
begin select raise(abort, 'ballots were marked against this slate'); end;
create trigger slate_is_fixed_delete before delete on slate
when exists (select 1 from ballot where round_id = old.round_id) and exists (select 1 from round where id = old.round_id)
begin select raise(abort, 'ballots were marked against this slate'); end;

-- The physical number comes first: a paper more than were declared can't be stored.
create trigger ballot_was_declared before insert on ballot
when not exists (
  select 1 from round r where r.id = new.round_id and r.mode = 'ballots'
    and r.returned > (select count(*) from ballot where round_id = r.id))
begin select raise(abort, 'more ballots than were declared'); end;
create trigger declared_number_covers_ballots before update on round
when exists (select 1 from ballot where round_id = old.id)
  and (new.mode <> 'ballots' or new.returned is null
       or new.returned < (select count(*) from ballot where round_id = old.id))
begin select raise(abort, 'more ballots than were declared'); end;
create trigger ballot_is_never_edited before update on ballot
begin select raise(abort, 'a stored ballot is never edited'); end;
create trigger mark_is_never_edited before update on ballot_mark
begin select raise(abort, 'a stored ballot is never edited'); end;
create trigger mark_fits_slate before insert on ballot_mark
when not exists (
  select 1 from ballot b join slate s on s.round_id = b.round_id
  where b.id = new.ballot_id and b.invalid_reason is null and s.position = new.position)
begin select raise(abort, 'the mark fits no name of a valid ballot'); end;

create trigger opinion_is_of_absent_member before insert on written_opinion
when not exists (
  select 1 from presence p join round r on r.meeting_id = p.meeting_id
  where r.id = new.round_id and p.member_id = new.member_id and p.present = 0)
begin select raise(abort, 'a written opinion is of an absent member'); end;
create trigger opinion_is_about_slate before insert on written_opinion
when not exists (select 1 from slate where round_id = new.round_id and case_id = new.case_id)
begin select raise(abort, 'a written opinion is about a name of the slate'); end;
create trigger member_with_opinion_is_absent before update on presence
when new.present = 1 and exists (
  select 1 from written_opinion o join round r on r.id = o.round_id
  where r.meeting_id = new.meeting_id and r.state <> 'sealed' and o.member_id = new.member_id)
begin select raise(abort, 'a written opinion is of an absent member'); end;

create trigger round_seals_whole before update of state on round
when new.state = 'sealed' and (
  new.printed is null or new.issued is null or new.returned is null
  or new.present is not new.in_room
  or new.in_room > (select count(*) from presence where meeting_id = new.meeting_id and present = 1)
  or new.issued > new.present
  or not exists (select 1 from teller where meeting_id = new.meeting_id)
  or not exists (select 1 from slate where round_id = new.id)
  or exists (
    select 1 from written_opinion o where o.round_id = new.id and not exists (
      select 1 from presence p
      where p.meeting_id = new.meeting_id and p.member_id = o.member_id and p.present = 0))
  or (select count(*) from round_result where round_id = new.id)
     <> (select count(*) from slate where round_id = new.id)
  or exists (
    select 1 from round_result r left join slate s on s.round_id = r.round_id and s.case_id = r.case_id
    where r.round_id = new.id and (
      s.case_id is null or r.base <> new.base or r.needed <> new.needed
      or r.agree_written <> (
        select count(*) from written_opinion o
        where o.round_id = new.id and o.case_id = r.case_id and o.mark = 'AGREE')))
  or (new.mode = 'ballots' and (
    (select count(*) from ballot where round_id = new.id) <> new.returned
    or exists (
      select 1 from ballot b where b.round_id = new.id and b.invalid_reason is null
        and (select count(*) from ballot_mark m where m.ballot_id = b.id)
            <> (select count(*) from slate where round_id = new.id))
    or exists (
      select 1 from round_result r join slate s on s.round_id = r.round_id and s.case_id = r.case_id
      where r.round_id = new.id and (
        r.agree_in_room <> ${marksOf("m.mark = 'AGREE'")}
        or r.disagree <> ${marksOf("m.mark = 'DISAGREE'")}
        or r.blank <> ${marksOf("m.mark in ('BLANK', 'INVALID')")}))))
  or (new.mode = 'totals' and (
    new.invalid_total is null
    or exists (
      select 1 from slate s left join round_total t on t.round_id = s.round_id and t.case_id = s.case_id
      where s.round_id = new.id and (t.agree + t.disagree + t.blank) is not (new.returned - new.invalid_total))
    or exists (
      select 1 from round_result r join round_total t on t.round_id = r.round_id and t.case_id = r.case_id
      where r.round_id = new.id
        and (r.agree_in_room <> t.agree or r.disagree <> t.disagree or r.blank <> t.blank))))
)
begin select raise(abort, 'the identities of the count do not hold'); end;

create table paper_number (
  season_id text not null references season (id),
  paper_id text not null,
  number text not null,
  date text,
  primary key (season_id, paper_id)
) strict, without rowid;

create table package (
  id text primary key,
  season_id text not null references season (id),
  at text not null,
  path text not null,
  files integer not null check (files > 0),
  bytes integer not null check (bytes > 0),
  check_code text not null check (length(check_code) = 64)
) strict;

create table audit (
  seq integer primary key,
  at text not null,
  role text not null,
  name text not null,
  method text not null,
  facts text not null check (json_valid(facts)),
  previous_hash text not null check (length(previous_hash) = 64),
  hash text not null unique check (length(hash) = 64)
) strict;
create trigger audit_is_append_only_update before update on audit
begin select raise(abort, 'the audit trail is append-only'); end;
create trigger audit_is_append_only_delete before delete on audit
begin select raise(abort, 'the audit trail is append-only'); end;
`;

/** A sealed round takes no more rows and loses none. `round` gives the round of a row, `new` or `old`. */
function closedOnceSealed(table: string, round: (row: 'new' | 'old') => string): string {
  const events = { insert: ['new'], update: ['old', 'new'], delete: ['old'] } as const;
  return Object.entries(events)
    .map(([event, rows]) => {
      const when = rows.map((row) => `(select state from round where id = ${round(row)}) = 'sealed'`);
      return `create trigger sealed_${table}_${event} before ${event} on ${table}
when ${when.join(' or ')}
begin select raise(abort, 'a sealed round does not change'); end;`;
    })
    .join('\n');
}

/** How many stored ballots have such a mark in the row of a name. */
function marksOf(mark: string): string {
  return `(
          select count(*) from ballot b join ballot_mark m on m.ballot_id = b.id
          where b.round_id = r.round_id and m.position = s.position and ${mark})`;
}
