/** The ceilings on numbers of people, on a real file of a year that NĐ 233/2026 rates. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coreAt, newFile, sampleFolder, type TestCore } from '../support/school.ts';

const schoolYear = '2026-2027';
const document = { name: 'Quy chế thi đua, khen thưởng', number: '15/QC-THCSHP', date: '2026-09-10' };

async function rate({ must }: TestCore, personId: string, rating: 'HTXS' | 'HTT'): Promise<void> {
  await must('saveRating', { personId, schoolYear, rating, state: 'proposed' });
}

/** Ten people rated HTT and three rated HTXS, each put forward for LĐTT, the three for CSTĐCS too. */
async function ratedSchool() {
  const school = await coreAt('empty');
  await school.must('createFile', { ...newFile, schoolYear, path: join(school.folder, 'moi.bangvang') });
  const fileName = '01-danh-sach-cbgvnv.xlsx';
  const bytes = readFileSync(join(sampleFolder, fileName)).toString('base64');
  await school.must('runImport', { kind: 'people', fileName, bytes });
  const people = (await school.must('listPeople', {}))
    .filter(({ status, away }) => status === 'WORKING' && away === null)
    .map(({ id }) => id);
  const excellent = people.slice(0, 3);
  const good = people.slice(3, 13);
  async function register(personId: string, titleId: string) {
    const { id } = await school.must('registerCase', {
      personId,
      groupId: null,
      titleId,
      registeredOn: '2026-10-01',
    });
    return id;
  }
  for (const id of excellent) await rate(school, id, 'HTXS');
  for (const id of good) await rate(school, id, 'HTT');
  const fighters: string[] = [];
  for (const id of excellent) fighters.push(await register(id, 'CSTDCS'));
  const advanced: string[] = [];
  for (const id of [...excellent, ...good]) advanced.push(await register(id, 'LDTT'));
  await school.must('checkCases', {});
  const warningsOf = async (id: string | undefined) =>
    (await school.must('getCase', { id: id ?? '' })).warnings.filter(
      ({ id: warning }) => warning === 'HTXS_person' || warning === 'CSTDCS_cap',
    );
  return { school, excellent, good, fighters, advanced, warningsOf };
}

describe('the ceiling on people rated HTXS', () => {
  it('is told on their cases and above the list, by its article, and leaves every verdict as it was', async () => {
    const { school, advanced, warningsOf } = await ratedSchool();
    const [warning, ...others] = await warningsOf(advanced[0]);
    expect(others).toEqual([]);
    // 3 * 100 > 20 * 10; two and eleven would meet it.
    expect(warning?.text).toContain('Có 3 người xếp loại Hoàn thành xuất sắc nhiệm vụ, vượt mức 20 %');
    expect(warning?.text).toContain('nhiều nhất 2 người');
    expect(warning?.citation).toMatch(/khoản 6 Điều 12.*233\/2026/);
    expect(await warningsOf(advanced.at(-1))).toEqual([]);
    expect(await school.must('listCeilings', {})).toEqual([warning]);
    const cases = await school.must('listCases', {});
    await school.must('checkCases', {});
    expect(await school.must('listCases', {})).toEqual(cases);
    expect(JSON.stringify(school.dump()['verdict'])).not.toContain('HTXS_person');
  });

  it('goes when ratings of others change, without making a case stale or touching what was kept', async () => {
    const { school, excellent, advanced, warningsOf } = await ratedSchool();
    const kept = school.dump()['verdict'];
    await rate(school, excellent[2] ?? '', 'HTT');
    expect(await warningsOf(advanced[0])).toEqual([]);
    expect(await school.must('listCeilings', {})).toEqual([]);
    const stale = await school.must('listStaleCases', {});
    expect(stale).not.toContain(advanced[0]);
    expect(stale).toContain(advanced[2]);
    expect((await school.must('getCase', { id: advanced[0] ?? '' })).changes).toEqual([]);
    expect(school.dump()['verdict']).toEqual(kept);
  });

  it('is 25 % where the school itself is rated HTXS, and over both levels where the school reads it so', async () => {
    const { school, good, warningsOf, advanced } = await ratedSchool();
    const unit = (await school.must('listCollectives', {})).find(({ name }) => name === newFile.schoolName);
    await school.must('saveCollectiveYear', {
      groupId: unit?.id ?? '',
      schoolYear,
      rating: 'HTXS',
      state: 'proposed',
      decidedOn: null,
      decisionNumber: '',
      clusterRank: null,
    });
    expect((await warningsOf(advanced[0]))[0]?.text).toContain('vượt mức 25 % (nhiều nhất 2 người)');
    await school.must('saveRegulation', {
      document,
      settings: [
        {
          id: 'htxsBaseInclusive',
          value: { kind: 'switch', on: true },
          article: 'Điều 7',
          otherDocument: '',
        },
      ],
      reason: 'Hội nghị viên chức thông qua',
    });
    // 3 of 13 is under 25 %.
    expect(await warningsOf(advanced[0])).toEqual([]);
    await rate(school, good[0] ?? '', 'HTXS');
    expect((await warningsOf(advanced[0]))[0]?.text).toContain('Có 4 người');
  });

  it('is counted in each group of similar posts too, and told on the cases of that group alone', async () => {
    const { school, excellent, advanced, warningsOf } = await ratedSchool();
    for (const id of excellent.slice(1)) await rate(school, id, 'HTT');
    expect(await school.must('listCeilings', {})).toEqual([]);
    const staff = (await school.must('listPeople', {})).filter(({ position }) => position === 'Nhân viên');
    expect(staff.length).toBeGreaterThan(2);
    const [one, ...others] = staff.map(({ id }) => id);
    await rate(school, one ?? '', 'HTXS');
    for (const id of others) await rate(school, id, 'HTT');
    const registered = { groupId: null, titleId: 'LDTT', registeredOn: '2026-10-01' };
    const { id: own } = await school.must('registerCase', { personId: one ?? '', ...registered });
    await school.must('checkCases', {});
    const most = Math.floor((20 * staff.length) / 120);
    const [warning, ...more] = await school.must('listCeilings', {});
    expect([most, more]).toEqual([0, []]);
    expect(warning?.text).toContain('Nhóm nhân viên: có 1 người xếp loại Hoàn thành xuất sắc nhiệm vụ');
    expect(await warningsOf(own)).toEqual([warning]);
    expect(await warningsOf(advanced[0])).toEqual([]);
    // Somebody who works as a teacher now is counted there.
    const person = await school.must('getPerson', { id: one ?? '' });
    const { code, fullName, birthDate, sex, degree, joinedOn, partyMember } = person;
    await school.must('savePerson', {
      ...{ id: person.id, code, fullName, birthDate, sex, degree, joinedOn, partyMember },
      position: 'Giáo viên',
      duty: 'Toán',
      groupId: null,
    });
    expect(await school.must('listCeilings', {})).toEqual([]);
  });

  it('is not told of a year that NĐ 90/2020 rates, nor of people who have left', async () => {
    const { school, excellent, advanced, warningsOf } = await ratedSchool();
    await school.must('changeStatus', { personId: excellent[1] ?? '', status: 'LEFT', from: '2027-01-15' });
    expect(await warningsOf(advanced[0])).toEqual([]);
    const older = await coreAt('checked');
    expect(await older.must('listCeilings', {})).toEqual([]);
  });
});

describe('the share of CSTĐCS that a school switched on', () => {
  it('is told on the cases of that title as it stands', async () => {
    const { school, fighters, warningsOf } = await ratedSchool();
    for (const caseId of fighters)
      await school.must('overruleVerdict', { caseId, eligibility: 'yes', reason: 'Hội đồng kết luận' });
    expect((await warningsOf(fighters[0])).map(({ id }) => id)).toEqual(['HTXS_person']);
    await school.must('saveRegulation', {
      document,
      settings: [
        { id: 'localCstdcsCap', value: { kind: 'switch', on: true }, article: 'Điều 7', otherDocument: '' },
        {
          id: 'cstdcsCapPercent',
          value: { kind: 'number', number: 15 },
          article: 'Điều 7',
          otherDocument: '',
        },
      ],
      reason: 'Hội nghị viên chức thông qua',
    });
    const warning = (await warningsOf(fighters[0])).find(({ id }) => id === 'CSTDCS_cap');
    const [cap] = await school.must('listTitleCaps', {});
    expect(cap?.count).toBe(3);
    expect(warning?.text).toContain(`Có 3 Chiến sĩ thi đua cơ sở trên ${cap?.base ?? 0} Lao động tiên tiến`);
    const [first] = fighters;
    await school.must('overruleVerdict', {
      caseId: first ?? '',
      eligibility: 'no',
      reason: 'Hội đồng kết luận',
    });
    expect((await school.must('listTitleCaps', {}))[0]?.count).toBe(2);
  });
});

describe('the school, its tổ and its head', () => {
  it('are compared as they are rated now: tổ above the ceiling, a head above the school', async () => {
    const { school } = await ratedSchool();
    const collectives = await school.must('listCollectives', {});
    async function collectiveIs(groupId: string, rating: 'HTXS' | 'HTT') {
      await school.must('saveCollectiveYear', {
        groupId,
        schoolYear,
        rating,
        state: 'proposed',
        decidedOn: null,
        decisionNumber: '',
        clusterRank: null,
      });
    }
    const units = collectives.filter(({ name }) => name !== newFile.schoolName);
    const unit = collectives.find(({ name }) => name === newFile.schoolName);
    const head = (await school.must('listPeople', {})).find(({ position }) => position === 'Hiệu trưởng');
    await school.must('saveRating', {
      personId: head?.id ?? '',
      schoolYear,
      rating: 'HTXS',
      state: 'proposed',
    });
    await collectiveIs(unit?.id ?? '', 'HTT');
    for (const { id } of units) await collectiveIs(id, 'HTXS');
    const ids = (await school.must('listCeilings', {})).map(({ id }) => id);
    expect(ids).toContain('HTXS_unit');
    expect(ids).toContain('head_rating');
    for (const { id } of units) await collectiveIs(id, 'HTT');
    await collectiveIs(unit?.id ?? '', 'HTXS');
    const after = (await school.must('listCeilings', {})).map(({ id }) => id);
    expect(after).not.toContain('HTXS_unit');
    expect(after).not.toContain('head_rating');
  });

  it('shows the money of a case beside the other titles of the same person', async () => {
    const { school, advanced, fighters } = await ratedSchool();
    const lower = (await school.must('getCase', { id: advanced[0] ?? '' })).payment;
    const higher = (await school.must('getCase', { id: fighters[0] ?? '' })).payment;
    expect(lower).toMatchObject({ state: 'higher-title', paidTitleId: 'CSTDCS', money: { amount: 760_000 } });
    expect(higher).toMatchObject({ state: 'paid', money: { amount: 2_530_000 } });
    const alone = (await school.must('getCase', { id: advanced.at(-1) ?? '' })).payment;
    expect(alone).toMatchObject({ state: 'paid', money: { exact: 759_000 } });
  });
});
