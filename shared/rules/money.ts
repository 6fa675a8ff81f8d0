/** Money of awards as data: multiples of the base salary in tenths, and the base salary by date (NĐ 152/2025, điều 49 đến 54). */
import type { IsoDate } from '../dates.ts';
import type { Confidence, TitleId } from '../terms.ts';
import { at, ND152 } from './documents.ts';
import type { Citation } from './model.ts';

/** Multiples in tenths of the base salary: 3 is 0,3. Null where the award is not for them, or no text was found. */
export interface Multiple {
  readonly person: number | null;
  readonly group: number | null;
  readonly citation: Citation;
  readonly confidence: Readonly<Record<'person' | 'group', Confidence>>;
  readonly source: string;
}

const articles = at(ND152, 'các Điều 49 đến 54', null);
const twice = 'Hai nguồn trở lên dẫn giống nhau, chưa đọc toàn văn.';
const inferred =
  'Mức của tập thể: một nguồn dẫn; mức của cá nhân suy ra bằng một nửa mức của tập thể, cần đối chiếu.';

function title(money: Pick<Multiple, 'person' | 'group'>): Multiple {
  return { ...money, citation: articles, confidence: { person: 'C2', group: 'C2' }, source: twice };
}

function reward(group: number): Multiple {
  return {
    person: group / 2,
    group,
    citation: articles,
    confidence: { person: 'U', group: 'C1' },
    source: inferred,
  };
}

/** Multiples by award; an award that is not here has no known money, or that of the school's own regulation. */
export const multiples: Readonly<Record<TitleId, Multiple>> = {
  LDTT: title({ person: 3, group: null }),
  CSTDCS: title({ person: 10, group: null }),
  CSTD_TP: title({ person: 30, group: null }),
  CSTD_BO: title({ person: 30, group: null }),
  CSTD_TQ: title({ person: 45, group: null }),
  TTLDTT: title({ person: null, group: 8 }),
  TTLDXS: title({ person: null, group: 15 }),
  CO_TP: title({ person: null, group: 80 }),
  CO_TP_CD: title({ person: null, group: 80 }),
  CO_BO: title({ person: null, group: 80 }),
  CO_CP: title({ person: null, group: 120 }),
  CO_CP_CD: title({ person: null, group: 120 }),
  GK_HT: reward(6),
  GK_XA: reward(6),
  GK_SO: reward(6),
  BK_TP: reward(30),
  BK_BO: reward(30),
  BK_TTG: reward(70),
  HCLD3: reward(90),
  HCLD2: reward(150),
  HCLD1: reward(180),
};

export interface BaseSalary {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  /** Đồng a month. */
  readonly amount: number;
  readonly citation: Citation;
}

/** Base salaries, oldest first. */
export const baseSalaries: readonly BaseSalary[] = [
  {
    from: '2024-07-01',
    to: '2026-06-30',
    amount: 2_340_000,
    citation: at('Nghị định số 73/2024/NĐ-CP', null, null),
  },
  {
    from: '2026-07-01',
    to: null,
    amount: 2_530_000,
    citation: at('Nghị định số 161/2026/NĐ-CP', null, null),
  },
];
