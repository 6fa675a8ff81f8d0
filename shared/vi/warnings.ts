/** The Vietnamese of warnings that stand beside a verdict. */
import type { PostGroupId } from '../rules/rating-systems.ts';
import { formatDate, formatSchoolYear, type IsoDate } from '../dates.ts';

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

export function tooManyFighters({ count, most, base, percent }: Ceiling): string {
  return `Có ${count} Chiến sĩ thi đua cơ sở trên ${base} Lao động tiên tiến, vượt mức ${percent} % theo quy chế (nhiều nhất ${most} người)`;
}
