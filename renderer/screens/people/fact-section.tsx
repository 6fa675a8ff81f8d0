/** A list of dated facts about a person or a collective: read as sentences, changed in place, removed with a reason. */
import { useState, type ReactNode } from 'react';
import type { Id } from '../../../shared/terms.ts';
import type { InputOf } from '../../../shared/api.ts';
import { useCommand, type CallError } from '../../client.ts';
import { Button, ConfirmDialog, ErrorNotice, Section, SelectField } from '../../components/index.ts';

/** Stands for the id of what is not saved yet. */
const NEW = 'new';

/** Saves one fact; `saveDiscipline` and the like. */
export interface FactCommand {
  readonly busy: boolean;
  readonly error: CallError | null;
}

/** Every value of a term as a choice. */
export function optionsOf<T extends string>(
  values: readonly T[],
  names: Record<T, string>,
): readonly { value: T; label: string }[] {
  return values.map((value) => ({ value, label: names[value] }));
}

/** The frame of a fact's form. */
export function Form(props: { readonly onSubmit: () => void; readonly children: ReactNode }): ReactNode {
  return (
    <form
      className="form-grid form-grid--tight"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      {props.children}
    </form>
  );
}

const answers = [
  { value: 'yes', label: 'Có' },
  { value: 'no', label: 'Không' },
] as const;

/** Yes, no, or nobody has said. */
export function AnswerField(props: {
  readonly label: string;
  readonly value: boolean | null;
  readonly onChange: (answer: boolean | null) => void;
  readonly disabled?: boolean;
}): ReactNode {
  const { value } = props;
  return (
    <SelectField
      small
      label={props.label}
      value={value === null ? null : value ? 'yes' : 'no'}
      placeholder="Chưa rõ"
      options={answers}
      disabled={props.disabled === true}
      onChange={(answer) => props.onChange(answer === null ? null : answer === 'yes')}
    />
  );
}

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

/** The foot of a fact's form: take it or leave it, with what the core said. */
export function FactFoot(props: { readonly command: FactCommand; readonly onClose: () => void }): ReactNode {
  return (
    <>
      <ErrorNotice error={props.command.error} />
      <div className="fact-form__foot">
        <Button size="small" submit busy={props.command.busy}>
          Ghi lại
        </Button>
        <Button size="small" kind="quiet" onClick={props.onClose}>
          Bỏ
        </Button>
      </div>
    </>
  );
}
