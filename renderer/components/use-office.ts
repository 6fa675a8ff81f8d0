import { counting, office } from '../../shared/contract/row.ts';
import type { Role } from '../../shared/terms.ts';
import { roleSentence } from '../../shared/vi/errors.ts';
import { useQuery } from '../client.ts';

/** Why the person at the laptop may not do what only these may; null for one of them. */
function useRoleReason(allowed: readonly Role[]): string | null {
  const role = useQuery('getStatus', {}).data?.session?.role;
  return role === undefined || allowed.includes(role) ? null : roleSentence(allowed);
}

/** Why the person at the laptop may not change the data; null for the secretary and the chair. */
export function useOfficeReason(): string | null {
  return useRoleReason(office);
}

/** The same for what is counted and voted: null for the tellers too. */
export function useCountingReason(): string | null {
  return useRoleReason(counting);
}

/** The same for what only the chair may do. */
export function useChairReason(): string | null {
  return useRoleReason(['chair']);
}
