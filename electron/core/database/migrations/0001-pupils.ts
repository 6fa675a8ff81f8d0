/** Of the first shape of the data file: pupils and whole classes, who are put forward for the rewards of pupils. Frozen with it. */
export const pupils = `create table pupil (
  id text primary key,
  -- Classes change with the year, so a pupil is one of a season.
  season_id text not null references season (id),
  kind text not null check (kind in ('PUPIL', 'CLASS')),
  name text not null check (name <> ''),
  name_fold text not null,
  class text not null check (class <> ''),
  code text check (code <> ''),
  check (kind = 'PUPIL' or code is null)
) strict, without rowid;
create unique index pupil_code on pupil (season_id, code) where code is not null;
-- Namesakes of one class are told apart by their codes.
create unique index pupil_name on pupil (season_id, class, name_fold) where code is null;

-- The titles of the catalogue that are for pupils, filled when the file is opened.
create table pupil_title (title_id text primary key) strict, without rowid;
`;

/** What keeps the titles of pupils and all others apart, once there are cases. */
export const pupilCases = `create trigger award_case_of_its_object_insert before insert on award_case
when (new.pupil_id is not null) <> (new.title_id in (select title_id from pupil_title))
begin select raise(abort, 'titles of pupils are for pupils, and for them alone'); end;
create trigger award_case_of_its_object_update before update of pupil_id, title_id on award_case
when (new.pupil_id is not null) <> (new.title_id in (select title_id from pupil_title))
begin select raise(abort, 'titles of pupils are for pupils, and for them alone'); end;
`;
