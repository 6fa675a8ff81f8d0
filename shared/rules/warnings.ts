/** What is told beside a verdict and never changes it: where each warning comes from, as data. */
import type { Confidence } from '../terms.ts';
import { at, LAW, ND152, ND233, ND90, quotedTwice, readInFull } from './documents.ts';
import type { Citation } from './model.ts';

export const warningIds = [
  'B5',
  'B6',
  'B8',
  'B9',
  'B11',
  'T10',
  'HTXS_person',
  'HTXS_unit',
  'head_rating',
  'old_decree',
  'CSTDCS_cap',
] as const;
export type WarningId = (typeof warningIds)[number];

export interface WarningSource {
  readonly citation: Citation;
  readonly confidence: Confidence;
  readonly source: string;
}

/** Source of each warning. */
export const warningSources: Readonly<Record<WarningId, WarningSource>> = {
  B5: { citation: at(LAW, 'Điều 5', 'điểm c khoản 2'), confidence: 'P', source: readInFull },
  B6: { citation: at(ND152, 'Điều 4', 'khoản 3'), confidence: 'C2', source: quotedTwice },
  B8: { citation: at(ND152, 'Điều 4', 'khoản 6'), confidence: 'C2', source: quotedTwice },
  B9: {
    citation: at('Công văn số 5007/BNV-TĐKT năm 2023', 'Mục III', 'điểm 5c'),
    confidence: 'C1',
    source: 'Một nguồn dẫn; dùng lại giữa các danh hiệu không bị cấm rõ ràng nên chỉ cảnh báo.',
  },
  B11: {
    citation: at('Quy chế thi đua, khen thưởng của nhà trường', null, null),
    confidence: 'PR',
    source: 'Luật không buộc đăng ký thi đua; chỉ là lưu ý khi quy chế không quy định.',
  },
  T10: {
    citation: at(ND233, 'Điều 15', 'điểm b khoản 1'),
    confidence: 'P',
    source: `Đã đối chiếu với văn bản; quy định tương tự ở khoản 2 Điều 20 ${ND90}.`,
  },
  HTXS_person: { citation: at(ND233, 'Điều 12', 'khoản 6'), confidence: 'P', source: readInFull },
  HTXS_unit: { citation: at(ND233, 'Điều 7', 'khoản 7, khoản 8'), confidence: 'P', source: readInFull },
  head_rating: { citation: at(ND233, 'Điều 12', 'khoản 7'), confidence: 'P', source: readInFull },
  old_decree: { citation: at(ND233, 'Điều 20', 'khoản 1'), confidence: 'P', source: readInFull },
  CSTDCS_cap: {
    citation: at('Quy chế thi đua, khen thưởng của nhà trường', null, null),
    confidence: 'PR',
    source: 'Tỷ lệ 15 % đã bỏ từ 01/01/2024, chỉ áp dụng khi quy chế nhà trường quy định.',
  },
};
