import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { fold } from '../../shared/names.ts';
import { Field, type FieldProps } from './fields.tsx';
import { Float } from './float.tsx';
import { Icon } from './icons.tsx';

/** A value that can be picked from a long list. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** Tells two of the same name apart: the tổ, the code. */
  readonly note?: string | undefined;
}

const SHOWN = 50;

/** Picks one of many by typing a part of it, with or without accents; ↑ ↓ Enter Escape. */
export function ComboBox(
  props: FieldProps & {
    readonly value: string | null;
    readonly options: readonly Option[];
    readonly onChange: (value: string | null) => void;
    readonly placeholder?: string | undefined;
    /** Said when nothing matches. */
    readonly none?: string | undefined;
  },
): ReactNode {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { options } = props;
  const indexed = useMemo(
    () => options.map((option) => ({ option, key: fold(`${option.label} ${option.note ?? ''}`) })),
    [options],
  );
  const found = useMemo(() => {
    const words = fold(typed ?? '').split(' ');
    return indexed.filter(({ key }) => words.every((word) => key.includes(word))).map(({ option }) => option);
  }, [indexed, typed]);
  const shown = found.slice(0, SHOWN);
  const chosen = options.find((option) => option.value === props.value);

  function choose(option: Option | undefined): void {
    if (option === undefined) return;
    setTyped(null);
    setOpen(false);
    if (option.value !== props.value) props.onChange(option.value);
  }

  function move(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const last = shown.length - 1;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        const next = event.key === 'ArrowDown' ? active + 1 : active - 1;
        if (open) scrollTo(Math.max(0, Math.min(last, next)));
        setOpen(true);
        break;
      }
      case 'Enter':
        if (!open) return;
        event.preventDefault();
        choose(shown[active]);
        break;
      case 'Escape':
        if (!open) return;
        event.preventDefault();
        event.stopPropagation();
        setOpen(false);
        setTyped(null);
        break;
    }
  }

  function scrollTo(index: number): void {
    setActive(index);
    document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <Field {...props}>
      {({ id, describedBy, invalid }) => (
        <div className="combo">
          <input
            ref={input}
            id={id}
            type="text"
            role="combobox"
            className={props.small === true ? 'input input--small' : 'input'}
            value={typed ?? chosen?.label ?? ''}
            placeholder={props.placeholder}
            disabled={props.disabled}
            autoFocus={props.autoFocus}
            autoComplete="off"
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={open && shown.length > 0 ? `${listId}-${active}` : undefined}
            aria-invalid={invalid}
            aria-describedby={describedBy}
            onChange={(event) => {
              setTyped(event.target.value);
              setActive(0);
              setOpen(true);
            }}
            onClick={() => {
              setOpen(true);
              input.current?.select();
            }}
            onBlur={() => {
              // An emptied field means none; half a name means the old one.
              if (typed?.trim() === '' && props.value !== null) props.onChange(null);
              setOpen(false);
              setTyped(null);
            }}
            onKeyDown={move}
          />
          <span className="combo__mark">
            <Icon name="down" size={14} />
          </span>
          {open && (
            <Float className="combo__list" role="listbox" id={listId} aria-label={props.label}>
              {shown.map((option, index) => (
                <div
                  key={option.value}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={option.value === props.value}
                  className={index === active ? 'combo__option combo__option--active' : 'combo__option'}
                  onMouseDown={(event) => {
                    event.preventDefault();
                    choose(option);
                  }}
                  onMouseMove={() => {
                    setActive(index);
                  }}
                >
                  {option.label}
                  {option.note !== undefined && <small>{option.note}</small>}
                </div>
              ))}
              {shown.length === 0 && (
                <div className="combo__none" role="option" aria-selected={false} aria-disabled="true">
                  {props.none ?? 'Không có mục nào khớp với chữ đã gõ.'}
                </div>
              )}
              {found.length > SHOWN && (
                <div className="combo__none" role="presentation">
                  Còn {found.length - SHOWN} mục nữa; hãy gõ thêm để thu hẹp.
                </div>
              )}
            </Float>
          )}
        </div>
      )}
    </Field>
  );
}

/** Picks a person; the tổ or the code tells two of the same name apart. */
export function PersonPicker(
  props: FieldProps & {
    readonly value: string | null;
    readonly people: readonly {
      readonly id: string;
      readonly fullName: string;
      readonly groupName: string;
      readonly code?: string | null | undefined;
    }[];
    readonly onChange: (id: string | null) => void;
  },
): ReactNode {
  const { people } = props;
  const options = useMemo(
    () =>
      people.map((person) => ({
        value: person.id,
        label: person.fullName,
        note: [person.groupName, person.code ?? ''].filter((part) => part !== '').join(' · '),
      })),
    [people],
  );
  return (
    <ComboBox
      {...props}
      options={options}
      placeholder="Gõ một phần họ tên"
      none="Không có ai khớp với chữ đã gõ. Hãy kiểm tra lại hoặc thêm người ở màn hình Nhân sự và tổ."
    />
  );
}
