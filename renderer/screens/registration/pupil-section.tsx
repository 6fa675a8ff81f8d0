/** Who a pupil is: corrected here, and taken off the list when written down by mistake. */
import { groupNameProblem, nameProblem } from '../../../shared/vi/input.ts';
import { useState, type ReactNode } from 'react';
import { readClassName } from '../../../shared/imports/pupils.ts';
import type { Id } from '../../../shared/terms.ts';
import { pupilKindNames } from '../../../shared/vi/pupils.ts';
import { useCommand } from '../../client.ts';
import { Button, ConfirmDialog, ErrorNotice, Section, TextField } from '../../components/index.ts';
import { showToast } from '../../store.ts';
import type { Entrant } from './entrants.tsx';

/** The section of a pupil or a class on the panel of its registrations. */
export function PupilSection(props: {
  readonly pupilId: Id;
  readonly entrant: Entrant;
  /** Why nothing may be changed now. */
  readonly reason: string | null;
  readonly onRemoved: () => void;
}): ReactNode {
  const { pupilId, entrant, reason } = props;
  const [name, setName] = useState(entrant.name);
  const [className, setClassName] = useState(readClassName(entrant.groupName));
  const [code, setCode] = useState(entrant.code);
  const [removing, setRemoving] = useState(false);
  const save = useCommand('savePupil');
  const [opened, setOpened] = useState({ id: pupilId, name, className, code });
  const remove = useCommand('removePupil');
  const isClass = entrant.position === pupilKindNames.CLASS;
  const problems = {
    name: isClass ? null : name.trim() === '' ? 'Hãy ghi họ và tên.' : nameProblem(name),
    className: className.trim() === '' ? 'Hãy ghi lớp.' : groupNameProblem(className),
  };
  const canSave = problems.name === null && problems.className === null;

  async function saveFields(): Promise<void> {
    const input = { id: pupilId, name, className, code };
    const result = await save.run(input, { seen: opened });
    if (result.ok) setOpened(input);
  }

  async function confirm(why: string): Promise<void> {
    const result = await remove.run({ id: pupilId, reason: why });
    if (!result.ok) return;
    showToast(`Đã xóa ${entrant.name} khỏi danh sách.`);
    props.onRemoved();
  }

  return (
    <Section title={isClass ? 'Thông tin lớp' : 'Thông tin học sinh'}>
      <form
        className="fact-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) void saveFields();
        }}
      >
        <div className="form-grid">
          {!isClass && (
            <div className="form-grid__wide">
              <TextField
                small
                label="Họ và tên"
                value={name}
                onChange={setName}
                maxLength={100}
                error={problems.name}
              />
            </div>
          )}
          <TextField
            small
            label="Lớp"
            value={className}
            onChange={setClassName}
            maxLength={100}
            error={problems.className}
          />
          {!isClass && (
            <TextField small label="Mã học sinh" value={code} onChange={setCode} maxLength={100} />
          )}
        </div>
        <ErrorNotice error={save.error} />
        <div className="fact-form__foot">
          <Button submit size="small" busy={save.busy}>
            Ghi lại
          </Button>
          <Button size="small" kind="quiet" disabledReason={reason} onClick={() => setRemoving(true)}>
            Xóa khỏi danh sách
          </Button>
        </div>
      </form>
      {removing && (
        <ConfirmDialog
          title={`Xóa ${entrant.name}`}
          sentence="Dùng khi ghi nhầm: mọi đăng ký của dòng này cũng bị xóa. Nếu chỉ thôi đề nghị, hãy rút đăng ký để giữ lại hồ sơ."
          reason="Lý do xóa"
          confirm="Xóa khỏi danh sách"
          danger
          busy={remove.busy}
          problem={<ErrorNotice error={remove.error} />}
          onConfirm={(why) => void confirm(why)}
          onClose={() => {
            remove.clearError();
            setRemoving(false);
          }}
        />
      )}
    </Section>
  );
}
