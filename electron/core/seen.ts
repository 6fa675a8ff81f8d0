/**
 * Nobody writes over what they have not seen: a command that says what its window saw is merged into what stands there
 * now, and refused where both sides changed one value to different ones.
 */
import { z } from 'zod';
import { api, type MethodName } from '../../shared/api.ts';
import { isSame, mergeSeen, valuesOf } from '../../shared/domain/three-way.ts';
import type { AppError, ChangedValue } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { inputProblem } from '../../shared/vi/input.ts';
import type { CommandContext, Handlers } from './context.ts';
import { keptRecords, type Ask, type CommandName } from './kept-records.ts';
import type { Session } from './session.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a window says it saw, parsed as the input it is, and what it was told of since. */
export interface Seen {
  readonly record: Fields;
  readonly overwrite: readonly Pick<ChangedValue, 'row' | 'field' | 'now'>[];
}

const overwritten = z
  .array(z.object({ row: z.array(z.string()), field: z.string(), now: z.unknown() }))
  .max(20_000);

/** Reads what came with a call; null where nothing came. Errors: invalid-input. */
export function readSeen(given: {
  readonly schema: z.ZodType;
  readonly seen: unknown;
  readonly overwrite: unknown;
}): Result<Seen | null, AppError> {
  if (given.seen === undefined) return ok(null);
  const record = given.schema.safeParse(given.seen);
  const told = overwritten.safeParse(given.overwrite ?? []);
  const issue = record.error?.issues[0] ?? told.error?.issues[0];
  if (!record.success || !told.success)
    return err({ code: 'invalid-input', field: issue?.path.join('.') ?? '', detail: inputProblem(issue) });
  return ok({ record: record.data as Fields, overwrite: told.data });
}

/** The input to work with: with what others changed meanwhile left as it is. Errors: changed-meanwhile. */
export function settleSeen(given: {
  readonly name: CommandName;
  readonly input: unknown;
  readonly seen: Seen | null;
  readonly context: CommandContext;
  readonly handlers: Handlers<MethodName>;
  readonly writers: Writers;
}): Result<unknown, AppError> {
  const { name, input, seen, context, writers } = given;
  const kept = keptRecords[name];
  if (seen === null || kept === null) return ok(input);
  const now = kept.find({ context, ask: asker(given.handlers, context) }, input as never);
  if (now === null) return ok(input);
  const { record, clashes } = mergeSeen({
    seen: seen.record,
    wanted: input as Fields,
    now: now as Fields,
    shape: kept.shape,
  });
  const open = clashes.filter(
    (clash) =>
      !seen.overwrite.some(
        (told) =>
          told.field === clash.field && isSame(told.row, clash.row) && isSame(told.now ?? null, clash.now),
      ),
  );
  if (open.length === 0) return ok(record);
  const changes = open.map((clash) => ({ ...clash, by: writers.last(name, input as Fields, clash) }));
  return err({ code: 'changed-meanwhile', changes });
}

/** Queries of the same file, inside the transaction of the command. */
function asker(handlers: Handlers<MethodName>, context: CommandContext): Ask {
  return (method, input) => {
    const handler = handlers[method] as unknown as (
      context: CommandContext,
      input: unknown,
    ) => Result<unknown, AppError>;
    const result = handler(context, api[method].input.parse(input));
    return (result.ok ? result.value : null) as ReturnType<Ask>;
  };
}

type Writer = NonNullable<ChangedValue['by']>;

/** Who wrote each value last, as long as the file is open. */
export interface Writers {
  note(done: {
    readonly name: CommandName;
    readonly input: unknown;
    readonly seen: Seen | null;
    readonly by: Session;
    readonly at: Date;
  }): void;
  last(name: CommandName, input: Fields, value: Pick<ChangedValue, 'row' | 'field'>): Writer | null;
  forget(): void;
}

/** Beyond so many values the oldest are forgotten: then a change has no name to it. */
const remembered = 50_000;

/** Makes an empty memory of who wrote what. */
export function createWriters(): Writers {
  const writers = new Map<string, Writer>();
  return {
    note({ name, input, seen, by, at }) {
      const kept = keptRecords[name];
      if (kept === null) return;
      const before = new Map(
        [...valuesOf(seen?.record ?? {}, kept.shape)].map((one) => [placeOf(one), one.value]),
      );
      const time = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
      const writer = { name: by.name, role: by.role, at: time };
      for (const one of valuesOf(input as Fields, kept.shape)) {
        const place = placeOf(one);
        if (before.has(place) && isSame(before.get(place), one.value)) continue;
        const key = `${recordName(name, input as Fields)} ${place}`;
        writers.delete(key);
        writers.set(key, writer);
      }
      for (const key of writers.keys()) {
        if (writers.size <= remembered) break;
        writers.delete(key);
      }
    },
    last: (name, input, value) => writers.get(`${recordName(name, input)} ${placeOf(value)}`) ?? null,
    forget() {
      writers.clear();
    },
  };
}

function placeOf({ row, field }: Pick<ChangedValue, 'row' | 'field'>): string {
  return [...row, field].join(' ');
}

/** What names a record among those of its command: its id, else the ids and the year in the input. */
function recordName(name: CommandName, input: Fields): string {
  const { id } = input;
  const names = Object.entries(input).filter(([field]) => naming.test(field));
  return `${name} ${typeof id === 'string' ? id : JSON.stringify(names)}`;
}

const naming = /^(body|personId|groupId|memberId|caseId|ruleId|roundId|paperId|schoolYear|about)$/;
