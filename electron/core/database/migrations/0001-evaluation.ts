/** Of the first shape of the data file: what a season's people are scored on, and their scores. Frozen with it. */

function pathTo(criterion: 'old'): string {
  return `'$."' || ${criterion}.id || '"'`;
}

function scoreOf(scores: string): string {
  return `json_extract(${scores}, ${pathTo('old')})`;
}

/** Whether one of the scores of a side is none of its season's criteria, or out of bounds. */
function hasWrong(scores: string): string {
  return `exists (
    select 1 from json_each(new.${scores}) given left join criterion c on c.id = given.key
    where c.season_id is not new.season_id or given.type <> 'integer' or given.value not between 0 and c.maximum)`;
}

const hasWrongScore = `${hasWrong('self_scores')} or ${hasWrong('group_scores')}`;
const isConfirmedTooEarly = `new.confirmed_at is not null and (select count(*) from json_each(new.group_scores))
  <> (select count(*) from criterion where season_id = new.season_id)`;
// The order in which they are written is no matter.
const hasAnotherScore = `exists (
  select 1 from json_each(new.group_scores) given left join json_each(old.group_scores) before on before.key = given.key
  where before.value is not given.value)`;

export const evaluation = `create table criterion (
  id text primary key,
  season_id text not null references season (id),
  position integer not null,
  name text not null check (name <> ''),
  maximum integer not null check (maximum > 0)
) strict;
create index criterion_season on criterion (season_id);

-- A person's year on one row, and only where there is a score. Scores are hundredths of a point by the id of their
-- criterion; a criterion without one is left out. The tổ confirms its own once they are complete.
create table score_sheet (
  season_id text not null references season (id),
  person_id text not null references person (id),
  self_scores text not null check (json_valid(self_scores) and json_type(self_scores) = 'object'),
  group_scores text not null check (json_valid(group_scores) and json_type(group_scores) = 'object'),
  confirmed_at text,
  primary key (season_id, person_id),
  check (self_scores <> '{}' or group_scores <> '{}')
) strict, without rowid;

create trigger score_within_maximum_insert before insert on score_sheet when ${hasWrongScore}
begin select raise(abort, 'a score is a whole number from 0 to the maximum of its criterion'); end;
create trigger score_within_maximum_update before update on score_sheet when ${hasWrongScore}
begin select raise(abort, 'a score is a whole number from 0 to the maximum of its criterion'); end;
create trigger confirmed_scores_are_complete_insert before insert on score_sheet when ${isConfirmedTooEarly}
begin select raise(abort, 'only complete scores are confirmed'); end;
create trigger confirmed_scores_are_complete_update before update on score_sheet when ${isConfirmedTooEarly}
begin select raise(abort, 'only complete scores are confirmed'); end;
create trigger confirmed_scores_are_the_confirmed_ones before update on score_sheet
when new.confirmed_at is not null and new.confirmed_at is old.confirmed_at and ${hasAnotherScore}
begin select raise(abort, 'a changed score is confirmed anew'); end;

create trigger maximum_over_scores before update of maximum on criterion
when new.maximum < old.maximum and exists (
  select 1 from score_sheet where season_id = old.season_id
    and new.maximum < max(coalesce(${scoreOf('self_scores')}, 0), coalesce(${scoreOf('group_scores')}, 0)))
begin select raise(abort, 'a score is a whole number from 0 to the maximum of its criterion'); end;
-- With a criterion go the scores that were given on it, as rows of their own would.
create trigger scores_go_with_criterion after delete on criterion begin
  delete from score_sheet where season_id = old.season_id
    and json_remove(self_scores, ${pathTo('old')}) = '{}' and json_remove(group_scores, ${pathTo('old')}) = '{}';
  update score_sheet
  set self_scores = json_remove(self_scores, ${pathTo('old')}), group_scores = json_remove(group_scores, ${pathTo('old')}),
    confirmed_at = null
  where season_id = old.season_id;
end;
`;
