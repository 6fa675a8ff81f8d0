/** The sheet of scores as texts: what stands in each cell, what may be typed there, and edits laid over what is saved. */
import { formatPoints, parsePoints } from '../../../shared/numbers.ts';
import { readRating } from '../../../shared/imports/cells.ts';
import type { Id, Rating, ScoreSide } from '../../../shared/terms.ts';
import { ratingShortNames } from '../../../shared/vi/terms.ts';
import type { Criterion, EvaluationSheet } from '../../../shared/views.ts';
import { savedStep, type CellChange, type GridColumn, type GridStep } from '../../components/index.ts';

/** One person's line; `number` is its place in the view, from 1. */
export type ScoreRow = EvaluationSheet['rows'][number] & { readonly number: number };

/** What a column of the sheet holds. */
export type Target =
  | { readonly kind: 'score'; readonly side: ScoreSide; readonly criterionId: Id }
  | { readonly kind: 'rating' }
  | { readonly kind: 'confirmed' };

/** Word of a confirmed line. */
export const CONFIRMED = 'Đã xác nhận';

const RATING = 'rating';
const CONFIRMATION = 'confirmed';

/** Reads back what a column's id stands for. */
export function targetOf(columnId: string): Target {
  if (columnId === RATING) return { kind: 'rating' };
  if (columnId === CONFIRMATION) return { kind: 'confirmed' };
  const [side, criterionId = ''] = columnId.split(' ');
  return { kind: 'score', side: side === 'SELF' ? 'SELF' : 'GROUP', criterionId };
}

/** The rating that a text names; null for a blank one. Only for texts that passed their check. */
export function ratingOf(text: string): Rating | null {
  const read = readRating(text);
  return read.ok ? read.value : null;
}

/** A line with a full set of scores of the tổ. */
export function isScored(row: EvaluationSheet['rows'][number]): boolean {
  return row.group.length > 0 && row.group.every((score) => score !== null);
}

/** A line that lacks a score of either side. */
export function isIncomplete(row: EvaluationSheet['rows'][number]): boolean {
  return [...row.self, ...row.group].some((score) => score === null);
}

/** A line in which the tổ gave another score than the person. */
export function differs(row: EvaluationSheet['rows'][number]): boolean {
  return row.self.some((score, at) => score !== null && row.group[at] !== null && score !== row.group[at]);
}

function sum(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null);
  return known.length === 0 ? null : known.reduce((total, score) => total + score, 0);
}

/** Lays edits that are on their way over what is saved. Keys are "person column". */
export function withEdits(
  sheet: EvaluationSheet,
  edits: ReadonlyMap<string, string>,
): EvaluationSheet['rows'] {
  if (edits.size === 0) return sheet.rows;
  const touched = new Set([...edits.keys()].map((key) => key.slice(0, key.indexOf(' '))));
  return sheet.rows.map((row) => {
    if (!touched.has(row.personId)) return row;
    const side = (name: ScoreSide, scores: readonly (number | null)[]) =>
      scores.map((score, at) => {
        const edit = edits.get(`${row.personId} ${name} ${sheet.criteria[at]?.id ?? ''}`);
        return edit === undefined ? score : parsePoints(edit);
      });
    const self = side('SELF', row.self);
    const group = side('GROUP', row.group);
    const rating = edits.get(`${row.personId} ${RATING}`);
    const confirmed = edits.get(`${row.personId} ${CONFIRMATION}`);
    return {
      ...row,
      self,
      group,
      selfTotal: sum(self),
      groupTotal: sum(group),
      rating: rating === undefined ? row.rating : ratingOf(rating),
      // Scores of the tổ that are no longer complete are no longer confirmed.
      confirmed:
        (confirmed === undefined ? row.confirmed : confirmed === CONFIRMED) &&
        group.every((score) => score !== null),
    };
  });
}

function checkScore(text: string, criterion: Criterion): string | null {
  if (text === '') return null;
  const points = parsePoints(text);
  if (points === null || points < 0)
    return 'Điểm là số từ 0, có thể lẻ tới hai chữ số sau dấu phẩy; để trống nếu chưa chấm.';
  if (points > criterion.maximum) {
    return `${formatPoints(points)} vượt quá điểm tối đa ${formatPoints(criterion.maximum)} của tiêu chí này.`;
  }
  return null;
}

function difference(self: number | null | undefined, group: number | null | undefined): string | null {
  if (self === null || self === undefined || group === null || group === undefined || self === group)
    return null;
  const gap = formatPoints(Math.abs(group - self));
  return `Tổ chấm ${formatPoints(group)}, ${group < self ? 'thấp' : 'cao'} hơn tự chấm (${formatPoints(self)}) ${gap} điểm.`;
}

const choices = Object.values(ratingShortNames).map((value) => ({ value, label: value }));

/** The columns of the sheet over these criteria. */
export function sheetColumns(criteria: readonly Criterion[]): readonly GridColumn<ScoreRow>[] {
  const maximum = criteria.reduce((total, criterion) => total + criterion.maximum, 0);
  const totals = { id: 'total', header: 'Tổng điểm', note: `tối đa ${formatPoints(maximum)}` };
  return [
    {
      id: 'number',
      header: 'STT',
      width: 60,
      align: 'right',
      readOnly: true,
      sticky: true,
      text: (row) => String(row.number),
    },
    {
      id: 'name',
      header: 'Họ và tên',
      width: 168,
      readOnly: true,
      sticky: true,
      text: (row) => row.fullName,
    },
    ...criteria.flatMap((criterion, at): readonly GridColumn<ScoreRow>[] => {
      const group = {
        id: criterion.id,
        header: criterion.name,
        note: `tối đa ${formatPoints(criterion.maximum)}`,
      };
      const check = (text: string): string | null => checkScore(text, criterion);
      return [
        {
          id: `SELF ${criterion.id}`,
          header: 'Tự',
          group,
          width: 58,
          align: 'right',
          text: (row) => formatPoints(row.self[at] ?? null),
          check,
        },
        {
          id: `GROUP ${criterion.id}`,
          header: 'Tổ',
          group,
          width: 58,
          align: 'right',
          text: (row) => formatPoints(row.group[at] ?? null),
          mark: (row) => difference(row.self[at], row.group[at]),
          check,
        },
      ];
    }),
    {
      id: 'self-total',
      header: 'Tự',
      group: totals,
      width: 62,
      align: 'right',
      readOnly: true,
      text: (row) => formatPoints(row.selfTotal),
    },
    {
      id: 'group-total',
      header: 'Tổ',
      group: totals,
      width: 62,
      align: 'right',
      readOnly: true,
      text: (row) => formatPoints(row.groupTotal),
      mark: (row) => difference(row.selfTotal, row.groupTotal),
    },
    {
      id: RATING,
      header: 'Xếp loại đề xuất',
      width: 104,
      choices,
      text: (row) => (row.rating === null ? '' : ratingShortNames[row.rating]),
      check(text, row) {
        if (row.ratingState === 'decided' && ratingOf(text) !== row.rating) {
          return 'Xếp loại này đã có quyết định; muốn sửa thì sửa ở bước Nhân sự và tổ.';
        }
        return text === '' || readRating(text).ok
          ? null
          : 'Chọn một trong bốn mức xếp loại: HTXSNV, HTTNV, HTNV, KHTNV.';
      },
    },
    {
      id: CONFIRMATION,
      header: 'Tổ xác nhận',
      width: 116,
      choices: [{ value: CONFIRMED, label: CONFIRMED }],
      text: (row) => (row.confirmed ? CONFIRMED : ''),
      check(text, row) {
        if (text === '') return null;
        if (text !== CONFIRMED) return `Chọn “${CONFIRMED}” hoặc để trống.`;
        return isScored(row) ? null : 'Tổ chưa chấm đủ các tiêu chí nên chưa xác nhận được.';
      },
    },
    { id: 'group', header: 'Tổ', width: 184, readOnly: true, text: (row) => row.groupName },
  ];
}

/** What goes with changes: another score of the tổ is not the one that it confirmed. */
export function consequencesOf(
  changes: readonly CellChange[],
  rows: readonly EvaluationSheet['rows'][number][],
): GridStep {
  const told = new Set(
    changes.filter(({ columnId }) => columnId === CONFIRMATION).map(({ rowKey }) => rowKey),
  );
  const scored = new Set(
    changes.filter(({ columnId }) => isGroupScore(targetOf(columnId))).map(({ rowKey }) => rowKey),
  );
  const lost = rows.filter(
    ({ personId, confirmed }) => confirmed && scored.has(personId) && !told.has(personId),
  );
  return confirmationStep(lost, '');
}

/** The step that writes or takes back the tổ's confirmation of lines. */
export function confirmationStep(
  lines: readonly EvaluationSheet['rows'][number][],
  text: typeof CONFIRMED | '',
): GridStep {
  const over = text === '' ? CONFIRMED : '';
  return savedStep(lines.map(({ personId }) => ({ rowKey: personId, columnId: CONFIRMATION, text, over })));
}

/** Whether a column holds scores of the tổ. */
export function isGroupScore(target: Target): boolean {
  return target.kind === 'score' && target.side === 'GROUP';
}

/** Whether a change is of the tổ's confirmation. */
export function isConfirmation({ columnId }: CellChange): boolean {
  return columnId === CONFIRMATION;
}
