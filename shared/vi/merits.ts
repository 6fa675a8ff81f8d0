/** The Vietnamese of what a council weighs: ratings, points, initiatives, earlier awards, the achievement of a case. */
import { formatSchoolYear } from '../dates.ts';
import type { AwardFact, InitiativeFact, RatingFact, ResearchFact } from '../domain/facts.ts';
import { formatPoints, type Hundredths } from '../numbers.ts';
import { ratings, type Rating } from '../terms.ts';
import { groupRatingUnknown } from './group-findings.ts';
import { ratingUnknown } from './findings.ts';
import { initiativeScopeNames, ratingNames } from './terms.ts';

/** The name before each line. */
export const meritNames = {
  rating: 'Xếp loại',
  points: 'Điểm',
  initiatives: 'Sáng kiến, đề tài',
  awards: 'Khen thưởng đã có',
  thisYear: 'Danh hiệu năm nay',
  members: 'Cá nhân của tập thể',
  rank: 'Cụm thi đua',
  achievement: 'Thành tích',
} as const;

export const noAchievement = 'Chưa ghi thành tích';
export const noInitiative = 'Chưa ghi sáng kiến, đề tài nào';
export const noAward = 'Chưa ghi danh hiệu, hình thức nào mà tiêu chuẩn dựa vào';
export const noPoints = 'Chưa ghi điểm';

export function ratingText(fact: {
  readonly rating: RatingFact;
  readonly schoolYear: string;
  readonly isGroup: boolean;
}): string {
  const { level, state } = fact.rating;
  if (level === null) return (fact.isGroup ? groupRatingUnknown : ratingUnknown)(fact.schoolYear);
  return `${ratingNames[level]}${state === 'proposed' ? ', mức đề xuất chưa có quyết định' : ''}`;
}

export function pastRatingsText(
  past: readonly { readonly schoolYear: string; readonly level: Rating }[],
): string {
  const years = past.map(
    ({ schoolYear, level }) =>
      `${formatSchoolYear(schoolYear)} ${ratingNames[level].toLocaleLowerCase('vi')}`,
  );
  return `Các năm trước: ${years.join('; ')}`;
}

/** Of `most`, the sum of the criteria; null where a side gave none. */
export function pointsText(points: {
  readonly self: Hundredths | null;
  readonly group: Hundredths | null;
  readonly most: Hundredths;
}): string {
  const of = (given: Hundredths) => `${formatPoints(given)}/${formatPoints(points.most)}`;
  return [
    points.group === null ? 'Tổ chưa chấm' : `Tổ chấm ${of(points.group)}`,
    ...(points.self === null ? [] : [`tự chấm ${of(points.self)}`]),
  ].join(', ');
}

function decisionText(number: string | null, missing: string): string {
  return number === null || number === '' ? missing : `Quyết định số ${number}`;
}

/** A sentence of an initiative: its level, decision and year, the share of the author, how far it reached, what it was used for. */
export function initiativeText(fact: InitiativeFact, titleName: (titleId: string) => string): string {
  const parts = [
    fact.scope === null ? 'chưa rõ cấp' : initiativeScopeNames[fact.scope].toLocaleLowerCase('vi'),
    decisionText(fact.decisionNumber, 'chưa có quyết định công nhận'),
    `năm học ${formatSchoolYear(fact.schoolYear)}`,
    ...(fact.share === null || fact.share === 100 ? [] : [`đóng góp ${fact.share} %`]),
    ...(fact.effect === undefined || fact.effect === null
      ? []
      : [
          `ảnh hưởng ${initiativeScopeNames[fact.effect.scope].toLocaleLowerCase('vi')} theo giấy chứng nhận số ${fact.effect.number}`,
        ]),
    ...(fact.usedFor ?? []).map(
      (use) => `đã dùng cho ${titleName(use.titleId)} năm học ${formatSchoolYear(use.schoolYear)}`,
    ),
  ];
  return `“${fact.name}”: ${parts.join(', ')}`;
}

export function researchText(fact: ResearchFact): string {
  const parts = [
    fact.accepted ? 'đã nghiệm thu' : 'chưa nghiệm thu',
    ...(fact.scope === undefined || fact.scope === null
      ? []
      : [initiativeScopeNames[fact.scope].toLocaleLowerCase('vi')]),
    decisionText(fact.decisionNumber, 'chưa ghi số quyết định'),
    `năm học ${formatSchoolYear(fact.schoolYear)}`,
  ];
  return `Đề tài “${fact.name}”: ${parts.join(', ')}`;
}

export function awardText(fact: AwardFact, titleName: string): string {
  const decision = decisionText(fact.decisionNumber, 'chưa ghi số quyết định');
  return `${titleName} năm học ${formatSchoolYear(fact.schoolYear)}, ${decision}`;
}

/** How far a title of this year has come that another rests on. */
export const thisYearTexts = {
  open: 'chưa kết luận',
  proposed: 'theo đề nghị của Hội đồng',
  decided: 'đã có quyết định',
} as const;

/** "21 người được tính: 05 hoàn thành xuất sắc nhiệm vụ, …". */
export function membersText(levels: readonly (Rating | null)[]): string {
  const of = (wanted: Rating | null) => levels.filter((level) => level === wanted).length;
  const parts = [
    ...ratings.map((level) => [of(level), ratingNames[level].toLocaleLowerCase('vi')] as const),
    [of(null), 'chưa xếp loại'] as const,
  ].flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]));
  return `${levels.length} người được tính: ${parts.join(', ')}`;
}

/** "Lao động tiên tiến: 17/21 người, còn 2 chưa kết luận". */
export function memberTitleText(fact: {
  readonly titleName: string;
  readonly given: number;
  readonly open: number;
  readonly members: number;
}): string {
  return `${fact.titleName}: ${fact.given}/${fact.members} người${fact.open === 0 ? '' : `, còn ${fact.open} chưa kết luận`}`;
}

export function rankText(rank: number): string {
  return `Xếp thứ ${rank}`;
}
