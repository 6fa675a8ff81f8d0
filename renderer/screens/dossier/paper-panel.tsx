/** One paper at the right, as it will be printed, with its number and day. */
import type { ReactNode } from 'react';
import type { PaperRow } from '../../../shared/views.ts';
import { useCommand, useQuery } from '../../client.ts';
import { schoolBody } from '../../../shared/domain/body.ts';
import { DateField, Empty, ErrorNotice, goWith, NumberField, PaperFrame } from '../../components/index.ts';
import type { ScreenId } from '../../store.ts';
import { screenLabels } from './places.ts';

/** Papers that carry a number of the school's or the council's series. */
const numbered = [
  'submission',
  'council-decision',
  'invitation',
  'meeting-minutes',
  'minutes',
  'tally-minutes',
];

/** A tổ has no series of numbers. */
function hasNumber({ id, body }: PaperRow): boolean {
  return body?.kind !== 'GROUP' && numbered.includes(id.split(/[:@]/)[0] ?? '');
}

/** Number in front of the symbol: 12 of "12/BB-THCSHP"; null when there is none yet. */
function numberOf(text: string): number | null {
  const digits = /^\d+/.exec(text)?.[0];
  return digits === undefined ? null : Number(digits);
}

/** The paper that is open. */
export function PaperPanel(props: { readonly paper: PaperRow; readonly disabled: boolean }): ReactNode {
  const { paper, disabled } = props;
  const status = useQuery('getStatus', {});
  const save = useCommand('savePaperNumber');
  const mendOn = paper.mendOn as ScreenId | null;
  if (paper.state === 'blocked') {
    return (
      <section className="dossier-paper" aria-label={paper.title}>
        <h2 className="dossier-paper__title">{paper.title}</h2>
        <Empty
          sentence={`Chưa lập được văn bản này: ${paper.note}`}
          action={
            mendOn === null
              ? null
              : { label: `Sang ${screenLabels[mendOn]}`, run: () => goWith(mendOn, paper.body ?? schoolBody) }
          }
        />
      </section>
    );
  }
  return (
    <section className="dossier-paper" aria-label={paper.title}>
      <h2 className="dossier-paper__title">{paper.title}</h2>
      <ErrorNotice error={save.error} />
      <PaperFrame
        paperId={paper.id}
        title={paper.title}
        formats={paper.formats}
        version={`${paper.number} ${paper.date ?? ''} ${status.data?.file?.savedAt ?? ''}`}
        tools={
          <div className="dossier-paper__number">
            {hasNumber(paper) && (
              <NumberField
                label="Số"
                small
                min={1}
                max={99_999}
                value={numberOf(paper.number)}
                disabled={disabled}
                onChange={(number) =>
                  void save.run({
                    paperId: paper.id,
                    number: number === null ? '' : String(number),
                    date: paper.date,
                  })
                }
              />
            )}
            <DateField
              label="Ngày văn bản"
              small
              value={paper.date}
              disabled={disabled}
              onChange={(date) => {
                const number = numberOf(paper.number);
                void save.run({ paperId: paper.id, number: number === null ? '' : String(number), date });
              }}
            />
          </div>
        }
      />
    </section>
  );
}
