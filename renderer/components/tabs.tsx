import { useId, type KeyboardEvent, type ReactNode } from 'react';

/** Parts of one screen of which one is in sight; ← → move. */
export function Tabs<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly tabs: readonly { readonly id: T; readonly label: string; readonly count?: number | undefined }[];
  readonly onChange: (id: T) => void;
}): ReactNode {
  const id = useId();
  const { tabs, value } = props;

  function move(event: KeyboardEvent): void {
    const at = tabs.findIndex((tab) => tab.id === value);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step === undefined ? undefined : tabs[(at + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    props.onChange(next.id);
    document.getElementById(`${id}-${tabs.indexOf(next)}`)?.focus();
  }

  return (
    <div className="tabs" role="tablist" aria-label={props.label} onKeyDown={move}>
      {tabs.map((tab, at) => (
        <button
          key={tab.id}
          id={`${id}-${at}`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={tab.id === value}
          tabIndex={tab.id === value ? 0 : -1}
          onClick={() => {
            props.onChange(tab.id);
          }}
        >
          {tab.label}
          {tab.count !== undefined && tab.count > 0 && <span>{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}
