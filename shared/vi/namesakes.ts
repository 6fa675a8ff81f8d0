/** How people and pupils of one name are told apart wherever the name alone would stand. */
import { formatDate, type IsoDate } from '../dates.ts';
import type { Id } from '../terms.ts';

export interface Namesake {
  readonly id: Id;
  readonly fullName: string;
  readonly birthDate: IsoDate | null;
  readonly code: string | null;
}

/** What tells each from others of the same name: the day of birth, the code where that day is no help, or a number. */
export function apartWords(people: readonly Namesake[]): ReadonlyMap<Id, string> {
  const words = new Map<Id, string>();
  for (const alike of Map.groupBy(people, ({ fullName }) => fullName).values()) {
    if (alike.length < 2) continue;
    const days = new Set(alike.flatMap(({ birthDate }) => birthDate ?? []));
    const byDay = days.size === alike.length;
    const byCode = alike.every(({ code }) => code !== null);
    for (const [place, { id, birthDate, code }] of alike.entries()) {
      if (byDay && birthDate !== null) words.set(id, `sinh ${formatDate(birthDate)}`);
      else words.set(id, byCode && code !== null ? `mã ${code}` : `người thứ ${place + 1}`);
    }
  }
  return words;
}

/** "Nguyễn Minh Anh (6A)", "Nguyễn Thị Lan (sinh 01/01/1980)": how a pupil or a namesake stands in a list; others by the name alone. */
export function nameInList({ name, apart }: { readonly name: string; readonly apart: string }): string {
  return apart === '' ? name : `${name} (${apart})`;
}
