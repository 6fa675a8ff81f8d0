import { describe, expect, it } from 'vitest';
import { convene, someGroup } from '../support/bodies.ts';
import { codeOf, coreAt } from '../support/school.ts';

const when = { date: '2026-05-20', from: '07:30', to: '09:00', place: 'Phòng bộ môn' };
const blank = { discussion: '', otherOpinions: '' };

describe('the meeting of a tổ', () => {
  it('has the people who are in the tổ on its day, the head presiding, and only their cases', async () => {
    const school = await coreAt('imported');
    const { body, name } = await someGroup(school);
    const people = (await school.must('listPeople', {})).filter(({ groupName }) => groupName === name);
    const [leaver, stayer] = people;
    const others = (await school.must('listGroups', {})).filter((group) => group.name !== name);
    await school.must('changeGroup', {
      personId: leaver?.id ?? '',
      groupId: others[0]?.id ?? '',
      from: '2026-05-25',
    });
    await school.must('saveMeeting', { body, ...when, ...blank });
    const before = await school.must('suggestMembers', { body });
    expect(before.map(({ personId }) => personId)).toContain(leaver?.id);
    expect(before.filter(({ role }) => role === 'CHAIR').length).toBeLessThan(2);
    await school.must('saveMeeting', { body, ...when, date: '2026-05-26', ...blank });
    const after = await school.must('suggestMembers', { body });
    expect(after.map(({ personId }) => personId)).not.toContain(leaver?.id);
    expect(after.map(({ personId }) => personId)).toContain(stayer?.id);
    const view = await school.must('getMeeting', { body });
    const rows = new Map((await school.must('listCases', {})).map((row) => [row.id, row]));
    expect(view.cases.length).toBeGreaterThan(0);
    for (const { caseId } of view.cases) {
      const row = rows.get(caseId);
      expect(row?.groupName === name && row.personId !== leaver?.id).toBe(true);
    }
    // The season's day is that of the council's meeting, whatever day a tổ meets.
    expect((await school.must('getSeason', {})).meetingOn).toBe('2026-05-28');
  });

  it('says its opinion of cases that nobody appraised, and moves none of them', async () => {
    const school = await coreAt('imported');
    const { body, name } = await someGroup(school);
    const view = await convene(school, body);
    const total = view.council?.members.length ?? 0;
    const [first, second, third] = view.hands;
    await school.must('saveHands', {
      body,
      votes: [
        { caseId: first?.caseId ?? '', agree: total, disagree: 0, abstain: 0 },
        { caseId: second?.caseId ?? '', agree: 1, disagree: total - 1, abstain: 0 },
      ],
    });
    const after = new Map((await school.must('listCases', {})).map((row) => [row.id, row]));
    expect(after.get(first?.caseId ?? '')).toMatchObject({
      state: after.get(third?.caseId ?? '')?.state,
      agree: null,
      outcome: null,
      opinions: [{ kind: 'GROUP', name, agree: total, base: total, passed: true }],
    });
    expect(after.get(second?.caseId ?? '')?.opinions).toMatchObject([
      { agree: 1, needed: Math.floor(total / 2) + 1, passed: false },
    ]);
    expect(after.get(third?.caseId ?? '')?.opinions).toEqual([]);
    const left = view.hands.length - 2;
    expect(await school.must('concludeMeeting', { body, undealtBecause: 'Hết giờ họp' })).toEqual({
      proposed: 1,
      rejected: 1,
      notEligible: 0,
      postponed: left,
    });
    expect(codeOf(await school.call('saveHands', { body, votes: [] }))).toBe('meeting-closed');
    const [told] = (await school.must('listBodies', {})).filter((row) => row.name === name);
    expect(told).toMatchObject({ state: 'closed', members: total, voted: 2, cases: view.hands.length });
    const chair = await school.as('chair');
    await chair.must('reopenMeeting', { body, reason: 'Ghi nhầm số' });
    expect((await school.must('getMeeting', { body })).versions).toMatchObject([{ reason: 'Ghi nhầm số' }]);
    const papers = await school.must('listPapers', {});
    expect(papers.filter(({ title }) => title.includes('bản trước khi mở lại'))).toMatchObject([
      { body, title: expect.stringMatching(/^Biên bản họp, bản trước khi mở lại ngày .*, Tổ/) as string },
    ]);
    expect(school.audit().filter((method) => method === 'saveHands')).toHaveLength(1);
  });

  it('has its own members, presence and notes beside those of the council', async () => {
    const school = await coreAt('checked');
    const { body } = await someGroup(school);
    const council = await school.must('getMeeting', {});
    const view = await convene(school, body);
    const caseId = view.cases[0]?.caseId ?? '';
    await school.must('saveCaseNote', { body, caseId, discussion: 'Tổ nhất trí', dissent: '' });
    expect((await school.must('getMeeting', { body })).cases[0]).toMatchObject({ discussion: 'Tổ nhất trí' });
    expect(await school.must('getMeeting', {})).toEqual(council);
    const stranger = council.council?.members.find(
      ({ personId }) => view.council?.members.every((member) => member.personId !== personId) === true,
    );
    expect(
      codeOf(
        await school.call('savePresence', {
          body,
          presence: [{ memberId: stranger?.id ?? '', present: true, reason: '' }],
        }),
      ),
    ).toBe('not-a-member');
    const foreign = (await school.must('listCases', {})).find(
      ({ id }) => !view.cases.some((one) => one.caseId === id),
    );
    const vote = { caseId: foreign?.id ?? '', agree: 1, disagree: null, abstain: null };
    expect(codeOf(await school.call('saveHands', { body, votes: [vote] }))).toBe('not-found');
  });

  it('keeps its members once it has voted, and leaves those of the council free', async () => {
    const school = await coreAt('checked');
    const { body } = await someGroup(school);
    const view = await convene(school, body);
    const vote = { caseId: view.hands[0]?.caseId ?? '', agree: 1, disagree: null, abstain: null };
    await school.must('saveHands', { body, votes: [vote] });
    const members = (view.council?.members ?? []).map(({ personId, role }) => ({ personId, role }));
    const given = { decisionNumber: '', decisionDate: null };
    expect(codeOf(await school.call('saveCouncil', { body, ...given, members: members.slice(1) }))).toBe(
      'council-in-use',
    );
    const { council } = await school.must('getMeeting', {});
    const seated = (council?.members ?? []).map(({ personId, role }) => ({ personId, role }));
    await school.must('saveCouncil', { ...given, members: seated.slice(0, -1) });
    const lock = (await school.must('getRegulation', {})).settings.filter(({ locked }) => locked !== null);
    expect(lock.map(({ id }) => id)).toEqual(['body:GROUP:quorum', 'body:GROUP:vote']);
  });

  it('takes no more hands than those who can have raised one, and no more in writing than are away', async () => {
    const school = await coreAt('imported');
    const { body } = await someGroup(school);
    const view = await convene(school, body, { absent: 2 });
    const members = view.council?.members ?? [];
    const total = members.length;
    const caseId = view.hands[0]?.caseId ?? '';
    const vote = (agree: number, written: number) =>
      school.call('saveHands', {
        body,
        votes: [{ caseId, agree, disagree: null, abstain: null, written }],
      });
    await school.must('saveRecusal', { body, caseId, memberId: members[0]?.id ?? '', reason: 'Người thân' });
    expect(await vote(total - 2, 0)).toMatchObject({
      error: { code: 'more-than-room', cast: total - 2, mayVote: total - 3 },
    });
    expect(await vote(total, 3)).toMatchObject({ error: { code: 'more-than-absent', mayWrite: 2 } });
    expect((await vote(total - 1, 2)).ok).toBe(true);
    const [row] = (await school.must('getMeeting', { body })).hands.filter((one) => one.caseId === caseId);
    expect(row).toMatchObject({ agree: total - 1, written: 2, mayVote: total - 3, base: total });
  });

  it('is asked before the council votes only where the regulation says so', async () => {
    const school = await coreAt('checked');
    const { body, name } = await someGroup(school);
    const regulation = await school.must('getRegulation', {});
    await school.must('saveRegulation', {
      document: { ...regulation.document, number: '15/QC-THCSHP', date: '2025-09-10' },
      settings: [
        {
          id: 'body:GROUP:required',
          value: { kind: 'switch', on: true },
          article: 'Khoản 2 Điều 9',
          otherDocument: '',
        },
      ],
      reason: 'Theo quy chế',
    });
    await school.must('openMeeting', { withoutQuorumBecause: null });
    const council = await school.must('getMeeting', {});
    const waiting = council.hands.filter(({ eligibility }) => eligibility === 'yes');
    const own = waiting.find((row) => row.groupName === name);
    expect(waiting.every(({ heldBecause }) => heldBecause?.includes('Họp tổ') === true)).toBe(true);
    const vote = { caseId: own?.caseId ?? '', agree: 5, disagree: null, abstain: null };
    expect(codeOf(await school.call('saveHands', { votes: [vote] }))).toBe('wrong-state');
    const [next] = await school.must('listNextRounds', {});
    expect(next?.candidates).toEqual([]);
    expect(next?.held.length).toBeGreaterThan(0);
    const view = await convene(school, body);
    const total = view.council?.members.length ?? 0;
    await school.must('saveHands', { body, votes: [{ ...vote, agree: total }] });
    await school.must('saveHands', { votes: [vote] });
  });

  it('is not held where the regulation says so, nor for a tổ that is not there', async () => {
    const school = await coreAt('imported');
    const staff = { kind: 'STAFF' } as const;
    expect(codeOf(await school.call('saveMeeting', { body: staff, ...when, ...blank }))).toBe(
      'body-not-used',
    );
    const unknown = { kind: 'GROUP', groupId: 'không có' } as const;
    expect(codeOf(await school.call('getMeeting', { body: unknown }))).toBe('not-found');
    expect(codeOf(await school.call('saveMeeting', { body: unknown, ...when, ...blank }))).toBe('not-found');
  });

  it('leaves papers of its own in the dossier, and its numbers in the list of nominations', async () => {
    const school = await coreAt('checked');
    const { body, name } = await someGroup(school);
    const view = await convene(school, body);
    const total = view.council?.members.length ?? 0;
    await school.must('saveHands', {
      body,
      votes: view.hands.map(({ caseId }) => ({ caseId, agree: total, disagree: 0, abstain: 0 })),
    });
    const papers = await school.must('listPapers', {});
    const own = papers.filter(({ title }) => title.endsWith(name));
    expect(own.map(({ title, inPackage, state }) => [title, inPackage, state])).toEqual([
      [`Biên bản họp tổ, ${name}`, true, 'draft'],
      [`Giấy mời họp tổ, ${name}`, false, 'ready'],
    ]);
    await school.must('concludeMeeting', { body, undealtBecause: 'Hết giờ họp' });
    for (const { id, formats } of own) {
      for (const format of formats) {
        const rendered = await school.must('renderPaper', { paperId: id, format });
        expect(rendered.bytes.length).toBeGreaterThan(1000);
      }
    }
    const names = papers.filter(({ state }) => state !== 'blocked').map(({ fileName }) => fileName);
    expect(new Set(names).size).toBe(names.length);
  });
});
