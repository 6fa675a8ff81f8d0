import type { ReactNode } from 'react';
import type { CaseState, Eligibility, Outcome } from '../../shared/terms.ts';
import { caseStateNames, eligibilityNames, outcomeNames } from '../../shared/vi/terms.ts';
import { Icon, type IconName } from './icons.tsx';

export type ChipTone = 'plain' | 'good' | 'bad' | 'warn' | 'info' | 'gold' | 'sealed';

const signs: Record<ChipTone, IconName> = {
  plain: 'circle',
  good: 'check',
  bad: 'cross',
  warn: 'question',
  info: 'half',
  gold: 'star',
  sealed: 'seal',
};

/** A state as a shape and a word: readable in black and white. Gold is only for what has been awarded. */
export function Chip(props: {
  readonly tone: ChipTone;
  readonly children: ReactNode;
  readonly icon?: IconName | undefined;
  readonly title?: string | undefined;
}): ReactNode {
  return (
    <span className={`chip chip--${props.tone}`} title={props.title}>
      <Icon name={props.icon ?? signs[props.tone]} size={12} />
      <span>{props.children}</span>
    </span>
  );
}

const eligibilityTones: Record<Eligibility, ChipTone> = { yes: 'good', no: 'bad', 'needs-person': 'warn' };

/** The verdict of the rules on a case; a dash while it was not checked. */
export function EligibilityChip({ value }: { readonly value: Eligibility | null }): ReactNode {
  if (value === null) return <Chip tone="plain">Chưa thẩm định</Chip>;
  return <Chip tone={eligibilityTones[value]}>{eligibilityNames[value]}</Chip>;
}

const outcomeTones: Record<Outcome, ChipTone> = {
  proposed: 'good',
  rejected: 'bad',
  'not-eligible': 'bad',
  postponed: 'warn',
  lowered: 'warn',
  withdrawn: 'plain',
};

/** What the council's work came to for a case; nothing while it is open. */
export function OutcomeChip({ value }: { readonly value: Outcome | null }): ReactNode {
  if (value === null) return null;
  return <Chip tone={outcomeTones[value]}>{outcomeNames[value]}</Chip>;
}

const stateTones: Record<CaseState, ChipTone> = {
  REGISTERED: 'plain',
  SELF_EVALUATED: 'info',
  GROUP_REVIEWED: 'info',
  CHECKED: 'info',
  ON_BALLOT: 'info',
  VOTED: 'info',
  CONCLUDED: 'sealed',
  PUBLISHED: 'sealed',
  SUBMITTED: 'sealed',
  DECIDED: 'sealed',
  AWARDED: 'gold',
  RETURNED: 'warn',
  WITHDRAWN: 'plain',
  POSTPONED: 'warn',
  LOWERED: 'warn',
  REJECTED: 'bad',
  REVOKED: 'bad',
};

/** How far a case has come. */
export function StateChip({ value }: { readonly value: CaseState }): ReactNode {
  return <Chip tone={stateTones[value]}>{caseStateNames[value]}</Chip>;
}
