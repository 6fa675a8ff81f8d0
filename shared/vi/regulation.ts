/** Names and values of the settings of the school's own regulation, in words. */
import { formatDate, type IsoDate } from '../dates.ts';
import type { BodyKind } from '../domain/body.ts';
import { formatInteger } from '../numbers.ts';
import { findTitle } from '../rules/catalogue.ts';
import { bodyOfSetting, type BodyPart } from '../rules/bodies.ts';
import type { QuorumRule } from '../rules/model.ts';
import { chainIds, chains } from '../rules/papers.ts';
import { titleOfChain, titleOfSetting, variantOfSetting, type SettingValue } from '../rules/settings.ts';
import {
  numberRows,
  valueIds,
  type NoteId,
  type SettingGroup,
  type SettingUnit,
  type SwitchId,
  type ValueId,
} from '../rules/setting-rows.ts';
import { memberWords, ruleText } from '../rules/words.ts';
import { bodyKindNames } from './bodies.ts';

export const settingGroupNames: Record<SettingGroup, string> = {
  council: 'Hội đồng, phiên họp',
  vote: 'Biểu quyết, bỏ phiếu',
  body: 'Họp tổ, hội nghị, sáng kiến',
  condition: 'Con số trong điều kiện',
  practice: 'Cách làm của nhà trường',
  chain: 'Trình tự trình',
  document: 'Văn bản cần đối chiếu',
};

const ownNames: Record<ValueId | SwitchId | NoteId, string> = {
  newStaffMonths: 'Người mới tuyển dụng: số tháng công tác tối thiểu',
  workedMonths: 'Số tháng làm việc tối thiểu trong kỳ xét',
  ldttSharePercent: 'Tỷ lệ Lao động tiên tiến của tập thể',
  transferMonths: 'Người chuyển đến: số tháng ở đơn vị cũ phải có nhận xét',
  htxsCeilingPercent: 'Mức trần Hoàn thành xuất sắc nhiệm vụ',
  htxsCeilingOutstandingPercent: 'Mức trần Hoàn thành xuất sắc khi đơn vị xuất sắc',
  cstdcsCapPercent: 'Tỷ lệ Chiến sĩ thi đua cơ sở trên Lao động tiên tiến',
  maximumRounds: 'Số lần bỏ phiếu nhiều nhất cho một danh hiệu',
  spareBallots: 'Số phiếu in dự phòng',
  publicityDays: 'Số ngày công khai kết quả, nhận ý kiến',
  registrationRequired: 'Đăng ký thi đua là điều kiện bắt buộc',
  localCstdcsCap: 'Cảnh báo khi vượt tỷ lệ Chiến sĩ thi đua cơ sở',
  ratedByOldDecree: 'Cuối năm 2026 còn xếp loại theo Nghị định số 90/2020/NĐ-CP (chưa có Quy chế đánh giá)',
  htxsBaseInclusive: 'Tính cả người Hoàn thành xuất sắc vào số gốc của mức trần',
  sameGroupStepsAside: 'Thành viên cùng tổ với người được xét là người liên quan',
  recusalReducesBase: 'Trừ thành viên không tham gia biểu quyết khỏi tổng số khi biểu quyết giơ tay',
  limitedPlaces: 'Số lượng được đề nghị ít hơn số đủ điều kiện: nhắc thứ tự ưu tiên',
  secondCount: 'Hai thành viên Ban kiểm phiếu kiểm độc lập, đối chiếu rồi mới chốt',
  tieNeedsRound: 'Bằng phiếu ở mức cuối của tỷ lệ: bỏ phiếu lần hai',
  groupsMayReceive: 'Tổ chuyên môn, tổ văn phòng được xét Tập thể lao động tiên tiến, xuất sắc',
  councilOwnSeries: 'Văn bản của Hội đồng có dãy số, ký hiệu riêng',
  cityRegulation: 'Quy định của thành phố về thi đua, khen thưởng',
  sectorCircular: 'Thông tư của Bộ về giấy khen, kỷ niệm chương',
  ballotArticle: 'Điều khoản về tỷ lệ phiếu 80 %, 90 %',
  amendedLaw: 'Điều kiện theo Luật số 06/2026/QH16',
  initiativeRecogniser: 'Nơi công nhận sáng kiến',
  principalCertificate: 'Giấy khen của Hiệu trưởng cho viên chức',
  ownVote: 'Bỏ phiếu cho chính mình, người dự thay',
  scoringScheme: 'Đợt thi đua, tiêu chí, thang điểm, trọng số',
  ratingCalendar: 'Thời điểm xếp loại chất lượng hằng năm',
  contractStaff: 'Áp dụng Nghị định số 233/2026/NĐ-CP với người lao động hợp đồng',
};

const bodyPartNames: Record<BodyPart, string> = {
  used: 'trường có tổ chức',
  quorum: 'số người phải có mặt',
  vote: 'cách thông qua, mức đồng ý',
  required: 'phải đạt mới đưa ra Hội đồng biểu quyết',
};

/** Where the app brings up what the school wrote. */
export const noteUses: Record<NoteId, string> = {
  cityRegulation: 'Được in vào căn cứ của Tờ trình và nhắc ở mục Thẩm quyền, hồ sơ của từng hồ sơ.',
  sectorCircular: 'Được nhắc ở hồ sơ xét Giấy khen của Hiệu trưởng, Kỷ niệm chương.',
  ballotArticle: 'Được in thay cho căn cứ mặc định của tỷ lệ phiếu trong biên bản; tỷ lệ giữ nguyên.',
  amendedLaw: 'Được nhắc ở mọi hồ sơ; muốn đổi điều kiện thì bật thiết lập “Áp dụng” ở dưới.',
  initiativeRecogniser: 'Được nhắc ở hồ sơ cần sáng kiến và khi ghi sáng kiến.',
  principalCertificate:
    'Được nhắc ở hồ sơ xét Giấy khen của Hiệu trưởng; cho phép bằng thiết lập “Áp dụng” ở dưới.',
  ownVote: 'Được in vào nguyên tắc biểu quyết của biên bản họp và nhắc ở mục Người liên quan.',
  scoringScheme: 'Được nhắc ở bước Phong trào và đợt, bước Đánh giá.',
  ratingCalendar: 'Được nhắc ở bước Đánh giá.',
  contractStaff: 'Được nhắc ở hồ sơ xét Lao động tiên tiến, Chiến sĩ thi đua cơ sở.',
};

/** What a setting is called. */
export function settingName(id: string): string {
  if (id === 'quorum') return 'Số thành viên phải có mặt';
  if (id === 'defaultVote') return 'Các danh hiệu không có mức riêng';
  const body = bodyOfSetting(id);
  if (body !== null) return `${bodyKindNames[body.kind]}: ${bodyPartNames[body.part]}`;
  const variant = variantOfSetting(id);
  if (variant !== null) return `Áp dụng: ${variant.name}`;
  const chained = titleOfChain(id);
  if (chained !== null) return `Trình ${findTitle(chained)?.name ?? chained}`;
  const titleId = titleOfSetting(id);
  if (titleId !== null) return findTitle(titleId)?.name ?? titleId;
  const names: Readonly<Record<string, string>> = ownNames;
  return names[id] ?? id;
}

const unitNames: Record<SettingUnit, string> = {
  month: 'tháng',
  percent: '%',
  time: 'lần',
  sheet: 'phiếu',
  workday: 'ngày làm việc',
};

/** The unit of a setting that is a number. */
export function settingUnit(id: string): string {
  const known = valueIds.find((one) => one === id);
  return unitNames[known === undefined ? 'percent' : numberRows[known].unit];
}

/** "từ 2/3 tổng số thành viên". */
export function quorumShare(
  { numerator, denominator, awardPercent }: QuorumRule,
  body: BodyKind = 'SCHOOL',
): string {
  const awards = awardPercent === null ? '' : `; phiên xét khen thưởng từ ${awardPercent} %`;
  const members = body === 'SCHOOL' ? 'thành viên' : memberWords[body];
  return `Từ ${numerator}/${denominator} tổng số ${members}${awards}`;
}

/** What a setting is set to: "06 tháng", "Biểu quyết giơ tay, từ 2/3 …", "Có". */
export function settingText(id: string, value: SettingValue): string {
  const body = bodyOfSetting(id)?.kind ?? 'SCHOOL';
  switch (value.kind) {
    case 'number':
      return `${formatInteger(value.number)} ${settingUnit(id)}`;
    case 'switch':
      return value.on ? 'Có' : 'Không';
    case 'vote':
      return ruleText(value.vote, body);
    case 'quorum':
      return quorumShare(value.quorum, body);
    case 'text':
      return value.text;
    case 'choice':
      return chainText(value.choice);
  }
}

/** "Ủy ban nhân dân xã → …": what comes after the school's own council; the id itself when nobody knows it. */
function chainText(id: string): string {
  const chain = chainIds.find((known) => known === id);
  return chain === undefined ? id : chains[chain].steps.slice(1).join(' → ');
}

/** The school's document before anybody named it. */
export const usualDocumentName = 'Quy chế thi đua, khen thưởng';

/** "Quy chế thi đua, khen thưởng số 15/QC-THCSHP ngày 10/9/2025"; null while its number or date is missing. */
export function documentText(document: {
  readonly name: string;
  readonly number: string;
  readonly date: IsoDate | null;
}): string | null {
  if (document.number === '' || document.date === null) return null;
  return `${document.name} số ${document.number} ngày ${formatDate(document.date)}`;
}

/** The source of a settled value: "Khoản 2 Điều 9 Quy chế … số … ngày …". */
export function settledSource({
  article,
  document,
}: {
  readonly article: string;
  readonly document: string;
}): string {
  return article === '' ? document : `${article} ${document}`;
}

/** Why a setting about votes can't change now, as it stands in "đang …". */
export const regulationStates = {
  voted: 'đã có kết quả biểu quyết hoặc danh sách bỏ phiếu',
  meetingOpen: 'đã dùng để mở phiên họp',
} as const;

/** What can't be done, as it stands in "nên chưa … được". */
export const regulationStep = 'đổi trong mùa này';

/** What is wrong with a value. */
export const settingProblems = {
  'other-kind': 'không phải loại giá trị của thiết lập này',
  'out-of-range': 'ngoài khoảng cho phép',
  'no-ballot':
    'chỉ biểu quyết giơ tay: phiếu bầu trong ứng dụng là của hồ sơ danh hiệu, không phải của sáng kiến',
  empty: 'chưa nhập nội dung',
} as const;
