/** Checking a dossier in a folder: is every file as it was delivered. */
import type { ReactNode } from 'react';
import { formatCheckCode } from '../../../shared/check-code.ts';
import { formatInteger } from '../../../shared/numbers.ts';
import type { PackageCheck } from '../../../shared/views.ts';
import { cancelJob, useProgress, type CallError } from '../../client.ts';
import { Button, ErrorNotice, IconButton, Notice, Progress, Section } from '../../components/index.ts';
import { phaseName } from './phases.ts';

/** The check of one folder. */
export function CheckPanel(props: {
  readonly path: string;
  /** What came of it; null while it runs or when it failed. */
  readonly check: PackageCheck | null;
  readonly busy: boolean;
  readonly failure: CallError | null;
  readonly onOther: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { path, check, busy } = props;
  const progress = useProgress(busy);

  return (
    <section className="delivery" aria-label="Kiểm tra bộ hồ sơ">
      <header className="delivery__head">
        <h2>Kiểm tra bộ hồ sơ</h2>
        <IconButton small icon="cross" label="Đóng phần kiểm tra" busy={busy} onClick={props.onClose} />
      </header>
      <p className="path muted">{path}</p>
      {busy && (
        <Progress
          name={phaseName('verify')}
          phase={progress?.name ?? ''}
          done={progress?.done ?? 0}
          total={progress?.total ?? 0}
          onCancel={cancelJob}
        />
      )}
      <ErrorNotice error={props.failure} />
      {check !== null && <Verdict check={check} />}
      {!busy && (
        <div className="form-foot">
          <Button icon="folder" onClick={props.onOther}>
            Kiểm tra thư mục khác
          </Button>
        </div>
      )}
    </section>
  );
}

function Verdict({ check }: { readonly check: PackageCheck }): ReactNode {
  const wrong = check.changed.length + check.missing.length + check.added.length;
  return (
    <div className="delivered">
      {check.isRehearsal && (
        <Notice tone="warn">Bộ hồ sơ này xuất ra từ bản tập dượt, không có giá trị.</Notice>
      )}
      <Notice tone={check.ok ? 'good' : 'bad'}>
        {check.ok
          ? `Bộ hồ sơ còn nguyên vẹn: ${formatInteger(check.files)} tệp đều đúng như khi xuất.`
          : `Bộ hồ sơ không còn như khi xuất: ${formatInteger(wrong)} tệp khác. Hãy xuất lại bộ hồ sơ từ máy này.`}
      </Notice>
      <Files title="Bị sửa" names={check.changed} />
      <Files title="Bị thiếu" names={check.missing} />
      <Files title="Thêm vào" names={check.added} />
      <Section title="Mã kiểm tra">
        <p className="check-code">{formatCheckCode(check.checkCode)}</p>
      </Section>
    </div>
  );
}

function Files(props: { readonly title: string; readonly names: readonly string[] }): ReactNode {
  if (props.names.length === 0) return null;
  return (
    <Section title={`${props.title} (${props.names.length})`}>
      <ul className="file-names">
        {props.names.map((name) => (
          <li key={name} className="path">
            {name}
          </li>
        ))}
      </ul>
    </Section>
  );
}
