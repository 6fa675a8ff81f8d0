import { useQuery } from '../client.ts';

/** Why the person at the laptop may not change the data; null for the secretary and the chair. */
export function useOfficeReason(): string | null {
  const status = useQuery('getStatus', {});
  const role = status.data?.session?.role;
  if (role === undefined || role === 'secretary' || role === 'chair') return null;
  return 'Việc này dành cho Thư ký hoặc Chủ tịch Hội đồng.';
}

/** The same for what only the chair may do. */
export function useChairReason(): string | null {
  const status = useQuery('getStatus', {});
  const role = status.data?.session?.role;
  return role === undefined || role === 'chair'
    ? null
    : 'Việc này dành cho Chủ tịch Hội đồng: đổi người đang dùng máy ở góc trên bên phải.';
}
