import { describe, expect, it } from 'vitest';
import { convene, propose } from '../support/bodies.ts';
import { codeOf, coreAt, type TestCore } from '../support/school.ts';

const body = { kind: 'INITIATIVE' } as const;
const name = 'Dạy học số môn Toán';

/** Two initiatives before an open council, the first with two authors. */
async function beginWith(school: TestCore) {
  const [one, two, three] = await school.must('listPeople', {});
  const ids = [one?.id ?? '', two?.id ?? '', three?.id ?? ''] as const;
  await propose(school, { personId: ids[0], share: 60, name });
  await propose(school, { personId: ids[1], share: 40, name });
  await propose(school, { personId: ids[2], share: 100, name: 'Thư viện mở' });
  const view = await convene(school, body);
  return { ids, total: view.council?.members.length ?? 0, view };
}

async function initiativesOf({ must }: TestCore, personId: string) {
  const { initiatives } = await must('getPerson', { id: personId });
  return initiatives.filter(({ schoolYear }) => schoolYear === '2025-2026');
}

describe('the initiative council', () => {
  it('sees the initiatives that wait for a decision, one for all its authors', async () => {
    const school = await coreAt('imported');
    const { view, total } = await beginWith(school);
    expect(view.initiatives.map((one) => [one.name, one.authors.map(({ share }) => share)])).toEqual([
      [name, [60, 40]],
      ['Thư viện mở', [100]],
    ]);
    expect(view.decidedInitiatives).toBeGreaterThan(0);
    expect(view.initiatives[0]).toMatchObject({ base: total, needed: Math.ceil((2 * total) / 3) });
    expect(view.council?.members.find(({ role }) => role === 'CHAIR')?.position).toBe('Hiệu trưởng');
    const [row] = (await school.must('listBodies', {})).filter((one) => one.body.kind === 'INITIATIVE');
    expect(row).toMatchObject({ cases: 2, voted: 0, state: 'open' });
  });

  it('writes what it decided into the record of each author, and takes it back whole', async () => {
    const school = await coreAt('imported');
    const { ids, view, total } = await beginWith(school);
    const [shared, single] = view.initiatives;
    await school.must('saveInitiativeVotes', {
      votes: [
        { initiativeId: shared?.initiativeId ?? '', agree: total, disagree: 0, abstain: 0 },
        { initiativeId: single?.initiativeId ?? '', agree: 1, disagree: total - 1, abstain: 0 },
      ],
    });
    const decision = { number: '46/QĐ-THCSHP', date: '2026-05-20' };
    expect(codeOf(await school.call('recordRecognition', { decision }))).toBe('wrong-state');
    expect(await school.must('concludeMeeting', { body, undealtBecause: 'Hết giờ họp' })).toMatchObject({
      proposed: 1,
      rejected: 1,
    });
    expect(await school.must('recordRecognition', { decision })).toEqual({ recognised: 2 });
    for (const id of ids.slice(0, 2)) {
      expect((await initiativesOf(school, id)).find((one) => one.name === name)).toMatchObject({
        scope: 'BASE',
        decisionNumber: '46/QĐ-THCSHP ngày 20/05/2026',
      });
    }
    expect((await initiativesOf(school, ids[2])).find((one) => one.name === 'Thư viện mở')).toMatchObject({
      scope: 'NOT_RECOGNISED',
      decisionNumber: '',
    });
    // Nothing of it can be changed under the decision.
    const chair = await school.as('chair');
    expect(codeOf(await chair.call('reopenMeeting', { body, reason: 'Xét lại' }))).toBe('wrong-state');
    const record = (await initiativesOf(school, ids[0])).find((one) => one.name === name);
    expect(
      codeOf(
        await school.call('removeFact', { kind: 'initiative', id: record?.id ?? '', reason: 'Ghi nhầm' }),
      ),
    ).toBe('in-use');
    await school.must('recordRecognition', { decision: null });
    expect((await initiativesOf(school, ids[2])).find((one) => one.name === 'Thư viện mở')).toMatchObject({
      scope: 'BASE',
      decisionNumber: '',
    });
    await chair.must('reopenMeeting', { body, reason: 'Xét lại' });
    expect((await school.must('getMeeting', { body })).initiatives).toHaveLength(2);
  });

  it('is read by the appraisal as a fact', async () => {
    const school = await coreAt('imported');
    const cases = (await school.must('listCases', {})).filter(({ titleId }) => titleId === 'CSTDCS');
    await school.must('checkCases', {});
    const without = (await school.must('listCases', {})).find(
      (row) =>
        cases.some(({ id }) => id === row.id) &&
        row.eligibility === 'no' &&
        row.summary.toLocaleLowerCase('vi').includes('sáng kiến'),
    );
    const personId = without?.personId ?? '';
    await propose(school, { personId, share: 100, name: 'Bài giảng mở' });
    const { total, view } = await beginWith(school);
    await school.must('saveInitiativeVotes', {
      votes: view.initiatives.map(({ initiativeId }) => ({
        initiativeId,
        agree: total,
        disagree: 0,
        abstain: 0,
      })),
    });
    await school.must('concludeMeeting', { body, undealtBecause: 'Hết giờ họp' });
    await school.must('recordRecognition', { decision: { number: '46/QĐ-THCSHP', date: '2026-05-20' } });
    expect(await school.must('listStaleCases', {})).toContain(without?.id);
    await school.must('checkCases', { caseIds: [without?.id ?? ''] });
    const detail = await school.must('getCase', { id: without?.id ?? '' });
    const facts = detail.conditions.map(({ fact }) => fact).join(' ');
    expect(facts).toContain('46/QĐ-THCSHP ngày 20/05/2026');
  });

  it('keeps its numbers within those who may vote, in words and in the data file', async () => {
    const school = await coreAt('imported');
    const { total, view } = await beginWith(school);
    const initiativeId = view.initiatives[0]?.initiativeId ?? '';
    const vote = { initiativeId, agree: total, disagree: 1, abstain: null };
    expect(codeOf(await school.call('saveInitiativeVotes', { votes: [vote] }))).toBe('more-than-base');
    expect(
      codeOf(await school.call('saveInitiativeVotes', { votes: [{ ...vote, initiativeId: 'không có' }] })),
    ).toBe('not-found');
    await school.must('saveInitiativeVotes', { votes: [{ ...vote, disagree: null }] });
    const members = (view.council?.members ?? []).map(({ personId, role }) => ({ personId, role }));
    expect(
      codeOf(
        await school.call('saveCouncil', {
          body,
          decisionNumber: '',
          decisionDate: null,
          members: members.slice(1),
        }),
      ),
    ).toBe('council-in-use');
    const { settings } = await school.must('getRegulation', {});
    expect(settings.filter(({ locked }) => locked !== null).map(({ id }) => id)).toEqual([
      'body:INITIATIVE:quorum',
      'body:INITIATIVE:vote',
    ]);
    await school.must('saveInitiativeVotes', { votes: [{ ...vote, agree: null, disagree: null }] });
    expect((await school.must('getMeeting', { body })).initiatives[0]?.agree).toBeNull();
  });

  it('has minutes with its initiatives, and votes by hands only', async () => {
    const school = await coreAt('imported');
    const { total, view } = await beginWith(school);
    await school.must('saveInitiativeVotes', {
      votes: view.initiatives.map(({ initiativeId }) => ({
        initiativeId,
        agree: total - 1,
        disagree: 1,
        abstain: 0,
      })),
    });
    await school.must('concludeMeeting', { body, undealtBecause: 'Hết giờ họp' });
    const papers = (await school.must('listPapers', {})).filter(({ title }) =>
      title.endsWith('Hội đồng sáng kiến'),
    );
    expect(papers.map(({ title, state }) => [title, state])).toEqual([
      ['Quyết định thành lập, Hội đồng sáng kiến', 'draft'],
      ['Biên bản họp, Hội đồng sáng kiến', 'ready'],
      ['Giấy mời họp, Hội đồng sáng kiến', 'ready'],
    ]);
    for (const { id } of papers) await school.must('renderPaper', { paperId: id, format: 'docx' });
    const { document, settings } = await school.must('getRegulation', {});
    const vote = settings.find(({ id }) => id === 'body:INITIATIVE:vote');
    expect(vote?.voteKinds).toEqual(['SHOW_OF_HANDS']);
    const value = {
      kind: 'vote',
      vote: { kind: 'SECRET_BALLOT', percent: 70, strict: false, base: 'TOTAL' },
    } as const;
    const other = await coreAt('imported');
    expect(
      codeOf(
        await other.call('saveRegulation', {
          document: { ...document, number: '15/QC', date: '2025-09-10' },
          settings: [{ id: 'body:INITIATIVE:vote', value, article: '', otherDocument: '' }],
          reason: 'Thử',
        }),
      ),
    ).toBe('invalid-input');
  });
});
