import { describe, expect, it } from 'vitest';
import type { Body } from '../../shared/domain/body.ts';
import type { RoundView } from '../../shared/views.ts';
import { convene, someGroup } from '../support/bodies.ts';
import { codeOf, coreAt, type Stage, type TestCore } from '../support/school.ts';

const staff: Body = { kind: 'STAFF' };

/** The sample school whose tổ and conference vote on paper. */
async function onPaper(stage: Stage): Promise<TestCore> {
  const school = await coreAt(stage);
  const { document } = await school.must('getRegulation', {});
  const vote = { kind: 'SECRET_BALLOT', percent: 70, strict: false, base: 'TOTAL' } as const;
  const settled = { article: 'Điều 9', otherDocument: '' };
  await school.must('saveRegulation', {
    document: { ...document, number: '15/QC-THCSHP', date: '2025-09-10' },
    settings: [
      { id: 'body:GROUP:vote', value: { kind: 'vote', vote }, ...settled },
      { id: 'body:STAFF:vote', value: { kind: 'vote', vote }, ...settled },
      { id: 'body:STAFF:used', value: { kind: 'switch', on: true }, ...settled },
    ],
    reason: 'Theo quy chế',
  });
  return school;
}

/** A round of LĐTT in the meeting of a body whose last member is absent, with its papers declared. */
async function openVote({ must }: TestCore, body: Body): Promise<RoundView> {
  const { council } = await must('getMeeting', { body });
  const present = (council?.members ?? []).filter((member) => member.present === true);
  await must('saveTellers', { body, memberIds: present.slice(0, 3).map(({ id }) => id) });
  const { id: roundId } = await must('openRound', { body, titleId: 'LDTT' });
  const issued = present.length;
  await must('savePrintRun', { roundId, printed: issued + 1, issued, leftOver: 1, destroyed: 1, spoiled: 0 });
  await must('declareReturned', { roundId, returned: issued, mode: 'ballots' });
  return must('getRound', { id: roundId });
}

describe('a secret ballot of a tổ', () => {
  it('is counted and sealed like that of the council, says its opinion and moves no case', async () => {
    const school = await onPaper('checked');
    const { must } = school;
    const { body, name } = await someGroup(school);
    await convene(school, body, { absent: 1 });
    const before = await must('listCases', {});
    const round = await openVote(school, body);
    const papers = round.returned ?? 0;
    const names = round.candidates.length;
    expect(round.base).toBe(papers + 1);
    expect(await must('listRounds', {})).toEqual([]);
    expect(await must('listCases', {})).toEqual(before);
    const paper = (marks: readonly ('AGREE' | 'DISAGREE')[]) => ({ invalidReason: null, marks: [...marks] });
    const agree = round.candidates.map(() => 'AGREE' as const);
    const against = round.candidates.map((_, index) => (index === 0 ? ('DISAGREE' as const) : 'AGREE'));
    await must('storeBallots', {
      roundId: round.id,
      ballots: Array.from({ length: papers }, (_, index) => paper(index < 4 ? against : agree)),
    });
    const { council } = await must('getMeeting', { body });
    const absent = council?.members.find((member) => member.present === false);
    await must('saveWrittenOpinion', {
      roundId: round.id,
      memberId: absent?.id ?? '',
      marks: round.candidates.map(({ caseId }) => ({ caseId, mark: 'AGREE' as const })),
    });
    // Nothing per name is shown before it is sealed, on no screen and on no wall.
    const open = await must('getRound', { id: round.id });
    expect(open.candidates.every(({ result }) => result === null)).toBe(true);
    const wall = await must('getProjection', { body, kind: 'result', roundId: round.id });
    expect(wall).toMatchObject({ body: name, shown: { rows: null } });
    expect((await must('listCases', {})).every(({ opinions }) => opinions.length === 0)).toBe(true);

    await must('sealRound', { roundId: round.id });
    const after = new Map((await must('listCases', {})).map((row) => [row.id, row]));
    const states = new Map(before.map((row) => [row.id, row.state]));
    for (const [index, { caseId }] of round.candidates.entries()) {
      const row = after.get(caseId);
      const votes = papers + 1 - (index === 0 ? 4 : 0);
      expect(row?.state).toBe(states.get(caseId));
      expect(row).toMatchObject({
        agree: null,
        outcome: null,
        opinions: [{ kind: 'GROUP', name, agree: votes, base: papers + 1 }],
      });
    }
    expect(codeOf(await school.call('storeBallots', { roundId: round.id, ballots: [paper(agree)] }))).toBe(
      'round-sealed',
    );
    const chair = await school.as('chair');
    await chair.must('reopenRound', { roundId: round.id, reason: 'Kiểm lại' });
    expect((await must('listCases', {})).every(({ opinions }) => opinions.length === 0)).toBe(true);
    await must('sealRound', { roundId: round.id });
    expect(await must('concludeMeeting', { body, undealtBecause: 'Hết giờ họp' })).toMatchObject({
      proposed: names - 1,
      rejected: 1,
    });
    const papersOf = (await must('listPapers', {})).filter(({ title }) => title.endsWith(name));
    expect(papersOf.filter(({ inPackage }) => inPackage).map(({ title }) => title)).toEqual([
      `Biên bản họp tổ, ${name}`,
      `Biên bản kiểm phiếu danh hiệu Lao động tiên tiến, ${name}`,
    ]);
    for (const { id, formats } of papersOf) {
      const [format = 'pdf'] = formats;
      await must('renderPaper', { paperId: id, format });
    }
  });

  it('joins no member and no mark, and tells no order of its papers', async () => {
    const school = await onPaper('checked');
    const { must } = school;
    const { body } = await someGroup(school);
    await convene(school, body);
    const round = await openVote(school, body);
    const papers = round.returned ?? 0;
    const typed = Array.from({ length: papers }, (_, paper) =>
      round.candidates.map((_, index) => (index === paper ? ('DISAGREE' as const) : ('AGREE' as const))),
    );
    await must('storeBallots', {
      roundId: round.id,
      ballots: typed.map((marks) => ({ invalidReason: null, marks })),
    });
    const rows = school.dump();
    const { council } = await must('getMeeting', { body });
    const who = (council?.members ?? []).flatMap(({ id, personId, fullName }) => [id, personId, fullName]);
    for (const table of ['ballot', 'ballot_mark', 'ballot_draft', 'adjudication']) {
      for (const row of rows[table] ?? []) expect(who.filter((name) => row.includes(name))).toEqual([]);
    }
    const trail = (rows['audit'] ?? []).filter((row) => row.includes('storeBallots'));
    expect(trail).toHaveLength(1);
    expect(trail[0]).not.toMatch(/AGREE|DISAGREE/);
    // The place of the one "disagree" tells which paper was typed when: it must not follow the ids.
    const stored = (rows['ballot'] ?? []).map((row) => (JSON.parse(row) as string[])[0] ?? '');
    const marks = (rows['ballot_mark'] ?? []).map((row) => JSON.parse(row) as [string, number, string]);
    const order = stored
      .toSorted()
      .map((id) => marks.find(([ballot, , mark]) => ballot === id && mark === 'DISAGREE')?.[1] ?? -1);
    expect(order).toHaveLength(papers);
    expect(order).not.toEqual(order.toSorted((a, b) => a - b));
  });

  it('lets the same title be voted by the council as if nothing had been', async () => {
    const school = await onPaper('checked');
    const { must } = school;
    const { body } = await someGroup(school);
    await convene(school, body);
    const round = await openVote(school, body);
    await must('openMeeting', { withoutQuorumBecause: null });
    const own = (await must('getMeeting', {})).hands.find(({ caseId }) =>
      round.candidates.some((one) => one.caseId === caseId),
    );
    const vote = { caseId: own?.caseId ?? '', agree: 5, disagree: null, abstain: null };
    await must('saveHands', { votes: [vote] });
    await must('removeRound', { id: round.id, reason: 'Lập nhầm' });
    const row = (await must('listCases', {})).find(({ id }) => id === own?.caseId);
    expect(row).toMatchObject({ state: 'VOTED', agree: 5, opinions: [] });
  });
});

describe('the conference of the staff', () => {
  it('deals only with the titles on its agenda, and keeps what it voted on there', async () => {
    const school = await onPaper('imported');
    const { must } = school;
    const view = await convene(school, staff);
    expect(view.cases).toEqual([]);
    expect(view.agenda.every(({ chosen }) => !chosen)).toBe(true);
    await must('saveAgenda', { body: staff, titleIds: ['LDTT'] });
    const chosen = await must('getMeeting', { body: staff });
    const cases = (await must('listCases', {})).filter(({ titleId }) => titleId === 'LDTT');
    expect(chosen.cases).toHaveLength(cases.length);
    expect(chosen.council?.members.length).toBeGreaterThan(30);
    const round = await openVote(school, staff);
    expect(codeOf(await school.call('saveAgenda', { body: staff, titleIds: [] }))).toBe('wrong-state');
    await must('removeRound', { id: round.id, reason: 'Lập nhầm' });
    await must('saveAgenda', { body: staff, titleIds: [] });
  });

  it('has minutes of its own, and its number beside that of the tổ', async () => {
    const school = await coreAt('imported');
    const { must } = school;
    const { document } = await must('getRegulation', {});
    await must('saveRegulation', {
      document: { ...document, number: '15/QC-THCSHP', date: '2025-09-10' },
      settings: [
        { id: 'body:STAFF:used', value: { kind: 'switch', on: true }, article: '', otherDocument: '' },
      ],
      reason: 'Theo quy chế',
    });
    const { body } = await someGroup(school);
    const group = await convene(school, body);
    const caseId = group.hands.find(({ titleId }) => titleId === 'LDTT')?.caseId ?? '';
    const vote = { caseId, agree: 6, disagree: 0, abstain: 0 };
    await must('saveHands', { body, votes: [vote] });
    await convene(school, staff);
    await must('saveAgenda', { body: staff, titleIds: ['LDTT'] });
    await must('saveHands', { body: staff, votes: [{ ...vote, agree: 30 }] });
    await must('concludeMeeting', { body: staff, undealtBecause: 'Hết giờ họp' });
    const row = (await must('listCases', {})).find(({ id }) => id === caseId);
    expect(row?.opinions.map(({ kind, agree }) => [kind, agree])).toEqual([
      ['GROUP', 6],
      ['STAFF', 30],
    ]);
    const papers = (await must('listPapers', {})).filter(({ title }) => title.endsWith('Hội nghị viên chức'));
    expect(papers.map(({ title, body: of }) => [title, of])).toEqual([
      ['Biên bản hội nghị, Hội nghị viên chức', staff],
      ['Giấy mời dự hội nghị, Hội nghị viên chức', staff],
    ]);
    for (const { id } of papers) await must('renderPaper', { paperId: id, format: 'pdf' });
  });
});
