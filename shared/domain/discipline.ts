/** Until when a discipline is executed: only what was achieved after it counts (NĐ 152/2025, điều 4 khoản 4). */
import { addMonths, type IsoDate } from '../dates.ts';
import { disciplineTermOn } from '../rules/discipline-term.ts';
import type { DisciplineFact } from './facts.ts';

/** Last day on which a discipline is executed; by the decree of its day where none was entered. */
export function endOfDiscipline({ from, to }: DisciplineFact): IsoDate {
  return to ?? addMonths(from, disciplineTermOn(from).months);
}
