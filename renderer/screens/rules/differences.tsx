/** What differs between two chosen rule sets, side by side. */
import { useMemo, useState, type ReactNode } from 'react';
import { findRuleSet, findTitle, ruleSets } from '../../../shared/rules/catalogue.ts';
import { compareRuleSets, type RuleSetDifference } from '../../../shared/rules/compare.ts';
import { settingName } from '../../../shared/vi/regulation.ts';
import {
  DataTable,
  DetailPanel,
  saveList,
  Section,
  SelectField,
  type Column,
} from '../../components/index.ts';
import { select } from '../../store.ts';
import { ruleSetOptions } from './rule-set-pages.tsx';

interface Row extends RuleSetDifference {
  readonly key: string;
}

function aboutWords({ about }: RuleSetDifference): string {
  switch (about.kind) {
    case 'title': {
      const name = findTitle(about.titleId)?.name ?? about.titleId;
      return about.what === 'vote' ? `${name}: cách thông qua` : name;
    }
    case 'value':
    case 'common':
      return settingName(about.id);
  }
}

const nothing = <span className="muted">Không có</span>;

const columns: readonly Column<Row>[] = [
  { id: 'about', header: 'Về', value: aboutWords, width: 300, strong: true },
  {
    id: 'left',
    header: 'Bộ thứ nhất',
    value: (row) => row.left,
    cell: (row) => row.left ?? nothing,
    width: 360,
    yields: 2,
  },
  { id: 'right', header: 'Bộ thứ hai', value: (row) => row.right, cell: (row) => row.right ?? nothing },
];

/** Two chosen sets and what differs between them. */
export interface Pair {
  readonly leftId: string | null;
  readonly rightId: string | null;
  readonly rows: readonly Row[];
  readonly setLeft: (id: string | null) => void;
  readonly setRight: (id: string | null) => void;
}

/** The two newest sets first. */
export function usePair(): Pair {
  const [leftId, setLeft] = useState(ruleSets.at(-2)?.id ?? null);
  const [rightId, setRight] = useState(ruleSets.at(-1)?.id ?? null);
  const rows = useMemo(() => {
    const left = leftId === null ? null : findRuleSet(leftId);
    const right = rightId === null ? null : findRuleSet(rightId);
    if (left === null || right === null) return [];
    return compareRuleSets(left, right).map((row, at): Row => ({ ...row, key: String(at) }));
  }, [leftId, rightId]);
  return { leftId, rightId, rows, setLeft, setRight };
}

interface DifferenceProps {
  readonly pair: Pair;
  /** Key of the row that is open. */
  readonly selected: string | null;
}

/** The table of differences. */
export function Differences({ pair, selected }: DifferenceProps): ReactNode {
  return (
    <>
      <div className="rule-set rule-set--two">
        <SelectField
          label="Bộ thứ nhất"
          value={pair.leftId}
          options={ruleSetOptions}
          onChange={pair.setLeft}
        />
        <SelectField
          label="Bộ thứ hai"
          value={pair.rightId}
          options={ruleSetOptions}
          onChange={pair.setRight}
        />
      </div>
      <DataTable
        label="Khác nhau giữa hai bộ quy tắc"
        columns={columns}
        rows={pair.rows}
        rowKey={(row) => row.key}
        onOpen={(row) => select(row.key)}
        openKey={selected}
        numbered
        empty={{ sentence: 'Hai bộ quy tắc này không khác nhau về điều kiện, con số và cách thông qua.' }}
        onExport={(lines) => void saveList('Khác nhau giữa hai bộ quy tắc', lines)}
      />
    </>
  );
}

/** One difference in full. */
export function DifferencePanel({ pair, selected }: DifferenceProps): ReactNode {
  const row = pair.rows.find(({ key }) => key === selected);
  if (row === undefined) return null;
  const nameOf = (id: string | null) => (id === null ? '' : (findRuleSet(id)?.name ?? ''));
  return (
    <DetailPanel title={aboutWords(row)} onClose={() => select(null)}>
      <Section title="Bộ thứ nhất">
        <p className="muted">{nameOf(pair.leftId)}</p>
        <p>{row.left ?? 'Không có'}</p>
      </Section>
      <Section title="Bộ thứ hai">
        <p className="muted">{nameOf(pair.rightId)}</p>
        <p>{row.right ?? 'Không có'}</p>
      </Section>
    </DetailPanel>
  );
}
