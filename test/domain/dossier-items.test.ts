import { describe, expect, it } from 'vitest';
import { missingItems, type DossierCase } from '../../shared/domain/dossier-items.ts';
import { awardPapers, dossierItemName } from '../../shared/rules/papers.ts';
import { missingItemText } from '../../shared/vi/papers.ts';

const bare: DossierCase = {
  ownerId: 'p1',
  name: 'Nguyễn Thị An',
  object: 'PERSON',
  titleId: 'CSTDCS',
  voted: true,
  recognised: false,
  effectCertified: false,
};

describe('what a dossier lacks', () => {
  it('is what the table asks for and nobody made or recorded', () => {
    expect(missingItems([bare]).map(missingItemText)).toEqual([
      'Báo cáo thành tích (Mẫu 05): 01 cá nhân',
      'Chứng nhận sáng kiến, đề tài hoặc xác nhận Hoàn thành xuất sắc nhiệm vụ: 01 cá nhân',
    ]);
    expect(missingItems([{ ...bare, recognised: true }]).map(({ name }) => name)).toEqual([
      'Báo cáo thành tích (Mẫu 05)',
    ]);
    expect(missingItems([{ ...bare, recognised: true, voted: false }]).map(({ name }) => name)).toEqual([
      'Báo cáo thành tích (Mẫu 05)',
      'Kết quả bỏ phiếu của Hội đồng',
    ]);
    const city = { ...bare, titleId: 'CSTD_TP', recognised: true };
    const effect = dossierItemName({ item: 'M13', titleId: 'CSTD_TP', object: 'PERSON' });
    expect(missingItems([city]).map(({ name }) => name)).toContain(effect);
    expect(missingItems([{ ...city, effectCertified: true }]).map(({ name }) => name)).not.toContain(effect);
  });

  it('counts each once, people and collectives apart, and says what rests on custom only', () => {
    const both = { ...bare, titleId: 'LDTT' };
    const group = { ...bare, ownerId: 'g1', name: 'Tổ Toán', object: 'GROUP', titleId: 'BK_TP' } as const;
    const namesake = { ...both, ownerId: 'p2' };
    expect(
      missingItems([both, both, namesake, group, { ...group, titleId: 'BK_BO' }]).map(missingItemText),
    ).toEqual([
      'Báo cáo thành tích: 02 cá nhân',
      'Báo cáo thành tích (Mẫu 04): 01 tập thể',
      'Bản sao quyết định khen thưởng các năm trước: 01 tập thể (theo thông lệ của các trường)',
    ]);
  });

  it('is nothing where the table asks for nothing else, or knows no such award', () => {
    for (const [titleId, { items }] of Object.entries(awardPapers)) {
      const found = missingItems([{ ...bare, titleId }]);
      if (items.every((item) => ['D1', 'D3', 'D4', 'D7'].includes(item))) expect(found).toEqual([]);
      else expect(found.length).toBeGreaterThan(0);
    }
    expect(missingItems([{ ...bare, titleId: 'KHONG_CO' }])).toEqual([]);
    expect(missingItems([])).toEqual([]);
  });
});
