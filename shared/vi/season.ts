/** Words of the season that runs from files alone. */

/** Stands for a school whose staff list does not name it; the school corrects it on the first screen. */
export const unnamedSchool = {
  name: 'Trường (chưa khai báo tên)',
  superior: 'Cơ quan chủ quản (chưa khai báo)',
  place: 'Chưa khai báo',
} as const;

/** Why a case that was withdrawn is open again. */
export const registeredAgain = 'Đăng ký lại';

/** Why a meeting below quorum goes on when its file says that it was held. */
export const withoutQuorum =
  'Phiên họp đã diễn ra theo tệp dữ liệu phiên họp; số có mặt thấp hơn mức tối thiểu';

/** Why a meeting is concluded with cases that its file tells no vote of. */
export const undealtCases = 'Tệp dữ liệu phiên họp không có kết quả xét của các trường hợp này';

/** A vote by hands for somebody who has no case. */
export function unheldCase({ code, titleId }: { readonly code: string; readonly titleId: string }): string {
  return `Mã ${code} không đăng ký ${titleId} nên số biểu quyết này không được ghi. Hãy kiểm tra lại mã hoặc danh sách đăng ký.`;
}

/** What each phase of the run is called on the way. */
export const phaseNames: Readonly<Record<string, string>> = {
  import: 'Nhập tệp',
  check: 'Thẩm định',
  count: 'Kiểm phiếu',
  write: 'Lập văn bản',
  stage: 'Chuẩn bị gói hồ sơ',
  copy: 'Chép gói hồ sơ',
  verify: 'Đọc lại và so sánh',
  backup: 'Sao lưu',
};
