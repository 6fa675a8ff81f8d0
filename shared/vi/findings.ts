/** The Vietnamese of what the rules read and found: a fact, where it comes from, and what is still missing. */
import { addMonths, formatDate, formatSchoolYear, type IsoDate } from '../dates.ts';
import { disciplineTermOn } from '../rules/discipline-term.ts';
import { citationText } from '../rules/words.ts';
import type { AbsenceKind, DisciplineForm, InitiativeScope, PendingMatterKind, Rating } from '../terms.ts';
import {
  disciplineFormNames,
  doubtOf,
  eligibilityNames,
  initiativeScopeNames,
  pendingMatterKindNames,
  ratingNames,
} from './terms.ts';
import { leaveText } from './standing.ts';

interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** A sentence that goes on inside another. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Where a fact is kept, as the screens name it. */
export const sources = {
  rating: 'Kết quả xếp loại chất lượng năm học',
  staff: 'Danh sách cán bộ, giáo viên, nhân viên',
  absences: 'Theo dõi nghỉ và thời gian công tác',
  disciplines: 'Theo dõi kỷ luật',
  pendingMatters: 'Theo dõi vụ việc đang xem xét',
  initiatives: 'Danh sách sáng kiến',
  research: 'Danh sách đề tài, đề án, công trình khoa học',
  groupRating: 'Kết quả xếp loại tập thể',
  members: 'Kết quả xét cá nhân trong tổ',
  cluster: 'Kết quả xếp hạng cụm, khối thi đua',
  unit: 'Thông tin đơn vị',
  judgement: 'Ý kiến xác nhận của người có trách nhiệm',
} as const;

// ——— Rating

export function ratingIs(fact: {
  readonly level: Rating;
  readonly proposed: boolean;
  readonly schoolYear: string;
}): string {
  const state = fact.proposed ? ', mức đề xuất chưa có quyết định' : '';
  return `Xếp loại năm học ${formatSchoolYear(fact.schoolYear)} là ${ratingNames[fact.level]}${state}`;
}

export function ratingUnknown(schoolYear: string): string {
  return `Chưa có kết quả xếp loại năm học ${formatSchoolYear(schoolYear)}`;
}

export function ratingWanted(level: Rating): string {
  return level === 'HTXS'
    ? `Được xếp loại ${ratingNames.HTXS}`
    : `Được xếp loại từ mức ${ratingNames[level]} trở lên`;
}

export const enterRating = 'Nhập kết quả xếp loại của năm học';

// ——— Time

export function recruited(fact: {
  readonly joinedOn: IsoDate;
  readonly periodEnd: IsoDate;
  readonly months: number;
  readonly needed: number;
  /** Time under contract before, which is counted among the months. */
  readonly before: Duration;
}): string {
  const start = `Tuyển dụng ngày ${formatDate(fact.joinedOn)}`;
  const { months, days } = fact.before;
  const hasContract = months > 0 || days > 0;
  if (fact.joinedOn > fact.periodEnd) return `${start}, sau ngày hết kỳ xét ${formatDate(fact.periodEnd)}`;
  const enough = fact.months >= fact.needed ? `đủ ${fact.needed} tháng` : `chưa đủ ${fact.needed} tháng`;
  const before = hasContract ? ` (tính cả ${durationText(fact.before)} hợp đồng tại đơn vị)` : '';
  return `${start}, đến hết kỳ xét (${formatDate(fact.periodEnd)}) được ${fact.months} tháng tròn${before}, ${enough}`;
}

export function recruitedEarlier(fact: { readonly joinedOn: IsoDate }): string {
  return `Tuyển dụng ngày ${formatDate(fact.joinedOn)}, trước kỳ xét`;
}

export const recruitmentUnknown = 'Chưa ghi ngày tuyển dụng (ngày vào ngành)';
export const enterRecruitment = 'Nhập ngày tuyển dụng, hoặc xác nhận đã đủ thời gian công tác';

export function monthsWanted(needed: number): string {
  return `Có đủ ${needed} tháng công tác tính đến hết kỳ xét`;
}

export interface AbsenceText {
  readonly kind: AbsenceKind;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

export function absenceList(absences: readonly AbsenceText[]): string {
  return absences.map(leaveText).join('; ');
}

export function absenceCounts(fact: {
  readonly absences: readonly AbsenceText[];
  readonly effect: string;
}): string {
  return `${absenceList(fact.absences)}: ${fact.effect}`;
}

export const noSuchAbsence = 'Không có thời gian nghỉ thuộc trường hợp này trong kỳ xét';

/** Months and days away, "4 tháng 3 ngày". */
export interface Duration {
  readonly months: number;
  readonly days: number;
}

function durationText({ months, days }: Duration): string {
  if (months === 0 && days === 0) return '0 tháng';
  return [months > 0 ? `${months} tháng` : '', days > 0 ? `${days} ngày` : '']
    .filter((part) => part !== '')
    .join(' ');
}

export function worked(fact: {
  /** Day from which work is counted, when it is later than the year's first. */
  readonly since: IsoDate | null;
  readonly months: number;
  readonly needed: number;
  readonly absences: readonly AbsenceText[];
}): string {
  const away = fact.absences.length === 0 ? '' : ` (${lowerFirst(absenceList(fact.absences))})`;
  const enough = fact.months >= fact.needed ? `đủ ${fact.needed} tháng` : `chưa đủ ${fact.needed} tháng`;
  const since = fact.since === null ? '' : `Tuyển dụng ngày ${formatDate(fact.since)}, làm việc`;
  return `${since === '' ? 'Làm việc' : since} ${fact.months} tháng tròn trong kỳ xét${away}, ${enough}`;
}

export const newStaffSeenElsewhere = 'Người mới tuyển dụng, đã xét ở điều kiện về thời gian tuyển dụng';
export const workedUnknown = 'Chưa ghi ngày tuyển dụng nên chưa tính được số tháng làm việc trong kỳ xét';

export function absent(fact: { readonly away: Duration; readonly absences: readonly AbsenceText[] }): string {
  return `Nghỉ ${durationText(fact.away)} trong kỳ xét (${lowerFirst(absenceList(fact.absences))})`;
}

export const enterLeave = 'Ghi từ ngày nào, đến ngày nào ở mục “Tình trạng, thời gian nghỉ” của người này';

export function workedUnclear(fact: {
  readonly needed: number;
  readonly absences: readonly AbsenceText[];
}): string {
  return `Chưa rõ có làm việc đủ ${fact.needed} tháng trong kỳ xét hay không (${lowerFirst(absenceList(fact.absences))})`;
}

export function absentUnclear(absences: readonly AbsenceText[]): string {
  return `Chưa rõ đã nghỉ bao lâu trong kỳ xét (${lowerFirst(absenceList(absences))})`;
}

export const neverAbsent = 'Không nghỉ dài ngày trong kỳ xét';

export function absenceLimit(months: number): string {
  return `Thời gian nghỉ trong kỳ xét dưới ${months} tháng`;
}

// ——— Discipline and pending matters

export interface DisciplineText extends Span {
  readonly form: DisciplineForm;
}

export function disciplineList(disciplines: readonly DisciplineText[]): string {
  return disciplines
    .map(({ form, from, to }) => {
      const end = to === null ? unwrittenEnd(from) : `hiệu lực đến ${formatDate(to)}`;
      return `Kỷ luật ${lowerFirst(disciplineFormNames[form])}, quyết định ngày ${formatDate(from)}, ${end}`;
    })
    .join('; ');
}

/** Where nobody wrote when it ends: the term of the decree of its day, with its place. */
function unwrittenEnd(from: IsoDate): string {
  const { months, citation, confidence } = disciplineTermOn(from);
  const end = formatDate(addMonths(from, months));
  const doubt = doubtOf(confidence);
  return `hiệu lực ${months} tháng, đến ${end} (theo ${article({ citation: citationText(citation), doubt })})`;
}

export const noDisciplineInPeriod = 'Không có quyết định kỷ luật nào trong kỳ xét';
export const noOlderDiscipline = 'Không có kỷ luật cũ còn hiệu lực trong kỳ xét';
export const clearedOfDiscipline = 'Không có quyết định kỷ luật trong kỳ xét';
export const askIfLinkedToDuty =
  'Trả lời: vi phạm có liên quan đến thực hiện nhiệm vụ hoặc do suy thoái hay không';
export const disciplineNotLinked = 'vi phạm không liên quan đến thực hiện nhiệm vụ';
export const disciplineLinked = 'vi phạm có liên quan đến thực hiện nhiệm vụ';

export function countedAfter(to: IsoDate): string {
  return `Xác nhận thành tích từ sau ngày ${formatDate(to)} đủ để xét`;
}

export function nothingAfter(to: IsoDate): string {
  return `Thành tích chỉ được tính từ sau ngày ${formatDate(to)}: xét ở năm học sau`;
}

export function matterList(matters: readonly (Span & { readonly kind: PendingMatterKind })[]): string {
  return matters
    .map(({ kind, from }) => `${pendingMatterKindNames[kind]} từ ngày ${formatDate(from)}`)
    .join('; ');
}

export function noMatter(meetingDate: IsoDate): string {
  return `Không có vụ việc nào đang xem xét tại ngày họp ${formatDate(meetingDate)}`;
}

export const waitForConclusion = 'Có kết luận của cơ quan có thẩm quyền, sau đó xét lại';

// ——— Initiatives and research

export interface InitiativeText {
  readonly name: string;
  readonly scope: InitiativeScope;
  readonly decisionNumber: string;
}

export function initiativeRecognised({ name, scope, decisionNumber }: InitiativeText): string {
  return `Sáng kiến “${name}” được công nhận ${lowerFirst(initiativeScopeNames[scope])} (Quyết định số ${decisionNumber})`;
}

export function initiativeWaiting(name: string): string {
  return `Sáng kiến “${name}” chưa có số quyết định công nhận: chờ công nhận`;
}

export function noInitiative(schoolYear: string): string {
  return `Không có sáng kiến được công nhận trong năm học ${formatSchoolYear(schoolYear)}`;
}

export const enterRecognition = 'Nhập số quyết định công nhận sáng kiến trước khi Hội đồng bỏ phiếu';
export const initiativeWanted = 'Có sáng kiến của năm học được cơ sở công nhận';

export function researchAccepted(name: string): string {
  return `Đề tài “${name}” đã nghiệm thu`;
}

export function researchWaiting(name: string): string {
  return `Đề tài “${name}” chưa nghiệm thu`;
}

export function noResearch(schoolYear: string): string {
  return `Không có đề tài, đề án, công trình khoa học nghiệm thu trong năm học ${formatSchoolYear(schoolYear)}`;
}

export const researchWanted = 'Có đề tài, đề án, công trình khoa học đã nghiệm thu';

// ——— Judgements

export const notJudged = 'Chưa có ý kiến xác nhận';

/** A condition that nobody has confirmed, so that it is not taken for a fact. */
export function unconfirmed(sentence: string): string {
  return `Chưa xác nhận: ${lowerFirst(sentence)}`;
}

/** A reason without those of its parts that were told already, which are remembered; the whole when all were. */
export function withoutTold(reason: string, told: Set<string>): string {
  const parts = reason.split('; ');
  const fresh = parts.filter((part) => !told.has(lowerFirst(part)));
  for (const part of parts) told.add(lowerFirst(part));
  if (fresh.length === 0) return reason;
  const text = fresh.join('; ');
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

export const judgeIt = 'Người có trách nhiệm xác nhận điều kiện này, kèm lý do';

export const compareFirst =
  'Đối chiếu với quy định áp dụng cho nhà trường, rồi xác nhận đạt hoặc không đạt, kèm căn cứ';

export function judgedBy(judgement: {
  readonly answer: 'pass' | 'fail';
  readonly reason: string;
  readonly by: string;
}): string {
  const answer = judgement.answer === 'pass' ? 'Xác nhận đạt' : 'Xác nhận không đạt';
  return `${answer} (${judgement.by}): ${judgement.reason}`;
}

/** How the summary of a case that is not put forward begins; the award and the reasons follow. */
const openings = {
  no: `${eligibilityNames.no} đề nghị`,
  postponed: 'Tạm dừng xét',
  awaiting: 'Chờ Hội đồng kết luận về cá nhân rồi mới xét được',
  judged: `${eligibilityNames['needs-person']} có đủ điều kiện đề nghị`,
} as const;

/** The reasons of a summary alone, for a list that shows the verdict and the award beside. */
export function reasonsIn(summary: string): string {
  if (!Object.values(openings).some((opening) => summary.startsWith(opening))) return summary;
  const reasons = summary.slice(summary.indexOf(': ') + 2);
  return reasons.charAt(0).toLocaleUpperCase('vi') + reasons.slice(1);
}

/** An award inside a sentence: a title is called one, a reward is named alone. */
export function awardPhrase({
  name,
  isReward,
}: {
  readonly name: string;
  readonly isReward: boolean;
}): string {
  return isReward ? name : `danh hiệu ${name}`;
}

export function summaryYes({
  award,
  provisional,
}: {
  readonly award: string;
  readonly provisional: boolean;
}): string {
  const condition = provisional ? ', nếu mức xếp loại được quyết định đúng như đề xuất' : '';
  return `${eligibilityNames.yes} đề nghị ${award}${condition}.`;
}

export function summaryNo({
  award,
  reasons,
}: {
  readonly award: string;
  readonly reasons: readonly string[];
}): string {
  return `${openings.no} ${award}: ${reasons.map(lowerFirst).join('; ')}.`;
}

/** The place in the law, with a word of care where the text was not read. */
export function article({
  citation,
  doubt,
}: {
  readonly citation: string;
  readonly doubt: string | null;
}): string {
  return doubt === null ? citation : `${citation}; ${lowerFirst(doubt)}`;
}

export function summaryPostponed({
  award,
  reasons,
}: {
  readonly award: string;
  readonly reasons: readonly string[];
}): string {
  return `${openings.postponed} ${award}, xét lại khi có kết luận: ${reasons.map(lowerFirst).join('; ')}.`;
}

/** Nobody in the school can settle it: decisions on others come first. */
export function summaryAwaiting({
  award,
  reasons,
}: {
  readonly award: string;
  readonly reasons: readonly string[];
}): string {
  return `${openings.awaiting} ${award}: ${reasons.map(lowerFirst).join('; ')}.`;
}

export function summaryToBeJudged({
  award,
  reasons,
}: {
  readonly award: string;
  readonly reasons: readonly string[];
}): string {
  return `${openings.judged} ${award} hay không, cần người có trách nhiệm xác nhận: ${reasons.map(lowerFirst).join('; ')}.`;
}

export function summaryWithoutRules(titleName: string): string {
  return `Chưa có tiêu chuẩn của ${titleName} trong bộ quy tắc: Hội đồng tự đối chiếu với văn bản.`;
}
