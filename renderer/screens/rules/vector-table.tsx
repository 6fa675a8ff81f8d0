/** Every test vector, run in this window on the rules it holds: what was expected and what came. */
import { useMemo, type ReactNode } from 'react';
import type { CaseResult, VectorResult } from '../../../shared/domain/vectors.ts';
import { caseAbout, outcomeWords } from '../../../shared/vi/vectors.ts';
import {
  Checklist,
  Chip,
  DataTable,
  DetailPanel,
  Facts,
  saveList,
  Section,
  type Column,
  type Filter,
} from '../../components/index.ts';
import { select } from '../../store.ts';

interface Row extends CaseResult {
  readonly key: string;
  readonly number: number;
  readonly situation: string;
}

function expectedWords({ vectorCase }: Row): string {
  return outcomeWords(vectorCase, { ...vectorCase.expected });
}

function gotWords({ vectorCase, got }: Row): string {
  return outcomeWords(vectorCase, got);
}

const columns: readonly Column<Row>[] = [
  { id: 'number', header: 'Số', kind: 'number', value: (row) => row.number, width: 52 },
  { id: 'situation', header: 'Tình huống', value: (row) => row.situation, width: 330 },
  {
    id: 'about',
    header: 'Xét',
    value: ({ vectorCase }) => caseAbout(vectorCase),
    width: 190,
    yields: 2,
  },
  { id: 'expected', header: 'Phải là', value: expectedWords, yields: 1 },
  { id: 'got', header: 'Ứng dụng tính', value: gotWords, width: 226 },
  {
    id: 'passed',
    header: 'Kết quả',
    value: (row) => (row.passed ? 'Đúng' : 'Sai'),
    cell: (row) => (
      <Chip tone={row.passed ? 'good' : 'bad'} icon={row.passed ? 'check' : 'cross'}>
        {row.passed ? 'Đúng' : 'Sai'}
      </Chip>
    ),
    width: 100,
  },
];

const filters: readonly Filter<Row>[] = [{ id: 'failed', label: 'Sai', test: (row) => !row.passed }];

function rowsOf(results: readonly VectorResult[]): readonly Row[] {
  return results.flatMap(({ vector, cases }) =>
    cases.map((one, at): Row => ({
      ...one,
      key: `${vector.number}-${at}`,
      number: vector.number,
      situation: vector.situation,
    })),
  );
}

interface VectorProps {
  readonly results: readonly VectorResult[];
  /** Key of the row that is open. */
  readonly selected: string | null;
}

/** The table of the vectors. */
export function VectorTable({ results, selected }: VectorProps): ReactNode {
  const rows = useMemo(() => rowsOf(results), [results]);
  return (
    <DataTable
      label="Ví dụ kiểm tra"
      searchLabel="Tìm ví dụ"
      columns={columns}
      filters={filters}
      rows={rows}
      rowKey={(row) => row.key}
      onOpen={(row) => select(row.key)}
      openKey={selected}
      empty={{ sentence: 'Không có ví dụ nào.' }}
      onExport={(lines) => void saveList('Ví dụ kiểm tra', lines)}
    />
  );
}

/** One vector in full, with the conditions that were asked. */
export function VectorPanel({ results, selected }: VectorProps): ReactNode {
  const row = rowsOf(results).find(({ key }) => key === selected);
  if (row === undefined) return null;
  return (
    <DetailPanel
      title={`Ví dụ ${row.number}`}
      subtitle={caseAbout(row.vectorCase)}
      onClose={() => select(null)}
    >
      <Section title="Ví dụ">
        <Facts
          facts={[
            { name: 'Tình huống', value: row.situation },
            { name: 'Phải là', value: expectedWords(row) },
            { name: 'Ứng dụng tính', value: gotWords(row) },
            { name: 'Kết quả', value: row.passed ? 'Đúng' : 'Sai' },
          ]}
        />
      </Section>
      {row.verdict !== null && (
        <Section title="Điều kiện đã xét">
          <Checklist
            label="Điều kiện đã xét"
            items={row.verdict.conditions.map(({ ruleId, state, sentence, fact, citation }) => ({
              id: `${ruleId} ${sentence}`,
              state,
              sentence,
              fact,
              citation,
            }))}
          />
        </Section>
      )}
    </DetailPanel>
  );
}
