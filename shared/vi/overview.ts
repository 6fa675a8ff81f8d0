/** What each step says of itself: what to do next there, or why it waits. */
import type { StepId } from '../views.ts';

export const stepNotes = {
  noPeople: 'Nhập danh sách nhân sự từ Excel',
  people: (count: number) => `${count} người trong danh sách`,
  needPeople: 'Cần có danh sách nhân sự trước',
  noMovement: 'Ghi tên phong trào thi đua và kế hoạch phát động',
  locked: 'Đăng ký đã chốt',
  concludedUnlocked: 'Phiên họp đã kết luận khi đăng ký chưa chốt',
  nobodyRegistered: 'Nhập danh sách đăng ký của các tổ',
  unregistered: (count: number) =>
    count === 0 ? 'Chốt đăng ký khi đã đủ' : `Còn ${count} người chưa đăng ký; chốt khi đã đủ`,
  noCriteria: 'Nhập bảng điểm của các tổ hoặc lập bộ tiêu chí',
  notEvaluated: (count: number) => `Còn ${count} người chưa đủ điểm tự chấm và tổ chấm`,
  needRegistration: 'Cần có đăng ký trước',
  unchecked: (count: number) => `Còn ${count} hồ sơ chưa thẩm định`,
  needsPerson: (count: number) => `${count} hồ sơ cần người xem xét`,
  noCouncil: 'Lập danh sách Hội đồng của năm học',
  needAppraisal: 'Cần thẩm định trước khi họp',
  meetingNotOpen: 'Điểm danh và mở phiên họp',
  handsLeft: (count: number) => `Còn ${count} hồ sơ chưa biểu quyết`,
  notConcluded: 'Kết luận phiên họp khi đã biểu quyết và kiểm phiếu xong',
  needMeeting: 'Cần mở phiên họp trước',
  nobodyToVote: 'Không có ai đủ điều kiện để bỏ phiếu kín',
  noRound: 'Lập danh sách bầu và in phiếu',
  roundOpen: (title: string) => `Đang kiểm phiếu danh hiệu ${title}`,
  needConclusion: 'Cần kết luận phiên họp trước',
  notExported: 'Xuất bộ hồ sơ ra USB',
  exported: 'Đã xuất bộ hồ sơ',
} as const;

/** Who is to act at each step. */
export const whoActs: Readonly<Record<StepId, string>> = {
  overview: 'Thư ký Hội đồng',
  people: 'Thư ký Hội đồng',
  campaign: 'Thư ký Hội đồng',
  registration: 'Tổ trưởng, Thư ký Hội đồng',
  evaluation: 'Tổ trưởng',
  appraisal: 'Thư ký Hội đồng',
  council: 'Chủ tịch Hội đồng',
  ballot: 'Ban kiểm phiếu',
  dossier: 'Thư ký Hội đồng',
};

export const lateSentences = {
  registrationOpen: (day: string) => `Đã qua hạn đăng ký ngày ${day} mà chưa chốt đăng ký.`,
  lateRegistrations: (count: number) => `${count} hồ sơ đăng ký sau hạn (ghi chú, không loại).`,
  meetingPassed: (day: string) => `Đã qua ngày họp dự kiến ${day} mà phiên họp chưa kết luận.`,
} as const;

/** Names of the steps, as the rail has them. */
export const stepNames: Readonly<Record<StepId, string>> = {
  overview: 'Tổng quan',
  people: 'Nhân sự và tổ',
  campaign: 'Phong trào và đợt',
  registration: 'Đăng ký',
  evaluation: 'Đánh giá',
  appraisal: 'Thẩm định',
  council: 'Họp Hội đồng',
  ballot: 'Kiểm phiếu',
  dossier: 'Hồ sơ',
};

/** What is done at each step, for somebody who sees the season for the first time. */
export const stepPurposes: Readonly<Record<StepId, string>> = {
  overview: 'Xem mùa xét đang ở đâu, còn việc gì và ai phải làm.',
  people: 'Nhập danh sách nhân sự, tổ, lịch sử khen thưởng, sáng kiến và kỷ luật từ Excel.',
  campaign: 'Ghi phong trào thi đua, các đợt và tiêu chuẩn công bố đầu năm học.',
  registration: 'Nhập danh hiệu mà cá nhân và các tổ đăng ký, rồi chốt đăng ký.',
  evaluation: 'Chấm điểm theo bộ tiêu chí: cá nhân tự chấm, tổ chấm, đề xuất xếp loại.',
  appraisal: 'Đối chiếu từng hồ sơ với điều kiện của danh hiệu, kèm điều luật và dữ kiện.',
  council: 'Lập Hội đồng, điểm danh, biểu quyết và kết luận phiên họp.',
  ballot: 'In phiếu, nhập phiếu thu về, đối chiếu các đẳng thức và chốt kết quả.',
  dossier: 'Lập biên bản, tờ trình, danh sách và xuất trọn bộ hồ sơ ra USB.',
};
