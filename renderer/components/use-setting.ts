import type { SettingValue } from '../../shared/rules/settings.ts';
import { useQuery } from '../client.ts';

/** What a setting is set to now: the school's value, else the default; null while it is not known. */
export function useSetting(id: string): SettingValue | null {
  const regulation = useQuery('getRegulation', {});
  const row = regulation.data?.settings.find((setting) => setting.id === id);
  return row?.settled?.value ?? row?.standard ?? null;
}
