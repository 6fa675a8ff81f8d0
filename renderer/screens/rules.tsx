import { useMemo, useState, type ReactNode } from 'react';
import { runVector } from '../../shared/domain/vectors.ts';
import { formatInteger } from '../../shared/numbers.ts';
import { ruleSets } from '../../shared/rules/catalogue.ts';
import { vectors } from '../../shared/rules/vectors.ts';
import { useQuery } from '../client.ts';
import { Screen, Tabs } from '../components/index.ts';
import { go, select, useStore } from '../store.ts';
import { DifferencePanel, Differences, usePair } from './rules/differences.tsx';
import { RuleSetPages } from './rules/rule-set-pages.tsx';
import { VectorPanel, VectorTable } from './rules/vector-table.tsx';

type Part = 'rules' | 'differences' | 'vectors';

/** Bộ quy tắc: the rules of every set with their sources, what changed between two, and the examples run on the spot. */
export function RulesScreen(): ReactNode {
  const season = useQuery('getSeason', {});
  const [part, setPart] = useState<Part>('rules');
  const results = useMemo(() => vectors.map(runVector), []);
  const selected = useStore((state) => state.route?.selected ?? null);
  const pair = usePair();
  const held = results.filter(({ passed }) => passed).length;
  const current = season.data?.ruleSet.id ?? null;
  return (
    <Screen
      title="Bộ quy tắc"
      subtitle={`${formatInteger(ruleSets.length)} bộ quy tắc; ${formatInteger(held)}/${formatInteger(results.length)} ví dụ kiểm tra cho kết quả đúng. Giá trị riêng của trường ở Quy chế, thiết lập.`}
      primary={{ label: 'Mở quy chế, thiết lập', run: () => go('regulation') }}
      detail={
        part === 'vectors' ? (
          <VectorPanel results={results} selected={selected} />
        ) : (
          part === 'differences' && <DifferencePanel pair={pair} selected={selected} />
        )
      }
    >
      <Tabs<Part>
        label="Bộ quy tắc"
        value={part}
        onChange={(next) => {
          select(null);
          setPart(next);
        }}
        tabs={[
          { id: 'rules', label: 'Điều kiện của từng danh hiệu' },
          { id: 'differences', label: 'Khác nhau giữa hai bộ', count: pair.rows.length },
          { id: 'vectors', label: 'Ví dụ kiểm tra', count: results.length },
        ]}
      />
      {part === 'rules' && <RuleSetPages key={current} currentId={current} />}
      {part === 'differences' && <Differences pair={pair} selected={selected} />}
      {part === 'vectors' && <VectorTable results={results} selected={selected} />}
    </Screen>
  );
}
