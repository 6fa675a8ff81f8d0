import { useEffect, type ReactNode } from 'react';
import { readinessStateNames, readinessSummary } from '../../shared/vi/readiness.ts';
import type { Readiness } from '../../shared/views.ts';
import { invalidate, useCommand, useQuery } from '../client.ts';
import { showToast } from '../store.ts';
import { Button } from './button.tsx';
import { Chip, type ChipTone } from './chip.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorNotice } from './notice.tsx';
import { useBody } from './use-body.ts';
import { useOfficeReason } from './use-office.ts';

/** Name of the check wherever it can be opened. */
export const readinessTitle = 'Kiểm tra trước phiên họp';

type Line = Readiness['lines'][number];

const tones: Record<Line['state'], ChipTone> = { ready: 'good', attention: 'warn', blocked: 'bad' };

/** Kiểm tra trước phiên họp: what is ready, what is not, and what to do about it. */
export function ReadinessDialog(props: { readonly onClose: () => void }): ReactNode {
  const { body } = useBody();
  const readiness = useQuery('checkReadiness', { body });
  const createBackup = useCommand('createBackup');
  const officeReason = useOfficeReason();
  const lines = readiness.data?.lines ?? [];
  const count = (state: Line['state']) => lines.filter((line) => line.state === state).length;
  // The clock, the disk and the backups change without a command: an answer from before is no answer.
  useEffect(() => {
    void invalidate();
  }, []);

  async function backUp(): Promise<void> {
    const result = await createBackup.run({});
    if (result.ok) showToast(`Đã sao lưu vào “${result.value.name}”.`);
  }

  return (
    <Dialog
      title={readinessTitle}
      wide
      onClose={props.onClose}
      foot={
        <>
          <Button onClick={props.onClose}>Đóng</Button>
          <Button onClick={() => void invalidate()}>Kiểm tra lại</Button>
          <Button
            kind="primary"
            busy={createBackup.busy}
            disabledReason={officeReason}
            onClick={() => void backUp()}
          >
            Sao lưu ngay
          </Button>
        </>
      }
    >
      <ErrorNotice error={createBackup.error ?? readiness.error} />
      {lines.length > 0 && (
        <div className="readiness" tabIndex={0} role="group" aria-label="Các mục kiểm tra">
          <p role="status">
            {readinessSummary({ blocked: count('blocked'), attention: count('attention') })}
          </p>
          <ul className="readiness__lines">
            {lines.map((line) => (
              <li key={line.id} className="readiness__line">
                <Chip tone={tones[line.state]}>{readinessStateNames[line.state]}</Chip>
                <div>
                  <p>{line.sentence}</p>
                  {line.advice !== null && <p className="readiness__advice">{line.advice}</p>}
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}
