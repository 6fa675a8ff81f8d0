import '../styles/screens/council.css';
import { useState, type ReactNode } from 'react';
import { formatDate } from '../../shared/dates.ts';
import { roleNames } from '../../shared/vi/terms.ts';
import type { MeetingView } from '../../shared/views.ts';
import { useCommand, useQuery } from '../client.ts';
import {
  ConfirmDialog,
  ErrorNotice,
  Notice,
  ReadinessDialog,
  Screen,
  Tabs,
  readinessTitle,
  useOfficeReason,
  type Action,
} from '../components/index.ts';
import { go, showToast } from '../store.ts';
import { ballotCases } from './council/ballot-cases.ts';
import { MeetingCases } from './council/cases.tsx';
import { Hands } from './council/hands.tsx';
import { MeetingForm, NewMeetingForm } from './council/meeting-form.tsx';
import { CouncilMembers } from './council/members.tsx';
import { Presence } from './council/presence.tsx';
import { suggestMembers } from './council/suggest.ts';
import { Tellers } from './council/tellers.tsx';

type Part = 'members' | 'meeting' | 'cases' | 'hands' | 'tellers';
type Asked = 'override' | 'conclude' | 'reopen' | 'readiness';

/** Họp Hội đồng: the council, who is present, its show of hands, and what the meeting comes to. */
export function CouncilScreen(): ReactNode {
  const view = useQuery('getMeeting', {});
  if (view.data === null) {
    return (
      <Screen title="Họp Hội đồng" notices={<ErrorNotice error={view.error} />}>
        {null}
      </Screen>
    );
  }
  return <CouncilBody view={view.data} />;
}

function CouncilBody({ view }: { readonly view: MeetingView }): ReactNode {
  const people = useQuery('listPeople', {});
  const cases = useQuery('listCases', {});
  const season = useQuery('getSeason', {});
  const rounds = useQuery('listRounds', {});
  const status = useQuery('getStatus', {});
  const role = status.data?.session?.role;
  const officeReason = useOfficeReason();
  const handsReason =
    role === 'viewer' ? `Người đang dùng máy là ${roleNames.viewer.toLowerCase()}, không ghi kết quả.` : null;
  const openMeeting = useCommand('openMeeting');
  const conclude = useCommand('concludeMeeting');
  const reopen = useCommand('reopenMeeting');
  const setUp = useCommand('saveCouncil');
  const [asked, setAsked] = useState<Asked | null>(null);
  const { council, meeting, quorum, hands } = view;
  const members = council?.members ?? [];
  const state = meeting?.state ?? null;
  const [part, setPart] = useState<Part>(
    members.length === 0 ? 'members' : state === 'open' ? 'hands' : 'meeting',
  );
  const closedReason = state === 'closed' ? 'Phiên họp đã kết luận; Chủ tịch Hội đồng có thể mở lại.' : null;
  const eligible = hands.filter((row) => row.eligibility === 'yes');
  const voted = eligible.filter((row) => row.agree !== null).length;
  const byBallot = ballotCases(view, cases.data ?? []);
  const unballoted = byBallot.filter((row) => row.agree === null).length;
  const unsealed = (rounds.data ?? []).filter((round) => round.state !== 'sealed');

  async function open(because: string | null): Promise<void> {
    const result = await openMeeting.run({ withoutQuorumBecause: because });
    if (!result.ok) return;
    setAsked(null);
    setPart('hands');
    showToast('Đã mở phiên họp.');
  }

  async function end(): Promise<void> {
    const result = await conclude.run({});
    if (!result.ok) return;
    setAsked(null);
    const { proposed, rejected, postponed } = result.value;
    showToast(`Đã kết luận: đề nghị ${proposed}, không thông qua ${rejected}, tạm dừng ${postponed} hồ sơ.`);
  }

  async function openAgain(reason: string): Promise<void> {
    const result = await reopen.run({ reason });
    if (!result.ok) return;
    setAsked(null);
    showToast('Đã mở lại phiên họp.');
  }

  function close(): void {
    for (const command of [openMeeting, conclude, reopen]) command.clearError();
    setAsked(null);
  }

  const goToBallot: Action = { label: 'Sang bước Kiểm phiếu', run: () => go('ballot') };
  const concludeAction: Action = {
    label: 'Kết luận phiên họp',
    run: () => setAsked('conclude'),
    disabledReason:
      officeReason ??
      (unsealed.length > 0 ? `Còn ${unsealed.length} vòng bỏ phiếu chưa chốt kết quả.` : null),
  };
  const chairReason = role === 'chair' ? null : 'Chỉ Chủ tịch Hội đồng mở lại được phiên họp đã kết luận.';
  const primary = ((): Action => {
    if (members.length === 0) {
      return {
        label: 'Lập Hội đồng theo chức vụ',
        run: () => {
          setPart('members');
          void setUp.run({
            decisionNumber: council?.decisionNumber ?? '',
            decisionDate: council?.decisionDate ?? null,
            members: [...suggestMembers(people.data ?? [])],
          });
        },
        busy: setUp.busy,
        disabledReason: officeReason,
      };
    }
    switch (state) {
      case null:
        return {
          label: 'Lập phiên họp',
          run: () => setPart('meeting'),
          disabledReason: officeReason ?? (part === 'meeting' ? 'Hãy ghi ngày, giờ họp ở bên dưới.' : null),
        };
      case 'preparing':
        return {
          label: 'Mở phiên họp',
          run: () => void open(null),
          busy: openMeeting.busy,
          disabledReason:
            officeReason ??
            (quorum?.met === true
              ? null
              : `Mới có mặt ${quorum?.present ?? 0}/${quorum?.total ?? 0} thành viên, cần ≥ ${quorum?.needed ?? 0}.`),
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
            label: 'Mở phiên họp khi chưa đủ số người',
            run: () => setAsked('override'),
            disabledReason: officeReason,
          },
        ]
      : []),
    ...(state === 'open' ? [unballoted > 0 ? concludeAction : goToBallot] : []),
    ...(state === 'closed'
      ? [{ label: 'Mở lại phiên họp', run: () => setAsked('reopen'), disabledReason: chairReason }]
      : []),
  ];

  return (
    <Screen
      title="Họp Hội đồng"
      subtitle={subtitleOf(view)}
      primary={primary}
      actions={actions}
      notices={
        <>
          {officeReason !== null && <Notice tone="info">{officeReason}</Notice>}
          {asked === null && <ErrorNotice error={openMeeting.error ?? setUp.error} />}
          {state === 'open' && unsealed.length > 0 && (
            <Notice tone="info" action={{ label: 'Sang bước Kiểm phiếu', run: () => go('ballot') }}>
              Đang bỏ phiếu kín: {unsealed.map((round) => round.titleName).join(', ')}.
            </Notice>
          )}
        </>
      }
    >
      <div className="council">
        {members.length > 0 && (
          <Presence
            view={view}
            lockedReason={
              officeReason ?? closedReason ?? (meeting === null ? 'Lập phiên họp rồi mới điểm danh.' : null)
            }
          />
        )}
        <div className="council__main">
          <Tabs<Part>
            label="Phiên họp"
            value={part}
            onChange={setPart}
            tabs={[
              { id: 'members', label: 'Thành lập Hội đồng' },
              { id: 'meeting', label: 'Phiên họp' },
              { id: 'cases', label: 'Từng hồ sơ' },
              { id: 'tellers', label: 'Ban kiểm phiếu', count: view.tellers.length },
              { id: 'hands', label: 'Biểu quyết giơ tay', count: eligible.length - voted },
            ]}
          />
          {part === 'members' && (
            <div className="council__page">
              <CouncilMembers
                council={council}
                people={people.data ?? []}
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
                  disabled={officeReason !== null}
                />
              ) : (
                <MeetingForm meeting={meeting} disabled={officeReason !== null || closedReason !== null} />
              )}
            </div>
          )}
          {part === 'tellers' && (
            <div className="council__page">
              <Tellers
                members={members}
                tellers={view.tellers}
                onSlate={new Set(byBallot.flatMap(({ personId }) => (personId === null ? [] : [personId])))}
                lockedReason={
                  officeReason ??
                  closedReason ??
                  (meeting === null ? 'Lập phiên họp rồi mới chọn Ban kiểm phiếu.' : null)
                }
              />
            </div>
          )}
          {part === 'cases' && (
            <MeetingCases
              view={view}
              cases={cases.data ?? []}
              lockedReason={
                officeReason ?? closedReason ?? (meeting === null ? 'Lập phiên họp rồi mới ghi.' : null)
              }
              decideReason={
                officeReason ??
                closedReason ??
                (state === 'open' ? null : 'Mở phiên họp rồi mới ghi kết luận.')
              }
            />
          )}
          {part === 'hands' && (
            <Hands
              view={view}
              lockedReason={
                handsReason ??
                closedReason ??
                (state === 'open' ? null : 'Mở phiên họp rồi mới ghi kết quả biểu quyết.')
              }
            />
          )}
        </div>
      </div>
      {asked === 'readiness' && <ReadinessDialog onClose={close} />}
      {asked === 'override' && (
        <ConfirmDialog
          title="Mở phiên họp khi chưa đủ số người"
          sentence={`Mới có mặt ${quorum?.present ?? 0}/${quorum?.total ?? 0} thành viên, cần ≥ ${quorum?.needed ?? 0}. Lý do được in vào biên bản họp và lưu trong nhật ký.`}
          reason="Lý do vẫn mở phiên họp"
          confirm="Mở phiên họp"
          busy={openMeeting.busy}
          problem={<ErrorNotice error={openMeeting.error} />}
          onConfirm={(reason) => void open(reason)}
          onClose={close}
        />
      )}
      {asked === 'conclude' && (
        <ConfirmDialog
          title="Kết luận phiên họp"
          sentence={concludeSentence({ hands: eligible.length - voted, ballots: unballoted })}
          confirm="Kết luận phiên họp"
          busy={conclude.busy}
          problem={<ErrorNotice error={conclude.error} />}
          onConfirm={() => void end()}
          onClose={close}
        />
      )}
      {asked === 'reopen' && (
        <ConfirmDialog
          title="Mở lại phiên họp"
          sentence="Kết luận của mọi hồ sơ được lấy lại để Hội đồng xem xét tiếp; kết quả kiểm phiếu đã chốt vẫn giữ nguyên."
          reason="Lý do mở lại"
          confirm="Mở lại phiên họp"
          danger
          busy={reopen.busy}
          problem={<ErrorNotice error={reopen.error} />}
          onConfirm={(reason) => void openAgain(reason)}
          onClose={close}
        />
      )}
    </Screen>
  );
}

const stateWords = { preparing: 'đang chuẩn bị', open: 'đang họp', closed: 'đã kết luận' } as const;

function subtitleOf({ council, meeting }: MeetingView): string {
  if (council === null || council.members.length === 0) return 'Chưa thành lập Hội đồng của năm học này.';
  const members = `Hội đồng ${council.members.length} thành viên`;
  return meeting === null
    ? `${members}, chưa lập phiên họp.`
    : `${members}; họp ngày ${formatDate(meeting.date)}, ${stateWords[meeting.state]}.`;
}

function concludeSentence(open: { readonly hands: number; readonly ballots: number }): string {
  const rest =
    'Mỗi hồ sơ được ghi kết quả theo thẩm định và phiếu bầu. Sau khi kết luận, chỉ Chủ tịch Hội đồng mở lại được phiên họp.';
  const parts = [
    ...(open.hands > 0 ? [`${open.hands} hồ sơ chưa biểu quyết giơ tay`] : []),
    ...(open.ballots > 0 ? [`${open.ballots} hồ sơ chưa bỏ phiếu kín`] : []),
  ];
  if (parts.length === 0) return rest;
  return `Còn ${parts.join(' và ')}; các hồ sơ đủ điều kiện này sẽ được ghi là tạm dừng, chưa xét. ${rest}`;
}
