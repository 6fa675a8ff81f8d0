import { describe, expect, it } from 'vitest';
import { paymentsFor, rewardMoney } from '../../shared/domain/money.ts';
import { multiples } from '../../shared/rules/money.ts';
import { amountText, countingText, paymentText } from '../../shared/vi/money.ts';

const day = { decisionDate: '2026-07-15', schoolYear: '2025-2026' } as const;

describe('the money of an award', () => {
  it.each([
    ['LDTT', 'PERSON', '2026-07-15', 759_000, 760_000],
    ['LDTT', 'PERSON', '2026-06-20', 702_000, 710_000],
    ['LDTT', 'PERSON', '2024-06-30', 540_000, 540_000],
    ['CSTDCS', 'PERSON', '2024-07-01', 2_340_000, 2_340_000],
    ['TTLDXS', 'GROUP', '2026-07-01', 3_795_000, 3_800_000],
    ['NGUT', 'PERSON', '2026-11-20', 22_770_000, 22_770_000],
    ['NGND', 'PERSON', '2026-11-20', 31_625_000, 31_630_000],
    ['KNC_GD', 'PERSON', '2026-07-01', 1_518_000, 1_520_000],
    ['BK_TTG', 'PERSON', '2026-07-01', 8_855_000, 8_860_000],
  ] as const)('%s of a %s decided on %s', (titleId, object, decisionDate, exact, amount) => {
    expect(rewardMoney({ titleId, object, decisionDate })).toMatchObject({ exact, amount });
  });

  it('is none before the law of 2022, for the wrong object, or where no text fixes it', () => {
    const asked = { titleId: 'LDTT', object: 'PERSON', decisionDate: '2026-07-01' } as const;
    expect(rewardMoney({ ...asked, decisionDate: '2023-12-31' })).toBeNull();
    expect(rewardMoney({ ...asked, object: 'GROUP' })).toBeNull();
    expect(rewardMoney({ ...asked, titleId: 'GK_HT_HS' })).toBeNull();
    for (const { person, group } of Object.values(multiples))
      for (const one of [person, group]) expect(one === null || Number.isInteger(one.tenths)).toBe(true);
  });

  it('names the decree of its day, and doubts the one that was not compared', () => {
    const asked = { titleId: 'LDTT', object: 'PERSON', decisionDate: '2025-06-30' } as const;
    expect(rewardMoney(asked)).toMatchObject({
      citation: 'Điều 54 Nghị định số 98/2023/NĐ-CP',
      confidence: 'U',
    });
    expect(rewardMoney({ ...asked, decisionDate: '2025-07-01' })).toMatchObject({
      citation: 'khoản 1 Điều 50 Nghị định số 152/2025/NĐ-CP',
      roundingCitation: 'khoản 2 Điều 49 Nghị định số 152/2025/NĐ-CP',
      salaryCitation: 'Nghị định số 73/2024/NĐ-CP',
      confidence: 'C2',
    });
  });

  it('is told with how it is counted', () => {
    const money = rewardMoney({ titleId: 'LDTT', object: 'PERSON', decisionDate: '2026-07-15' });
    if (money === null) throw new Error('LDTT has money');
    expect(amountText(money)).toBe('760.000 đồng');
    expect(countingText(money)).toBe(
      '0,3 lần mức lương cơ sở 2.530.000 đồng là 759.000 đồng, làm tròn lên hàng chục nghìn đồng theo khoản 2 Điều 49 Nghị định số 152/2025/NĐ-CP (khoản 1 Điều 50 Nghị định số 152/2025/NĐ-CP; Nghị định số 161/2026/NĐ-CP)',
    );
    const medal = rewardMoney({ titleId: 'KNC_GD', object: 'PERSON', decisionDate: '2026-07-15' });
    if (medal === null) throw new Error('KNC_GD has money');
    expect(amountText(medal)).toBe('không quá 1.520.000 đồng');
  });
});

describe('what somebody is paid for several awards', () => {
  function states(...titleIds: readonly string[]) {
    const awards = titleIds.map((titleId) => ({ ...day, titleId }));
    return paymentsFor({ awards, object: 'PERSON' }).map(({ state }) => state);
  }

  it('is the highest of titles counted over the same time', () => {
    expect(states('LDTT', 'CSTDCS')).toEqual(['higher-title', 'paid']);
    expect(states('CSTDCS', 'LDTT')).toEqual(['paid', 'higher-title']);
    const [lower] = paymentsFor({
      awards: [
        { ...day, titleId: 'LDTT' },
        { ...day, titleId: 'CSTDCS' },
      ],
      object: 'PERSON',
    });
    if (lower === undefined) throw new Error('two awards');
    expect(lower).toMatchObject({
      paidTitleId: 'CSTDCS',
      citation: 'khoản 5 Điều 49 Nghị định số 152/2025/NĐ-CP',
    });
    expect(paymentText(lower)).toContain('chỉ nhận mức tiền thưởng cao nhất của Chiến sĩ thi đua cơ sở');
  });

  it('is each of titles counted over different times: CSTĐ thành phố over three years, CSTĐ toàn quốc over six', () => {
    expect(states('CSTDCS', 'CSTD_TP', 'CSTD_TQ')).toEqual(['paid', 'paid', 'paid']);
    expect(states('LDTT', 'CSTDCS', 'CSTD_TP')).toEqual(['higher-title', 'paid', 'paid']);
    const years = paymentsFor({
      awards: [
        { ...day, titleId: 'LDTT' },
        { ...day, titleId: 'LDTT', schoolYear: '2024-2025' },
      ],
      object: 'PERSON',
    });
    expect(years.map(({ state }) => state)).toEqual(['paid', 'paid']);
  });

  it('is each reward and each honorary title, beside a title too; nothing where no text fixes it', () => {
    expect(states('CSTDCS', 'BK_TP', 'GK_XA', 'NGUT', 'NB_KHEN_DOT')).toEqual([
      'paid',
      'paid',
      'paid',
      'paid',
      'no-amount',
    ]);
  });
});
