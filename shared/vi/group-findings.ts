/** The Vietnamese of what the rules found about a tổ or the school: its rating, its members, its rank, its age. */
import { formatDate, formatSchoolYear, type IsoDate } from '../dates.ts';
import { formatPercent } from '../numbers.ts';
import type { CountDecision, LeftOutFact, MemberTitleState, NotCounted } from '../domain/facts.ts';
import type { Rating } from '../terms.ts';
import { ratingNames } from './terms.ts';
import { ratingIs } from './findings.ts';

export function groupRatingIs(fact: {
  readonly level: Rating;
  readonly proposed: boolean;
  readonly schoolYear: string;
}): string {
  return ratingIs(fact).replace('Xếp loại', 'Xếp loại tập thể');
}

export function groupRatingUnknown(schoolYear: string): string {
  return `Chưa có kết quả xếp loại tập thể năm học ${formatSchoolYear(schoolYear)}`;
}

/** Whom the school's own regulation lets be put forward as a collective. */
export const wholeSchool = 'Là tập thể nhà trường';
export const notWholeSchool = 'Là tổ của trường, không thuộc diện được xét';

export const enterGroupRating = 'Nhập kết quả xếp loại tập thể, hoặc xác nhận kèm căn cứ';

/** Why the records of the year leave somebody out of those counted. */
export const notCountedNames: Readonly<Record<NotCounted, string>> = {
  moved: 'đã chuyển sang tổ khác',
  left: 'đã chuyển công tác',
  retired: 'đã nghỉ hưu',
  recruit: 'mới tuyển dụng, chưa đủ thời gian để xét',
  unrated: 'làm việc chưa đủ thời gian để được xếp loại',
};

/** How far a member's title of this year has come, beside its name. */
export const memberTitleNames: Readonly<Record<NonNullable<MemberTitleState>, string>> = {
  open: 'chờ Hội đồng kết luận',
  proposed: 'Hội đồng đề nghị',
  decided: 'đã có quyết định',
  rejected: 'không được đề nghị',
};

/** Who is left out of a count and who is taken into it otherwise than the records say. */
export interface CountExceptions {
  readonly leftOut: readonly Pick<LeftOutFact, 'fullName' | 'because'>[];
  readonly takenIn: readonly { readonly fullName: string; readonly decision: CountDecision }[];
}

/** "Hội đồng quyết định không tính: nghỉ không lương cả năm". */
export function countDecisionText({
  counted,
  reason,
}: Pick<CountDecision, 'reason'> & { readonly counted: boolean }): string {
  return `Hội đồng quyết định ${counted ? 'tính' : 'không tính'}: ${reason}`;
}

function exceptionsText({ leftOut, takenIn }: CountExceptions): string {
  const out = leftOut.map(({ fullName, because }) =>
    typeof because === 'string'
      ? `${fullName} (${notCountedNames[because]})`
      : `${fullName} (${countDecisionText({ counted: false, reason: because.reason })})`,
  );
  const taken = takenIn.map(
    ({ fullName, decision }) =>
      `${fullName} (${countDecisionText({ counted: true, reason: decision.reason })})`,
  );
  return [
    ...(out.length === 0 ? [] : [`; không tính ${out.length} người: ${out.join(', ')}`]),
    ...(taken.length === 0 ? [] : [`; tính cả ${taken.join(', ')}`]),
  ].join('');
}

export interface MemberCount extends CountExceptions {
  readonly titleName: string;
  readonly decided: number;
  /** Members whom the council proposes for this title. */
  readonly proposed: number;
  /** Members on whom the council has not concluded for this title, and whether any waits for one on which the tổ's title depends. */
  readonly waiting: number;
  readonly anyWaiting: boolean;
  readonly members: number;
  readonly needed: number;
}

export function memberShare(fact: MemberCount): string {
  const { members, needed } = fact;
  const count = fact.decided + fact.proposed;
  const share = `${count}/${members} = ${formatPercent(count, members)}, cần ít nhất ${needed}/${members}`;
  return `${countedBy(fact)}: ${share}${waitingText(fact)}${exceptionsText(fact)}`;
}

export function memberCount(fact: MemberCount): string {
  const count = fact.decided + fact.proposed;
  return `${countedBy(fact)}: ${count}, cần ít nhất ${fact.needed}${waitingText(fact)}${exceptionsText(fact)}`;
}

/** By whose word they are counted: the council's proposal, as long as nobody has decided. */
function countedBy({ titleName, decided, proposed }: MemberCount): string {
  if (proposed === 0) return `Cá nhân đã có quyết định danh hiệu ${titleName}`;
  const both = decided === 0 ? '' : ` (trong đó ${decided} đã có quyết định)`;
  return `Cá nhân đạt danh hiệu ${titleName}, theo số Hội đồng đề nghị${both}`;
}

function waitingText({ waiting, anyWaiting, decided, proposed, needed }: MemberCount): string {
  if (!anyWaiting) return '';
  if (waiting === 0)
    return ', không còn ai chờ Hội đồng kết luận danh hiệu này; danh hiệu khác của tổ còn chờ kết luận';
  const short = decided + proposed + waiting >= needed ? '' : ', dù tất cả được đề nghị cũng không đủ';
  return `; còn ${waiting} cá nhân chờ Hội đồng kết luận${short}`;
}

export const noMembers = 'Chưa có danh sách thành viên được tính của tổ';
export const enterMembers = 'Nhập danh sách thành viên của tổ';
export const waitForCouncil = 'Chờ Hội đồng kết luận đối với cá nhân trong tổ, rồi thẩm định lại';

export function moreMembersWanted({
  titleName,
  missing,
}: {
  readonly titleName: string;
  readonly missing: number;
}): string {
  return `Thiếu ${missing} cá nhân đạt danh hiệu ${titleName}`;
}

export function membersRated(
  fact: CountExceptions & {
    readonly level: Rating;
    readonly enough: number;
    readonly below: number;
    readonly unknown: number;
    readonly members: number;
  },
): string {
  const below = fact.below === 0 ? '' : `; ${fact.below} cá nhân dưới mức này`;
  const unknown = fact.unknown === 0 ? '' : `; ${fact.unknown} cá nhân chưa có kết quả xếp loại`;
  return `${fact.enough}/${fact.members} cá nhân được xếp loại từ mức ${ratingNames[fact.level]} trở lên${below}${unknown}${exceptionsText(fact)}`;
}

export const everyMemberRated = 'Mọi cá nhân trong tổ hoàn thành nhiệm vụ trở lên';
export const enterMemberRatings =
  'Nhập kết quả xếp loại còn thiếu, hoặc đưa người không thuộc diện xếp loại ra khỏi danh sách người được tính';
export const noMemberDisciplined = 'Không có cá nhân nào bị kỷ luật từ cảnh cáo trở lên trong kỳ xét';

export function memberDisciplined(fact: { readonly people: number; readonly list: string }): string {
  return `${fact.people} cá nhân bị kỷ luật từ cảnh cáo trở lên trong kỳ xét: ${fact.list}`;
}

export const mattersUnknown = 'Chưa ghi tập thể có vụ việc đang xem xét hay không';
export const enterMatters = 'Xác nhận tập thể không có vụ việc đang xem xét';

export const rankUnknown = 'Chưa có kết quả xếp hạng cụm, khối thi đua';
export const enterRank = 'Nhập thứ hạng trong cụm, khối thi đua, hoặc xác nhận kèm căn cứ';
export const firstRankWanted = 'Dẫn đầu cụm, khối thi đua';

export function rankIs(rank: number): string {
  return `Xếp thứ ${rank} trong cụm, khối thi đua`;
}

export const foundationUnknown = 'Chưa ghi ngày thành lập đơn vị';
export const enterFoundation = 'Nhập ngày thành lập đơn vị, hoặc xác nhận kèm căn cứ';

export function founded(fact: {
  readonly establishedOn: IsoDate;
  readonly years: number;
  readonly needed: number;
}): string {
  return `Thành lập ngày ${formatDate(fact.establishedOn)}, được ${fact.years} năm, cần ${fact.needed} năm`;
}

export function olderWanted(years: number): string {
  return `Đơn vị thành lập từ ${years} năm trở lên`;
}

// ——— The whole case
