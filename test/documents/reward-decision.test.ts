import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../electron/core/files/docx.ts';
import { writePdf } from '../../electron/core/files/pdf.ts';
import type { Paper } from '../../shared/documents/model.ts';
import { rewardMoney } from '../../shared/domain/money.ts';
import { rewardDecision, type RewardDecisionData } from '../../shared/documents/reward-decision.ts';
import { basics, head, longName } from './sample.ts';

type Recipient = RewardDecisionData['recipients'][number];

const pupil: Recipient = {
  name: longName,
  place: 'Lớp 6A',
  achievement: 'Giải Nhất hội thi kể chuyện cấp trường',
  money: null,
  unit: 'học sinh',
};

function decision(recipients: readonly Recipient[]): Paper {
  return rewardDecision({
    ...basics,
    titleId: 'GK_HT_HS',
    award: 'Giấy khen của Hiệu trưởng',
    furtherBases: ['Quyết định số 12/2026/QĐ-UBND ngày 15/01/2026 của Ủy ban nhân dân thành phố.'],
    minutes: { number: '15/BB-HĐTĐKT', date: '2026-05-28' },
    recipients,
    head,
  });
}

function textOf({ blocks }: Paper): string {
  return JSON.stringify(blocks).replaceAll('\u00a0', ' ');
}

describe('quyết định khen thưởng', () => {
  it('counts each kind of those who receive it, by articles, with the bases of the school', () => {
    const one = { ...pupil, name: 'Tập thể lớp 7B', unit: 'tập thể lớp' } as const;
    const text = textOf(decision([pupil, pupil, one]));
    expect(text).toContain('cho 02 học sinh, 01 tập thể lớp có tên sau đây');
    expect(text).toContain('Quyết định số 12/2026/QĐ-UBND ngày 15/01/2026 của Ủy ban nhân dân thành phố;');
    expect(text).toContain('Biên bản họp số 15/BB-HĐTĐKT ngày 28 tháng 5 năm 2026');
    expect(text).toContain('giáo viên chủ nhiệm các lớp');
    expect(textOf(decision([{ ...pupil, unit: 'cá nhân' }]))).toContain('kế toán, các tổ và các cá nhân');
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it('names what each is paid, how it is counted, and the sum', () => {
    const paid = (object: 'PERSON' | 'GROUP', unit: Recipient['unit']): Recipient => ({
      ...pupil,
      unit,
      money: rewardMoney({ titleId: 'GK_HT', object, decisionDate: '2026-05-29' }),
    });
    const text = textOf(
      decision([paid('PERSON', 'cá nhân'), paid('PERSON', 'cá nhân'), paid('GROUP', 'tập thể')]),
    );
    expect(text).toContain(
      'Tiền thưởng kèm theo: 02 cá nhân, mỗi cá nhân 710.000 đồng, bằng 0,3 lần mức lương cơ sở 2.340.000 đồng là 702.000 đồng, làm tròn lên hàng chục nghìn đồng theo khoản 2 Điều 49 Nghị định số 152/2025/NĐ-CP (khoản 1 Điều 54 Nghị định số 152/2025/NĐ-CP; Nghị định số 73/2024/NĐ-CP); 01 tập thể, mỗi tập thể 1.410.000 đồng',
    );
    expect(text).toContain('; tổng số tiền 2.830.000 đồng.');
    const open = textOf(decision([pupil, paid('GROUP', 'tập thể')]));
    expect(open).toContain('01 tập thể, mỗi tập thể 1.410.000 đồng');
    expect(open).toContain('01 học sinh, mỗi học sinh ……………… đồng; tổng số tiền ……………… đồng.');
  });

  it('can be written for one and for many', async () => {
    for (const count of [1, 120]) {
      const paper = decision(Array.from({ length: count }, () => pupil));
      expect(paper.title).toBe('QUYẾT ĐỊNH');
      expect((await writeDocx(paper)).length).toBeGreaterThan(1000);
      expect((await writePdf(paper)).length).toBeGreaterThan(1000);
    }
  });
});
