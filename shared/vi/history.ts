/** The Vietnamese of what the rules found in several years: rows of years, awards held, and what is still missing. */
import { formatSchoolYear } from '../dates.ts';
import type { Rating } from '../terms.ts';
import { lowerFirst } from './findings.ts';
import { ratingNames } from './terms.ts';

/** Where such a fact is kept, as the screens name it. */
export const sources = {
  history: 'Lịch sử khen thưởng và kết quả xếp loại các năm học',
  awards: 'Lịch sử khen thưởng',
} as const;

function yearList(years: readonly string[]): string {
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return '';
  if (years.length <= 2) return years.map(formatSchoolYear).join(', ');
  return `${formatSchoolYear(first)} đến ${formatSchoolYear(last)}`;
}

/** "xếp loại từ mức Hoàn thành tốt nhiệm vụ trở lên" or names of titles; both joined by "hoặc". */
export function goodYear(fact: {
  readonly level: Rating | null;
  readonly titleNames: readonly string[];
}): string {
  const { level, titleNames } = fact;
  return [...(level === null ? [] : [rated(level)]), ...titleNames].join(' hoặc ');
}

/** A rating that a year must have. */
export function rated(level: Rating): string {
  return level === 'HTXS' ? `xếp loại ${ratingNames.HTXS}` : `xếp loại từ mức ${ratingNames[level]} trở lên`;
}

/** A row of years up to now: how long it is, which years, how long it must be. */
export function row(fact: {
  readonly what: string;
  readonly years: readonly string[];
  readonly needed: number;
}): string {
  const { what, years, needed } = fact;
  if (years.length === 0)
    return `Chưa có năm nào liên tục đến năm xét đạt ${lowerFirstLetter(what)}, cần ${needed} năm`;
  return `${years.length} năm liên tục (năm học ${yearList(years)}) đạt ${lowerFirstLetter(what)}, cần ${needed} năm`;
}

/** Names of titles keep their capital; a rating goes on in the sentence. */
function lowerFirstLetter(what: string): string {
  return what.startsWith('Xếp loại') ? lowerFirst(what) : what;
}

export function settleYears(fact: { readonly what: string; readonly years: readonly string[] }): string {
  const years = fact.years.map(formatSchoolYear).join(', ');
  return `Chờ quyết định hoặc bổ sung kết quả (${fact.what}) của năm học ${years}`;
}

export function rowEndedEarlier(schoolYear: string): string {
  return `Chuỗi năm kết thúc trước năm học ${formatSchoolYear(schoolYear)}: xác nhận chuỗi này được dùng để đề nghị`;
}

export function moreYears(fact: { readonly what: string; readonly years: number }): string {
  return `Thiếu ${fact.years} năm liên tục đạt ${lowerFirstLetter(fact.what)}`;
}

/** How often a title was given, and for which years. */
export function timesGiven(fact: {
  readonly names: readonly string[];
  readonly years: readonly string[];
}): string {
  const names = fact.names.join(' hoặc ');
  if (fact.years.length === 0) return `Chưa có ${names} trong lịch sử khen thưởng`;
  return `${fact.years.length} lần được tặng ${names} (năm học ${fact.years.map(formatSchoolYear).join(', ')})`;
}

export function unbroken(between: string): string {
  return `giữa hai lần gần nhất, năm nào cũng đạt ${between}`;
}

export function confirmSuccession(fact: {
  readonly between: string;
  readonly years: readonly string[];
}): string {
  const years = fact.years.map(formatSchoolYear).join(', ');
  return `Bổ sung ${fact.between} năm học ${years}, hoặc xác nhận hai lần gần nhất là liên tục, kèm căn cứ`;
}

export function awardTwiceWanted(names: readonly string[]): string {
  return `Được tặng 02 lần liên tục ${names.join(' hoặc ')}; nếu đã có, bổ sung vào lịch sử khen thưởng`;
}

export function countedAfter(award: string): string {
  return `tính từ sau ${award}`;
}

export function awardOf(fact: { readonly name: string; readonly schoolYear: string }): string {
  return `${fact.name} năm học ${formatSchoolYear(fact.schoolYear)}`;
}

export function countOf(fact: {
  readonly name: string;
  readonly count: number;
  readonly needed: number;
}): string {
  return `${fact.name} ${fact.count}/${fact.needed} lần`;
}

export function within(counts: readonly string[]): string {
  return `trong đó ${counts.join(', ')}`;
}

/** Several things missing, as one sentence. */
export function several(texts: readonly string[]): string {
  return texts.map((text, index) => (index === 0 ? text : lowerFirst(text))).join('; ');
}

export function moreOf(fact: { readonly name: string; readonly count: number }): string {
  return `Thiếu ${fact.count} lần ${fact.name} trong thời gian đó`;
}

export function settleFacts(missing: string): string {
  return `Chờ quyết định của năm xét, hoặc bổ sung xếp loại, khen thưởng các năm còn thiếu${missing === '' ? '' : `: ${lowerFirst(missing)}`}`;
}

export const answerFlags = 'Xác nhận tập thể thuộc loại hình không được tặng cờ thi đua';

export function noAward(names: readonly string[]): string {
  return `Chưa có ${names.join(' hoặc ')} trong lịch sử khen thưởng`;
}

export function awardWanted(names: readonly string[]): string {
  return `Được tặng ${names.join(' hoặc ')}; nếu đã có, bổ sung vào lịch sử khen thưởng`;
}

export function holds(award: string): string {
  return `Đã được tặng ${award}`;
}

export function onlyThemed(award: string): string {
  return `Chỉ có ${award} là khen thưởng đột xuất hoặc theo chuyên đề, không làm căn cứ khen thưởng công trạng`;
}

export const enterRewardType = 'Ghi loại khen thưởng (công trạng, đột xuất, theo chuyên đề) của quyết định';
export const onlyOnce = 'Hình thức này chỉ tặng một lần';

export const historyUnknown = 'Chưa có lịch sử khen thưởng trong tệp dữ liệu';

export function enterHistory(names: readonly string[]): string {
  return `Nhập lịch sử khen thưởng (${names.join(', ')}), hoặc xác nhận kèm căn cứ`;
}
