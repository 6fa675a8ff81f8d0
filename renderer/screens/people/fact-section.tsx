/** A list of dated facts about a person or a collective: read as sentences, changed in place, removed with a reason. */
import type { ReactNode } from 'react';
import type { Id } from '../../../shared/terms.ts';
import type { InputOf } from '../../../shared/api.ts';
import { useCommand } from '../../client.ts';
import { EntrySection } from './entry-section.tsx';

type CollectiveKind = InputOf<'removeCollectiveFact'>['kind'];

/** What the form of one fact is given. */
export interface FactFormProps<Row> {
  /** Null for a new one. */
  readonly row: Row | null;
  readonly onClose: () => void;
}

/** One kind of fact of a person or a collective. */
export function FactSection<Row extends { readonly id: Id }>(props: {
  readonly title: string;
  /** Said while there is none. */
  readonly none: string;
  readonly add: string;
  readonly rows: readonly Row[];
  readonly kind: InputOf<'removeFact'>['kind'] | CollectiveKind;
  readonly line: (row: Row) => { readonly what: ReactNode; readonly when: ReactNode };
  readonly form: (props: FactFormProps<Row>) => ReactNode;
  /** Short name of a row for the question before it is removed. */
  readonly nameOf: (row: Row) => string;
  readonly disabled: boolean;
}): ReactNode {
  const { kind, rows, form } = props;
  const ofPerson = useCommand('removeFact');
  const ofCollective = useCommand('removeCollectiveFact');
  const isCollective = kind === 'group-award' || kind === 'group-matter';

  async function remove(id: Id, reason: string): Promise<boolean> {
    const result = isCollective
      ? await ofCollective.run({ kind, id, reason })
      : await ofPerson.run({ kind, id, reason });
    return result.ok;
  }

  return (
    <EntrySection
      title={props.title}
      none={props.none}
      add={props.add}
      disabled={props.disabled}
      removal={isCollective ? ofCollective : ofPerson}
      newForm={(onClose) => form({ row: null, onClose })}
      entries={rows.map((row) => ({
        key: row.id,
        ...props.line(row),
        name: props.nameOf(row),
        form: (onClose) => form({ row, onClose }),
        remove: (reason) => remove(row.id, reason),
      }))}
    />
  );
}
