/** The number and the day of a paper, given where it is looked at. */
import { useEffect, useState, type ReactNode } from 'react';
import type { PaperRow } from '../../shared/views.ts';
import { useCommand } from '../client.ts';
import { DateField, TextField } from './fields.tsx';
import { ErrorNotice } from './notice.tsx';

/** Fields above a paper; the number is kept as typed until the core took it. */
export function PaperNumber(props: { readonly paper: PaperRow; readonly disabled: boolean }): ReactNode {
  const { paper, disabled } = props;
  const save = useCommand('savePaperNumber');
  const known = paper.number.split('/')[0] ?? '';
  const seen = { paperId: paper.id, number: paper.number, date: paper.date };
  const [number, setNumber] = useState(known);
  useEffect(() => {
    setNumber(known);
  }, [known, paper.id]);

  function send(): void {
    if (number.trim() !== known) void save.run({ ...seen, number: number.trim() }, { seen });
  }

  return (
    <div
      className="dossier-paper__number"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) send();
      }}
    >
      {paper.series !== null && (
        <TextField label="Số" small value={number} disabled={disabled} onChange={setNumber} onBlur={send} />
      )}
      <DateField
        label="Ngày văn bản"
        small
        value={paper.date}
        disabled={disabled}
        onChange={(date) => void save.run({ ...seen, date }, { seen })}
      />
      <ErrorNotice error={save.error} />
    </div>
  );
}
