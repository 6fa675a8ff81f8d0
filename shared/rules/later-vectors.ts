/** The vectors of what was found after the reference was written, as data; they follow the others. */
import type { GroupFacts, Judgement } from '../domain/facts.ts';
import { award, group, members, nd90, person, reprimand, type Vector } from './vector-cases.ts';

const yes: Judgement = { answer: 'pass', reason: 'Có căn cứ', by: 'Thư ký' };
const no: Judgement = { ...yes, answer: 'fail' };
const recruits: NonNullable<GroupFacts['leftOut']> = ['a', 'b', 'c'].map((personId) => ({
  personId,
  fullName: `Người mới ${personId}`,
  because: 'recruit',
}));

/** From the 28th on. */
export const laterVectors: readonly Vector[] = [
  {
    number: 28,
    situation: 'Nghỉ ốm 7 tháng, năm xếp loại theo Nghị định số 90/2020/NĐ-CP, vẫn có mức xếp loại',
    cases: [
      person(
        'LDTT',
        { absences: [{ kind: 'SICK', from: '2025-09-01', to: '2026-03-31' }] },
        { eligibility: 'no', failed: ['T4', 'T5'] },
      ),
    ],
  },
  {
    number: 29,
    situation: 'Tuyển dụng chưa tròn một tháng, trước đó 8 tháng hợp đồng tại đơn vị',
    cases: [
      person(
        'LDTT',
        { joinedOn: '2026-05-11', contractBefore: { months: 8, days: 10 } },
        { eligibility: 'yes' },
      ),
    ],
  },
  {
    number: 30,
    situation: 'Khiển trách hai năm trước, không ghi ngày chấm dứt: hết hiệu lực sau 12 tháng',
    cases: [person('LDTT', { disciplines: [{ ...reprimand, from: '2024-03-04' }] }, { eligibility: 'yes' })],
  },
  {
    number: 31,
    situation: 'Chiến sĩ thi đua thành phố hai lần cách nhau 3 năm, năm nào cũng Chiến sĩ thi đua cơ sở',
    cases: [
      person(
        'CSTD_TQ',
        {
          awards: [
            award('CSTD_TP', nd90),
            award('CSTD_TP', '2022-2023'),
            ...[nd90, '2024-2025', '2023-2024', '2022-2023'].map((year) => award('CSTDCS', year)),
          ],
        },
        { failed: ['wide-effect'] },
      ),
    ],
  },
  {
    number: 32,
    situation: 'Tập thể dùng Cờ thi đua theo chuyên đề làm căn cứ khen công trạng; so với Cờ thi đua của năm',
    cases: [true, false].map((themed) => ({
      kind: 'group',
      schoolYear: nd90,
      titleId: 'BK_TTG',
      rating: 'HTXS',
      members: members(10, 10),
      facts: {
        awardsThisYear: {},
        awards: [award('BK_TP', '2019-2020'), award('CO_TP', '2022-2023', { rewardType: null, themed })],
        pastRatings: ['2020-2021', '2021-2022', '2022-2023', '2023-2024', '2024-2025'].map((schoolYear) => ({
          schoolYear,
          level: 'HTXS',
        })),
      },
      expected: { route: { id: 'R6', state: themed ? 'failed' : 'passed' } },
    })),
  },
  {
    number: 33,
    situation:
      'Thuộc một trường hợp được xét nhưng chưa ai xác nhận, hoặc có người xác nhận không gương mẫu chấp hành pháp luật',
    cases: (['BK_TP', 'BK_BO', 'BK_TTG', 'HCLD3', 'HCLD2', 'HCLD1'] as const).flatMap((titleId) => [
      person(titleId, { judgements: { routes: yes } }, { eligibility: 'needs-person', failed: [] }),
      person(
        titleId,
        { judgements: { routes: yes, exemplary: no } },
        { eligibility: 'no', failed: ['exemplary'] },
      ),
    ]),
  },
  {
    number: 34,
    situation: 'Nhà giáo ưu tú đề nghị Nhà giáo nhân dân, có người xác nhận chưa đạt về phẩm chất, ảnh hưởng',
    cases: [
      person(
        'NGND',
        { awards: [award('NGUT', '2017-2018')], judgements: { ethics: no } },
        { eligibility: 'no', failed: ['ethics'] },
      ),
    ],
  },
  {
    number: 35,
    situation: 'Học sinh đoạt giải nhưng chưa ai xác nhận chấp hành tốt nội quy; rồi được xác nhận',
    cases: [
      {
        kind: 'pupil',
        schoolYear: nd90,
        titleId: 'GK_HT_HS',
        judgements: { R4: yes },
        expected: { eligibility: 'needs-person' },
      },
      {
        kind: 'pupil',
        schoolYear: nd90,
        titleId: 'GK_HT_HS',
        judgements: { R4: yes, conduct: yes },
        expected: { eligibility: 'yes' },
      },
    ],
  },
  {
    number: 36,
    situation: 'Tập thể có đơn tố cáo đang xác minh vào ngày họp',
    cases: (['TTLDTT', 'TTLDXS'] as const).map((titleId) => ({
      ...group(titleId, 'HTXS', members(10, 10, 1), { eligibility: 'needs-person', postponed: true }),
      facts: { pendingMatters: [{ kind: 'COMPLAINT', from: '2026-04-01', to: null }] },
    })),
  },
  {
    number: 37,
    situation: 'Tổ 10 người, Hội đồng đề nghị 7 Lao động tiên tiến, chưa có quyết định',
    cases: [
      group(
        'TTLDTT',
        'HTT',
        members(10, 0).map((member, index) =>
          index < 7 ? { ...member, titles: { LDTT: 'proposed', CSTDCS: null } } : member,
        ),
        { eligibility: 'yes', failed: [] },
      ),
    ],
  },
  {
    number: 38,
    situation:
      'Tổ 13 người có 7 Lao động tiên tiến; 3 người mới tuyển dụng không tính. Một người bị cảnh cáo thì không tính vẫn xét',
    cases: [
      { ...group('TTLDTT', 'HTT', members(10, 7), { eligibility: 'yes' }), facts: { leftOut: recruits } },
      {
        ...group('TTLDTT', 'HTT', members(10, 7), { eligibility: 'no', failed: ['B4'] }),
        facts: {
          leftOut: [
            {
              personId: 'x',
              fullName: 'Người thứ mười một',
              because: { reason: 'nghỉ không hưởng lương', by: 'Thư ký' },
              disciplines: [{ ...reprimand, form: 'WARNING' }],
            },
          ],
        },
      },
    ],
  },
];
