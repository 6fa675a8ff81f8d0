import { createContext, use, useEffect, useId, useRef, type ReactNode } from 'react';
import { offerCommands } from '../store.ts';
import { Button, IconButton, MenuButton, type Action } from './button.tsx';

/** Where a panel takes the place of its list; the same width is in the style sheet of the frame. */
const PANEL_ALONE = '(max-width: 999px)';

/** Level of a section's heading: one under the title it stands in. */
const SectionLevel = createContext<'h2' | 'h3'>('h2');

/**
 * One screen: title, a sentence, further actions, and at a fixed place the one next thing to do. What is not possible
 * yet says why beside its button.
 */
export function Screen(props: {
  readonly title: string;
  /** One sentence: where things stand. */
  readonly subtitle?: ReactNode;
  readonly primary?: Action | null | undefined;
  /** Further actions, in a menu. */
  readonly actions?: readonly Action[] | undefined;
  /** Notices between the head and the body. */
  readonly notices?: ReactNode;
  /** A `DetailPanel` at the right. */
  readonly detail?: ReactNode;
  /** The body scrolls as one page with a margin; otherwise it is a table that fills it. */
  readonly padded?: boolean | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { primary, actions = [] } = props;
  const reason = primary?.disabledReason ?? null;
  useOffered(primary ?? null, actions);
  return (
    <section className="screen">
      <header className="screen__head">
        <div className="screen__titles">
          <h1 className="screen__title" tabIndex={-1}>
            {props.title}
          </h1>
          {props.subtitle !== undefined && (
            <p
              className="screen__subtitle"
              title={typeof props.subtitle === 'string' ? props.subtitle : undefined}
            >
              {props.subtitle}
            </p>
          )}
        </div>
        <div className="screen__actions">
          {reason !== null && <p className="screen__reason">{reason}</p>}
          {actions.length > 0 && <MenuButton label="Việc khác" actions={actions} />}
          {primary !== undefined && primary !== null && (
            <Button
              kind="primary"
              onClick={primary.run}
              disabledReason={reason}
              busy={primary.busy}
              icon={primary.icon}
            >
              {primary.label}
            </Button>
          )}
        </div>
      </header>
      <div className="screen__notices">{props.notices}</div>
      <div className="screen__body">
        <div className={props.padded === true ? 'screen__main screen__main--padded' : 'screen__main'}>
          {props.children}
        </div>
        {props.detail}
      </div>
    </section>
  );
}

/** What can be done on the screen now can be done from Ctrl+K too. */
function useOffered(primary: Action | null, actions: readonly Action[]): void {
  const id = useId();
  const latest = useRef<readonly Action[]>([]);
  const possible = [...(primary === null ? [] : [primary]), ...actions].filter(
    ({ disabledReason, busy }) => (disabledReason ?? null) === null && busy !== true,
  );
  useEffect(() => {
    latest.current = possible;
  });
  const labels = JSON.stringify(possible.map(({ label }) => label));
  useEffect(
    () =>
      offerCommands(
        (JSON.parse(labels) as string[]).map((label, index) => ({
          id: `${id} ${index}`,
          label,
          kind: 'Lệnh',
          run: () => latest.current.find((action) => action.label === label)?.run(),
        })),
      ),
    [id, labels],
  );
}

/** One record, read beside the list it was opened from; Escape closes it. */
export function DetailPanel(props: {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly onClose: () => void;
  /** Buttons at the foot. */
  readonly foot?: ReactNode;
  readonly wide?: boolean | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const titleId = useId();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.scrollTo(0, 0);
  }, [props.title]);
  useEffect(() => {
    // In the place of its list it is where one goes on.
    if (matchMedia(PANEL_ALONE).matches && body.current?.contains(document.activeElement) === false)
      body.current.focus();
  }, []);
  return (
    <aside
      className={props.wide === true ? 'detail detail--wide' : 'detail'}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
        props.onClose();
      }}
    >
      <div className="detail__back">
        <Button size="small" kind="quiet" icon="back" onClick={props.onClose}>
          Về danh sách
        </Button>
      </div>
      <header className="detail__head">
        <div className="detail__titles">
          <h2 className="detail__title" id={titleId}>
            {props.title}
          </h2>
          {props.subtitle !== undefined && <div className="detail__subtitle">{props.subtitle}</div>}
        </div>
        <IconButton label="Đóng phần chi tiết" icon="cross" small onClick={props.onClose} />
      </header>
      <div className="detail__body" ref={body} tabIndex={0} role="group" aria-labelledby={titleId}>
        <SectionLevel value="h3">{props.children}</SectionLevel>
      </div>
      {props.foot !== undefined && <footer className="detail__foot">{props.foot}</footer>}
    </aside>
  );
}

/** A titled part of a page or a panel. */
export function Section(props: {
  readonly title: string;
  /** Beside the title, at the right. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  const Heading = use(SectionLevel);
  return (
    <section className="section" aria-labelledby={id}>
      <Heading className="section__title">
        <span id={id}>{props.title}</span>
        {props.aside}
      </Heading>
      {props.children}
    </section>
  );
}

/** A row of tools over a table or a page. */
export function Toolbar({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className="toolbar">{children}</div>;
}

/** Facts as pairs: name at the left, value at the right. */
export function Facts(props: {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[];
}): ReactNode {
  return (
    <dl className="facts">
      {props.facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
