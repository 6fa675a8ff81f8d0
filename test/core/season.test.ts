import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCaller } from '../../electron/core/season/run.ts';
import { temporaryFolder } from '../support/disk.ts';
import { codeOf, coreAt, insist, newFile, restoreAsChair, startCore } from '../support/school.ts';

const movement = {
  name: 'Dạy tốt, học tốt',
  planNumber: '12/KH',
  planDate: '2025-09-10',
  content: 'Nội dung',
};
const saved = {
  movement,
  startsOn: '2025-09-05',
  endsOn: '2026-05-31',
  registrationDeadline: '2025-10-15',
  meetingOn: '2026-05-28',
};

describe('the season', () => {
  it('begins with the usual campaigns and the announced titles of the school year', async () => {
    const { must } = await coreAt('empty');
    const season = await must('getSeason', {});
    expect(season).toMatchObject({ schoolYear: '2025-2026', startsOn: '2025-09-05', endsOn: '2026-05-31' });
    expect(season.campaigns.map(({ startsOn, endsOn }) => startsOn < endsOn)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    const announced = season.standards.filter((standard) => standard.announced).map(({ titleId }) => titleId);
    expect(announced).toEqual(expect.arrayContaining(['LDTT', 'CSTDCS', 'TTLDTT', 'TTLDXS']));
  });

  it('gives back what was saved', async () => {
    const { must } = await coreAt('empty');
    expect(await must('saveSeason', saved)).toMatchObject(saved);
    expect(await must('getSeason', {})).toMatchObject(saved);
  });

  it.each([
    ['2026-05-31', '2025-09-05'],
    ['2026-05-31', '2026-05-31'],
  ])('does not last from %s to %s', async (startsOn, endsOn) => {
    const { call } = await coreAt('empty');
    expect(codeOf(await call('saveSeason', { ...saved, startsOn, endsOn }))).toBe('invalid-period');
  });

  it('keeps its campaigns and announcements', async () => {
    const { must, call } = await coreAt('empty');
    const campaign = { id: null, name: 'Đợt 5', startsOn: '2026-06-01', endsOn: '2026-06-01', content: '' };
    const { id } = await must('saveCampaign', campaign);
    await must('saveCampaign', { ...campaign, id, name: 'Đợt hè' });
    const names = (await must('getSeason', {})).campaigns.map(({ name }) => name);
    expect(names).toContain('Đợt hè');
    expect(names).not.toContain('Đợt 5');
    expect(codeOf(await call('saveCampaign', { ...campaign, endsOn: '2026-05-31' }))).toBe('invalid-period');
    await must('removeCampaign', { id });
    expect(codeOf(await call('removeCampaign', { id }))).toBe('not-found');
    await must('announceStandard', { titleId: 'TTLDXS', announced: false });
    const { standards } = await must('getSeason', {});
    expect(standards.find(({ titleId }) => titleId === 'TTLDXS')?.announced).toBe(false);
  });
});

describe('the data file', () => {
  it('is made, tells of itself, and is remembered', async () => {
    const folder = temporaryFolder();
    const { core } = startCore(folder);
    const must = insist(createCaller(core));
    const { path } = await must('createFile', { ...newFile, path: join(folder, 'năm nay') });
    expect(path).toBe(join(folder, 'năm nay.bangvang'));
    const status = await must('getStatus', {});
    expect(status.file).toMatchObject({
      path,
      kind: 'real',
      schoolName: newFile.schoolName,
      schoolYear: '2025-2026',
    });
    expect(status.session).toMatchObject({ role: 'secretary' });
    await must('closeFile', {});
    const closed = await must('getStatus', {});
    expect(closed).toMatchObject({ file: null, session: null, recent: [{ path }] });
  });

  it('that is there is not overwritten, and the open one stays open', async () => {
    const school = await coreAt('imported');
    const other = join(school.folder, 'khác.bangvang');
    const { core } = startCore(school.folder);
    await insist(createCaller(core))('createFile', { ...newFile, path: other });
    await core.close();
    expect(codeOf(await school.call('createFile', { ...newFile, path: other }))).toBe('file-exists');
    expect((await school.must('getStatus', {})).file?.path).toBe(school.path);
  });

  it('is backed up when it is closed after a change, and not otherwise', async () => {
    const school = await coreAt('imported');
    await school.must('closeFile', {});
    expect(existsSync(`${school.path}.backups`)).toBe(false);
    await school.must('openFile', { path: school.path });
    await school.must('saveGroup', { id: null, name: 'Tổ Thể chất' });
    await school.must('closeFile', {});
    await school.must('openFile', { path: school.path });
    const { backups } = await school.must('listBackups', {});
    expect(backups.map(({ reason }) => reason)).toEqual(['close']);
    await school.must('saveGroup', { id: null, name: 'Tổ Nghệ thuật' });
    // Back to the state of the last close.
    await restoreAsChair(school, { path: backups[0]?.path ?? '', target: school.path });
    const names = (await school.must('listGroups', {})).map(({ name }) => name);
    expect(names).toContain('Tổ Thể chất');
    expect(names).not.toContain('Tổ Nghệ thuật');
  });

  it('of the sample opens filled, keeps what was tried, and starts anew when asked', async () => {
    const { core } = startCore(temporaryFolder());
    const must = insist(createCaller(core));
    await must('openSample', {});
    expect((await must('getStatus', {})).file?.kind).toBe('sample');
    expect(await must('listPeople', {})).toHaveLength(42);
    expect((await must('getMeeting', {})).quorum).toMatchObject({ total: 9, present: 8, met: true });
    await must('saveGroup', { id: null, name: 'Tổ Thử' });
    await must('openSample', {});
    expect((await must('listGroups', {})).map(({ name }) => name)).toContain('Tổ Thử');
    await must('openSample', { fresh: true });
    expect((await must('listGroups', {})).map(({ name }) => name)).not.toContain('Tổ Thử');
    await core.close();
  });
});
