/** Names of papers as they stand in lists and in the index, and what a paper still waits for. */

import type { CaseObject } from '../domain/case-object.ts';
import type { MissingItem } from '../domain/dossier-items.ts';
import { formatCount } from '../numbers.ts';
import { withSmallLetter } from '../sentences.ts';
import { doubtOf } from './terms.ts';

function ofRound(round: number): string {
  return round > 1 ? `, lần ${round}` : '';
}

export const paperTitles = {
  dossierIndex: 'Mục lục hồ sơ',
  councilDecision: 'Quyết định thành lập Hội đồng Thi đua - Khen thưởng',
  bodyDecision: 'Quyết định thành lập',
  invitation: 'Giấy mời họp Hội đồng Thi đua - Khen thưởng',
  resultNotice: (name: string) => `Thông báo kết quả xét của ${name}`,
  minutesVersion: (day: string) => `Biên bản họp Hội đồng, bản trước khi mở lại ngày ${day}`,
  bodyMinutesVersion: (day: string) => `Biên bản họp, bản trước khi mở lại ngày ${day}`,
  /** `decidedBy`: who decides, where it is not the level right above the school. */
  submission: (kind: string, decidedBy: string | null) =>
    `Tờ trình đề nghị tặng ${kind}${decidedBy === null ? '' : ` (${decidedBy} quyết định)`}`,
  rewardDecision: (award: string) => `Quyết định tặng ${award}`,
  nominationList: (award: string) => `Danh sách đề nghị tặng ${award}`,
  meetingMinutes: 'Biên bản họp Hội đồng Thi đua - Khen thưởng',
  bodyMinutes: { GROUP: 'Biên bản họp tổ', STAFF: 'Biên bản hội nghị', INITIATIVE: 'Biên bản họp' },
  bodyInvitation: { GROUP: 'Giấy mời họp tổ', STAFF: 'Giấy mời dự hội nghị', INITIATIVE: 'Giấy mời họp' },
  tallyMinutes: (title: string, round: number) => `Biên bản kiểm phiếu danh hiệu ${title}${ofRound(round)}`,
  appraisalSummary: 'Bảng tổng hợp thẩm định',
  registrationList: 'Danh sách đăng ký thi đua',
  ballotPaper: (title: string, round: number) => `Phiếu bầu danh hiệu ${title}${ofRound(round)}`,
  missingList: (group: string | null) =>
    `Danh sách hồ sơ còn thiếu điều kiện${group === null ? '' : `, ${group}`}`,
  personCard: (name: string) => `Phiếu thi đua cá nhân của ${name}`,
  writtenOpinion: (member: string, title: string, round: number) =>
    `Phiếu lấy ý kiến danh hiệu ${title}${ofRound(round)} của ${member}`,
} as const;

/** A case that is looked at for another title. */
export function loweredTo(title: string): string {
  return `Chuyển xét ${title}`;
}

export const paperNotes = {
  nothingRegistered: 'chưa có ai đăng ký; hãy nhập danh sách đăng ký.',
  notAppraised: 'chưa thẩm định; hãy chạy thẩm định.',
  uncheckedCases: (count: number) => `còn ${count} hồ sơ chưa thẩm định.`,
  roundNotSealed: 'kết quả kiểm phiếu chưa chốt.',
  noCouncil: 'chưa lập Hội đồng.',
  decisionNotDated: 'quyết định chưa ghi số, ngày.',
  noMeeting: 'chưa lập Hội đồng và phiên họp.',
  noOutcome: 'Hội đồng chưa kết luận về trường hợp này.',
  replaced: (reason: string) => `đã mở lại phiên họp: ${reason}.`,
  /** What a concluded meeting did not record, and its minutes leave blank. */
  gaps: (names: readonly string[]) => `chưa ghi ${names.join('; ')}: biên bản để trống chỗ này.`,
  notConcluded: 'phiên họp chưa kết luận.',
  noAchievement: (names: readonly string[]) => `chưa ghi thành tích của ${names.join(', ')}.`,
  noDecisionDay: 'chưa ghi ngày ký nên chưa tính được mức tiền thưởng: Điều 2 để trống chỗ này.',
  noMoney:
    'chưa có văn bản quy định mức tiền thưởng cho mọi trường hợp: Điều 2 để trống chỗ này, nhà trường ghi theo quy chế chi tiêu nội bộ.',
  moneyDoubt: (doubts: readonly string[]) =>
    `mức tiền thưởng ở Điều 2 cần đối chiếu trước khi ký: ${doubts.join('; ').toLocaleLowerCase('vi')}.`,
  /** Why the dossier is not whole: papers of it that wait, and those it lacks. */
  notWhole: ({
    isWaiting,
    missing,
  }: {
    readonly isWaiting: boolean;
    readonly missing: readonly MissingItem[];
  }) =>
    `${[
      ...(isWaiting ? ['còn văn bản chưa lập xong'] : []),
      ...(missing.length > 0 ? [`chưa có trong hồ sơ: ${missing.map(missingItemText).join('; ')}`] : []),
    ].join('; ')}.`,
  /** What is said of a case that has no condition to show. */
  councilRefused: (reason: string) => `Hội đồng quyết định chưa đủ điều kiện: ${reason}`,
  discipline: 'Kỷ luật',
  /** What the meeting was held for, in its minutes. */
  purpose: 'bình xét danh hiệu thi đua',
  /** What an initiative council deals with, after "Xét". */
  initiativeAgenda: 'công nhận sáng kiến',
  /** Papers that a list goes with. */
  submission: 'Tờ trình',
  minutes: 'Biên bản họp',
  /** The committee as its chairman: he decides. */
  chairmanOf: (committee: string) =>
    committee.startsWith('Ủy ban nhân dân') ? `Chủ tịch ${committee}` : committee,
} as const;

const ownerWords: Readonly<Record<CaseObject, string>> = {
  PERSON: 'cá nhân',
  GROUP: 'tập thể',
  PUPIL: 'học sinh, tập thể lớp',
};

/** "Báo cáo thành tích (Mẫu 05): 41 cá nhân". */
export function missingItemText({ name, confidence, object, owners }: MissingItem): string {
  const doubt = doubtOf(confidence);
  const doubtful = doubt === null ? '' : ` (${withSmallLetter(doubt)})`;
  return `${name}: ${formatCount(owners.length)} ${ownerWords[object]}${doubtful}`;
}
