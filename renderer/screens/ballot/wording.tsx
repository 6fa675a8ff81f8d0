/** What the school writes in the minutes of a count: its hours, titles of the signatures, and remarks. */
import { useState, type ReactNode } from 'react';
import type { RoundView } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { Button, ErrorNotice, Section, TextField } from '../../components/index.ts';
import { showToast } from '../../store.ts';
import { checkHours, parseTime } from '../council/time.ts';

type Wording = RoundView['wording'];

/** The fields as they are typed. */
type Typed = Readonly<Record<keyof Wording, string>>;

const hours = [
  ['countedFrom', 'Bắt đầu kiểm phiếu lúc'],
  ['countedTo', 'Kết thúc kiểm phiếu lúc'],
] as const satisfies readonly (readonly [keyof Wording, string])[];

const titles = [
  ['head', 'Chức danh người đứng đầu'],
  ['member', 'Chức danh thành viên'],
  ['secretary', 'Chức danh thư ký'],
] as const satisfies readonly (readonly [keyof Wording, string])[];

const untitled = 'Hãy ghi chức danh ký biên bản.';

/** The fields, saved together. */
export function TallyWording(props: {
  readonly round: RoundView;
  /** Why nothing can be written. */
  readonly lockedReason: string | null;
}): ReactNode {
  const { round, lockedReason } = props;
  const disabled = lockedReason !== null;
  const [typed, setTyped] = useState<Typed>({
    ...round.wording,
    countedFrom: round.wording.countedFrom ?? '',
    countedTo: round.wording.countedTo ?? '',
  });
  const [opened, setOpened] = useState<RoundView['wording']>(round.wording);
  const save = useCommand('saveTallyWording');
  const wrong = checkHours({ from: typed.countedFrom, to: typed.countedTo, needed: false });
  const problems = { countedFrom: wrong.from, countedTo: wrong.to };
  const offReason =
    lockedReason ??
    wrong.from ??
    wrong.to ??
    (titles.every(([key]) => typed[key].trim() !== '') ? null : untitled);

  async function send(): Promise<void> {
    const hours = { countedFrom: parseTime(typed.countedFrom), countedTo: parseTime(typed.countedTo) };
    const wording = { ...typed, ...hours };
    const result = await save.run(
      { roundId: round.id, ...wording },
      { seen: { roundId: round.id, ...opened } },
    );
    if (result.ok) setOpened(wording);

    if (result.ok) showToast('Đã lưu giờ kiểm phiếu và lời văn của biên bản kiểm phiếu.');
  }

  return (
    <Section title="Giờ kiểm phiếu, lời văn biên bản">
      <form
        className="wording"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className="wording__hours">
          {hours.map(([key, label]) => (
            <TextField
              key={key}
              label={label}
              hint="Để trống thì biên bản chừa chỗ ghi."
              optional
              value={typed[key]}
              maxLength={20}
              disabled={disabled}
              error={problems[key]}
              onChange={(text) => setTyped({ ...typed, [key]: text })}
            />
          ))}
        </div>
        {titles.map(([key, label]) => (
          <TextField
            key={key}
            label={label}
            value={typed[key]}
            maxLength={300}
            disabled={disabled}
            error={typed[key].trim() === '' ? untitled : null}
            onChange={(text) => setTyped({ ...typed, [key]: text })}
          />
        ))}
        <div className="wording__remarks">
          <TextField
            label="Ghi chú của Ban kiểm phiếu"
            hint="Được in ở cuối biên bản; để trống nếu không có."
            optional
            value={typed.remarks}
            maxLength={1000}
            disabled={disabled}
            onChange={(remarks) => setTyped({ ...typed, remarks })}
          />
        </div>
        <ErrorNotice error={save.error} />
        <div className="form-foot">
          <Button submit size="small" busy={save.busy} disabledReason={offReason}>
            Lưu biên bản
          </Button>
        </div>
      </form>
    </Section>
  );
}
