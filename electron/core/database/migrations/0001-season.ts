/**
 * The first shape of the data file: a school, its people, a season's cases, its council and votes, the audit trail.
 * Frozen: a migration never changes once released and never imports app code.
 */
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

create table "group" (
  id text primary key,
  name text not null check (name <> ''),
  name_fold text not null unique
) strict;

create table person (
  id text primary key,
  code text unique check (code <> ''),
  full_name text not null check (full_name <> ''),
  name_fold text not null,
  birth_date text,
  sex text check (sex in ('MALE', 'FEMALE')),
  position text not null,
  duty text not null,
  degree text not null,
  joined_on text,
  party_member integer not null check (party_member in (0, 1))
) strict;
create index person_name_fold on person (name_fold);

create table membership (
  id text primary key,
  person_id text not null references person (id),
  group_id text not null references "group" (id),
  from_date text not null,
  to_date text check (to_date >= from_date)
) strict;
create unique index membership_current on membership (person_id) where to_date is null;
create index membership_group on membership (group_id);

create table person_status (
  id text primary key,
  person_id text not null references person (id),
  status text not null check (status in ('WORKING', 'MATERNITY_LEAVE', 'LEAVE', 'TRAINING', 'SECONDED', 'LEFT', 'RETIRED')),
  from_date text not null,
  to_date text check (to_date >= from_date)
) strict;
create unique index person_status_current on person_status (person_id) where to_date is null;

create table year_rating (
  person_id text not null references person (id),
  school_year text not null,
  rating text not null check (rating in ('HTXS', 'HTT', 'HT', 'KHT')),
  state text not null check (state in ('proposed', 'decided')),
  primary key (person_id, school_year)
) strict, without rowid;

create table award (
  id text primary key,
  person_id text not null references person (id),
  school_year text not null,
  title_id text,
  name text not null check (name <> ''),
  decision_number text not null,
  decision_date text
) strict;
create index award_person on award (person_id);

create table initiative (
  id text primary key,
  person_id text not null references person (id),
  school_year text not null,
  name text not null check (name <> ''),
  share integer check (share between 0 and 100),
  scope text not null check (scope in ('BASE', 'CITY', 'MINISTRY', 'NATION', 'NOT_RECOGNISED')),
  decision_number text not null
) strict;
create index initiative_person on initiative (person_id);

create table discipline (
  id text primary key,
  person_id text not null references person (id),
  form text not null check (form in ('REPRIMAND', 'WARNING', 'DISMISSAL_FROM_POST', 'FORCED_RESIGNATION',
    'PARTY_REPRIMAND', 'PARTY_WARNING', 'PARTY_DISMISSAL', 'PARTY_EXPULSION')),
  from_date text not null,
  to_date text check (to_date >= from_date)
) strict;
create index discipline_person on discipline (person_id);

create table absence (
  id text primary key,
  person_id text not null references person (id),
  kind text not null check (kind in ('MATERNITY', 'SICK', 'UNPAID', 'TRAINING', 'INJURED_RESCUING', 'OTHER')),
  from_date text not null,
  to_date text not null check (to_date >= from_date)
) strict;
create index absence_person on absence (person_id);

create table pending_matter (
  id text primary key,
  person_id text not null references person (id),
  kind text not null check (kind in ('DISCIPLINE', 'INVESTIGATION', 'INSPECTION', 'COMPLAINT', 'PRESS')),
  from_date text not null,
  to_date text check (to_date >= from_date),
  note text not null
) strict;
create index pending_matter_person on pending_matter (person_id);

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
create index score_criterion on score (criterion_id);

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
  outcome text check (outcome in ('proposed', 'rejected', 'not-eligible', 'postponed', 'withdrawn')),
  outcome_reason text not null,
  check ((person_id is null) <> (group_id is null)),
  check ((state = 'WITHDRAWN') = (outcome is 'withdrawn'))
) strict;
create unique index award_case_person on award_case (season_id, person_id, title_id) where person_id is not null;
create unique index award_case_group on award_case (season_id, group_id, title_id) where group_id is not null;

create trigger award_case_moves_as_allowed before update of state on award_case
when new.state <> old.state
  and not exists (select 1 from case_transition where from_state = old.state and to_state = new.state)
begin select raise(abort, 'this move of a case is not in the transition table'); end;

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

create table council (
  id text primary key,
  season_id text not null unique references season (id),
  decision_number text not null,
  decision_date text
) strict;

create table council_member (
  id text primary key,
  council_id text not null references council (id),
  person_id text not null references person (id),
  role text not null check (role in ('CHAIR', 'VICE_CHAIR', 'SECRETARY', 'MEMBER')),
  unique (council_id, person_id)
) strict;
create unique index council_one_chair on council_member (council_id) where role = 'CHAIR';

create table meeting (
  id text primary key,
  council_id text not null unique references council (id),
  date text not null,
  from_time text not null,
  to_time text not null check (to_time >= from_time),
  place text not null,
  discussion text not null,
  other_opinions text not null,
  state text not null check (state in ('preparing', 'open', 'closed')),
  without_quorum_because text
) strict;

create table presence (
  meeting_id text not null references meeting (id),
  member_id text not null references council_member (id) on delete cascade,
  present integer not null check (present in (0, 1)),
  reason text not null,
  primary key (meeting_id, member_id)
) strict, without rowid;

create table teller (
  meeting_id text not null references meeting (id),
  member_id text not null references council_member (id) on delete cascade,
  position integer not null,
  primary key (meeting_id, member_id)
) strict, without rowid;

create table hands_vote (
  case_id text primary key references award_case (id),
  agree integer not null check (agree >= 0),
  disagree integer check (disagree >= 0),
  abstain integer check (abstain >= 0),
  base integer not null check (base > 0),
  needed integer not null,
  check (agree + coalesce(disagree, 0) + coalesce(abstain, 0) <= base)
) strict;

create table round (
  id text primary key,
  meeting_id text not null references meeting (id),
  title_id text not null,
  number integer not null check (number > 0),
  state text not null check (state in ('preparing', 'counting', 'sealed', 'reopened')),
  mode text not null check (mode in ('ballots', 'totals')),
  base integer not null check (base > 0),
  needed integer not null check (needed between 0 and base),
  printed integer check (printed >= 0),
  issued integer check (issued >= 0),
  returned integer check (returned >= 0),
  invalid_total integer check (invalid_total >= 0),
  sealed_at text,
  unique (meeting_id, title_id, number),
  check (issued is null or printed is null or issued <= printed),
  check (returned is null or issued is null or returned <= issued),
  check (issued is null or issued <= base),
  check ((state = 'sealed') = (sealed_at is not null))
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
  agree integer not null check (agree >= 0),
  disagree integer not null check (disagree >= 0),
  blank integer not null check (blank >= 0),
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

create trigger sealed_round_is_closed before update on round
when old.state = 'sealed' and new.state <> 'reopened'
begin select raise(abort, 'a sealed round does not change'); end;
create trigger sealed_round_is_kept before delete on round when old.state = 'sealed'
begin select raise(abort, 'a sealed round does not change'); end;
create trigger sealed_ballot_insert before insert on ballot
when (select state from round where id = new.round_id) = 'sealed'
begin select raise(abort, 'a sealed round does not change'); end;
create trigger sealed_ballot_delete before delete on ballot
when (select state from round where id = old.round_id) = 'sealed'
begin select raise(abort, 'a sealed round does not change'); end;
create trigger sealed_ballot_update before update on ballot
when (select state from round where id = old.round_id) = 'sealed'
begin select raise(abort, 'a sealed round does not change'); end;
create trigger sealed_mark_insert before insert on ballot_mark
when (select state from round where id = (select round_id from ballot where id = new.ballot_id)) = 'sealed'
begin select raise(abort, 'a sealed round does not change'); end;
create trigger sealed_mark_update before update on ballot_mark
when (select state from round where id = (select round_id from ballot where id = old.ballot_id)) = 'sealed'
begin select raise(abort, 'a sealed round does not change'); end;
create trigger sealed_mark_delete before delete on ballot_mark
when (select state from round where id = (select round_id from ballot where id = old.ballot_id)) = 'sealed'
begin select raise(abort, 'a sealed round does not change'); end;
create trigger sealed_opinion_insert before insert on written_opinion
when (select state from round where id = new.round_id) = 'sealed'
begin select raise(abort, 'a sealed round does not change'); end;
create trigger sealed_opinion_delete before delete on written_opinion
when (select state from round where id = old.round_id) = 'sealed'
begin select raise(abort, 'a sealed round does not change'); end;
create trigger sealed_total_insert before insert on round_total
when (select state from round where id = new.round_id) = 'sealed'
begin select raise(abort, 'a sealed round does not change'); end;
create trigger sealed_total_delete before delete on round_total
when (select state from round where id = old.round_id) = 'sealed'
begin select raise(abort, 'a sealed round does not change'); end;
create trigger sealed_result_update before update on round_result
when (select state from round where id = old.round_id) = 'sealed'
begin select raise(abort, 'a sealed round does not change'); end;
create trigger sealed_result_delete before delete on round_result
when (select state from round where id = old.round_id) = 'sealed'
begin select raise(abort, 'a sealed round does not change'); end;
create trigger round_seals_whole before update of state on round
when new.state = 'sealed' and (
  new.printed is null or new.issued is null or new.returned is null
  or (new.mode = 'ballots' and (select count(*) from ballot where round_id = new.id) <> new.returned)
  or (new.mode = 'ballots' and exists (
        select 1 from ballot b where b.round_id = new.id and b.invalid_reason is null
          and (select count(*) from ballot_mark m where m.ballot_id = b.id)
              <> (select count(*) from slate where round_id = new.id)))
  or (new.mode = 'totals' and exists (
        select 1 from round_total t where t.round_id = new.id
          and t.agree + t.disagree + t.blank <> new.returned - coalesce(new.invalid_total, 0)))
  or (select count(*) from round_result where round_id = new.id)
     <> (select count(*) from slate where round_id = new.id)
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
