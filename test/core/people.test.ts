import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/api.ts';
import { codeOf, coreAt } from '../support/school.ts';

const newcomer: InputOf<'savePerson'> = {
  id: null,
  code: '3100700999',
  fullName: '  Đỗ   Thị\u00a0Mới '.normalize('NFD'),
  birthDate: '1990-02-28',
  sex: 'FEMALE',
  position: 'Giáo viên',
  duty: 'Toán',
  degree: 'Đại học',
  joinedOn: '2015-09-01',
  partyMember: false,
  groupId: null,
};

const reading = { linkedToDuty: null, countedInYear: null };

describe('people', () => {
  it('are kept tidy and composed, with a status from their first day', async () => {
    const { must } = await coreAt('imported');
    const [group] = await must('listGroups', {});
    const saved = await must('savePerson', { ...newcomer, groupId: group?.id ?? '' });
    expect(saved).toMatchObject({ fullName: 'Đỗ Thị Mới', groupName: group?.name, status: 'WORKING' });
    const { memberships, statuses } = await must('getPerson', { id: saved.id });
    expect(memberships).toMatchObject([{ from: '2015-09-01', to: null }]);
    expect(statuses).toEqual([{ status: 'WORKING', from: '2015-09-01', to: null }]);
  });

  it('are listed by given name', async () => {
    const { must } = await coreAt('imported');
    const given = (await must('listPeople', {})).map(({ fullName }) => fullName.split(' ').at(-1) ?? '');
    expect(given).toEqual([...given].sort(new Intl.Collator('vi').compare));
  });

  it('have one code each, whatever stands around it', async () => {
    const { must, call, person } = await coreAt('imported');
    const refused = await call('savePerson', { ...newcomer, code: ' 3100700001 ' });
    expect(refused).toEqual({
      ok: false,
      error: { code: 'duplicate-code', personCode: '3100700001', name: 'Nguyễn Minh Đạt' },
    });
    const { id } = await person('3100700001');
    await must('savePerson', { ...newcomer, id, code: '3100700001', fullName: 'Nguyễn Minh Đạt' });
    // No code is no code twice.
    await must('savePerson', { ...newcomer, code: '' });
    await must('savePerson', { ...newcomer, code: null });
  });

  it('move from tổ to tổ by day, and a correction replaces what it corrects', async () => {
    const { must, person } = await coreAt('imported');
    const { id, groupName } = await person('3100700042');
    const groups = await must('listGroups', {});
    const others = groups.filter(({ name }) => name !== groupName);
    const [second, third] = [others[0] ?? expect.fail(), others[1] ?? expect.fail()];
    const places = async () =>
      (await must('getPerson', { id })).memberships.map((row) => [row.groupName, row.from, row.to]);
    const first = (await places())[0]?.[1];
    await must('changeGroup', { personId: id, groupId: second.id, from: '2026-01-15' });
    expect(await places()).toEqual([
      [second.name, '2026-01-15', null],
      [groupName, first, '2026-01-14'],
    ]);
    await must('changeGroup', { personId: id, groupId: third.id, from: '2026-01-15' });
    expect(await places()).toEqual([
      [third.name, '2026-01-15', null],
      [groupName, first, '2026-01-14'],
    ]);
    // Earlier than the change before: no two tổ on one day, and no day that comes before its first.
    await must('changeGroup', { personId: id, groupId: second.id, from: '2025-12-01' });
    expect(await places()).toEqual([
      [second.name, '2025-12-01', null],
      [groupName, first, '2025-11-30'],
    ]);
    expect((await must('listPeople', {})).find((row) => row.id === id)?.groupName).toBe(second.name);
  });

  it('joined after they were born, and were born before today', async () => {
    const { call } = await coreAt('imported');
    const fieldOf = async (change: Partial<InputOf<'savePerson'>>) => {
      const result = await call('savePerson', { ...newcomer, ...change });
      return result.ok || result.error.code !== 'invalid-input' ? null : result.error.field;
    };
    expect(await fieldOf({ birthDate: '2050-01-01' })).toBe('birthDate');
    expect(await fieldOf({ birthDate: '1990-02-28', joinedOn: '1990-02-28' })).toBe('joinedOn');
    expect(await fieldOf({ birthDate: '1990-02-28', joinedOn: null })).toBeNull();
  });

  it('in use are not removed, and one who was typed by mistake is', async () => {
    const { must, call, person } = await coreAt('imported');
    const { id } = await person('3100700042');
    expect(codeOf(await call('removePerson', { id }))).toBe('in-use');
    const mistaken = await must('savePerson', newcomer);
    await must('saveAbsence', {
      id: null,
      personId: mistaken.id,
      kind: 'SICK',
      from: '2026-01-01',
      to: '2026-01-02',
    });
    await must('removePerson', { id: mistaken.id });
    expect(codeOf(await call('getPerson', { id: mistaken.id }))).toBe('not-found');
  });

  it('own their facts: one of somebody else is not changed', async () => {
    const { must, call, person } = await coreAt('imported');
    const other = await person('3100700001');
    const { id } = await person('3100700010');
    const [discipline] = (await must('getPerson', { id })).disciplines;
    const input = {
      id: discipline?.id ?? '',
      form: 'WARNING',
      from: '2025-11-03',
      to: null,
      ...reading,
    } as const;
    expect(codeOf(await call('saveDiscipline', { ...input, personId: other.id }))).toBe('not-found');
    await must('saveDiscipline', { ...input, personId: id });
    expect((await must('getPerson', { id })).disciplines).toMatchObject([{ form: 'WARNING', to: null }]);
  });

  it('have no fact that ends before it begins', async () => {
    const { call, person } = await coreAt('imported');
    const { id: personId } = await person('3100700010');
    const period = { id: null, personId, from: '2026-02-01', to: '2026-01-31' };
    expect(codeOf(await call('saveAbsence', { ...period, kind: 'SICK' }))).toBe('invalid-period');
    expect(codeOf(await call('saveDiscipline', { ...period, ...reading, form: 'WARNING' }))).toBe(
      'invalid-period',
    );
    expect(codeOf(await call('savePendingMatter', { ...period, kind: 'PRESS', note: '' }))).toBe(
      'invalid-period',
    );
  });
});

describe('tổ', () => {
  it('have one name each, whatever its marks and case, and are told so', async () => {
    const { must, call } = await coreAt('imported');
    expect(codeOf(await call('saveGroup', { id: null, name: 'TỔ  VĂN PHÒNG' }))).toBe('group-exists');
    const [group] = await must('listGroups', {});
    expect(await must('saveGroup', { id: group?.id ?? '', name: 'Tổ Khoa học' })).toMatchObject({
      name: 'Tổ Khoa học',
    });
  });

  it('with people are not removed', async () => {
    const { must, call } = await coreAt('imported');
    const [group] = await must('listGroups', {});
    expect(codeOf(await call('removeGroup', { id: group?.id ?? '' }))).toBe('in-use');
  });
});
