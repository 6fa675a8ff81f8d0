/** How a step of the season says where it stands: the same word, shape and figures wherever it is told. */
import { formatInteger } from '../../shared/numbers.ts';
import type { Overview } from '../../shared/views.ts';
import type { ChipTone } from './chip.tsx';
import type { IconName } from './icons.tsx';

type Step = Overview['steps'][number];

/** Word, shape and tone of each state. */
export const stepStates: Readonly<
  Record<Step['state'], { readonly word: string; readonly tone: ChipTone; readonly icon: IconName }>
> = {
  'not-started': { word: 'Chưa bắt đầu', tone: 'plain', icon: 'circle' },
  'in-progress': { word: 'Đang làm', tone: 'info', icon: 'half' },
  attention: { word: 'Cần xem xét', tone: 'warn', icon: 'attention' },
  done: { word: 'Đã xong', tone: 'good', icon: 'done' },
  blocked: { word: 'Chưa đến lượt', tone: 'plain', icon: 'blocked' },
};

/** "65/67"; empty where there is nothing to count. */
export function stepFigures({ done, total }: Pick<Step, 'done' | 'total'>): string {
  return total > 0 ? `${formatInteger(done)}/${formatInteger(total)}` : '';
}
