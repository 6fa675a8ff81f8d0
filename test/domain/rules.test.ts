import { describe, expect, it } from 'vitest';
import {
  findRuleSet,
  findTitle,
  readTitle,
  rulesOf,
  ruleSetFor,
  ruleSets,
  titles,
  voteRuleFor,
  withOverrides,
  withVariant,
} from '../../shared/rules/catalogue.ts';
import type { RuleSet } from '../../shared/rules/model.ts';
import { titleReader } from '../../shared/rules/read-title.ts';
import { validateRuleSets } from '../../shared/rules/validate.ts';
import { citationText, quorumText, voteText } from '../../shared/rules/words.ts';

const [rs2024, rs2025, rs2026] = ruleSets as [RuleSet, RuleSet, RuleSet];

describe('the catalogue', () => {
  it('has nothing wrong with it', () => {
    expect(validateRuleSets()).toEqual([]);
  });

  it('cites no decree that was not there yet', () => {
    const cited = rs2024.rules.map(({ citation }) => citation.document);
    expect(cited.filter((document) => document.includes('152/2025'))).toEqual([]);
    expect(rs2024.rules.find(({ id }) => id === 'B1')).toMatchObject({ confidence: 'U' });
  });

  it('finds the rule set of a day, with no day between two sets', () => {
    expect(ruleSetFor({ date: '2023-12-31' })).toBeNull();
    expect(ruleSetFor({ date: '2025-06-30' })).toBe(rs2024);
    expect(ruleSetFor({ date: '2025-07-01' })?.id).toBe('RS2025');
    expect(ruleSetFor({ date: '2026-09-30' })?.id).toBe('RS2025');
    expect(ruleSetFor({ date: '2026-10-01' })?.id).toBe('RS2026');
    expect(findRuleSet('RS2025')).toBe(rs2025);
    expect(findRuleSet('RS1999')).toBeNull();
  });

  it('includes the conditions of LĐTT in those of CSTĐCS, before its own', () => {
    const ids = rulesOf({ ruleSet: rs2025, titleId: 'CSTDCS' }).map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['rating', 'T1']);
    expect(ids.at(-1)).toBe('initiative-or-excellent');
    expect(rulesOf({ ruleSet: rs2025, titleId: 'GK_HT' })).toEqual([]);
  });

  it('asks a secret ballot of 80 % of all members for CSTĐCS and more than half by hands for LĐTT', () => {
    expect(voteRuleFor({ ruleSet: rs2025, titleId: 'CSTDCS' }).value).toEqual({
      kind: 'SECRET_BALLOT',
      percent: 80,
      strict: false,
      base: 'TOTAL',
    });
    for (const titleId of ['LDTT', 'TTLDTT', 'TTLDXS', 'GK_HT']) {
      expect(voteRuleFor({ ruleSet: rs2025, titleId }).value).toEqual({
        kind: 'SHOW_OF_HANDS',
        percent: 50,
        strict: true,
        base: 'TOTAL',
      });
    }
  });

  it('puts the regulation of a school over a value and keeps the standard beside it', () => {
    const vote = { kind: 'SHOW_OF_HANDS', percent: 66, strict: true, base: 'TOTAL' } as const;
    const source = 'Điều 7 Quy chế thi đua, khen thưởng số 12/QC-THCSHP ngày 05/9/2025';
    const changed = withOverrides({
      ruleSet: rs2025,
      overrides: {
        votes: { LDTT: { value: vote, source } },
        values: { newStaffMonths: { value: 10, source } },
      },
    });
    const ldtt = voteRuleFor({ ruleSet: changed, titleId: 'LDTT' });
    expect(ldtt).toMatchObject({
      value: vote,
      source,
      standard: { value: { percent: 50 }, confidence: 'U' },
    });
    expect(changed.values.newStaffMonths).toMatchObject({ value: 10, standard: { value: 6 } });
    expect(voteRuleFor({ ruleSet: changed, titleId: 'TTLDTT' }).standard).toBeNull();
    const again = withOverrides({
      ruleSet: changed,
      overrides: { values: { newStaffMonths: { value: 8, source } } },
    });
    expect(again.values.newStaffMonths).toMatchObject({ value: 8, standard: { value: 6 } });
    expect(voteRuleFor({ ruleSet: rs2025, titleId: 'LDTT' }).value.percent).toBe(50);
    expect(validateRuleSets({ ruleSets: [changed, rs2026] })).toEqual([]);
  });

  it('says citations, votes and quorums in words', () => {
    expect(citationText({ document: 'Luật X', article: 'Điều 24', clause: 'khoản 1' })).toBe(
      'khoản 1 Điều 24 Luật X',
    );
    expect(citationText({ document: 'Luật X', article: null, clause: null })).toBe('Luật X');
    expect(voteText(voteRuleFor({ ruleSet: rs2025, titleId: 'CSTDCS' }))).toMatch(
      /^Bỏ phiếu kín, từ 80 % tổng số thành viên Hội đồng đồng ý \(.*98\/2023/,
    );
    expect(voteText(rs2025.defaultVote)).toMatch(/^Biểu quyết giơ tay, trên 50 % tổng số/);
    expect(quorumText(rs2025.quorum)).toMatch(/^Có mặt từ 2\/3 tổng số thành viên Hội đồng \(/);
  });

  it('switches a known wording on only by name', () => {
    const changed = withVariant({ ruleSet: rs2026, titleId: 'CSTDCS', variantId: 'CSTDCS_2026' });
    const ids = rulesOf({ ruleSet: changed, titleId: 'CSTDCS' }).map(({ id }) => id);
    expect(ids.slice(-2)).toEqual(['rating-excellent', 'initiative-or-research']);
    expect(() => withVariant({ ruleSet: rs2026, titleId: 'CSTDCS', variantId: 'x' })).toThrow();
  });
});

describe('validateRuleSets', () => {
  function problems(change: Partial<RuleSet>): readonly string[] {
    return validateRuleSets({ ruleSets: [{ ...rs2025, ...change }] }).map(({ problem }) => problem);
  }
  const [first, ...rest] = rs2025.rules as [RuleSet['rules'][number], ...RuleSet['rules']];

  it('finds rule sets that overlap, leave a gap, or end before they start', () => {
    const late = { ...rs2026, effectiveFrom: '2026-09-30' };
    expect(validateRuleSets({ ruleSets: [late, rs2025] }).map(({ problem }) => problem)).toEqual(['overlap']);
    const endless = { ...rs2025, effectiveTo: null };
    expect(validateRuleSets({ ruleSets: [endless, rs2026] }).map(({ problem }) => problem)).toEqual([
      'overlap',
    ]);
    const gap = { ...rs2026, effectiveFrom: '2026-10-02' };
    expect(validateRuleSets({ ruleSets: [rs2025, gap] }).map(({ problem }) => problem)).toEqual(['gap']);
    expect(problems({ effectiveTo: '2025-01-01' })).toEqual(['ends-before-start']);
  });

  it('finds an operator, a fact, a title or a rule that nobody knows', () => {
    // Data that arrives from outside may break the types: that is what the validator is for.
    const strangeOperator = {
      ...first,
      test: { operator: 'guess', fact: 'rating' },
    } as unknown as typeof first;
    expect(problems({ rules: [strangeOperator, ...rest] })).toEqual(['unknown-operator']);
    const strangeFact = {
      ...first,
      test: { operator: 'any-of', tests: [{ operator: 'rating-at-least', fact: 'weather', level: 'HTT' }] },
    } as unknown as typeof first;
    expect(problems({ rules: [strangeFact, ...rest] })).toEqual(['unknown-fact']);
    const { LDTT } = rs2025.titles;
    if (LDTT === undefined) throw new Error('LDTT has rules');
    expect(problems({ titles: { ...rs2025.titles, NONE: LDTT } })).toContain('unknown-title');
    expect(
      problems({ titles: { ...rs2025.titles, LDTT: { ...LDTT, rules: [...LDTT.rules, 'T99'] } } }),
    ).toEqual(['unknown-rule']);
    expect(problems({ titles: { ...rs2025.titles, LDTT: { ...LDTT, meets: ['CSTDCS'] } } })).toContain(
      'circular',
    );
    expect(problems({ titles: { ...rs2025.titles, LDTT: { ...LDTT, rules: ['group-unity'] } } })).toContain(
      'wrong-object',
    );
  });

  it('finds a rule twice, one without a source, and one that no title uses', () => {
    expect(problems({ rules: [first, ...rs2025.rules] })).toEqual(['repeated']);
    expect(problems({ rules: [{ ...first, source: ' ' }, ...rest] })).toEqual(['missing-source']);
    expect(problems({ rules: [{ ...first, sentence: '' }, ...rest] })).toEqual(['missing-sentence']);
    expect(problems({ rules: [...rs2025.rules, { ...first, id: 'extra' }] })).toEqual(['unused']);
    const silent = { ...rs2025.quorum, source: '' };
    expect(problems({ quorum: silent })).toEqual(['missing-source']);
    const impossible = { ...rs2025.defaultVote, value: { ...rs2025.defaultVote.value, percent: 100 } };
    expect(problems({ defaultVote: impossible })).toEqual(['impossible-share']);
  });
});

describe('readTitle', () => {
  it.each(titles.map(({ id, name, shortName }) => [id, name, shortName] as const))(
    'reads %s by its names, without marks, in capitals, decomposed and with stray spaces',
    (id, name, shortName) => {
      const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
      const ways = [
        name,
        shortName,
        plain,
        name.toUpperCase(),
        name.normalize('NFD'),
        ` ${name.replaceAll(' ', '\u00a0 ')} `,
      ];
      expect(ways.map(readTitle)).toEqual(ways.map(() => id));
      expect(findTitle(id)?.name).toBe(name);
    },
  );

  it.each([
    ['LĐ TT', 'LDTT'],
    ['ldtt', 'LDTT'],
    ['Danh hiệu Lao động tiên tiến (LĐTT)', 'LDTT'],
    ['Chiến sỹ thi đua cơ sở', 'CSTDCS'],
    ['CSTĐ cấp cơ sở;', 'CSTDCS'],
    ['Tập thể LĐTT', 'TTLDTT'],
    ['TT LĐXS', 'TTLDXS'],
    ['CSTĐ cấp tỉnh', 'CSTD_TP'],
    ['Bằng khen của Chủ tịch Ủy ban nhân dân thành phố Hải Phòng', 'BK_TP'],
    ['Bằng khen của Bộ trưởng Bộ Giáo dục và Đào tạo', 'BK_BO'],
    ['Bằng khen Thủ tướng', 'BK_TTG'],
    ['Giấy khen của Giám đốc Sở GD&ĐT Hải Phòng', 'GK_SO'],
    ['Giấy khen của Chủ tịch UBND xã An Quang', 'GK_XA'],
    ['Giấy khen của Chủ tịch UBND huyện An Lão', 'GK_HUYEN'],
    ['Giấy khen của Hiệu trưởng Trường THCS Hoa Phượng', 'GK_HT'],
    ['Kỷ niệm chương “Vì sự nghiệp giáo dục”', 'KNC_GD'],
    ['HCLĐ hạng III', 'HCLD3'],
  ])('reads "%s"', (text, id) => {
    expect(readTitle(text)).toBe(id);
  });

  it.each([
    '',
    ' ',
    '*',
    'Chiến sĩ thi đua',
    'Lao động giỏi',
    'Giấy khen của Giám đốc Sở Y tế',
    'Giấy khen',
    'LĐTT, CSTĐCS',
  ])('does not guess "%s"', (text) => {
    expect(readTitle(text)).toBeNull();
  });

  it('refuses a catalogue in which one text means two awards', () => {
    const [one, two] = titles;
    if (one === undefined || two === undefined) throw new Error('two titles');
    expect(() => titleReader([one, { ...two, aliases: [one.shortName] }])).toThrow();
  });
});
