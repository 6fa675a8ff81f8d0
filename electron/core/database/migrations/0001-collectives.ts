import { isDay, isSchoolYear } from './0001-checks.ts';

/** Of the first shape of the data file: tổ and the school as collectives, and what is known of them over the years. Frozen with it. */
export const collectives = `create table "group" (
  id text primary key,
  name text not null check (name <> ''),
  name_fold text not null unique,
  -- The school itself, which is put forward like a tổ and holds everybody.
  is_school integer not null check (is_school in (0, 1)),
  established_on text check (${isDay('established_on')}),
  -- Of a kind that is given flags; null: nobody answered.
  receives_flags integer check (receives_flags in (0, 1))
) strict;
create unique index group_one_school on "group" (is_school) where is_school = 1;

create table group_year (
  group_id text not null references "group" (id) on delete cascade,
  school_year text not null check (${isSchoolYear('school_year')}),
  rating text check (rating in ('HTXS', 'HTT', 'HT', 'KHT')),
  state text check (state in ('proposed', 'decided')),
  decided_on text check (${isDay('decided_on')}),
  decision_number text not null,
  -- Place in the cluster that the authority organised.
  cluster_rank integer check (cluster_rank > 0),
  check (rating is not null or cluster_rank is not null),
  check ((rating is null) = (state is null)),
  check (decided_on is null or state = 'decided'),
  primary key (group_id, school_year)
) strict, without rowid;

create table group_award (
  id text primary key,
  group_id text not null references "group" (id),
  school_year text not null check (${isSchoolYear('school_year')}),
  title_id text,
  name text not null check (name <> ''),
  decision_number text not null,
  decision_date text check (${isDay('decision_date')}),
  issuer text not null,
  reward_type text check (reward_type in ('MERIT', 'SUDDEN', 'MOVEMENT', 'CONTRIBUTION', 'SENIORITY', 'EXTERNAL')),
  themed integer check (themed in (0, 1)),
  achievement text not null,
  cancelled_by text check (cancelled_by <> ''),
  cancelled_on text check (${isDay('cancelled_on')}),
  check (cancelled_on is null or cancelled_by is not null)
) strict;
create index group_award_group on group_award (group_id);
create unique index group_award_once on group_award (group_id, title_id, school_year, decision_number)
where title_id is not null and decision_number <> '';

create table group_matter (
  id text primary key,
  group_id text not null references "group" (id) on delete cascade,
  kind text not null check (kind in ('DISCIPLINE', 'INVESTIGATION', 'INSPECTION', 'COMPLAINT', 'PRESS')),
  from_date text not null check (${isDay('from_date')}),
  to_date text check (${isDay('to_date')}) check (to_date >= from_date),
  note text not null
) strict;
create index group_matter_group on group_matter (group_id);
`;
