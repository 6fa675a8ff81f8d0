/** The criteria by which everybody is scored: name, maximum, order; every change saves itself. */
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { formatPoints } from '../../../shared/numbers.ts';
import type { Criterion } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import {
  Button,
  ConfirmDialog,
  ErrorNotice,
  IconButton,
  NumberField,
  TextField,
} from '../../components/index.ts';

interface Line {
  readonly key: string;
  readonly id: string | null;
  readonly name: string;
  readonly maximum: number | null;
}

function linesOf(criteria: readonly Criterion[]): readonly Line[] {
  return criteria.map(({ id, name, maximum }) => ({ key: id, id, name, maximum }));
}

/** A line that was new when it was saved, with the id that it has since. */
function named(line: Line, saved: readonly Line[], criteria: readonly Criterion[]): Line {
  if (line.id !== null) return line;
  const at = saved.findIndex(({ key }) => key === line.key);
  return { ...line, id: criteria[at]?.id ?? null };
}

/** The list of criteria as a small form; the sum of the maxima stands at its foot. */
export function CriteriaEditor(props: {
  readonly criteria: readonly Criterion[];
  /** Criteria under which somebody has a score. */
  readonly used: ReadonlySet<string>;
  /** Why nothing can be changed. */
  readonly reason: string | null;
}): ReactNode {
  const { criteria, used, reason } = props;
  const save = useCommand('saveCriteria');
  const [draft, setDraft] = useState<readonly Line[] | null>(null);
  const [seen, setSeen] = useState(criteria);
  /** The list as it was when it was begun to be changed. */
  const [before, setBefore] = useState<readonly Criterion[] | null>(null);
  /** The lines that were saved and are not on screen from the data file yet. */
  const [saved, setSaved] = useState<readonly Line[] | null>(null);
  /** Something was changed while the change before it was being saved. */
  const [isWaiting, setWaiting] = useState(false);
  const [removing, setRemoving] = useState<Line | null>(null);
  if (seen !== criteria) {
    setSeen(criteria);
    if (saved !== null) {
      setDraft(draft === saved ? null : (draft?.map((line) => named(line, saved, criteria)) ?? null));
      setSaved(null);
    }
  }
  const lines = draft ?? linesOf(criteria);
  const total = lines.reduce((sum, line) => sum + (line.maximum ?? 0), 0);
  const disabled = reason !== null;

  function change(next: readonly Line[]): void {
    setBefore(before ?? criteria);
    setDraft(next);
  }

  async function store(next: readonly Line[]): Promise<void> {
    change(next);
    const wanted = next.flatMap(({ id, name, maximum }) =>
      name.trim() === '' || maximum === null || maximum < 1 ? [] : [{ id, name: name.trim(), maximum }],
    );
    if (wanted.length < next.length) return;
    // A new criterion has no name in the data file until it is back: sent twice, it would be two.
    if (save.busy) {
      setWaiting(true);
      return;
    }
    const result = await save.run({ criteria: wanted }, { seen: { criteria: before ?? criteria } });
    if (result.ok) {
      setSaved(next);
      setBefore(null);
    }
  }

  const storeWaiting = useEffectEvent(() => {
    if (save.busy || !isWaiting) return;
    setWaiting(false);
    void store(lines);
  });
  useEffect(() => storeWaiting(), [save.busy, isWaiting]);

  function put(line: Line, patch: Partial<Line>): readonly Line[] {
    return lines.map((other) => (other.key === line.key ? { ...other, ...patch } : other));
  }

  function move(at: number, by: -1 | 1): void {
    const next = [...lines];
    const [line] = next.splice(at, 1);
    if (line === undefined) return;
    next.splice(at + by, 0, line);
    void store(next);
  }

  return (
    <div className="criteria">
      <ErrorNotice error={save.error} />
      {reason !== null && <p className="muted">{reason}</p>}
      <table className="data-table criteria__table">
        <thead>
          <tr>
            <th scope="col" className="cell--number">
              STT
            </th>
            <th scope="col">Tiêu chí</th>
            <th scope="col" className="cell--number">
              Điểm tối đa
            </th>
            <th scope="col">
              <span className="visually-hidden">Việc với tiêu chí</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={line.key}>
              <td className="cell--number">{at + 1}</td>
              <td>
                <TextField
                  small
                  hideLabel
                  label={`Tên tiêu chí ${at + 1}`}
                  value={line.name}
                  maxLength={300}
                  disabled={disabled}
                  autoFocus={line.id === null && line.name === ''}
                  onChange={(name) => change(put(line, { name }))}
                  onBlur={() => {
                    if (draft !== null && draft !== saved) void store(lines);
                  }}
                  error={line.id !== null && line.name.trim() === '' ? 'Hãy ghi tên tiêu chí.' : null}
                />
              </td>
              <td>
                <NumberField
                  small
                  hideLabel
                  points
                  label={`Điểm tối đa của tiêu chí ${at + 1}`}
                  value={line.maximum}
                  min={1}
                  max={100_000}
                  disabled={disabled}
                  onChange={(maximum) => void store(put(line, { maximum }))}
                  error={line.maximum === null && line.name.trim() !== '' ? 'Hãy ghi điểm tối đa.' : null}
                />
              </td>
              <td className="criteria__tools">
                {at > 0 && (
                  <IconButton
                    small
                    icon="up"
                    label={`Chuyển tiêu chí ${at + 1} lên`}
                    disabledReason={reason}
                    onClick={() => move(at, -1)}
                  />
                )}
                {at < lines.length - 1 && (
                  <IconButton
                    small
                    icon="down"
                    label={`Chuyển tiêu chí ${at + 1} xuống`}
                    disabledReason={reason}
                    onClick={() => move(at, 1)}
                  />
                )}
                <IconButton
                  small
                  icon="cross"
                  label={`Xóa tiêu chí ${at + 1}`}
                  disabledReason={reason}
                  onClick={() => {
                    if (line.id !== null && used.has(line.id)) setRemoving(line);
                    else void store(lines.filter((other) => other !== line));
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <td>Tổng điểm tối đa</td>
            <td className="cell--number">{formatPoints(total)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      <div className="form-foot">
        <Button
          disabledReason={
            reason ??
            (lines.some(({ name, maximum }) => name.trim() === '' || maximum === null)
              ? 'Hãy ghi đủ tên và điểm tối đa của các tiêu chí đang có.'
              : null)
          }
          onClick={() =>
            change([
              ...lines,
              { key: `new-${lines.length}-${Date.now()}`, id: null, name: '', maximum: null },
            ])
          }
        >
          Thêm tiêu chí
        </Button>
        <p className="muted">Điểm tối đa không thể thấp hơn điểm đã chấm cho ai đó.</p>
      </div>
      {removing !== null && (
        <ConfirmDialog
          title={`Xóa tiêu chí “${removing.name}”`}
          sentence="Điểm tự chấm và tổ chấm của mọi người theo tiêu chí này cũng bị xóa, tổng điểm thay đổi theo."
          confirm="Xóa tiêu chí và điểm"
          danger
          busy={save.busy}
          onConfirm={() => {
            void store(lines.filter(({ key }) => key !== removing.key));
            setRemoving(null);
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </div>
  );
}
