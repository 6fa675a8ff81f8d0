/** The papers at the left, in the order in which they lie on the stick. */
import type { ReactNode } from 'react';
import type { PaperRow } from '../../../shared/views.ts';
import { schoolBody } from '../../../shared/domain/body.ts';
import type { MissingItem } from '../../../shared/domain/dossier-items.ts';
import { Button, Chip, goWith, type ChipTone } from '../../components/index.ts';
import type { ScreenId } from '../../store.ts';
import { MissingItems } from './missing.tsx';
import { screenLabels } from './places.ts';

const stateWords: Record<PaperRow['state'], string> = {
  ready: 'Sẵn sàng',
  draft: 'Bản nháp',
  blocked: 'Chưa lập được',
};
const stateTones: Record<PaperRow['state'], ChipTone> = { ready: 'good', draft: 'warn', blocked: 'bad' };

/** What goes on the stick, what the dossier lacks, and what is only printed. */
export function PaperList(props: {
  readonly papers: readonly PaperRow[];
  readonly missing: readonly MissingItem[];
  readonly currentId: string | null;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const inPackage = props.papers.filter((paper) => paper.inPackage);
  const others = props.papers.filter((paper) => !paper.inPackage);
  return (
    <nav className="dossier-list" aria-label="Văn bản của bộ hồ sơ">
      <h2>Trong bộ hồ sơ ({inPackage.length})</h2>
      <ol>
        {inPackage.map((paper, index) => (
          <PaperLine key={paper.id} {...props} paper={paper} place={String(index).padStart(2, '0')} />
        ))}
      </ol>
      <MissingItems items={props.missing} />
      {others.length > 0 && (
        <>
          <h2>Chỉ để in ({others.length})</h2>
          <ul>
            {others.map((paper) => (
              <PaperLine key={paper.id} {...props} paper={paper} place="" />
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}

function PaperLine(props: {
  readonly paper: PaperRow;
  /** Number before the file's name; empty outside of the package. */
  readonly place: string;
  readonly currentId: string | null;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { paper, place } = props;
  const mendOn = paper.mendOn as ScreenId | null;
  return (
    <li className={`dossier-line${paper.id === props.currentId ? ' dossier-line--open' : ''}`}>
      <button
        type="button"
        className="dossier-line__open"
        aria-current={paper.id === props.currentId ? 'true' : undefined}
        onClick={() => {
          props.onOpen(paper.id);
        }}
      >
        <span className="dossier-line__place">{place}</span>
        <span className="dossier-line__what">
          <strong>{paper.title}</strong>
          <small>
            {[
              paper.number === '' ? '' : `Số ${paper.number}`,
              paper.formats.map((format) => `.${format}`).join(' '),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </small>
        </span>
        <Chip tone={stateTones[paper.state]}>{stateWords[paper.state]}</Chip>
      </button>
      {paper.note !== '' && (
        <p className="dossier-line__note">
          <span>{capitalised(paper.note)}</span>
          {mendOn !== null && mendOn !== 'dossier' && (
            <Button size="small" kind="quiet" onClick={() => goWith(mendOn, paper.body ?? schoolBody)}>
              Sang {screenLabels[mendOn]}
            </Button>
          )}
        </p>
      )}
    </li>
  );
}
