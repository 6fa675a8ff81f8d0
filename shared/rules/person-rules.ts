/** The conditions of titles for people, as data. A rule that differs by rating decree appears once for each decree. */
import {
  at,
  LAW,
  LAW_DRAFT,
  ND152,
  ND233,
  ND234,
  ND90,
  quotedOnce,
  quotedTwice,
  readInFull,
  TT01,
} from './documents.ts';
import type { PersonRule, RatingRegimeId } from './model.ts';

type Input = Omit<PersonRule, 'about' | 'regime' | 'forTitle' | 'judgeable' | 'from' | 'to'> & {
  readonly regime?: RatingRegimeId;
  readonly judgeable?: false;
};
function person({ regime, judgeable, ...rule }: Input): PersonRule {
  return {
    ...rule,
    about: 'PERSON',
    forTitle: null,
    regime: regime ?? null,
    judgeable: judgeable ?? true,
    from: null,
    to: null,
  };
}

const initiative = { operator: 'initiative-recognised', fact: 'initiatives', scope: 'BASE' } as const;
const research = { operator: 'research-accepted', fact: 'research' } as const;
const excellent = { operator: 'rating-at-least', fact: 'rating', level: 'HTXS' } as const;

/** Every rule about a person. */
export const personRules: readonly PersonRule[] = [
  person({
    id: 'rating',
    sentence: 'Được xếp loại chất lượng năm học từ mức Hoàn thành tốt nhiệm vụ trở lên',
    citation: at(LAW, 'Điều 24', 'điểm a khoản 1'),
    confidence: 'P',
    source: readInFull,
    judgeable: false,
    test: { operator: 'rating-at-least', fact: 'rating', level: 'HTT' },
  }),
  person({
    id: 'T1',
    sentence: 'Người mới tuyển dụng có đủ số tháng công tác tối thiểu tính đến hết kỳ xét',
    citation: at(TT01, 'Điều 1', 'khoản 5'),
    confidence: 'C2',
    source: quotedTwice,
    test: { operator: 'recruited-for', fact: 'joinedOn', months: 'newStaffMonths' },
  }),
  person({
    id: 'T2',
    sentence: 'Thời gian nghỉ thai sản được tính để xét danh hiệu',
    citation: at(ND152, 'Điều 4', 'khoản 5'),
    confidence: 'C2',
    source: quotedTwice,
    test: {
      operator: 'absence-counts',
      fact: 'absences',
      kinds: ['MATERNITY'],
      effect: 'được tính đủ thời gian để xét danh hiệu',
    },
  }),
  person({
    id: 'T3',
    sentence: 'Nghỉ thai sản: kết quả xếp loại là kết quả của thời gian làm việc thực tế',
    citation: at(ND90, 'Điều 2', null),
    confidence: 'C2',
    source: quotedTwice,
    regime: 'ND90',
    test: {
      operator: 'absence-counts',
      fact: 'absences',
      kinds: ['MATERNITY'],
      effect: 'xếp loại theo thời gian làm việc thực tế',
    },
  }),
  person({
    id: 'T3',
    sentence: 'Nghỉ thai sản: kết quả xếp loại là kết quả của thời gian làm việc thực tế',
    citation: at(ND233, 'Điều 14', 'khoản 2'),
    confidence: 'P',
    source: readInFull,
    regime: 'ND233',
    test: {
      operator: 'absence-counts',
      fact: 'absences',
      kinds: ['MATERNITY'],
      effect: 'xếp loại theo thời gian làm việc thực tế',
    },
  }),
  person({
    id: 'T4',
    sentence: 'Làm việc đủ 06 tháng trong kỳ xét để được xếp loại, trừ người nghỉ thai sản',
    citation: at(ND90, 'Điều 2', 'khoản 3'),
    confidence: 'C2',
    source: quotedTwice,
    regime: 'ND90',
    test: {
      operator: 'worked-for',
      fact: 'absences',
      months: 'workedMonths',
      countsAsWork: ['MATERNITY', 'TRAINING', 'INJURED_RESCUING'],
    },
  }),
  person({
    id: 'T4',
    sentence: 'Làm việc đủ 06 tháng trong kỳ xét để được xếp loại, trừ người nghỉ ốm, nghỉ thai sản',
    citation: at(ND233, 'Điều 14', 'khoản 1'),
    confidence: 'P',
    source: readInFull,
    regime: 'ND233',
    test: {
      operator: 'worked-for',
      fact: 'absences',
      months: 'workedMonths',
      countsAsWork: ['MATERNITY', 'SICK', 'TRAINING', 'INJURED_RESCUING'],
    },
  }),
  person({
    id: 'T5',
    sentence:
      'Không nghỉ từ 03 tháng trở lên trong kỳ xét, trừ nghỉ thai sản (nghỉ từ 03 đến dưới 06 tháng thì không xếp loại Hoàn thành tốt nhiệm vụ trở lên; làm việc chưa đủ 06 tháng thì không xếp loại)',
    citation: at(ND90, 'Điều 2', 'khoản 3'),
    confidence: 'C2',
    source: quotedTwice,
    regime: 'ND90',
    test: {
      operator: 'absence-below',
      fact: 'absences',
      fromMonths: 3,
      countsAsWork: ['MATERNITY', 'TRAINING', 'INJURED_RESCUING'],
    },
  }),
  person({
    id: 'T5b',
    sentence:
      'Nghỉ việc riêng không hưởng lương nhưng bảo đảm làm việc từ 06 tháng trở lên, hoặc nghỉ ốm theo pháp luật về bảo hiểm xã hội: kết quả xếp loại là kết quả của thời gian làm việc thực tế',
    citation: at(ND233, 'Điều 14', 'khoản 2'),
    confidence: 'P',
    source: readInFull,
    regime: 'ND233',
    test: {
      operator: 'absence-counts',
      fact: 'absences',
      kinds: ['SICK', 'UNPAID'],
      effect:
        'xếp loại theo thời gian làm việc thực tế; nghỉ việc riêng thì phải bảo đảm làm việc từ 06 tháng trở lên',
    },
  }),
  person({
    id: 'T6',
    sentence: 'Thời gian được cử đi đào tạo, bồi dưỡng và chấp hành tốt quy định được tính để xét danh hiệu',
    citation: at(TT01, 'Điều 1', 'khoản 5'),
    confidence: 'C1',
    source: quotedOnce,
    test: {
      operator: 'absence-counts',
      fact: 'absences',
      kinds: ['TRAINING'],
      effect: 'được tính đủ thời gian để xét danh hiệu',
    },
  }),
  person({
    id: 'T7',
    sentence: 'Thời gian điều trị do bị thương khi cứu người, cứu tài sản được tính để xét danh hiệu',
    citation: at(TT01, 'Điều 1', 'khoản 5'),
    confidence: 'C1',
    source: quotedOnce,
    test: {
      operator: 'absence-counts',
      fact: 'absences',
      kinds: ['INJURED_RESCUING'],
      effect: 'được tính đủ thời gian để xét danh hiệu',
    },
  }),
  person({
    id: 'T8',
    sentence:
      'Người chuyển đến trong kỳ xét do đơn vị mới xét; làm việc ở đơn vị cũ từ 06 tháng trở lên thì có nhận xét của đơn vị cũ',
    citation: at(ND90, null, null),
    confidence: 'C2',
    source: quotedTwice,
    regime: 'ND90',
    test: { operator: 'transfer-comment', fact: 'transfer', months: 'transferMonths' },
  }),
  person({
    id: 'T8',
    sentence: 'Người chuyển đến trong kỳ xét: đơn vị cũ gửi kết quả theo dõi, đánh giá tháng, quý',
    citation: at(ND233, 'Điều 15', 'điểm a khoản 1'),
    confidence: 'P',
    source: readInFull,
    regime: 'ND233',
    test: { operator: 'transfer-comment', fact: 'transfer', months: null },
  }),
  person({
    id: 'T8b',
    sentence:
      'Vi phạm xảy ra ở đơn vị cũ mà bị kỷ luật ở đơn vị mới thì tính vào kết quả xếp loại ở đơn vị cũ, không tính cho năm ở đơn vị mới',
    citation: at(ND233, 'Điều 14', 'điểm c khoản 3'),
    confidence: 'P',
    source: readInFull,
    regime: 'ND233',
    test: { operator: 'discipline-after-transfer', fact: 'transfer' },
  }),
  person({
    id: 'T9',
    sentence: 'Người được cử biệt phái do đơn vị cử xét, có nhận xét của nơi nhận biệt phái',
    citation: at('Thông tư số 01/2024/TT-TANDTC (mẫu tham khảo)', 'Điều 29', null),
    confidence: 'L',
    source: 'Quy định của ngành khác, dùng làm mẫu khi chưa có quy định của thành phố.',
    test: { operator: 'secondment-comment', fact: 'secondment' },
  }),
  person({
    id: 'B1',
    sentence:
      'Không trong thời gian xem xét kỷ luật, điều tra, thanh tra, kiểm tra có dấu hiệu vi phạm hoặc đang xác minh đơn thư, thông tin báo chí',
    citation: at(ND152, 'Điều 4', 'khoản 4'),
    confidence: 'C2',
    source: quotedTwice,
    judgeable: false,
    test: { operator: 'no-open-matter', fact: 'pendingMatters' },
  }),
  person({
    id: 'B2',
    sentence: 'Người bị kỷ luật: thành tích chỉ được tính từ khi chấm dứt hiệu lực kỷ luật',
    citation: at(ND152, 'Điều 4', 'khoản 4'),
    confidence: 'C2',
    source: quotedTwice,
    test: { operator: 'no-unfinished-discipline', fact: 'disciplines' },
  }),
  person({
    id: 'B2-running',
    sentence:
      'Không còn trong thời gian thi hành kỷ luật tại ngày xét; thành tích chỉ được tính từ khi chấm dứt hiệu lực kỷ luật',
    citation: at(ND152, 'Điều 4', 'khoản 4'),
    confidence: 'C2',
    source: `${quotedTwice} Quyết định kỷ luật có hiệu lực 12 tháng theo khoản 9 Điều 2 ${ND234}.`,
    test: { operator: 'no-running-discipline', fact: 'disciplines' },
  }),
  person({
    id: 'B11',
    sentence: 'Đã đăng ký thi đua từ đầu năm học',
    citation: at('Quy chế thi đua, khen thưởng của nhà trường', null, null),
    confidence: 'PR',
    source: 'Luật không buộc đăng ký; chỉ là điều kiện khi quy chế của nhà trường quy định.',
    test: { operator: 'is-registered', fact: 'registered' },
  }),
  person({
    id: 'B3',
    sentence: 'Không bị kỷ luật (Đảng hoặc chính quyền) trong năm đánh giá',
    citation: at(ND90, 'Điều 2', 'khoản 5'),
    confidence: 'C2',
    source: quotedTwice,
    regime: 'ND90',
    test: { operator: 'no-discipline-in-period', fact: 'disciplines', barring: 'any' },
  }),
  person({
    id: 'B3b',
    sentence: 'Không bị kỷ luật trong năm do suy thoái hoặc do vi phạm liên quan đến thực hiện nhiệm vụ',
    citation: at(ND233, 'Điều 12', 'điểm b, điểm c khoản 4'),
    confidence: 'P',
    source: 'Đã đối chiếu với văn bản; xem thêm điểm a khoản 3 Điều 14.',
    regime: 'ND233',
    test: { operator: 'no-discipline-in-period', fact: 'disciplines', barring: 'linked-to-duty' },
  }),
  person({
    id: 'emulation-spirit',
    sentence: 'Có tinh thần tự lực, tự cường, đoàn kết, tương trợ, tích cực tham gia phong trào thi đua',
    citation: at(LAW, 'Điều 24', 'điểm b khoản 1'),
    confidence: 'P',
    source: readInFull,
    test: { operator: 'judged', fact: 'judgements' },
  }),
  person({
    id: 'initiative-or-excellent',
    sentence:
      'Được xếp loại Hoàn thành xuất sắc nhiệm vụ, hoặc có sáng kiến được cơ sở công nhận, hoặc có đề tài khoa học, đề án khoa học, công trình khoa học và công nghệ đã nghiệm thu',
    citation: at(LAW, 'Điều 23', 'khoản 2'),
    confidence: 'P',
    source: readInFull,
    judgeable: false,
    test: { operator: 'any-of', tests: [excellent, initiative, research] },
  }),
  person({
    id: 'rating-excellent',
    sentence: 'Được xếp loại Hoàn thành xuất sắc nhiệm vụ',
    citation: at(LAW_DRAFT, null, null),
    confidence: 'U',
    source: 'Chỉ theo bản dự thảo, chưa đối chiếu văn bản chính thức.',
    judgeable: false,
    test: excellent,
  }),
  person({
    id: 'initiative-or-research',
    sentence: 'Có sáng kiến được cơ sở công nhận, hoặc có đề tài, đề án, công trình khoa học đã nghiệm thu',
    citation: at(LAW_DRAFT, null, null),
    confidence: 'U',
    source: 'Chỉ theo bản dự thảo, chưa đối chiếu văn bản chính thức.',
    judgeable: false,
    test: { operator: 'any-of', tests: [initiative, research] },
  }),
];
