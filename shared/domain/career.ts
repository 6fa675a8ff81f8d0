/** What a recorded course of work comes to for the rules: months of service, a move, a secondment, a manager's post. */
import { addDays, wholeMonths, type IsoDate } from '../dates.ts';
import type { CareerKind } from '../terms.ts';
import type { PersonFacts } from './facts.ts';
import { inOrder } from './in-order.ts';
import { holds } from './standing.ts';
import { lengthOf, type Period } from './time-away.ts';

/** One stretch of work, both days counted; `to` null while it lasts. */
export interface CareerStretch {
  readonly kind: CareerKind;
  /** Null for a secondment of which nobody said the days. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly unit: string;
  readonly commentReceived: boolean;
}

type Dated = CareerStretch & { readonly from: IsoDate };

export type CareerFacts = Pick<
  PersonFacts,
  'contractBefore' | 'service' | 'manager' | 'transfer' | 'secondment'
>;

/** The facts of a course of work on the day of the decision; what was never recorded is left out. */
export function careerFacts({
  stretches: given,
  joinedOn,
  reviewPeriod,
  day,
}: {
  readonly stretches: readonly CareerStretch[];
  readonly joinedOn: IsoDate | null;
  readonly reviewPeriod: { readonly from: IsoDate; readonly to: IsoDate };
  readonly day: IsoDate;
}): CareerFacts {
  if (given.length === 0) return {};
  const stretches = inOrder(given, ({ from, to, kind }) => [from, to, kind]);
  const of = (kind: CareerKind) =>
    stretches.flatMap((one) => (one.kind === kind && one.from !== null ? [{ ...one, from: one.from }] : []));
  const service = {
    sectorMonths: monthsOf(of('SECTOR'), day),
    teachingMonths: monthsOf(of('TEACHING'), day),
    hardAreaMonths: monthsOf(of('HARD_AREA'), day),
  };
  const contracts = of('CONTRACT');
  const managing = of('MANAGER');
  const isServed = Object.values(service).some((months) => months !== null);
  return {
    ...(contracts.length === 0 || joinedOn === null
      ? {}
      : { contractBefore: lengthOf(spansUpTo(contracts, addDays(joinedOn, -1))) }),
    ...(isServed ? { service } : {}),
    ...(managing.length === 0 ? {} : { manager: managing.some((one) => holds(one, day)) }),
    ...transferOf(of('OTHER_UNIT'), reviewPeriod),
    ...secondmentOf(
      stretches.filter(({ kind }) => kind === 'SECONDMENT'),
      reviewPeriod,
    ),
  };
}

function spansUpTo(stretches: readonly Dated[], day: IsoDate): readonly Period[] {
  return stretches
    .map(({ from, to }) => ({ from, to: to === null || to > day ? day : to }))
    .filter(({ from, to }) => from <= to);
}

/** Whole months up to a day, a day counted once however many stretches hold it; null without any. */
function monthsOf(stretches: readonly Dated[], day: IsoDate): number | null {
  return stretches.length === 0 ? null : lengthOf(spansUpTo(stretches, day)).months;
}

/** The latest move into the school within the period: it came the day after the work elsewhere ended. */
function transferOf(
  stretches: readonly Dated[],
  period: { readonly from: IsoDate; readonly to: IsoDate },
): Pick<PersonFacts, 'transfer'> {
  const moves = stretches
    .flatMap((one) => (one.to === null ? [] : [{ ...one, to: one.to, on: addDays(one.to, 1) }]))
    .filter(({ on }) => on >= period.from && on <= period.to)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const last = moves.at(-1);
  if (last === undefined) return {};
  const since = last.from > period.from ? last.from : period.from;
  return {
    transfer: {
      on: last.on,
      previousUnit: last.unit,
      monthsThere: wholeMonths(since, last.to),
      commentReceived: last.commentReceived,
    },
  };
}

function secondmentOf(
  stretches: readonly CareerStretch[],
  period: { readonly from: IsoDate; readonly to: IsoDate },
): Pick<PersonFacts, 'secondment'> {
  const last = stretches
    .filter(({ from, to }) => from === null || (from <= period.to && (to === null || to >= period.from)))
    .at(-1);
  return last === undefined ? {} : { secondment: { unit: last.unit, commentReceived: last.commentReceived } };
}
