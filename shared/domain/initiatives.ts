/** Initiatives as a council decides on them: one with several authors is one, though each author has a record of it. */
import { fold } from '../names.ts';
import type { Id } from '../terms.ts';

/** One author's record of an initiative. */
export interface AuthoredRecord {
  readonly id: Id;
  readonly name: string;
  /** Percent; null when nobody said. */
  readonly share: number | null;
}

/**
 * The records that are about one initiative: those of the same name whose authors share it, together at most the
 * whole. Whoever has the whole, or an unknown part, wrote another one of the same name.
 */
export function coAuthored<R extends AuthoredRecord>(records: readonly R[]): readonly (readonly R[])[] {
  const byName = [...Map.groupBy(records, ({ name }) => fold(name)).values()];
  return byName.flatMap((same): readonly (readonly R[])[] => {
    const parts = same.filter(({ share }) => share !== null && share < 100);
    const sum = parts.reduce((total, { share }) => total + (share ?? 0), 0);
    if (parts.length < 2 || sum > 100) return same.map((one) => [one]);
    const whole = same.filter((one) => !parts.includes(one));
    return [parts, ...whole.map((one) => [one])];
  });
}
