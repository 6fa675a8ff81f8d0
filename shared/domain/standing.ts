/**
 * Where a person stands with the school. One record each: that they work here, left or retired, each from a day on; and
 * each leave with its days. Who is away on a day follows from the leave, and is recorded nowhere else.
 */
import { addDays, type IsoDate } from '../dates.ts';
import type { AbsenceKind, AwayKind, PersonStatus, Standing } from '../terms.ts';

/** A time in which a person had a value; the one that they have now has no end. */
export interface Spell<V> {
  readonly value: V;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** Leave as it was recorded; `from` null while nobody said its days, `to` null while it lasts. */
export interface Leave {
  readonly kind: AbsenceKind;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

const LAST = '9999-12-31';

/**
 * The value from a day on. What was recorded for that day and later is replaced; what came before ends the day before,
 * and goes on where it is the same value. Spells are given, and come back, the newest first.
 */
export function changedFrom<V>(
  spells: readonly Spell<V>[],
  { value, from }: { readonly value: V; readonly from: IsoDate },
): readonly Spell<V>[] {
  const [before, ...older] = spells.filter((spell) => spell.from < from);
  if (before === undefined) return [{ value, from, to: null }];
  if (before.value === value) return [{ ...before, to: null }, ...older];
  return [{ value, from, to: null }, { ...before, to: addDays(from, -1) }, ...older];
}

/** The spell that began on a day begins on another one; null when there is none, or it would pass one of its neighbours. */
export function movedTo<V>(
  spells: readonly Spell<V>[],
  { from, newFrom }: { readonly from: IsoDate; readonly newFrom: IsoDate },
): readonly Spell<V>[] | null {
  const at = spells.findIndex((spell) => spell.from === from);
  const [moved, before] = [spells[at], spells[at + 1]];
  if (moved === undefined || newFrom > (moved.to ?? LAST)) return null;
  if (before !== undefined && newFrom <= before.from) return null;
  return spells.map((spell, place) => {
    if (place === at) return { ...spell, from: newFrom };
    return place === at + 1 ? { ...spell, to: addDays(newFrom, -1) } : spell;
  });
}

/** Without the spell that began on a day: the one before it goes on instead; null when there is none. */
export function withoutSpell<V>(spells: readonly Spell<V>[], from: IsoDate): readonly Spell<V>[] | null {
  const at = spells.findIndex((spell) => spell.from === from);
  const removed = spells[at];
  if (removed === undefined) return null;
  const [before, ...older] = spells.slice(at + 1);
  const newer = spells.slice(0, at);
  if (before === undefined) return newer;
  const next = newer.at(-1);
  return next?.value === before.value
    ? [...newer.slice(0, -1), { ...before, to: next.to }, ...older]
    : [...newer, { ...before, to: removed.to }, ...older];
}

/** Whether leave holds a day; one without days is told as it was recorded: as lasting. */
export function holds({ from, to }: Pick<Leave, 'from' | 'to'>, day: IsoDate): boolean {
  return from === null || (from <= day && (to === null || to >= day));
}

/** What keeps a person away on a day: a dated leave before one without days, any leave before a secondment. */
export function awayOn({
  leave,
  secondments,
  day,
}: {
  readonly leave: readonly Leave[];
  readonly secondments: readonly Pick<Leave, 'from' | 'to'>[];
  readonly day: IsoDate;
}): AwayKind | null {
  const held = leave.filter((one) => holds(one, day));
  const found = held.find(({ from }) => from !== null) ?? held[0];
  if (found !== undefined) return found.kind;
  return secondments.some((one) => holds(one, day)) ? 'SECONDMENT' : null;
}

/** Where somebody stands, in one word: who works here and is away is told by that. */
export function standingOf({
  status,
  away,
}: {
  readonly status: PersonStatus;
  readonly away: AwayKind | null;
}): Standing {
  return status === 'WORKING' ? (away ?? 'WORKING') : status;
}

/** Two records of one person that can't both be true. */
export interface Contradiction {
  readonly leave: Leave;
  readonly other: Leave | Spell<PersonStatus>;
}

/** Leave that shares a day with other leave, or with a time in which the person no longer worked here; null for none. */
export function findContradiction({
  leave,
  statuses,
}: {
  readonly leave: readonly Leave[];
  readonly statuses: readonly Spell<PersonStatus>[];
}): Contradiction | null {
  const dated = leave.flatMap(({ kind, from, to }) => (from === null ? [] : [{ kind, from, to }]));
  const [undated, second] = leave.filter(({ from }) => from === null);
  if (undated !== undefined && second !== undefined) return { leave: undated, other: second };
  for (const [at, one] of dated.entries()) {
    const other = dated.slice(at + 1).find((next) => overlaps(one, next));
    if (other !== undefined) return { leave: one, other };
    // Leave without an end ends when somebody leaves: nothing says that it lasted longer.
    const known = { from: one.from, to: one.to ?? one.from };
    const gone = statuses.find((spell) => spell.value !== 'WORKING' && overlaps(known, spell));
    if (gone !== undefined) return { leave: one, other: gone };
  }
  return null;
}

function overlaps(
  one: { readonly from: IsoDate; readonly to: IsoDate | null },
  other: { readonly from: IsoDate; readonly to: IsoDate | null },
): boolean {
  return one.from <= (other.to ?? LAST) && other.from <= (one.to ?? LAST);
}
