/** Ballots as they will be printed: how many, on what paper, for which titles. */
import { useState, type ReactNode } from 'react';
import type { SlipFormat } from '../../../shared/documents/model.ts';
import type { Id } from '../../../shared/terms.ts';
import type { RenderedBallots, RoundRow, RoundView } from '../../../shared/views.ts';
import { call } from '../../client.ts';
import {
  Button,
  CheckField,
  FileFrame,
  NumberField,
  SelectField,
  useSetting,
} from '../../components/index.ts';

const formats: readonly { readonly value: SlipFormat; readonly label: string }[] = [
  { value: 'A4', label: 'Khổ A4, mỗi tờ một phiếu' },
  { value: 'A5', label: 'Khổ A5, mỗi tờ một phiếu' },
  { value: 'two-up', label: 'Khổ A4, cắt đôi' },
  { value: 'four-up', label: 'Khổ A4, cắt bốn' },
];

/** The exact number of ballots: one for each member present, and the spare ones. */
function numberWords(present: number, total: number, spare: number): string {
  const members = present > 0 ? `có mặt ${present} thành viên` : `tổng số ${total} thành viên`;
  return `Cần in ${(present > 0 ? present : total) + spare} phiếu: ${members}${spare > 0 ? `, dự phòng ${spare}` : ''}.`;
}

function paperWords({ sheets, pages, points, format }: RenderedBallots): string {
  const size = format === 'A5' ? 'A5' : 'A4';
  const long = pages > 1 ? `Mỗi phiếu ${pages} trang. ` : '';
  return `${long}Hết ${sheets} tờ ${size} in một mặt; họ tên cỡ chữ ${points}.`;
}

/** Why some formats are not in the list; nothing when all are. */
function tooSmall(made: RenderedBallots | null): string | undefined {
  if (made === null || made.formats.length === formats.length) return undefined;
  return 'Không cắt nhỏ hơn được: phiếu của một người phải là một mảnh.';
}

/** The print panel of a round. */
export function BallotPrint(props: {
  readonly round: RoundView;
  readonly present: number;
  /** Rounds that could stand on the same sheet. */
  readonly others: readonly RoundRow[];
  /** Why the number of printed ballots cannot be written down now; null when it can. */
  readonly lockedReason: string | null;
  readonly onPrinted: (printed: number) => void;
}): ReactNode {
  const { round, present, others } = props;
  const [format, setFormat] = useState<SlipFormat | null>(null);
  const settled = useSetting('spareBallots');
  // Until another number is typed it is that of the school's regulation.
  const [typed, setTyped] = useState<number | null | undefined>(undefined);
  const spare = typed === undefined ? (settled?.kind === 'number' ? settled.number : 0) : typed;
  const [trial, setTrial] = useState(false);
  const [joined, setJoined] = useState<readonly Id[]>([]);
  const [made, setMade] = useState<RenderedBallots | null>(null);
  const total = (present > 0 ? present : round.total) + (spare ?? 0);
  const request = {
    roundIds: [round.id, ...others.filter(({ id }) => joined.includes(id)).map(({ id }) => id)],
    format,
    copies: trial ? 1 : total,
    purpose: trial ? 'trial' : 'vote',
  } as const;

  return (
    <div className="print">
      <div className="print__choices">
        <SelectField
          label="Khổ giấy"
          placeholder="Tự chọn theo số tên"
          value={format}
          options={formats.filter(({ value }) => value === format || (made?.formats.includes(value) ?? true))}
          hint={tooSmall(made)}
          onChange={setFormat}
        />
        <NumberField
          label="Số phiếu dự phòng"
          suffix="phiếu"
          value={spare}
          max={200}
          disabled={trial}
          onChange={setTyped}
        />
        <div className="print__checks">
          <CheckField
            label="Phiếu thử"
            note="Một tờ mang chữ PHIẾU THỬ để xem máy in."
            checked={trial}
            onChange={setTrial}
          />
          {others.map((other) => (
            <CheckField
              key={other.id}
              label={`In chung tờ với ${other.titleName}`}
              checked={joined.includes(other.id)}
              onChange={(checked) => {
                setJoined(checked ? [...joined, other.id] : joined.filter((id) => id !== other.id));
              }}
            />
          ))}
        </div>
      </div>
      <p className="print__number" role="status">
        <strong>{trial ? 'In 1 phiếu thử.' : numberWords(present, round.total, spare ?? 0)}</strong>{' '}
        {made !== null && paperWords(made)}
        {!trial && round.printed !== total && props.lockedReason === null && (
          <Button size="small" onClick={() => props.onPrinted(total)}>
            Ghi số phiếu in: {total}
          </Button>
        )}
      </p>
      <div className="print__paper">
        <FileFrame
          title={`Phiếu bầu danh hiệu ${round.titleName}`}
          formats={['pdf', 'docx']}
          version={JSON.stringify(request)}
          make={async (file) => {
            const result = await call('renderBallots', {
              ...request,
              roundIds: [...request.roundIds],
              file: file === 'docx' ? 'docx' : 'pdf',
            });
            if (result.ok) setMade(result.value);
            return result;
          }}
        />
      </div>
    </div>
  );
}
