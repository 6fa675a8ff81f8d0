/** The conditions of titles for collectives, as data; those that the law words differently appear once for each title. */
import { at, LAW, readInFull } from './documents.ts';
import type { GroupRule } from './model.ts';

type Input = Pick<GroupRule, 'id' | 'sentence' | 'test'> & {
  readonly title: 'TTLDTT' | 'TTLDXS';
  /** Point of clause 1; without one the rule has a place of its own. */
  readonly point?: string;
  readonly judgeable?: true;
};

const articles = { TTLDTT: 'Điều 28', TTLDXS: 'Điều 27' } as const;

function group({ title, point, judgeable, ...rule }: Input): GroupRule {
  return {
    ...rule,
    about: 'GROUP',
    citation: at(LAW, articles[title], point === undefined ? 'khoản 1' : `điểm ${point} khoản 1`),
    confidence: 'P',
    source: readInFull,
    regime: null,
    forTitle: title,
    judgeable: judgeable ?? false,
    from: null,
    to: null,
  };
}

const judged = { operator: 'judged', fact: 'judgements' } as const;
const share = {
  operator: 'member-share',
  fact: 'members',
  titleId: 'LDTT',
  percent: 'ldttSharePercent',
} as const;
const shareSentence = 'Có ít nhất 70 % cá nhân trong tập thể đạt danh hiệu Lao động tiên tiến';

/** Every rule about a collective. */
export const groupRules: readonly GroupRule[] = [
  ...(['TTLDTT', 'TTLDXS'] as const).map((title): GroupRule => ({
    ...group({
      id: 'whole-school',
      title,
      sentence: 'Tập thể thuộc diện được xét theo quy định mà nhà trường áp dụng',
      test: { operator: 'is-whole-school', fact: 'isSchool' },
    }),
    citation: at(LAW, articles[title], 'khoản 3'),
    confidence: 'U',
    source:
      'Luật giao Bộ, ban, ngành, tỉnh quy định tập thể được xét; chỉ là điều kiện khi nhà trường ghi rằng tổ không thuộc diện được xét.',
  })),
  group({
    id: 'group-rating',
    title: 'TTLDTT',
    point: 'a',
    sentence: 'Tập thể hoàn thành tốt nhiệm vụ được giao trở lên',
    judgeable: true,
    test: { operator: 'group-rating-at-least', fact: 'rating', level: 'HTT' },
  }),
  group({
    id: 'group-rating',
    title: 'TTLDXS',
    point: 'a',
    sentence: 'Tập thể hoàn thành xuất sắc nhiệm vụ được giao',
    judgeable: true,
    test: { operator: 'group-rating-at-least', fact: 'rating', level: 'HTXS' },
  }),
  group({
    id: 'B4',
    title: 'TTLDTT',
    point: 'c',
    sentence: 'Không có cá nhân bị kỷ luật từ hình thức cảnh cáo trở lên',
    test: {
      operator: 'no-member-disciplined',
      fact: 'members',
      forms: [
        'WARNING',
        'DISMISSAL_FROM_POST',
        'FORCED_RESIGNATION',
        'PARTY_WARNING',
        'PARTY_DISMISSAL',
        'PARTY_EXPULSION',
      ],
    },
  }),
  group({ id: 'ldtt-share', title: 'TTLDTT', point: 'c', sentence: shareSentence, test: share }),
  group({ id: 'ldtt-share', title: 'TTLDXS', point: 'c', sentence: shareSentence, test: share }),
  group({
    id: 'member-rating',
    title: 'TTLDXS',
    judgeable: true,
    point: 'c',
    sentence: '100 % cá nhân trong tập thể hoàn thành nhiệm vụ được giao trở lên',
    test: { operator: 'members-rated-at-least', fact: 'members', level: 'HT' },
  }),
  group({
    id: 'has-cstdcs',
    title: 'TTLDXS',
    point: 'd',
    sentence: 'Có cá nhân đạt danh hiệu Chiến sĩ thi đua cơ sở',
    test: { operator: 'some-member-has', fact: 'members', titleId: 'CSTDCS', count: 1 },
  }),
  group({
    id: 'group-movement',
    title: 'TTLDTT',
    point: 'b',
    sentence: 'Tham gia phong trào thi đua thường xuyên, thiết thực, hiệu quả',
    judgeable: true,
    test: judged,
  }),
  group({
    id: 'group-movement',
    title: 'TTLDXS',
    point: 'b',
    sentence: 'Tích cực tham gia phong trào thi đua thường xuyên, thiết thực, hiệu quả',
    judgeable: true,
    test: judged,
  }),
  group({
    id: 'group-unity',
    title: 'TTLDTT',
    point: 'd',
    sentence: 'Nội bộ đoàn kết, chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước',
    judgeable: true,
    test: judged,
  }),
  group({
    id: 'group-unity',
    title: 'TTLDXS',
    point: 'đ',
    sentence:
      'Nội bộ đoàn kết, gương mẫu chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước',
    judgeable: true,
    test: judged,
  }),
];
