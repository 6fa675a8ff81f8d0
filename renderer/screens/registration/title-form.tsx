/** Registers one person, tổ or pupil for one or more titles on a day. */
import { useState, type ReactNode } from 'react';
import type { IsoDate } from '../../../shared/dates.ts';
import { isTitleFor, objectOf, type CaseOwner } from '../../../shared/domain/case-object.ts';
import { titles } from '../../../shared/rules/catalogue.ts';
import type { TitleId } from '../../../shared/terms.ts';
import { useCommand } from '../../client.ts';
import { Button, CheckField, ComboBox, DateField, ErrorNotice } from '../../components/index.ts';
import { showToast, useDraft } from '../../store.ts';

/** Titles at hand as boxes, the rarer ones in a list, the day, and the button. */
export function TitleForm(props: {
  readonly owner: CaseOwner;
  readonly name: string;
  /** Titles whose standards are announced: offered first. */
  readonly announced: readonly TitleId[];
  /** Titles that this person or tổ has already. */
  readonly taken: readonly TitleId[];
  readonly deadline: IsoDate | null;
  /** Why it is not possible now. */
  readonly reason: string | null;
  readonly onRegistered?: (() => void) | undefined;
}): ReactNode {
  const { owner, announced, taken, deadline, reason } = props;
  const [picked, setPicked] = useState<ReadonlySet<TitleId>>(new Set());
  const [tried, setTried] = useState(false);
  // The day stays while a list is typed in from paper.
  const day = useDraft<IsoDate | null>('registration-day', null);
  const registerCase = useCommand('registerCase');
  const fitting = titles.filter(
    (title) => title.active && isTitleFor(title, objectOf(owner)) && !taken.includes(title.id),
  );
  const usual = fitting.filter(({ id }) => announced.includes(id) || picked.has(id));
  const others = fitting.filter((title) => !usual.includes(title));

  function toggle(titleId: TitleId): void {
    const next = new Set(picked);
    if (!next.delete(titleId)) next.add(titleId);
    setPicked(next);
  }

  async function register(): Promise<void> {
    setTried(true);
    if (picked.size === 0 || day.value === null) return;
    for (const titleId of picked) {
      const result = await registerCase.run({ ...owner, titleId, registeredOn: day.value });
      if (!result.ok) return;
    }
    showToast(`Đã ghi đăng ký của ${props.name}.`);
    setPicked(new Set());
    setTried(false);
    props.onRegistered?.();
  }

  if (fitting.length === 0) return <p className="muted fact-none">Đã đăng ký mọi danh hiệu hiện có.</p>;
  return (
    <form
      className="title-form"
      onSubmit={(event) => {
        event.preventDefault();
        void register();
      }}
    >
      {usual.length > 0 && (
        <fieldset className="field" disabled={reason !== null}>
          <legend className="field__label">Danh hiệu, hình thức đăng ký</legend>
          <div className="title-form__boxes">
            {usual.map((title) => (
              <CheckField
                key={title.id}
                label={title.name}
                checked={picked.has(title.id)}
                disabled={reason !== null}
                onChange={() => toggle(title.id)}
              />
            ))}
          </div>
        </fieldset>
      )}
      {others.length > 0 && (
        <ComboBox
          small
          label={usual.length > 0 ? 'Danh hiệu, hình thức khác' : 'Danh hiệu, hình thức đăng ký'}
          placeholder="Gõ một phần tên"
          value={null}
          disabled={reason !== null}
          options={others.map(({ id, name, shortName }) => ({ value: id, label: name, note: shortName }))}
          onChange={(titleId) => {
            if (titleId !== null) toggle(titleId);
          }}
        />
      )}
      {tried && picked.size === 0 && (
        <p className="field__error" role="alert">
          Hãy chọn ít nhất một danh hiệu hoặc hình thức.
        </p>
      )}
      <DateField
        small
        label="Ngày đăng ký"
        value={day.value}
        onChange={day.set}
        disabled={reason !== null}
        hint={
          objectOf(owner) !== 'PUPIL' && deadline !== null && day.value !== null && day.value > deadline
            ? 'Sau hạn đăng ký: vẫn nhận, có ghi chú muộn.'
            : undefined
        }
        error={tried && day.value === null ? 'Hãy nhập ngày đăng ký.' : null}
      />
      <ErrorNotice error={registerCase.error} />
      <div className="fact-form__foot">
        <Button submit disabledReason={reason} busy={registerCase.busy}>
          Ghi đăng ký
        </Button>
        {reason !== null && <span className="muted">{reason}</span>}
      </div>
    </form>
  );
}
