/** Totals that the tellers added up on a board: three numbers for each name, checked against the papers. */
import { useState, type ReactNode } from 'react';
import type { Result } from '../../../shared/result.ts';
import type { RoundView } from '../../../shared/views.ts';
import { call, type CallError } from '../../client.ts';
import {
  EditableGrid,
  ErrorNotice,
  NumberField,
  Toolbar,
  useFigures,
  type CellChange,
  type FigureChange,
  type FigureRow,
  type GridColumn,
} from '../../components/index.ts';

type Figure = 'agree' | 'disagree' | 'blank';
interface Row {
  readonly caseId: string;
  readonly name: string;
  readonly agree: number | null;
  readonly disagree: number | null;
  readonly blank: number | null;
  readonly valid: number;
}

function check(text: string, row: Row): string | null {
  if (text === '') return null;
  if (!/^\d{1,5}$/.test(text)) return 'Đây không phải là số phiếu. Hãy nhập số, ví dụ 8.';
  return Number(text) > row.valid ? `Chỉ có ${row.valid} phiếu hợp lệ.` : null;
}

function figure(id: Figure, header: string): GridColumn<Row> {
  return {
    id,
    header,
    note: 'phiếu',
    width: 104,
    align: 'right',
    text: (row) => (row[id] === null ? '' : String(row[id])),
    check,
  };
}

function figureOf({ rowKey, columnId, text }: CellChange): FigureChange<Figure> {
  return { key: rowKey, figures: { [columnId]: text === '' ? null : Number(text) } };
}

function sumText({ agree, disagree, blank, valid }: Row): string {
  if (agree === null || disagree === null || blank === null) return '';
  const sum = agree + disagree + blank;
  return sum === valid ? `${sum} = ${valid}` : `${sum} ≠ ${valid}`;
}

const columns: readonly GridColumn<Row>[] = [
  { id: 'name', header: 'Họ và tên', width: 200, readOnly: true, sticky: true, text: (row) => row.name },
  figure('agree', 'Đồng ý'),
  figure('disagree', 'Không đồng ý'),
  figure('blank', 'Để trống'),
  {
    id: 'sum',
    header: 'Cộng',
    note: 'phải = hợp lệ',
    width: 120,
    align: 'right',
    readOnly: true,
    text: sumText,
  },
];

/** The grid of totals with the number of invalid papers over it. */
export function Totals(props: {
  readonly round: RoundView;
  readonly lockedReason: string | null;
}): ReactNode {
  const { round, lockedReason } = props;
  const [invalid, setInvalid] = useState<number | null>(null);
  const figures = useFigures<Figure>({
    saved: new Map(
      round.totals.map(({ caseId, agree, disagree, blank }) => [caseId, { agree, disagree, blank }]),
    ),
    send: (rows, _keys, seen) => save(rows, invalid ?? round.invalid, seen),
  });
  const [failure, setFailure] = useState<CallError | null>(null);
  const valid = (round.returned ?? 0) - round.invalid;
  const rows = round.candidates.map((candidate): Row => ({
    caseId: candidate.caseId,
    name: candidate.name,
    ...(figures.rows.get(candidate.caseId) ?? { agree: null, disagree: null, blank: null }),
    valid,
  }));

  function save(
    totals: ReadonlyMap<string, FigureRow<Figure>>,
    invalidPapers: number,
    seen: ReadonlyMap<string, FigureRow<Figure>>,
  ): Promise<Result<unknown, CallError>> {
    const inputOf = (rows: typeof totals, invalidOf: number) => ({
      roundId: round.id,
      invalid: invalidOf,
      totals: [...rows].map(([caseId, row]) => ({ caseId, ...row })),
    });
    return call('saveTotals', inputOf(totals, invalidPapers), { seen: inputOf(seen, round.invalid) });
  }

  async function saveInvalid(count: number): Promise<void> {
    setInvalid(count);
    const result = await save(figures.rows, count, figures.rows);
    setFailure(result.ok ? null : result.error);
    setInvalid(null);
  }

  return (
    <>
      <Toolbar>
        <div className="totals__invalid">
          <NumberField
            label="Phiếu không hợp lệ"
            small
            suffix={`/ ${round.returned ?? 0} phiếu thu về`}
            value={round.invalid}
            max={round.returned ?? 0}
            disabled={lockedReason !== null}
            onChange={(count) => void saveInvalid(count ?? 0)}
          />
        </div>
        <span className="toolbar__space" />
        <span className="toolbar__count">{valid} phiếu hợp lệ</span>
      </Toolbar>
      <div className="grid-problem">
        <ErrorNotice error={failure ?? figures.error} />
      </div>
      <EditableGrid
        label="Số phiếu của từng người"
        draftKey={`totals:${round.id}`}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.caseId}
        rowName={(row) => row.name}
        onChange={(changes) => figures.change(changes.map(figureOf))}
        lockedReason={lockedReason}
        empty={{ sentence: 'Danh sách bỏ phiếu chưa có ai.' }}
      />
    </>
  );
}
