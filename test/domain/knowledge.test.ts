/** How sure each rule is on the day of the meeting, and that what nobody has compared is said to be so. */
import { describe, expect, it } from 'vitest';
import { checkPerson } from '../../shared/domain/eligibility.ts';
import { ruleSets } from '../../shared/rules/catalogue.ts';
import { LAW } from '../../shared/rules/documents.ts';
import type { RuleSet } from '../../shared/rules/model.ts';
import { cautionsOn, knowledgeText } from '../../shared/vi/readings.ts';
import { describeStandards } from '../../shared/vi/standards.ts';
import { judgedFail } from '../support/history.ts';
import { contextOf, personFacts } from '../support/facts.ts';
import { sampleAppraisal } from '../documents/sample.ts';

const [, rs2025, rs2026] = ruleSets as [RuleSet, RuleSet, RuleSet];
const recruit = personFacts({ joinedOn: '2026-03-01' });

describe('what is known of a rule', () => {
  it('is said where a replaced circular is the ground of a refusal, and not before it was replaced', () => {
    const refused = checkPerson({ titleId: 'LDTT', facts: recruit, context: contextOf('2025-2026') });
    expect(refused.failed).toEqual(['T1']);
    const doubt =
      'được Thông tư số 15/2025/TT-BNV thay thế từ ngày 05/08/2025, chưa đối chiếu quy định tương ứng';
    expect(refused.summary).toContain(`(theo khoản 5 Điều 1 Thông tư số 01/2024/TT-BNV; ${doubt})`);
    const t1 = refused.conditions.find(({ ruleId }) => ruleId === 'T1');
    expect(t1).toMatchObject({ confidence: 'U', doubt: `Đ${doubt.slice(1)}` });
    const before = checkPerson({
      titleId: 'LDTT',
      facts: personFacts({ joinedOn: '2025-03-01' }),
      context: contextOf('2024-2025', { meetingDate: '2025-07-15', ruleSet: rs2025 }),
    });
    expect(before.failed).toEqual(['T1']);
    expect(before.summary).not.toContain('thay thế');
    expect(before.conditions.find(({ ruleId }) => ruleId === 'T1')).toMatchObject({ confidence: 'C2' });
  });

  it('is nothing certain of the law from the day it was amended by a text that nobody has compared', () => {
    function onLaw(set: RuleSet, meetingDate: string) {
      const context = contextOf('2026-2027', { meetingDate, ruleSet: set });
      return ['LDTT', 'CSTDCS', 'CSTD_TP', 'BK_TP', 'HCLD3', 'NGUT']
        .flatMap((titleId) => checkPerson({ titleId, facts: personFacts(), context }).conditions)
        .filter(({ citation }) => citation.endsWith(LAW));
    }
    // What one source tells of the law is doubtful before and after.
    const told = new Set(['exemplary', 'unity']);
    const before = onLaw(rs2025, '2026-09-30').filter(({ ruleId }) => !told.has(ruleId));
    const after = onLaw(rs2026, '2026-10-01').filter(({ ruleId }) => !told.has(ruleId));
    expect(before.length).toBeGreaterThan(10);
    expect(after.length).toBe(before.length);
    expect(before.every(({ doubt }) => doubt === null)).toBe(true);
    expect(after.every(({ confidence }) => confidence === 'U')).toBe(true);
    expect(
      after.every(({ doubt }) => doubt?.includes('Luật số 06/2026/QH16 sửa đổi, bổ sung từ ngày 01/10/2026')),
    ).toBe(true);
    expect(rs2026.values.ldttSharePercent).toMatchObject({ value: 70, confidence: 'U' });
    expect(rs2025.values.ldttSharePercent.confidence).toBe('P');
  });

  it('is said of what the law asks before the ways, whose words nobody has compared with it', () => {
    const titleIds = ['BK_TP', 'BK_BO', 'BK_TTG', 'HCLD3', 'HCLD2', 'HCLD1', 'NGND'];
    const wanted = { exemplary: 'PERSON', ethics: 'PERSON', unity: 'GROUP' } as const;
    const rules = titleIds.flatMap((titleId) =>
      rs2025.rules.filter(
        ({ id, about, forTitle }) => forTitle === titleId && Reflect.get(wanted, id) === about,
      ),
    );
    expect(rules.length).toBe(13);
    for (const { confidence, forTitle } of rules) expect(confidence, String(forTitle)).toBe('C1');
    const verdict = checkPerson({
      titleId: 'BK_TP',
      facts: personFacts({ judgements: {} }),
      context: contextOf('2025-2026'),
    });
    const doubt = 'Một nguồn dẫn';
    expect(verdict.conditions.find(({ ruleId }) => ruleId === 'exemplary')).toMatchObject({ doubt });
    const refused = checkPerson({
      titleId: 'BK_TP',
      facts: personFacts({ judgements: { ...judgedFail('exemplary') } }),
      context: contextOf('2025-2026'),
    });
    expect(refused.summary).toMatch(/khoản 1 Điều 74 Luật[^)]*; một nguồn dẫn\)/u);
  });

  it('is no more than what was found where the law leaves the standard to others', () => {
    const byKey = new Map(rs2025.rules.map((rule) => [`${rule.forTitle} ${rule.id} ${rule.about}`, rule]));
    for (const key of [
      'GK_SO department-standard PERSON',
      'GK_SO department-standard GROUP',
      'TTLDTT whole-school GROUP',
    ])
      expect(byKey.get(key)?.confidence, key).toBe('U');
    for (const key of ['NB_KHEN_DOT school-standard PERSON', 'NB_KHEN_DOT school-standard GROUP'])
      expect(byKey.get(key)?.confidence, key).toBe('PR');
  });

  it('stands in the announced standards and at length beside a condition', () => {
    const standards = describeStandards({ ruleSet: rs2026, announced: new Set(), day: '2026-10-05' });
    const rating = standards.find(({ titleId }) => titleId === 'LDTT')?.conditions[0];
    expect(rating).toMatchObject({
      confidence: 'U',
      source:
        'Đã đối chiếu với văn bản. Văn bản này được Luật số 06/2026/QH16 sửa đổi, bổ sung từ ngày 01/10/2026, chưa đối chiếu nội dung sửa đổi, bổ sung.',
    });
    const exemplary = rs2025.rules.find(({ id, forTitle }) => id === 'exemplary' && forTitle === 'GK_XA');
    if (exemplary === undefined) throw new Error('GK_XA has it');
    expect(knowledgeText({ ...exemplary, day: '2026-05-28' })).toMatch(/^Theo quy định của nơi khác/);
  });

  it('tells of a document once that another took its place', () => {
    for (const { rules } of ruleSets)
      for (const rule of rules) {
        const text = knowledgeText({ ...rule, day: '2026-12-01' });
        expect(text.match(/thay thế từ/gu)?.length ?? 0, text).toBeLessThanOrEqual(1);
      }
  });

  it('is told of the whole: beside the verdict, and under the table of the appraisal', () => {
    expect(cautionsOn('2026-09-30')).toEqual([]);
    const [caution, ...others] = cautionsOn('2026-10-01');
    expect(others).toEqual([]);
    expect(caution).toContain('Luật số 06/2026/QH16');
    const printed = JSON.stringify(sampleAppraisal(3, [caution ?? '']).blocks);
    expect(printed).toContain(`Cần đối chiếu: ${caution}.`);
  });
});
