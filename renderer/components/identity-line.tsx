import type { ReactNode } from 'react';
import { formatInteger } from '../../shared/numbers.ts';

const signs = { '=': { true: '=', false: '≠' }, '<=': { true: '≤', false: '>' } } as const;

/** One identity of a count: its words, both sides, and whether it holds. */
export function IdentityLine(props: {
  readonly identity: string;
  readonly left: number;
  readonly right: number;
  readonly relation: '=' | '<=';
  readonly holds: boolean;
}): ReactNode {
  const sign = signs[props.relation][props.holds ? 'true' : 'false'];
  return (
    <div className={props.holds ? 'identity' : 'identity identity--broken'}>
      <span className="identity__words">{props.identity}</span>
      <span className="identity__figures">
        {formatInteger(props.left)} <strong>{sign}</strong> {formatInteger(props.right)}
      </span>
      <span className="identity__verdict">{props.holds ? 'khớp' : 'chưa khớp'}</span>
    </div>
  );
}

/** Identities one under the other. */
export function IdentityList(props: {
  readonly label: string;
  readonly identities: readonly {
    readonly identity: string;
    readonly left: number;
    readonly right: number;
    readonly relation: '=' | '<=';
    readonly holds: boolean;
  }[];
}): ReactNode {
  return (
    <ul className="identities" aria-label={props.label}>
      {props.identities.map((line) => (
        <li key={line.identity}>
          <IdentityLine {...line} />
        </li>
      ))}
    </ul>
  );
}
