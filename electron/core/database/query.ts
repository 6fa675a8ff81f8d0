/**
 * Kysely as the typed author of SQL, better-sqlite3 as its synchronous executor. A statement is compiled once, when it
 * is first asked for, with named parameters in the places of values; running it costs no more than raw SQL.
 */
import {
  DummyDriver,
  Kysely,
  sql as raw,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Compilable,
} from 'kysely';
import type { Tables } from './tables.ts';

/** The author: builds and compiles, never connects. */
export const sql = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A piece of SQL for which the author has no words, such as `json_each`. Values in it are parameters all the same. */
export { raw };

/** What a column or a parameter can hold. */
export type SqlValue = string | number | null | Uint8Array;

class Parameter {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A compiled statement: its text, and where each value comes from. */
export interface Statement<Parameters, Row> {
  readonly text: string;
  /** Names of parameters, or constants, in the order of the question marks. */
  readonly slots: readonly (Parameter | SqlValue)[];
  /** Never set: carries the types. */
  readonly types?: { readonly parameters: Parameters; readonly row: Row };
}

type ParameterOf<Parameters> = <Name extends keyof Parameters & string>(name: Name) => Parameters[Name];

/** Several parameters, each for the column of its name: `values(each(p, 'id', 'name'))`. */
export function each<Parameters, Name extends keyof Parameters & string>(
  parameter: ParameterOf<Parameters>,
  ...names: readonly Name[]
): Pick<Parameters, Name> {
  return Object.fromEntries(names.map((name) => [name, parameter(name)])) as Pick<Parameters, Name>;
}

/**
 * A statement that is compiled once, when it is first asked for: most of what a program can ask it never asks.
 * `define<{ id: string }>()((p) => sql.selectFrom('person').selectAll().where('id', '=', p('id')))`.
 */
export function define<Parameters = Record<never, never>>() {
  return function statement<Row>(
    build: (parameter: ParameterOf<Parameters>) => Compilable<Row>,
  ): Statement<Parameters, Row> {
    let compiled: Pick<Statement<Parameters, Row>, 'text' | 'slots'> | null = null;
    function compile(): Pick<Statement<Parameters, Row>, 'text' | 'slots'> {
      const placeholder = ((name: string) => new Parameter(name)) as unknown as ParameterOf<Parameters>;
      const { sql: text, parameters } = build(placeholder).compile();
      return { text, slots: parameters as readonly (Parameter | SqlValue)[] };
    }
    return {
      get text() {
        return (compiled ??= compile()).text;
      },
      get slots() {
        return (compiled ??= compile()).slots;
      },
    };
  };
}

/** Can read and nothing else: a query is never handed the power to write. */
export interface ReadHandle {
  all<P extends object, Row>(statement: Statement<P, Row>, parameters: P): Row[];
  get<P extends object, Row>(statement: Statement<P, Row>, parameters: P): Row | undefined;
}

/** Can also write; exists only inside a transaction. */
export interface WriteHandle extends ReadHandle {
  /** Runs a statement that changes rows; gives how many. */
  run<P extends object>(statement: Statement<P, unknown>, parameters: P): number;
}

/** The slice of the driver that handles need. */
export interface Executor {
  prepare(text: string): {
    readonly readonly: boolean;
    all(...values: SqlValue[]): unknown[];
    get(...values: SqlValue[]): unknown;
    run(...values: SqlValue[]): { changes: number };
  };
}

/** Makes the two handles over one connection; prepared statements are kept per statement object. */
export function createHandles(executor: Executor): {
  readonly read: ReadHandle;
  readonly write: WriteHandle;
} {
  const prepared = new WeakMap<object, ReturnType<Executor['prepare']>>();

  function prepare(statement: Statement<never, unknown>): ReturnType<Executor['prepare']> {
    let known = prepared.get(statement);
    if (known === undefined) {
      known = executor.prepare(statement.text);
      prepared.set(statement, known);
    }
    return known;
  }

  function values(statement: Statement<never, unknown>, parameters: object): SqlValue[] {
    const given = parameters as Record<string, SqlValue | undefined>;
    const list: SqlValue[] = [];
    for (const slot of statement.slots) {
      if (!(slot instanceof Parameter)) {
        list.push(slot);
        continue;
      }
      const value = given[slot.name];
      if (value === undefined) throw new Error(`Parameter ${slot.name} is missing for: ${statement.text}`);
      list.push(value);
    }
    return list;
  }

  function reading(statement: Statement<never, unknown>): ReturnType<Executor['prepare']> {
    const ready = prepare(statement);
    if (!ready.readonly)
      throw new Error(`A read handle was given a statement that writes: ${statement.text}`);
    return ready;
  }

  const read: ReadHandle = {
    all: <P extends object, Row>(statement: Statement<P, Row>, parameters: P) =>
      reading(statement as Statement<never, unknown>).all(
        ...values(statement as Statement<never, unknown>, parameters),
      ) as Row[],
    get: <P extends object, Row>(statement: Statement<P, Row>, parameters: P) =>
      reading(statement as Statement<never, unknown>).get(
        ...values(statement as Statement<never, unknown>, parameters),
      ) as Row | undefined,
  };
  return {
    read,
    write: {
      ...read,
      run: <P extends object>(statement: Statement<P, unknown>, parameters: P) =>
        prepare(statement as Statement<never, unknown>).run(
          ...values(statement as Statement<never, unknown>, parameters),
        ).changes,
    },
  };
}
