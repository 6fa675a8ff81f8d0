import '../styles/screens/dossier.css';
import { useState, type ReactNode } from 'react';
import type { PackageCheck } from '../../shared/views.ts';
import { useCommand, useQuery } from '../client.ts';
import { Empty, ErrorNotice, FolderPicker, Screen, useOfficeReason } from '../components/index.ts';
import { select, useStore } from '../store.ts';
import { CheckPanel } from './dossier/check-panel.tsx';
import { ExportPanel } from './dossier/export-panel.tsx';
import { PaperPanel } from './dossier/paper-panel.tsx';
import { PaperList } from './dossier/papers.tsx';

type Side = { readonly kind: 'paper' } | { readonly kind: 'export' } | Checking;
interface Checking {
  readonly kind: 'check';
  readonly path: string;
  readonly check: PackageCheck | null;
}

/** Hồ sơ: the papers as they lie on the stick, each as it will be printed, and the way onto the stick. */
export function DossierScreen(): ReactNode {
  const papers = useQuery('listPapers', {});
  const lacks = useQuery('listMissingItems', {});
  const selected = useStore((state) => state.route?.selected ?? null);
  const officeReason = useOfficeReason();
  const [side, setSide] = useState<Side>({ kind: 'paper' });
  const [choosing, setChoosing] = useState(false);
  const verify = useCommand('verifyPackage');
  const list = papers.data ?? [];
  const missing = lacks.data ?? [];
  const inPackage = list.filter((paper) => paper.inPackage);
  const ready = inPackage.filter(({ state }) => state === 'ready').length;
  const blocked = inPackage.filter(({ state }) => state === 'blocked');
  const current =
    list.find(({ id }) => id === selected) ?? list.find(({ state }) => state !== 'blocked') ?? list[0];
  const blockedReason =
    officeReason ??
    (blocked.length > 0 ? `Còn ${blocked.length}/${inPackage.length} văn bản chưa lập được.` : null);

  function check(path: string): void {
    setChoosing(false);
    setSide({ kind: 'check', path, check: null });
    void verify.run({ path }).then((result) => {
      if (!result.ok) return;
      setSide((now) => (now.kind === 'check' && now.path === path ? { ...now, check: result.value } : now));
    });
  }

  return (
    <Screen
      title="Hồ sơ"
      subtitle={
        papers.data === null
          ? ' '
          : `Bộ hồ sơ đề nghị khen thưởng: ${ready}/${inPackage.length} văn bản sẵn sàng${missing.length === 0 ? '' : `, chưa có ${missing.length} loại giấy tờ phải kèm`}.`
      }
      primary={{
        label: 'Xuất ra USB',
        icon: 'usb',
        run: () => setSide({ kind: 'export' }),
        busy: papers.data === null,
        disabledReason: blockedReason,
      }}
      actions={[{ label: 'Kiểm tra bộ hồ sơ', run: () => setChoosing(true) }]}
      notices={<ErrorNotice error={papers.error ?? lacks.error} />}
    >
      <div className="dossier">
        <PaperList
          papers={list}
          missing={missing}
          currentId={side.kind === 'paper' ? (current?.id ?? null) : null}
          onOpen={(id) => {
            select(id);
            setSide({ kind: 'paper' });
          }}
        />
        {side.kind === 'paper' &&
          (current === undefined ? (
            <div className="dossier-paper">
              {papers.data !== null && <Empty sentence="Bộ hồ sơ chưa có văn bản nào." />}
            </div>
          ) : (
            <PaperPanel key={current.id} paper={current} disabled={officeReason !== null} />
          ))}
        {side.kind === 'export' && (
          <ExportPanel
            papers={list}
            missing={missing}
            disabledReason={blockedReason}
            onCheck={check}
            onClose={() => setSide({ kind: 'paper' })}
          />
        )}
        {side.kind === 'check' && (
          <CheckPanel
            key={side.path}
            path={side.path}
            check={side.check}
            busy={verify.busy}
            failure={verify.error}
            onOther={() => setChoosing(true)}
            onClose={() => setSide({ kind: 'paper' })}
          />
        )}
      </div>
      {choosing && (
        <FolderPicker
          title="Chọn thư mục của bộ hồ sơ"
          choose="folder"
          start={side.kind === 'check' ? side.path : null}
          confirm="Kiểm tra thư mục này"
          onChoose={check}
          onClose={() => setChoosing(false)}
        />
      )}
    </Screen>
  );
}
