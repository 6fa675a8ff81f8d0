import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { api, type MethodName } from '../../shared/api.ts';
import type { AppError } from '../../shared/errors.ts';
import { errorSentence } from '../../shared/vi/errors.ts';
import type { Result } from '../../shared/result.ts';
import { coreAt, restoreAsChair, type TestCore } from '../support/school.ts';
import { examples, type Example } from './examples.ts';

// Whatever is handed in, a person reads a sentence: nothing is thrown out of the core.

const methods = Object.keys(api) as MethodName[];

/** What may come in the place of one text: of an id, a name, a path, a file. */
function hostileTexts(folder: string): readonly string[] {
  return [
    'Tên có\u0000NUL',
    '\u0000',
    'không-có',
    '../../..',
    folder,
    join(folder, 'a'.repeat(251)),
    join(folder, 'tep.txt', 'duoi-tep.bangvang'),
    '\ud800 nửa ký tự',
    '𝕏'.repeat(200),
    "'; drop table person; --",
  ];
}

/** The input with one text after the other in the place of each of its own texts. */
function spoilt(input: unknown, texts: readonly string[]): readonly unknown[] {
  if (typeof input === 'string') return texts;
  if (typeof input === 'number') return [-1, 1e9, 2 ** 53, 0.5];
  if (Array.isArray(input)) {
    const list: readonly unknown[] = input;
    const places = list.slice(0, 2).flatMap((one, at) => spoilt(one, texts).map((bad) => list.with(at, bad)));
    return [[], ...places];
  }
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) =>
    spoilt(value, texts).map((bad) => ({ ...input, [name]: bad })),
  );
}

async function mustAnswer(school: TestCore, method: MethodName, input: unknown): Promise<void> {
  const call = school.call as (method: MethodName, input: unknown) => Promise<Result<unknown, AppError>>;
  const result = await call(method, input).catch((cause: unknown) => {
    throw new Error(`${method} threw on ${JSON.stringify(input).slice(0, 300)}`, { cause });
  });
  if (result.ok) return;
  expect(errorSentence(result.error)).toMatch(/\p{L}.*\.$/su);
}

describe('a method of the contract', () => {
  it.each(Object.keys(examples) as (keyof typeof examples)[])(
    '%s answers whatever stands in the place of each value',
    async (method) => {
      const example = examples[method] as Example<MethodName>;
      const school = await coreAt(example.stage);
      const folder = join(school.folder, 'thư mục');
      mkdirSync(folder);
      writeFileSync(join(folder, 'tep.txt'), 'không phải tệp dữ liệu');
      const asked = await example.input(school);
      for (const input of spoilt(asked, hostileTexts(folder))) await mustAnswer(school, method, input);
    },
  );

  it.each(methods.filter((name) => api[name].kind === 'query'))(
    '%s answers any id and any body',
    async (method) => {
      const school = await coreAt('open');
      const group = (await school.must('listGroups', {}))[0]?.id ?? '';
      const id = 'không-có';
      for (const input of [
        {},
        { id },
        { id, caseId: id },
        { caseId: id },
        { body: { kind: 'GROUP', groupId: id } },
        // A tổ that has held no meeting.
        { body: { kind: 'GROUP', groupId: group } },
        { body: { kind: 'STAFF' } },
        { path: '/không/có' },
        { path: school.path },
        { kind: 'case', caseId: id },
        { kind: 'result', roundId: id },
        { body: { kind: 'GROUP', groupId: group }, kind: 'agenda' },
      ])
        await mustAnswer(school, method, input);
    },
  );
});

describe('a file that is asked for', () => {
  it('is told from a folder, and from what is no data file, which is left as it is', async () => {
    const school = await coreAt('imported');
    const backup = await school.must('createBackup', {});
    const folder = join(school.folder, 'thư mục.bangvang');
    const letter = join(school.folder, 'thư mời.docx');
    mkdirSync(folder);
    writeFileSync(letter, 'một bức thư');
    for (const target of [folder, letter, join(letter, 'x.bangvang')])
      expect(await restoreAsChair(school, { path: backup.path, target })).toMatchObject({ ok: false });
    expect(await restoreAsChair(school, { path: backup.path, target: letter })).toMatchObject({
      error: { code: 'file-not-bangvang', path: letter },
    });
    expect(await restoreAsChair(school, { path: folder, target: school.path })).toMatchObject({
      ok: false,
    });
    expect(await school.call('openFile', { path: folder })).toMatchObject({
      error: { code: 'file-not-bangvang' },
    });
  });
});
