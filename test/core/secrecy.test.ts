import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf, MethodName, OutputOf } from '../../shared/api.ts';
import type { Result } from '../../shared/result.ts';
import type { AppError } from '../../shared/errors.ts';
import { createCore, type Core } from '../../electron/core/core.ts';
import { createTimelessId } from '../../electron/core/ids.ts';
import { shuffle } from '../../electron/core/shuffle.ts';
import {
  addCandidates,
  createTestFile,
  openCounting,
  paper,
  seatCouncil,
  seededBytes,
  type TestFile,
} from '../support/core.ts';

interface Column {
  readonly name: string;
}
interface Reference {
  readonly table: string;
}

describe('the shape of the data file', () => {
  let file: TestFile;
  beforeEach(() => {
    file = createTestFile();
  });
  afterEach(() => file.close());

  function tables(): readonly string[] {
    return file
      .rows<{ name: string }>(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
      )
      .map(({ name }) => name);
  }
  function columns(table: string): readonly string[] {
    return file.rows<Column>(`select name from pragma_table_info('${table}')`).map(({ name }) => name);
  }
  function references(table: string): readonly string[] {
    return file
      .rows<Reference>(`select "table" from pragma_foreign_key_list('${table}')`)
      .map((row) => row.table);
  }

  it('gives a paper its round, its validity and its marks, and nothing else', () => {
    expect(columns('ballot')).toEqual(['id', 'round_id', 'count_number', 'invalid_reason']);
    expect(columns('ballot_mark')).toEqual(['ballot_id', 'position', 'mark']);
    expect(columns('ballot_draft')).toEqual(['round_id', 'count_number', 'ballots']);
    expect(columns('adjudication')).toEqual(['id', 'round_id', 'outcome', 'reason']);
    expect(references('ballot')).toEqual(['round']);
    expect(references('ballot_mark')).toEqual(['ballot']);
    expect(references('adjudication')).toEqual(['round']);
  });

  it('has no other table that a paper could be found from', () => {
    expect(tables().filter((table) => references(table).includes('ballot'))).toEqual(['ballot_mark']);
    expect(tables().filter((table) => columns(table).some((column) => /ballot/.test(column)))).toEqual([
      'ballot_mark',
      'ballot_draft',
    ]);
  });

  it('has a mark beside a member only where the opinion was handed in by name', () => {
    const marked = tables().filter((table) => columns(table).some((column) => /^marks?$/.test(column)));
    expect(marked).toEqual(['ballot_mark', 'written_opinion']);
    const toMember = (table: string): boolean =>
      references(table).some((target) => target === 'council_member' || target === 'person');
    expect(marked.filter(toMember)).toEqual(['written_opinion']);
  });

  it('keeps no hidden row number of a paper', () => {
    for (const table of ['ballot', 'ballot_mark', 'ballot_draft']) {
      expect(() => file.rows(`select rowid from ${table}`)).toThrow(/no such column/);
    }
  });
});

describe('a stored lot', () => {
  function storedOrder(seed: number, lot: readonly ReturnType<typeof paper>[]): readonly string[] {
    const file = createTestFile({ seed });
    try {
      seatCouncil(file, { total: 9 });
      addCandidates(file, 'CSTDCS', ['Lê An', 'Lê Bình', 'Lê Chi']);
      const { id } = openCounting(file, { papers: lot.length });
      file.done('storeBallots', { roundId: id, ballots: [...lot] });
      return file
        .rows<{ marks: string }>(
          `select group_concat(m.mark, ',' order by m.position) as marks
           from ballot b join ballot_mark m on m.ballot_id = b.id group by b.id order by b.id`,
        )
        .map((row) => row.marks);
    } finally {
      file.close();
    }
  }

  it('does not lie in the order in which it was entered', () => {
    const lot = [
      paper('AGREE', 'AGREE', 'AGREE'),
      paper('AGREE', 'AGREE', 'DISAGREE'),
      paper('AGREE', 'DISAGREE', 'AGREE'),
      paper('DISAGREE', 'AGREE', 'AGREE'),
    ];
    const typed = lot.map(({ marks }) => marks.join(','));
    const orders = new Set<string>();
    for (let seed = 1; seed <= 12; seed += 1) {
      const stored = storedOrder(seed, lot);
      expect([...stored].sort()).toEqual([...typed].sort());
      orders.add(stored.map((marks) => typed.indexOf(marks)).join(''));
    }
    expect(orders.size).toBeGreaterThan(6);
  });

  it('is shuffled fairly: no order is favoured', () => {
    const random = seededBytes(7);
    const counts = new Map<string, number>();
    for (let time = 0; time < 6000; time += 1) {
      const order = shuffle(['a', 'b', 'c'], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });

  it('has ids that hold no time', () => {
    const ids = ['2020', '2040'].map(() => createTimelessId(seededBytes(5)));
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const file = createTestFile();
    try {
      seatCouncil(file, { total: 3 });
      addCandidates(file, 'CSTDCS', ['Lê An']);
      const { id } = openCounting(file, { papers: 3 });
      file.done('storeBallots', { roundId: id, ballots: [paper('AGREE'), paper('BLANK'), paper('AGREE')] });
      for (const row of file.rows<{ id: string }>('select id from ballot')) expect(row.id[14]).toBe('4');
    } finally {
      file.close();
    }
  });
});

describe('the draft of an open lot', () => {
  it('is the same in whatever order the papers were typed', () => {
    const lot = [
      paper('AGREE', 'BLANK'),
      { invalidReason: 'Rách', marks: [] },
      paper('DISAGREE', 'AGREE'),
      paper('AGREE', 'AGREE'),
    ];
    const file = createTestFile();
    try {
      seatCouncil(file, { total: 5 });
      addCandidates(file, 'CSTDCS', ['Lê An', 'Lê Bình']);
      const { id } = openCounting(file, { papers: 5 });
      const drafts = [lot, [...lot].reverse(), [...lot.slice(2), ...lot.slice(0, 2)]].map((ballots) => {
        file.done('saveBallotDraft', { roundId: id, ballots });
        return file.rows<{ ballots: string }>('select ballots from ballot_draft')[0]?.ballots;
      });
      expect(new Set(drafts).size).toBe(1);
      expect(file.ask('getRound', { id }).draft).toHaveLength(4);
      expect(file.rows("select * from audit where method = 'saveBallotDraft'")).toEqual([]);
      file.done('saveBallotDraft', { roundId: id, ballots: [] });
      expect(file.rows('select * from ballot_draft')).toEqual([]);
    } finally {
      file.close();
    }
  });
});

describe('the whole app', () => {
  const traces = ['DẤU VẾT MỘT', 'DẤU VẾT HAI', 'DẤU VẾT BA'] as const;
  let folder: string;
  let core: Core;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bangvang-secrecy-'));
    path = join(folder, 'truong.bangvang');
    let seconds = 0;
    core = createCore({
      now: () => new Date(Date.UTC(2026, 4, 28, 7, 0, (seconds += 1))),
      random: seededBytes(3),
      drives: { list: () => Promise.resolve([]), networkRoots: () => Promise.resolve([]) },
      appFolder: join(folder, 'app'),
      resources: folder,
    });
  });
  afterEach(async () => {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Every byte that lies beside the data file, its log and its backups included. */
  function everything(): Buffer {
    function walk(place: string): readonly string[] {
      return readdirSync(place, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? walk(join(place, entry.name)) : [join(place, entry.name)],
      );
    }
    return Buffer.concat(walk(folder).map((name) => readFileSync(name)));
  }

  it('leaves no trace of what was typed, in the file, its log, its trail or its backups', async () => {
    let sessionId: string | null = null;
    async function call<M extends MethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>> {
      const result = (await core.call({ sessionId, method, input })) as Result<OutputOf<M>, AppError>;
      if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
      return result.value;
    }
    const created = await call('createFile', {
      path,
      schoolName: 'Trường THCS Thử',
      superior: 'UBND xã Thử',
      place: 'Thử',
      schoolYear: '2025-2026',
    });
    sessionId = created.sessionId;
    const group = await call('saveGroup', { id: null, name: 'Tổ Toán' });
    const people = [];
    for (const name of ['An', 'Bình', 'Chi', 'Dũng', 'Giang']) {
      people.push(
        await call('savePerson', {
          id: null,
          code: null,
          fullName: `Lê Thị ${name}`,
          birthDate: null,
          sex: null,
          position: 'Giáo viên',
          duty: '',
          degree: '',
          joinedOn: '2010-09-01',
          partyMember: false,
          groupId: group.id,
        }),
      );
    }
    await call('saveCouncil', {
      decisionNumber: '',
      decisionDate: null,
      members: people.map(({ id }, index) => ({ personId: id, role: index === 0 ? 'CHAIR' : 'MEMBER' })),
    });
    await call('saveMeeting', {
      date: '2026-05-28',
      from: '14:00',
      to: '16:00',
      place: '',
      discussion: '',
      otherOpinions: '',
    });
    const members = (await call('getMeeting', {})).council?.members ?? [];
    await call('savePresence', {
      presence: members.map(({ id }) => ({ memberId: id, present: true, reason: '' })),
    });
    await call('openMeeting', { withoutQuorumBecause: null });
    await call('saveTellers', { memberIds: members.slice(0, 3).map(({ id }) => id) });
    const { id: caseId } = await call('registerCase', {
      personId: people[4]?.id ?? '',
      groupId: null,
      titleId: 'CSTDCS',
      registeredOn: '2025-10-01',
    });
    await call('overruleVerdict', { caseId, eligibility: 'yes', reason: 'Đủ minh chứng' });
    const { id: roundId } = await call('openRound', { titleId: 'CSTDCS' });
    await call('savePrintRun', { roundId, printed: 5, issued: 5 });
    await call('declareReturned', { roundId, returned: 5, mode: 'ballots' });
    // Each paper is typed with a word of its own that is mended before the lot is stored.
    for (let typed = 1; typed <= traces.length; typed += 1) {
      const ballots = traces.slice(0, typed).map((invalidReason) => ({ invalidReason, marks: [] }));
      await call('saveBallotDraft', { roundId, ballots });
      expect(existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0).toBe(0);
    }
    expect(everything().includes(traces[0])).toBe(true);
    await call('storeBallots', { roundId, ballots: [paper('AGREE'), paper('AGREE'), paper('DISAGREE')] });
    await call('storeBallots', { roundId, ballots: [paper('AGREE'), paper('AGREE')] });
    expect(existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0).toBe(0);
    for (const trace of traces) expect(everything().includes(trace)).toBe(false);

    await call('sealRound', { roundId });
    const log = await call('listAudit', { before: null, limit: 200 });
    const told = JSON.stringify(log);
    expect(told).toContain('storeBallots');
    expect(told).not.toMatch(/AGREE|BLANK|marks/);
    await call('closeFile', {});
    expect(readdirSync(`${path}.backups`)).toHaveLength(1);
    for (const trace of traces) expect(everything().includes(trace)).toBe(false);
  });

  it('writes in the trail how many papers, and no more', () => {
    const file = createTestFile();
    try {
      seatCouncil(file, { total: 5 });
      addCandidates(file, 'CSTDCS', ['Lê An']);
      const { id } = openCounting(file, { papers: 5 });
      file.done('storeBallots', {
        roundId: id,
        ballots: [paper('AGREE'), { invalidReason: 'Rách', marks: [] }],
      });
      expect(file.rows("select facts from audit where method = 'storeBallots'")).toEqual([
        { facts: '{"ballots":2}' },
      ]);
      const ids = file.rows<{ id: string }>('select id from ballot').map((row) => row.id);
      const trail = file
        .rows<{ facts: string }>('select facts from audit')
        .map(({ facts }) => facts)
        .join('\n');
      for (const secret of [...ids, 'AGREE', 'Rách']) expect(trail).not.toContain(secret);
    } finally {
      file.close();
    }
  });
});
