/** What the law says of each condition, with its conditions whole and its point named; and what may refuse nobody. */
import { describe, expect, it } from 'vitest';
import { checkGroup, checkPerson } from '../../shared/domain/eligibility.ts';
import { rulesOf, ruleSets } from '../../shared/rules/catalogue.ts';
import { citationText } from '../../shared/rules/words.ts';
import type { RuleSet } from '../../shared/rules/model.ts';
import { contextOf, groupFacts, personFacts } from '../support/facts.ts';
import { awardsOf, judgedFail, judgedPass, ratingsOf } from '../support/history.ts';

const [, rs2025] = ruleSets as [RuleSet, RuleSet, RuleSet];

/** A rule, or one way of the rule of ways, as people read it: sentence, then place. */
function told(about: 'PERSON' | 'GROUP', titleId: string, id: string): readonly [string, string] {
  for (const rule of rulesOf({ ruleSet: rs2025, titleId }).filter((one) => one.about === about)) {
    if (rule.to !== null && rule.to < '2026-04-02') continue;
    if (rule.id === id) return [rule.sentence, citationText(rule.citation)];
    if (rule.test.operator !== 'one-of-routes') continue;
    for (const route of rule.test.routes)
      if (route.id === id) return [route.sentence, citationText(route.citation)];
  }
  throw new Error(`${titleId} has no ${id}`);
}

describe('wordings of the law', () => {
  it.each([
    ['PERSON', 'BK_TTG', 'R1', 'xuất sắc tiêu biểu', 'điểm a khoản 1 Điều 73'],
    ['PERSON', 'BK_TTG', 'R2', 'đến thời điểm đề nghị', 'điểm b khoản 1 Điều 73'],
    ['PERSON', 'BK_TTG', 'R3', 'được giải thưởng ở khu vực', 'điểm c khoản 1 Điều 73'],
    ['GROUP', 'BK_TTG', 'R1', 'phạm vi ảnh hưởng trong Bộ, ban, ngành, tỉnh', 'điểm a khoản 4 Điều 73'],
    ['GROUP', 'BK_TTG', 'R3', 'Hội đồng Thi đua - Khen thưởng Trung ương tổ chức', 'điểm c khoản 4 Điều 73'],
    ['GROUP', 'BK_TTG', 'R4', 'sơ kết, tổng kết', 'điểm d khoản 4 Điều 73'],
    ['GROUP', 'BK_TTG', 'R5', 'phục vụ nhiệm vụ chính trị', 'điểm đ khoản 4 Điều 73'],
    ['GROUP', 'CO_CP_CD', 'leading', 'khi sơ kết, tổng kết', 'khoản 3 Điều 25'],
    ['GROUP', 'CO_TP_CD', 'leading', 'khi tổng kết phong trào', 'khoản 2 Điều 26'],
    ['GROUP', 'CO_CP', 'R1', 'trong số các tập thể dẫn đầu', 'khoản 1 Điều 25'],
    ['GROUP', 'CO_CP', 'R2', 'Hội đồng Thi đua - Khen thưởng Trung ương', 'khoản 2 Điều 25'],
    ['GROUP', 'CO_TP', 'thrift', 'các tệ nạn xã hội khác', 'điểm b khoản 1 Điều 26'],
    [
      'GROUP',
      'TTLDXS',
      'group-movement',
      'tham gia phong trào thi đua thường xuyên',
      'điểm b khoản 1 Điều 27',
    ],
    ['GROUP', 'TTLDXS', 'group-unity', 'gương mẫu chấp hành tốt', 'điểm đ khoản 1 Điều 27'],
    ['GROUP', 'TTLDXS', 'ldtt-share', '70 %', 'điểm c khoản 1 Điều 27'],
    ['GROUP', 'TTLDTT', 'group-rating', 'nhiệm vụ được giao', 'điểm a khoản 1 Điều 28'],
    ['GROUP', 'BK_TP', 'R2', 'xuất sắc đột xuất', 'điểm b khoản 3 Điều 74'],
    ['GROUP', 'BK_TP', 'R4', 'phòng, chống tham nhũng, tiêu cực', 'điểm d khoản 3 Điều 74'],
    ['PERSON', 'BK_TP', 'R2', 'ở một trong các lĩnh vực thuộc phạm vi quản lý', 'điểm b khoản 1 Điều 74'],
    ['PERSON', 'BK_TP', 'R5', 'đã nghiệm thu và áp dụng hiệu quả', 'điểm d khoản 1 Điều 74'],
    ['PERSON', 'BK_TP', 'R6', 'địa bàn cấp xã', 'điểm đ khoản 1 Điều 74'],
    ['PERSON', 'CSTD_TP', 'wide-effect', 'áp dụng hiệu quả', 'điểm b khoản 1, khoản 2 Điều 22'],
    ['PERSON', 'CSTD_TQ', 'wide-effect', 'toàn quốc', 'điểm b khoản 1, khoản 2 Điều 21'],
    ['PERSON', 'CSTD_TP', 'outstanding', 'xuất sắc tiêu biểu', 'điểm a khoản 1 Điều 22'],
    ['PERSON', 'HCLD3', 'R1', 'đến thời điểm đề nghị', 'điểm e khoản 1 Điều 44'],
    ['PERSON', 'HCLD1', 'R1', 'đến thời điểm đề nghị', 'điểm đ khoản 1 Điều 42'],
    ['GROUP', 'HCLD3', 'R1', 'đến thời điểm đề nghị', 'điểm đ khoản 4 Điều 44'],
    ['PERSON', 'LDTT', 'rating', 'Hoàn thành tốt nhiệm vụ trở lên', 'điểm a khoản 1 Điều 24'],
    ['PERSON', 'LDTT', 'emulation-spirit', 'tự lực, tự cường', 'điểm b khoản 1 Điều 24'],
    ['PERSON', 'LDTT', 'T5b', 'bảo đảm làm việc từ 06 tháng trở lên', 'khoản 2 Điều 14'],
    ['PERSON', 'CSTDCS', 'initiative-or-excellent', 'đã nghiệm thu', 'khoản 2 Điều 23'],
    ['PERSON', 'KNC_GD', 'R3', 'ngoài ngành Giáo dục', 'Thông tư số 07/2026/TT-BGDĐT'],
    ['PERSON', 'NGUT', 'R1', 'nuôi dạy, giảng dạy', 'điểm c khoản 3 Điều 64'],
    ['PERSON', 'NGUT', 'R2', 'cán bộ nghiên cứu giáo dục', 'điểm c khoản 3 Điều 64'],
  ] as const)('%s %s %s', (about, titleId, id, words, place) => {
    const [sentence, citation] = told(about, titleId, id);
    expect(sentence).toContain(words);
    expect(citation).toContain(place);
  });

  it('adds no launcher to the movement of a collective, and no “tính đến thời điểm” to HCLĐ hạng Nhì of a person', () => {
    expect(told('GROUP', 'BK_TP', 'R1')[0]).not.toContain('phát động');
    expect(told('PERSON', 'HCLD2', 'R1')[0]).not.toContain('thời điểm');
    expect(told('GROUP', 'CO_CP_CD', 'leading')[0]).not.toContain('iêu biểu xuất sắc');
  });

  it('lets the five years of HCLĐ hạng Nhì of a person end before the proposal, of no other order', () => {
    const now = '2025-2026';
    const facts = {
      rating: { level: 'HT', state: 'decided' },
      pastRatings: ratingsOf(now, 'HTXS', 'HTXS', 'HTT', 'HTT', 'HTT'),
      awardsThisYear: {},
    } as const;
    const second = checkPerson({
      titleId: 'HCLD2',
      facts: personFacts({
        ...facts,
        awards: [...awardsOf(now, 'CSTD_TP', 2), ...awardsOf(now, 'HCLD3', 6)],
      }),
      context: contextOf(now),
    });
    expect(second.routes[0]?.state).toBe('passed');
    const third = checkPerson({
      titleId: 'HCLD3',
      facts: personFacts({
        ...facts,
        awards: [...awardsOf(now, 'CSTDCS', 1, 2, 3), ...awardsOf(now, 'BK_TTG', 6)],
      }),
      context: contextOf(now),
    });
    expect(third.routes[0]?.state).toBe('failed');
  });

  it.each(['PERSON', 'GROUP'] as const)(
    'asks where only the model of another province would refuse: %s',
    (about) => {
      const context = contextOf('2025-2026');
      const low = { rating: { level: 'HT', state: 'decided' } } as const;
      function read(judgements: ReturnType<typeof judgedPass>) {
        return about === 'PERSON'
          ? checkPerson({ titleId: 'GK_XA', facts: personFacts({ ...low, judgements }), context })
          : checkGroup({
              titleId: 'GK_XA',
              facts: groupFacts({ ...low, judgements, pendingMatters: [] }),
              context,
            });
      }
      const asked = read(judgedPass('exemplary', 'R1'));
      expect(asked).toMatchObject({ eligibility: 'needs-person', failed: [] });
      expect(read(judgedPass('exemplary', 'R1', 'rating-good')).eligibility).toBe('yes');
      expect(read(judgedFail('rating-good')).failed).toEqual(['rating-good']);
    },
  );
});
