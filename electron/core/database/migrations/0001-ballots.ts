import { isTime } from './0001-checks.ts';

/** Rounds of secret ballot, their counts and their results in the first shape of the data file: a part of `0001-season.ts`, frozen with it. */

/** What is printed, typed, decided, counted and sealed. */
export const ballots = `
create table round (
  id text primary key,
  meeting_id text not null references meeting (id),
  title_id text not null,
  number integer not null check (number > 0),
  state text not null check (state in ('preparing', 'counting', 'sealed', 'reopened')),
  mode text not null check (mode in ('ballots', 'totals')),
  -- The kind of the title's vote when the round was opened, and how often the papers are counted.
  kind text not null check (kind in ('SECRET_BALLOT', 'STRIKE_OUT', 'CHOOSE')),
  choose_at_most integer check (choose_at_most > 0),
  counts integer not null check (counts in (1, 2)),
  base integer not null check (base > 0),
  needed integer not null check (needed > 0),
  printed integer check (printed >= 0),
  issued integer check (issued >= 0),
  -- Given back before the vote and replaced; never handed out; both destroyed. Null where it was not recorded.
  spoiled integer check (spoiled >= 0),
  left_over integer check (left_over >= 0),
  destroyed integer check (destroyed >= 0),
  returned integer check (returned >= 0),
  invalid_total integer check (invalid_total >= 0),
  sealed_at text,
  -- Members in the room when the papers were issued, fixed when it is sealed.
  present integer check (present >= 0),
  unique (meeting_id, title_id, number),
  check ((kind = 'CHOOSE') = (choose_at_most is not null)),
  check (counts = 1 or mode = 'ballots'),
  check (issued is null or printed is null or issued + coalesce(spoiled, 0) + coalesce(left_over, 0) <= printed),
  check (destroyed is null or destroyed <= coalesce(spoiled, 0) + coalesce(left_over, 0)),
  check (returned is null or issued is null or returned <= issued),
  check (invalid_total is null or (mode = 'totals' and returned is not null and invalid_total <= returned)),
  check ((state = 'sealed') = (sealed_at is not null)),
  check ((state = 'sealed') = (present is not null))
) strict;

-- Who was in the room when the papers were issued.
create table round_attendee (
  round_id text not null references round (id) on delete cascade,
  member_id text not null references council_member (id),
  primary key (round_id, member_id)
) strict, without rowid;

-- Who counted a round, as the panel was when it was sealed.
create table round_teller (
  round_id text not null references round (id) on delete cascade,
  member_id text not null references council_member (id),
  position integer not null,
  primary key (round_id, member_id)
) strict, without rowid;

create table slate (
  round_id text not null references round (id) on delete cascade,
  position integer not null,
  case_id text not null references award_case (id),
  primary key (round_id, position),
  unique (round_id, case_id)
) strict, without rowid;

-- Each count of the papers: whose it is where they are counted twice, and how many papers are set aside in it.
create table round_count (
  round_id text not null references round (id) on delete cascade,
  number integer not null check (number in (1, 2)),
  member_id text references council_member (id),
  aside integer not null check (aside >= 0),
  confirmed integer not null check (confirmed in (0, 1)),
  check (confirmed = 0 or (member_id is not null and aside = 0)),
  primary key (round_id, number),
  unique (round_id, member_id)
) strict, without rowid;

-- What the whole panel decided about a paper that was not clear. No key joins it to a stored paper.
create table adjudication (
  id text primary key,
  round_id text not null references round (id) on delete cascade,
  outcome text not null check (outcome in ('valid', 'invalid')),
  reason text not null check (reason <> '')
) strict, without rowid;
create index adjudication_round on adjudication (round_id);

-- No key, no time and no order joins a paper to the member who marked it, or to the papers beside it.
create table ballot (
  id text primary key,
  round_id text not null references round (id) on delete cascade,
  -- Two counts of the same papers while both are typed; once sealed there is one, whoever typed it.
  count_number integer not null check (count_number in (1, 2)),
  invalid_reason text check (invalid_reason <> '')
) strict, without rowid;
create index ballot_round on ballot (round_id, count_number);

create table ballot_mark (
  ballot_id text not null references ballot (id) on delete cascade,
  position integer not null,
  mark text not null check (mark in ('AGREE', 'DISAGREE', 'BLANK', 'INVALID')),
  primary key (ballot_id, position)
) strict, without rowid;

create table ballot_draft (
  round_id text not null references round (id) on delete cascade,
  count_number integer not null check (count_number in (1, 2)),
  ballots text not null check (json_valid(ballots)),
  primary key (round_id, count_number)
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

-- How the school words the minutes of a count: no figure, so it may still be mended once the round is sealed.
create table tally_wording (
  round_id text primary key references round (id) on delete cascade,
  remarks text not null,
  head text not null check (head <> ''),
  member text not null check (member <> ''),
  secretary text not null check (secretary <> ''),
  -- Hours of the count, null where nobody wrote them down.
  counted_from text check (${isTime('counted_from')}),
  counted_to text check (${isTime('counted_to')}),
  check (counted_to >= counted_from)
) strict, without rowid;
create trigger hours_are_of_one_count after update of state on round
when old.state = 'sealed' and new.state = 'reopened'
begin update tally_wording set counted_from = null, counted_to = null where round_id = new.id; end;

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
${closedOnceSealed('round_attendee', (row) => `${row}.round_id`)}
${closedOnceSealed('round_teller', (row) => `${row}.round_id`)}
${closedOnceSealed('slate', (row) => `${row}.round_id`)}
${closedOnceSealed('ballot', (row) => `${row}.round_id`, { except: 'old.count_number = 2' })}
${closedOnceSealed('round_count', (row) => `${row}.round_id`)}
${closedOnceSealed('adjudication', (row) => `${row}.round_id`)}
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
  select 1 from round r join round_count c on c.round_id = r.id and c.number = new.count_number
  where r.id = new.round_id and r.mode = 'ballots' and r.returned > c.aside + ${papersOf('c')})
begin select raise(abort, 'more ballots than were declared'); end;
create trigger aside_was_declared before update of aside on round_count
when new.aside > old.aside and not exists (
  select 1 from round r where r.id = new.round_id and r.mode = 'ballots'
    and r.returned >= new.aside + ${papersOf('new')})
begin select raise(abort, 'more ballots than were declared'); end;
create trigger declared_number_covers_ballots before update on round
when exists (
  select 1 from round_count c where c.round_id = old.id and c.aside + ${papersOf('c')} > 0
    and (new.mode <> 'ballots' or new.returned is null or new.returned < c.aside + ${papersOf('c')}
         or new.counts <> old.counts or new.kind <> old.kind or new.choose_at_most is not old.choose_at_most))
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
create trigger mark_fits_kind before insert on ballot_mark
when exists (
  select 1 from ballot b join round r on r.id = b.round_id
  where b.id = new.ballot_id and (
    (r.kind = 'STRIKE_OUT' and new.mark not in ('AGREE', 'DISAGREE'))
    or (r.kind = 'CHOOSE' and (
      new.mark not in ('AGREE', 'BLANK')
      or (new.mark = 'AGREE' and r.choose_at_most
          <= (select count(*) from ballot_mark m where m.ballot_id = b.id and m.mark = 'AGREE'))))))
begin select raise(abort, 'the mark does not fit the kind of vote'); end;

-- Whoever confirmed a count confirmed these papers.
create trigger stored_ballot_is_not_confirmed after insert on ballot
begin update round_count set confirmed = 0 where round_id = new.round_id and confirmed = 1; end;
create trigger removed_ballot_is_not_confirmed after delete on ballot
when (select state from round where id = old.round_id) <> 'sealed'
begin update round_count set confirmed = 0 where round_id = old.round_id and confirmed = 1; end;
create trigger second_count_leaves_once_sealed after update of state on round when new.state = 'sealed'
begin delete from ballot where round_id = new.id and count_number = 2; end;

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

-- Whoever was in the room of a sealed round came; whoever was not in it was not there all the time.
create trigger sealed_room_insert before insert on presence
when not exists (select 1 from presence where meeting_id = new.meeting_id and member_id = new.member_id)
  and ${isThroughout('new')} and exists (select 1 from round r where ${sealedWithout('new')})
begin select raise(abort, 'a sealed round was counted with this presence'); end;
create trigger sealed_room_update before update on presence
when (new.present = 0 and exists (select 1 from round r where ${sealedWith('old')}))
  or (${isThroughout('new')} and not (${isThroughout('old')}) and exists (select 1 from round r where ${sealedWithout('old')}))
begin select raise(abort, 'a sealed round was counted with this presence'); end;
create trigger sealed_room_delete before delete on presence
when exists (select 1 from round r where ${sealedWith('old')})
begin select raise(abort, 'a sealed round was counted with this presence'); end;

create trigger round_seals_whole before update of state on round
when new.state = 'sealed' and (
  new.printed is null or new.issued is null or new.returned is null
  or new.present <> (select count(*) from round_attendee where round_id = new.id)
  or exists (
    select 1 from round_attendee a where a.round_id = new.id and not exists (
      select 1 from presence p
      where p.meeting_id = new.meeting_id and p.member_id = a.member_id and p.present = 1))
  or new.issued > new.present
  or not exists (select 1 from round_teller where round_id = new.id)
  or not exists (select 1 from slate where round_id = new.id)
  or exists (
    select 1 from written_opinion o where o.round_id = new.id and not exists (
      select 1 from presence p
      where p.meeting_id = new.meeting_id and p.member_id = o.member_id and p.present = 0))
  or exists (
    select 1 from written_opinion o join recusal a on a.case_id = o.case_id and a.member_id = o.member_id
    where o.round_id = new.id and o.mark <> 'BLANK')
  or (new.kind <> 'STRIKE_OUT' and exists (
    select 1 from round_result r where r.round_id = new.id and r.agree_in_room + r.disagree > (
      select count(*) from round_attendee t where t.round_id = new.id and not exists (
        select 1 from recusal a where a.case_id = r.case_id and a.member_id = t.member_id))))
  or (select count(*) from round_result where round_id = new.id)
     <> (select count(*) from slate where round_id = new.id)
  or exists (
    select 1 from round_result r left join slate s on s.round_id = r.round_id and s.case_id = r.case_id
    where r.round_id = new.id and (
      s.case_id is null or r.base <> new.base or r.needed <> new.needed
      or r.agree_written <> (
        select count(*) from written_opinion o
        where o.round_id = new.id and o.case_id = r.case_id and o.mark = 'AGREE')))
  or new.issued + new.spoiled + new.left_over <> new.printed
  or new.destroyed <> coalesce(new.spoiled, 0) + coalesce(new.left_over, 0)
  or (select count(*) from round_count c where c.round_id = new.id and c.aside = 0) <> new.counts
  or (new.counts = 2 and (
    exists (select 1 from round_count c where c.round_id = new.id and c.confirmed = 0)
    or exists (
      select 1 from (
        select b.count_number, case
          when b.invalid_reason is not null then 'invalid'
          else (select group_concat(m.mark, ',' order by m.position) from ballot_mark m where m.ballot_id = b.id)
        end as pattern
        from ballot b where b.round_id = new.id)
      group by pattern having sum(count_number = 1) <> sum(count_number = 2))))
  or (new.mode = 'ballots' and (
    exists (select 1 from round_count c where c.round_id = new.id and ${papersOf('c')} <> new.returned)
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

`;

/** Whether a member is down as being in the room from the beginning to the end. */
function isThroughout(row: 'new' | 'old'): string {
  return `(${row}.present = 1 and ${row}.arrived_at is null and ${row}.left_at is null)`;
}

/** Whether `r` is a sealed round of the meeting of a presence with its member in the room. */
function sealedWith(row: 'new' | 'old'): string {
  return `r.meeting_id = ${row}.meeting_id and r.state = 'sealed'
  and exists (select 1 from round_attendee a where a.round_id = r.id and a.member_id = ${row}.member_id)`;
}

/** Whether `r` is a sealed round of the meeting of a presence without its member. */
function sealedWithout(row: 'new' | 'old'): string {
  return `r.meeting_id = ${row}.meeting_id and r.state = 'sealed'
  and not exists (select 1 from round_attendee a where a.round_id = r.id and a.member_id = ${row}.member_id)`;
}

/** How many papers a count has stored; `count` is a row of `round_count`. */
function papersOf(count: string): string {
  return `(select count(*) from ballot where round_id = ${count}.round_id and count_number = ${count}.number)`;
}

/** A sealed round takes no more rows and loses none but `except`. `round` gives the round of a row, `new` or `old`. */
function closedOnceSealed(
  table: string,
  round: (row: 'new' | 'old') => string,
  { except = null }: { readonly except?: string | null } = {},
): string {
  const events = { insert: ['new'], update: ['old', 'new'], delete: ['old'] } as const;
  return Object.entries(events)
    .map(([event, rows]) => {
      const when = rows.map((row) => `(select state from round where id = ${round(row)}) = 'sealed'`);
      const kept = event === 'delete' && except !== null ? ` and not (${except})` : '';
      return `create trigger sealed_${table}_${event} before ${event} on ${table}
when (${when.join(' or ')})${kept}
begin select raise(abort, 'a sealed round does not change'); end;`;
    })
    .join('\n');
}

/** How many stored ballots have such a mark in the row of a name. */
function marksOf(mark: string): string {
  return `(
          select count(*) from ballot b join ballot_mark m on m.ballot_id = b.id
          where b.round_id = r.round_id and b.count_number = 1 and m.position = s.position and ${mark})`;
}
