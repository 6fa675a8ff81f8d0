import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { QueryContext } from '../../electron/core/context.ts';
import { openDatabase } from '../../electron/core/database/open.ts';
import { handlers } from '../../electron/core/handlers.ts';
import { appVersion } from '../../electron/core/version.ts';
import { api, type Method, type MethodName } from '../../shared/api.ts';
import * as terms from '../../shared/terms.ts';
import { auditSentence } from '../../shared/vi/audit.ts';
import { errorSentence } from '../../shared/vi/errors.ts';
import * as words from '../../shared/vi/terms.ts';
import { runCli } from '../support/command-line.ts';
import { temporaryFolder } from '../support/disk.ts';
import { codeOf, coreAt, fileAt, startCore, valueOf } from '../support/school.ts';

const methods = Object.keys(api) as MethodName[];

describe('the contract', () => {
  it('has a handler for every method and no other', () => {
    expect(Object.keys(handlers).sort()).toEqual([...methods].sort());
  });

  it('has a sentence for every event that leaves a row, and for no other', () => {
    function silent(name: MethodName): boolean {
      const row: Method = api[name];
      return row.kind === 'query' || row.unlogged === true;
    }
    for (const name of methods) {
      expect({ name, hasSentence: auditSentence(name, {}) !== auditSentence('', {}) }).toEqual({
        name,
        hasSentence: !silent(name),
      });
    }
  });

  it('says the version of package.json', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(appVersion).toBe(version);
  });

  it('is listed by the help of the command line, each method with its fields', async () => {
    const { status, out } = await runCli({ words: ['help'], appFolder: temporaryFolder() });
    expect(status).toBe(0);
    const listed = out.split('\n').map((line) => line.trim().split(/\s+/)[0]);
    expect(methods.filter((name) => !listed.includes(name))).toEqual([]);
    expect(out).toMatch(/saveRating\s+ghi \(.*\) \{ personId, schoolYear, rating, state, decidedOn \}/u);
  });
});

describe('a request', () => {
  const { core } = startCore('/không dùng');

  it('to an unknown method is refused', async () => {
    for (const method of ['dropTables', 'constructor', '__proto__', 'toString', '']) {
      expect(codeOf(await core.call({ sessionId: null, method, input: {} }))).toBe('unknown-method');
    }
  });

  it.each(methods)(
    'to %s with a field too many or of another kind is refused, in Vietnamese',
    async (method) => {
      for (const input of [{ 'field-that-is-not': 1 }, 'chữ', 5, [], true]) {
        const result = await core.call({ sessionId: null, method, input });
        expect(codeOf(result)).toBe('invalid-input');
        if (result.ok) continue;
        expect(errorSentence(result.error)).not.toMatch(/expected|received|[Ii]nvalid|Unrecognized/);
      }
    },
  );

  it.each(methods.filter((name) => api[name].scope === 'file'))(
    'to %s without a file or a session is refused',
    async (method) => {
      const { core: opened } = await coreAt('empty');
      const fits = api[method].input.safeParse({}).success;
      if (!fits) return;
      expect(codeOf(await core.call({ sessionId: null, method, input: {} }))).toBe('no-file-open');
      for (const sessionId of [null, 'của phiên khác']) {
        expect(codeOf(await opened.call({ sessionId, method, input: {} }))).toBe('session-expired');
      }
    },
  );

  it('for an office of the app is judged by the role of the one who sits there', async () => {
    const school = await coreAt('empty');
    const backup = await school.must('createBackup', {});
    const input = { path: backup.path, target: school.path, reason: 'Thử khôi phục' };
    const teller = await school.as('teller');
    expect(codeOf(await teller.call('restoreBackup', input))).toBe('role-not-allowed');
    expect(codeOf(await school.core.call({ sessionId: null, method: 'restoreBackup', input }))).toBe(
      'session-expired',
    );
    expect(codeOf(await school.call('restoreBackup', input))).toBe('role-not-allowed');
    const chair = await school.as('chair');
    expect(await chair.call('restoreBackup', input)).toMatchObject({ ok: true });
  });
});

describe('a query', () => {
  const queries = methods.filter((name) => api[name].kind === 'query' && api[name].scope === 'file');

  it.each(queries)('%s writes nothing', async (name) => {
    const { path } = await fileAt('sealed');
    const database = valueOf(openDatabase({ path, mode: 'existing' }));
    const changes = () => database.driver.prepare('select total_changes()').pluck().get();
    const context: QueryContext = {
      read: database.read,
      now: '2026-05-28T08:00:00.000Z',
      today: '2026-05-28',
      session: null,
    };
    const idOf = (table: string) => database.driver.prepare(`select id from ${table} limit 1`).pluck().get();
    const ids: Readonly<Record<string, unknown>> = {
      getPerson: idOf('person'),
      getCollective: idOf('"group"'),
      getCase: idOf('award_case'),
      getRound: idOf('round'),
    };
    const inputs: Readonly<Record<string, unknown>> = {
      listAudit: { before: null, limit: 100 },
      getPaper: { paperId: 'dossier-index' },
      tryCase: { caseId: idOf('award_case'), changes: [] },
      listCountedMembers: { groupId: idOf('"group"') },
    };
    const input = inputs[name] ?? (name in ids ? { id: ids[name] } : {});
    const handler = handlers[name] as unknown as (
      context: QueryContext,
      input: unknown,
    ) => { readonly ok: boolean };
    const before = changes();
    expect(handler(context, input).ok).toBe(true);
    expect(changes()).toBe(before);
    database.close();
  });

  it('is not handed a way to write', async () => {
    const { path } = await fileAt('empty');
    const database = valueOf(openDatabase({ path, mode: 'existing' }));
    expect(() => database.read.all({ text: 'delete from campaign', slots: [] }, {})).toThrow(/writes/);
    expect('run' in database.read).toBe(false);
    database.close();
  });

  it('leaves no trace through any door', async () => {
    const school = await coreAt('sealed');
    const before = school.dump();
    const round = (await school.must('listRounds', {}))[0]?.id ?? '';
    const { id: caseId, personId } = await school.case('3100700004', 'CSTDCS');
    for (const name of methods) {
      if (api[name].kind !== 'query') continue;
      const input = {
        getPerson: { id: personId },
        getCollective: { id: (await school.must('listGroups', {}))[0]?.id ?? '' },
        listCountedMembers: { groupId: (await school.must('listGroups', {}))[0]?.id ?? '' },
        getCase: { id: caseId },
        tryCase: { caseId, changes: [{ kind: 'rating', rating: 'KHT' }] },
        getRound: { id: round },
        getProjection: { kind: 'waiting' },
        listAudit: { before: null, limit: 100 },
        listFolder: { path: join(school.folder) },
        getPulse: { windowId: 'one' },
        getPaper: { paperId: 'dossier-index' },
      }[name as string];
      expect({ name, result: await school.call(name, (input ?? {}) as never) }).toMatchObject({
        name,
        result: { ok: true },
      });
    }
    expect(school.dump()).toEqual(before);
  });
});

describe('the Vietnamese of every term', () => {
  it.each([
    ['ratings', terms.ratings, words.ratingNames],
    ['ratings in short', terms.ratings, words.ratingShortNames],
    ['sexes', terms.sexes, words.sexNames],
    ['initiative scopes', terms.initiativeScopes, words.initiativeScopeNames],
    ['discipline forms', terms.disciplineForms, words.disciplineFormNames],
    ['absence kinds', terms.absenceKinds, words.absenceKindNames],
    ['pending matters', terms.pendingMatterKinds, words.pendingMatterKindNames],
    ['person statuses', terms.personStatuses, words.personStatusNames],
    ['council roles', terms.councilRoles, words.councilRoleNames],
    ['eligibilities', terms.eligibilities, words.eligibilityNames],
    ['marks', terms.marks, words.markNames],
    ['roles', terms.roles, words.roleNames],
    ['score sides', terms.scoreSides, words.scoreSideNames],
    ['case states', terms.caseStates, words.caseStateNames],
    ['outcomes', terms.outcomes, words.outcomeNames],
    ['confidences', terms.confidences, words.confidenceNames],
  ] as const)(
    '%s: one name each, no two alike',
    (_, values: readonly string[], table: Readonly<Record<string, string>>) => {
      expect(Object.keys(table).sort()).toEqual([...values].sort());
      const names = Object.values(table);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[\p{Lu}]\P{C}*$/u);
    },
  );
});
