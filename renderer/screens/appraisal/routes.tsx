/** The ways to an award that has several, and what people should look at beside the verdict. */
import { useState, type ReactNode } from 'react';
import { formatInteger } from '../../../shared/numbers.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { Button, Checklist, Chip, Section, type CheckItem, type ChipTone } from '../../components/index.ts';
import { isForPerson, JudgementForm } from './judgement.tsx';
import { conditionStateNames } from '../../../shared/vi/terms.ts';

type Route = CaseDetail['routes'][number];

const tones: Readonly<Record<Route['state'], ChipTone>> = {
  passed: 'good',
  failed: 'bad',
  'to-be-judged': 'warn',
  postponed: 'warn',
  'not-applicable': 'plain',
};

/** What people should look at; it never changes the verdict. */
export function Warnings({ row }: { readonly row: CaseDetail }): ReactNode {
  if (row.warnings.length === 0) return null;
  return (
    <Section title="Lưu ý, không làm thay đổi kết quả">
      <ul className="remarks">
        {row.warnings.map((warning) => {
          const { doubt } = warning;
          return (
            <li key={`${warning.id} ${warning.text}`}>
              <p>{warning.text}.</p>
              <p className="remarks__source">
                {warning.citation}
                {doubt === null ? '' : ` · ${doubt}`}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** Every way to the award, the nearest first and open: how far it has come and what it lacks. */
export function Routes({
  row,
  reason,
}: {
  readonly row: CaseDetail;
  readonly reason: string | null;
}): ReactNode {
  if (row.routes.length === 0) return null;
  const numbered = row.routes.map((route, at) => ({ route, number: at + 1 }));
  const ordered = [
    ...numbered.filter(({ route }) => route.nearest),
    ...numbered.filter(({ route }) => !route.nearest),
  ];
  return (
    <Section
      title="Các trường hợp được xét"
      aside={<span className="muted section__count">chỉ cần đạt một</span>}
    >
      <ul className="ways" aria-label="Các trường hợp được xét">
        {ordered.map(({ route, number }) => (
          <Way key={route.id} caseId={row.id} route={route} number={number} reason={reason} />
        ))}
      </ul>
    </Section>
  );
}

function Way({
  caseId,
  route,
  number,
  reason,
}: {
  readonly caseId: string;
  readonly route: Route;
  readonly number: number;
  readonly reason: string | null;
}): ReactNode {
  const [open, setOpen] = useState(route.nearest);
  const items = route.steps.map((step): CheckItem => {
    const asked = { ruleId: step.id, sentence: step.sentence, judgement: step.judgement };
    return {
      id: step.id,
      state: step.state,
      sentence: step.sentence,
      fact: step.fact,
      citation: step.source,
      missing: step.missing,
      judgement: isForPerson({ ...asked, judgeable: true, state: step.state }) ? (
        <JudgementForm caseId={caseId} condition={asked} reason={reason} />
      ) : null,
    };
  });
  return (
    <li className={route.nearest ? 'way way--nearest' : 'way'}>
      <div className="way__head">
        <p className="way__sentence">
          <span className="way__number">({formatInteger(number)})</span> {route.sentence}
        </p>
        <span className="way__chips">
          {route.nearest && route.state !== 'passed' && <Chip tone="info">Gần đạt nhất</Chip>}
          <Chip tone={tones[route.state]}>{conditionStateNames[route.state]}</Chip>
        </span>
      </div>
      <p className="way__foot">
        {route.citation}
        {route.lacking > 0
          ? ` · còn ${formatInteger(route.lacking)} trong ${formatInteger(items.length)} điều kiện`
          : ''}
        <Button size="small" kind="quiet" icon={open ? 'up' : 'down'} onClick={() => setOpen(!open)}>
          {open ? 'Thu gọn' : 'Xem điều kiện'}
        </Button>
      </p>
      {open && <Checklist label={`Điều kiện của trường hợp (${number})`} items={items} />}
    </li>
  );
}
