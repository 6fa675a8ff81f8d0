/**
 * The test vectors of the engine as data: a small situation each, and what must come of it. The tests run them, and
 * the page of the rule sets runs them again in sight of the person who must trust the rules.
 */
import type { GroupMemberFact, InitiativeFact, PastRatingFact, RatingFact } from '../domain/facts.ts';
import { laterVectors } from './later-vectors.ts';
import {
  award,
  group,
  members,
  nd90,
  person,
  reprimand,
  type Vector,
  type VoteCase,
} from './vector-cases.ts';

const nd233 = '2026-2027';
const excellent: RatingFact = { level: 'HTXS', state: 'decided' };

function initiative(schoolYear: string, change: Partial<InitiativeFact> = {}): InitiativeFact {
  return { schoolYear, name: 'Sáng kiến', scope: 'BASE', decisionNumber: '20/QĐ', share: 100, ...change };
}

/** The same with something else about the last member. */
function withLast(
  all: readonly GroupMemberFact[],
  change: Partial<GroupMemberFact>,
): readonly GroupMemberFact[] {
  return all.map((member, index) => (index === all.length - 1 ? { ...member, ...change } : member));
}

function vote(base: number, agree: number, expected: VoteCase['expected']): VoteCase {
  return { kind: 'vote', titleId: 'CSTDCS', base, agree, expected };
}

const goodYears: readonly PastRatingFact[] = ['2024-2025', '2023-2024', '2022-2023', '2021-2022'].map(
  (schoolYear) => ({ schoolYear, level: 'HTT' }),
);
const threeTimes = [nd90, '2024-2025', '2023-2024'].map((year) => award('CSTDCS', year));

/** The vectors, in order. */
export const vectors: readonly Vector[] = [
  {
    number: 1,
    situation: 'Hoàn thành tốt nhiệm vụ, đủ 12 tháng, không bị kỷ luật',
    cases: [
      person('LDTT', {}, { eligibility: 'yes' }),
      person('CSTDCS', {}, { eligibility: 'no', failed: ['initiative-or-excellent'] }),
    ],
  },
  {
    number: 2,
    situation: 'Hoàn thành tốt nhiệm vụ và có sáng kiến cấp cơ sở của năm nay',
    cases: [person('CSTDCS', { initiatives: [initiative(nd90)] }, { eligibility: 'yes' })],
  },
  {
    number: 3,
    situation: 'Hoàn thành xuất sắc nhiệm vụ, không có sáng kiến',
    cases: [person('CSTDCS', { rating: excellent }, { eligibility: 'yes' })],
  },
  {
    number: 4,
    situation: 'Như trên, khi bật điều kiện theo dự thảo sửa Luật năm 2026',
    cases: [
      {
        ...person('CSTDCS', { rating: excellent }, { eligibility: 'no' }, nd233),
        variantId: 'CSTDCS_2026',
      },
    ],
  },
  {
    number: 5,
    situation: 'Mới tuyển dụng, làm việc 5 tháng',
    cases: [person('LDTT', { joinedOn: '2026-01-01' }, { eligibility: 'no', failed: ['T1'] })],
  },
  {
    number: 6,
    situation: 'Nghỉ thai sản 6 tháng, thời gian còn lại hoàn thành tốt nhiệm vụ',
    cases: [
      person(
        'LDTT',
        { absences: [{ kind: 'MATERNITY', from: '2025-10-01', to: '2026-03-31' }] },
        { eligibility: 'yes' },
      ),
    ],
  },
  {
    number: 7,
    situation: 'Nghỉ ốm 4 tháng, năm xếp loại theo Nghị định số 90/2020/NĐ-CP',
    cases: [
      person(
        'LDTT',
        { absences: [{ kind: 'SICK', from: '2025-09-01', to: '2025-12-31' }] },
        { eligibility: 'no', failed: ['T5'] },
      ),
    ],
  },
  {
    number: 8,
    situation: 'Nghỉ ốm 4 tháng, năm xếp loại theo Nghị định số 233/2026/NĐ-CP',
    cases: [
      person(
        'LDTT',
        { absences: [{ kind: 'SICK', from: '2026-09-01', to: '2026-12-31' }] },
        { eligibility: 'yes' },
        nd233,
      ),
    ],
  },
  {
    number: 9,
    situation: 'Bị khiển trách trong năm, theo Nghị định số 90/2020/NĐ-CP',
    cases: [person('LDTT', { disciplines: [reprimand] }, { eligibility: 'no', failed: ['B3'] })],
  },
  {
    number: 10,
    situation: 'Bị khiển trách, chưa rõ có liên quan nhiệm vụ hay không, theo Nghị định số 233/2026/NĐ-CP',
    cases: [
      person(
        'LDTT',
        { disciplines: [{ ...reprimand, from: '2026-11-03' }] },
        { eligibility: 'needs-person', failed: [] },
        nd233,
      ),
    ],
  },
  {
    number: 11,
    situation: 'Có đơn thư đang được xác minh vào ngày họp',
    cases: [
      person(
        'LDTT',
        { pendingMatters: [{ kind: 'COMPLAINT', from: '2026-04-01', to: null }] },
        { eligibility: 'needs-person', postponed: true, failed: [] },
      ),
    ],
  },
  {
    number: 12,
    situation: 'Hội đồng 17 thành viên, có mặt 15: 13 đồng ý và 1 ý kiến bằng văn bản',
    cases: [vote(17, 14, { needed: 14, passed: true })],
  },
  {
    number: 13,
    situation: 'Hội đồng 17 thành viên, có mặt 15: 13 đồng ý, không có ý kiến bằng văn bản',
    cases: [vote(17, 13, { needed: 14, passed: false })],
  },
  {
    number: 14,
    situation: 'Hội đồng 15 thành viên, 12 đồng ý: vừa đúng 80 %',
    cases: [vote(15, 12, { needed: 12, passed: true })],
  },
  {
    number: 15,
    situation: 'Tổ 10 người, 7 Lao động tiên tiến: vừa đúng 70 %',
    cases: [group('TTLDTT', 'HTT', members(10, 7), { eligibility: 'yes' })],
  },
  {
    number: 16,
    situation: 'Tổ 13 người, 9 Lao động tiên tiến: 69,23 %',
    cases: [group('TTLDTT', 'HTT', members(13, 9), { eligibility: 'no', failed: ['ldtt-share'] })],
  },
  {
    number: 17,
    situation: 'Tập thể xuất sắc nhưng có một người không hoàn thành nhiệm vụ',
    cases: [
      group('TTLDXS', 'HTXS', withLast(members(12, 9, 1), { rating: 'KHT' }), {
        eligibility: 'no',
        failed: ['member-rating'],
      }),
    ],
  },
  {
    number: 18,
    situation: 'Tập thể xuất sắc, 80 % Lao động tiên tiến, không có Chiến sĩ thi đua cơ sở',
    cases: [group('TTLDXS', 'HTXS', members(10, 8), { eligibility: 'no', failed: ['has-cstdcs'] })],
  },
  {
    number: 19,
    situation: 'Tổ có 90 % Lao động tiên tiến, một người bị cảnh cáo',
    cases: [
      group('TTLDTT', 'HTT', withLast(members(10, 9), { disciplines: [{ ...reprimand, form: 'WARNING' }] }), {
        eligibility: 'no',
        failed: ['B4'],
      }),
    ],
  },
  {
    number: 20,
    situation: 'Chiến sĩ thi đua cơ sở ba lần nhưng có một năm gián đoạn',
    cases: [
      person(
        'CSTD_TP',
        { awards: [nd90, '2023-2024', '2022-2023'].map((year) => award('CSTDCS', year)) },
        { eligibility: 'no', failed: ['chain', 'wide-effect'] },
      ),
    ],
  },
  {
    number: 21,
    situation: 'Chiến sĩ thi đua cơ sở hai năm liên tục',
    cases: [
      person(
        'BK_TP',
        { awards: [award('CSTDCS', nd90), award('CSTDCS', '2024-2025')] },
        { eligibility: 'yes', route: { id: 'R4', state: 'passed' } },
      ),
    ],
  },
  {
    number: 22,
    situation: 'Dùng Bằng khen theo chuyên đề làm căn cứ khen công trạng',
    cases: [
      person(
        'BK_TTG',
        {
          pastRatings: goodYears,
          awards: [...threeTimes, award('BK_TP', '2022-2023', { rewardType: 'MOVEMENT', themed: true })],
        },
        { warnings: ['B6'], route: { id: 'R2', state: 'failed' } },
      ),
    ],
  },
  {
    number: 23,
    situation:
      '40 người từ Hoàn thành tốt nhiệm vụ trở lên: số Hoàn thành xuất sắc nhiều nhất, theo hai cách hiểu',
    cases: [
      {
        kind: 'ceiling',
        rated: { HTXS: 8, HTT: 32, HT: 0, KHT: 0 },
        inclusive: false,
        expected: { most: 6 },
      },
      { kind: 'ceiling', rated: { HTXS: 8, HTT: 32, HT: 0, KHT: 0 }, inclusive: true, expected: { most: 8 } },
    ],
  },
  {
    number: 24,
    situation: 'Lao động tiên tiến, quyết định ngày 15/7/2026',
    cases: [
      {
        kind: 'money',
        titleId: 'LDTT',
        decisionDate: '2026-07-15',
        expected: { amount: 760_000, exact: 759_000 },
      },
    ],
  },
  {
    number: 25,
    situation: 'Lao động tiên tiến, quyết định ngày 20/6/2026',
    cases: [
      {
        kind: 'money',
        titleId: 'LDTT',
        decisionDate: '2026-06-20',
        expected: { amount: 710_000, exact: 702_000 },
      },
    ],
  },
  {
    number: 26,
    situation: '15 phiếu phát ra và thu về, 1 phiếu không hợp lệ, 12 đồng ý trên 15 thành viên',
    cases: [vote(15, 12, { needed: 12, passed: true })],
  },
  {
    number: 27,
    situation: 'Sáng kiến đã dùng cho Chiến sĩ thi đua cơ sở, dùng lại cho Bằng khen',
    cases: [
      person(
        'BK_TP',
        {
          rating: excellent,
          pastRatings: [{ schoolYear: '2024-2025', level: 'HTXS' }],
          initiatives: [
            initiative(nd90),
            initiative('2024-2025', { usedFor: [{ titleId: 'CSTDCS', schoolYear: '2024-2025' }] }),
          ],
        },
        { eligibility: 'yes', warnings: ['B9'], route: { id: 'R5', state: 'passed' } },
      ),
    ],
  },
  ...laterVectors,
];
