/** How long a disciplinary decision is in force where its end was not recorded, by the day of the decision, as data. */
import type { IsoDate } from '../dates.ts';
import type { Confidence } from '../terms.ts';
import { at, ND234, readInFull } from './documents.ts';
import type { Citation } from './model.ts';

/** One wording: decisions of these days are in force so many months. */
export interface DisciplineTerm {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly months: number;
  readonly citation: Citation;
  readonly confidence: Confidence;
  readonly source: string;
}

/** The wordings, oldest first; together they hold on every day. */
export const disciplineTerms: readonly [DisciplineTerm, ...DisciplineTerm[]] = [
  {
    from: null,
    to: '2026-06-30',
    months: 12,
    citation: at('Nghị định số 112/2020/NĐ-CP', null, null),
    confidence: 'M',
    source: 'Theo hiểu biết chung, chưa đối chiếu văn bản.',
  },
  {
    from: '2026-07-01',
    to: null,
    months: 12,
    citation: at(ND234, 'Điều 2', 'khoản 9'),
    confidence: 'P',
    source: readInFull,
  },
];

/** The wording that holds for a decision of a day. */
export function disciplineTermOn(day: IsoDate): DisciplineTerm {
  return disciplineTerms.find(({ to }) => to === null || day <= to) ?? disciplineTerms[0];
}
