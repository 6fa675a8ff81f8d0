/** Two complete counts side by side: the names and the papers that differ, then the confirmation of both tellers. */
import { useState, type ReactNode } from 'react';
import {
  differingPlaces,
  likest,
  type CountDifference,
  type PaperDifference,
} from '../../../shared/domain/second-count.ts';
import type { Mark } from '../../../shared/terms.ts';
import type { RoundView } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { Button, Chip, ConfirmDialog, ErrorNotice, Notice, Section } from '../../components/index.ts';
import { showToast } from '../../store.ts';
import { markWords } from './words.ts';

type Form = RoundView['form']['kind'];

/** The comparison of a round that is counted twice. */
export function Compare(props: {
  readonly round: RoundView;
  readonly lockedReason: string | null;
  /** Papers were taken out of one's own count: it is to be completed again. */
  readonly onRemoved: () => void;
}): ReactNode {
  const { round, lockedReason } = props;
  const { difference } = round;
  return (
    <div className="ballot__page compare">
      <ul className="compare__counts" aria-label="Hai lần kiểm">
        {round.counts.map((count) => (
          <li key={count.number}>
            <strong>Lần {count.number}</strong>
            <span>{count.teller ?? 'chưa có người nhận'}</span>
            <Chip tone={count.confirmed ? 'sealed' : count.complete ? 'good' : 'plain'}>
              {count.confirmed ? 'Đã xác nhận' : count.complete ? 'Đã kiểm xong' : 'Chưa kiểm xong'}
            </Chip>
          </li>
        ))}
      </ul>
      {difference === null ? (
        <Notice tone="info">
          {round.state === 'sealed'
            ? 'Hai lần kiểm khớp nhau ở từng dòng, từng tờ phiếu và đã được hai người kiểm xác nhận.'
            : 'Bảng đối chiếu hiện ra khi cả hai lần kiểm xong; trước đó không ai thấy số liệu của người kia.'}
        </Notice>
      ) : difference.equal ? (
        <Agreed round={round} lockedReason={lockedReason} />
      ) : (
        <Differences
          round={round}
          difference={difference}
          lockedReason={lockedReason}
          onRemoved={props.onRemoved}
        />
      )}
    </div>
  );
}

function Agreed(props: { readonly round: RoundView; readonly lockedReason: string | null }): ReactNode {
  const { round } = props;
  const confirm = useCommand('confirmCount');
  const own = round.counts.find((count) => count.own);
  const waiting = round.counts.filter(({ confirmed }) => !confirmed);
  return (
    <>
      <Notice tone="good">
        Hai lần kiểm khớp nhau ở từng dòng và từng tờ phiếu.{' '}
        {waiting.length === 0
          ? 'Cả hai người kiểm đã xác nhận, có thể chốt kết quả.'
          : `Chờ xác nhận của ${waiting.map(({ teller }) => teller ?? '').join(', ')}.`}
      </Notice>
      <ErrorNotice error={confirm.error} />
      {own !== undefined && !own.confirmed && (
        <div className="form-foot">
          <Button
            kind="primary"
            busy={confirm.busy}
            disabledReason={props.lockedReason}
            onClick={() => {
              void confirm.run({ roundId: round.id }).then((result) => {
                if (result.ok) showToast('Đã xác nhận lần kiểm của bạn.');
              });
            }}
          >
            Xác nhận lần kiểm của tôi
          </Button>
        </div>
      )}
      {own === undefined && waiting.length > 0 && (
        <p className="muted">Từng người kiểm đăng nhập bằng tên của mình để xác nhận.</p>
      )}
    </>
  );
}

function Differences(props: {
  readonly round: RoundView;
  readonly difference: CountDifference;
  readonly lockedReason: string | null;
  readonly onRemoved: () => void;
}): ReactNode {
  const { round, difference, lockedReason } = props;
  const remove = useCommand('removeBallots');
  const [asked, setAsked] = useState(false);
  const own = round.ownCount;
  const mine = own === null ? [] : (difference.papers[own - 1] ?? []);
  const papersOfMine = mine.reduce((sum, { times }) => sum + times, 0);
  const rows = difference.rows.length;

  async function removeNow(reason: string): Promise<void> {
    const ballots = mine.flatMap(({ marks, times }) =>
      Array.from({ length: times }, () =>
        marks === null ? { invalidReason: reason, marks: [] } : { invalidReason: null, marks: [...marks] },
      ),
    );
    const result = await remove.run({ roundId: round.id, ballots, reason });
    if (!result.ok) return;
    setAsked(false);
    props.onRemoved();
    showToast(`Đã bỏ ${ballots.length} phiếu khỏi lần kiểm của bạn để đọc lại.`);
  }

  return (
    <>
      <Notice
        tone="warn"
        action={
          papersOfMine === 0
            ? null
            : {
                label: `Đọc lại ${papersOfMine} phiếu của tôi`,
                disabledReason: lockedReason,
                run: () => setAsked(true),
              }
        }
      >
        {rows === 0
          ? 'Hai lần kiểm có số tổng bằng nhau nhưng có tờ phiếu đọc khác nhau.'
          : `Hai lần kiểm khác nhau ở ${rows} dòng.`}{' '}
        Ban kiểm phiếu tìm các tờ phiếu dưới đây, cùng đọc lại; ai đọc nhầm thì nhập lại các tờ đó.
      </Notice>
      {(difference.valid[0] !== difference.valid[1] || rows > 0) && (
        <Section title="Dòng khác nhau">
          <table className="plain-table compare__rows">
            <thead>
              <tr>
                <th scope="col">Dòng</th>
                <th scope="col">Lần 1</th>
                <th scope="col">Lần 2</th>
              </tr>
            </thead>
            <tbody>
              {difference.valid[0] !== difference.valid[1] && (
                <tr>
                  <th scope="row">Phiếu hợp lệ, không hợp lệ</th>
                  {difference.valid.map((valid, count) => (
                    <td key={count}>
                      {valid} hợp lệ, {difference.invalid[count] ?? 0} không hợp lệ
                    </td>
                  ))}
                </tr>
              )}
              {difference.rows.map(({ caseId, name, counts }) => (
                <tr key={caseId}>
                  <th scope="row">
                    {placeOf(round, caseId)}. {name}
                  </th>
                  {counts.map((count, index) => (
                    <td key={index}>{figuresText(round.form.kind, count)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      <Section title="Tờ phiếu khác nhau">
        <ol className="compare__papers">
          {pairsOf(difference).map(({ first, second }, index) => (
            <li key={index}>
              <PaperText round={round} number={1} paper={first} other={second} />
              <PaperText round={round} number={2} paper={second} other={first} />
            </li>
          ))}
        </ol>
      </Section>
      {asked && (
        <ConfirmDialog
          title="Đọc lại các phiếu khác nhau"
          sentence={`${papersOfMine} phiếu chỉ có ở lần kiểm của bạn được bỏ ra để bạn đọc lại và nhập lại. Các phiếu khác được giữ.`}
          reason="Lý do đọc lại"
          confirm="Bỏ ra để đọc lại"
          busy={remove.busy}
          problem={<ErrorNotice error={remove.error} />}
          onConfirm={(reason) => void removeNow(reason)}
          onClose={() => {
            remove.clearError();
            setAsked(false);
          }}
        />
      )}
    </>
  );
}

function placeOf(round: RoundView, caseId: string): number {
  return round.candidates.findIndex((candidate) => candidate.caseId === caseId) + 1;
}

function figuresText(
  kind: Form,
  { agree, disagree, blank, invalidRow }: CountDifference['rows'][number]['counts'][number],
): string {
  const words = markWords[kind];
  const parts = [
    [agree, words.AGREE],
    ...(kind === 'CHOOSE' ? [] : ([[disagree, words.DISAGREE]] as const)),
    ...(kind === 'STRIKE_OUT' || (kind === 'SECRET_BALLOT' && blank === 0)
      ? []
      : ([[blank, words.BLANK]] as const)),
    ...(kind === 'SECRET_BALLOT' && invalidRow > 0 ? ([[invalidRow, words.INVALID]] as const) : []),
  ] as const;
  return parts.map(([count, word]) => `${count} ${word}`).join(', ');
}

interface Pair {
  readonly first: PaperDifference | null;
  readonly second: PaperDifference | null;
}

/** Papers of the first count beside the likest of the second; what is left of the second stands alone. */
function pairsOf({ papers: [first, second] }: CountDifference): readonly Pair[] {
  const left = [...second];
  const pairs = first.map((paper): Pair => {
    const other = likest(paper, left) ?? null;
    if (other !== null) left.splice(left.indexOf(other), 1);
    return { first: paper, second: other };
  });
  return [...pairs, ...left.map((paper): Pair => ({ first: null, second: paper }))];
}

/** One paper in words: what most rows say, and the rows that say something else; rows that differ stand out. */
function PaperText(props: {
  readonly round: RoundView;
  readonly number: 1 | 2;
  readonly paper: PaperDifference | null;
  readonly other: PaperDifference | null;
}): ReactNode {
  const { round, number, paper, other } = props;
  const words = markWords[round.form.kind];
  if (paper === null) {
    return (
      <p>
        <strong>Lần {number}</strong> <span className="muted">không có tờ phiếu tương ứng</span>
      </p>
    );
  }
  const { marks, times } = paper;
  const head = (
    <>
      <strong>Lần {number}</strong>
      {times > 1 && <span> {times} tờ</span>}{' '}
    </>
  );
  if (marks === null) {
    return (
      <p>
        {head}
        <mark>phiếu không hợp lệ</mark>
      </p>
    );
  }
  const usual: Mark = round.form.kind === 'CHOOSE' ? 'BLANK' : 'AGREE';
  const differing = new Set(other === null ? [] : differingPlaces(marks, other.marks));
  const said = marks.flatMap((value, place) =>
    value === usual && !differing.has(place) ? [] : [{ value, place }],
  );
  return (
    <p>
      {head}
      {said.map(({ value, place }) => {
        const text = `${place + 1}. ${round.candidates[place]?.name ?? ''}: ${words[value]}`;
        return (
          <span key={place} className="compare__row">
            {differing.has(place) && differing.size < marks.length ? <mark>{text}</mark> : text}
            {'; '}
          </span>
        );
      })}
      {said.length < marks.length && (said.length === 0 ? 'mọi dòng' : 'các dòng khác')}{' '}
      {said.length < marks.length && words[usual]}
    </p>
  );
}
