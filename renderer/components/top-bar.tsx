import { nameProblem } from '../../shared/vi/input.ts';
import { useState, type ReactNode } from 'react';
import { formatSchoolYear } from '../../shared/dates.ts';
import { roles, type Role } from '../../shared/terms.ts';
import { roleNames } from '../../shared/vi/terms.ts';
import type { Status } from '../../shared/views.ts';
import { forgetAnswers, useCommand } from '../client.ts';
import { setSession, useStore } from '../store.ts';
import { Button, MenuButton, type Action } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { RadioField, TextField } from './fields.tsx';
import { BrandMark, Icon } from './icons.tsx';
import { ErrorNotice } from './notice.tsx';

/** School, season, data file, when it was last saved, search, who works. */
export function TopBar(props: {
  readonly status: Status;
  readonly onSearch: () => void;
  readonly actions: readonly Action[];
}): ReactNode {
  const { file, session } = props.status;
  const [signing, setSigning] = useState(false);
  const busy = useStore((state) => state.busy > 0);
  if (file === null) return null;
  return (
    <header className="top-bar">
      <span className="top-bar__brand">
        <BrandMark />
        Bảng Vàng
      </span>
      <span
        className="top-bar__season"
        title={[
          file.schoolName,
          file.schoolYear === null ? '' : `Năm học ${formatSchoolYear(file.schoolYear)}`,
        ]
          .filter((part) => part !== '')
          .join(', ')}
      >
        <strong>{file.schoolName}</strong>
        {file.schoolYear !== null && <span>Năm học {formatSchoolYear(file.schoolYear)}</span>}
      </span>
      <span className="top-bar__space" />
      <span className="top-bar__file" title={`Tệp dữ liệu: ${file.path}`}>
        <Icon name="file" size={14} />
        <span>{file.name}</span>
        <span>· {placeOf(file.path)}</span>
      </span>
      <span className="top-bar__saved" role="status">
        {busy ? (
          'Đang lưu'
        ) : (
          <>
            <Icon name="check" size={14} />
            {file.savedAt === null ? 'Chưa có thay đổi' : `Đã lưu ${clockOf(file.savedAt)}`}
          </>
        )}
      </span>
      <button type="button" className="search-button" onClick={props.onSearch} aria-keyshortcuts="Control+K">
        <Icon name="search" size={14} />
        Tìm
        <kbd>Ctrl K</kbd>
      </button>
      <Button
        kind="quiet"
        size="small"
        icon="person"
        title="Đổi người đang dùng máy"
        onClick={() => {
          setSigning(true);
        }}
      >
        {session === null ? 'Chưa chọn vai trò' : roleNames[session.role]}
      </Button>
      <MenuButton label="Tệp và giao diện" compact small actions={props.actions} />
      {signing && (
        <SignInDialog
          session={session}
          onClose={() => {
            setSigning(false);
          }}
        />
      )}
    </header>
  );
}

/** Says who sits at the laptop now: a role, and a name for the log. */
export function SignInDialog(props: {
  readonly session: Status['session'];
  readonly onClose: () => void;
}): ReactNode {
  const [role, setRole] = useState<Role>(props.session?.role ?? 'secretary');
  const [name, setName] = useState(props.session?.name ?? '');
  const [tried, setTried] = useState(false);
  const signIn = useCommand('signIn');

  async function confirm(): Promise<void> {
    setTried(true);
    if (nameProblem(name) !== null) return;
    const result = await signIn.run({ role, name: name.trim() });
    if (!result.ok) return;
    setSession(result.value.sessionId);
    forgetAnswers();
    props.onClose();
  }

  return (
    <Dialog title="Người đang dùng máy" onClose={props.onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <RadioField
          label="Vai trò"
          value={role}
          onChange={setRole}
          options={roles.map((value) => ({ value, label: roleNames[value] }))}
        />
        <TextField
          label="Họ và tên"
          hint="Ghi vào nhật ký cùng mỗi việc đã làm."
          value={name}
          onChange={setName}
          error={
            !tried ? null : name.trim() === '' ? 'Hãy nhập họ và tên người đang dùng máy.' : nameProblem(name)
          }
        />
        <ErrorNotice error={signIn.error} />
        <div className="form-foot form-foot--end">
          <Button onClick={props.onClose}>Quay lại</Button>
          <Button kind="primary" submit busy={signIn.busy}>
            Bắt đầu làm việc
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The folder of a path, last part only: "USB (E:)" is the title's to tell. */
function placeOf(path: string): string {
  const parts = path.split(/[\\/]/).filter((part) => part !== '');
  return parts.at(-2) ?? parts[0] ?? path;
}

function clockOf(instant: string): string {
  return new Date(instant).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false });
}
