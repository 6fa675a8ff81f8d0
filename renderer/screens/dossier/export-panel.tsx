/** Putting the dossier on a stick: where, how far, and what is there in the end. */
import { useEffect, useState, type ReactNode } from 'react';
import { formatCheckCode } from '../../../shared/check-code.ts';
import type { MissingItem } from '../../../shared/domain/dossier-items.ts';
import { formatBytes, formatInteger } from '../../../shared/numbers.ts';
import { missingItemText } from '../../../shared/vi/papers.ts';
import type { Drive, PackageResult, PaperRow } from '../../../shared/views.ts';
import { call, cancelJob, useCommand, useProgress } from '../../client.ts';
import {
  Button,
  Chip,
  Empty,
  ErrorNotice,
  Facts,
  FolderPicker,
  Icon,
  IconButton,
  Notice,
  Progress,
  Section,
} from '../../components/index.ts';
import { phaseName } from './phases.ts';

const LOOK_EVERY_MS = 2000;

/** The drives of this computer, looked at again while the panel is open. */
function useDrives(active: boolean): readonly Drive[] | null {
  const [drives, setDrives] = useState<readonly Drive[] | null>(null);
  useEffect(() => {
    if (!active) return;
    let alive = true;
    function look(): void {
      void call('listDrives', {}).then((result) => {
        if (alive && result.ok) setDrives(result.value);
      });
    }
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      alive = false;
      clearInterval(timer);
    };
  }, [active]);
  return drives;
}

/** The panel of one delivery. */
export function ExportPanel(props: {
  readonly papers: readonly PaperRow[];
  readonly missing: readonly MissingItem[];
  /** Why nothing can be delivered now. */
  readonly disabledReason: string | null;
  readonly onCheck: (path: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const run = useCommand('exportPackage');
  const [result, setResult] = useState<{ readonly made: PackageResult; readonly removable: boolean } | null>(
    null,
  );
  const [choosing, setChoosing] = useState(false);
  const drives = useDrives(!run.busy && result === null);
  const progress = useProgress(run.busy);
  const inPackage = props.papers.filter((paper) => paper.inPackage);
  const drafts = inPackage.filter((paper) => paper.state === 'draft');

  async function deliver(to: string, removable: boolean): Promise<void> {
    setChoosing(false);
    const made = await run.run({ to });
    if (made.ok) setResult({ made: made.value, removable });
  }

  return (
    <section className="delivery" aria-label="Xuất bộ hồ sơ">
      <header className="delivery__head">
        <h2>Xuất bộ hồ sơ</h2>
        <IconButton small icon="cross" label="Đóng phần xuất hồ sơ" busy={run.busy} onClick={props.onClose} />
      </header>
      {run.busy ? (
        <div className="delivery__progress">
          <Progress
            name={phaseName(progress?.phase ?? '')}
            phase={progress?.name ?? ''}
            done={progress?.done ?? 0}
            total={progress?.total ?? 0}
            onCancel={cancelJob}
          />
          <p className="muted">Không rút USB khi chưa có thông báo.</p>
        </div>
      ) : result === null ? (
        <>
          <ErrorNotice error={run.error} />
          {props.disabledReason !== null && <Notice tone="warn">{props.disabledReason}</Notice>}
          {drafts.length > 0 && props.disabledReason === null && (
            <Notice tone="warn">
              Còn {drafts.length} văn bản là bản dự thảo và sẽ mang chữ “DỰ THẢO”:{' '}
              {drafts.map(({ title }) => title).join('; ')}.
            </Notice>
          )}
          {props.disabledReason === null && <Lacks missing={props.missing} />}
          <Section title="Chọn nơi nhận">
            {drives !== null && drives.length === 0 && (
              <Empty sentence="Chưa thấy USB nào. Hãy cắm USB vào máy, danh sách này tự cập nhật." />
            )}
            <ul className="drives" aria-label="Ổ đĩa đang cắm vào máy">
              {drives?.map((drive) => (
                <li key={drive.path} className="drive">
                  <Icon name="usb" size={20} />
                  <span className="drive__what">
                    <strong>{drive.label === '' ? drive.path : drive.label}</strong>
                    <small>
                      {drive.path} · còn trống {formatBytes(drive.freeBytes)} /{' '}
                      {formatBytes(drive.totalBytes)}
                    </small>
                  </span>
                  <Button
                    icon="usb"
                    disabledReason={props.disabledReason}
                    onClick={() => void deliver(drive.path, drive.removable)}
                  >
                    Xuất vào đây
                  </Button>
                </li>
              ))}
            </ul>
            <div className="form-foot">
              <Button icon="folder" disabledReason={props.disabledReason} onClick={() => setChoosing(true)}>
                Chọn thư mục khác
              </Button>
            </div>
          </Section>
        </>
      ) : (
        <Delivered {...result} onCheck={props.onCheck} onAgain={() => setResult(null)} />
      )}
      {choosing && (
        <FolderPicker
          title="Chọn thư mục nhận bộ hồ sơ"
          choose="folder"
          start={null}
          confirm="Xuất vào thư mục này"
          onChoose={(path) => void deliver(path, false)}
          onClose={() => setChoosing(false)}
        />
      )}
    </section>
  );
}

/** What leaves without being whole says so. */
function Lacks({ missing }: { readonly missing: readonly MissingItem[] }): ReactNode {
  if (missing.length === 0) return null;
  return (
    <Notice tone="warn">
      Chưa có trong hồ sơ: {missing.map(missingItemText).join('; ')}. Mục lục hồ sơ ghi rõ phần này; bổ sung
      trước khi nộp.
    </Notice>
  );
}

function Delivered(props: {
  readonly made: PackageResult;
  readonly removable: boolean;
  readonly onCheck: (path: string) => void;
  readonly onAgain: () => void;
}): ReactNode {
  const { made, removable } = props;
  return (
    <div className="delivered">
      <p className="delivered__word" role="status">
        <Icon name="check" size={24} />
        {removable ? 'Có thể rút USB' : 'Đã xuất xong bộ hồ sơ'}
      </p>
      <Lacks missing={made.missing} />
      <Facts
        facts={[
          { name: 'Nơi lưu', value: <span className="path">{made.path}</span> },
          { name: 'Số tệp', value: `${formatInteger(made.files)} tệp` },
          { name: 'Dung lượng', value: formatBytes(made.bytes) },
          { name: 'Đã kiểm tra', value: <Chip tone="good">Đọc lại từng tệp, khớp hoàn toàn</Chip> },
        ]}
      />
      <Section title="Mã kiểm tra">
        <p className="check-code">{formatCheckCode(made.checkCode)}</p>
        <p className="muted delivered__note">
          Ghi mã này vào giấy giao nhận. Nơi nhận kiểm tra lại bộ hồ sơ sẽ thấy đúng mã này khi không có tệp
          nào bị sửa.
        </p>
      </Section>
      <div className="form-foot">
        <Button onClick={() => props.onCheck(made.path)}>Kiểm tra bộ hồ sơ này</Button>
        <Button kind="quiet" onClick={props.onAgain}>
          Xuất vào nơi khác
        </Button>
      </div>
    </div>
  );
}
