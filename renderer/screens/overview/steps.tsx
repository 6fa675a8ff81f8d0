/** The steps of the season: as a table while it runs, as a path to walk when the file is still empty. */
import type { ReactNode } from 'react';
import { stepNames, stepPurposes, whoActs } from '../../../shared/vi/overview.ts';
import type { Overview, StepId } from '../../../shared/views.ts';
import { Chip, stepFigures, stepStates } from '../../components/index.ts';
import { go } from '../../store.ts';

type Step = Overview['steps'][number];

/** Every step with its state, its count, what to do next and who is to do it. */
export function StepTable({
  steps,
  next,
}: {
  readonly steps: readonly Step[];
  readonly next: StepId | null;
}): ReactNode {
  return (
    <table className="data-table overview-table step-table">
      <thead>
        <tr>
          <th scope="col">Bước</th>
          <th scope="col">Tình trạng</th>
          <th scope="col" className="cell--number">
            Đã xong
          </th>
          <th scope="col">Việc tiếp theo</th>
          <th scope="col">Người thực hiện</th>
        </tr>
      </thead>
      <tbody>
        {steps
          .filter(({ id }) => id !== 'overview')
          .map((step) => {
            const state = stepStates[step.state];
            return (
              <tr key={step.id} className={step.id === next ? 'step-table__next' : undefined}>
                <th scope="row">
                  <button type="button" className="quiet-link" onClick={() => go(step.id)}>
                    {stepNames[step.id]}
                  </button>
                </th>
                <td>
                  <Chip tone={state.tone} icon={state.icon}>
                    {state.word}
                  </Chip>
                </td>
                <td className="cell--number">{stepFigures(step)}</td>
                <td title={step.note}>{step.note}</td>
                <td className="muted">{step.state === 'done' ? '' : whoActs[step.id]}</td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}

/** The whole way at a glance, with the first thing to do. */
export function FirstPath({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  const path = steps.filter(({ id }) => id !== 'overview');
  return (
    <ol className="first-path">
      {path.map(({ id }, at) => (
        <li key={id} className={at === 0 ? 'first-path__step first-path__step--now' : 'first-path__step'}>
          <span className="first-path__number" aria-hidden="true">
            {at + 1}
          </span>
          <div>
            <p className="first-path__name">{stepNames[id]}</p>
            <p className="first-path__purpose">{stepPurposes[id]}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
