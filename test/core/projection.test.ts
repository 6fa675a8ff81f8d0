import { describe, expect, it } from 'vitest';
import type { ProjectionRequest } from '../../shared/views.ts';
import { codeOf, coreAt, startCore, type TestCore } from '../support/school.ts';

/** Every field of an answer by its path, once. */
function fieldsOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((one: unknown) => fieldsOf(one, `${path}[]`)))];
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    fieldsOf(inner, path === '' ? key : `${path}.${key}`),
  );
}

async function requestsOf({ must }: TestCore): Promise<readonly ProjectionRequest[]> {
  const cases = await must('listCases', {});
  const rounds = await must('listRounds', {});
  return [
    { kind: 'waiting' },
    { kind: 'agenda' },
    ...cases.map(({ id }) => ({ kind: 'case', caseId: id }) as const),
    ...rounds.flatMap(({ id }) => [
      { kind: 'voting', roundId: id } as const,
      { kind: 'result', roundId: id } as const,
    ]),
  ];
}

describe('what the wall shows', () => {
  it('is these fields and no other', async () => {
    const school = await coreAt('concluded');
    const found = new Set<string>();
    for (const request of await requestsOf(school)) {
      for (const field of fieldsOf(await school.must('getProjection', request))) found.add(field);
    }
    const common = [
      ...['fileKind', 'school', 'schoolYear', 'body', 'shown.kind'],
      ...['date', 'from', 'place', 'state', 'present', 'total'].map((name) => `meeting.${name}`),
    ];
    const shown = [
      // The agenda: how many cases of which title, and how they are voted.
      ...['titles[].titleName', 'titles[].cases', 'titles[].vote'],
      // A case: who, for what, what the council weighs, and each condition in the way with its article.
      ...['name', 'position', 'groupName', 'titleName', 'eligibility', 'overruled'],
      ...['merits[].name', 'merits[].texts[]', 'openUnnamed', 'passed'],
      ...['state', 'sentence', 'citation', 'fact'].map((name) => `open[].${name}`),
      // A vote: the names and the number of papers, never a mark.
      ...['number', 'names[].name', 'names[].groupName', 'issued', 'returned'],
      // A sealed result.
      ...[
        'base',
        'demand',
        'rows[].name',
        'rows[].groupName',
        'rows[].agree',
        'rows[].percent',
        'rows[].passed',
      ],
    ].map((name) => `shown.${name}`);
    expect([...found].sort()).toEqual([...common, ...shown].sort());
  });

  it('has no birth date, no code, no word of discipline, absence or a matter under examination', async () => {
    const school = await coreAt('checked');
    const people = await school.must('listPeople', {});
    const facts: string[] = [];
    for (const { id } of await school.must('listCases', {})) {
      const { conditions } = await school.must('getCase', { id });
      for (const { fact, source } of conditions) {
        if (/kỷ luật|vụ việc|nghỉ|Danh sách cán bộ/u.test(source) && fact !== '') facts.push(fact);
      }
    }
    expect(facts.length).toBeGreaterThan(0);
    const seen: string[] = [];
    for (const request of await requestsOf(school)) {
      seen.push(JSON.stringify(await school.must('getProjection', request)));
    }
    const all = seen.join('\n');
    for (const { code, birthDate } of people) {
      if (code !== null) expect(all).not.toContain(`"${code}"`);
      if (birthDate !== null) expect(all).not.toContain(birthDate);
    }
    for (const fact of new Set(facts)) expect(all).not.toContain(JSON.stringify(fact));
  });

  it('tells the room what the council weighs, and of a discipline not even that there is one', async () => {
    const school = await coreAt('checked');
    const own = (await school.must('listCases', {})).find(
      ({ titleId, eligibility }) => titleId === 'LDTT' && eligibility === 'yes',
    );
    const { id: caseId = '', personId = '' } = own ?? {};
    const asked = async () => {
      const { shown } = await school.must('getProjection', { kind: 'case', caseId });
      if (shown.kind !== 'case') throw new Error(shown.kind);
      return shown;
    };
    const before = await asked();
    await school.must('saveDiscipline', {
      ...{ id: null, personId: personId ?? '', form: 'REPRIMAND', from: '2025-10-01', to: null },
      ...{ linkedToDuty: null, countedInYear: null },
    });
    await school.must('saveInitiative', {
      ...{
        id: null,
        personId: personId ?? '',
        schoolYear: '2025-2026',
        name: 'Nhật ký đọc',
        share: null,
        scope: 'BASE',
      },
      ...{ decisionNumber: '12/QĐ-UBND', effect: null, usedFor: [] },
    });
    await school.must('checkCases', { caseIds: [caseId] });
    const after = await asked();
    expect(after).toMatchObject({ eligibility: 'no', open: before.open });
    expect(after.openUnnamed).toBeGreaterThan(before.openUnnamed);
    expect(JSON.stringify(after)).not.toMatch(/kỷ luật|khiển trách/iu);
    const { merits } = await school.must('getCase', { id: caseId });
    expect(after.merits).toEqual(merits);
    expect(JSON.stringify(merits)).toContain('“Nhật ký đọc”: cấp cơ sở, Quyết định số 12/QĐ-UBND');
  });

  it('tells a result only after it is sealed, and of a count only the numbers that were declared', async () => {
    const school = await coreAt('counting');
    const roundId = (await school.must('listRounds', {}))[0]?.id ?? '';
    const open = await school.must('getProjection', { kind: 'result', roundId });
    expect(open.shown).toMatchObject({ kind: 'result', rows: null });
    const { candidates } = await school.must('getRound', { id: roundId });
    const marks = candidates.map(() => 'DISAGREE' as const);
    const before = await school.must('getProjection', { kind: 'voting', roundId });
    await school.must('storeBallots', { roundId, ballots: [{ invalidReason: null, marks }] });
    expect(await school.must('getProjection', { kind: 'voting', roundId })).toEqual(before);
    expect(await school.must('getProjection', { kind: 'result', roundId })).toEqual(open);
    const sealed = await coreAt('sealed');
    const id = (await sealed.must('listRounds', {}))[0]?.id ?? '';
    const { shown } = await sealed.must('getProjection', { kind: 'result', roundId: id });
    expect(shown.kind === 'result' && shown.rows?.length).toBe(candidates.length);
  });

  it('needs nobody signed in, but an open file and something that is there', async () => {
    const school = await coreAt('checked');
    const asked = await school.core.call({
      sessionId: null,
      method: 'getProjection',
      input: { kind: 'waiting' },
    });
    expect(asked).toMatchObject({ ok: true });
    const other = { kind: 'case', caseId: '0199aaaa-0000-7000-8000-000000000000' } as const;
    expect(codeOf(await school.call('getProjection', other))).toBe('not-found');
    const { core } = startCore('/không dùng');
    const closed = await core.call({ sessionId: null, method: 'getProjection', input: { kind: 'waiting' } });
    expect(closed).toMatchObject({ ok: false, error: { code: 'no-file-open' } });
  });
});
