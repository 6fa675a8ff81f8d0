import '../styles/screens/ballot.css';
import { useMemo, type ReactNode } from 'react';
import { findTitle, ruleSetFor, voteRuleFor } from '../../shared/rules/catalogue.ts';
import type { TitleId } from '../../shared/terms.ts';
import type { CaseRow, MeetingView, RoundRow } from '../../shared/views.ts';
import { useCommand, useQuery } from '../client.ts';
import {
  Chip,
  Empty,
  ErrorNotice,
  Screen,
  useOfficeReason,
  type Action,
  type ChipTone,
} from '../components/index.ts';
import { go, select, useStore } from '../store.ts';
import { RoundWork } from './ballot/round.tsx';

/** Kiểm phiếu: the rounds of secret ballot at the left, the one at hand at the right. */
export function BallotScreen(): ReactNode {
  const rounds = useQuery('listRounds', {});
  const meeting = useQuery('getMeeting', {});
  const cases = useQuery('listCases', {});
  const selected = useStore((state) => state.route?.selected ?? null);
  const officeReason = useOfficeReason();
  const openRound = useCommand('openRound');
  const list = rounds.data ?? [];
  const current =
    list.find(({ id }) => id === selected) ?? list.find(({ state }) => state !== 'sealed') ?? list.at(-1);
  const open = useMemo(
    () => titlesToVote(meeting.data, cases.data ?? [], rounds.data ?? []),
    [meeting.data, cases.data, rounds.data],
  );
  const reason =
    officeReason ??
    (meeting.data?.meeting?.state === 'open'
      ? null
      : meeting.data?.meeting?.state === 'closed'
        ? 'Phiên họp đã kết luận.'
        : 'Hãy mở phiên họp ở bước Họp Hội đồng trước.');

  async function start(titleId: TitleId): Promise<void> {
    const result = await openRound.run({ titleId });
    if (result.ok) select(result.value.id);
  }

  const starts: readonly Action[] = open.map(({ titleId, number }) => ({
    label:
      number === 1
        ? `Lập danh sách bỏ phiếu ${findTitle(titleId)?.name ?? titleId}`
        : `Bỏ phiếu lần ${number}: ${findTitle(titleId)?.name ?? titleId}`,
    run: () => void start(titleId),
    busy: openRound.busy,
    disabledReason: reason,
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
                select(round.id);
              }}
            >
              <strong>{round.titleName}</strong>
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
            disabledReason:
              rounds.data === null || cases.data === null
                ? ' '
                : 'Chưa có ai đủ điều kiện ở danh hiệu phải bỏ phiếu kín.',
          }
        }
        actions={starts.slice(1)}
        notices={<ErrorNotice error={rounds.error ?? openRound.error} />}
      >
        {rounds.data !== null && (
          <Empty
            sentence="Vòng bỏ phiếu được lập cho danh hiệu phải bỏ phiếu kín, với những người đủ điều kiện."
            action={
              meeting.data?.meeting?.state === 'open' && starts[0] !== undefined
                ? starts[0]
                : { label: 'Sang bước Họp Hội đồng', run: () => go('council') }
            }
          />
        )}
      </Screen>
    );
  }
  return (
    <RoundWork
      key={current.id}
      id={current.id}
      rounds={side}
      starts={starts}
      failure={openRound.error}
      present={meeting.data?.quorum?.present ?? 0}
      meetingState={meeting.data?.meeting?.state ?? null}
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

/** Titles by secret ballot that can be put to the vote now, with the number their round would have. */
function titlesToVote(
  view: MeetingView | null,
  cases: readonly CaseRow[],
  rounds: readonly RoundRow[],
): readonly { readonly titleId: TitleId; readonly number: number }[] {
  const meeting = view?.meeting ?? null;
  const ruleSet = meeting === null ? null : ruleSetFor({ date: meeting.date });
  if (ruleSet === null) return [];
  const eligible = cases.filter(
    (row) => (row.overruled?.eligibility ?? row.eligibility) === 'yes' && row.state !== 'WITHDRAWN',
  );
  return [...new Set(eligible.map(({ titleId }) => titleId))].flatMap((titleId) => {
    if (voteRuleFor({ ruleSet, titleId }).value.kind !== 'SECRET_BALLOT') return [];
    const before = rounds.filter((round) => round.titleId === titleId);
    if (before.some(({ state }) => state !== 'sealed')) return [];
    const rows = eligible.filter((row) => row.titleId === titleId);
    // A further ballot is only about those who did not pass.
    const left = rows.filter((row) => before.length === 0 || (row.agree ?? 0) < (row.needed ?? 1));
    return left.length === 0 || before.length > 1 ? [] : [{ titleId, number: before.length + 1 }];
  });
}
