/** One paper at the right, as it will be printed, with its number and day. */
import type { ReactNode } from 'react';
import type { PaperRow } from '../../../shared/views.ts';
import { useQuery } from '../../client.ts';
import { schoolBody } from '../../../shared/domain/body.ts';
import { Empty, goWith, PaperFrame, PaperNumber } from '../../components/index.ts';
import type { ScreenId } from '../../store.ts';
import { screenLabels } from './places.ts';

/** The paper that is open. */
export function PaperPanel(props: { readonly paper: PaperRow; readonly disabled: boolean }): ReactNode {
  const { paper, disabled } = props;
  const status = useQuery('getStatus', {});
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
      <PaperFrame
        paperId={paper.id}
        title={paper.title}
        formats={paper.formats}
        version={`${paper.number} ${paper.date ?? ''} ${status.data?.file?.savedAt ?? ''}`}
        tools={<PaperNumber paper={paper} disabled={disabled} />}
      />
    </section>
  );
}
