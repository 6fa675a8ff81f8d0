/** The open lot of ballots while it is typed: pure steps, one per key. */
import { isOverChosen, marksOfKind, twoColumns } from '../../../shared/domain/ballot.ts';
import type { BallotForm } from '../../../shared/rules/model.ts';
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
  readonly form: BallotForm;
}

/** What a name says before anybody touched it: left standing is agreed to, not chosen is blank. */
const untouched: Readonly<Record<BallotForm['kind'], Mark | null>> = {
  SECRET_BALLOT: null,
  STRIKE_OUT: 'AGREE',
  CHOOSE: 'BLANK',
};

function freshSheet({ names, form }: Pick<Lot, 'names' | 'form'>): Sheet {
  return { marks: Array.from({ length: names }, () => untouched[form.kind]), invalidReason: null };
}

function unmarked(names: number): Sheet['marks'] {
  return Array.from({ length: names }, () => null);
}

/** Why a paper that chooses too many names is not valid, for the minutes. */
export function overChosenReason({ chooseAtMost }: BallotForm): string {
  return `Chọn quá ${chooseAtMost ?? 0} người`;
}

/** Begins with the ballots that are finished already; the cursor is on the first name of a new one. */
export function openLot({
  names,
  ballots,
  form = twoColumns,
}: {
  readonly names: number;
  readonly ballots: readonly BallotInput[];
  readonly form?: BallotForm;
}): Lot {
  const sheet = freshSheet({ names, form });
  return { ballots, at: ballots.length, sheet, row: 0, waiting: null, names, form };
}

/** Lays a paper that was decided elsewhere on the heap; the paper on the table stays as it is. */
export function lay(lot: Lot, ballot: BallotInput): Lot {
  const isNew = lot.at === lot.ballots.length;
  return { ...lot, ballots: [...lot.ballots, ballot], at: isNew ? lot.at + 1 : lot.at };
}

/** Takes the paper on the table away, to be decided by the panel: an empty one is in its place. */
export function putAside(lot: Lot): Lot {
  return { ...lot, sheet: freshSheet(lot), row: 0 };
}

/** Marks the name under the cursor and goes to the next; a paper that was not valid is valid again. */
export function mark(lot: Lot, value: Mark): Lot {
  if (lot.row >= lot.names || !marksOfKind[lot.form.kind].includes(value)) return lot;
  const marks = lot.sheet.marks.map((old, place) => (place === lot.row ? value : old));
  return { ...lot, sheet: { marks, invalidReason: null }, row: lot.row + 1 };
}

/** Marks a row by its number; the cursor stays where it is. */
export function markRow(lot: Lot, row: number, value: Mark): Lot {
  if (row < 0 || row >= lot.names) return lot;
  return { ...mark({ ...lot, row }, value), row: lot.row };
}

/** Agrees to every name that has no mark yet: what is left to type is the exceptions. */
export function agreeToRest(lot: Lot): Lot {
  const marks = lot.sheet.marks.map((old) => old ?? 'AGREE');
  return lot.form.kind === 'CHOOSE' ? lot : { ...lot, sheet: { marks, invalidReason: null }, row: lot.names };
}

/** Puts the cursor on a row. */
export function moveTo(lot: Lot, row: number): Lot {
  return { ...lot, row: Math.max(0, Math.min(lot.names, row)) };
}

/** One row back; with `clear` the mark there is taken away. On a paper that is not valid, makes it open again. */
export function back(lot: Lot, { clear }: { readonly clear: boolean }): Lot {
  if (lot.sheet.invalidReason !== null) return { ...lot, sheet: freshSheet(lot), row: 0 };
  const row = Math.max(0, lot.row - 1);
  if (!clear) return { ...lot, row };
  const marks = lot.sheet.marks.map((old, place) => (place === row ? untouched[lot.form.kind] : old));
  return { ...lot, sheet: { ...lot.sheet, marks }, row };
}

/** Says why the paper on the table is not valid; its marks no longer count. */
export function spoil(lot: Lot, reason: string): Lot {
  return { ...lot, sheet: { marks: unmarked(lot.names), invalidReason: reason }, row: lot.names };
}

/** The ballot on the table once nothing is missing on it; null before. */
export function finished({ marks, invalidReason }: Sheet, form: BallotForm = twoColumns): BallotInput | null {
  if (invalidReason !== null) return { invalidReason, marks: [] };
  if (isOverChosen(form, marks)) return { invalidReason: overChosenReason(form), marks: [] };
  const whole = marks.filter((one) => one !== null);
  return whole.length === marks.length && marks.length > 0 ? { invalidReason: null, marks: whole } : null;
}

/** Lays the finished ballot on the heap and takes the next; stays where it is while something is missing. */
export function next(lot: Lot): Lot {
  const ballot = finished(lot.sheet, lot.form);
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

/** Takes the finished ballot on the table out of the lot: the next one lies there then; the same lot when a new one is on the table. */
export function removePaper(lot: Lot): Lot {
  if (lot.at === lot.ballots.length) return lot;
  const ballots = lot.ballots.toSpliced(lot.at, 1);
  return show({ ...lot, ballots }, lot.at);
}

function show(lot: Lot, at: number): Lot {
  const ballot = lot.ballots[at];
  if (ballot === undefined) {
    const sheet = lot.waiting ?? freshSheet(lot);
    const open = lot.waiting === null ? 0 : sheet.marks.indexOf(null);
    return {
      ...lot,
      at,
      sheet,
      row: sheet.invalidReason !== null || open === -1 ? lot.names : open,
      waiting: null,
    };
  }
  const marks = ballot.invalidReason === null ? ballot.marks : unmarked(lot.names);
  const row = ballot.invalidReason === null ? 0 : lot.names;
  return { ...lot, at, sheet: { marks, invalidReason: ballot.invalidReason }, row };
}
