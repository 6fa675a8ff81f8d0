import '../styles/screens/council.css';
import { useState, type ReactNode } from 'react';
import { effectiveEligibility } from '../../shared/domain/verdict.ts';
import { formatDate } from '../../shared/dates.ts';
import { atLeast } from '../../shared/numbers.ts';
import { bodyKey, type Body } from '../../shared/domain/body.ts';
import { bodyWords } from '../../shared/vi/bodies.ts';
import { readinessSentences } from '../../shared/vi/readiness.ts';
import type { Outcome } from '../../shared/terms.ts';
import type { CaseRow, MeetingView } from '../../shared/views.ts';
import { useCommand, useQuery } from '../client.ts';
import {
  BodyPicker,
  Empty,
  ErrorNotice,
  Notice,
  Screen,
  Tabs,
  goWith,
  readinessTitle,
  useBody,
  useChairReason,
  useCountingReason,
  useOfficeReason,
  type Action,
} from '../components/index.ts';
import { go, showToast } from '../store.ts';
import { ballotCases } from './council/ballot-cases.ts';
import { MeetingCases } from './council/cases.tsx';
import { Hands } from './council/hands.tsx';
import { Initiatives } from './council/initiatives.tsx';
import { MeetingForm, NewMeetingForm } from './council/meeting-form.tsx';
import { MeetingDialog, type AskedOfMeeting } from './council/meeting-dialog.tsx';
import { CouncilMembers } from './council/members.tsx';
import { Presence } from './council/presence.tsx';
import { Tellers } from './council/tellers.tsx';

type Part = 'members' | 'meeting' | 'cases' | 'hands' | 'tellers' | 'initiatives';

/** Họp Hội đồng: a body that votes, who is present, its show of hands, and what the meeting comes to. */
export function CouncilScreen(): ReactNode {
  const { body, key } = useBody();
  const view = useQuery('getMeeting', { body });
  const bodies = useQuery('listBodies', {});
  const title = bodyWords[body.kind].title;
  const unused = bodies.data?.find((row) => bodyKey(row.body) === key)?.unusedBecause ?? null;
  if (view.data === null || unused !== null) {
    return (
      <Screen
        title={title}
        notices={
          <>
            <BodyPicker />
            <ErrorNotice error={view.error} />
          </>
        }
      >
        {unused !== null && (
          <Empty sentence={unused} action={{ label: 'Mở Quy chế, thiết lập', run: () => go('regulation') }} />
        )}
      </Screen>
    );
  }
  return <CouncilBody key={key} view={view.data} />;
}

function CouncilBody({ view }: { readonly view: MeetingView }): ReactNode {
  const { body } = view;
  const isCouncil = body.kind === 'SCHOOL';
  const words = bodyWords[body.kind];
  const people = useQuery('listPeople', {});
  const suggested = useQuery('suggestMembers', { body });
  const cases = useQuery('listCases', {});
  const season = useQuery('getSeason', {});
  const rounds = useQuery('listRounds', { body });
  const officeReason = useOfficeReason();
  const handsReason = useCountingReason();
  const chairReason = useChairReason();
  const openMeeting = useCommand('openMeeting');
  const setUp = useCommand('saveCouncil');
  const [asked, setAsked] = useState<AskedOfMeeting | null>(null);
  const { council, meeting, quorum, hands } = view;
  const members = council?.members ?? [];
  const state = meeting?.state ?? null;
  const isForInitiatives = body.kind === 'INITIATIVE';
  const voting: Part = isForInitiatives ? 'initiatives' : 'hands';
  const [part, setPart] = useState<Part>(
    members.length === 0
      ? 'members'
      : state === 'open' || (state === 'closed' && isForInitiatives)
        ? voting
        : 'meeting',
  );
  const closedReason =
    state === 'closed' ? `${words.meeting} đã kết luận; Chủ tịch Hội đồng có thể mở lại.` : null;
  const eligible = hands.filter((row) => row.heldBecause === null || row.agree !== null);
  const voted = eligible.filter((row) => row.agree !== null).length;
  const unchecked = isCouncil ? uncheckedOf(view, cases.data ?? []) : null;
  const openInitiatives = view.initiatives.filter(({ agree }) => agree === null).length;
  const byBallot = ballotCases(view, cases.data ?? []);
  const unballoted = byBallot.filter(({ id }) => !votedOn(view, id)).length;
  const unsealed = (rounds.data ?? []).filter((round) => round.state !== 'sealed');

  function onOpened(): void {
    setPart(voting);
    showToast(`Đã mở ${words.meeting.toLocaleLowerCase('vi')}.`);
  }

  async function open(): Promise<void> {
    const result = await openMeeting.run({ body, withoutQuorumBecause: null });
    if (result.ok) onOpened();
  }

  const meetingWord = words.meeting.toLocaleLowerCase('vi');
  const goToBallot: Action = { label: 'Sang bước Kiểm phiếu', run: () => goWith('ballot', body) };
  const concludeAction: Action = {
    label: `Kết luận ${meetingWord}`,
    run: () => setAsked('conclude'),
    disabledReason:
      officeReason ??
      (unsealed.length > 0 ? `Còn ${unsealed.length} vòng bỏ phiếu chưa chốt kết quả.` : null),
  };
  const primary = ((): Action => {
    if (members.length === 0) {
      return {
        label: isSeated(body) ? 'Lập Hội đồng theo chức vụ' : 'Lấy từ danh sách nhân sự',
        run: () => {
          setPart('members');
          void setUp.run({
            body,
            decisionNumber: council?.decisionNumber ?? '',
            decisionDate: council?.decisionDate ?? null,
            members: (suggested.data ?? []).map(({ personId, role }) => ({ personId, role })),
          });
        },
        busy: setUp.busy || suggested.data === null,
        disabledReason: officeReason,
      };
    }
    switch (state) {
      case null:
        return {
          label: `Lập ${meetingWord}`,
          run: () => setPart('meeting'),
          disabledReason: officeReason ?? (part === 'meeting' ? 'Hãy ghi ngày, giờ họp ở bên dưới.' : null),
        };
      case 'preparing':
        return {
          label: `Mở ${meetingWord}`,
          run: () => (unchecked === null ? void open() : setAsked('unchecked')),
          busy: openMeeting.busy,
          disabledReason:
            officeReason ??
            (quorum?.met === true
              ? null
              : `Mới có mặt ${quorum?.present ?? 0}/${quorum?.total ?? 0} thành viên, cần ${atLeast(quorum?.needed ?? 0)}.`),
        };
      case 'open':
        // The secret ballot comes before the conclusion.
        return unballoted > 0 ? goToBallot : concludeAction;
      case 'closed':
        return { label: 'Sang bước Hồ sơ', run: () => go('dossier') };
    }
  })();
  const actions: readonly Action[] = [
    ...(state === 'closed' ? [] : [{ label: readinessTitle, run: () => setAsked('readiness') }]),
    ...(state === 'preparing' && quorum?.met === false
      ? [
          {
            label: `Mở ${meetingWord} khi chưa đủ số người`,
            run: () => setAsked('override'),
            disabledReason: officeReason,
          },
        ]
      : []),
    ...(state === 'open' ? [unballoted > 0 ? concludeAction : goToBallot] : []),
    ...(state === 'closed'
      ? [{ label: `Mở lại ${meetingWord}`, run: () => setAsked('reopen'), disabledReason: chairReason }]
      : []),
  ];

  return (
    <Screen
      title={words.title}
      subtitle={subtitleOf(view)}
      primary={primary}
      actions={actions}
      notices={
        <>
          <BodyPicker />
          {officeReason !== null && <Notice tone="info">{officeReason}</Notice>}
          {asked === null && <ErrorNotice error={openMeeting.error ?? setUp.error} />}
          {state === 'open' && unsealed.length > 0 && (
            <Notice tone="info" action={goToBallot}>
              Đang bỏ phiếu kín: {unsealed.map((round) => round.titleName).join(', ')}.
            </Notice>
          )}
        </>
      }
    >
      <div className={`council council--${part}`}>
        {members.length > 0 && (
          <Presence
            view={view}
            lockedReason={
              officeReason ??
              closedReason ??
              (meeting === null ? `Lập ${meetingWord} rồi mới điểm danh.` : null)
            }
          />
        )}
        <div className="council__main">
          <Tabs<Part>
            label="Phiên họp"
            value={part}
            onChange={setPart}
            tabs={[
              { id: 'members', label: words.members },
              { id: 'meeting', label: words.meeting },
              ...(isForInitiatives
                ? [{ id: 'initiatives' as const, label: 'Biểu quyết sáng kiến', count: openInitiatives }]
                : [{ id: 'cases' as const, label: 'Từng hồ sơ' }]),
              ...(isCouncil || view.agenda.some(({ byHands }) => !byHands)
                ? [{ id: 'tellers' as const, label: 'Ban kiểm phiếu', count: view.tellers.length }]
                : []),
              ...(isCouncil ||
              (!isForInitiatives && (view.agenda.some(({ byHands }) => byHands) || view.agenda.length === 0))
                ? [
                    {
                      id: 'hands' as const,
                      label: 'Biểu quyết giơ tay',
                      count: eligible.length - voted,
                    },
                  ]
                : []),
            ]}
          />
          {part === 'members' && (
            <div className="council__page">
              <CouncilMembers
                council={council}
                people={people.data ?? []}
                suggested={suggested.data ?? []}
                lockedReason={officeReason ?? closedReason}
                officeReason={officeReason}
              />
            </div>
          )}
          {part === 'meeting' && (
            <div className="council__page">
              {meeting === null ? (
                <NewMeetingForm
                  key={season.data?.meetingOn ?? ''}
                  day={season.data?.meetingOn ?? null}
                  lockedReason={officeReason}
                />
              ) : (
                <MeetingForm view={view} meeting={meeting} lockedReason={officeReason ?? closedReason} />
              )}
            </div>
          )}
          {part === 'tellers' && (
            <div className="council__page">
              <Tellers
                view={view}
                onSlate={new Set(byBallot.flatMap(({ personId }) => (personId === null ? [] : [personId])))}
                lockedReason={
                  officeReason ??
                  closedReason ??
                  (meeting === null ? `Lập ${meetingWord} rồi mới chọn Ban kiểm phiếu.` : null)
                }
              />
            </div>
          )}
          {part === 'cases' && (
            <MeetingCases
              view={view}
              cases={cases.data ?? []}
              lockedReason={
                officeReason ?? closedReason ?? (meeting === null ? `Lập ${meetingWord} rồi mới ghi.` : null)
              }
              decideReason={
                officeReason ??
                closedReason ??
                (state === 'open' ? null : 'Mở phiên họp rồi mới ghi kết luận.')
              }
            />
          )}
          {part === 'initiatives' && (
            <Initiatives
              view={view}
              lockedReason={
                handsReason ??
                closedReason ??
                (state === 'open' ? null : `Mở ${meetingWord} rồi mới ghi kết quả biểu quyết.`)
              }
              officeReason={officeReason}
            />
          )}
          {part === 'hands' && (
            <Hands
              view={view}
              lockedReason={
                handsReason ??
                closedReason ??
                (state === 'open' ? null : `Mở ${meetingWord} rồi mới ghi kết quả biểu quyết.`)
              }
            />
          )}
        </div>
      </div>
      {asked !== null && (
        <MeetingDialog
          asked={asked}
          view={view}
          cases={cases.data ?? []}
          hasBallots={(rounds.data ?? []).length > 0}
          unchecked={unchecked}
          onOpened={onOpened}
          onClose={() => setAsked(null)}
        />
      )}
    </Screen>
  );
}

const stateWords = { preparing: 'đang chuẩn bị', open: 'đang họp', closed: 'đã kết luận' } as const;

/** Whether a body is a council, which is founded by a decision. */
function isSeated({ kind }: Body): boolean {
  return kind === 'SCHOOL' || kind === 'INITIATIVE';
}

/** Whether the body that is open has voted on a case. */
function votedOn({ cases }: MeetingView, caseId: string): boolean {
  return cases.some((one) => one.caseId === caseId && one.vote !== null);
}

function subtitleOf({ body, name, council, meeting }: MeetingView): string {
  if (council === null || council.members.length === 0) {
    return isSeated(body) ? 'Chưa thành lập Hội đồng của năm học này.' : `${name}: chưa ghi người dự họp.`;
  }
  const members = isSeated(body)
    ? `Hội đồng ${council.members.length} thành viên`
    : `${name}, ${council.members.length} người`;
  return meeting === null
    ? `${members}, chưa lập ${bodyWords[body.kind].meeting.toLocaleLowerCase('vi')}.`
    : `${members}; họp ngày ${formatDate(meeting.date)}, ${stateWords[meeting.state]}.`;
}

/** How many cases before the council nobody appraised, in a sentence; null when all are. */
function uncheckedOf({ conclusions }: MeetingView, cases: readonly CaseRow[]): string | null {
  const before = new Set(conclusions.filter(({ outcome }) => !isAside(outcome)).map(({ caseId }) => caseId));
  const rows = cases.filter(({ id }) => before.has(id));
  const appraised = rows.filter((row) => effectiveEligibility(row) !== null).length;
  return appraised === rows.length ? null : readinessSentences.cases({ total: rows.length, appraised });
}

function isAside(outcome: Outcome): boolean {
  return outcome === 'withdrawn' || outcome === 'lowered';
}
