import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { voteByHands } from '../../electron/core/season/council.ts';
import { makeWorkbook } from '../support/messy-workbook.ts';
import { codeOf, coreAt, fileAt, sampleMeeting, type Must } from '../support/school.ts';

const registeredOn = '2025-10-10';
const titleId = 'GK_HT_HS';
const list = [
  'Họ và tên\tLớp\tMã học sinh\tThành tích',
  'Nguyễn Minh Anh\t6A\tHS01\tGiải Nhất hội thi kể chuyện cấp trường',
  'Trần Gia Bảo\t10B\t\tGiải Nhì hội khỏe Phù Đổng cấp trường',
  'Tập thể lớp\t6A\t\tNhất phong trào thi đua học kỳ I',
].join('\n');

async function pupilRows(must: Must) {
  return (await must('listCases', {})).filter(({ pupilId }) => pupilId !== null);
}

describe('pupils', () => {
  it('are put forward by a pasted list, class by class after people and tổ, and again with no effect', async () => {
    const { must } = await coreAt('imported');
    const before = await must('listCases', {});
    const input = { titleId, registeredOn, text: list, wayId: 'R4' };
    expect(await must('registerPupils', input)).toEqual({ added: 3, changed: 0, same: 0 });
    expect(await must('registerPupils', input)).toEqual({ added: 0, changed: 0, same: 3 });
    const rows = await must('listCases', {});
    expect(rows.slice(0, before.length)).toEqual(before);
    expect(
      rows
        .slice(before.length)
        .map(({ name, groupName, position, code }) => [name, groupName, position, code]),
    ).toEqual([
      ['Tập thể lớp 6A', 'Lớp 6A', 'Tập thể lớp', ''],
      ['Nguyễn Minh Anh', 'Lớp 6A', 'Học sinh', 'HS01'],
      ['Trần Gia Bảo', 'Lớp 10B', 'Học sinh', ''],
    ]);
    const next = list.replace('Giải Nhì', 'Giải Ba');
    expect(await must('registerPupils', { ...input, text: next })).toEqual({ added: 0, changed: 1, same: 2 });
  });

  it('are written wholly or not at all, each wrong line told', async () => {
    const { must, call, audit } = await coreAt('imported');
    await must('registerPupils', { titleId, registeredOn, text: 'Lê An\t6A\tHS1' });
    const trail = audit().length;
    const result = await call('registerPupils', {
      titleId,
      registeredOn,
      text: 'Lê Bình\t6A\tHS2\tGiải Ba\nLê Chi\t\nLê Dung\t6B\tHS1\tGiải Ba\nLê Én\t6B',
      wayId: 'R4',
    });
    expect(result).toEqual({
      ok: false,
      error: {
        code: 'pupil-lines',
        problems: [
          { line: 2, problem: 'no-class' },
          { line: 3, problem: 'other-pupil' },
          { line: 4, problem: 'no-achievement' },
        ],
      },
    });
    expect((await pupilRows(must)).map(({ name }) => name)).toEqual(['Lê An']);
    expect(audit()).toHaveLength(trail);
    expect(codeOf(await call('registerPupils', { titleId, registeredOn, text: ' \n' }))).toBe('pupil-lines');
    expect(codeOf(await call('registerPupils', { titleId: 'LDTT', registeredOn, text: 'Lê An\t6A' }))).toBe(
      'unknown-title',
    );
    expect(
      codeOf(await call('registerPupils', { titleId, registeredOn, text: 'Lê An\t6A', wayId: 'R9' })),
    ).toBe('not-found');
  });

  it('take titles of pupils only, and nobody else takes these', async () => {
    const { must, call, person } = await coreAt('imported');
    await must('registerPupils', { titleId, registeredOn, text: 'Lê An\t6A' });
    const [row] = await pupilRows(must);
    const pupilId = row?.pupilId ?? '';
    const { id: personId } = await person('3100700042');
    const none = { personId: null, groupId: null, registeredOn };
    expect(codeOf(await call('registerCase', { ...none, pupilId, titleId: 'LDTT' }))).toBe('unknown-title');
    expect(codeOf(await call('registerCase', { ...none, pupilId, titleId: 'GK_HT' }))).toBe('unknown-title');
    expect(codeOf(await call('registerCase', { ...none, personId, titleId }))).toBe('unknown-title');
    expect(codeOf(await call('registerCase', { ...none, personId, pupilId, titleId }))).toBe('not-found');
    expect(codeOf(await call('registerCase', { ...none, pupilId, titleId }))).toBe('already-registered');
    await must('withdrawCase', { id: row?.id ?? '', reason: 'Gia đình xin rút' });
    expect(codeOf(await call('registerPupils', { titleId, registeredOn, text: 'Lê An\t6A' }))).toBe(
      'pupil-lines',
    );
    expect(await must('registerCase', { ...none, pupilId, titleId })).toEqual({ id: row?.id });
  });

  it('are corrected, and taken off the list only before the lock and the council', async () => {
    const { must, call } = await coreAt('imported');
    await must('registerPupils', { titleId, registeredOn, text: list, wayId: 'R4' });
    await must('checkCases', {});
    const [first, second] = await pupilRows(must);
    const [classId, pupilId] = [first?.pupilId ?? '', second?.pupilId ?? ''];
    await must('savePupil', { id: classId, name: 'bỏ qua', className: 'lớp 7c', code: '' });
    await must('savePupil', { id: pupilId, name: 'Nguyễn Minh Ánh', className: '6A', code: 'HS01' });
    expect((await pupilRows(must)).map(({ name, groupName }) => [name, groupName])).toEqual([
      ['Nguyễn Minh Ánh', 'Lớp 6A'],
      ['Tập thể lớp 7C', 'Lớp 7C'],
      ['Trần Gia Bảo', 'Lớp 10B'],
    ]);
    const third = (await pupilRows(must)).find(({ name }) => name === 'Trần Gia Bảo')?.pupilId ?? '';
    const taken = { id: third, name: 'Trần Gia Bảo', className: '10B', code: 'HS01' };
    expect(codeOf(await call('savePupil', taken))).toBe('duplicate-code');
    await must('removePupil', { id: pupilId, reason: 'Ghi nhầm người' });
    expect((await pupilRows(must)).map(({ name }) => name)).toEqual(['Tập thể lớp 7C', 'Trần Gia Bảo']);
    await must('saveCaseNote', { caseId: first?.id ?? '', discussion: 'Lớp tiến bộ rõ rệt', dissent: '' });
    expect(codeOf(await call('removePupil', { id: classId, reason: 'Ghi nhầm lớp' }))).toBe('in-use');
    await must('lockRegistration', { reason: 'Hết hạn đăng ký' });
    expect(codeOf(await call('removePupil', { id: third, reason: 'Ghi nhầm' }))).toBe('registration-locked');
    expect(codeOf(await call('registerPupils', { titleId, registeredOn, text: 'Lê An\t6A' }))).toBe(
      'registration-locked',
    );
  });

  it('never stand among the staff: lists of who is missing, counts, ceilings, suggestions', async () => {
    const { must } = await coreAt('checked');
    async function staff() {
      const { steps, groups } = await must('getOverview', {});
      return {
        missing: await must('listUnregistered', {}),
        people: await must('listPeople', {}),
        ceilings: await must('listCeilings', {}),
        caps: await must('listTitleCaps', {}),
        suggestions: (await must('listSuggestions', {})).length,
        sheet: (await must('getEvaluations', {})).rows.length,
        steps: steps.filter(({ id }) => id === 'people' || id === 'registration' || id === 'evaluation'),
        groups,
      };
    }
    const before = await staff();
    await must('registerPupils', { titleId, registeredOn, text: list, wayId: 'R4' });
    await must('checkCases', {});
    expect(await staff()).toEqual(before);
  });

  it('go the whole way: checked, voted by hands, concluded, on their own papers, n in = n out', async () => {
    const { must, call } = await coreAt('checked');
    await must('registerPupils', {
      titleId,
      registeredOn,
      text: list,
      wayId: 'R4',
      conductGrounds: 'Bảng kết quả rèn luyện năm học',
    });
    await must('registerPupils', { titleId, registeredOn, text: 'Lê Văn Chưa\t7A' });
    await must('checkCases', {});
    const rows = await pupilRows(must);
    expect(rows.map(({ name, eligibility }) => [name, eligibility])).toEqual([
      ['Tập thể lớp 6A', 'yes'],
      ['Nguyễn Minh Anh', 'yes'],
      ['Lê Văn Chưa', 'needs-person'],
      ['Trần Gia Bảo', 'yes'],
    ]);
    const chua = rows.find(({ name }) => name === 'Lê Văn Chưa');
    const reason = 'Dũng cảm cứu bạn đuối nước';
    await must('saveAchievement', { caseId: chua?.id ?? '', achievement: reason });
    expect(await must('listStaleCases', {})).toContain(chua?.id);
    await must('judgeCondition', { caseId: chua?.id ?? '', ruleId: 'R3', answer: 'pass', reason });
    await must('judgeCondition', { caseId: chua?.id ?? '', ruleId: 'conduct', answer: 'pass', reason });
    const { conditions, routes, eligibility } = await must('getCase', { id: chua?.id ?? '' });
    expect([eligibility, conditions.map(({ state }) => state), routes.length]).toEqual([
      'yes',
      ['passed', 'passed'],
      4,
    ]);
    const trial = await must('tryCase', {
      caseId: chua?.id ?? '',
      changes: [{ kind: 'judgement', ruleId: 'R3', answer: 'fail' }],
    });
    expect(trial.then.eligibility).not.toBe('yes');

    await voteByHands({ call, ...sampleMeeting() });
    // Where the tổ must agree first, a pupil has none to wait for.
    await must('saveRegulation', {
      document: { name: 'Quy chế', number: '15/QC', date: '2025-09-10' },
      settings: ['used', 'required'].map((part) => ({
        id: `body:GROUP:${part}`,
        value: { kind: 'switch' as const, on: true },
        article: '',
        otherDocument: '',
      })),
      reason: 'Hội nghị viên chức thông qua',
    });
    const votes = (await pupilRows(must)).map(({ id }) => ({
      caseId: id,
      agree: 8,
      disagree: 0,
      abstain: 0,
    }));
    await must('saveHands', { votes });
    await must('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
    expect(new Set((await pupilRows(must)).map(({ outcome }) => outcome))).toEqual(new Set(['proposed']));
    const { funnel } = await must('getOverview', {});
    expect(funnel.find((line) => line.titleId === titleId)).toMatchObject({
      registered: 4,
      proposed: 4,
      open: 0,
      balanced: true,
    });
    const papers = await must('listPapers', {});
    for (const id of [
      `reward-decision:${titleId}`,
      `nomination-list:${titleId}`,
      'registration-list',
      'appraisal-summary',
      'meeting-minutes',
    ])
      expect(['ready', 'draft']).toContain(papers.find((paper) => paper.id === id)?.state);
    expect(papers.find(({ id }) => id === `reward-decision:${titleId}`)).toMatchObject({
      state: 'ready',
      inPackage: true,
    });
    // LĐTT is decided above, and goes there without the pupils.
    expect(papers.some(({ id }) => id === 'reward-decision:LDTT')).toBe(false);
  });

  it('are not read from the lists of the staff', async () => {
    const { call, must } = await coreAt('imported');
    const { fileName, bytes } = await makeWorkbook({
      fileName: 'dang-ky.xlsx',
      sheets: [
        {
          name: 'Đăng ký',
          rows: [
            ['TT', 'Họ và tên', 'Hình thức khen thưởng'],
            [1, 'Nguyễn Minh Đạt', 'Giấy khen học sinh'],
          ],
        },
      ],
    });
    const input = { kind: 'registrations', fileName, bytes: Buffer.from(bytes).toString('base64') } as const;
    expect((await must('previewImport', input)).problems.map(({ code }) => code)).toEqual([
      'only-for-pupils',
    ]);
    expect((await call('runImport', input)).ok).toBe(true);
    expect((await must('listCases', {})).filter((row) => row.titleId === titleId)).toEqual([]);
  });

  it('are kept apart by the data file itself', async () => {
    const { path } = await fileAt('imported');
    const database = new Sqlite(path);
    database.pragma('foreign_keys = ON');
    database.exec(
      `insert into pupil values ('h', (select id from season), 'PUPIL', 'Lê An', 'le an', '6A', null)`,
    );
    function put(columns: string, values: string, title: string) {
      return () =>
        database.exec(`insert into award_case (id, season_id, ${columns}, title_id, late, state, outcome_reason, put_forward_at, achievement)
          values ('c', (select id from season), ${values}, '${title}', 0, 'REGISTERED', '', '2025-10-10', '')`);
    }
    const person = '(select id from person limit 1)';
    expect(put('pupil_id', "'h'", 'LDTT')).toThrow('for pupils');
    expect(put('person_id', person, titleId)).toThrow('for pupils');
    expect(put('person_id, pupil_id', `${person}, 'h'`, titleId)).toThrow('CHECK');
    put('pupil_id', "'h'", titleId)();
    expect(() => database.exec(`update award_case set title_id = 'LDTT' where id = 'c'`)).toThrow(
      'for pupils',
    );
    expect(() =>
      database.exec(
        `insert into pupil values ('g', (select id from season), 'PUPIL', 'Lê An', 'le an', '6A', null)`,
      ),
    ).toThrow('UNIQUE');
    expect(() =>
      database.exec(
        `insert into pupil values ('g', (select id from season), 'CLASS', 'Lớp', 'lop', '6B', 'HS1')`,
      ),
    ).toThrow('CHECK');
    database.close();
  });
});
