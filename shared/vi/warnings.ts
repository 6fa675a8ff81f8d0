/** The Vietnamese of warnings that stand beside a verdict. */
import type { PostGroupId } from '../rules/rating-systems.ts';
import { formatDate, formatSchoolYear, type IsoDate } from '../dates.ts';
import { ND233, ND90 } from '../rules/documents.ts';
import type { Rating } from '../terms.ts';
import { ratingNames } from './terms.ts';

export function usedTwice(fact: { readonly name: string; readonly schoolYear: string }): string {
  return `Thành tích này đã được khen: ${fact.name} năm học ${formatSchoolYear(fact.schoolYear)}; một thành tích không khen nhiều lần, nhiều hình thức`;
}

export function notForMerit(fact: {
  readonly name: string;
  readonly schoolYear: string;
  readonly unknown: boolean;
}): string {
  const award = `${fact.name} năm học ${formatSchoolYear(fact.schoolYear)}`;
  return fact.unknown
    ? `${award} chưa ghi loại khen thưởng: khen đột xuất, theo chuyên đề không làm căn cứ khen thưởng công trạng`
    : `${award} là khen thưởng đột xuất hoặc theo chuyên đề, không tính vào căn cứ khen thưởng công trạng`;
}

export const preferWoman = 'Khi nhiều người cùng đủ điều kiện, ưu tiên cá nhân nữ';

export function preferGroup(fact: { readonly women: number; readonly members: number }): string {
  return `Khi nhiều tập thể cùng đủ điều kiện, ưu tiên tập thể có từ 70 % nữ trở lên (${fact.women}/${fact.members})`;
}

export function initiativeUsed(fact: {
  readonly name: string;
  readonly award: string;
  readonly schoolYear: string;
}): string {
  return `Sáng kiến “${fact.name}” đã dùng để đề nghị ${fact.award} năm học ${formatSchoolYear(fact.schoolYear)}: cân nhắc không dùng lại`;
}

export const notRegistered = 'Chưa đăng ký thi đua từ đầu năm học; luật không buộc đăng ký, Hội đồng xem xét';

export function ratedLate(fact: { readonly decidedOn: IsoDate; readonly meetingDate: IsoDate }): string {
  return `Quyết định xếp loại ngày ${formatDate(fact.decidedOn)}, sau ngày họp ${formatDate(fact.meetingDate)}: xếp loại phải có trước khi bình xét`;
}

/** A verdict on a rating that nobody has decided holds only if it is decided so. */
export function ratingProposed(level: Rating): string {
  return `Mức xếp loại ${ratingNames[level]} mới là đề xuất, chưa có quyết định: kết luận thẩm định chỉ đúng khi mức này được quyết định trước khi bình xét`;
}

interface Ceiling {
  readonly count: number;
  readonly most: number;
  readonly base: number;
  readonly percent: number;
}

export function tooManyExcellent({ count, most, percent }: Ceiling): string {
  return `Có ${count} người xếp loại Hoàn thành xuất sắc nhiệm vụ, vượt mức ${percent} % (nhiều nhất ${most} người)`;
}

/** Groups of similar posts, as they stand after "Nhóm". */
export const postGroupNames: Readonly<Record<PostGroupId, string>> = {
  MANAGING: 'cán bộ quản lý',
  TEACHING: 'giáo viên',
  OFFICE: 'nhân viên',
};

export function tooManyExcellentIn({ group, ...ceiling }: Ceiling & { readonly group: PostGroupId }): string {
  return `Nhóm ${postGroupNames[group]}: ${tooManyExcellent(ceiling).replace('Có', 'có')}`;
}

export function tooManyExcellentUnits({
  count,
  most,
  percent,
  units,
}: Ceiling & { readonly units: number }): string {
  const limit =
    units < 5
      ? `; trường có ${units} tổ, dưới 05 tổ thì nhiều nhất ${most} tổ`
      : `, vượt mức ${percent} % (nhiều nhất ${most} tổ)`;
  return `Có ${count} tổ xếp loại ${ratingNames.HTXS}${limit}`;
}

export function headAboveSchool(fact: { readonly head: Rating; readonly school: Rating }): string {
  return `Hiệu trưởng xếp loại ${ratingNames[fact.head]}, cao hơn mức của nhà trường (${ratingNames[fact.school]}): mức của người đứng đầu không cao hơn mức của đơn vị`;
}

export function ratedByOldDecree(fact: { readonly until: IsoDate }): string {
  return `Năm học này xếp loại theo ${ND90} vì nhà trường chưa ban hành Quy chế đánh giá; chỉ áp dụng cho lần xếp loại cuối năm 2026, đến ngày ${formatDate(fact.until)}`;
}

export function oldDecreeOver(fact: { readonly until: IsoDate }): string {
  return `Nhà trường chọn xếp loại theo ${ND90}, nhưng chỉ được dùng cho lần xếp loại cuối năm 2026, đến ngày ${formatDate(fact.until)}; các điều kiện ở đây theo ${ND233}`;
}

export function tooManyFighters({ count, most, base, percent }: Ceiling): string {
  return `Có ${count} Chiến sĩ thi đua cơ sở trên ${base} Lao động tiên tiến, vượt mức ${percent} % theo quy chế (nhiều nhất ${most} người)`;
}
