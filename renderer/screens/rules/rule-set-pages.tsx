/** One rule set at a time: its dates and note, its titles at the left, the rules of one at the right. */
import { useState, type ReactNode } from 'react';
import { formatDate } from '../../../shared/dates.ts';
import { formatInteger } from '../../../shared/numbers.ts';
import { ruleSets } from '../../../shared/rules/catalogue.ts';
import type { RuleSet } from '../../../shared/rules/model.ts';
import { describeStandards } from '../../../shared/vi/standards.ts';
import { Notice, SelectField } from '../../components/index.ts';
import { select, useStore } from '../../store.ts';
import { RuleRow } from '../campaign/standards.tsx';
import '../../styles/screens/rules.css';

/** "từ 01/07/2025 đến 30/09/2026". */
export function periodOf({ effectiveFrom, effectiveTo }: RuleSet): string {
  const from = `từ ${formatDate(effectiveFrom)}`;
  return effectiveTo === null ? from : `${from} đến ${formatDate(effectiveTo)}`;
}

/** Sets to choose from, by name and days. */
export const ruleSetOptions = ruleSets.map((ruleSet) => ({
  value: ruleSet.id,
  label: `${ruleSet.name}, ${periodOf(ruleSet)}`,
}));

/** The pages of the rule sets. `currentId` is the set of this season. */
export function RuleSetPages({ currentId }: { readonly currentId: string | null }): ReactNode {
  const [chosen, setChosen] = useState(currentId ?? ruleSets[0]?.id ?? null);
  const selected = useStore((state) => state.route?.selected ?? null);
  const ruleSet = ruleSets.find(({ id }) => id === chosen) ?? ruleSets[0];
  if (ruleSet === undefined) return null;
  const standards = describeStandards({
    ruleSet,
    announced: new Set(),
    day: ruleSet.effectiveTo ?? ruleSet.effectiveFrom,
  });
  const shown = standards.find(({ titleId }) => titleId === selected) ?? standards[0];
  return (
    <>
      <div className="rule-set">
        <SelectField
          label="Bộ quy tắc"
          value={ruleSet.id}
          options={ruleSetOptions}
          onChange={(id) => setChosen(id)}
        />
        <p className="muted">
          {ruleSet.id === currentId
            ? 'Bộ quy tắc của năm học này, chọn theo ngày họp Hội đồng.'
            : 'Không dùng cho năm học này.'}
        </p>
        {ruleSet.note !== '' && <Notice tone="warn">{ruleSet.note}</Notice>}
      </div>
      <div className="standards">
        <nav className="standards__titles" aria-label="Danh hiệu, hình thức khen thưởng">
          <ul>
            {standards.map((standard) => (
              <li key={standard.titleId}>
                <button
                  type="button"
                  className="standards__title"
                  aria-current={standard === shown ? 'true' : undefined}
                  onClick={() => select(standard.titleId)}
                >
                  <strong>{standard.name}</strong>
                  <span>{formatInteger(standard.conditions.length)} điều kiện</span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
        {shown !== undefined && (
          <section className="standards__one" aria-label={`Điều kiện ${shown.name}`} tabIndex={0}>
            <header className="standards__head">
              <h2>{shown.name}</h2>
            </header>
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
    </>
  );
}
