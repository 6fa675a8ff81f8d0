/** A list of dated facts about a person or a collective: read as sentences, changed in place, removed with a reason. */
import { useState, type ReactNode } from 'react';
import type { Id } from '../../../shared/terms.ts';
import type { InputOf } from '../../../shared/api.ts';
import { useCommand } from '../../client.ts';
import { Button, ConfirmDialog, ErrorNotice, Section } from '../../components/index.ts';

/** Stands for the id of what is not saved yet. */
const NEW = 'new';

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
  const [editing, setEditing] = useState<Id | null>(null);
  const [removing, setRemoving] = useState<Row | null>(null);
  const { kind } = props;
  const ofPerson = useCommand('removeFact');
  const ofCollective = useCommand('removeCollectiveFact');
  const isCollective = kind === 'group-award' || kind === 'group-matter';
  const removal = isCollective ? ofCollective : ofPerson;

  function close(): void {
    setEditing(null);
  }

  async function remove(row: Row, reason: string): Promise<void> {
    const result = isCollective
      ? await ofCollective.run({ kind, id: row.id, reason })
      : await ofPerson.run({ kind, id: row.id, reason });
    if (result.ok) setRemoving(null);
  }

  return (
    <Section
      title={props.title}
      aside={
        editing !== NEW &&
        !props.disabled && (
          <Button size="small" kind="quiet" onClick={() => setEditing(NEW)}>
            {props.add}
          </Button>
        )
      }
    >
      {editing === NEW && <div className="fact-form">{props.form({ row: null, onClose: close })}</div>}
      {props.rows.length === 0 && editing !== NEW && <p className="muted fact-none">{props.none}</p>}
      <ul className="fact-list">
        {props.rows.map((row) => {
          const { what, when } = props.line(row);
          if (editing === row.id) {
            return (
              <li key={row.id} className="fact-form">
                {props.form({ row, onClose: close })}
              </li>
            );
          }
          return (
            <li key={row.id} className="fact-line">
              <div>
                <p>{what}</p>
                <p className="muted">{when}</p>
              </div>
              {!props.disabled && (
                <span className="fact-line__tools">
                  <Button
                    size="small"
                    kind="quiet"
                    title={`Sửa ${props.nameOf(row)}`}
                    onClick={() => setEditing(row.id)}
                  >
                    Sửa
                  </Button>
                  <Button
                    size="small"
                    kind="quiet"
                    title={`Xóa ${props.nameOf(row)}`}
                    onClick={() => setRemoving(row)}
                  >
                    Xóa
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {removing !== null && (
        <ConfirmDialog
          title={`Xóa ${props.nameOf(removing)}`}
          sentence="Mục này sẽ không còn được xét khi thẩm định. Việc xóa và lý do được ghi vào nhật ký."
          reason="Lý do xóa"
          confirm="Xóa mục này"
          danger
          busy={removal.busy}
          problem={<ErrorNotice error={removal.error} />}
          onConfirm={(reason) => void remove(removing, reason)}
          onClose={() => {
            removal.clearError();
            setRemoving(null);
          }}
        />
      )}
    </Section>
  );
}
