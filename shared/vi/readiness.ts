/** What each line of the check before the meeting says, and what to do about it. */
import { isCouncil, type BodyKind } from '../domain/body.ts';
import { formatDate, type IsoDate } from '../dates.ts';
import { formatBytes } from '../numbers.ts';

/** State of a line in a word. */
export const readinessStateNames = {
  ready: 'Được',
  attention: 'Cần xem',
  blocked: 'Chưa được',
} as const;

/** How many lines are not yet as they should be, in a sentence. */
export function readinessSummary(count: { readonly blocked: number; readonly attention: number }): string {
  if (count.blocked === 0 && count.attention === 0) return 'Mọi mục đã sẵn sàng.';
  const parts = [
    ...(count.blocked > 0 ? [`${count.blocked} mục chưa được`] : []),
    ...(count.attention > 0 ? [`${count.attention} mục cần xem`] : []),
  ];
  return `Còn ${parts.join(', ')}.`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span in milliseconds as people say it: "3 giờ", "2 ngày". */
function spanText(span: number): string {
  if (span < HOUR) return `${Math.max(1, Math.floor(span / MINUTE))} phút`;
  return span < DAY ? `${Math.floor(span / HOUR)} giờ` : `${Math.floor(span / DAY)} ngày`;
}

export const readinessSentences = {
  fileWhole: 'Tệp dữ liệu nguyên vẹn.',
  fileDamaged: 'Tệp dữ liệu có chỗ bị hỏng.',
  auditWhole: 'Nhật ký liền mạch, không dòng nào bị sửa.',
  auditBroken: (row: number) => `Nhật ký không còn liền mạch từ dòng số ${row}.`,
  space: ({ data, backups }: { readonly data: number; readonly backups: number }) =>
    data === backups
      ? `Ổ đĩa để tệp dữ liệu và bản sao lưu còn trống ${formatBytes(data)}.`
      : `Còn trống ${formatBytes(data)} ở chỗ để tệp dữ liệu, ${formatBytes(backups)} ở chỗ để bản sao lưu.`,
  spaceUnknown: 'Không xem được dung lượng trống của ổ đĩa.',
  noBackup: 'Chưa có bản sao lưu nào.',
  backup: (age: number) =>
    age < MINUTE ? 'Vừa sao lưu xong.' : `Bản sao lưu mới nhất cách đây ${spanText(age)}.`,
  backupAhead: 'Bản sao lưu mới nhất ghi giờ sau giờ của máy tính.',
  rules: (set: { readonly name: string; readonly from: IsoDate; readonly to: IsoDate | null }) =>
    `Bộ quy tắc áp dụng: ${set.name}, từ ngày ${formatDate(set.from)}${set.to === null ? '' : ` đến ngày ${formatDate(set.to)}`}.`,
  noRules: (day: IsoDate) => `Không có bộ quy tắc nào áp dụng cho ngày họp ${formatDate(day)}.`,
  council: (members: number, kind: BodyKind) =>
    isCouncil(kind)
      ? `Hội đồng có ${members} thành viên, đủ Chủ tịch và Thư ký.`
      : `Cuộc họp có ${members} người, đủ Chủ trì và Thư ký.`,
  noCouncil: (kind: BodyKind) =>
    isCouncil(kind) ? 'Chưa thành lập Hội đồng.' : 'Chưa ghi danh sách người dự họp.',
  councilWithout: (roles: readonly string[], kind: BodyKind) =>
    `${isCouncil(kind) ? 'Hội đồng' : 'Cuộc họp'} chưa có ${roles.join(' và ')}.`,
  quorum: (count: { readonly expected: number; readonly total: number; readonly needed: number }) =>
    `Dự kiến có mặt ${count.expected}/${count.total} thành viên, cần ít nhất ${count.needed}.`,
  quorumUnknown: 'Chưa tính được số thành viên cần có mặt.',
  meeting: (day: IsoDate) => `Phiên họp ngày ${formatDate(day)}.`,
  noMeeting: 'Chưa lập phiên họp.',
  meetingPassed: ({ day, today }: { readonly day: IsoDate; readonly today: IsoDate }) =>
    `Phiên họp ghi ngày ${formatDate(day)}, nhưng máy tính đã sang ngày ${formatDate(today)}.`,
  meetingFar: ({ day, today }: { readonly day: IsoDate; readonly today: IsoDate }) =>
    `Phiên họp ghi ngày ${formatDate(day)}; máy tính mới ở ngày ${formatDate(today)}.`,
  cases: ({ total, appraised }: { readonly total: number; readonly appraised: number }) =>
    appraised === total
      ? `Đã thẩm định đủ ${total} hồ sơ.`
      : `Đã thẩm định ${appraised}/${total} hồ sơ; hồ sơ chưa thẩm định không đưa ra biểu quyết, bỏ phiếu được.`,
  noCases: 'Chưa có hồ sơ nào đăng ký.',
  casesOfBody: 'Cuộc họp này không chờ thẩm định.',
  tellers: (count: number) => `Ban kiểm phiếu có ${count} người.`,
  noTellers: 'Chưa chọn Ban kiểm phiếu.',
  noRounds: 'Không có vòng bỏ phiếu nào đang mở, chưa cần in phiếu.',
  papers: 'Số phiếu đã in đủ cho các vòng bỏ phiếu đang mở.',
  papersShort: (
    rounds: readonly {
      readonly titleName: string;
      readonly number: number;
      readonly printed: number | null;
      readonly needed: number;
    }[],
  ) =>
    `Chưa đủ phiếu: ${rounds
      .map(
        ({ titleName, number, printed, needed }) =>
          `${titleName} vòng ${number} ${printed === null ? 'chưa ghi số phiếu in' : `mới in ${printed}`}, cần ${needed}`,
      )
      .join('; ')}.`,
  clock: (today: IsoDate) =>
    `Máy tính đang ghi ngày ${formatDate(today)}, không trước dòng nhật ký mới nhất.`,
  clockBehind: (span: number) => `Giờ của máy tính chậm hơn dòng nhật ký mới nhất ${spanText(span)}.`,
  place: 'Tệp dữ liệu nằm trên máy này, ngoài các thư mục đồng bộ.',
  printer: 'Chương trình không tự biết máy in có in được không.',
} as const;

export const readinessAdvice = {
  fileDamaged: 'Khôi phục từ bản sao lưu gần nhất ở Nhật ký và sao lưu.',
  auditBroken:
    'Tệp có thể đã bị sửa bên ngoài chương trình. Báo Chủ tịch Hội đồng; nếu cần, khôi phục từ bản sao lưu trước đó.',
  space: (least: number) => `Nên còn trống ít nhất ${formatBytes(least)}: dọn bớt tệp không dùng trên ổ đĩa.`,
  spaceUnknown: (least: number) =>
    `Xem trong Windows hoặc trình quản lý tệp, cần trống ít nhất ${formatBytes(least)}.`,
  backup: 'Sao lưu trước khi vào họp.',
  noRules: 'Xem lại ngày họp ở Họp Hội đồng.',
  compareRules: (cautions: readonly string[]) => `${cautions.join('; ')}.`,
  council: 'Ghi đủ thành viên và chức vụ ở Họp Hội đồng, trang Thành lập Hội đồng.',
  quorum: 'Liên hệ thành viên báo vắng, hoặc dời ngày họp.',
  quorumUnknown: 'Thành lập Hội đồng và xem lại ngày họp trước.',
  noMeeting: 'Ghi ngày, giờ và nơi họp ở Họp Hội đồng, trang Phiên họp.',
  cases: 'Chạy thẩm định ở bước Thẩm định trước khi họp.',
  noCases: 'Nhập danh sách đăng ký ở bước Đăng ký.',
  meetingDay: 'Xem lại ngày họp ở Họp Hội đồng và ngày của máy tính.',
  tellers:
    'Có bỏ phiếu kín thì chọn ở Họp Hội đồng, trang Ban kiểm phiếu; chưa chọn thì không chốt được kết quả.',
  papers: 'In thêm ở Kiểm phiếu và ghi lại số phiếu in.',
  clock: 'Chỉnh lại ngày giờ của máy tính trước khi ghi tiếp.',
  printer:
    'In thử trước: ở Kiểm phiếu chọn Phiếu thử để in một tờ PHIẾU THỬ; khi chưa có vòng bỏ phiếu thì in giấy mời họp.',
} as const;
