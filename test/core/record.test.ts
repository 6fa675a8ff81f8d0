import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../build/bundle.ts';
import type { InputOf } from '../../shared/api.ts';
import { errorSentence } from '../../shared/vi/errors.ts';
import { codeOf, coreAt } from '../support/school.ts';

const award: Omit<InputOf<'saveAward'>, 'personId'> = {
  id: null,
  schoolYear: '2014-2015',
  titleId: 'LDTT',
  name: 'LĐTT',
  decisionNumber: '15/QĐ-UBND',
  decisionDate: '2015-06-10',
  issuer: '',
  rewardType: null,
  themed: null,
  achievement: '',
  cancelled: null,
};

async function awardsOf(school: Awaited<ReturnType<typeof coreAt>>, id: string) {
  return (await school.must('getPerson', { id })).years.flatMap(({ awards }) => awards);
}

describe('awards typed by hand', () => {
  it('carry the name of the catalogue, are changed, and are taken back with a reason', async () => {
    const school = await coreAt('imported');
    const { id: personId } = await school.person('3100700042');
    const before = await awardsOf(school, personId);
    await school.must('saveAward', { ...award, personId });
    const added = (await awardsOf(school, personId)).find(({ schoolYear }) => schoolYear === '2014-2015');
    expect(added).toMatchObject({ name: 'Lao động tiên tiến', titleId: 'LDTT', decisionDate: '2015-06-10' });
    const id = added?.id ?? '';
    const named = {
      titleId: null,
      name: '  Giấy khen  hội thi ',
      rewardType: 'MERIT',
      themed: true,
    } as const;
    await school.must('saveAward', { ...award, ...named, id, personId });
    // Only a movement has a theme.
    expect((await awardsOf(school, personId)).find((row) => row.id === id)).toMatchObject({
      name: 'Giấy khen hội thi',
      titleId: null,
      rewardType: 'MERIT',
      themed: null,
    });
    await school.must('removeFact', { kind: 'award', id, reason: 'Ghi nhầm người' });
    expect(await awardsOf(school, personId)).toEqual(before);
  });

  it('are told when the same one is there, kept twice only knowingly, and never by one decision', async () => {
    const school = await coreAt('imported');
    const { id: personId } = await school.person('3100700042');
    await school.must('saveAward', { ...award, personId });
    const again = await school.call('saveAward', { ...award, decisionNumber: '15/ qđ-ubnd', personId });
    expect(again).toMatchObject({ ok: false, error: { code: 'award-exists', exact: true } });
    if (!again.ok)
      expect(errorSentence(again.error)).toBe(
        'Đã ghi Lao động tiên tiến năm học 2014-2015 (Quyết định số 15/QĐ-UBND ngày 10/06/2015). Hãy sửa mục đã ghi, không ghi thêm lần nữa.',
      );
    expect(codeOf(await school.call('saveAward', { ...award, keepBoth: true, personId }))).toBe(
      'award-exists',
    );
    const other = { ...award, decisionNumber: '16/QĐ-UBND', personId };
    expect(await school.call('saveAward', other)).toMatchObject({ error: { exact: false } });
    await school.must('saveAward', { ...other, keepBoth: true });
    const own = async () =>
      (await awardsOf(school, personId)).filter(({ schoolYear }) => schoolYear === award.schoolYear);
    expect((await own()).map(({ decisionNumber }) => decisionNumber).toSorted()).toEqual([
      '15/QĐ-UBND',
      '16/QĐ-UBND',
    ]);
    const [one] = await own();
    if (one === undefined) throw new Error('it was kept');
    // To write to one of two that were kept asks nothing anew; to make them one decision is refused.
    await school.must('saveAward', { ...one, issuer: 'Chủ tịch UBND xã', personId });
    const same = (await own()).find(({ id }) => id !== one.id)?.decisionNumber ?? '';
    expect(codeOf(await school.call('saveAward', { ...one, decisionNumber: same, personId }))).toBe(
      'award-exists',
    );
    // One that was cancelled may be given anew.
    const cancelled = { number: '90/QĐ-UBND', date: null };
    for (const row of await own()) await school.must('saveAward', { ...row, cancelled, personId });
    await school.must('saveAward', { ...award, decisionNumber: '91/QĐ-UBND', personId });
    const named = { ...award, titleId: null, name: 'Giấy khen hội thi', decisionNumber: '', personId };
    await school.must('saveAward', named);
    expect(await school.call('saveAward', { ...named, name: 'giấy khen  Hội thi' })).toMatchObject({
      error: { code: 'award-exists', exact: false },
    });
  });

  it('are of that person, and of the catalogue', async () => {
    const school = await coreAt('imported');
    const { id: personId } = await school.person('3100700042');
    const { id: other } = await school.person('3100700001');
    await school.must('saveAward', { ...award, personId });
    const id =
      (await awardsOf(school, personId)).find(({ schoolYear }) => schoolYear === '2014-2015')?.id ?? '';
    expect(codeOf(await school.call('saveAward', { ...award, id, personId: other }))).toBe('not-found');
    expect(codeOf(await school.call('saveAward', { ...award, titleId: 'KHONG_CO', personId }))).toBe(
      'not-found',
    );
  });

  it('keep what they were given for when the list is read again', async () => {
    const school = await coreAt('imported');
    const people = await school.must('listPeople', {});
    const found = [];
    for (const { id } of people) found.push(...(await awardsOf(school, id)).map((row) => ({ ...row, id })));
    const [first] = found;
    if (first === undefined) expect.fail('no award in the list');
    const [row] = (await awardsOf(school, first.id)).filter(({ name }) => name === first.name);
    if (row === undefined) expect.fail('no such award');
    await school.must('saveAward', {
      ...row,
      personId: first.id,
      decisionNumber: '999/QĐ',
      rewardType: 'MOVEMENT',
      themed: true,
    });
    const bytes = readFileSync(join(projectFolder, 'build', 'sample', '02-lich-su-khen-thuong.xlsx'));
    await school.must('runImport', {
      kind: 'history',
      fileName: '02.xlsx',
      bytes: bytes.toString('base64'),
    });
    const after = (await awardsOf(school, first.id)).find(
      (one) => one.schoolYear === row.schoolYear && one.name === row.name,
    );
    expect(after).toMatchObject({
      decisionNumber: row.decisionNumber,
      rewardType: 'MOVEMENT',
      themed: true,
    });
  });
});

describe('what is known of an initiative', () => {
  it('tells a certificate that is there, one that is not, and one nobody asked about', async () => {
    const school = await coreAt('imported');
    const { id: personId } = await school.person('3100700042');
    const initiative = {
      id: null,
      personId,
      schoolYear: '2025-2026',
      name: 'Bài giảng số',
      share: 100,
      scope: 'BASE',
      decisionNumber: '9/QĐ',
    } as const;
    const usedFor = [{ titleId: 'CSTDCS', schoolYear: '2024-2025' }];
    const certificate = { scope: 'CITY', number: '12/XN', date: '2026-03-02' } as const;
    for (const effect of [certificate, 'none', null] as const) {
      await school.must('saveInitiative', { ...initiative, effect, usedFor });
      const { initiatives } = await school.must('getPerson', { id: personId });
      expect(initiatives.filter(({ name }) => name === initiative.name)).toMatchObject([{ effect, usedFor }]);
    }
  });

  it('warns of one that served another award already', async () => {
    const school = await coreAt('checked');
    const fighters = (await school.must('listCases', {})).filter(({ titleId }) => titleId === 'CSTDCS');
    const found = [];
    for (const row of fighters) {
      const { initiatives } = await school.must('getPerson', { id: row.personId ?? '' });
      if (initiatives.some(({ schoolYear }) => schoolYear === '2025-2026')) found.push({ row, initiatives });
    }
    const [first] = found;
    if (first === undefined) expect.fail('nobody with an initiative of the year');
    const { id, eligibility } = first.row;
    const personId = first.row.personId ?? '';
    const saved = first.initiatives;
    for (const one of saved) {
      await school.must('saveInitiative', {
        ...one,
        personId,
        usedFor: [{ titleId: 'CSTDCS', schoolYear: '2024-2025' }],
      });
    }
    expect(saved.length).toBeGreaterThan(0);
    await school.must('checkCases', {});
    const after = await school.must('getCase', { id });
    expect(after.eligibility).toBe(eligibility);
    expect(after.warnings.map((warning) => warning.id)).toContain('B9');
  });
});

describe('research that was accepted', () => {
  it('is kept, changed, and keeps its person on the list', async () => {
    const school = await coreAt('checked');
    const { id: personId } = await school.person('3100700042');
    const work = {
      id: null,
      personId,
      schoolYear: '2025-2026',
      name: 'Phòng thí nghiệm mở',
      decisionNumber: '77/QĐ',
      scope: 'CITY',
    } as const;
    await school.must('saveResearch', { ...work, accepted: false });
    const [kept] = (await school.must('getPerson', { id: personId })).research;
    expect(kept).toMatchObject({ name: work.name, accepted: false, scope: 'CITY' });
    await school.must('saveResearch', { ...work, id: kept?.id ?? '', accepted: true });
    expect((await school.must('getPerson', { id: personId })).research).toMatchObject([{ accepted: true }]);
    expect(codeOf(await school.call('removePerson', { id: personId }))).toBe('in-use');
  });
});

describe('a discipline', () => {
  it('that counted in an earlier year counts in no other', async () => {
    const school = await coreAt('checked');
    const people = await school.must('listPeople', {});
    const { id: personId } = people.find(({ code }) => code === '3100700042') ?? expect.fail('nobody');
    const { id, eligibility } = await school.case('3100700042', 'LDTT');
    const discipline = { personId, form: 'REPRIMAND', from: '2025-11-03', to: '2025-12-03' } as const;
    const results = [];
    for (const countedInYear of [null, '2024-2025']) {
      const [known] = (await school.must('getPerson', { id: personId })).disciplines;
      await school.must('saveDiscipline', {
        ...discipline,
        id: known?.id ?? null,
        linkedToDuty: true,
        countedInYear,
      });
      await school.must('checkCases', {});
      results.push((await school.must('getCase', { id })).eligibility);
    }
    expect(results).toEqual(['no', eligibility]);
    expect((await school.must('getPerson', { id: personId })).disciplines).toMatchObject([
      { linkedToDuty: true, countedInYear: '2024-2025' },
    ]);
  });
});

describe('the day of a rating', () => {
  it('stays when only the level is changed, and warns when it comes after the meeting', async () => {
    const school = await coreAt('checked');
    const { id: personId } = await school.person('3100700042');
    const rating = { personId, schoolYear: '2025-2026', rating: 'HTT', state: 'decided' } as const;
    await school.must('saveRating', { ...rating, decidedOn: '2027-01-15' });
    await school.must('saveRating', rating);
    const [year] = (await school.must('getPerson', { id: personId })).years;
    expect(year).toMatchObject({ schoolYear: '2025-2026', ratedOn: '2027-01-15' });
    const { id } = await school.case('3100700042', 'LDTT');
    await school.must('checkCases', {});
    const { warnings } = await school.must('getCase', { id });
    expect(warnings.map((warning) => warning.id)).toContain('T10');
  });
});

describe('the course of work', () => {
  const stretch = {
    id: null,
    kind: 'OTHER_UNIT',
    from: '2015-09-01',
    to: '2025-11-30',
    unit: 'Trường THCS Hoa Sen',
    commentReceived: false,
  } as const;

  it('opens the question of the other unit’s comment, and settles it', async () => {
    const school = await coreAt('checked');
    const { id: personId } = await school.person('3100700042');
    const { id } = await school.case('3100700042', 'LDTT');
    const texts = async () => {
      await school.must('checkCases', {});
      return (await school.must('getCase', { id })).conditions.map(({ fact }) => fact).join('; ');
    };
    const before = await texts();
    expect(before).not.toContain(stretch.unit);
    await school.must('saveCareer', { ...stretch, personId });
    expect(await texts()).toContain('chưa có nhận xét của đơn vị cũ');
    const [row] = (await school.must('getPerson', { id: personId })).career;
    await school.must('saveCareer', { ...stretch, personId, id: row?.id ?? '', commentReceived: true });
    expect(await texts()).toContain('đã có nhận xét của đơn vị cũ');
    await school.must('removeFact', { kind: 'career', id: row?.id ?? '', reason: 'Ghi nhầm người' });
    expect(await texts()).toBe(before);
  });

  it('has its days in order, and a unit where one is meant', async () => {
    const school = await coreAt('imported');
    const { id: personId } = await school.person('3100700042');
    expect(codeOf(await school.call('saveCareer', { ...stretch, personId, to: '2015-08-31' }))).toBe(
      'invalid-period',
    );
    expect(codeOf(await school.call('saveCareer', { ...stretch, personId, unit: ' ' }))).toBe(
      'invalid-input',
    );
    expect(codeOf(await school.call('saveCareer', { ...stretch, personId, to: null }))).toBe('invalid-input');
  });
});
