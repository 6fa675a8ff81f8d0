/** How the school words the minutes of a count: titles of the signatures, and remarks. */
import { useState, type ReactNode } from 'react';
import type { RoundView } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { Button, ErrorNotice, Section, TextField } from '../../components/index.ts';
import { showToast } from '../../store.ts';

type Wording = RoundView['wording'];

const titles = [
  ['head', 'Chức danh người đứng đầu'],
  ['member', 'Chức danh thành viên'],
  ['secretary', 'Chức danh thư ký'],
] as const satisfies readonly (readonly [keyof Wording, string])[];

/** The fields, saved together. */
export function TallyWording(props: { readonly round: RoundView; readonly mayWrite: boolean }): ReactNode {
  const { round, mayWrite } = props;
  const [wording, setWording] = useState<Wording>(round.wording);
  const save = useCommand('saveTallyWording');
  const isWhole = titles.every(([key]) => wording[key].trim() !== '');

  async function send(): Promise<void> {
    const result = await save.run({ roundId: round.id, ...wording });
    if (result.ok) showToast('Đã lưu lời văn của biên bản kiểm phiếu.');
  }

  return (
    <Section title="Lời văn biên bản kiểm phiếu">
      <form
        className="wording"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) void send();
        }}
      >
        {titles.map(([key, label]) => (
          <TextField
            key={key}
            label={label}
            value={wording[key]}
            maxLength={300}
            disabled={!mayWrite}
            error={wording[key].trim() === '' ? 'Hãy ghi chức danh ký biên bản.' : null}
            onChange={(text) => setWording({ ...wording, [key]: text })}
          />
        ))}
        <div className="wording__remarks">
          <TextField
            label="Ghi chú của Ban kiểm phiếu"
            hint="Được in ở cuối biên bản; để trống nếu không có."
            optional
            value={wording.remarks}
            maxLength={1000}
            disabled={!mayWrite}
            onChange={(remarks) => setWording({ ...wording, remarks })}
          />
        </div>
        <ErrorNotice error={save.error} />
        <div className="form-foot">
          <Button submit size="small" busy={save.busy} disabled={!mayWrite || !isWhole}>
            Lưu lời văn
          </Button>
        </div>
      </form>
    </Section>
  );
}
