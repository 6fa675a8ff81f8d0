import type { Identity, RoundView } from '../../../shared/views.ts';
import type { IdentityId } from '../../../shared/vi/identities.ts';

/** What the papers of the open lot add to. */
const counted: ReadonlySet<IdentityId> = new Set([
  'entered-returned',
  'valid-invalid',
  'valid-invalid-aside',
]);

/** The identities with the open lot counted in, which the data file does not count yet. */
export function liveIdentities(
  round: Pick<RoundView, 'mode' | 'identities'>,
  typed: number,
): readonly Identity[] {
  if (round.mode !== 'ballots' || typed === 0) return round.identities;
  return round.identities.map((identity) => {
    if (!counted.has(identity.id)) return identity;
    const left = identity.left + typed;
    return { ...identity, left, holds: left === identity.right };
  });
}
