/** Awards that the facts speak for and that nobody registered: the list, and one of them with its button. */
import { type ReactNode } from 'react';
import type { IsoDate } from '../../../shared/dates.ts';
import type { SuggestionRow } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import {
  Button,
  Chip,
  DateField,
  DetailPanel,
  ErrorNotice,
  Section,
  type ChipTone,
  type Column,
  type Filter,
} from '../../components/index.ts';
import { go, showToast, useDraft } from '../../store.ts';

type Strength = SuggestionRow['strength'];

const strengthNames: Record<Strength, string> = {
  met: 'Đủ điều kiện',
  'to-confirm': 'Chờ xác nhận',
  'to-judge': 'Do Hội đồng xét',
};
const tones: Record<Strength, ChipTone> = { met: 'good', 'to-confirm': 'warn', 'to-judge': 'plain' };

/** Key of a suggestion in the address. */
export function suggestionKey(row: SuggestionRow): string {
  return `suggest:${row.personId ?? row.groupId ?? ''}:${row.titleId}`;
}

function strengthCell(row: SuggestionRow): ReactNode {
  return <Chip tone={tones[row.strength]}>{strengthNames[row.strength]}</Chip>;
}

function lackingText({ lacking }: SuggestionRow): string {
  return lacking.length === 0 ? 'Không còn điều kiện nào phải xác nhận' : lacking.join('; ');
}

/** Columns of the list. */
export const suggestionColumns: readonly Column<SuggestionRow>[] = [
  { id: 'name', header: 'Họ và tên, tập thể', kind: 'name', value: (row) => row.name, width: 196 },
  { id: 'group', header: 'Tổ', value: (row) => row.groupName, width: 184, yields: 2 },
  {
    id: 'title',
    header: 'Danh hiệu, hình thức',
    value: (row) => row.titleName,
    width: 240,
  },
  {
    id: 'strength',
    header: 'Theo dữ kiện',
    value: (row) => strengthNames[row.strength],
    cell: strengthCell,
    width: 152,
  },
  { id: 'lacking', header: 'Còn phải xác nhận', value: lackingText, yields: 1 },
];

/** Cuts by how strongly the facts speak. */
export const suggestionFilters: readonly Filter<SuggestionRow>[] = (
  ['met', 'to-confirm', 'to-judge'] as const
).map((strength) => ({
  id: strength,
  label: strengthNames[strength],
  test: (row) => row.strength === strength,
}));

/** One suggestion: what carries it, what is still to confirm, and the registration. */
export function SuggestionPanel(props: {
  readonly row: SuggestionRow;
  readonly deadline: IsoDate | null;
  /** Why nothing can be registered now. */
  readonly reason: string | null;
  readonly onClose: () => void;
}): ReactNode {
  const { row, deadline, reason } = props;
  const register = useCommand('registerCase');
  const day = useDraft<IsoDate | null>('registration-day', null);
  const offReason = reason ?? (day.value === null ? 'Hãy nhập ngày đăng ký.' : null);

  async function send(): Promise<void> {
    const result = await register.run({
      personId: row.personId,
      groupId: row.groupId,
      titleId: row.titleId,
      registeredOn: day.value ?? '',
    });
    if (!result.ok) return;
    showToast(`Đã ghi đăng ký ${row.titleName} của ${row.name}.`);
    props.onClose();
  }

  return (
    <DetailPanel
      title={row.name}
      subtitle={[row.groupId === null ? row.groupName : 'Tập thể', row.position, row.code]
        .filter(Boolean)
        .join(' · ')}
      onClose={props.onClose}
      wide
      foot={
        row.personId !== null && (
          <Button size="small" kind="quiet" onClick={() => go('people', row.personId)}>
            Xem dữ kiện của người này
          </Button>
        )
      }
    >
      <div className={`verdict verdict--${row.strength === 'met' ? 'yes' : 'needs-person'}`}>
        <div className="verdict__head">
          <span className="verdict__title">{row.titleName}</span>
          {strengthCell(row)}
        </div>
        <p className="verdict__sentence">{row.summary}</p>
      </div>
      {row.lacking.length > 0 && (
        <Section title="Còn phải xác nhận">
          <ul className="changes">
            {row.lacking.map((text) => (
              <li key={text}>{text}.</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Ghi đăng ký">
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <DateField
            small
            label="Ngày đăng ký"
            value={day.value}
            onChange={day.set}
            disabled={reason !== null}
            hint={
              deadline !== null && day.value !== null && day.value > deadline
                ? 'Sau hạn đăng ký: vẫn nhận, có ghi chú muộn.'
                : undefined
            }
          />
          <ErrorNotice error={register.error} />
          <div className="judge__buttons">
            <Button submit busy={register.busy} disabledReason={offReason}>
              Đăng ký {row.titleShort}
            </Button>
            {offReason !== null && <span className="muted">{offReason}</span>}
          </div>
        </form>
      </Section>
    </DetailPanel>
  );
}
