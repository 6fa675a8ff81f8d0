import type { ReactNode } from 'react';
import type { Overview } from '../../shared/views.ts';
import { go, type ScreenId } from '../store.ts';
import { Icon, type IconName } from './icons.tsx';
import { stepFigures, stepStates } from './step-state.ts';

type Step = Overview['steps'][number];
const restSigns: Partial<Record<ScreenId, IconName>> = {
  school: 'school',
  regulation: 'file',
  rules: 'scale',
  log: 'log',
  help: 'help',
};

/** The season as a path: each step with its state as a shape and a word, and its count. */
export function Rail(props: {
  readonly path: readonly { readonly id: ScreenId; readonly label: string }[];
  readonly rest: readonly { readonly id: ScreenId; readonly label: string }[];
  readonly current: ScreenId;
  /** Null while loading. */
  readonly steps: readonly Step[] | null;
}): ReactNode {
  const { steps, current } = props;
  return (
    <nav className="rail" aria-label="Các bước của mùa xét thi đua">
      <ol className="rail__path">
        {props.path.map(({ id, label }) => {
          const step = steps?.find((candidate) => candidate.id === id);
          const state = step?.state ?? 'not-started';
          return (
            <li key={id} className={`rail__item rail__item--${state}`}>
              <RailLink
                id={id}
                label={label}
                current={current === id}
                icon={stepStates[state].icon}
                title={step?.note}
              >
                <span className="rail__state">
                  <span>{step === undefined ? '\u00a0' : stepStates[state].word}</span>
                  {step !== undefined && <span>{stepFigures(step)}</span>}
                </span>
              </RailLink>
            </li>
          );
        })}
      </ol>
      <hr className="rail__line" />
      <ul className="rail__rest">
        {props.rest.map(({ id, label }) => (
          <li key={id} className="rail__item">
            <RailLink id={id} label={label} current={current === id} icon={restSigns[id] ?? 'circle'} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function RailLink(props: {
  readonly id: ScreenId;
  readonly label: string;
  readonly current: boolean;
  readonly icon: IconName;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <button
      type="button"
      className="rail__link"
      aria-current={props.current ? 'page' : undefined}
      title={props.title}
      onClick={() => {
        go(props.id);
      }}
    >
      <span className="rail__mark">
        <Icon name={props.icon} />
      </span>
      <span className="rail__label">{props.label}</span>
      {props.children}
    </button>
  );
}
