/** The standards of each title in words, with article, source and how sure we are; announced title by title. */
import type { ReactNode } from 'react';
import { formatInteger } from '../../../shared/numbers.ts';
import type { RuleText, Season } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { CheckField, Chip, ErrorNotice, Icon } from '../../components/index.ts';
import { select, useStore } from '../../store.ts';

/** Titles at the left, the conditions of one at the right. */
export function Standards({
  season,
  disabled,
}: {
  readonly season: Season;
  readonly disabled: boolean;
}): ReactNode {
  const selected = useStore((state) => state.route?.selected ?? null);
  const announce = useCommand('announceStandard');
  const shown = season.standards.find(({ titleId }) => titleId === selected) ?? season.standards[0];
  return (
    <div className="standards">
      <nav className="standards__titles" aria-label="Danh hiệu">
        <ul>
          {season.standards.map((standard) => (
            <li key={standard.titleId}>
              <button
                type="button"
                className="standards__title"
                aria-current={standard === shown ? 'true' : undefined}
                onClick={() => select(standard.titleId)}
              >
                <strong>{standard.name}</strong>
                <span>
                  {formatInteger(standard.conditions.length)} điều kiện
                  <Chip
                    tone={standard.announced ? 'info' : 'plain'}
                    icon={standard.announced ? 'check' : 'dash'}
                  >
                    {standard.announced ? 'Đã công bố' : 'Chưa công bố'}
                  </Chip>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <p className="muted standards__rules">Bộ quy tắc: {season.ruleSet.name}.</p>
      </nav>
      {shown !== undefined && (
        <section className="standards__one" aria-label={`Tiêu chuẩn ${shown.name}`} tabIndex={0}>
          <header className="standards__head">
            <h2>{shown.name}</h2>
            <CheckField
              label="Công bố trong năm học này"
              checked={shown.announced}
              disabled={disabled || announce.busy}
              onChange={(announced) => void announce.run({ titleId: shown.titleId, announced })}
            />
          </header>
          <ErrorNotice error={announce.error} />
          <p className="standards__vote">
            <span>Cách thông qua</span> {shown.vote}
          </p>
          <ol className="rule-list">
            {shown.conditions.map((rule) => (
              <RuleRow key={`${rule.ruleId} ${rule.sentence}`} rule={rule} />
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

/** Read in full, quoted by others, or neither. */
function signOf(confidence: RuleText['confidence']): 'check' | 'half' | 'question' {
  switch (confidence) {
    case 'P':
      return 'check';
    case 'C2':
    case 'C1':
      return 'half';
    case 'L':
    case 'PR':
    case 'M':
    case 'U':
      return 'question';
  }
}

function startUpper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** One rule: its sentence, its article, and how sure we are. */
export function RuleRow({ rule }: { readonly rule: RuleText }): ReactNode {
  const sign = signOf(rule.confidence);
  return (
    <li className="rule-line">
      <p className="rule-line__sentence">{rule.sentence}</p>
      <p className="rule-line__article">{startUpper(rule.citation)}</p>
      <p
        className={sign === 'question' ? 'rule-line__source rule-line__source--unsure' : 'rule-line__source'}
      >
        <Icon name={sign} size={12} />
        {rule.source}
      </p>
    </li>
  );
}
