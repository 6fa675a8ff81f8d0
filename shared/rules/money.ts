/**
 * Money of awards as data: multiples of the base salary in tenths, and the base salary by date (NĐ 152/2025, điều 49 đến 54;
 * before 01/7/2025 NĐ 98/2023).
 */
import type { IsoDate } from '../dates.ts';
import type { Confidence, TitleId } from '../terms.ts';
import { at, ND152, ND98 } from './documents.ts';
import type { Citation } from './model.ts';

/** The money of an award for a person, or for a collective. */
export interface Multiple {
  /** Tenths of the base salary: 3 is 0,3. */
  readonly tenths: number;
  /** The text gives the most, not the amount: who awards it decides. */
  readonly atMost: boolean;
  /** Place in the decree of 2025. */
  readonly citation: Citation;
  readonly confidence: Confidence;
}

interface Multiples {
  readonly person: Multiple | null;
  readonly group: Multiple | null;
}

function money(tenths: number, article: number, clause: string | null, confidence: Confidence): Multiple {
  return { tenths, atMost: false, citation: at(ND152, `Điều ${article}`, clause), confidence };
}

function personTitle(tenths: number): Multiples {
  return { person: money(tenths, 50, 'khoản 1', 'C2'), group: null };
}

function groupTitle(tenths: number): Multiples {
  return { person: null, group: money(tenths, 50, 'khoản 2', 'C2') };
}

/** A Huân chương: that of a collective is quoted, half of it for a person is inferred. */
function order(group: number): Multiples {
  return { person: money(group / 2, 51, null, 'U'), group: money(group, 51, null, 'C1') };
}

function certificate(group: number, person: Confidence): Multiples {
  return { person: money(group / 2, 54, 'khoản 1', person), group: money(group, 54, null, 'C1') };
}

function honour(tenths: number): Multiples {
  return { person: money(tenths, 52, 'khoản 3', 'C2'), group: null };
}

/** Multiples by award; an award that is not here has no known money, or that of the school's own regulation. */
export const multiples: Readonly<Record<TitleId, Multiples>> = {
  LDTT: personTitle(3),
  CSTDCS: personTitle(10),
  CSTD_TP: personTitle(30),
  CSTD_BO: personTitle(30),
  CSTD_TQ: personTitle(45),
  TTLDTT: groupTitle(8),
  TTLDXS: groupTitle(15),
  CO_TP: groupTitle(80),
  CO_TP_CD: groupTitle(80),
  CO_BO: groupTitle(80),
  CO_CP: groupTitle(120),
  CO_CP_CD: groupTitle(120),
  GK_HT: certificate(6, 'U'),
  GK_XA: certificate(6, 'U'),
  GK_SO: certificate(6, 'U'),
  BK_TP: certificate(30, 'C1'),
  BK_BO: certificate(30, 'C1'),
  BK_TTG: certificate(70, 'C1'),
  HCLD3: order(90),
  HCLD2: order(150),
  HCLD1: order(180),
  KNC_GD: { person: { ...money(6, 54, 'khoản 1', 'C1'), atMost: true }, group: null },
  NGUT: honour(90),
  NGND: honour(125),
};

/** Over how many school years an emulation title is counted, where it is more than the year itself. */
export const countedYears: Readonly<Record<TitleId, number>> = {
  CSTD_TP: 3,
  CSTD_BO: 3,
  CSTD_TQ: 6,
  CO_TP_CD: 3,
  CO_CP_CD: 5,
};

/** How money is counted: in which decree, from and to which day of the decision. */
export interface MoneyDecree {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  /** Where multiples stand: at their own articles, or in this one place. */
  readonly place: Citation | null;
  /** Its text was compared; otherwise the multiples are those of the decree after it. */
  readonly compared: boolean;
  /** Rounding up to ten thousand đồng. */
  readonly rounding: Citation;
  /** Several titles of one time, or of different times. */
  readonly severalTitles: Citation;
}

/** The decrees, oldest first. */
export const moneyDecrees: readonly MoneyDecree[] = [
  {
    from: '2024-01-01',
    to: '2025-06-30',
    place: at(ND98, 'Điều 54', null),
    compared: false,
    rounding: at(ND98, null, null),
    severalTitles: at(ND98, null, null),
  },
  {
    from: '2025-07-01',
    to: null,
    place: null,
    compared: true,
    rounding: at(ND152, 'Điều 49', 'khoản 2'),
    severalTitles: at(ND152, 'Điều 49', 'khoản 5'),
  },
];

export interface BaseSalary {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  /** Đồng a month. */
  readonly amount: number;
  readonly citation: Citation;
}

/** Base salaries since the law of 2022 is in force, oldest first. */
export const baseSalaries: readonly BaseSalary[] = [
  {
    from: '2023-07-01',
    to: '2024-06-30',
    amount: 1_800_000,
    citation: at('Nghị định số 24/2023/NĐ-CP', null, null),
  },
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
