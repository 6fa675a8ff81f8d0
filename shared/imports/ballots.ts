/** Reads a sheet of ballots: one line per paper, one column per name of the slate. */
import type { AppError } from '../errors.ts';
import { fold, tidy } from '../names.ts';
import { err, ok, type Result } from '../result.ts';
import type { Id, Mark } from '../terms.ts';
import { displayCell } from './cells.ts';
import { nameKey, plainKey } from './keys.ts';
import { codeKey } from './persons.ts';
import { leftOutProblems, unseenProblems } from './plan.ts';
import { makeProblem, type ImportProblem } from './problems.ts';
import { isBlank, type RawCell, type SheetRow, type Workbook } from './workbook.ts';

/** One name of the slate. `id` is whatever the caller tells its candidates by. */
export interface SlateMember {
  readonly id: Id;
  readonly code: string | null;
  readonly fullName: string;
}

export interface ReadBallot {
  /** The number written on the line, for messages only: papers have none. */
  readonly number: string;
  /** Null for a valid paper. */
  readonly invalidReason: string | null;
  /** In the order of the slate; empty for an invalid paper. */
  readonly marks: readonly Mark[];
}

export interface BallotSheet {
  /** Whom each column of marks is about, in the order of the file. */
  readonly columns: readonly { readonly index: number; readonly header: string; readonly memberId: Id }[];
  readonly ballots: readonly ReadBallot[];
}

type Side = 'mark' | 'agree' | 'disagree';

interface Column {
  readonly index: number;
  readonly header: string;
  readonly memberId: Id;
  readonly side: Side;
}

const agreeWords: ReadonlySet<string> = new Set([
  'dong y',
  'dong i',
  'dy',
  'd y',
  'tan thanh',
  'co',
  'x',
  'v',
  '1',
  'y',
  'nhat tri',
]);
const disagreeWords: ReadonlySet<string> = new Set([
  'khong dong y',
  'khong dong i',
  'kdy',
  'k dong y',
  'ko dong y',
  'khong dy',
  'khong tan thanh',
  'khong nhat tri',
  'khong',
  '0',
  'k',
  'ko',
]);
const blankWords: ReadonlySet<string> = new Set([
  '',
  'trong',
  'bo trong',
  'de trong',
  'khong danh dau',
  'khong y kien',
]);
const invalidWords: ReadonlySet<string> = new Set([
  'khong hop le',
  'khl',
  'ca hai',
  'hai o',
  'danh ca hai',
  'hong',
]);
const numberHeaders: ReadonlySet<string> = new Set([
  'so phieu',
  'phieu so',
  'phieu',
  'stt',
  'tt',
  'so thu tu',
  'so tt',
]);

/** Reads one mark as people write it; null when it can't be told. A lone x agrees, as on the paper. */
export function readMark(cell: RawCell): Mark | null {
  if (typeof cell === 'boolean') return cell ? 'AGREE' : 'BLANK';
  const text = displayCell(cell);
  if (/^[✓✔☑☒√+]$/u.test(text)) return 'AGREE';
  if (/^[-–—]+$/.test(text)) return null;
  const key = fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (key === '' && text !== '') return null;
  if (agreeWords.has(key)) return 'AGREE';
  if (disagreeWords.has(key)) return 'DISAGREE';
  if (blankWords.has(key)) return 'BLANK';
  return invalidWords.has(key) ? 'INVALID' : null;
}

function memberFinder(slate: readonly SlateMember[]): (text: string) => Id | null {
  const byCode = new Map(
    slate.flatMap((member) => (member.code === null ? [] : [[codeKey(member.code), member.id]])),
  );
  const byName = new Map<string, Id | null>();
  for (const member of slate) {
    const key = nameKey(member.fullName);
    byName.set(key, byName.has(key) ? null : member.id);
  }
  return function find(text) {
    const inBrackets = [...text.matchAll(/[([]([^)\]]+)[)\]]/g)].map((match) => match[1] ?? '');
    for (const code of [...inBrackets, text]) {
      const id = byCode.get(codeKey(code));
      if (id !== undefined) return id;
    }
    // A code that is nobody's is not helped by a name that fits: the column may be another's.
    if (inBrackets.some((code) => /\d{3}/.test(code)) && byCode.size === slate.length) return null;
    return byName.get(nameKey(text.replace(/[([][^)\]]*[)\]]/g, ' '))) ?? null;
  };
}

const SIDE = /\s*[-–—:]\s*(đồng ý|không đồng ý)\s*$/iu;

function splitSide(header: string): { readonly name: string; readonly side: Side } {
  const match = SIDE.exec(header);
  if (match === null) return { name: header, side: 'mark' };
  const isAgree = fold(match[1] ?? '') === 'dong y';
  return { name: header.slice(0, match.index), side: isAgree ? 'agree' : 'disagree' };
}

function isReasonHeader(header: string): boolean {
  return plainKey(header).startsWith('khong hop le') || plainKey(header).startsWith('li do');
}

/** How many of ten filled cells are marks in a sheet of ballots, at least. */
const MARKS_IN_TEN = 9;

function ballotHeaderAt(rows: readonly SheetRow[]): number {
  return rows.findIndex((row) => {
    const headers = row.cells.map(displayCell);
    return (
      row.row <= 15 &&
      headers.length > 1 &&
      headers.some((text) => isNumberHeader(text) || isReasonHeader(text))
    );
  });
}

/** Whether a sheet is one of ballots: a column of paper numbers or of reasons, and hardly anything but marks beside it. */
export function looksLikeBallots(rows: readonly SheetRow[]): boolean {
  const headerAt = ballotHeaderAt(rows);
  const headers = rows[headerAt]?.cells.map(displayCell) ?? [];
  const cells = rows.slice(headerAt + 1).flatMap((row) =>
    row.cells.filter((cell, column) => {
      const header = headers[column] ?? '';
      return header !== '' && !isNumberHeader(header) && !isReasonHeader(header) && !isBlank(cell);
    }),
  );
  const marks = cells.filter((cell) => readMark(cell) !== null).length;
  return headerAt >= 0 && marks > 0 && marks * 10 >= cells.length * MARKS_IN_TEN;
}

function isNumberHeader(header: string): boolean {
  return numberHeaders.has(plainKey(header));
}

function combine(options: { readonly agree: boolean; readonly disagree: boolean }): Mark {
  if (options.agree) return options.disagree ? 'INVALID' : 'AGREE';
  return options.disagree ? 'DISAGREE' : 'BLANK';
}

/**
 * Reads ballots from the sheet of a file that looks most like one, and tells what of the file is not read, and what is
 * read unseen. Errors: those of `readBallotSheet`.
 */
export function readBallotFile({
  workbook,
  slate,
}: {
  readonly workbook: Workbook;
  readonly slate: readonly SlateMember[];
}): Result<
  { readonly ballots: readonly ReadBallot[]; readonly problems: readonly ImportProblem[] },
  AppError
> {
  const { fileName } = workbook;
  const sheets = workbook.sheets.filter(({ rows }) => rows.length > 0);
  const taken = sheets.find(({ rows }) => looksLikeBallots(rows)) ?? sheets[0];
  const read = readBallotSheet({ fileName, sheet: taken?.name ?? '', rows: taken?.rows ?? [], slate });
  if (!read.ok || taken === undefined) return read.ok ? ok({ ballots: [], problems: [] }) : read;
  const others = sheets.filter((sheet) => sheet !== taken);
  return ok({
    ballots: read.value.ballots,
    problems: [
      ...leftOutProblems(workbook),
      ...others.map(({ name, rows }) =>
        makeProblem(
          { file: fileName, sheet: name, row: 0, column: '' },
          'other-sheet',
          { taken: taken.name },
          looksLikeBallots(rows) ? 'problem' : 'remark',
        ),
      ),
      ...unseenProblems({
        fileName,
        sheet: taken,
        headerRow: taken.rows[ballotHeaderAt(taken.rows)]?.row ?? 0,
        columns: read.value.columns,
      }),
    ],
  });
}

/**
 * Reads ballots from the rows of a sheet against the slate. The header is the first row with a column of ballot numbers
 * or of reasons; every name of the slate must have its column, and no other may stand there.
 * Errors: no-header-row, not-on-slate, missing-column, unclear-mark.
 */
export function readBallotSheet(options: {
  readonly fileName: string;
  readonly sheet: string;
  readonly rows: readonly SheetRow[];
  readonly slate: readonly SlateMember[];
}): Result<BallotSheet, AppError> {
  const { fileName: file, sheet, rows, slate } = options;
  const headerAt = ballotHeaderAt(rows);
  const header = rows[headerAt];
  if (header === undefined) {
    return err({ code: 'no-header-row', file, sheet, columns: ['Số phiếu', 'Không hợp lệ (lý do)'] });
  }
  const headers = header.cells.map((cell) => tidy(displayCell(cell)));
  const numberColumn = headers.findIndex(isNumberHeader);
  const reasonColumn = headers.findIndex(isReasonHeader);
  const find = memberFinder(slate);
  const columns: Column[] = [];
  for (const [index, text] of headers.entries()) {
    if (index === numberColumn || index === reasonColumn || text === '') continue;
    const { name, side } = splitSide(text);
    const memberId = find(name);
    const isTwice = columns.some(
      (column) => column.memberId === memberId && (column.side === side || side === 'mark'),
    );
    if (memberId === null || isTwice)
      return err({ code: 'not-on-slate', name: tidy(name), file, column: text });
    columns.push({ index, header: text, memberId, side });
  }
  for (const member of slate) {
    if (columns.some((column) => column.memberId === member.id)) continue;
    return err({ code: 'missing-column', file, sheet, row: header.row, column: member.fullName });
  }
  const ballots: ReadBallot[] = [];
  for (const { row, cells } of rows.slice(headerAt + 1)) {
    const ballot = readBallot({ file, row, cells, numberColumn, reasonColumn, headers, columns, slate });
    if (!ballot.ok) return ballot;
    if (ballot.value !== null) ballots.push(ballot.value);
  }
  return ok({
    columns: columns.map(({ index, header: text, memberId }) => ({ index, header: text, memberId })),
    ballots,
  });
}

function readBallot(options: {
  readonly file: string;
  readonly row: number;
  readonly cells: readonly RawCell[];
  readonly numberColumn: number;
  readonly reasonColumn: number;
  readonly headers: readonly string[];
  readonly columns: readonly Column[];
  readonly slate: readonly SlateMember[];
}): Result<ReadBallot | null, AppError> {
  const { file, row, cells, numberColumn, reasonColumn, headers, columns, slate } = options;
  const number = displayCell(cells[numberColumn]);
  const isNumbered = /^(?:phiếu\s*(?:số)?\s*)?\d+\.?$/iu.test(number);
  const marked = columns.filter((column) => !isBlank(cells[column.index]));
  const reasonCell = displayCell(cells[reasonColumn]);
  // Lines of signatures and sums under the table have no ballot number.
  if (numberColumn !== -1 && !isNumbered && (number !== '' || marked.length === 0) && reasonCell === '') {
    return number === '' || marked.length === 0 || /^(?:tong|cong)/.test(plainKey(number))
      ? ok(null)
      : err({ code: 'unclear-mark', file, row, column: headers[numberColumn] ?? '', value: number });
  }
  const reasonKey = plainKey(reasonCell);
  if (['khong', '0', 'k'].includes(reasonKey) || /^[-–]+$/.test(reasonCell)) {
    return err({ code: 'unclear-mark', file, row, column: headers[reasonColumn] ?? '', value: reasonCell });
  }
  if (reasonKey !== '' && reasonKey !== 'hop le') {
    return ok({ number, invalidReason: reasonCell, marks: [] });
  }
  const marks: Mark[] = [];
  for (const member of slate) {
    const sides = { mark: false, agree: false, disagree: false };
    let mark: Mark | null = null;
    for (const column of columns) {
      if (column.memberId !== member.id) continue;
      const cell = cells[column.index] ?? null;
      const read = readMark(cell);
      if (read === null)
        return err({ code: 'unclear-mark', file, row, column: column.header, value: displayCell(cell) });
      if (column.side === 'mark') mark = read;
      else sides[column.side] = read === 'AGREE' || (column.side === 'disagree' && read === 'DISAGREE');
    }
    marks.push(mark ?? combine(sides));
  }
  return ok({ number, invalidReason: null, marks });
}
