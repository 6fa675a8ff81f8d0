/** The Vietnamese of every value of `shared/terms.ts`, one table each, total by type. */
import type { ConditionState } from '../domain/finding.ts';
import type { AwardKind } from '../rules/model.ts';
import type { RewardType } from '../rules/model.ts';
import type {
  AbsenceKind,
  CareerKind,
  CaseState,
  Confidence,
  CouncilRole,
  DisciplineForm,
  Eligibility,
  InitiativeScope,
  Mark,
  Outcome,
  PendingMatterKind,
  PersonStatus,
  Standing,
  Rating,
  Role,
  ScoreSide,
  Sex,
} from '../terms.ts';

/** Yearly ratings, as papers name them. */
export const ratingNames: Record<Rating, string> = {
  HTXS: 'Hoàn thành xuất sắc nhiệm vụ',
  HTT: 'Hoàn thành tốt nhiệm vụ',
  HT: 'Hoàn thành nhiệm vụ',
  KHT: 'Không hoàn thành nhiệm vụ',
};

/** Yearly ratings, for narrow columns. */
export const ratingShortNames: Record<Rating, string> = {
  HTXS: 'HTXSNV',
  HTT: 'HTTNV',
  HT: 'HTNV',
  KHT: 'KHTNV',
};

/** Sexes. */
export const sexNames: Record<Sex, string> = { MALE: 'Nam', FEMALE: 'Nữ' };

/** Scopes in which an initiative was recognised. */
export const initiativeScopeNames: Record<InitiativeScope, string> = {
  BASE: 'Cấp cơ sở',
  CITY: 'Cấp thành phố',
  MINISTRY: 'Cấp Bộ',
  NATION: 'Toàn quốc',
  NOT_RECOGNISED: 'Không công nhận',
};

/** Why a reward was given, as decisions name it. */
export const rewardTypeNames: Record<RewardType, string> = {
  MERIT: 'Công trạng',
  SUDDEN: 'Đột xuất',
  MOVEMENT: 'Phong trào',
  CONTRIBUTION: 'Quá trình cống hiến',
  SENIORITY: 'Niên hạn',
  EXTERNAL: 'Đối ngoại',
};

/** Forms of discipline; those of the Party name it. */
export const disciplineFormNames: Record<DisciplineForm, string> = {
  REPRIMAND: 'Khiển trách',
  WARNING: 'Cảnh cáo',
  DISMISSAL_FROM_POST: 'Cách chức',
  FORCED_RESIGNATION: 'Buộc thôi việc',
  PARTY_REPRIMAND: 'Khiển trách (kỷ luật Đảng)',
  PARTY_WARNING: 'Cảnh cáo (kỷ luật Đảng)',
  PARTY_DISMISSAL: 'Cách chức (kỷ luật Đảng)',
  PARTY_EXPULSION: 'Khai trừ (kỷ luật Đảng)',
};

/** Stretches of work. */
export const careerKindNames: Record<CareerKind, string> = {
  SECTOR: 'Công tác trong ngành Giáo dục',
  TEACHING: 'Trực tiếp giảng dạy',
  HARD_AREA: 'Công tác ở vùng đặc biệt khó khăn',
  MANAGER: 'Cán bộ quản lý giáo dục',
  CONTRACT: 'Hợp đồng lao động tại trường trước khi tuyển dụng',
  OTHER_UNIT: 'Công tác tại đơn vị khác trước khi chuyển đến',
  SECONDMENT: 'Biệt phái đến đơn vị khác',
};

/** Kinds of time away from work. */
export const absenceKindNames: Record<AbsenceKind, string> = {
  MATERNITY: 'Nghỉ thai sản',
  SICK: 'Nghỉ ốm',
  UNPAID: 'Nghỉ không hưởng lương',
  TRAINING: 'Đào tạo, bồi dưỡng',
  INJURED_RESCUING: 'Điều trị do bị thương khi cứu người, cứu tài sản',
  OTHER: 'Nghỉ khác',
};

/** Matters for which a case must wait. */
export const pendingMatterKindNames: Record<PendingMatterKind, string> = {
  DISCIPLINE: 'Đang xem xét kỷ luật',
  INVESTIGATION: 'Đang bị điều tra',
  INSPECTION: 'Thanh tra, kiểm tra có dấu hiệu vi phạm',
  COMPLAINT: 'Đơn thư khiếu nại, tố cáo đang xác minh',
  PRESS: 'Báo chí nêu, đang xác minh',
};

/** Whether a person works for the school. */
export const personStatusNames: Record<PersonStatus, string> = {
  WORKING: 'Đang làm việc',
  LEFT: 'Đã chuyển đi, thôi việc',
  RETIRED: 'Đã nghỉ hưu',
};

/** Where a person stands, for narrow columns. */
export const standingNames: Record<Standing, string> = {
  ...personStatusNames,
  LEFT: 'Đã chuyển đi',
  MATERNITY: 'Nghỉ thai sản',
  SICK: 'Nghỉ ốm',
  UNPAID: 'Nghỉ không lương',
  TRAINING: 'Đi học',
  INJURED_RESCUING: 'Đang điều trị',
  OTHER: 'Nghỉ khác',
  SECONDMENT: 'Biệt phái',
};

/** Roles in the council. */
export const councilRoleNames: Record<CouncilRole, string> = {
  CHAIR: 'Chủ tịch Hội đồng',
  VICE_CHAIR: 'Phó Chủ tịch Hội đồng',
  SECRETARY: 'Thư ký Hội đồng',
  MEMBER: 'Ủy viên',
};

/** Roles in the council, for narrow columns. */
export const councilRoleShortNames: Record<CouncilRole, string> = {
  CHAIR: 'Chủ tịch',
  VICE_CHAIR: 'Phó Chủ tịch',
  SECRETARY: 'Thư ký',
  MEMBER: 'Ủy viên',
};

/** What the rules come to. */
export const eligibilityNames: Record<Eligibility, string> = {
  yes: 'Đủ điều kiện',
  no: 'Chưa đủ điều kiện',
  'needs-person': 'Chưa rõ',
};

/** What was found of one condition. */
export const conditionStateNames: Record<ConditionState, string> = {
  passed: 'Đạt',
  failed: 'Chưa đạt',
  'to-be-judged': 'Chưa rõ',
  'not-applicable': 'Không áp dụng',
  postponed: 'Tạm dừng',
};

/** Marks on a ballot. */
export const markNames: Record<Mark, string> = {
  AGREE: 'Đồng ý',
  DISAGREE: 'Không đồng ý',
  BLANK: 'Bỏ trống',
  INVALID: 'Không hợp lệ',
};

/** Who sits at the laptop. */
export const roleNames: Record<Role, string> = {
  secretary: 'Thư ký Hội đồng',
  chair: 'Chủ tịch Hội đồng',
  teller: 'Ban kiểm phiếu',
  viewer: 'Người xem',
};

/** Whose scores. */
export const scoreSideNames: Record<ScoreSide, string> = { SELF: 'Tự chấm', GROUP: 'Tổ chấm' };

/** States of a case. */
export const caseStateNames: Record<CaseState, string> = {
  REGISTERED: 'Đã đăng ký',
  SELF_EVALUATED: 'Đã tự đánh giá',
  GROUP_REVIEWED: 'Tổ đã bình xét',
  CHECKED: 'Đã thẩm tra',
  ON_BALLOT: 'Có tên trong phiếu',
  VOTED: 'Đã biểu quyết',
  CONCLUDED: 'Hội đồng đã kết luận',
  PUBLISHED: 'Đã công khai',
  SUBMITTED: 'Đã trình',
  DECIDED: 'Đã có quyết định',
  AWARDED: 'Đã trao thưởng',
  RETURNED: 'Bị trả lại hồ sơ',
  WITHDRAWN: 'Đã rút',
  POSTPONED: 'Tạm dừng xét',
  LOWERED: 'Chuyển xét danh hiệu khác',
  REJECTED: 'Không được đề nghị',
  REVOKED: 'Đã hủy quyết định',
};

/** What the council's work came to. */
export const outcomeNames: Record<Outcome, string> = {
  proposed: 'Đề nghị khen thưởng',
  rejected: 'Không được Hội đồng thông qua',
  'not-eligible': eligibilityNames.no,
  postponed: 'Tạm dừng, chưa xét',
  lowered: 'Hạ xuống danh hiệu khác',
  withdrawn: 'Rút đăng ký',
};

/** How sure we are of a rule. */
export const confidenceNames: Record<Confidence, string> = {
  P: 'Đã đối chiếu với văn bản',
  C2: 'Hai nguồn trở lên dẫn giống nhau',
  C1: 'Một nguồn dẫn',
  L: 'Theo quy định của nơi khác, chỉ để tham khảo',
  PR: 'Theo thông lệ của các trường',
  M: 'Chưa đối chiếu văn bản',
  U: 'Chưa xác định được theo văn bản, nhà trường tự đối chiếu',
};

const sure: ReadonlySet<Confidence> = new Set(['P', 'C2']);

/** How a rule is known, in words, when it must still be compared with its text; null when it is known well. */
export function doubtOf(confidence: Confidence): string | null {
  return sure.has(confidence) ? null : confidenceNames[confidence];
}

/** What is asked for, as a submission calls it (Luật Thi đua, khen thưởng, Điều 9). */
export const awardKindNames: Readonly<Record<AwardKind, string>> = {
  TITLE: 'danh hiệu thi đua',
  REWARD: 'hình thức khen thưởng',
  HONOUR: 'danh hiệu vinh dự nhà nước',
};
