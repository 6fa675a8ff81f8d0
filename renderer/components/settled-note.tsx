/** What the school wrote about something that the app does not compute with, at the place where it matters. */
import type { ReactNode } from 'react';
import type { NoteId } from '../../shared/rules/setting-rows.ts';
import { useQuery } from '../client.ts';

/** One line for each of these settings that the school settled; nothing while it said nothing. */
export function SettledNotes({ ids }: { readonly ids: readonly NoteId[] }): ReactNode {
  const regulation = useQuery('getRegulation', {});
  const settled = (regulation.data?.settings ?? []).filter(
    (row) => row.settled !== null && ids.some((id) => id === row.id),
  );
  if (settled.length === 0) return null;
  return (
    <ul className="settled-notes" aria-label="Nhà trường ghi">
      {settled.map(({ id, name, settled: own }) => (
        <li key={id}>
          {name}: {own?.text} <span className="muted">({own?.source})</span>
        </li>
      ))}
    </ul>
  );
}
