/** The open lot of ballots while it is typed: pure steps, one per key. */
import type { Mark } from '../../../shared/terms.ts';
import type { BallotInput } from '../../../shared/views.ts';

/** A ballot on the table: a mark or nothing yet for each name, or a reason why it is not valid. */
export interface Sheet {
  readonly marks: readonly (Mark | null)[];
  readonly invalidReason: string | null;
}

export interface Lot {
  /** Finished ballots. */
  readonly ballots: readonly BallotInput[];
  /** Place of the ballot on the table; `ballots.length` for a new one. */
  readonly at: number;
  readonly sheet: Sheet;
  /** Row the cursor is on; the number of names once it is past the last. */
  readonly row: number;
  /** The new ballot that waits, half typed, while an earlier one is looked at again. */
  readonly waiting: Sheet | null;
  readonly names: number;
}

function emptySheet(names: number): Sheet {
  return { marks: Array.from({ length: names }, () => null), invalidReason: null };
}

/** Begins with the ballots that are finished already; the cursor is on the first name of a new one. */
export function openLot({
  names,
  ballots,
}: {
  readonly names: number;
  readonly ballots: readonly BallotInput[];
}): Lot {
  return { ballots, at: ballots.length, sheet: emptySheet(names), row: 0, waiting: null, names };
}

/** Marks the name under the cursor and goes to the next; a paper that was not valid is valid again. */
export function mark(lot: Lot, value: Mark): Lot {
  if (lot.row >= lot.names) return lot;
  const marks = lot.sheet.marks.map((old, place) => (place === lot.row ? value : old));
  return { ...lot, sheet: { marks, invalidReason: null }, row: lot.row + 1 };
}

/** Puts the cursor on a row. */
export function moveTo(lot: Lot, row: number): Lot {
  return { ...lot, row: Math.max(0, Math.min(lot.names, row)) };
}

/** One row back; with `clear` the mark there is taken away. On a paper that is not valid, makes it open again. */
export function back(lot: Lot, { clear }: { readonly clear: boolean }): Lot {
  if (lot.sheet.invalidReason !== null) return { ...lot, sheet: emptySheet(lot.names), row: 0 };
  const row = Math.max(0, lot.row - 1);
  if (!clear) return { ...lot, row };
  const marks = lot.sheet.marks.map((old, place) => (place === row ? null : old));
  return { ...lot, sheet: { ...lot.sheet, marks }, row };
}

/** Says why the paper on the table is not valid; its marks no longer count. */
export function spoil(lot: Lot, reason: string): Lot {
  return { ...lot, sheet: { marks: emptySheet(lot.names).marks, invalidReason: reason }, row: lot.names };
}

/** The ballot on the table once nothing is missing on it; null before. */
export function finished({ marks, invalidReason }: Sheet): BallotInput | null {
  if (invalidReason !== null) return { invalidReason, marks: [] };
  const whole = marks.filter((one) => one !== null);
  return whole.length === marks.length && marks.length > 0 ? { invalidReason: null, marks: whole } : null;
}

/** Lays the finished ballot on the heap and takes the next; stays where it is while something is missing. */
export function next(lot: Lot): Lot {
  const ballot = finished(lot.sheet);
  if (ballot === null) return lot;
  const ballots = [...lot.ballots.slice(0, lot.at), ballot, ...lot.ballots.slice(lot.at + 1)];
  return show({ ...lot, ballots, waiting: lot.at === lot.ballots.length ? null : lot.waiting }, lot.at + 1);
}

/** Takes the ballot before this one; a half-typed new one waits. */
export function previous(lot: Lot): Lot {
  if (lot.at === 0) return lot;
  const isNew = lot.at === lot.ballots.length;
  return show({ ...lot, waiting: isNew ? lot.sheet : lot.waiting }, lot.at - 1);
}

function show(lot: Lot, at: number): Lot {
  const ballot = lot.ballots[at];
  if (ballot === undefined) {
    const sheet = lot.waiting ?? emptySheet(lot.names);
    const open = sheet.marks.indexOf(null);
    return {
      ...lot,
      at,
      sheet,
      row: sheet.invalidReason !== null || open === -1 ? lot.names : open,
      waiting: null,
    };
  }
  const marks = ballot.invalidReason === null ? ballot.marks : emptySheet(lot.names).marks;
  const row = ballot.invalidReason === null ? 0 : lot.names;
  return { ...lot, at, sheet: { marks, invalidReason: ballot.invalidReason }, row };
}
