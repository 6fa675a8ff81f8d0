import type { ReactNode } from 'react';
import { Chip } from '../../components/index.ts';
import type { Hold } from './verdict-words.ts';

/** What an open verdict waits for, when that is nobody's answer in the school. */
export function HoldChip({ hold }: { readonly hold: Hold }): ReactNode {
  return <Chip tone={hold === 'Tạm dừng' ? 'warn' : 'info'}>{hold}</Chip>;
}
