import { describe, expect, it } from 'vitest';
import { meritsOf, type MeritSources } from '../../shared/domain/merits.ts';
import { groupFacts, members, personFacts, ruleSet } from '../support/facts.ts';

const year = { schoolYear: '2025-2026', ruleSet: ruleSet('2026-05-28') } as const;

function told(
  given: Partial<MeritSources> & Pick<MeritSources, 'facts' | 'titleId'>,
): Record<string, readonly string[]> {
  const merits = meritsOf({ ...year, points: null, achievement: '', ...given });
  return Object.fromEntries(merits.map(({ name, texts }) => [name, texts]));
}

const initiative = { scope: 'BASE', decisionNumber: '12/QĐ-UBND', share: 60 } as const;
const facts = personFacts({
  rating: { level: 'HTXS', state: 'proposed' },
  disciplines: [{ form: 'REPRIMAND', from: '2025-10-01', to: null, linkedToDuty: null }],
  absences: [{ kind: 'SICK', from: '2025-11-01', to: '2025-12-01' }],
  initiatives: [
    { ...initiative, schoolYear: '2023-2024', name: 'Ôn tập theo sơ đồ' },
    {
      ...initiative,
      ...{ schoolYear: '2025-2026', name: 'Thí nghiệm tại lớp', share: null },
      effect: { scope: 'CITY', number: '07/GCN' },
      usedFor: [{ titleId: 'CSTDCS', schoolYear: '2025-2026' }],
    },
    { ...initiative, schoolYear: '2025-2026', name: 'Nhật ký đọc', scope: null, decisionNumber: null },
  ],
  awards: [
    { titleId: 'CSTDCS', schoolYear: '2023-2024', decisionNumber: '44/QĐ-UBND', decisionDate: null },
    { titleId: 'CSTDCS', schoolYear: '2024-2025', decisionNumber: null, decisionDate: null },
    { titleId: 'CSTDCS', schoolYear: '2022-2023', decisionNumber: '9', decisionDate: null, cancelled: true },
    { titleId: 'GK_XA', schoolYear: '2024-2025', decisionNumber: '5', decisionDate: null },
  ],
  pastRatings: [
    { schoolYear: '2023-2024', level: 'HTT' },
    { schoolYear: '2024-2025', level: 'HTXS' },
  ],
  awardsThisYear: { CSTDCS: 'proposed' },
});

describe('what a council weighs', () => {
  it('of a title that rests on several years: initiatives with level and decision, the awards it names, ratings', () => {
    expect(told({ facts, titleId: 'CSTD_TP', points: { self: 9500, group: 9250, most: 10_000 } })).toEqual({
      'Xếp loại': [
        'Hoàn thành xuất sắc nhiệm vụ, mức đề xuất chưa có quyết định',
        'Các năm trước: 2024 - 2025 hoàn thành xuất sắc nhiệm vụ; 2023 - 2024 hoàn thành tốt nhiệm vụ',
      ],
      Điểm: ['Tổ chấm 92,5/100, tự chấm 95/100'],
      'Sáng kiến, đề tài': [
        '“Thí nghiệm tại lớp”: cấp cơ sở, Quyết định số 12/QĐ-UBND, năm học 2025 - 2026, ảnh hưởng cấp thành phố theo giấy chứng nhận số 07/GCN, đã dùng cho Chiến sĩ thi đua cơ sở năm học 2025 - 2026',
        '“Nhật ký đọc”: chưa rõ cấp, chưa có quyết định công nhận, năm học 2025 - 2026, đóng góp 60 %',
        '“Ôn tập theo sơ đồ”: cấp cơ sở, Quyết định số 12/QĐ-UBND, năm học 2023 - 2024, đóng góp 60 %',
      ],
      'Khen thưởng đã có': [
        'Chiến sĩ thi đua cơ sở năm học 2024 - 2025, chưa ghi số quyết định',
        'Chiến sĩ thi đua cơ sở năm học 2023 - 2024, Quyết định số 44/QĐ-UBND',
      ],
      'Danh hiệu năm nay': ['Chiến sĩ thi đua cơ sở: theo đề nghị của Hội đồng'],
    });
  });

  it('tells of a title of one year what belongs to it, and says when nothing was recorded', () => {
    const none = personFacts({ rating: { level: null, state: null } });
    expect(told({ facts, titleId: 'LDTT' })).not.toHaveProperty('Khen thưởng đã có');
    expect(told({ facts, titleId: 'LDTT' })['Sáng kiến, đề tài']).toHaveLength(2);
    expect(told({ facts: none, titleId: 'LDTT' })).toEqual({
      'Xếp loại': ['Chưa có kết quả xếp loại năm học 2025 - 2026'],
    });
    expect(
      told({ facts: none, titleId: 'CSTDCS', points: { self: null, group: null, most: 10_000 } }),
    ).toMatchObject({ Điểm: ['Chưa ghi điểm'], 'Sáng kiến, đề tài': ['Chưa ghi sáng kiến, đề tài nào'] });
    const points = { self: 9000, group: null, most: 10_000 };
    expect(told({ facts: none, titleId: 'LDTT', points })['Điểm']).toEqual(['Tổ chưa chấm, tự chấm 90/100']);
  });

  it('of a collective: its rating, how many of its people hold which title', () => {
    const group = groupFacts({ members: members({ count: 10, ldtt: 9, cstdcs: 2 }) });
    expect(told({ facts: group, titleId: 'TTLDTT', achievement: 'Nhất hội thi' })).toMatchObject({
      'Xếp loại': ['Hoàn thành xuất sắc nhiệm vụ'],
      'Cá nhân của tập thể': [
        '10 người được tính: 10 hoàn thành tốt nhiệm vụ',
        'Lao động tiên tiến: 9/10 người',
        'Chiến sĩ thi đua cơ sở: 2/10 người',
      ],
      'Thành tích': ['Nhất hội thi'],
    });
    expect(told({ facts: group, titleId: 'TTLDTT' })['Thành tích']).toEqual(['Chưa ghi thành tích']);
  });

  it('of a pupil: the achievement', () => {
    const pupil = { pupilId: 's1', name: 'Lê An', className: '9A', judgements: {} };
    expect(told({ facts: pupil, titleId: 'GK_HT_HS' })).toEqual({ 'Thành tích': ['Chưa ghi thành tích'] });
  });
});
