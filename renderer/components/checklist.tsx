import { conditionStateNames } from '../../shared/vi/terms.ts';
import { useState, type ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

export type CheckState = 'passed' | 'failed' | 'to-be-judged' | 'not-applicable' | 'postponed';

/** One condition: the rule in words, the fact that was read, the article. */
export interface CheckItem {
  readonly id: string;
  readonly state: CheckState;
  readonly sentence: string;
  readonly fact: string;
  readonly citation: string;
  /** Why the rule itself is to be taken with care: shown beside the article. */
  readonly doubt?: string | null | undefined;
  /** What would make it pass. */
  readonly missing?: string | null | undefined;
  /** Shown when the article is opened. */
  readonly more?: ReactNode;
  /** Open only because somebody else has not decided: said instead of the missing. */
  readonly waits?: boolean | undefined;
  /** Buttons or a word about a judgement, under the fact. */
  readonly judgement?: ReactNode;
}

const signs: Record<CheckState, IconName> = {
  passed: 'check',
  failed: 'cross',
  'to-be-judged': 'question',
  'not-applicable': 'dash',
  postponed: 'warning',
};

/** Conditions with their state as a sign and a word; a click on the article opens its source. */
export function Checklist(props: {
  readonly label: string;
  readonly items: readonly CheckItem[];
}): ReactNode {
  return (
    <ul className="checklist" aria-label={props.label}>
      {props.items.map((item) => (
        <CheckRow key={item.id} item={item} />
      ))}
    </ul>
  );
}

function CheckRow({ item }: { readonly item: CheckItem }): ReactNode {
  const [open, setOpen] = useState(false);
  const hasMore = item.more !== undefined && item.more !== null;
  return (
    <li
      className={`checklist__row checklist__row--${item.state}${(item.doubt ?? null) === null ? '' : ' checklist__row--doubtful'}`}
    >
      <span
        className="checklist__sign"
        role="img"
        aria-label={conditionStateNames[item.state]}
        title={conditionStateNames[item.state]}
      >
        <Icon name={signs[item.state]} />
      </span>
      <div className="checklist__body">
        <p className="checklist__rule">{item.sentence}</p>
        {item.fact !== '' && <p className="checklist__fact">{item.fact}</p>}
        {item.missing !== undefined && item.missing !== null && (
          <p className="checklist__missing">
            {item.waits === true ? item.missing : `Còn thiếu: ${item.missing}`}
          </p>
        )}
        {hasMore ? (
          <button
            type="button"
            className="checklist__article"
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {item.citation}
            <Icon name={open ? 'up' : 'down'} size={12} />
          </button>
        ) : (
          <p className="checklist__citation">{item.citation}</p>
        )}
        {item.doubt !== undefined && item.doubt !== null && (
          <p className="checklist__doubt">
            <Icon name="warning" size={12} />
            {item.doubt}
          </p>
        )}
        {open && <div className="checklist__more">{item.more}</div>}
        {item.judgement !== undefined && item.judgement !== null && (
          <div className="checklist__judgement">{item.judgement}</div>
        )}
      </div>
    </li>
  );
}
