/** What bodies that vote are called, on screens and on papers. */
import type { BodyKind, OtherBodyKind } from '../domain/body.ts';
import type { CouncilRole, Outcome } from '../terms.ts';
import type { BodyRow } from '../views.ts';
import { councilRoleNames } from './terms.ts';

/** A body without its own name: "Họp tổ". */
export const bodyKindNames: Record<BodyKind, string> = {
  SCHOOL: 'Hội đồng Thi đua - Khen thưởng',
  GROUP: 'Họp tổ',
  STAFF: 'Hội nghị viên chức',
  INITIATIVE: 'Hội đồng sáng kiến',
};

/** What the vote of a body before the council comes to. */
export const opinionOutcomes: Record<Outcome, string> = {
  proposed: 'Đạt',
  rejected: 'Không đạt',
  'not-eligible': 'Không đủ điều kiện',
  postponed: 'Chưa biểu quyết',
  lowered: 'Chuyển danh hiệu khác',
  withdrawn: 'Đã rút đăng ký',
};

/** The name of a body: that of its tổ, or of its kind. */
export function bodyName({
  kind,
  groupName,
}: {
  readonly kind: BodyKind;
  readonly groupName: string | null;
}): string {
  return groupName ?? bodyKindNames[kind];
}

const groupRoles: Record<CouncilRole, string> = {
  CHAIR: 'Chủ trì',
  VICE_CHAIR: 'Đồng chủ trì',
  SECRETARY: 'Thư ký',
  MEMBER: 'Thành viên',
};

/** What the roles of a body are called. */
export function roleNamesOf(kind: BodyKind): Record<CouncilRole, string> {
  switch (kind) {
    case 'SCHOOL':
    case 'INITIATIVE':
      return councilRoleNames;
    case 'GROUP':
    case 'STAFF':
      return groupRoles;
  }
}

/** Why a body can't be set up: the school does not hold it. */
export const unusedBody: Record<OtherBodyKind, string> = {
  GROUP: 'Quy chế của trường ghi là không tổ chức họp tổ bình xét.',
  STAFF: 'Trường chưa dùng hội nghị viên chức để lấy ý kiến.',
  INITIATIVE: 'Quy chế của trường ghi là không có Hội đồng sáng kiến.',
};

/** How a screen speaks of the meeting of a body. */
export interface BodyWords {
  /** "Phiên họp", "Cuộc họp". */
  readonly meeting: string;
  /** "Thành lập Hội đồng", "Người dự họp". */
  readonly members: string;
  /** "Nhiệm vụ trong Hội đồng", "Nhiệm vụ". */
  readonly duty: string;
  /** "Hội đồng", "tổ": the body inside a sentence. */
  readonly who: string;
  readonly title: string;
}

export const bodyWords: Record<BodyKind, BodyWords> = {
  SCHOOL: {
    meeting: 'Phiên họp',
    members: 'Thành lập Hội đồng',
    duty: 'Nhiệm vụ trong Hội đồng',
    who: 'Hội đồng',
    title: 'Họp Hội đồng',
  },
  GROUP: {
    meeting: 'Cuộc họp',
    members: 'Người dự họp',
    duty: 'Nhiệm vụ trong cuộc họp',
    who: 'tổ',
    title: 'Họp tổ',
  },
  STAFF: {
    meeting: 'Hội nghị',
    members: 'Người dự hội nghị',
    duty: 'Nhiệm vụ trong hội nghị',
    who: 'hội nghị',
    title: 'Hội nghị viên chức',
  },
  INITIATIVE: {
    meeting: 'Phiên họp',
    members: 'Thành lập Hội đồng',
    duty: 'Nhiệm vụ trong Hội đồng',
    who: 'Hội đồng',
    title: 'Họp Hội đồng sáng kiến',
  },
};

/** What an initiative council deals with, as one line of the agenda. */
export const initiativeAgenda = 'Xét, công nhận sáng kiến';

/** What a body still needs, in a few words. */
export function bodyNeed({
  unusedBecause,
  members,
  meetingOn,
  state,
  cases,
  voted,
}: Pick<BodyRow, 'unusedBecause' | 'members' | 'meetingOn' | 'state' | 'cases' | 'voted'>): string {
  if (unusedBecause !== null) return 'Không dùng';
  if (members === 0) return 'Chưa ghi thành viên';
  if (meetingOn === null || state === null) return 'Chưa lập cuộc họp';
  switch (state) {
    case 'preparing':
      return 'Chưa mở cuộc họp';
    case 'open':
      return voted < cases ? `Đang họp, đã biểu quyết ${voted}/${cases}` : 'Chưa kết luận';
    case 'closed':
      return 'Đã kết luận';
  }
}
