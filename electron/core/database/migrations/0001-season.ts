import { isDay, isSchoolYear } from './0001-checks.ts';

/** The first shape of the data file, by its parts. Frozen: a migration never changes once released and never imports app code. */
import { ballots } from './0001-ballots.ts';
import { collectives } from './0001-collectives.ts';
import { council } from './0001-council.ts';
import { evaluation } from './0001-evaluation.ts';
import { people } from './0001-people.ts';
import { recognitions } from './0001-recognition.ts';
import { pupilCases, pupils } from './0001-pupils.ts';

/** A school, its people, a season's cases, its council and votes, the audit trail. */
export const season = `
create table file_info (
  id integer primary key check (id = 1),
  file_id text not null,
  kind text not null check (kind in ('real', 'sample', 'training')),
  created_at text not null,
  signing_key text not null,
  -- The shape of the file as the build that made it knew it.
  schema_digest text not null
) strict;
create trigger file_info_rehearsal_stays before update on file_info
when old.kind = 'training' and new.kind is not 'training'
begin select raise(abort, 'a rehearsal never becomes real'); end;
create trigger file_info_sample_stays before update on file_info
when old.kind = 'sample' and new.kind = 'real'
begin select raise(abort, 'a sample never becomes real'); end;
create trigger file_info_kept before delete on file_info
begin select raise(abort, 'a file knows what it is'); end;

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
  school_year text not null unique check (${isSchoolYear('school_year')}),
  movement_name text not null,
  plan_number text not null,
  plan_date text check (${isDay('plan_date')}),
  content text not null,
  starts_on text not null check (${isDay('starts_on')}),
  ends_on text not null check (${isDay('ends_on')}) check (ends_on > starts_on),
  registration_deadline text check (${isDay('registration_deadline')}),
  locked_at text,
  lock_reason text,
  meeting_on text check (${isDay('meeting_on')}),
  check ((locked_at is null) = (lock_reason is null))
) strict;

create table regulation (
  id integer primary key check (id = 1), name text not null check (name <> ''), number text not null,
  date text check (${isDay('date')})
) strict;
create table regulation_setting (
  setting text primary key check (setting <> ''), value text not null check (json_valid(value)),
  article text not null, other_document text not null
) strict, without rowid;

create table campaign (
  id text primary key,
  season_id text not null references season (id),
  name text not null check (name <> ''),
  starts_on text not null check (${isDay('starts_on')}),
  ends_on text not null check (${isDay('ends_on')}) check (ends_on >= starts_on),
  content text not null
) strict;

create table announced_title (
  season_id text not null references season (id),
  title_id text not null,
  primary key (season_id, title_id)
) strict, without rowid;

${collectives}
${people}
${evaluation}
${pupils}
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
  pupil_id text references pupil (id) on delete cascade,
  title_id text not null,
  registered_on text check (${isDay('registered_on')}),
  late integer not null check (late in (0, 1)),
  state text not null,
  outcome text check (outcome in ('proposed', 'rejected', 'not-eligible', 'postponed', 'lowered', 'withdrawn')),
  outcome_reason text not null,
  -- The instant at which it was recorded: the first event of its history.
  put_forward_at text not null,
  -- For what a reward is asked, in words.
  achievement text not null,
  check ((person_id is not null) + (group_id is not null) + (pupil_id is not null) = 1),
  check ((state = 'WITHDRAWN') = (outcome is 'withdrawn')),
  check ((state = 'LOWERED') = (outcome is 'lowered'))
) strict, without rowid;
create unique index award_case_person on award_case (season_id, person_id, title_id) where person_id is not null;
create unique index award_case_group on award_case (season_id, group_id, title_id) where group_id is not null;
create unique index award_case_pupil on award_case (pupil_id, title_id) where pupil_id is not null;

${pupilCases}

create trigger award_case_moves_as_allowed before update of state on award_case
when new.state <> old.state
  and not exists (select 1 from case_transition where from_state = old.state and to_state = new.state)
begin select raise(abort, 'this move of a case is not in the transition table'); end;

-- What happened to a case since it was put forward.
create table case_event (
  id integer primary key,
  case_id text not null references award_case (id) on delete cascade,
  at text not null,
  state text not null,
  reason text not null
) strict;
create index case_event_case on case_event (case_id);

create table judgement (
  case_id text not null references award_case (id) on delete cascade,
  rule_id text not null,
  answer text not null check (answer in ('pass', 'fail')),
  reason text not null check (reason <> ''),
  by_name text not null,
  at text not null,
  primary key (case_id, rule_id)
) strict, without rowid;

create table verdict (
  case_id text primary key references award_case (id) on delete cascade,
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
${recognitions}
${ballots}
create table paper_number (
  season_id text not null references season (id),
  paper_id text not null,
  -- Kind and symbol after the slash; empty for a paper that has a day only.
  series text not null,
  number text not null check (number = '' or number glob '[1-9]*'),
  date text check (${isDay('date')}),
  check (series <> '' or number = ''),
  primary key (season_id, paper_id)
) strict, without rowid;
create unique index paper_number_once on paper_number (season_id, series, number) where number <> '';

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
