import { describe, expect, it } from 'vitest';
import { api, type InputOf, type Method, type MethodName } from '../../shared/api.ts';
import type { Result } from '../../shared/result.ts';
import { coreAt, type TestCore } from '../support/school.ts';
import { examples, type ChangingMethod, type Example } from './examples.ts';

const names = Object.keys(examples) as ChangingMethod[];

interface Prepared {
  readonly school: TestCore;
  readonly input: Readonly<Record<string, unknown>>;
  call(input: unknown): Promise<Result<unknown, { readonly code: string }>>;
}

async function prepare(name: ChangingMethod): Promise<Prepared> {
  const example = examples[name] as Example<MethodName>;
  const school = await coreAt(example.stage);
  const input = (await example.input(school)) as Readonly<Record<string, unknown>>;
  const { call } = example.role === undefined ? school : await school.as(example.role);
  return { school, input, call: (given) => call(name, given as InputOf<MethodName>) };
}

/** Every place in a value whose key is as asked, with a copy of the value in which another value stands there. */
function* variants(
  value: unknown,
  { at, put, path = '' }: { readonly at: RegExp; readonly put: unknown; readonly path?: string },
): Generator<{ readonly path: string; readonly value: unknown }> {
  if (typeof value === 'string' || value === null) {
    if (at.test(path)) yield { path, value: put };
    return;
  }
  if (typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    // A list of ids counts as ids.
    const place = Array.isArray(value) ? (typeof inner === 'string' ? path : `${path}.${key}`) : key;
    for (const variant of variants(inner, { at, put, path: place })) {
      yield {
        path: variant.path,
        value: Array.isArray(value)
          ? value.map((one: unknown, index) => (String(index) === key ? variant.value : one))
          : { ...value, [key]: variant.value },
      };
    }
  }
}

/** Ids that may name nothing: who is not there has nothing to confirm. */
const free = new Set(['confirmScores']);

describe('every command and job that changes the file', () => {
  it('is among the examples', () => {
    const changing = Object.entries<Method>(api)
      .filter(([, method]) => method.kind === 'command' || (method.kind === 'job' && method.scope === 'file'))
      .filter(([, method]) => method.kind === 'command' || method.unlogged !== true)
      .map(([name]) => name);
    expect([...names].sort()).toEqual([...changing, 'createFile'].sort());
  });

  it.each(names)('%s leaves exactly one row with a whole sentence', async (name) => {
    const { school, input, call } = await prepare(name);
    const before = name === 'createFile' ? [] : school.audit();
    expect(await call(input)).toMatchObject({ ok: true });
    const { rows, intact } = await school.must('listAudit', { before: null, limit: 500 });
    const wanted = (api[name] as Method).unlogged === true ? before : [...before, name];
    expect(rows.map(({ event }) => event).reverse()).toEqual(wanted);
    expect(intact).toBe(true);
    expect(rows[0]?.sentence).toMatch(/^\p{Lu}/u);
    expect(rows[0]?.sentence).not.toMatch(
      /–(?! )|undefined|null|NaN|\[object|\b[A-Z]{3,}_[A-Z]|[0-9a-f]{8}-/u,
    );
  });

  it.each(names)('%s refuses what names nothing or no day, and then nothing has changed', async (name) => {
    const { school, input, call } = await prepare(name);
    const before = school.dump();
    const spoilt = [
      ...(free.has(name) ? [] : variants(input, { at: /(?:^id|Ids?)$/, put: 'không có' })),
      ...variants(input, { at: /^(?:date|from|to|.*Date|.*On)$/, put: '2026-02-30' }),
      ...variants(input, { at: /^schoolYear$/, put: '2025-2031' }),
    ]
      .filter(({ path }) => !(name === 'saveMeeting' && (path === 'from' || path === 'to')))
      .filter(({ path }) => !(name === 'exportPackage' && path === 'to'));
    for (const { path, value } of spoilt) {
      const result = await call(value);
      expect({ path, ok: result.ok }).toEqual({ path, ok: false });
    }
    expect(await call({ ...input, thừa: 1 })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(school.dump()).toEqual(before);
  });

  it.each(names)('%s is only for its roles', async (name) => {
    const method = api[name];
    const roles: readonly string[] = method.roles;
    if (roles.length === 0) return;
    const { school, input } = await prepare(name);
    for (const role of ['secretary', 'chair', 'teller', 'viewer'] as const) {
      if (roles.includes(role)) continue;
      const { call } = await school.as(role);
      const before = school.dump();
      expect(await call(name, input as never)).toMatchObject({
        ok: false,
        error: { code: 'role-not-allowed', role, allowed: roles },
      });
      expect(school.dump()).toEqual(before);
    }
  });
});
