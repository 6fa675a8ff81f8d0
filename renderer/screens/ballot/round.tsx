/** One round of secret ballot: its papers, its count, its written opinions, its result. */
import { useState, type ReactNode } from 'react';
import type { Id } from '../../../shared/terms.ts';
import type { Meeting, RoundRow, RoundView } from '../../../shared/views.ts';
import { useQuery, type CallError } from '../../client.ts';
import {
  BodyPicker,
  ErrorNotice,
  Notice,
  Screen,
  Tabs,
  goWith,
  selectIn,
  useBody,
  useChairReason,
  useCountingReason,
  useOfficeReason,
  type Action,
} from '../../components/index.ts';
import { go } from '../../store.ts';
import { Compare } from './compare.tsx';
import { BallotEntry } from './entry.tsx';
import { liveIdentities } from './live-identities.ts';
import { missingOf } from './missing.ts';
import { Opinions } from './opinions.tsx';
import { PaperNumbers } from './papers.tsx';
import { Result } from './result.tsx';
import { RoundDialog, type Asked } from './round-dialogs.tsx';
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

function Work(props: WorkProps & { readonly round: RoundView }): ReactNode {
  const { round } = props;
  const { body } = useBody();
  const status = useQuery('getStatus', {});
  const officeReason = useOfficeReason();
  const countingReason = useCountingReason();
  const chairReason = useChairReason();
  const entry = useEntry(round);
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
    countingReason ??
    (props.meetingState !== 'open'
      ? 'Phiên họp không còn mở, số liệu chỉ để xem.'
      : isSealed
        ? 'Kết quả đã chốt; Chủ tịch Hội đồng có thể mở lại.'
        : null);
  const isLotFull = round.mode === 'ballots' && typed > 0 && typed === entry.capacity;

  const after = {
    onSealed: () => setPart('result'),
    onCleared: () => entry.reset(),
    onRemoved: () => selectIn(body, null),
    onReopened: () => setPart('entry'),
  };

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
              chairReason ?? (props.meetingState === 'open' ? null : 'Hãy mở lại phiên họp trước.'),
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
          {part === 'result' && <Result round={round} lockedReason={countingReason} />}
        </div>
        {part !== 'result' && <CountSide round={round} identities={liveIdentities(round, typed)} />}
      </div>
      {props.dialog}
      {asked !== null && (
        <RoundDialog asked={asked} round={round} onClose={() => setAsked(null)} {...after} />
      )}
    </Screen>
  );
}
