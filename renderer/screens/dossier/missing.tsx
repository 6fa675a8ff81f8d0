/** What the dossier should hold and lacks: how many of each paper, and the names behind the number. */
import type { ReactNode } from 'react';
import type { MissingItem } from '../../../shared/domain/dossier-items.ts';
import { missingItemText } from '../../../shared/vi/papers.ts';

/** A line for each missing paper, opened to the names. */
export function MissingItems({ items }: { readonly items: readonly MissingItem[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <>
      <h2>Chưa có trong hồ sơ ({items.length})</h2>
      <ul>
        {items.map((item) => (
          <li key={`${item.object} ${item.name}`} className="dossier-missing">
            <details>
              <summary>{missingItemText(item)}</summary>
              <ol>
                {item.owners.map((name, index) => (
                  <li key={index}>{name}</li>
                ))}
              </ol>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
