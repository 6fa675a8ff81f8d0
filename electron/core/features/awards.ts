/** The one door of awards, of people and of collectives: one that is recorded is not recorded again unawares. */
import { formatDate } from '../../../shared/dates.ts';
import { isSameAward, isSameDecision } from '../../../shared/domain/awards-held.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { findTitle } from '../../../shared/rules/catalogue.ts';
import type { Id, TitleId } from '../../../shared/terms.ts';
import type { AwardRow } from '../../../shared/views.ts';

type Entered = Omit<AwardRow, 'id'> & { readonly id: Id | null };

/**
 * Refuses an award that its owner has already by the same decision, and asks about one that may be the same: a title is
 * given once a year, and two rewards without a number can't be told apart. Errors: award-exists.
 */
export function checkNotTwice(
  award: Entered & { readonly keepBoth?: boolean | undefined },
  own: readonly AwardRow[],
): Result<null, AppError> {
  const before = own.find(({ id }) => id === award.id);
  if (before !== undefined && tellsTheSame(before, award)) return ok(null);
  const others = own.filter(({ id }) => id !== award.id);
  const exact = others.find((other) => isSameDecision(award, other));
  const same = others.find((other) => other.cancelled === null && isSameAward(award, other));
  const there = exact ?? (award.cancelled === null && award.keepBoth !== true ? same : undefined);
  if (there === undefined) return ok(null);
  const { name, schoolYear, decisionNumber: number, decisionDate } = there;
  const date = decisionDate === null ? null : formatDate(decisionDate);
  return err({ code: 'award-exists', award: name, schoolYear, number, date, exact: exact !== undefined });
}

function tellsTheSame(one: Entered, other: Entered): boolean {
  return (
    one.schoolYear === other.schoolYear &&
    one.titleId === other.titleId &&
    one.name === other.name &&
    one.decisionNumber === other.decisionNumber
  );
}

/** What a row of a file tells of the awards of a year. */
export interface ToldAwards {
  readonly schoolYear: string;
  readonly titles: readonly TitleId[] | null;
  readonly decisionNumber: string | null;
  readonly decisionDate: string | null;
}

/** The recorded award that a row tells of; one that was cancelled is never told anew by a row without a number. */
function findRecorded(titleId: TitleId, row: ToldAwards, own: readonly AwardRow[]): AwardRow | undefined {
  const told = { titleId, schoolYear: row.schoolYear, decisionNumber: row.decisionNumber };
  const same = own.filter((one) => isSameAward(told, one));
  return (
    same.find((one) => isSameDecision(told, one)) ??
    same.find(({ cancelled }) => cancelled === null) ??
    (row.decisionNumber === null ? same[0] : undefined)
  );
}

const blank = {
  issuer: '',
  rewardType: null,
  themed: null,
  achievement: '',
  cancelled: null,
} as const satisfies Partial<AwardRow>;

/** The awards that a row adds (`id` null) or changes: each once; what it leaves blank or doesn't name stays as it is. */
export function awardsToWrite(row: ToldAwards, own: readonly AwardRow[]): readonly Entered[] {
  return [...new Set(row.titles ?? [])].flatMap((titleId) => {
    const known = findRecorded(titleId, row, own);
    const decisionNumber = row.decisionNumber ?? known?.decisionNumber ?? '';
    const decisionDate = row.decisionDate ?? known?.decisionDate ?? null;
    if (known?.decisionNumber === decisionNumber && known.decisionDate === decisionDate) return [];
    const { schoolYear } = row;
    const base = known ?? {
      ...blank,
      id: null,
      schoolYear,
      titleId,
      name: findTitle(titleId)?.name ?? titleId,
    };
    return [{ ...base, decisionNumber, decisionDate }];
  });
}

/** Recorded awards to which a row gives another number: the same award told twice, or a mistake in one of them. */
export function numbersReplaced(row: ToldAwards, own: readonly AwardRow[]): readonly AwardRow[] {
  const { decisionNumber } = row;
  if (decisionNumber === null) return [];
  return [...new Set(row.titles ?? [])].flatMap((titleId) => {
    const known = findRecorded(titleId, row, own);
    const isOther =
      known !== undefined &&
      known.decisionNumber !== '' &&
      !isSameDecision({ ...known, decisionNumber }, known);
    return isOther ? [known] : [];
  });
}
