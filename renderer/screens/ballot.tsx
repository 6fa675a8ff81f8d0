import '../styles/screens/ballot.css';
import { useState, type ReactNode } from 'react';
import type { TitleId } from '../../shared/terms.ts';
import type { NextRound, RoundRow } from '../../shared/views.ts';
import { useCommand, useQuery } from '../client.ts';
import {
  BodyPicker,
  Chip,
  Empty,
  ErrorNotice,
  Screen,
  goWith,
  selectIn,
  useBody,
  useOfficeReason,
  type Action,
  type ChipTone,
} from '../components/index.ts';
import { NextRoundDialog } from './ballot/next-round.tsx';
import { RoundWork } from './ballot/round.tsx';

/** Kiểm phiếu: the rounds of secret ballot at the left, the one at hand at the right. */
export function BallotScreen(): ReactNode {
  const { body, key, selected } = useBody();
  const rounds = useQuery('listRounds', { body });
  const meeting = useQuery('getMeeting', { body });
  const next = useQuery('listNextRounds', { body });
  const officeReason = useOfficeReason();
  const openRound = useCommand('openRound');
  const list = rounds.data ?? [];
  const current =
    list.find(({ id }) => id === selected) ?? list.find(({ state }) => state !== 'sealed') ?? list.at(-1);
  const [choosing, setChoosing] = useState<NextRound | null>(null);
  const open = next.data ?? [];
  const reason =
    officeReason ??
    (meeting.data?.meeting?.state === 'open'
      ? null
      : meeting.data?.meeting?.state === 'closed'
        ? 'Phiên họp đã kết luận.'
        : 'Hãy mở cuộc họp ở bước Họp Hội đồng trước.');

  async function start(titleId: TitleId, caseIds?: readonly string[]): Promise<void> {
    const result = await openRound.run({
      body,
      titleId,
      ...(caseIds === undefined ? {} : { caseIds: [...caseIds] }),
    });
    if (!result.ok) return;
    setChoosing(null);
    selectIn(body, result.value.id);
  }

  const starts: readonly Action[] = open.map((round) => ({
    label:
      round.number === 1
        ? `Lập danh sách bỏ phiếu ${round.titleName}`
        : `Bỏ phiếu lần ${round.number}: ${round.titleName}`,
    run: () => {
      if (round.number === 1) void start(round.titleId);
      else setChoosing(round);
    },
    busy: openRound.busy,
    disabledReason:
      reason ??
      (round.candidates.length === 0
        ? `${round.held.length} người chưa đủ kết quả biểu quyết trước theo quy chế của trường.`
        : null),
  }));
  const side = (
    <nav className="rounds" aria-label="Các vòng bỏ phiếu">
      <ul>
        {list.map((round) => (
          <li key={round.id}>
            <button
              type="button"
              className="rounds__one"
              aria-current={round.id === current?.id ? 'true' : undefined}
              onClick={() => {
                selectIn(body, round.id);
              }}
            >
              <strong title={round.titleName}>{round.titleName}</strong>
              <span>
                {round.number > 1 ? `Lần ${round.number}, ` : ''}
                {round.slate} người
              </span>
              <Chip tone={stateTones[round.state]}>{stateWords[round.state]}</Chip>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );

  if (current === undefined) {
    return (
      <Screen
        title="Kiểm phiếu"
        subtitle="Chưa có vòng bỏ phiếu kín nào."
        primary={
          starts[0] ?? {
            label: 'Lập danh sách bỏ phiếu',
            run: () => undefined,
            busy: rounds.data === null || next.data === null,
            disabledReason:
              rounds.data === null || next.data === null
                ? null
                : body.kind === 'SCHOOL'
                  ? 'Chưa có ai đủ điều kiện ở danh hiệu phải bỏ phiếu kín.'
                  : 'Cuộc họp này biểu quyết giơ tay, hoặc chưa có hồ sơ nào.',
          }
        }
        actions={starts.slice(1)}
        notices={
          <>
            <BodyPicker />
            <ErrorNotice error={rounds.error ?? openRound.error} />
          </>
        }
      >
        {rounds.data !== null && (
          <Empty
            sentence="Vòng bỏ phiếu được lập cho danh hiệu phải bỏ phiếu kín, với những người đủ điều kiện."
            action={
              meeting.data?.meeting?.state === 'open' && starts[0] !== undefined
                ? starts[0]
                : { label: 'Sang bước Họp Hội đồng', run: () => goWith('council', body) }
            }
          />
        )}
      </Screen>
    );
  }
  return (
    <RoundWork
      key={`${key} ${current.id}`}
      id={current.id}
      rounds={side}
      starts={starts}
      failure={choosing === null ? openRound.error : null}
      present={meeting.data?.quorum?.present ?? 0}
      meetingState={meeting.data?.meeting?.state ?? null}
      dialog={
        choosing !== null && (
          <NextRoundDialog
            round={choosing}
            busy={openRound.busy}
            problem={openRound.error}
            onOpen={(caseIds) => void start(choosing.titleId, caseIds)}
            onClose={() => {
              openRound.clearError();
              setChoosing(null);
            }}
          />
        )
      }
      others={list.filter(
        ({ id, state, number, form }) =>
          id !== current.id &&
          state === 'preparing' &&
          number === current.number &&
          form.kind === current.form.kind &&
          form.chooseAtMost === current.form.chooseAtMost,
      )}
      waiting={list.find(({ id, state }) => id !== current.id && state !== 'sealed') ?? null}
    />
  );
}

const stateWords: Record<RoundRow['state'], string> = {
  preparing: 'Chuẩn bị phiếu',
  counting: 'Đang kiểm phiếu',
  sealed: 'Đã chốt',
  reopened: 'Đang kiểm lại',
};
const stateTones: Record<RoundRow['state'], ChipTone> = {
  preparing: 'plain',
  counting: 'info',
  sealed: 'sealed',
  reopened: 'warn',
};
