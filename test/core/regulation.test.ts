import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/api.ts';
import { coreAt, type TestCore } from '../support/school.ts';

const document = {
  name: 'Quy chế thi đua, khen thưởng',
  number: '15/QC-THCSHP',
  date: '2025-09-10',
} as const;
const twoThirds = {
  kind: 'vote',
  vote: {
    kind: 'SHOW_OF_HANDS',
    percent: 66,
    strict: false,
    base: 'TOTAL',
    fraction: { numerator: 2, denominator: 3 },
  },
} as const;

type Settings = InputOf<'saveRegulation'>['settings'];

function settle(id: string, value: Settings[number]['value'], article = 'khoản 2 Điều 9'): Settings[number] {
  return { id, value, article, otherDocument: '' };
}

async function save(school: Pick<TestCore, 'must'>, ...settings: Settings) {
  return school.must('saveRegulation', { document, settings, reason: 'Hội nghị viên chức thông qua' });
}

/** The text of the minutes of the meeting as they are written into the file. */
function minutes(school: TestCore): Promise<string> {
  return paperText(school, 'meeting-minutes');
}

/** The text of a paper as it is written into its file. */
async function paperText({ must }: TestCore, paperId: string): Promise<string> {
  const { bytes } = await must('renderPaper', { paperId, format: 'docx' });
  const parts = unzipSync(Buffer.from(bytes, 'base64'));
  return strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ');
}

describe('the regulation of a school', () => {
  it('that asks 2/3 for LĐTT changes what every LĐTT vote needs, and nothing else', async () => {
    const school = await coreAt('checked');
    const before = (await school.must('getMeeting', {})).hands;
    await save(school, settle('vote:LDTT', twoThirds));
    const { hands, council, handsRule } = await school.must('getMeeting', {});
    const total = council?.members.length ?? 0;
    const needs = (rows: typeof hands, isLdtt: boolean) => [
      ...new Set(rows.filter(({ titleId }) => (titleId === 'LDTT') === isLdtt).map(({ needed }) => needed)),
    ];
    expect(needs(before, true)).toEqual([Math.floor(total / 2) + 1]);
    expect(needs(hands, true)).toEqual([Math.ceil((2 * total) / 3)]);
    expect(needs(hands, false)).toEqual(needs(before, false));
    expect(handsRule).toContain(
      'Lao động tiên tiến: Biểu quyết giơ tay, từ 2/3 tổng số thành viên Hội đồng đồng ý (khoản 2 Điều 9 Quy chế thi đua, khen thưởng số 15/QC-THCSHP ngày 10/09/2025)',
    );
  });

  it('is the one thing that a vote by hands, its result and the standards go by', async () => {
    const school = await coreAt('checked');
    await save(school, settle('vote:LDTT', twoThirds));
    await school.must('openMeeting', { withoutQuorumBecause: null });
    const row = await school.case('3100700004', 'LDTT').catch(() => null);
    const { hands } = await school.must('getMeeting', {});
    const one = hands.find(
      ({ titleId, eligibility, caseId }) =>
        titleId === 'LDTT' && eligibility === 'yes' && (row === null || caseId === row.id),
    );
    if (one === undefined) throw new Error('somebody is eligible for LĐTT');
    const vote = { caseId: one.caseId, disagree: 0, abstain: 0 };
    await school.must('saveHands', { votes: [{ ...vote, agree: one.needed - 1 }] });
    const after = (await school.must('getMeeting', {})).hands.find(({ caseId }) => caseId === one.caseId);
    expect(after).toMatchObject({ needed: one.needed, passed: false });
    const { standards } = await school.must('getSeason', {});
    expect(standards.find(({ titleId }) => titleId === 'LDTT')?.vote).toContain('từ 2/3');
  });

  it('may not change the rule of a vote that was taken', async () => {
    const school = await coreAt('sealed');
    for (const id of ['vote:LDTT', 'vote:CSTDCS', 'defaultVote', 'quorum']) {
      const value =
        id === 'quorum'
          ? ({ kind: 'quorum', quorum: { numerator: 3, denominator: 4, awardPercent: null } } as const)
          : twoThirds;
      const result = await school.call('saveRegulation', {
        document,
        settings: [settle(id, value)],
        reason: 'Sửa quy chế',
      });
      expect({ id, result }).toMatchObject({ id, result: { ok: false, error: { code: 'wrong-state' } } });
    }
    const { settings } = await school.must('getRegulation', {});
    expect(settings.filter(({ locked }) => locked !== null).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['quorum', 'defaultVote', 'vote:LDTT', 'vote:CSTDCS']),
    );
    expect(settings.find(({ id }) => id === 'vote:CO_TP')?.locked ?? null).toBeNull();
  });

  it('sets the quorum by which the meeting opens', async () => {
    const school = await coreAt('checked');
    const { quorum, council } = await school.must('getMeeting', {});
    const total = council?.members.length ?? 0;
    expect(quorum?.needed).toBe(Math.ceil((2 * total) / 3));
    await save(
      school,
      settle('quorum', {
        kind: 'quorum',
        quorum: { numerator: 1, denominator: 2, awardPercent: 100 },
      }),
    );
    const changed = (await school.must('getMeeting', {})).quorum;
    expect(changed?.needed).toBe(total);
    expect(changed?.rule).toContain('số 15/QC-THCSHP ngày 10/09/2025');
  });

  it('asks for a new check of the cases when a number of a condition changes, and only then', async () => {
    const school = await coreAt('checked');
    const { id } = await school.case('3100700004', 'LDTT').catch(() => school.case('3100700004', 'CSTDCS'));
    const changed = async () => (await school.must('getCase', { id })).factsChanged;
    expect(await changed()).toBe(false);
    await save(school, settle('vote:LDTT', twoThirds));
    expect(await changed()).toBe(false);
    await save(school, settle('newStaffMonths', { kind: 'number', number: 10 }));
    expect(await changed()).toBe(true);
    expect(await school.must('listStaleCases', {})).toContain(id);
    await school.must('checkCases', {});
    expect(await school.must('listStaleCases', {})).toEqual([]);
    expect(await changed()).toBe(false);
    await save(school, settle('newStaffMonths', null));
    expect(await changed()).toBe(true);
  });

  it('decides a case: a recruit of the year passes by six months and fails by twelve', async () => {
    const school = await coreAt('checked');
    const { id: personId, ...rest } = await school.person('3100700004');
    await school.must('savePerson', {
      id: personId,
      code: rest.code,
      fullName: rest.fullName,
      birthDate: rest.birthDate,
      sex: rest.sex,
      position: rest.position,
      duty: rest.duty,
      degree: rest.degree,
      joinedOn: '2025-10-01',
      partyMember: rest.partyMember,
      groupId: null,
    });
    const t1 = async () => {
      await school.must('checkCases', {});
      const row = (await school.must('listCases', {})).find((one) => one.personId === personId);
      const { conditions } = await school.must('getCase', { id: row?.id ?? '' });
      return conditions.find(({ ruleId }) => ruleId === 'T1')?.state;
    };
    expect(await t1()).toBe('passed');
    await save(school, settle('newStaffMonths', { kind: 'number', number: 12 }));
    expect(await t1()).toBe('failed');
  });

  it('gives papers a source to cite, and the default gives none', async () => {
    const school = await coreAt('checked');
    const before = await minutes(school);
    expect(before).toContain('Lao động tiên tiến: biểu quyết giơ tay, trên 50 %');
    expect(before).not.toContain('15/QC-THCSHP');
    await save(school, settle('vote:LDTT', twoThirds));
    expect(await minutes(school)).toContain(
      'Lao động tiên tiến: biểu quyết giơ tay, từ 2/3 tổng số thành viên Hội đồng đồng ý (khoản 2 Điều 9 Quy chế thi đua, khen thưởng số 15/QC-THCSHP ngày 10/09/2025).',
    );
  });

  it('replaces nothing without its number and date, unless another document is named', async () => {
    const school = await coreAt('empty');
    const nameless = { ...document, number: '' };
    const number = settle('newStaffMonths', { kind: 'number', number: 10 });
    const before = school.dump();
    expect(
      await school.call('saveRegulation', { document: nameless, settings: [number], reason: 'Thử' }),
    ).toMatchObject({ ok: false, error: { code: 'regulation-not-named' } });
    expect(school.dump()).toEqual(before);
    const city = { ...number, otherDocument: 'Quyết định số 12/2026/QĐ-UBND' };
    const { settings } = await school.must('saveRegulation', {
      document: nameless,
      settings: [city],
      reason: 'Theo thành phố',
    });
    expect(settings.find(({ id }) => id === 'newStaffMonths')?.settled?.source).toBe(
      'khoản 2 Điều 9 Quyết định số 12/2026/QĐ-UBND',
    );
  });

  it('refuses values that a setting can not hold', async () => {
    const school = await coreAt('empty');
    const bad: Settings = [
      settle('newStaffMonths', { kind: 'switch', on: true }),
      settle('newStaffMonths', { kind: 'number', number: 25 }),
      settle('quorum', {
        kind: 'quorum',
        quorum: { numerator: 4, denominator: 3, awardPercent: null },
      }),
      settle('vote:LDTT', {
        kind: 'vote',
        vote: { kind: 'SECRET_BALLOT', percent: 100, strict: true, base: 'TOTAL' },
      }),
    ];
    for (const setting of bad) {
      expect(
        await school.call('saveRegulation', { document, settings: [setting], reason: 'Thử' }),
      ).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    }
  });

  it('tells a share under the one that law asks for', async () => {
    const school = await coreAt('empty');
    const { settings } = await save(
      school,
      settle('vote:CSTDCS', {
        kind: 'vote',
        vote: { kind: 'SECRET_BALLOT', percent: 70, strict: false, base: 'TOTAL' },
      }),
      settle('vote:LDTT', twoThirds),
    );
    const below = settings.filter(({ settled }) => settled?.belowLeast === true).map(({ id }) => id);
    expect(below).toEqual(['vote:CSTDCS']);
  });

  it('says whether a tổ is looked at for collective titles: its cases fail then, the school stays', async () => {
    const school = await coreAt('checked');
    const cases = async () =>
      (await school.must('listCases', {})).filter(({ titleId }) => titleId.startsWith('TTLD'));
    const verdicts = (await cases()).map(({ eligibility }) => eligibility);
    const whole = (await school.must('listCollectives', {})).at(-1);
    await school.must('registerCase', {
      personId: null,
      groupId: whole?.id ?? '',
      titleId: 'TTLDXS',
      registeredOn: '2025-10-10',
    });
    await save(school, settle('groupsMayReceive', { kind: 'switch', on: false }));
    expect((await school.must('listStaleCases', {})).length).toBeGreaterThan(0);
    await school.must('checkCases', {});
    for (const row of await cases())
      expect([row.name, row.failed.includes('whole-school')]).toEqual([row.name, row.groupId !== whole?.id]);
    const [group] = await cases();
    const { conditions } = await school.must('getCase', { id: group?.id ?? '' });
    expect(conditions.find(({ ruleId }) => ruleId === 'whole-school')).toMatchObject({
      state: 'failed',
      source: expect.stringContaining('Quy chế thi đua, khen thưởng số 15/QC-THCSHP') as string,
    });
    await school.must('saveRegulation', {
      document,
      settings: [{ id: 'groupsMayReceive', value: null, article: '', otherDocument: '' }],
      reason: 'Ghi nhầm',
    });
    await school.must('checkCases', {});
    expect(
      (await cases()).filter(({ groupId }) => groupId !== whole?.id).map(({ eligibility }) => eligibility),
    ).toEqual(verdicts);
  });

  it('goes into the papers: the rules of the city, voting for oneself, one series of numbers, days of publicity', async () => {
    const school = await coreAt('sealed');
    const city = 'Quyết định số 12/2026/QĐ-UBND ngày 15/01/2026 của Ủy ban nhân dân thành phố';
    const own = 'Thành viên không bỏ phiếu cho chính mình';
    await save(
      school,
      settle('cityRegulation', { kind: 'text', text: city }),
      settle('ownVote', { kind: 'text', text: own }),
      settle('ballotArticle', { kind: 'text', text: 'Điều 9 Nghị định số 152/2025/NĐ-CP' }),
      settle('councilOwnSeries', { kind: 'switch', on: false }),
      settle('publicityDays', { kind: 'number', number: 7 }),
      settle('chain:LDTT', { kind: 'choice', choice: 'SECTOR' }),
    );
    // What is settled later changes nothing of minutes that were concluded.
    await school.must('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
    const text = async (paperId: string) => paperText(school, paperId);
    expect(await text('submission:COMMUNE:TITLE')).toContain(city);
    const told = await text('meeting-minutes');
    expect(told).toContain(own);
    expect(told).toContain('(Điều 9 Nghị định số 152/2025/NĐ-CP)');
    await school.must('savePaperNumber', { paperId: 'meeting-minutes', number: '15', date: '2026-05-28' });
    const row = (await school.must('listPapers', {})).find(({ id }) => id === 'meeting-minutes');
    const { symbol } = await school.must('getSchool', {});
    expect(row?.number).toBe(`15/BB-${symbol}`);
    expect(await text('meeting-minutes')).toContain(`15/BB-${symbol}`);
    const [one] = await school.must('listCases', {});
    expect(await text(`result-notice:${one?.id ?? ''}`)).toContain('trong thời gian 07 ngày làm việc');
    const { settings } = await school.must('getRegulation', {});
    expect(settings.find(({ id }) => id === 'chain:LDTT')?.settled?.text).toContain('Cụm, khối thi đua');
  });
});
