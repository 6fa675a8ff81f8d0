/** Sentences of the council, its meeting and its votes that no error and no rule says. */
import { isCouncil, type BodyKind } from '../domain/body.ts';
import { atLeast, formatPercent } from '../numbers.ts';
import type { MinutesGapId } from '../domain/minutes-gaps.ts';
import type { Approval } from '../terms.ts';

/** What is unusual about a council's members, and what to do about it. */
export const councilWarnings = {
  'even-number': 'Số thành viên Hội đồng là số chẵn; nên có số lẻ để tránh kết quả ngang nhau.',
  'no-chair': (kind: BodyKind) =>
    isCouncil(kind)
      ? 'Hội đồng chưa có Chủ tịch; hãy chọn một thành viên làm Chủ tịch Hội đồng.'
      : 'Chưa có người chủ trì; hãy chọn một người làm Chủ trì.',
  'no-secretary': (kind: BodyKind) =>
    isCouncil(kind)
      ? 'Hội đồng chưa có Thư ký; hãy chọn một thành viên làm Thư ký Hội đồng.'
      : 'Chưa có thư ký; hãy chọn một người làm Thư ký.',
} as const;

/** What is wrong with a list of members as it was given. */
export const councilProblems = {
  twice: 'một người có tên hai lần trong danh sách Hội đồng',
  'two-chairs': 'Hội đồng chỉ có một Chủ tịch',
  /** One who joined by a later decision can't just be left out of the list. */
  dated: (name: string) => `${name} tham gia theo quyết định bổ sung; hãy ghi ngày thôi tham gia`,
  later: (name: string, day: string) =>
    `${name} đã có thay đổi ghi từ ngày ${day}; hãy chọn ngày sau đó hoặc xóa thay đổi ấy trước`,
  same: (name: string) => `thay đổi này không làm khác nhiệm vụ của ${name} trong Hội đồng`,
  chairTaken: (name: string) => `${name} đang là Chủ tịch Hội đồng; hãy ghi thay đổi của ${name} trước`,
} as const;

/** What is wrong with the times of a member at the meeting. */
export const presenceProblems = {
  absentWithTimes: (name: string) => `${name} vắng mặt thì không có giờ đến, giờ về`,
  leftBeforeArrived: (name: string) => `giờ về của ${name} trước giờ đến`,
} as const;

/** Votes by show of hands, where a sentence says that they rest on something. */
export const handsCounted = 'Kết quả biểu quyết giơ tay đã ghi';

/** What a meeting agrees to as a whole. */
export const approvalNames: Record<Approval, string> = {
  TELLERS: 'Thông qua Ban kiểm phiếu',
  MINUTES: 'Thông qua biên bản',
};

/** What the minutes leave blank while nobody recorded it, as it stands after "chưa ghi". */
export const gapNames: Record<MinutesGapId, string> = {
  presence: 'điểm danh đủ các thành viên',
  discussion: 'ý kiến thảo luận',
  otherOpinions: 'ý kiến khác, ý kiến bảo lưu (hoặc là không có)',
  panel: 'số tán thành thông qua Ban kiểm phiếu',
  minutes: 'số tán thành thông qua biên bản',
};

/** What the meeting may record where nobody had anything to say. */
export const nothingSaid = {
  discussion: 'Không có ý kiến thảo luận thêm.',
  otherOpinions: 'Không có ý kiến khác, không có ý kiến bảo lưu.',
} as const;

/** What the minutes of a count leave blank while nobody wrote it down, as it stands after "chưa ghi". */
export const countHoursGap = 'giờ bắt đầu, giờ kết thúc kiểm phiếu';

/** What is wrong with the hours of a meeting, or of a count. */
export const hoursProblem = 'giờ kết thúc trước giờ bắt đầu';
/** A round was counted on a day and at an hour: neither may come to lie outside the meeting it was counted in. */
export const countProblems = {
  day: (day: string) =>
    `đã chốt kết quả bỏ phiếu của phiên họp ngày ${day}; muốn đổi ngày, Chủ tịch Hội đồng mở lại kết quả đó trước`,
  beforeMeeting: (from: string) => `trước giờ bắt đầu phiên họp (${from})`,
  afterCount: (counted: string) => `sau giờ bắt đầu kiểm phiếu đã ghi (${counted})`,
} as const;

/** Steps that a state does not allow, as they stand in "nên chưa … được". */
export const votingSteps = {
  openMeeting: 'mở',
  vote: 'đưa ra biểu quyết',
  showHands: 'biểu quyết giơ tay',
  recuse: 'đổi việc tham gia biểu quyết',
  leaveAgenda: 'đưa ra khỏi chương trình',
  recognise: 'ghi quyết định công nhận',
  decide: 'ghi kết luận khác',
  ballot: 'lập danh sách bỏ phiếu kín',
  changeMode: 'đổi cách kiểm phiếu',
  enterBallots: 'nhập từng phiếu',
  enterTotals: 'nhập số tổng',
  reopenMeeting: 'mở lại phiên họp',
  reopenRound: 'mở lại',
  removeRound: 'hủy',
} as const;

/** States of a meeting and of a round, for sentences. */
export const votingStates = {
  inSession: 'đang họp',
  notClosed: 'chưa kết luận',
  secretBallot: 'xét bằng bỏ phiếu kín',
  showOfHands: 'xét bằng biểu quyết giơ tay',
  ballotsStored: 'đã nhập phiếu',
  countedByBallot: 'kiểm từng phiếu',
  countedByTotals: 'kiểm theo số tổng',
  notSealed: 'chưa chốt',
  sealedBefore: 'đã từng chốt kết quả',
  noVerdict: 'chưa được thẩm định',
  voted: 'đã có kết quả biểu quyết',
  passed: 'đã đạt số phiếu cần thiết',
  recognised: 'đã ghi quyết định công nhận sáng kiến',
} as const;

export const meetingName = 'Phiên họp';

/** "46/QĐ-THCSHP ngày 22/5/2026". */
export function decisionText(number: string, day: string): string {
  return `${number} ngày ${day}`;
}

/** "Vòng bỏ phiếu Chiến sĩ thi đua cơ sở". */
export function roundName(titleName: string): string {
  return `Vòng bỏ phiếu ${titleName}`;
}

/** "kiểm phiếu Chiến sĩ thi đua cơ sở, lần 2": a sealed count, where it must be told from the others. */
export function sealedRoundName(titleName: string, number: number): string {
  return `kiểm phiếu ${titleName}${number > 1 ? `, lần ${number}` : ''}`;
}

/** Things that may no longer be there. */
export const missingThings = {
  case: 'hồ sơ này',
  initiative: 'sáng kiến này trong danh sách xét',
  round: 'vòng bỏ phiếu này',
  person: 'người này trong danh sách nhân sự',
  group: 'tổ này',
  slateName: 'người này trong danh sách bầu',
  councilChange: 'thay đổi này của Hội đồng',
  panel: 'Ban kiểm phiếu để thông qua',
  decision: 'quyết định này của Ban kiểm phiếu',
  paper: 'phiếu giống như vậy trong lần kiểm này',
} as const;

/** Numbers without which a count can't be sealed. */
export const missingNumbers = {
  printed: 'số phiếu in',
  issued: 'số phiếu phát ra',
  returned: 'số phiếu thu về',
  invalid: 'số phiếu không hợp lệ',
  secondCount: 'một trong hai lần kiểm',
} as const;

/** "số đồng ý, không đồng ý, bỏ trống của Nguyễn Văn A". */
export function missingTotals(name: string): string {
  return `số đồng ý, không đồng ý, bỏ trống của ${name}`;
}

/** Why a case took a step back or aside because of a vote. */
export const voteMoves = {
  handsRemoved: 'Bỏ kết quả biểu quyết giơ tay đã ghi',
  balloted: 'Hội đồng lập danh sách bỏ phiếu kín',
  votedBefore: 'Trở lại kết quả của lần bỏ phiếu trước',
} as const;

/** "Bỏ phiếu lần 2". */
export function ballotedAgain(number: number): string {
  return `Bỏ phiếu lần ${number}`;
}

/** "Hủy vòng bỏ phiếu: lý do". */
export function roundRemoved(reason: string): string {
  return `Hủy vòng bỏ phiếu: ${reason}`;
}

/** "Mở lại kết quả kiểm phiếu: lý do". */
export function roundReopened(reason: string): string {
  return `Mở lại kết quả kiểm phiếu: ${reason}`;
}

/** "Mở lại phiên họp: lý do". */
export function meetingReopened(reason: string): string {
  return `Mở lại phiên họp: ${reason}`;
}

/** A vote that passed: "đạt 9/9 thành viên (100 %), cần ít nhất 08". */
export function passedReason(vote: VoteFigures): string {
  return `đạt ${figures(vote)}`;
}

/** A vote that did not: "không đạt: 7/9 thành viên (77,78 %), cần ít nhất 08". */
export function notPassedReason(vote: VoteFigures): string {
  return `không đạt: ${figures(vote)}`;
}

interface VoteFigures {
  readonly agree: number;
  readonly base: number;
  readonly needed: number;
}

function figures({ agree, base, needed }: VoteFigures): string {
  return `${agree}/${base} thành viên (${formatPercent(agree, base)}), cần ${atLeast(needed)}`;
}

/** The council's own conclusion instead of the rules: "chưa đủ điều kiện theo kết luận của Hội đồng: …". */
export function overruledReason(reason: string): string {
  return `chưa đủ điều kiện theo kết luận của Hội đồng: ${reason}`;
}

/** Why a case of another title is there: "hạ từ Chiến sĩ thi đua cơ sở: lý do". */
export function loweredFrom({ title, reason }: { readonly title: string; readonly reason: string }): string {
  return `Hạ từ ${title}: ${reason}`;
}

/** Why a case ended: "chuyển xét Lao động tiên tiến: lý do". */
export function loweredReason({
  title,
  reason,
}: {
  readonly title: string;
  readonly reason: string;
}): string {
  return `chuyển xét ${title}: ${reason}`;
}

/** Why a case is where it was before it was lowered. */
export function decisionTakenBack(title: string): string {
  return `Bỏ kết luận hạ danh hiệu (${title})`;
}

/** The council's word as a reason: "Hội đồng hoãn xét: lý do". */
export const decidedReasons = {
  postponed: (reason: string) => `Hội đồng hoãn xét: ${reason}`,
  rejected: (reason: string) => `Hội đồng không thống nhất đề nghị: ${reason}`,
} as const;

/** Why a case can't be put to the vote of the council yet: "chưa đạt ở Họp tổ (5/9, cần ít nhất 06)". */
export function opinionMissing(
  body: string,
  vote: { readonly agree: number; readonly base: number; readonly needed: number } | null,
): string {
  return vote === null
    ? `chưa có kết quả của ${body} như quy chế của trường yêu cầu`
    : `chưa đạt ở ${body} (${vote.agree}/${vote.base}, cần ${atLeast(vote.needed)})`;
}

/** Why a case was left for later. */
export const postponedReasons = {
  'not-checked': 'chưa được thẩm định điều kiện',
  'not-judged': 'chưa rõ có đủ điều kiện hay không, chưa được xác nhận',
  'not-balloted': 'chưa được đưa ra bỏ phiếu kín',
  'not-voted': 'chưa được đưa ra biểu quyết',
} as const;

/** Why some rounds cannot stand on one sheet. */
export const otherMarking = 'các danh hiệu có cách đánh dấu khác nhau nên phải in riêng từng tờ';
