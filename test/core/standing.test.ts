/** Where people stand: one record of each leave, from which the status follows; what contradicts it is refused or asked. */
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../support/messy-workbook.ts';
import { codeOf, coreAt, fileAt, type TestCore } from '../support/school.ts';

const code = '3100700042';

async function standing({ must }: TestCore, id: string) {
  const { status, away, statuses, absences } = await must('getPerson', { id });
  return {
    now: away ?? status,
    statuses: statuses.map(({ status: value, from, to }) => [value, from, to]),
    leave: absences.map(({ kind, from, to }) => [kind, from, to]),
  };
}

/** A list of one sheet as the door gets it. */
async function list(kind: 'people' | 'absences', ...rows: readonly (readonly string[])[]) {
  const { bytes } = await makeWorkbook({ sheets: [{ name: 'Danh sách', rows }] });
  return { kind, fileName: 'danh-sach.xlsx', bytes: Buffer.from(bytes).toString('base64') };
}

describe('leave', () => {
  it('is the only record of who is away: what it says of today is the status', async () => {
    const school = await coreAt('imported');
    const { id } = await school.person(code);
    await school.must('saveAbsence', { id: null, personId: id, kind: 'SICK', from: '2026-01-15', to: null });
    expect((await standing(school, id)).now).toBe('SICK');
    expect(await school.person(code)).toMatchObject({ status: 'WORKING', away: 'SICK' });
    const [leave] = (await school.must('getPerson', { id })).absences;
    const ended = {
      id: leave?.id ?? '',
      personId: id,
      kind: 'SICK',
      from: '2026-01-15',
      to: '2026-02-01',
    } as const;
    await school.must('saveAbsence', ended);
    expect(await standing(school, id)).toMatchObject({
      now: 'WORKING',
      leave: [['SICK', '2026-01-15', '2026-02-01']],
    });
  });

  it('can’t contradict other leave, nor that somebody left: in the domain', async () => {
    const school = await coreAt('imported');
    const { id: personId } = await school.person(code);
    const saved = { id: null, personId, kind: 'SICK', from: '2026-01-15', to: '2026-02-01' } as const;
    await school.must('saveAbsence', saved);
    const overlapping = { ...saved, kind: 'UNPAID', from: '2026-02-01', to: null } as const;
    expect(await school.call('saveAbsence', overlapping)).toMatchObject({
      ok: false,
      error: {
        code: 'leave-contradicts',
        leave: 'Nghỉ không hưởng lương từ 01/02/2026, chưa đi làm lại',
        other: 'Nghỉ ốm từ 15/01/2026 đến 01/02/2026',
      },
    });
    expect(codeOf(await school.call('changeStatus', { personId, status: 'LEFT', from: '2026-01-20' }))).toBe(
      'leave-contradicts',
    );
    await school.must('changeStatus', { personId, status: 'LEFT', from: '2026-02-02' });
    expect(codeOf(await school.call('saveAbsence', { ...saved, from: '2026-03-01', to: null }))).toBe(
      'leave-contradicts',
    );
    const moved = { personId, of: 'status', from: '2026-02-02', newFrom: '2026-01-31' } as const;
    expect(codeOf(await school.call('moveSpell', moved))).toBe('leave-contradicts');
  });

  it('can’t contradict other leave, nor that somebody left: in the data file', async () => {
    const { path } = await fileAt('imported');
    const database = new Sqlite(path);
    const person = String(database.prepare('select id from person where code = ?').pluck().get(code));
    const insert = database.prepare(
      `insert into absence (id, person_id, kind, from_date, to_date) values (?, '${person}', 'SICK', ?, ?)`,
    );
    insert.run('a', '2026-01-15', '2026-02-01');
    insert.run('b', null, null);
    expect(() => insert.run('c', '2026-02-01', null)).toThrow(/leave contradicts/);
    expect(() => insert.run('c', null, null)).toThrow(/UNIQUE/);
    expect(() => insert.run('c', null, '2026-02-05')).toThrow(/CHECK/);
    insert.run('c', '2026-02-02', null);
    const end = database.prepare(`update absence set from_date = ? where id = 'c'`);
    expect(() => end.run('2026-01-20')).toThrow(/leave contradicts/);
    const leave = database.prepare(
      `update person set status = 'LEFT', status_from = ? where id = '${person}'`,
    );
    expect(() => leave.run('2026-02-02')).toThrow(/leave contradicts/);
    leave.run('2026-03-01');
    expect(() => end.run('2026-03-02')).toThrow(/leave contradicts/);
    for (const status of ['MATERNITY_LEAVE', 'LEAVE', 'TRAINING', 'SECONDED'])
      expect(() => database.prepare('update person set status = ?').run(status)).toThrow(/CHECK/);
    database.close();
  });
});

describe('a wrong day', () => {
  it('of a status or a tổ is mended, or the entry removed, and the trail tells it', async () => {
    const school = await coreAt('imported');
    const { must, call } = school;
    const { id: personId } = await school.person(code);
    const first = (await standing(school, personId)).statuses[0]?.[1];
    await must('changeStatus', { personId, status: 'RETIRED', from: '2026-01-15' });
    await must('moveSpell', { personId, of: 'status', from: '2026-01-15', newFrom: '2026-02-01' });
    expect((await standing(school, personId)).statuses).toEqual([
      ['RETIRED', '2026-02-01', null],
      ['WORKING', first, '2026-01-31'],
    ]);
    const past = { personId, of: 'status', from: '2026-02-01', newFrom: '1990-01-01' } as const;
    expect(codeOf(await call('moveSpell', past))).toBe('spell-passes');
    await must('removeSpell', { personId, of: 'status', from: '2026-02-01', reason: 'Ghi nhầm người' });
    expect((await standing(school, personId)).statuses).toEqual([['WORKING', first, null]]);
    const last = { personId, of: 'status', from: first ?? '', reason: 'Không thể không có' } as const;
    expect(codeOf(await call('removeSpell', last))).toBe('not-found');
    const { rows } = await must('listAudit', { before: null, limit: 5 });
    expect(rows.slice(0, 2).map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^Xóa tình trạng từ ngày 01\/02\/2026 của .+ \(lý do: Ghi nhầm người\)$/),
      expect.stringMatching(/^Sửa ngày bắt đầu của tình trạng cho .+: từ 15\/01\/2026 thành 01\/02\/2026$/),
    ]);
  });

  it('leaves a person without tổ when their only one is taken back', async () => {
    const { must, person } = await coreAt('imported');
    const { id: personId } = await person(code);
    const [membership] = (await must('getPerson', { id: personId })).memberships;
    const from = membership?.from ?? '';
    await must('removeSpell', { personId, of: 'group', from, reason: 'Xếp nhầm tổ' });
    expect(await must('getPerson', { id: personId })).toMatchObject({ groupId: null, memberships: [] });
  });
});

describe('a list that tells where people stand', () => {
  const header = ['Mã định danh', 'Họ và tên', 'Tình trạng'];

  it('brings leave without days, which its days are then given to', async () => {
    const school = await coreAt('imported');
    const { id, fullName } = await school.person(code);
    const staff = await list('people', header, [code, fullName, 'Nghỉ ốm']);
    expect(await school.must('runImport', staff)).toMatchObject({ changed: 1, problems: [] });
    expect(await standing(school, id)).toMatchObject({ now: 'SICK', leave: [['SICK', null, null]] });
    expect(await school.must('runImport', staff)).toMatchObject({ same: 1, changed: 0 });
    const away = await list(
      'absences',
      ['Mã định danh', 'Họ và tên', 'Lý do nghỉ', 'Từ ngày', 'Đến ngày'],
      [code, fullName, 'Nghỉ ốm', '05/01/2026', ''],
    );
    expect(await school.must('runImport', away)).toMatchObject({ changed: 1, problems: [] });
    expect(await standing(school, id)).toMatchObject({ now: 'SICK', leave: [['SICK', '2026-01-05', null]] });
    // The same list again says no less than the record: both tell of one leave.
    expect(await school.must('runImport', staff)).toMatchObject({ same: 1, problems: [] });
    expect(await school.must('runImport', away)).toMatchObject({ same: 1, problems: [] });
  });

  it('is asked where it contradicts the record, and the record stays', async () => {
    const school = await coreAt('imported');
    const { id, fullName } = await school.person(code);
    await school.must('saveAbsence', { id: null, personId: id, kind: 'SICK', from: '2026-01-15', to: null });
    const before = await standing(school, id);
    for (const word of ['Đang làm việc', 'Nghỉ thai sản', 'Biệt phái']) {
      const { problems } = await school.must(
        'runImport',
        await list('people', header, [code, fullName, word]),
      );
      expect(problems).toMatchObject([{ code: 'standing-differs', row: 2, column: 'Tình trạng' }]);
      expect(problems[0]?.message).toContain('“nghỉ ốm từ 15/01/2026, chưa đi làm lại”');
      expect(await standing(school, id)).toEqual(before);
    }
    const away = await list(
      'absences',
      ['Mã định danh', 'Họ và tên', 'Lý do nghỉ', 'Từ ngày', 'Đến ngày'],
      [code, fullName, 'Nghỉ không hưởng lương', '10/01/2026', '20/01/2026'],
    );
    const { problems } = await school.must('runImport', away);
    expect(problems).toMatchObject([{ code: 'leave-differs', row: 2, column: 'Từ ngày' }]);
    expect(await standing(school, id)).toEqual(before);
  });

  it('asks of two lines that contradict each other', async () => {
    const school = await coreAt('imported');
    const { id, fullName } = await school.person(code);
    const away = await list(
      'absences',
      ['Mã định danh', 'Họ và tên', 'Lý do nghỉ', 'Từ ngày', 'Đến ngày'],
      [code, fullName, 'Nghỉ ốm', '10/01/2026', '20/01/2026'],
      [code, fullName, 'Nghỉ khác', '20/01/2026', '25/01/2026'],
      [code, fullName, 'Thai sản', '01/03/2026', ''],
    );
    const { problems, added } = await school.must('runImport', away);
    expect(problems).toMatchObject([{ code: 'leave-differs', row: 3 }]);
    expect(added).toBe(2);
    expect((await standing(school, id)).leave).toEqual([
      ['MATERNITY', '2026-03-01', null],
      ['SICK', '2026-01-10', '2026-01-20'],
    ]);
  });

  it('tells on which day somebody was put down as gone, for it does not say so itself', async () => {
    const school = await coreAt('imported');
    const { id, fullName } = await school.person(code);
    const { problems } = await school.must(
      'runImport',
      await list('people', header, [code, fullName, 'Nghỉ hưu']),
    );
    expect(problems).toMatchObject([{ code: 'status-without-day', severity: 'remark' }]);
    expect((await standing(school, id)).now).toBe('RETIRED');
  });

  it('brings a secondment as the course of work, where its unit is asked', async () => {
    const school = await coreAt('imported');
    const { id, fullName } = await school.person(code);
    await school.must('runImport', await list('people', header, [code, fullName, 'Biệt phái']));
    const { away, career } = await school.must('getPerson', { id });
    expect(away).toBe('SECONDMENT');
    expect(career).toMatchObject([{ kind: 'SECONDMENT', from: null, unit: '' }]);
  });
});
