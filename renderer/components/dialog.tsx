import { useLayoutEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Button, IconButton } from './button.tsx';
import { TextField } from './fields.tsx';

/** What is typed into first; without a field, the first button of the foot, which is the harmless one. */
function firstField(dialog: HTMLElement): HTMLElement | null {
  return (
    dialog.querySelector<HTMLElement>(
      '.dialog__body :is(input:checked, input[type=text], textarea, select)',
    ) ?? dialog.querySelector<HTMLElement>('.dialog__foot button')
  );
}

/** A window over the page, for what can't be undone or must be chosen first; the browser keeps the focus inside. */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the main one last; with `onSubmit` it is the one that submits. */
  readonly foot?: ReactNode;
  /** Sends what was filled in, by Enter too. */
  readonly onSubmit?: (() => void) | undefined;
  readonly wide?: boolean | undefined;
}): ReactNode {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it leaves the page, so that the browser puts the focus back where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) {
      element.showModal();
      firstField(element)?.focus();
    }
    return () => {
      element?.close();
    };
  }, []);
  const content = (
    <>
      <div className="dialog__body">{props.children}</div>
      {props.foot !== undefined && <footer className="dialog__foot">{props.foot}</footer>}
    </>
  );
  return (
    <dialog
      ref={dialog}
      className={props.wide === true ? 'dialog dialog--wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <header className="dialog__head">
        <h2 id={titleId}>{props.title}</h2>
        <IconButton label="Đóng" icon="cross" small onClick={props.onClose} />
      </header>
      {props.onSubmit === undefined ? content : <Sent onSubmit={props.onSubmit}>{content}</Sent>}
    </dialog>
  );
}

/** A form that Enter sends from any of its fields; in one of several lines Shift and Enter begin a new line. */
function Sent(props: { readonly onSubmit: () => void; readonly children: ReactNode }): ReactNode {
  return (
    <form
      className="dialog__form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
      onKeyDown={(event) => {
        const isLine =
          event.target instanceof HTMLTextAreaElement && event.key === 'Enter' && !event.shiftKey;
        if (!isLine || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
    >
      {props.children}
    </form>
  );
}

const SHORTEST_REASON = 3;

/** Asks before something that can't be undone; with `reason` it wants the reason in words, which the log keeps. */
export function ConfirmDialog(props: {
  readonly title: string;
  /** What will happen, in a sentence. */
  readonly sentence: ReactNode;
  /** Fields under the sentence, where more than a reason is asked. */
  readonly children?: ReactNode;
  /** A verb and a noun: "Chốt kết quả". */
  readonly confirm: string;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
  /** Label of the reason's field, when a reason is wanted. */
  readonly reason?: string | undefined;
  readonly danger?: boolean | undefined;
  readonly busy?: boolean | undefined;
  /** Failure of the last try. */
  readonly problem?: ReactNode;
}): ReactNode {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = props.reason !== undefined && reason.trim().length < SHORTEST_REASON;
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      onSubmit={() => {
        setTried(true);
        if (!missing && props.busy !== true) props.onConfirm(reason.trim());
      }}
      foot={
        <>
          <Button onClick={props.onClose}>Quay lại</Button>
          <Button kind={props.danger === true ? 'danger' : 'primary'} busy={props.busy} submit>
            {props.confirm}
          </Button>
        </>
      }
    >
      <p>{props.sentence}</p>
      {props.children}
      {props.reason !== undefined && (
        <TextField
          label={props.reason}
          value={reason}
          onChange={setReason}
          lines={3}
          maxLength={1000}
          autoFocus
          error={tried && missing ? 'Hãy ghi rõ lý do; lý do được lưu trong nhật ký.' : null}
        />
      )}
      {props.problem}
    </Dialog>
  );
}
