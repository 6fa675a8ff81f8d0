/** A list of dated entries: read as sentences, added and changed in place, removed with a reason. */
import { useState, type ReactNode } from 'react';
import type { CallError } from '../../client.ts';
import { Button, ConfirmDialog, ErrorNotice, Section } from '../../components/index.ts';

/** Stands for the key of what is not saved yet. */
const NEW = 'new';

/** One entry as it is read, with the form that changes it. */
export interface Entry {
  readonly key: string;
  readonly what: ReactNode;
  readonly when: ReactNode;
  /** Short name for the question before it is removed, and for the titles of its buttons. */
  readonly name: string;
  readonly form: (onClose: () => void) => ReactNode;
  /** Takes it back and says whether that worked; null for what can only be changed. */
  readonly remove: ((reason: string) => Promise<boolean>) | null;
}

/** What is known of the removal that runs. */
export interface Removal {
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly clearError: () => void;
}

/** A section of entries. */
export function EntrySection(props: {
  readonly title: string;
  /** Said while there is none. */
  readonly none: string;
  readonly add: string;
  readonly entries: readonly Entry[];
  readonly newForm: (onClose: () => void) => ReactNode;
  readonly removal: Removal;
  readonly disabled: boolean;
}): ReactNode {
  const [editing, setEditing] = useState<string | null>(null);
  const [removing, setRemoving] = useState<Entry | null>(null);
  const { entries, removal } = props;

  function close(): void {
    setEditing(null);
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
      {editing === NEW && <div className="fact-form">{props.newForm(close)}</div>}
      {entries.length === 0 && editing !== NEW && <p className="muted fact-none">{props.none}</p>}
      <ul className="fact-list">
        {entries.map((entry) =>
          editing === entry.key ? (
            <li key={entry.key} className="fact-form">
              {entry.form(close)}
            </li>
          ) : (
            <li key={entry.key} className="fact-line">
              <div>
                <p>{entry.what}</p>
                <p className="muted">{entry.when}</p>
              </div>
              {!props.disabled && (
                <span className="fact-line__tools">
                  <Button
                    size="small"
                    kind="quiet"
                    title={`Sửa ${entry.name}`}
                    onClick={() => setEditing(entry.key)}
                  >
                    Sửa
                  </Button>
                  {entry.remove !== null && (
                    <Button
                      size="small"
                      kind="quiet"
                      title={`Xóa ${entry.name}`}
                      onClick={() => setRemoving(entry)}
                    >
                      Xóa
                    </Button>
                  )}
                </span>
              )}
            </li>
          ),
        )}
      </ul>
      {removing !== null && (
        <ConfirmDialog
          title={`Xóa ${removing.name}`}
          sentence="Mục này sẽ không còn được xét khi thẩm định. Việc xóa và lý do được ghi vào nhật ký."
          reason="Lý do xóa"
          confirm="Xóa mục này"
          danger
          busy={removal.busy}
          problem={<ErrorNotice error={removal.error} />}
          onConfirm={(reason) =>
            void removing.remove?.(reason).then((isDone) => {
              if (isDone) setRemoving(null);
            })
          }
          onClose={() => {
            removal.clearError();
            setRemoving(null);
          }}
        />
      )}
    </Section>
  );
}
