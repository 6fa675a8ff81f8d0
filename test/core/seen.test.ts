import { describe, expect, it } from 'vitest';
import { api, type InputOf, type MethodName } from '../../shared/api.ts';
import { isIsoDate } from '../../shared/dates.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { Role } from '../../shared/terms.ts';
import { errorSentence } from '../../shared/vi/errors.ts';
import { keptRecords, type CommandName } from '../../electron/core/kept-records.ts';
import { examples, type Example } from '../contract/examples.ts';
import { coreAt, type TestCore } from '../support/school.ts';
import { faultsOf } from '../support/sentences.ts';

// Two windows over one file: nobody writes over what they have not seen.

type Input = Readonly<Record<string, unknown>>;

/** A window: what it asks says what it saw. */
interface Window {
  send(
    method: MethodName,
    input: unknown,
    seen?: unknown,
    overwrite?: unknown,
  ): Promise<Result<unknown, AppError>>;
}

async function openWindow({ core, must }: TestCore, role: Role, name: string): Promise<Window> {
  const { sessionId } = await must('signIn', { role, name });
  return {
    send: (method, input, seen, overwrite) => core.call({ sessionId, method, input, seen, overwrite }),
  };
}

async function twoWindows(stage: 'empty' | 'imported') {
  const school = await coreAt(stage);
  const [first, second] = [
    await openWindow(school, 'secretary', 'Trần Thu Bình'),
    await openWindow(school, 'chair', 'Nguyễn Minh Đạt'),
  ];
  return { school, first, second };
}

function errorOf(result: Result<unknown, AppError>): AppError {
  if (result.ok) throw new Error('It was not refused');
  return result.error;
}

describe('scores that two windows give', () => {
  async function scored() {
    const { school, first, second } = await twoWindows('imported');
    const sheet = await school.must('getEvaluations', {});
    const [row] = sheet.rows;
    const [one, two] = sheet.criteria;
    if (row === undefined || one === undefined || two === undefined) throw new Error('Nobody is scored');
    const input = (criterionId: string, score: number | null) => ({
      scores: [{ personId: row.personId, criterionId, side: 'SELF', score }],
    });
    const own = async () => (await school.must('getEvaluations', {})).rows[0]?.self.slice(0, 2);
    const [a, b] = row.self;
    return { school, first, second, input, own, one: one.id, two: two.id, a: a ?? null, b: b ?? null, row };
  }

  it('are not written over unseen: who, when and which value is told, and nothing is changed', async () => {
    const { school, first, second, input, own, one, a, b, row } = await scored();
    school.setNow(new Date(2026, 4, 20, 14, 5));
    expect(await first.send('saveScores', input(one, 700), input(one, a))).toMatchObject({ ok: true });
    const refused = errorOf(await second.send('saveScores', input(one, 900), input(one, a)));
    const by = { name: 'Trần Thu Bình', role: 'secretary', at: '14:05' };
    expect(refused).toEqual({
      code: 'changed-meanwhile',
      changes: [{ row: [row.personId, one, 'SELF'], field: 'score', wanted: 900, now: 700, by }],
    });
    expect(errorSentence(refused)).toBe(
      'Chưa lưu, vì Trần Thu Bình (Thư ký Hội đồng) lúc 14:05 đã đổi ở cửa sổ khác (điểm: 7). Hãy chọn giữ giá trị đó hoặc ghi giá trị ở đây.',
    );
    expect(await own()).toEqual([700, b]);

    // Whoever was told of the value may write over it, and of no newer one.
    const told = refused.code === 'changed-meanwhile' ? refused.changes : [];
    expect(await first.send('saveScores', input(one, 800), input(one, 700))).toMatchObject({ ok: true });
    expect(errorOf(await second.send('saveScores', input(one, 900), input(one, a), told))).toMatchObject({
      changes: [{ now: 800 }],
    });
    const newer = [{ row: [row.personId, one, 'SELF'], field: 'score', now: 800 }];
    expect(await second.send('saveScores', input(one, 900), input(one, a), newer)).toMatchObject({
      ok: true,
    });
    expect(await own()).toEqual([900, b]);
  });

  it('go side by side where they are of different cells, and agree where they are the same', async () => {
    const { first, second, input, own, one, two, a, b } = await scored();
    await first.send('saveScores', input(one, 700), input(one, a));
    expect(await second.send('saveScores', input(two, 600), input(two, b))).toMatchObject({ ok: true });
    expect(await second.send('saveScores', input(one, 700), input(one, a))).toMatchObject({ ok: true });
    expect(await own()).toEqual([700, 600]);
  });
});

describe('a form that two windows fill in', () => {
  it('keeps what each of them changed, and refuses what both did', async () => {
    const { school, first, second } = await twoWindows('empty');
    const seen = await school.must('getSchool', {});
    await first.send('saveSchool', { ...seen, place: 'Hoa Ban' }, seen);
    expect(await second.send('saveSchool', { ...seen, symbol: 'THCSHB' }, seen)).toMatchObject({ ok: true });
    expect(await school.must('getSchool', {})).toMatchObject({ place: 'Hoa Ban', symbol: 'THCSHB' });

    const clerk = { ...seen.clerk, name: 'Lê Thị Lan' };
    await first.send('saveSchool', { ...seen, clerk }, seen);
    const other = { ...seen, clerk: { ...seen.clerk, name: 'Lê Thị Liên' }, place: 'Hoa Mai' };
    const refused = errorOf(await second.send('saveSchool', other, { ...seen, place: 'Hoa Ban' }));
    expect(refused).toMatchObject({
      changes: [{ field: 'name', wanted: 'Lê Thị Liên', now: 'Lê Thị Lan', by: { name: 'Trần Thu Bình' } }],
    });
    expect(await school.must('getSchool', {})).toMatchObject({ place: 'Hoa Ban', clerk });
  });

  it('has no name to a change that came otherwise, and says so', async () => {
    const { school, second } = await twoWindows('empty');
    const seen = await school.must('getSchool', {});
    const past = { ...seen, place: 'Nơi cũ' };
    const refused = errorOf(await second.send('saveSchool', { ...seen, place: 'Nơi mới' }, past));
    expect(refused).toMatchObject({ changes: [{ by: null }] });
    expect(errorSentence(refused)).toContain('vì nơi khác đã đổi');
  });
});

/** Another value of the same kind; null where there is no telling. */
function another(value: unknown, times: number): unknown {
  if (typeof value === 'number') return value + times;
  if (typeof value !== 'string') return null;
  if (isIsoDate(value)) return `2025-1${times}-15`;
  return /^\d+:\d+$/.test(value) ? `1${times}:37` : `${value} ${'x'.repeat(times)}`;
}

/** The same record with the values of one name changed everywhere. */
function changed(value: unknown, field: string, times: number): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => changed(one, field, times));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === field && (typeof inner !== 'object' || inner === null)
        ? another(inner, times)
        : changed(inner, field, times),
    ]),
  );
}

/** Names of all values that a record holds, however deep. */
function* namesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'object' && inner !== null) yield* namesIn(inner);
    else yield name;
  }
}

/** Every id that a text of the core's answers holds. */
async function idsIn(school: TestCore, input: Input): Promise<ReadonlySet<string>> {
  const { personId, groupId } = input;
  const texts = [
    typeof personId === 'string' ? await school.must('getPerson', { id: personId }) : null,
    typeof groupId === 'string' && !('fullName' in input)
      ? await school.must('getCollective', { id: groupId })
      : null,
    await school.must('getSeason', {}),
    await school.must('listGroups', {}),
    await school.must('listPeople', {}),
  ].map((answer) => JSON.stringify(answer));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/"id":"([^"]+)"/g)].map((found) => found[1] ?? '')),
  );
}

/** Commands whose example holds only choices and lists: nothing to set a third value on. */
const chosenOnly = new Set<CommandName>([
  'saveRating',
  'saveCountedMember',
  'judgeCondition',
  'overruleVerdict',
  'saveAgenda',
  'saveTellers',
]);

const replacing = (Object.keys(keptRecords) as CommandName[]).filter(
  (name) => keptRecords[name] !== null && !chosenOnly.has(name),
);

describe('every command that replaces a record', () => {
  it.each(replacing)('%s refuses to write over a value that was not seen', async (name) => {
    const example = examples[name as keyof typeof examples] as Example<MethodName>;
    const school = await coreAt(example.stage);
    const given = (await example.input(school)) as InputOf<MethodName> & Input;
    const window = await openWindow(school, example.role ?? 'secretary', 'Trần Thu Bình');
    const before = 'id' in given && given['id'] === null ? await idsIn(school, given) : null;
    expect(await window.send(name, given)).toMatchObject({ ok: true });
    const made = before === null ? [] : [...(await idsIn(school, given))].filter((id) => !before.has(id));
    const saved = (before === null ? given : { ...given, id: made[0] }) as Input;
    const schema = api[name].input;
    const fields = [...namesIn(schema.parse(saved))];
    const clashed: string[] = [];
    for (const field of new Set(fields)) {
      const [seen, wanted] = [changed(saved, field, 1), changed(saved, field, 2)];
      if (!schema.safeParse(seen).success || !schema.safeParse(wanted).success) continue;
      if (JSON.stringify(seen) === JSON.stringify(wanted) || /^id$|Id$/.test(field)) continue;
      // Why it is done is no part of the record.
      if (name === 'saveRegulation' && field === 'reason') continue;
      const result = await window.send(name, wanted, seen);
      expect({ field, result }).toMatchObject({
        result: { ok: false, error: { code: 'changed-meanwhile' } },
      });
      if (!result.ok) expect(faultsOf(errorSentence(result.error).replaceAll(/“[^”]*”/g, ''))).toEqual([]);
      clashed.push(field);
    }
    expect(clashed).not.toEqual([]);
  });
});
