/** The defaults of the bodies beside the school's council, each with why it is no more than a default. */
import type { BodyRules, RuleSet, Sourced } from './model.ts';

function sourced<T>(value: Omit<Sourced<T>, 'standard'>): Sourced<T> {
  return { ...value, standard: null };
}

const optionalOpinion: Sourced<boolean> = sourced({
  value: false,
  confidence: 'U',
  source:
    'Chưa tìm được quy định cho trường học (ngành tòa án buộc lấy phiếu ở đơn vị trước khi trình Hội đồng); mặc định kết quả chỉ để Hội đồng tham khảo.',
});

const group: BodyRules = {
  used: sourced({
    value: true,
    confidence: 'PR',
    source: 'Theo thông lệ, tổ họp bình xét trước khi Hội đồng xét; luật không bắt buộc.',
  }),
  quorum: sourced({
    value: { numerator: 2, denominator: 3, awardPercent: null },
    confidence: 'U',
    source: 'Chưa tìm được quy định cho họp tổ; lấy như mức thường dùng của các Hội đồng.',
  }),
  vote: sourced({
    value: { kind: 'SHOW_OF_HANDS', percent: 50, strict: true, base: 'TOTAL' },
    confidence: 'U',
    source: 'Chưa tìm được quy định cho trường học; theo thông lệ là quá bán số người của tổ.',
  }),
  required: optionalOpinion,
};

const staff: BodyRules = {
  used: sourced({
    value: false,
    confidence: 'PR',
    source: 'Một số trường lấy ý kiến toàn thể viên chức trước khi Hội đồng xét; luật không bắt buộc.',
  }),
  quorum: sourced({
    value: { numerator: 2, denominator: 3, awardPercent: null },
    confidence: 'M',
    source:
      'Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 về hội nghị cán bộ, công chức, viên chức, người lao động; chưa đối chiếu điều khoản.',
  }),
  vote: sourced({
    value: { kind: 'SHOW_OF_HANDS', percent: 50, strict: true, base: 'PRESENT' },
    confidence: 'M',
    source:
      'Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15: thông qua khi trên 50 % số người dự hội nghị tán thành; chưa đối chiếu điều khoản.',
  }),
  required: optionalOpinion,
};

const initiative: BodyRules = {
  used: sourced({
    value: true,
    confidence: 'C1',
    source:
      'Nghị định số 13/2012/NĐ-CP: cơ sở xét, công nhận sáng kiến; từ 01/7/2025 có nơi giao cho cấp xã.',
  }),
  quorum: sourced({
    value: { numerator: 2, denominator: 3, awardPercent: null },
    confidence: 'U',
    source: 'Chưa tìm được quy định cho trường học; lấy như mức thường dùng của các Hội đồng.',
  }),
  vote: sourced({
    value: {
      kind: 'SHOW_OF_HANDS',
      percent: 66,
      strict: false,
      base: 'TOTAL',
      fraction: { numerator: 2, denominator: 3 },
    },
    confidence: 'L',
    source:
      'Khoản 3 Điều 14 Quy chế kèm theo Quyết định số 1109/QĐ-VPQH năm 2017 của một cơ quan trung ương: từ 2/3 số thành viên; có tỉnh quy định từ 70 %. Ứng dụng ghi kết quả giơ tay: phiếu bầu là của hồ sơ danh hiệu.',
  }),
  required: sourced({
    value: false,
    confidence: 'P',
    source: 'Công nhận sáng kiến là quyết định của người có thẩm quyền, không phải ý kiến về một danh hiệu.',
  }),
};

/** The rules of every body beside the school's council. */
export const bodyRules: RuleSet['bodies'] = { GROUP: group, STAFF: staff, INITIATIVE: initiative };
