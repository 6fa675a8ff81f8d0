import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  api,
  type Api,
  type InputOf,
  type Method,
  type MethodName,
  type OutputOf,
} from '../../shared/api.ts';
import type { AppError } from '../../shared/errors.ts';
import { transitions } from '../../shared/domain/award-case.ts';
import { fold } from '../../shared/names.ts';
import type { Result } from '../../shared/result.ts';
import type { CaseState, Eligibility, Id, Mark, Role, TitleId } from '../../shared/terms.ts';
import type { RoundView } from '../../shared/views.ts';
import { appendAudit, type AuditFacts } from '../../electron/core/audit.ts';
import type { CommandContext } from '../../electron/core/context.ts';
import { migrate } from '../../electron/core/database/migrate.ts';
import { openDatabase, type OpenDatabase } from '../../electron/core/database/open.ts';
import { ballotHandlers } from '../../electron/core/features/ballot.ts';
import { councilHandlers } from '../../electron/core/features/council.ts';
import { meetingHandlers } from '../../electron/core/features/meeting.ts';
import { closingHandlers } from '../../electron/core/features/closing.ts';
import { createIds } from '../../electron/core/ids.ts';
import { createSessions } from '../../electron/core/session.ts';

const handlers = { ...councilHandlers, ...meetingHandlers, ...closingHandlers, ...ballotHandlers };

type Served = keyof typeof handlers;
type CommandName = {
  [M in Served]: Api[M]['kind'] extends 'command' ? M : never;
}[Served];
type QueryName = { [M in Served]: Api[M]['kind'] extends 'query' ? M : never }[Served];
type AnyHandler = (context: object, input: unknown) => Result<unknown, AppError>;

type Value = string | number | null;

/** A real data file on the disk with one season, and the methods of the council over it. */
export interface TestFile {
  readonly path: string;
  readonly database: OpenDatabase;
  readonly seasonId: Id;
  readonly random: (bytes: number) => Uint8Array;
  /** Runs a command as the core does: parsed, in one transaction, with its audit row. */
  call<M extends CommandName>(
    method: M,
    input: InputOf<M>,
    role?: Role,
    name?: string,
  ): Result<OutputOf<M>, AppError>;
  /** As `call`; throws when it is refused. */
  done<M extends CommandName>(method: M, input: InputOf<M>, role?: Role, name?: string): OutputOf<M>;
  ask<M extends QueryName>(method: M, input: InputOf<M>, role?: Role, name?: string): OutputOf<M>;
  /** Runs raw SQL, around every handler. */
  run(text: string, ...values: Value[]): number;
  rows<Row = Record<string, Value>>(text: string, ...values: Value[]): Row[];
  addPerson(person: { readonly name: string; readonly code?: string; readonly position?: string }): Id;
  addCase(given: {
    readonly personId: Id;
    readonly titleId: TitleId;
    readonly eligibility?: Eligibility | null;
    readonly summary?: string;
    readonly state?: CaseState;
  }): Id;
  close(): void;
}

/** Bytes that look random and are the same in every run. */
export function seededBytes(seed: number): (bytes: number) => Uint8Array {
  let state = seed >>> 0 || 1;
  return (bytes) =>
    Uint8Array.from({ length: bytes }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state >>> 24) ^ ((state >>> 9) & 0xff);
    });
}

/** A method's row in the contract. */
function rowOf(method: MethodName): Method {
  return api[method];
}

/** Makes a data file of the season 2025-2026 in a folder of its own; `close` removes it. */
export function createTestFile({ seed = 1 }: { readonly seed?: number } = {}): TestFile {
  const folder = mkdtempSync(join(tmpdir(), 'bangvang-core-'));
  const path = join(folder, 'truong.bangvang');
  const opened = openDatabase({ path, mode: 'new' });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const database = opened.value;
  const migrated = migrate({ target: database.driver, path });
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.error));
  const random = seededBytes(seed);
  let seconds = 0;
  function clock(): Date {
    seconds += 1;
    return new Date(Date.UTC(2026, 4, 28, 7, 0, seconds));
  }
  const newId = createIds({ now: clock, random });
  const sessions = createSessions(newId);

  function run(text: string, ...values: Value[]): number {
    return database.driver.prepare(text).run(...values).changes;
  }
  function rows<Row>(text: string, ...values: Value[]): Row[] {
    return database.driver.prepare(text).all(...values) as Row[];
  }

  const seasonId = newId();
  run("insert into file_info values (1, 'tệp thử', 'real', '2026-05-28T07:00:00.000Z', '00', '')");
  run(
    "insert into school values (1, 'Trường THCS Thử', 'UBND xã Thử', 'Thử', 'THCST', 'HĐTĐKT', '', '', '', '', '')",
  );
  run(
    `insert into season (id, school_year, movement_name, plan_number, content, starts_on, ends_on)
     values (?, '2025-2026', '', '', '', '2025-09-05', '2026-05-31')`,
    seasonId,
  );
  for (const { from, to } of transitions) run('insert into case_transition values (?, ?)', from, to);

  function execute(
    method: Served,
    input: unknown,
    { role, name }: { readonly role: Role; readonly name: string },
  ): Result<unknown, AppError> {
    const read = rowOf(method).input.safeParse(input);
    if (!read.success) {
      const [issue] = read.error.issues;
      const field = issue?.path.join('.') ?? '';
      return { ok: false, error: { code: 'invalid-input', field, detail: issue?.message ?? '' } };
    }
    const parsed = read.data;
    const allowed = rowOf(method).roles;
    if (allowed.length > 0 && !allowed.includes(role)) {
      return { ok: false, error: { code: 'role-not-allowed', role, allowed } };
    }
    const handler = handlers[method] as unknown as AnyHandler;
    return database.transaction((write) => {
      const now = clock().toISOString();
      let facts: AuditFacts = {};
      const context: CommandContext = {
        read: write,
        write,
        now,
        today: '2026-05-28',
        session: { id: 's', role, name },
        sessions,
        newId,
        random,
        record(given) {
          facts = given;
        },
      };
      const result = handler(context, parsed);
      if (result.ok && rowOf(method).unlogged !== true) {
        appendAudit(write, { at: now, role, name, method, facts });
      }
      return result;
    });
  }

  return {
    path,
    database,
    seasonId,
    random,
    call: <M extends CommandName>(
      method: M,
      input: InputOf<M>,
      role: Role = 'secretary',
      name = 'Người thử',
    ) => execute(method, input, { role, name }) as Result<OutputOf<M>, AppError>,
    done<M extends CommandName>(method: M, input: InputOf<M>, role: Role = 'secretary', name = 'Người thử') {
      const result = execute(method, input, { role, name }) as Result<OutputOf<M>, AppError>;
      if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    ask<M extends QueryName>(method: M, input: InputOf<M>, role: Role = 'secretary', name = 'Người thử') {
      const handler = handlers[method] as unknown as AnyHandler;
      const parsed = rowOf(method).input.parse(input);
      const context = {
        read: database.read,
        now: clock().toISOString(),
        today: '2026-05-28',
        session: { id: 's', role, name },
      };
      const result = handler(context, parsed) as Result<OutputOf<M>, AppError>;
      if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    run,
    rows,
    addPerson({ name, code, position = 'Giáo viên' }) {
      const id = newId();
      run(
        `insert into person (id, code, full_name, name_fold, position, duty, degree, party_member, status, status_from)
         values (?, ?, ?, ?, ?, '', '', 0, 'WORKING', '2025-09-01')`,
        id,
        code ?? null,
        name,
        fold(name),
        position,
      );
      return id;
    },
    addCase({ personId, titleId, eligibility = 'yes', summary = '', state = 'CHECKED' }) {
      const id = newId();
      run(
        `insert into award_case (id, season_id, person_id, title_id, late, state, outcome, outcome_reason, put_forward_at, achievement)
         values (?, ?, ?, ?, 0, ?, ?, '', '2025-10-10T00:00:00.000Z', '')`,
        id,
        seasonId,
        personId,
        titleId,
        state,
        state === 'WITHDRAWN' ? 'withdrawn' : null,
      );
      if (eligibility !== null) {
        run(
          "insert into verdict values (?, ?, 'RS2025', '1', '2026-05-20T00:00:00.000Z', '{}', ?)",
          id,
          eligibility,
          JSON.stringify({ failed: [], summary }),
        );
      }
      return id;
    },
    close() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A council of a size in an open meeting, the last members absent, the first three counting. */
export interface SeatedCouncil {
  readonly personIds: readonly Id[];
  readonly memberIds: readonly Id[];
  readonly meetingId: Id;
}

export function seatCouncil(
  file: TestFile,
  {
    total,
    absent = 0,
    open = true,
  }: { readonly total: number; readonly absent?: number; readonly open?: boolean },
): SeatedCouncil {
  const personIds = Array.from({ length: total }, (_, index) =>
    file.addPerson({ name: `Nguyễn Văn Ủy ${String(index + 1).padStart(2, '0')}` }),
  );
  file.done('saveCouncil', {
    decisionNumber: '12/QĐ-THCST',
    decisionDate: '2025-09-10',
    members: personIds.map((personId, index) => ({
      personId,
      role: index === 0 ? 'CHAIR' : index === 1 ? 'SECRETARY' : 'MEMBER',
    })),
  });
  file.done('saveMeeting', {
    date: '2026-05-28',
    from: '14:00',
    to: '16:30',
    place: 'Phòng Hội đồng',
    discussion: '',
    otherOpinions: '',
  });
  const members = file.ask('getMeeting', {}).council?.members ?? [];
  const memberIds = personIds.map(
    (personId) => members.find((member) => member.personId === personId)?.id ?? '',
  );
  file.done('savePresence', {
    presence: memberIds.map((memberId, index) => ({
      memberId,
      present: index < total - absent,
      reason: index < total - absent ? '' : 'Đi công tác',
    })),
  });
  file.done('saveTellers', { memberIds: memberIds.slice(0, Math.min(3, total - absent)) });
  if (open) file.done('openMeeting', { withoutQuorumBecause: 'Kiểm thử số lượng bất kỳ' });
  const [meeting] = file.rows<{ id: string }>('select id from meeting');
  return { personIds, memberIds, meetingId: meeting?.id ?? '' };
}

/** People with an eligible case each for a title. */
export function addCandidates(file: TestFile, titleId: TitleId, names: readonly string[]): readonly Id[] {
  return names.map((name) => file.addCase({ personId: file.addPerson({ name }), titleId }));
}

/** Opens a round of ballots for a title with its papers in number. */
export function openCounting(
  file: TestFile,
  {
    titleId = 'CSTDCS',
    papers,
    mode = 'ballots',
  }: {
    readonly titleId?: TitleId;
    readonly papers: number;
    readonly mode?: 'ballots' | 'totals';
  },
): RoundView {
  const { id } = file.done('openRound', { titleId });
  file.done('savePrintRun', { roundId: id, printed: papers + 1, issued: papers });
  file.done('declareReturned', { roundId: id, returned: papers, mode });
  return file.ask('getRound', { id });
}

/** A valid paper. */
export function paper(...marks: Mark[]): { invalidReason: string | null; marks: Mark[] } {
  return { invalidReason: null, marks };
}
