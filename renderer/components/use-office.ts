import { useQuery } from '../client.ts';

/** Why the person at the laptop may not change the data; null for the secretary and the chair. */
export function useOfficeReason(): string | null {
  const status = useQuery('getStatus', {});
  const role = status.data?.session?.role;
  if (role === undefined || role === 'secretary' || role === 'chair') return null;
  return 'Việc này dành cho Thư ký hoặc Chủ tịch Hội đồng.';
}
