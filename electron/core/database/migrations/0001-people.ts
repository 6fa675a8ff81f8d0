import { isDay, isSchoolYear } from './0001-checks.ts';

const statuses = `status in ('WORKING', 'LEFT', 'RETIRED')`;

/** Leave that shares a day with other leave of the person. */
const otherLeave = `exists (select 1 from absence as other
    where other.person_id = new.person_id and other.id <> new.id
      and other.from_date <= coalesce(new.to_date, '9999-12-31')
      and new.from_date <= coalesce(other.to_date, '9999-12-31'))`;

/** Leave of a day on which the person no longer works here. */
const goneLeave = `exists (select 1 from person
    where person.id = new.person_id and person.status <> 'WORKING'
      and coalesce(new.to_date, new.from_date) >= person.status_from)`;

/** Of the first shape of the data file: people, and what is known of them over the years. Frozen with it. */
export const people = `create table person (
  id text primary key,
  code text unique check (code <> ''),
  full_name text not null check (full_name <> ''),
  name_fold text not null,
  birth_date text check (${isDay('birth_date')}),
  sex text check (sex in ('MALE', 'FEMALE')),
  position text not null,
  duty text not null,
  degree text not null,
  joined_on text check (${isDay('joined_on')}),
  party_member integer not null check (party_member in (0, 1)),
  -- What a person has now is in their own row: nobody can have two tổ at a time.
  group_id text references "group" (id),
  group_from text check (${isDay('group_from')}),
  status text not null check (${statuses}),
  status_from text not null check (${isDay('status_from')}),
  check ((group_id is null) = (group_from is null))
) strict, without rowid;

create table former_group (
  person_id text not null references person (id) on delete cascade,
  from_date text not null check (${isDay('from_date')}),
  to_date text not null check (${isDay('to_date')}) check (to_date >= from_date),
  group_id text not null references "group" (id),
  primary key (person_id, from_date)
) strict, without rowid;
create index former_group_group on former_group (group_id);

create table former_status (
  person_id text not null references person (id) on delete cascade,
  status text not null check (${statuses}),
  from_date text not null check (${isDay('from_date')}),
  to_date text not null check (${isDay('to_date')}) check (to_date >= from_date),
  primary key (person_id, from_date)
) strict, without rowid;

create table year_rating (
  person_id text not null references person (id) on delete cascade,
  school_year text not null check (${isSchoolYear('school_year')}),
  rating text not null check (rating in ('HTXS', 'HTT', 'HT', 'KHT')),
  state text not null check (state in ('proposed', 'decided')),
  decided_on text check (${isDay('decided_on')}),
  primary key (person_id, school_year)
) strict, without rowid;

create table award (
  id text primary key,
  person_id text not null references person (id),
  school_year text not null check (${isSchoolYear('school_year')}),
  title_id text,
  name text not null check (name <> ''),
  decision_number text not null,
  decision_date text check (${isDay('decision_date')}),
  reward_type text check (reward_type in ('MERIT', 'SUDDEN', 'MOVEMENT', 'CONTRIBUTION', 'SENIORITY', 'EXTERNAL')),
  -- Null is not known.
  themed integer check (themed in (0, 1)),
  issuer text not null,
  -- For what it was given, in words: one achievement is not rewarded twice.
  achievement text not null,
  -- Number of the decision that cancelled it.
  cancelled_by text check (cancelled_by <> ''),
  cancelled_on text check (${isDay('cancelled_on')}),
  check (cancelled_on is null or cancelled_by is not null)
) strict;
create index award_person on award (person_id);
-- One decision gives one award once.
create unique index award_once on award (person_id, title_id, school_year, decision_number)
where title_id is not null and decision_number <> '';

create table initiative (
  id text primary key,
  person_id text not null references person (id),
  school_year text not null check (${isSchoolYear('school_year')}),
  name text not null check (name <> ''),
  share integer check (share between 0 and 100),
  scope text not null check (scope in ('BASE', 'CITY', 'MINISTRY', 'NATION', 'NOT_RECOGNISED')),
  decision_number text not null,
  -- Certificate of effect: null is not known, NONE is that there is none.
  effect_scope text check (effect_scope in ('NONE', 'BASE', 'CITY', 'MINISTRY', 'NATION')),
  effect_number text check (effect_number <> ''),
  effect_date text check (${isDay('effect_date')}),
  check (coalesce(effect_scope, 'NONE') = 'NONE' or effect_number is not null),
  check (coalesce(effect_scope, 'NONE') <> 'NONE' or (effect_number is null and effect_date is null))
) strict;
create index initiative_person on initiative (person_id);

-- Awards for which an initiative was used already.
create table initiative_use (
  initiative_id text not null references initiative (id) on delete cascade,
  title_id text not null,
  school_year text not null check (${isSchoolYear('school_year')}),
  primary key (initiative_id, title_id, school_year)
) strict, without rowid;

create table research (
  id text primary key,
  person_id text not null references person (id),
  school_year text not null check (${isSchoolYear('school_year')}),
  name text not null check (name <> ''),
  accepted integer not null check (accepted in (0, 1)),
  decision_number text not null,
  scope text check (scope in ('BASE', 'CITY', 'MINISTRY', 'NATION', 'NOT_RECOGNISED'))
) strict;
create index research_person on research (person_id);

create table discipline (
  id text primary key,
  person_id text not null references person (id),
  form text not null check (form in ('REPRIMAND', 'WARNING', 'DISMISSAL_FROM_POST', 'FORCED_RESIGNATION',
    'PARTY_REPRIMAND', 'PARTY_WARNING', 'PARTY_DISMISSAL', 'PARTY_EXPULSION')),
  from_date text not null check (${isDay('from_date')}),
  to_date text check (${isDay('to_date')}) check (to_date >= from_date),
  -- Null: nobody answered.
  linked_to_duty integer check (linked_to_duty in (0, 1)),
  counted_in_year text check (${isSchoolYear('counted_in_year')})
) strict;
create index discipline_person on discipline (person_id);

create table career (
  id text primary key,
  person_id text not null references person (id) on delete cascade,
  kind text not null check (kind in ('SECTOR', 'TEACHING', 'HARD_AREA', 'MANAGER', 'CONTRACT', 'OTHER_UNIT',
    'SECONDMENT')),
  -- Null: a list told the secondment and nobody yet its days and unit.
  from_date text check (${isDay('from_date')}) check (from_date is not null or (kind = 'SECONDMENT' and to_date is null)),
  to_date text check (${isDay('to_date')}) check (to_date >= from_date),
  unit text not null,
  comment_received integer not null check (comment_received in (0, 1)),
  check (kind not in ('OTHER_UNIT', 'SECONDMENT') or unit <> '' or from_date is null),
  check (kind not in ('OTHER_UNIT', 'CONTRACT') or to_date is not null)
) strict;
create index career_person on career (person_id);

create table absence (
  id text primary key,
  person_id text not null references person (id) on delete cascade,
  kind text not null check (kind in ('MATERNITY', 'SICK', 'UNPAID', 'TRAINING', 'INJURED_RESCUING', 'OTHER')),
  -- Null: a list told the leave and nobody yet its days. Who is on leave is told by these rows alone.
  from_date text check (${isDay('from_date')}) check (from_date is not null or to_date is null),
  -- Null while it lasts.
  to_date text check (${isDay('to_date')}) check (to_date >= from_date)
) strict;
create index absence_person on absence (person_id);
create unique index absence_undated on absence (person_id) where from_date is null;
create trigger absence_insert before insert on absence when ${otherLeave} or ${goneLeave}
begin select raise(abort, 'leave contradicts another record'); end;
create trigger absence_update before update on absence when ${otherLeave} or ${goneLeave}
begin select raise(abort, 'leave contradicts another record'); end;
create trigger person_gone before update of status, status_from on person
when new.status <> 'WORKING' and exists (select 1 from absence
  where person_id = new.id and coalesce(to_date, from_date) >= new.status_from)
begin select raise(abort, 'leave contradicts another record'); end;

create table pending_matter (
  id text primary key,
  person_id text not null references person (id) on delete cascade,
  kind text not null check (kind in ('DISCIPLINE', 'INVESTIGATION', 'INSPECTION', 'COMPLAINT', 'PRESS')),
  from_date text not null check (${isDay('from_date')}),
  to_date text check (${isDay('to_date')}) check (to_date >= from_date),
  note text not null
) strict;
create index pending_matter_person on pending_matter (person_id);

-- Whom the council counts in a collective for the year, or does not, otherwise than the records say.
create table counted_member (
  season_id text not null references season (id),
  group_id text not null references "group" (id),
  person_id text not null references person (id),
  counted integer not null check (counted in (0, 1)),
  reason text not null check (trim(reason) <> ''),
  by_name text not null check (by_name <> ''),
  at text not null,
  primary key (season_id, group_id, person_id)
) strict, without rowid;
create index counted_member_group on counted_member (group_id);
create index counted_member_person on counted_member (person_id);
create trigger counted_member_belongs before insert on counted_member
when not exists (
  select 1 from "group" g where g.id = new.group_id and (g.is_school = 1
    or exists (select 1 from person p where p.id = new.person_id and p.group_id = g.id)
    or exists (select 1 from former_group f where f.person_id = new.person_id and f.group_id = g.id)))
begin select raise(abort, 'only who belongs to a collective is counted in it'); end;
create trigger counted_member_stays before update on counted_member
when (new.season_id, new.group_id, new.person_id) is not (old.season_id, old.group_id, old.person_id)
begin select raise(abort, 'a decision on one person is not one on another'); end;
`;
