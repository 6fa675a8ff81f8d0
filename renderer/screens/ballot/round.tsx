/** One round of secret ballot: its papers, its count, its written opinions, its result. */
import { useState, type ReactNode } from 'react';
import type { Id } from '../../../shared/terms.ts';
import type { Meeting, RoundRow, RoundView } from '../../../shared/views.ts';
import { useCommand, useQuery, type CallError } from '../../client.ts';
import {
  BodyPicker,
  ConfirmDialog,
  ErrorNotice,
  Notice,
  Screen,
  Tabs,
  goWith,
  selectIn,
  useBody,
  useOfficeReason,
  type Action,
} from '../../components/index.ts';
import { go, showToast } from '../../store.ts';
import { Compare } from './compare.tsx';
import { BallotEntry } from './entry.tsx';
import { liveIdentities } from './live-identities.ts';
import { Opinions } from './opinions.tsx';
import { PaperNumbers } from './papers.tsx';
import { Result } from './result.tsx';
import { CountSide } from './side.tsx';
import { TakeCount } from './take-count.tsx';
import { Totals } from './totals.tsx';
import { useEntry } from './use-entry.ts';

interface WorkProps {
  readonly id: Id;
  readonly rounds: ReactNode;
  /** Rounds that can be opened. */
  readonly starts: readonly Action[];
  readonly failure: CallError | null;
  /** What is asked over the screen before a further ballot. */
  readonly dialog: ReactNode;
  readonly present: number;
  readonly meetingState: Meeting['state'] | null;
  /** Rounds whose names could stand on the same sheet of paper. */
  readonly others: readonly RoundRow[];
  /** Another round that is not sealed. */
  readonly waiting: RoundRow | null;
}

/** The screen with one round on it. */
export function RoundWork(props: WorkProps): ReactNode {
  const round = useQuery('getRound', { id: props.id });
  if (round.data === null) {
    return (
      <Screen
        title="Kiểm phiếu"
        notices={
          <>
            <BodyPicker />
            <ErrorNotice error={round.error} />
          </>
        }
      >
        <div className="ballot">{props.rounds}</div>
      </Screen>
    );
  }
  return <Work {...props} round={round.data} />;
}

type Part = 'papers' | 'entry' | 'compare' | 'opinions' | 'result';
type Asked = 'seal' | 'clear' | 'remove' | 'reopen';

/** What is lost when a count begins anew. */
function clearWords(round: RoundView): string {
  if (round.counts.length < 2) {
    return 'Mọi phiếu và số tổng đã nhập của vòng này bị bỏ để kiểm lại từ đầu.';
  }
  return round.ownCount === null
    ? 'Cả hai lần kiểm bị bỏ, người khác có thể nhận kiểm lại từ đầu.'
    : 'Mọi phiếu của lần kiểm của bạn bị bỏ để kiểm lại từ đầu; lần kiểm kia không đổi.';
}

/** What a round still lacks before it can be sealed; null when nothing. */
function missingOf(round: RoundView, typed: number): string | null {
  if (round.printed === null || round.issued === null) return 'Hãy ghi số phiếu in và số phiếu phát ra.';
  if (round.returned === null) return 'Hãy ghi số phiếu thu về trước khi kiểm.';
  if (round.mode === 'ballots') {
    const missing = round.ownCount === null ? null : missingPapers(round, round.returned, typed);
    if (missing !== null) return missing;
    const apart = missingAgreement(round);
    if (apart !== null) return apart;
  } else {
    const open = round.totals.filter(
      (row) => row.agree === null || row.disagree === null || row.blank === null,
    ).length;
    if (open > 0) return `Còn ${open}/${round.totals.length} người chưa đủ số phiếu.`;
  }
  if (round.tellers.length === 0) return 'Hãy chọn Ban kiểm phiếu ở bước Họp Hội đồng.';
  const broken = round.identities.find(({ holds }) => !holds);
  return broken === undefined ? null : `Chưa khớp: ${broken.identity}.`;
}

function missingPapers(round: RoundView, returned: number, typed: number): string | null {
  const left = returned - round.stored - round.aside;
  if (left > 0 && typed >= left) return 'Hãy cất tập phiếu trước.';
  if (left > 0) return `Còn ${left - typed}/${returned} phiếu chưa nhập.`;
  return round.aside > 0 ? `Còn ${round.aside} phiếu để riêng chờ Ban kiểm phiếu quyết định.` : null;
}

/** What two counts still lack; null for a single one. */
function missingAgreement(round: RoundView): string | null {
  if (round.counts.length < 2) return null;
  const open = round.counts.find(({ complete }) => !complete);
  if (open !== undefined) return `Chờ kiểm xong lần ${open.number}.`;
  if (round.difference?.equal === false) return 'Hai lần kiểm chưa khớp; xem phần Đối chiếu.';
  const waiting = round.counts.filter(({ confirmed }) => !confirmed);
  return waiting.length === 0
    ? null
    : `Chờ xác nhận của ${waiting.map(({ teller }) => teller ?? '').join(', ')}.`;
}

function Work(props: WorkProps & { readonly round: RoundView }): ReactNode {
  const { round } = props;
  const { body } = useBody();
  const status = useQuery('getStatus', {});
  const role = status.data?.session?.role;
  const officeReason = useOfficeReason();
  const entry = useEntry(round);
  const seal = useCommand('sealRound');
  const clear = useCommand('clearBallots');
  const remove = useCommand('removeRound');
  const reopen = useCommand('reopenRound');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [part, setPart] = useState<Part>(
    round.state === 'sealed'
      ? 'result'
      : round.returned === null
        ? 'papers'
        : round.difference === null
          ? 'entry'
          : 'compare',
  );
  const isSealed = round.state === 'sealed';
  const typed = isSealed ? 0 : (entry.lot?.ballots.length ?? 0);
  const lockedReason =
    role === 'viewer'
      ? 'Người xem không nhập được phiếu.'
      : props.meetingState !== 'open'
        ? 'Phiên họp không còn mở, số liệu chỉ để xem.'
        : isSealed
          ? 'Kết quả đã chốt; Chủ tịch Hội đồng có thể mở lại.'
          : null;
  const isLotFull = round.mode === 'ballots' && typed > 0 && typed === entry.capacity;

  async function sealNow(): Promise<void> {
    const result = await seal.run({ roundId: round.id });
    if (!result.ok) return;
    setAsked(null);
    setPart('result');
    showToast('Đã chốt kết quả kiểm phiếu.');
  }
  async function clearNow(reason: string): Promise<void> {
    const result = await clear.run({ roundId: round.id, reason });
    if (!result.ok) return;
    setAsked(null);
    entry.reset();
    showToast('Đã bỏ các phiếu đã nhập để kiểm lại từ đầu.');
  }
  async function removeNow(reason: string): Promise<void> {
    const result = await remove.run({ id: round.id, reason });
    if (!result.ok) return;
    setAsked(null);
    selectIn(body, null);
    showToast(`Đã hủy vòng bỏ phiếu ${round.titleName}.`);
  }
  async function reopenNow(reason: string): Promise<void> {
    const result = await reopen.run({ roundId: round.id, reason });
    if (!result.ok) return;
    setAsked(null);
    setPart('entry');
    showToast('Đã mở lại kết quả kiểm phiếu; bản đã chốt vẫn được giữ.');
  }
  function close(): void {
    for (const command of [seal, clear, remove, reopen]) command.clearError();
    setAsked(null);
  }

  const { waiting } = props;
  const primary: Action = isSealed
    ? waiting !== null
      ? { label: `Kiểm phiếu ${waiting.titleName}`, run: () => selectIn(body, waiting.id) }
      : props.meetingState === 'open'
        ? { label: 'Về Họp Hội đồng để kết luận', run: () => goWith('council', body) }
        : { label: 'Sang bước Hồ sơ', run: () => go('dossier') }
    : isLotFull
      ? {
          label: 'Cất tập phiếu',
          busy: entry.busy,
          disabledReason: lockedReason,
          run: () => {
            if (entry.lot !== null) void entry.store(entry.lot.ballots);
          },
        }
      : {
          label: 'Chốt kết quả',
          run: () => setAsked('seal'),
          disabledReason: lockedReason ?? missingOf(round, typed),
        };
  const isTwice = round.counts.length > 1;
  const hasCount =
    round.stored > 0 ||
    typed > 0 ||
    round.aside > 0 ||
    (isTwice && round.ownCount === null && round.counts.some(({ teller }) => teller !== null)) ||
    round.totals.some((row) => row.agree !== null);
  const actions: readonly Action[] = [
    ...props.starts,
    ...(typed > 0 && !isLotFull
      ? [
          {
            label: `Cất trước ${typed} phiếu đã nhập`,
            disabledReason: lockedReason,
            run: () => {
              if (entry.lot !== null) void entry.store(entry.lot.ballots);
            },
          },
        ]
      : []),
    ...(isSealed
      ? [
          {
            label: 'Mở lại kết quả kiểm phiếu',
            run: () => setAsked('reopen'),
            disabledReason:
              role !== 'chair'
                ? 'Chỉ Chủ tịch Hội đồng mở lại được kết quả đã chốt.'
                : props.meetingState === 'open'
                  ? null
                  : 'Hãy mở lại phiên họp trước.',
          },
        ]
      : [
          {
            label: 'Bỏ các phiếu đã nhập',
            danger: true,
            run: () => setAsked('clear'),
            disabledReason: lockedReason ?? (hasCount ? null : 'Chưa nhập phiếu nào.'),
          },
          {
            label: 'Hủy vòng bỏ phiếu',
            danger: true,
            run: () => setAsked('remove'),
            disabledReason: officeReason ?? lockedReason,
          },
        ]),
  ];
  const received = round.opinions.filter((opinion) => opinion.received).length;

  return (
    <Screen
      title="Kiểm phiếu"
      subtitle={`${round.titleName}${round.number > 1 ? `, lần ${round.number}` : ''}: ${round.slate} người trong danh sách, cần ${round.demand} đồng ý.`}
      primary={primary}
      actions={actions}
      notices={
        <>
          <BodyPicker />
          <ErrorNotice error={props.failure} />
        </>
      }
    >
      <div className="ballot">
        {props.rounds}
        <div className="ballot__main">
          <Tabs<Part>
            label={`Vòng bỏ phiếu ${round.titleName}`}
            value={part}
            onChange={setPart}
            tabs={[
              { id: 'papers', label: 'Phát và thu phiếu' },
              {
                id: 'entry',
                label: round.mode === 'ballots' ? 'Nhập phiếu' : 'Nhập số tổng',
                ...(round.mode === 'ballots' ? { count: round.stored + typed } : {}),
              },
              ...(isTwice ? [{ id: 'compare', label: 'Đối chiếu' } as const] : []),
              { id: 'opinions', label: 'Ý kiến bằng văn bản', count: received },
              { id: 'result', label: 'Kết quả' },
            ]}
          />
          {part === 'papers' && (
            <PaperNumbers
              round={round}
              present={props.present}
              others={props.others}
              lockedReason={lockedReason}
              onDeclared={() => setPart('entry')}
            />
          )}
          {part === 'entry' &&
            (round.returned === null ? (
              <div className="ballot__page">
                <Notice tone="info" action={{ label: 'Ghi số phiếu thu về', run: () => setPart('papers') }}>
                  Đếm số tờ phiếu thu về trước, rồi mới nhập phiếu đầu tiên.
                </Notice>
              </div>
            ) : isSealed ? (
              <div className="ballot__page">
                <Notice tone="info" action={{ label: 'Xem kết quả', run: () => setPart('result') }}>
                  {lockedReason}
                </Notice>
              </div>
            ) : round.ownCount === null ? (
              <TakeCount round={round} session={status.data?.session ?? null} lockedReason={lockedReason} />
            ) : round.mode === 'ballots' ? (
              <BallotEntry round={round} entry={entry} lockedReason={lockedReason} />
            ) : (
              <Totals round={round} lockedReason={lockedReason} />
            ))}
          {part === 'compare' && (
            <Compare round={round} lockedReason={lockedReason} onRemoved={() => setPart('entry')} />
          )}
          {part === 'opinions' && (
            <div className="ballot__page">
              <Opinions round={round} lockedReason={lockedReason} />
            </div>
          )}
          {part === 'result' && <Result round={round} mayWrite={role !== 'viewer'} />}
        </div>
        {part !== 'result' && <CountSide round={round} identities={liveIdentities(round, typed)} />}
      </div>
      {props.dialog}
      {asked === 'seal' && (
        <ConfirmDialog
          title="Chốt kết quả kiểm phiếu"
          sentence={`Kết quả của ${round.slate} người được tính và chốt lại. Sau đó chỉ Chủ tịch Hội đồng mở lại được, có lý do.`}
          confirm="Chốt kết quả"
          busy={seal.busy}
          problem={<ErrorNotice error={seal.error} />}
          onConfirm={() => void sealNow()}
          onClose={close}
        />
      )}
      {asked === 'clear' && (
        <ConfirmDialog
          title="Bỏ các phiếu đã nhập"
          sentence={`${clearWords(round)} Số phiếu in, phát ra, thu về và ý kiến bằng văn bản được giữ.`}
          reason="Lý do kiểm lại"
          confirm="Bỏ các phiếu đã nhập"
          danger
          busy={clear.busy}
          problem={<ErrorNotice error={clear.error} />}
          onConfirm={(reason) => void clearNow(reason)}
          onClose={close}
        />
      )}
      {asked === 'remove' && (
        <ConfirmDialog
          title="Hủy vòng bỏ phiếu"
          sentence={`Vòng bỏ phiếu ${round.titleName} và mọi số liệu của vòng này bị hủy; các hồ sơ trở lại như trước khi lập danh sách.`}
          reason="Lý do hủy"
          confirm="Hủy vòng bỏ phiếu"
          danger
          busy={remove.busy}
          problem={<ErrorNotice error={remove.error} />}
          onConfirm={(reason) => void removeNow(reason)}
          onClose={close}
        />
      )}
      {asked === 'reopen' && (
        <ConfirmDialog
          title="Mở lại kết quả kiểm phiếu"
          sentence="Bản kết quả đã chốt được giữ lại cùng lý do; sau khi kiểm lại sẽ chốt thành bản mới."
          reason="Lý do mở lại"
          confirm="Mở lại kết quả"
          danger
          busy={reopen.busy}
          problem={<ErrorNotice error={reopen.error} />}
          onConfirm={(reason) => void reopenNow(reason)}
          onClose={close}
        />
      )}
    </Screen>
  );
}
