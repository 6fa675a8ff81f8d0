import type { ReactNode } from 'react';
import { sentenceOf, type CallError } from '../client.ts';
import { Button, type Action } from './button.tsx';
import { Icon, type IconName } from './icons.tsx';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

const signs: Record<Tone, IconName> = { info: 'info', good: 'check', warn: 'warning', bad: 'error' };

/** A sentence in the page: what is so and what to do. An error is announced at once. */
export function Notice(props: {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly action?: Action | null | undefined;
  /** What else may be done, beside the action. */
  readonly other?: Action | null | undefined;
}): ReactNode {
  const { tone, action, other } = props;
  return (
    <div className={`notice notice--${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={signs[tone]} />
      <div className="notice__text">{props.children}</div>
      {[action, other].map(
        (one) =>
          one !== undefined &&
          one !== null && (
            <Button
              key={one.label}
              size="small"
              onClick={one.run}
              busy={one.busy}
              disabledReason={one.disabledReason}
            >
              {one.label}
            </Button>
          ),
      )}
    </div>
  );
}

/** The sentence of a failed call; nothing for null. */
export function ErrorNotice(props: {
  readonly error: CallError | null;
  readonly action?: Action | null | undefined;
}): ReactNode {
  if (props.error === null) return null;
  return (
    <Notice tone="bad" action={props.action}>
      {sentenceOf(props.error)}
    </Notice>
  );
}

/** What stands where a list would be: one sentence and the button that fills it. */
export function Empty(props: {
  readonly sentence: string;
  readonly action?: Action | null | undefined;
}): ReactNode {
  const { action } = props;
  return (
    <div className="empty">
      <p>{props.sentence}</p>
      {action !== undefined && action !== null && (
        <Button
          onClick={action.run}
          busy={action.busy}
          disabledReason={action.disabledReason}
          icon={action.icon}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
}
