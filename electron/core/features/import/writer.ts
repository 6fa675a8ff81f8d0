import type { AppError } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/result.ts';
import type { ImportKind } from '../../../../shared/views.ts';
import type { CommandContext } from '../../context.ts';
import type { Matched } from './prepare.ts';

/** What a row did to the data file. */
export type Effect = 'add' | 'change' | 'same';

export type WriteContext = Omit<CommandContext, 'record'>;

/** How a row of a kind is written; gives what it did. Only rows that differ are written. */
export interface Writer<K extends ImportKind> {
  (row: Matched<K>): Result<Effect, AppError>;
}

/** Of several effects of one row the one that tells most. */
export function strongest(effects: readonly Effect[]): Effect {
  if (effects.includes('add')) return 'add';
  return effects.includes('change') ? 'change' : 'same';
}
