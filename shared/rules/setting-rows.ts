/**
 * The settings of a school's regulation that are a number, a switch or an answer in words, each as one row: where it
 * stands, what rests on it, its unit and limits, the default and where that comes from. Their words are in `vi/regulation.ts`.
 */
import type { Confidence, TitleId } from '../terms.ts';
import { ND152, ND233, ND90, LAW } from './documents.ts';

/** Parts of the table of settings, in its order. */
export const settingGroups = [
  'council',
  'vote',
  'body',
  'condition',
  'practice',
  'chain',
  'document',
] as const;
export type SettingGroup = (typeof settingGroups)[number];

/** What rests on a setting: verdicts, how the council meets, how votes are held and counted, or what papers say. */
export type SettingEffect = 'condition' | 'council' | 'voting' | 'paper';

export const settingUnits = ['month', 'percent', 'time', 'sheet', 'workday'] as const;
export type SettingUnit = (typeof settingUnits)[number];

interface Row<Value> {
  readonly group: SettingGroup;
  readonly affects: SettingEffect;
  readonly value: Value;
  readonly confidence: Confidence;
  readonly source: string;
}

export interface NumberRow extends Row<number> {
  readonly unit: SettingUnit;
  readonly minimum: number;
  readonly maximum: number;
  /** The default is a share that law asks for at least: a lower one is told. */
  readonly isLeast?: boolean;
}

/** Numbers that a school's own regulation may replace. */
export const numberRows = {
  newStaffMonths: {
    group: 'condition',
    affects: 'condition',
    unit: 'month',
    minimum: 0,
    maximum: 24,
    value: 6,
    confidence: 'C2',
    source: 'Khoản 5 Điều 1 Thông tư số 01/2024/TT-BNV; Thông tư 15/2025/TT-BNV thay thế, chưa đối chiếu.',
  },
  workedMonths: {
    group: 'condition',
    affects: 'condition',
    unit: 'month',
    minimum: 0,
    maximum: 24,
    value: 6,
    confidence: 'C2',
    source: 'Quy định về xếp loại chất lượng viên chức.',
  },
  ldttSharePercent: {
    group: 'condition',
    affects: 'condition',
    unit: 'percent',
    minimum: 1,
    maximum: 100,
    isLeast: true,
    value: 70,
    confidence: 'P',
    source: `Khoản 1 Điều 27, khoản 1 Điều 28 ${LAW}.`,
  },
  transferMonths: {
    group: 'condition',
    affects: 'condition',
    unit: 'month',
    minimum: 0,
    maximum: 24,
    value: 6,
    confidence: 'C2',
    source: `${ND90}.`,
  },
  htxsCeilingPercent: {
    group: 'condition',
    affects: 'condition',
    unit: 'percent',
    minimum: 1,
    maximum: 100,
    value: 20,
    confidence: 'P',
    source: `Khoản 6 Điều 12 ${ND233}.`,
  },
  htxsCeilingOutstandingPercent: {
    group: 'condition',
    affects: 'condition',
    unit: 'percent',
    minimum: 1,
    maximum: 100,
    value: 25,
    confidence: 'P',
    source: `Khoản 6 Điều 12 ${ND233}.`,
  },
  cstdcsCapPercent: {
    group: 'condition',
    affects: 'condition',
    unit: 'percent',
    minimum: 1,
    maximum: 100,
    value: 15,
    confidence: 'C2',
    source: 'Tỷ lệ cũ của Nghị định số 91/2017/NĐ-CP, đã bỏ từ 01/01/2024; chỉ cảnh báo khi nhà trường bật.',
  },
  maximumRounds: {
    group: 'vote',
    affects: 'voting',
    unit: 'time',
    minimum: 1,
    maximum: 9,
    value: 2,
    confidence: 'L',
    source:
      'Quy chế của một Hội đồng cấp bộ: bỏ phiếu không quá hai lần, sau đó người đứng đầu có thẩm quyền quyết định.',
  },
  spareBallots: {
    group: 'vote',
    affects: 'voting',
    unit: 'sheet',
    minimum: 0,
    maximum: 200,
    value: 0,
    confidence: 'PR',
    source:
      'Không có quy định: số phiếu in bằng số thành viên có mặt; nhà trường có thể in thêm phiếu dự phòng, phiếu thừa phải kê khai và hủy.',
  },
  publicityDays: {
    group: 'practice',
    affects: 'paper',
    unit: 'workday',
    minimum: 1,
    maximum: 60,
    value: 5,
    confidence: 'M',
    source: 'Chưa tìm được quy định về số ngày công khai kết quả ở trường; 05 ngày làm việc là mức đề xuất.',
  },
} as const satisfies Readonly<Record<string, NumberRow>>;
export type ValueId = keyof typeof numberRows;
export const valueIds = Object.keys(numberRows) as readonly ValueId[];

/** Choices that only a school's own regulation makes. */
export const switchRows = {
  registrationRequired: {
    group: 'practice',
    affects: 'condition',
    value: false,
    confidence: 'PR',
    source: 'Luật không buộc đăng ký thi đua; theo thông lệ, nhà trường có thể quy định trong quy chế.',
  },
  localCstdcsCap: {
    group: 'practice',
    affects: 'condition',
    value: false,
    confidence: 'C2',
    source: 'Không còn tỷ lệ tối đa từ 01/01/2024; nhà trường có thể quy định trong quy chế.',
  },
  htxsBaseInclusive: {
    group: 'practice',
    affects: 'condition',
    value: false,
    confidence: 'U',
    source: `Khoản 6 Điều 12 ${ND233}: chưa rõ người Hoàn thành xuất sắc có được tính trong số Hoàn thành tốt hay không.`,
  },
  ratedByOldDecree: {
    group: 'practice',
    affects: 'condition',
    value: false,
    confidence: 'P',
    source: `Khoản 1 Điều 20 ${ND233}: đến thời điểm xếp loại cuối năm 2026 mà đơn vị chưa ban hành Quy chế đánh giá thì xếp loại theo ${ND90}.`,
  },
  limitedPlaces: {
    group: 'practice',
    affects: 'condition',
    value: false,
    confidence: 'C2',
    source: `Khoản 6 Điều 4 ${ND152}: khi nhiều người, nhiều tập thể cùng đủ điều kiện thì ưu tiên nữ, tập thể có từ 70 % nữ; số lượng được đề nghị do cấp trên giao.`,
  },
  sameGroupStepsAside: {
    group: 'council',
    affects: 'council',
    value: false,
    confidence: 'U',
    source: 'Chưa tìm được quy định; nhà trường có thể quy định trong quy chế của Hội đồng.',
  },
  recusalReducesBase: {
    group: 'council',
    affects: 'council',
    value: false,
    confidence: 'U',
    source:
      'Chưa tìm được quy định; mặc định tổng số thành viên giữ nguyên. Danh hiệu bỏ phiếu kín luôn tính trên tổng số thành viên (khoản 7 Điều 30 Nghị định số 98/2023/NĐ-CP).',
  },
  secondCount: {
    group: 'vote',
    affects: 'voting',
    value: false,
    confidence: 'PR',
    source: 'Không có quy định; nhà trường chọn kiểm một lần hay hai lần độc lập.',
  },
  tieNeedsRound: {
    group: 'vote',
    affects: 'voting',
    value: false,
    confidence: 'L',
    source:
      'Quy chế của một Hội đồng cấp bộ: lấy từ tỷ lệ phiếu cao xuống, bằng phiếu ở mức cuối thì theo ý kiến Chủ tịch Hội đồng.',
  },
  groupsMayReceive: {
    group: 'practice',
    affects: 'condition',
    value: true,
    confidence: 'U',
    source:
      'Khoản 3 Điều 27, khoản 3 Điều 28 Luật Thi đua, khen thưởng giao địa phương quy định tập thể được xét; chưa tìm được văn bản của thành phố về tổ chuyên môn, tổ văn phòng.',
  },
  councilOwnSeries: {
    group: 'practice',
    affects: 'paper',
    value: true,
    confidence: 'PR',
    source:
      'Nghị định số 30/2020/NĐ-CP: ký hiệu gồm tên loại văn bản và chữ viết tắt của cơ quan ban hành; có dãy số riêng cho Hội đồng là thông lệ. Chữ viết tắt của trường, của Hội đồng ghi ở Đơn vị, năm học.',
  },
} as const satisfies Readonly<Record<string, Row<boolean>>>;
export type SwitchId = keyof typeof switchRows;
export const switchIds = Object.keys(switchRows) as readonly SwitchId[];

const withInitiative: readonly TitleId[] = ['CSTDCS', 'CSTD_TP', 'CSTD_BO', 'CSTD_TQ', 'BK_TP', 'BK_BO'];

export interface NoteRow extends Pick<Row<never>, 'group' | 'confidence' | 'source'> {
  /** Of which titles it is told on each case; left out where it is told elsewhere. */
  readonly titles?: readonly TitleId[] | 'all';
}

/** What the app does not compute with: the school's answer in words. */
export const noteRows = {
  cityRegulation: {
    titles: 'all',
    group: 'document',
    confidence: 'U',
    source:
      'Nghị định số 152/2025/NĐ-CP để địa phương quy định tiêu chuẩn, hồ sơ, số bản, thời hạn; văn bản hiện hành của thành phố chưa tìm được.',
  },
  sectorCircular: {
    titles: ['GK_HT', 'GK_HT_HS', 'KNC_GD'],
    group: 'document',
    confidence: 'U',
    source:
      'Thông tư số 07/2026/TT-BGDĐT thay thế Thông tư số 29/2023/TT-BGDĐT từ 02/4/2026; chưa đối chiếu các điều về giấy khen, kỷ niệm chương.',
  },
  ballotArticle: {
    group: 'document',
    confidence: 'U',
    source:
      'Tỷ lệ 80 %, 90 % lấy từ khoản 7 Điều 30 Nghị định số 98/2023/NĐ-CP; điều tương ứng của Nghị định số 152/2025/NĐ-CP chưa xác định.',
  },
  amendedLaw: {
    titles: 'all',
    group: 'document',
    confidence: 'U',
    source: 'Luật số 06/2026/QH16 có hiệu lực từ 01/10/2026; chưa đối chiếu văn bản chính thức.',
  },
  initiativeRecogniser: {
    titles: withInitiative,
    group: 'practice',
    confidence: 'C1',
    source: 'Hội đồng sáng kiến cấp cơ sở; từ 01/7/2025 cấp xã thay cấp huyện, chưa thống nhất giữa các nơi.',
  },
  principalCertificate: {
    titles: ['GK_HT'],
    group: 'practice',
    confidence: 'C1',
    source:
      'Khoản 1 Điều 11 Thông tư số 29/2023/TT-BGDĐT cho phép; thông tư thay thế chưa đối chiếu, Luật không nêu Hiệu trưởng.',
  },
  ownVote: {
    group: 'council',
    confidence: 'U',
    source:
      'Chưa tìm được quy định về việc thành viên bỏ phiếu cho chính mình và người dự thay; ứng dụng tính mọi thành viên như nhau.',
  },
  scoringScheme: {
    group: 'practice',
    confidence: 'PR',
    source:
      'Đợt thi đua, tiêu chí, thang điểm, trọng số do nhà trường đặt ra; bốn đợt có sẵn là thông lệ. Sửa đợt ở bước Phong trào và đợt, sửa tiêu chí ở bước Đánh giá.',
  },
  ratingCalendar: {
    group: 'practice',
    confidence: 'U',
    source: `Quy định chung là trước ngày 15/12; giáo dục theo năm học: ${ND90} để người đứng đầu chọn, ${ND233} để Bộ Giáo dục và Đào tạo quy định nhưng chưa tìm được văn bản.`,
  },
  contractStaff: {
    titles: ['LDTT', 'CSTDCS'],
    group: 'practice',
    confidence: 'P',
    source: `Khoản 2 Điều 20 ${ND233}: người đứng đầu quyết định; danh hiệu Lao động tiên tiến vẫn xét cho người lao động theo khoản 1 Điều 24 Luật Thi đua, khen thưởng.`,
  },
} as const satisfies Readonly<Record<string, NoteRow>>;
export type NoteId = keyof typeof noteRows;
export const noteIds = Object.keys(noteRows) as readonly NoteId[];

/** The notes that are told on a case of a title. */
export function notesOfTitle(titleId: TitleId): readonly NoteId[] {
  return noteIds.filter((id) => {
    const { titles }: NoteRow = noteRows[id];
    return titles === 'all' || titles?.includes(titleId) === true;
  });
}
