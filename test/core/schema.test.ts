import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstBrokenRow } from '../../electron/core/audit.ts';
import { openDatabase, pragmas } from '../../electron/core/database/open.ts';
import { migrations } from '../../electron/core/database/migrate.ts';
import { isDay, isSchoolYear, isTime } from '../../electron/core/database/migrations/0001-checks.ts';
import { createHandles } from '../../electron/core/database/query.ts';
import { transitions } from '../../shared/domain/award-case.ts';
import { caseStates } from '../../shared/terms.ts';
import { lastingFolder, temporaryFolder } from '../support/disk.ts';
import { fileAt, tablesOf, valueOf } from '../support/school.ts';

/** A closed file at a stage, opened bare: foreign keys on, nothing else of the app. */
async function bare(stage: Parameters<typeof fileAt>[0]): Promise<Sqlite.Database> {
  const { path } = await fileAt(stage);
  const database = new Sqlite(path);
  database.pragma('foreign_keys = ON');
  return database;
}

interface ForeignKey {
  readonly id: number;
  readonly seq: number;
  readonly table: string;
  readonly from: string;
  readonly to: string | null;
}

/** The outcome that a state can't be without. */
function outcomeOf(state: string): string | null {
  return state === 'WITHDRAWN' ? 'withdrawn' : state === 'LOWERED' ? 'lowered' : null;
}

describe('the live schema', () => {
  let database: Sqlite.Database;
  let tables: readonly string[] = [];
  beforeAll(() => {
    database = new Sqlite(':memory:');
    for (const { script } of migrations) database.exec(script);
    tables = tablesOf(database);
  });

  function columns(table: string): readonly {
    readonly name: string;
    readonly type: string;
    readonly notnull: number;
    readonly pk: number;
  }[] {
    return database.prepare(`select * from pragma_table_info('${table}')`).all() as never;
  }
  function foreignKeys(table: string): readonly ForeignKey[] {
    return database.prepare(`select * from pragma_foreign_key_list('${table}')`).all() as never;
  }

  it('has only strict tables', () => {
    const strict = database
      .prepare(`select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 1`)
      .pluck()
      .all();
    expect(tables.length).toBeGreaterThan(30);
    expect(tables.filter((table) => !strict.includes(table))).toEqual([]);
  });

  it('writes ids as text, and flags, counts and scores as whole numbers', () => {
    for (const table of tables) {
      for (const { name, type } of columns(table)) {
        const place = `${table}.${name}`;
        if (/_id$/.test(name)) expect({ place, type }).toEqual({ place, type: 'TEXT' });
        expect({ place, type }).not.toEqual({ place, type: 'REAL' });
        if (/^(?:agree|disagree|blank|base|needed|score|maximum|printed|issued|returned|bytes)/.test(name)) {
          expect({ place, type }).toEqual({ place, type: 'INTEGER' });
        }
      }
    }
  });

  it('has a foreign key behind every column that names a row, of the type of its key', () => {
    // Ids of the catalogue (titles, rules) and of papers are no rows; the file's own id names the file.
    const outside = /^(?:title_id|rule_id|rule_set_id|paper_id|file_id)$/;
    for (const table of tables) {
      const keys = foreignKeys(table);
      for (const { name } of columns(table)) {
        if (!name.endsWith('_id') || outside.test(name)) continue;
        const key = keys.find(({ from }) => from === name);
        expect({ column: `${table}.${name}`, key: key !== undefined }).toEqual({
          column: `${table}.${name}`,
          key: true,
        });
      }
      for (const key of keys) {
        const target = columns(key.table).find(({ name }) => name === (key.to ?? 'id'));
        const own = columns(table).find(({ name }) => name === key.from);
        expect({ from: `${table}.${key.from}`, type: own?.type }).toEqual({
          from: `${table}.${key.from}`,
          type: target?.type,
        });
      }
    }
  });

  it('has an index that begins with each foreign key by which many rows are found', () => {
    // The parent is one row, the table holds a handful of rows in a file, or it is read whole once in a while.
    const few =
      /^(?:campaign\.season_id|package\.season_id|council_member\.person_id|council_relative\.person_id|case_decision\.made_case_id|case_note\.case_id|council\.group_id|meeting_version\.meeting_id|recusal\.member_id|presence\.member_id|teller\.member_id|slate\.case_id|round_total\.case_id|round_result\.case_id|written_opinion\.(?:member_id|case_id)|round_reopening\.round_id|(?:round_count|round_attendee|round_teller)\.member_id|score_sheet\.person_id|award_case\.(?:person_id|group_id)|person\.group_id)$/;
    const missing = tables.flatMap((table) => {
      const indexes = database
        .prepare(`select name from pragma_index_list('${table}')`)
        .pluck()
        .all() as string[];
      const first = indexes.map((index) =>
        database.prepare(`select name from pragma_index_info('${index}') where seqno = 0`).pluck().get(),
      );
      const ownKey = columns(table).find(({ pk }) => pk === 1)?.name;
      return foreignKeys(table)
        .filter(({ from }) => from !== ownKey && !first.includes(from))
        .map(({ from }) => `${table}.${from}`);
    });
    expect(missing.filter((place) => !few.test(place))).toEqual([]);
  });

  it('checks every day, time and school year by its name', () => {
    // Words: whom a submission goes to, states of a case. Instants are the clock's: nobody types them.
    const words = /^(?:submitted_to|from_state|to_state|lowered_to)$/;
    const unchecked = tables.flatMap((table) => {
      const text = String(
        database.prepare('select sql from sqlite_schema where name = ?').pluck().get(table),
      );
      return columns(table)
        .filter(({ name, type }) => type === 'TEXT' && !words.test(name))
        .filter(({ name }) =>
          /(?:^|_)(?:date|on|time|year|from|to|deadline)(?:_|$)|^(?:arrived|left)_at$/.test(name),
        )
        .filter(
          ({ name }) => !text.includes(`date(${name}) is ${name}`) && !text.includes(`${name} glob '[0-`),
        )
        .map(({ name }) => `${table}.${name}`);
    });
    expect(unchecked).toEqual([]);
  });

  it.each([
    [isDay, ['2026-02-28', null], ['2026-02-30', '2026-2-3', '28/02/2026', '2026-02-28T00:00', '']],
    [isTime, ['07:30', '23:59', '00:00', null], ['24:00', '7:30', '07:60', '07h30', '']],
    [isSchoolYear, ['2025-2026', '1999-2000', null], ['2025-2027', '2025', '2025 - 2026', '']],
  ] as const)('takes by %o no other text', (check, right, wrong) => {
    // A CHECK holds where it is true or unknown.
    const holds = database.prepare(`select coalesce(${check('x')}, 1) from (select ? as x)`).pluck();
    expect([...right, ...wrong].map((text) => holds.get(text) === 1)).toEqual([
      ...right.map(() => true),
      ...wrong.map(() => false),
    ]);
  });

  it('gives every list of words that a column holds a CHECK', () => {
    const worded: Readonly<Record<string, readonly string[]>> = {
      person: ['sex', 'status'],
      former_status: ['status'],
      year_rating: ['rating', 'state'],
      initiative: ['scope'],
      discipline: ['form'],
      absence: ['kind'],
      pending_matter: ['kind'],
      group_year: ['rating', 'state'],
      group_matter: ['kind'],
      group_award: ['reward_type'],
      judgement: ['answer'],
      verdict: ['eligibility'],
      overruling: ['eligibility'],
      council_change: ['role'],
      meeting: ['state'],
      round: ['state', 'mode'],
      ballot_mark: ['mark'],
      written_opinion: ['mark'],
      award_case: ['outcome'],
      file_info: ['kind'],
    };
    for (const [table, names] of Object.entries(worded)) {
      const text = String(
        database.prepare('select sql from sqlite_schema where name = ?').pluck().get(table),
      );
      for (const name of names) expect(text).toMatch(new RegExp(`${name} text[^,]*check \\(${name} in \\(`));
    }
  });
});

describe('a data file that is open', () => {
  it('has the pragmas that are promised', () => {
    const path = join(temporaryFolder(), 'a.bangvang');
    const { driver, close } = valueOf(openDatabase({ path, mode: 'new' }));
    for (const [pragma, answer] of pragmas) {
      const [name = ''] = pragma.split(' ');
      expect({ name, value: driver.pragma(name, { simple: true }) }).toEqual({ name, value: answer });
    }
    expect(driver.pragma('locking_mode', { simple: true })).toBe('exclusive');
    expect(driver.pragma('application_id', { simple: true })).toBe(0x42566e67);
    close();
  });

  it('knows the same moves of a case as the domain', async () => {
    const database = await bare('empty');
    const known = database.prepare('select from_state, to_state from case_transition').all() as {
      from_state: string;
      to_state: string;
    }[];
    const text = (from: string, to: string): string => `${from} → ${to}`;
    expect(known.map((row) => text(row.from_state, row.to_state)).sort()).toEqual(
      transitions.map(({ from, to }) => text(from, to)).sort(),
    );
    database.close();
  });

  it('refuses every other move', async () => {
    const database = await bare('imported');
    const allowed = new Set(transitions.map(({ from, to }) => `${from} ${to}`));
    const id = database.prepare('select id from award_case limit 1').pluck().get();
    const drop = database
      .prepare(`select sql from sqlite_schema where name = 'award_case_moves_as_allowed'`)
      .pluck();
    const trigger = String(drop.get());
    for (const from of caseStates) {
      database.exec('drop trigger award_case_moves_as_allowed');
      database
        .prepare('update award_case set state = ?, outcome = ? where id = ?')
        .run(from, outcomeOf(from), id);
      database.exec(trigger);
      for (const to of caseStates) {
        if (to === from) continue;
        const move = () =>
          database.transaction(() => {
            database
              .prepare('update award_case set state = ?, outcome = ? where id = ?')
              .run(to, outcomeOf(to), id);
            throw new RangeError('taken back');
          })();
        expect(move).toThrow(allowed.has(`${from} ${to}`) ? RangeError : /not in the transition table/);
      }
    }
    database.close();
  });
});

describe('rows that must not be', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['a second row about the file', `insert into file_info values (2, 'x', 'real', '', '', '')`, /CHECK/],
    ['a kind of file nobody knows', `update file_info set kind = 'demo'`, /CHECK/],
    ['a school without a name', `update school set name = ''`, /CHECK/],
    ['a school year without its dash', `update season set school_year = '2025/2026'`, /CHECK/],
    ['a season that ends before it begins', `update season set ends_on = '2020-01-01'`, /CHECK/],
    ['a lock without a reason', `update season set locked_at = 'x', lock_reason = null`, /CHECK/],
    [
      'a second person with a code',
      `update person set code = '3100700002' where code = '3100700001'`,
      /UNIQUE/,
    ],
    ['a person without a name', `update person set full_name = '' where code = '3100700001'`, /CHECK/],
    ['a party member by halves', `update person set party_member = 2`, /CHECK/],
    ['text where a number stands', `update person set party_member = 'x'`, /cannot store TEXT/],
    ['a tổ without its first day', `update person set group_from = null where group_id is not null`, /CHECK/],
    ['a status that nobody knows', `update person set status = 'AWAY'`, /CHECK/],
    [
      'a former tổ that did not end',
      `insert into former_group select id, '2020-01-01', null, group_id from person limit 1`,
      /NOT NULL/,
    ],
    [
      'a former tổ that ends before it begins',
      `insert into former_group select id, '2020-01-01', '2019-01-01', group_id from person limit 1`,
      /CHECK/,
    ],
    ['a tổ that is gone', `delete from "group"`, /FOREIGN KEY/],
    ['a rating that is none', `update year_rating set rating = 'A'`, /CHECK/],
    ['a share over the whole', `update initiative set share = 101`, /CHECK/],
    [
      'an award twice by one decision',
      `insert into award select id || '2', person_id, school_year, title_id, name, '1/QĐ', decision_date, reward_type, themed, issuer, achievement, cancelled_by, cancelled_on from award where title_id is not null limit 1;
       insert into award select id || '3', person_id, school_year, title_id, name, '1/QĐ', decision_date, reward_type, themed, issuer, achievement, cancelled_by, cancelled_on from award where id like '%2' and decision_number = '1/QĐ'`,
      /UNIQUE/,
    ],
    ['an award of nobody', `update award set person_id = 'nobody'`, /FOREIGN KEY/],
    ['a discipline that ends before it begins', `update discipline set to_date = '1900-01-01'`, /CHECK/],
    ...(['self_scores', 'group_scores'] as const).flatMap((side) => [
      [
        `a score over its maximum in ${side}`,
        `update score_sheet set ${side} = json_set(${side}, '$."' || (select id from criterion limit 1) || '"', 100000), confirmed_at = null`,
        /to the maximum of its criterion/,
      ] as const,
      [
        `a score under nothing in ${side}`,
        `update score_sheet set ${side} = json_set(${side}, '$."' || (select id from criterion limit 1) || '"', -1), confirmed_at = null`,
        /to the maximum of its criterion/,
      ] as const,
      [
        `half a hundredth in ${side}`,
        `update score_sheet set ${side} = json_set(${side}, '$."' || (select id from criterion limit 1) || '"', 0.5), confirmed_at = null`,
        /to the maximum of its criterion/,
      ] as const,
      [
        `a score for no criterion in ${side}`,
        `update score_sheet set ${side} = json_set(${side}, '$.other', 1), confirmed_at = null`,
        /to the maximum of its criterion/,
      ] as const,
      [
        `no object in ${side}`,
        `update score_sheet set ${side} = '[]', confirmed_at = null`,
        /CHECK/,
      ] as const,
      [
        `no JSON in ${side}`,
        `update score_sheet set ${side} = '{', confirmed_at = null`,
        /malformed|CHECK/,
      ] as const,
    ]),
    [
      'a row without scores',
      `update score_sheet set self_scores = '{}', group_scores = '{}', confirmed_at = null`,
      /CHECK/,
    ],
    [
      'a confirmed score that changed',
      `update score_sheet set group_scores = json_set(group_scores, '$."' || (select id from criterion limit 1) || '"', 1)`,
      /a changed score is confirmed anew/,
    ],
    ['scores confirmed too early', `update score_sheet set group_scores = '{}'`, /only complete scores/],
    [
      'a maximum under a score that was given',
      `update criterion set maximum = 1`,
      /to the maximum of its criterion/,
    ],
    [
      'a criterion worth nothing',
      `insert into criterion select 'x', season_id, 9, 'x', 0 from criterion limit 1`,
      /CHECK/,
    ],
    ['a case of nobody', `update award_case set person_id = null where person_id is not null`, /CHECK/],
    [
      'a case of a person and a tổ',
      `update award_case set group_id = (select id from "group" limit 1) where person_id is not null`,
      /CHECK|UNIQUE/,
    ],
    [
      'the same title twice for a person',
      `insert into award_case select 'x', season_id, person_id, group_id, pupil_id, title_id, null, 0, 'REGISTERED', null, '', put_forward_at, '' from award_case where person_id is not null limit 1`,
      /UNIQUE/,
    ],
    [
      'an outcome without its state',
      `update award_case set outcome = 'withdrawn' where state = 'CONCLUDED'`,
      /CHECK/,
    ],
    ['a verdict that is no JSON', `update verdict set verdict = 'x'`, /malformed JSON/],
    [
      'a judgement without a reason',
      `insert into judgement select id, 'T1', 'pass', '', 'x', 'x' from award_case limit 1`,
      /CHECK/,
    ],
    ...(
      [
        ['a decision on who counts without a reason', `1, ' '`, /CHECK/],
        ['a decision on who counts that is neither', `2, 'x'`, /CHECK/],
      ] as const
    ).map(
      ([name, values, says]) =>
        [
          name,
          `insert into counted_member select s.id, p.group_id, p.id, ${values}, 'x', 'x' from season s join person p where p.group_id is not null limit 1`,
          says,
        ] as const,
    ),
    [
      'somebody of another tổ among those counted',
      `insert into counted_member select s.id, g.id, p.id, 1, 'x', 'x', 'x' from season s join person p join "group" g
       where g.is_school = 0 and g.id <> p.group_id limit 1`,
      /only who belongs to a collective/,
    ],
    ['a second chair', `update council_change set role = 'CHAIR'`, /one chair/],
    ['a meeting that ends before it begins', `update meeting set to_time = '00:00'`, /CHECK/],
    ['more hands than members', `update hands_vote set agree = base + 1`, /CHECK/],
    ['an audit row that is changed', `update audit set facts = '{}'`, /append-only/],
    ['an audit row that is taken out', `delete from audit`, /append-only/],
    [
      'a package without files',
      `insert into package select 'x', id, '', '', 0, 1, hex(randomblob(32)) from season`,
      /CHECK/,
    ],
    [
      'a check code that is short',
      `insert into package select 'x', id, '', '', 1, 1, 'abc' from season`,
      /CHECK/,
    ],
    ['a sealed round that is changed', `update round set issued = 7`, /sealed round does not change/],
    [
      'a ballot into a sealed round',
      `insert into ballot select 'x', id, 1, null from round`,
      /sealed|declared/,
    ],
  ];

  const folder = lastingFolder();
  let database: Sqlite.Database;
  beforeAll(async () => {
    const { path } = await fileAt('concluded', folder);
    database = new Sqlite(path);
    database.pragma('foreign_keys = ON');
  });
  afterAll(() => {
    database.close();
  });

  it.each(cases)('%s', (_, statement, says) => {
    expect(() => database.exec(statement)).toThrow(says);
    expect(database.pragma('foreign_key_check')).toEqual([]);
  });
});

describe('the chain of the audit trail', () => {
  const spoilings: readonly (readonly [string, string, number])[] = [
    ['a changed fact', `update audit set facts = '{"file":"khác"}' where seq = 4`, 4],
    ['a changed name', `update audit set name = 'Người khác' where seq = 2`, 2],
    ['a row taken out', `delete from audit where seq = 5`, 5],
    ['the first row taken out', `delete from audit where seq = 1`, 1],
    [
      'two rows that changed places',
      `update audit set seq = 1000 where seq = 6; update audit set seq = 6 where seq = 7; update audit set seq = 7 where seq = 1000`,
      6,
    ],
    [
      'a hash made anew without those after it',
      `update audit set hash = substr(hash, 2) || 'a' where seq = 3`,
      3,
    ],
  ];

  it('holds in a file that nobody touched', async () => {
    const database = await bare('concluded');
    expect(firstBrokenRow(createHandles(database as never).read)).toBe(null);
    database.close();
  });

  it.each(spoilings)('%s is found at its row', async (_, statement, row) => {
    const database = await bare('concluded');
    database.exec('drop trigger audit_is_append_only_update; drop trigger audit_is_append_only_delete');
    database.exec(statement);
    expect(firstBrokenRow(createHandles(database as never).read)).toBe(row);
    database.close();
  });
});
