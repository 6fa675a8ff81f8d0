import {
  useEffect,
  useId,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { Float } from './float.tsx';
import { Icon, type IconName } from './icons.tsx';

/** Something a person can do, as data: buttons, menus and bars are drawn from it. */
export interface Action {
  /** A verb and a noun: "Lập biên bản". */
  readonly label: string;
  readonly run: () => void;
  /** Why it is not possible yet, as a sentence; the action is disabled while there is one. */
  readonly disabledReason?: string | null | undefined;
  readonly busy?: boolean | undefined;
  readonly icon?: IconName | undefined;
  /** Shown in red: it cannot be undone. */
  readonly danger?: boolean | undefined;
}

/** What a button says that is off only while its own command runs. */
export const AT_WORK = 'Đang thực hiện, chờ trong giây lát.';

/**
 * Attributes of a button that may be off: then it keeps the focus, a click and Enter in its form do nothing, and why is
 * its title, which is also what a screen reader reads.
 */
export function pressable(props: {
  readonly onClick?: (() => void) | undefined;
  readonly disabledReason?: string | null | undefined;
  /** Its command runs now. */
  readonly busy?: boolean | undefined;
  /** Its title while it can be pressed. */
  readonly title?: string | undefined;
  /** Id of what describes it while it can be pressed. */
  readonly describedBy?: string | undefined;
}): Pick<ComponentProps<'button'>, 'onClick' | 'title' | 'aria-disabled' | 'aria-busy' | 'aria-describedby'> {
  const reason = props.disabledReason ?? (props.busy === true ? AT_WORK : null);
  if (reason === null)
    return { onClick: props.onClick, title: props.title, 'aria-describedby': props.describedBy };
  return {
    onClick: (event) => {
      event.preventDefault();
    },
    title: reason,
    'aria-disabled': true,
    'aria-busy': props.busy === true ? true : undefined,
  };
}

/** A button with a word on it. */
export function Button(props: {
  readonly children: ReactNode;
  readonly onClick?: (() => void) | undefined;
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger' | undefined;
  readonly size?: 'normal' | 'small' | undefined;
  readonly icon?: IconName | undefined;
  /** Why it cannot be pressed now, as a sentence; null or absent while it can. */
  readonly disabledReason?: string | null | undefined;
  /** Runs now: stays pressed and says so to a screen reader. */
  readonly busy?: boolean | undefined;
  readonly submit?: boolean | undefined;
  readonly title?: string | undefined;
  readonly describedBy?: string | undefined;
  /** Shows something under it: whether that is open. */
  readonly expanded?: boolean | undefined;
}): ReactNode {
  const { kind = 'plain', size = 'normal' } = props;
  return (
    <button
      {...pressable(props)}
      type={props.submit === true ? 'submit' : 'button'}
      className={`button button--${kind}${size === 'small' ? ' button--small' : ''}`}
      aria-expanded={props.expanded}
    >
      {props.icon !== undefined && <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}

/** A button with only a sign; `label` is its name for everyone else. */
export function IconButton(props: {
  readonly label: string;
  readonly icon: IconName;
  readonly onClick: () => void;
  /** Why it cannot be pressed now, as a sentence; null or absent while it can. */
  readonly disabledReason?: string | null | undefined;
  readonly busy?: boolean | undefined;
  readonly small?: boolean | undefined;
  /** Shows something beside it: whether that is open. */
  readonly expanded?: boolean | undefined;
}): ReactNode {
  return (
    <button
      {...pressable({ ...props, title: props.label })}
      type="button"
      className={`button button--quiet button--icon${props.small === true ? ' button--small' : ''}`}
      aria-label={props.label}
      aria-expanded={props.expanded}
    >
      <Icon name={props.icon} />
    </button>
  );
}

/** Further actions behind one button; ↑ ↓ Home End move, Escape closes. */
export function MenuButton(props: {
  readonly label: string;
  readonly actions: readonly Action[];
  /** Only the sign "⋯" with `label` as its name. */
  readonly compact?: boolean | undefined;
  readonly small?: boolean | undefined;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    items(box.current)[0]?.focus();
    function closeOutside(event: MouseEvent): void {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false);
    }
    addEventListener('mousedown', closeOutside);
    return () => {
      removeEventListener('mousedown', closeOutside);
    };
  }, [open]);

  function close(): void {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  }

  function move(event: KeyboardEvent): void {
    const all = items(box.current);
    const at = all.findIndex((item) => item === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') setOpen(false);
    else if (next !== undefined) {
      event.preventDefault();
      all[(next + all.length) % all.length]?.focus();
    }
  }

  const size = props.small === true ? ' button--small' : '';
  return (
    <div className="menu" ref={box}>
      <button
        type="button"
        className={props.compact === true ? `button button--icon${size}` : `button${size}`}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={props.compact === true ? props.label : undefined}
        title={props.compact === true ? props.label : undefined}
        onClick={() => {
          setOpen(!open);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {props.compact === true ? (
          <Icon name="more" />
        ) : (
          <>
            {props.label}
            <Icon name="down" size={12} />
          </>
        )}
      </button>
      {open && (
        <Float
          className="float--right"
          role="menu"
          id={id}
          aria-label={props.label}
          tabIndex={-1}
          onKeyDown={move}
        >
          {props.actions.map((action) => {
            const reason = action.disabledReason ?? null;
            return (
              <button
                key={action.label}
                {...pressable({
                  ...action,
                  onClick: () => {
                    close();
                    action.run();
                  },
                })}
                type="button"
                role="menuitem"
                tabIndex={-1}
                className={`menu__item${action.danger === true ? ' menu__item--danger' : ''}`}
              >
                {action.label}
                {reason !== null && <small>{reason}</small>}
              </button>
            );
          })}
        </Float>
      )}
    </div>
  );
}

function items(box: HTMLElement | null): readonly HTMLButtonElement[] {
  return [...(box?.querySelectorAll<HTMLButtonElement>('[role=menuitem]') ?? [])];
}

/** Keys and what they do: "Enter · phiếu sau". */
export function KeyHint({
  keys,
  children,
}: {
  readonly keys: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className="key-hint">
      {keys.split(' ').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
      {children}
    </span>
  );
}
