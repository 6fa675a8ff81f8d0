/** Where a person stands over time, in words. */
import { formatDate, type IsoDate } from '../dates.ts';
import type { AbsenceKind, PersonStatus } from '../terms.ts';
import { absenceKindNames, personStatusNames } from './terms.ts';

/** "từ 01/09/2025 đến 28/02/2026"; "từ 01/09/2025, chưa đi làm lại"; "chưa ghi từ ngày nào, đến ngày nào". */
export function leaveDays({
  from,
  to,
}: {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}): string {
  if (from === null) return 'chưa ghi từ ngày nào, đến ngày nào';
  const end = to === null ? ', chưa đi làm lại' : ` đến ${formatDate(to)}`;
  return `từ ${formatDate(from)}${end}`;
}

/** "Nghỉ ốm từ 01/09/2025 đến 28/02/2026". */
export function leaveText(leave: {
  readonly kind: AbsenceKind;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}): string {
  return `${absenceKindNames[leave.kind]} ${leaveDays(leave)}`;
}

/** "Đã nghỉ hưu từ 01/03/2026". */
export function statusText({
  value,
  from,
}: {
  readonly value: PersonStatus;
  readonly from: IsoDate;
}): string {
  return `${personStatusNames[value]} từ ${formatDate(from)}`;
}
