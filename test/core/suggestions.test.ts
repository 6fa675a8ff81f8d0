import { describe, expect, it } from 'vitest';
import { codeOf, coreAt, type TestCore } from '../support/school.ts';

const schoolYear = '2025-2026';

async function suggestionsOf({ must, person }: TestCore, code: string) {
  const { id } = await person(code);
  return (await must('listSuggestions', {})).filter(({ personId }) => personId === id);
}

describe('what nobody registered', () => {
  it('is suggested only while nobody is registered for it', async () => {
    const school = await coreAt('checked');
    const rows = await school.must('listSuggestions', {});
    const registered = new Set(
      (await school.must('listCases', {})).map(
        (row) => `${row.personId ?? row.groupId ?? ''} ${row.titleId}`,
      ),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(registered.has(`${row.personId ?? row.groupId ?? ''} ${row.titleId}`)).toBe(false);
      expect(row.summary).not.toBe('');
      expect(row.strength === 'met').toBe(row.lacking.length === 0);
    }
  });

  it('stands again when a registration is withdrawn, and goes when it is made', async () => {
    const school = await coreAt('checked');
    const { id, personId } = await school.case('3100700042', 'LDTT');
    expect((await suggestionsOf(school, '3100700042')).map(({ titleId }) => titleId)).not.toContain('LDTT');
    await school.must('withdrawCase', { id, reason: 'Ghi nhầm người' });
    const ldtt = (await suggestionsOf(school, '3100700042')).find(({ titleId }) => titleId === 'LDTT');
    expect(ldtt).toMatchObject({ strength: 'met', lacking: [] });
    await school.must('registerCase', {
      personId,
      groupId: null,
      titleId: 'LDTT',
      registeredOn: '2025-10-10',
    });
    expect((await suggestionsOf(school, '3100700042')).map(({ titleId }) => titleId)).not.toContain('LDTT');
  });

  it('follows the facts, and says no more of who has left', async () => {
    const school = await coreAt('checked');
    const { id } = await school.case('3100700042', 'LDTT');
    await school.must('withdrawCase', { id, reason: 'Ghi nhầm người' });
    const { id: personId } = await school.person('3100700042');
    await school.must('saveRating', { personId, schoolYear, rating: 'KHT', state: 'decided' });
    expect((await suggestionsOf(school, '3100700042')).map(({ titleId }) => titleId)).not.toContain('LDTT');
    await school.must('saveRating', { personId, schoolYear, rating: 'HTXS', state: 'decided' });
    expect((await suggestionsOf(school, '3100700042')).map(({ titleId }) => titleId)).toEqual(
      expect.arrayContaining(['LDTT', 'CSTDCS']),
    );
    await school.must('changeStatus', { personId, status: 'LEFT', from: '2026-01-15' });
    expect(await suggestionsOf(school, '3100700042')).toEqual([]);
  });
});

describe('a trial on other facts', () => {
  it('tells the verdict that would follow, beside the present one, and keeps nothing', async () => {
    const school = await coreAt('checked');
    const { id, eligibility } = await school.case('3100700001', 'CSTDCS');
    expect(eligibility).toBe('no');
    const before = school.dump();
    for (const change of [
      { kind: 'rating', rating: 'HTXS' },
      { kind: 'initiative', scope: 'BASE' },
      { kind: 'initiative', scope: 'CITY' },
    ] as const) {
      const trial = await school.must('tryCase', { caseId: id, changes: [change] });
      expect(trial).toMatchObject({ now: { eligibility: 'no' }, then: { eligibility: 'yes' } });
      expect(trial.changed).toContainEqual(
        expect.objectContaining({ ruleId: 'initiative-or-excellent', before: 'failed', after: 'passed' }),
      );
    }
    const worse = await school.must('tryCase', { caseId: id, changes: [{ kind: 'rating', rating: 'KHT' }] });
    expect(worse.then.eligibility).toBe('no');
    expect(school.dump()).toEqual(before);
  });

  it('is the present itself without a change', async () => {
    const school = await coreAt('checked');
    for (const row of await school.must('listCases', {})) {
      const { now, then, changed } = await school.must('tryCase', { caseId: row.id, changes: [] });
      expect(now).toMatchObject({ eligibility: row.eligibility, summary: row.summary });
      expect(then).toEqual(now);
      expect(changed).toEqual([]);
    }
  });

  it('comes to what the file says once the facts are such', async () => {
    const school = await coreAt('checked');
    const { id, personId } = await school.case('3100700001', 'CSTDCS');
    const supposed = await school.must('tryCase', {
      caseId: id,
      changes: [{ kind: 'rating', rating: 'HTXS' }],
    });
    await school.must('saveRating', {
      personId: personId ?? '',
      schoolYear,
      rating: 'HTXS',
      state: 'decided',
    });
    await school.must('checkCases', { caseIds: [id] });
    expect(await school.case('3100700001', 'CSTDCS')).toMatchObject({
      eligibility: supposed.then.eligibility,
      summary: supposed.then.summary,
    });
  });

  it('ends or takes away a discipline', async () => {
    const school = await coreAt('checked');
    const { id } = await school.case('3100700010', 'LDTT');
    const at = async (changes: Parameters<typeof school.must<'tryCase'>>[1]['changes']) =>
      school.must('tryCase', { caseId: id, changes });
    const present = await at([]);
    expect(present.disciplines).toHaveLength(1);
    expect(present.now.eligibility).toBe('no');
    expect((await at([{ kind: 'discipline', position: 0, to: null }])).then.eligibility).toBe('yes');
    // A decision within the year bars whether it still runs or not (NĐ 90/2020, điều 2).
    expect((await at([{ kind: 'discipline', position: 0, to: '2026-01-31' }])).then.eligibility).toBe('no');
  });

  it('answers for people what only people judge', async () => {
    const school = await coreAt('checked');
    const { id } = await school.case('Tổ Toán - Công nghệ', 'TTLDTT');
    const { judgeable } = await school.must('tryCase', { caseId: id, changes: [] });
    expect(judgeable.length).toBeGreaterThan(1);
    const all = judgeable.map(({ ruleId }) => ({ kind: 'judgement', ruleId, answer: 'pass' }) as const);
    const passed = await school.must('tryCase', { caseId: id, changes: all });
    expect(passed.changed.map(({ after }) => after)).toEqual(all.map(() => 'passed'));
    const [first] = all;
    if (first === undefined) throw new Error('Nothing is left to people');
    const failed = await school.must('tryCase', { caseId: id, changes: [{ ...first, answer: 'fail' }] });
    expect(failed.then.eligibility).toBe('no');
  });

  it('refuses facts that are not there', async () => {
    const school = await coreAt('checked');
    const { id } = await school.case('3100700001', 'CSTDCS');
    const group = await school.case('Tổ Toán - Công nghệ', 'TTLDTT');
    const tried = async (caseId: string, change: object) =>
      codeOf(await school.call('tryCase', { caseId, changes: [change] } as never));
    expect(await tried('không có', { kind: 'rating', rating: 'HT' })).toBe('not-found');
    expect(await tried(id, { kind: 'discipline', position: 0, to: null })).toBe('not-found');
    expect(await tried(id, { kind: 'judgement', ruleId: 'không có', answer: 'pass' })).toBe('not-found');
    expect(await tried(group.id, { kind: 'rating', rating: 'HT' })).toBe('not-found');
    expect(await tried(id, { kind: 'rating', rating: 'TỐT' })).toBe('invalid-input');
  });
});

describe('facts that changed', () => {
  it('are found for all cases at once, as each case tells it', async () => {
    const school = await coreAt('checked');
    expect(await school.must('listStaleCases', {})).toEqual([]);
    const { personId } = await school.case('3100700042', 'LDTT');
    await school.must('saveRating', {
      personId: personId ?? '',
      schoolYear,
      rating: 'KHT',
      state: 'decided',
    });
    const stale = new Set(await school.must('listStaleCases', {}));
    expect(stale.size).toBeGreaterThan(0);
    for (const { id } of await school.must('listCases', {})) {
      expect((await school.must('getCase', { id })).factsChanged).toBe(stale.has(id));
    }
  });

  it('are read again only in the cases that are named', async () => {
    const school = await coreAt('checked');
    const [one, other] = [await school.case('3100700042', 'LDTT'), await school.case('3100700004', 'LDTT')];
    for (const { personId } of [one, other]) {
      const input = { personId: personId ?? '', schoolYear, rating: 'KHT', state: 'decided' } as const;
      await school.must('saveRating', input);
    }
    await school.must('checkCases', { caseIds: [one.id] });
    expect((await school.case('3100700042', 'LDTT')).eligibility).toBe('no');
    expect((await school.case('3100700004', 'LDTT')).eligibility).toBe(other.eligibility);
    expect(await school.must('listStaleCases', {})).toContain(other.id);
    const before = school.dump();
    expect(codeOf(await school.call('checkCases', { caseIds: [one.id, 'không có'] }))).toBe('not-found');
    expect(school.dump()).toEqual(before);
  });

  it('never move a case whose vote has begun', async () => {
    const school = await coreAt('concluded');
    const { id, personId, eligibility } = await school.case('3100700004', 'LDTT');
    await school.must('saveRating', {
      personId: personId ?? '',
      schoolYear,
      rating: 'KHT',
      state: 'decided',
    });
    expect(await school.must('listStaleCases', {})).toEqual([]);
    await school.must('checkCases', { caseIds: [id] });
    expect((await school.case('3100700004', 'LDTT')).eligibility).toBe(eligibility);
  });
});

describe('a share of the school’s regulation', () => {
  it('is told only when the school switched it on, and cuts nothing', async () => {
    const school = await coreAt('checked');
    expect(await school.must('listTitleCaps', {})).toEqual([]);
    const before = await school.must('listCases', {});
    await school.must('saveRegulation', {
      document: { name: 'Quy chế thi đua, khen thưởng', number: '15/QC-THCSHP', date: '2025-09-10' },
      settings: [
        { id: 'localCstdcsCap', value: { kind: 'switch', on: true }, article: 'Điều 7', otherDocument: '' },
        {
          id: 'cstdcsCapPercent',
          value: { kind: 'number', number: 10 },
          article: 'Điều 7',
          otherDocument: '',
        },
      ],
      reason: 'Hội nghị viên chức thông qua',
    });
    const [cap] = await school.must('listTitleCaps', {});
    const eligible = (titleId: string) =>
      before.filter((row) => row.titleId === titleId && row.eligibility === 'yes').length;
    expect(cap).toMatchObject({
      titleId: 'CSTDCS',
      count: eligible('CSTDCS'),
      base: eligible('LDTT'),
      most: Math.floor(eligible('LDTT') / 10),
      percent: 10,
    });
    expect(cap?.source).toContain('Điều 7');
    expect(await school.must('listCases', {})).toEqual(before);
  });
});
