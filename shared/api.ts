/**
 * The contract: every method of the core as one row. Types, validation, permission checks, the command line's help
 * and the doors all derive from this table.
 */
import { z } from 'zod';
import { ratings, roles, schema, scoreSides } from './terms.ts';
import { voteBases, voteKinds } from './rules/model.ts';
import { ballotMethods } from './contract/ballots.ts';
import type { MissingItem } from './domain/dossier-items.ts';
import type { Warning } from './domain/warnings.ts';
import { collectiveMethods } from './contract/collectives.ts';
import { councilMethods } from './contract/council.ts';
import { peopleMethods } from './contract/people.ts';
import { pupilMethods } from './contract/pupils.ts';
import { roomMethods } from './contract/room.ts';
import {
  command,
  job,
  line,
  none,
  office,
  optionalLine,
  optionalPersonName,
  personName,
  query,
  type Method,
} from './contract/row.ts';
import type * as view from './views.ts';

export type { Method, MethodKind } from './contract/row.ts';

const { id, date, text, reason, schoolYear } = schema;
const points = z.int().min(0).max(100_000);
const base64 = z.string().max(60_000_000);
const path = z.string().min(1).max(4000);

const importKind = z.enum([
  'people',
  'history',
  'initiatives',
  'registrations',
  'evaluations',
  'collectives',
  'collectiveHistory',
  'disciplines',
  'absences',
]);
/** What a person says about how a file is read; all else is guessed. */
export const importChoices = z.strictObject({
  /** Changes to the guessed columns: field id or null by column index, per sheet name. */
  mapping: z.record(z.string(), z.record(z.string(), z.string().nullable())).optional(),
  /** Which sheets are read and in which row their header is (0: none), per sheet name; what is not said is guessed. */
  sheets: z
    .record(
      z.string(),
      z.strictObject({
        read: z.boolean().optional(),
        headerRow: z.int().min(0).max(100_000).optional(),
      }),
    )
    .optional(),
  /** What was asked about the file and answered with yes. */
  accepted: z.array(z.enum(['other-kind', 'other-school'])).optional(),
});
const importInput = importChoices.extend({ kind: importKind, fileName: line, bytes: base64 });
const signer = z.strictObject({ name: optionalPersonName, post: optionalLine });
const wholePercent = z.int().min(1).max(100);
const part = z.int().min(1).max(100);
const settingValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), number: z.int().min(0).max(1000) }),
  z.strictObject({ kind: z.literal('switch'), on: z.boolean() }),
  z.strictObject({
    kind: z.literal('vote'),
    vote: z.strictObject({
      kind: z.enum(voteKinds),
      percent: wholePercent,
      strict: z.boolean(),
      base: z.enum(voteBases),
      fraction: z.strictObject({ numerator: part, denominator: part }).nullable().default(null),
      chooseAtMost: z.int().min(1).max(500).nullable().default(null),
    }),
  }),
  z.strictObject({
    kind: z.literal('quorum'),
    quorum: z.strictObject({ numerator: part, denominator: part, awardPercent: wholePercent.nullable() }),
  }),
  z.strictObject({ kind: z.literal('choice'), choice: line }),
  z.strictObject({ kind: z.literal('text'), text: z.string().trim().min(1).max(1000) }),
]);

export const api = {
  // ——— The app and its file
  getStatus: query<view.Status>()({ scope: 'app', input: none }),
  getProgress: query<view.Progress | null>()({ scope: 'app', input: none }),
  /** What tells a window whether another one changed something: asked every few seconds under the window's own id. */
  getPulse: query<view.Pulse>()({ scope: 'app', input: z.strictObject({ windowId: line }) }),
  cancelJob: query<null>()({ scope: 'app', input: none }),
  listFolder: query<view.FolderView>()({
    scope: 'app',
    input: z.strictObject({ path: path.nullable(), endings: z.array(z.string().max(12)).max(10).optional() }),
  }),
  createFile: job<view.OpenedFile>()({
    scope: 'app',
    startsAnew: 'file',
    input: z.strictObject({
      path,
      kind: z.enum(['real', 'training']).default('real'),
      schoolName: line,
      superior: line,
      place: line,
      schoolYear,
      registrationDeadline: date.nullable().default(null),
      meetingOn: date.nullable().default(null),
    }),
  }),
  openFile: job<view.OpenedFile>()({
    scope: 'app',
    unlogged: true,
    startsAnew: 'file',
    input: z.strictObject({ path }),
  }),
  /** `fresh` starts the sample anew and loses what was tried in it. */
  openSample: job<view.OpenedFile>()({
    scope: 'app',
    unlogged: true,
    startsAnew: 'file',
    input: z.strictObject({ fresh: z.boolean().default(false) }),
  }),
  closeFile: job<null>()({ scope: 'app', unlogged: true, input: none }),
  /** `name`: who restores, where no file is open in which somebody is signed in. */
  restoreBackup: job<view.OpenedFile>()({
    scope: 'app',
    startsAnew: 'file',
    roles: ['chair'],
    input: z.strictObject({ path, target: path, reason, name: personName.optional() }),
  }),
  verifyPackage: job<view.PackageCheck>()({ scope: 'app', unlogged: true, input: z.strictObject({ path }) }),
  signIn: command<{ readonly sessionId: string }>()({
    startsAnew: 'session',
    input: z.strictObject({ role: z.enum(roles), name: personName }),
  }),

  // ——— School and season
  getSchool: query<view.School>()({ input: none }),
  saveSchool: command<view.School>()({
    roles: office,
    input: z.strictObject({
      name: line,
      superior: line,
      place: line,
      symbol: line,
      councilSymbol: line,
      submittedTo: line,
      principal: signer,
      clerk: signer,
    }),
  }),
  getSeason: query<view.Season>()({ input: none }),
  saveSeason: command<view.Season>()({
    roles: office,
    input: z.strictObject({
      movement: z.strictObject({
        name: optionalLine,
        planNumber: optionalLine,
        planDate: date.nullable(),
        content: text,
      }),
      startsOn: date,
      endsOn: date,
      registrationDeadline: date.nullable(),
      meetingOn: date.nullable(),
    }),
  }),
  saveCampaign: command<view.Campaign>()({
    roles: office,
    input: z.strictObject({ id: id.nullable(), name: line, startsOn: date, endsOn: date, content: text }),
  }),
  removeCampaign: command<null>()({ roles: office, input: z.strictObject({ id }) }),
  announceStandard: command<null>()({
    roles: office,
    input: z.strictObject({ titleId: id, announced: z.boolean() }),
  }),

  getRegulation: query<view.Regulation>()({ input: none }),
  /** Names the school's document, and settles the settings given; a null value goes back to the default. */
  saveRegulation: command<view.Regulation>()({
    roles: office,
    input: z.strictObject({
      document: z.strictObject({ name: line, number: optionalLine, date: date.nullable() }),
      settings: z
        .array(
          z.strictObject({
            id,
            value: settingValue.nullable(),
            article: optionalLine,
            otherDocument: optionalLine,
          }),
        )
        .max(200),
      reason,
    }),
  }),

  // ——— People and tổ
  ...peopleMethods,
  ...collectiveMethods,

  // ——— Pupils
  ...pupilMethods,

  // ——— Import
  previewImport: job<view.ImportPreview>()({
    roles: office,
    unlogged: true,
    changesNothing: true,
    input: importInput,
  }),
  runImport: job<view.ImportResult>()({ roles: office, input: importInput }),

  // ——— Registration
  listCases: query<readonly view.CaseRow[]>()({ input: none }),
  getCase: query<view.CaseDetail>()({ input: z.strictObject({ id }) }),
  listUnregistered: query<readonly view.UnregisteredPerson[]>()({ input: none }),
  registerCase: command<{ readonly id: string }>()({
    roles: office,
    input: z.strictObject({
      personId: id.nullable(),
      groupId: id.nullable(),
      pupilId: id.nullable().default(null),
      titleId: id,
      registeredOn: date,
    }),
  }),
  withdrawCase: command<null>()({ roles: office, input: z.strictObject({ id, reason }) }),
  lockRegistration: command<null>()({ roles: office, input: z.strictObject({ reason }) }),
  unlockRegistration: command<null>()({ roles: office, input: z.strictObject({ reason }) }),

  // ——— Evaluation
  getEvaluations: query<view.EvaluationSheet>()({ input: none }),
  saveCriteria: command<null>()({
    roles: office,
    input: z.strictObject({
      criteria: z.array(z.strictObject({ id: id.nullable(), name: line, maximum: points.min(1) })).max(40),
    }),
  }),
  saveScores: command<null>()({
    roles: office,
    input: z.strictObject({
      scores: z
        .array(
          z.strictObject({
            personId: id,
            criterionId: id,
            side: z.enum(scoreSides),
            score: points.nullable(),
          }),
        )
        .min(1)
        .max(20_000),
    }),
  }),
  confirmScores: command<{ readonly confirmed: number }>()({
    roles: office,
    input: z.strictObject({ personIds: z.array(id).max(20_000), confirmed: z.boolean() }),
  }),

  // ——— Appraisal
  /** Ids of the open cases whose facts changed after their verdict. */
  listStaleCases: query<readonly string[]>()({ input: none }),
  /** Ceilings on numbers of people that the school passes as it stands; they only warn. */
  listCeilings: query<readonly Warning[]>()({ input: none }),
  /** Shares that the school's regulation switched on, over the eligible cases. */
  listTitleCaps: query<readonly view.TitleCap[]>()({ input: none }),
  /** Awards that the facts speak for and that nobody registered. */
  listSuggestions: query<readonly view.SuggestionRow[]>()({ input: none }),
  /** What the rules would say if some facts were others; keeps nothing. */
  tryCase: query<view.CaseTrial>()({
    input: z.strictObject({
      caseId: id,
      changes: z
        .array(
          z.discriminatedUnion('kind', [
            z.strictObject({ kind: z.literal('rating'), rating: z.enum(ratings) }),
            z.strictObject({ kind: z.literal('initiative'), scope: z.enum(['BASE', 'CITY']) }),
            /** By its place in the list; `to` null takes it away. */
            z.strictObject({
              kind: z.literal('discipline'),
              position: z.int().min(0).max(1000),
              to: date.nullable(),
            }),
            z.strictObject({
              kind: z.literal('judgement'),
              ruleId: line,
              answer: z.enum(['pass', 'fail']),
            }),
          ]),
        )
        .max(200)
        .default([]),
    }),
  }),
  /** Checks the open cases; only some when `caseIds` names them. Gives the counts of all. */
  checkCases: command<{ readonly yes: number; readonly no: number; readonly needsPerson: number }>()({
    roles: office,
    input: z.strictObject({ caseIds: z.array(id).min(1).max(20_000).nullable().default(null) }),
  }),
  judgeCondition: command<null>()({
    roles: office,
    input: z.strictObject({ caseId: id, ruleId: line, answer: z.enum(['pass', 'fail']).nullable(), reason }),
  }),
  /** For what a reward is asked, in words: one achievement is not rewarded twice. */
  saveAchievement: command<null>()({
    roles: office,
    input: z.strictObject({ caseId: id, achievement: optionalLine }),
  }),
  overruleVerdict: command<null>()({
    roles: ['chair', 'secretary'],
    input: z.strictObject({ caseId: id, eligibility: z.enum(['yes', 'no']).nullable(), reason }),
  }),

  // ——— Council and meeting
  ...councilMethods,

  // ——— Ballots
  ...ballotMethods,

  ...roomMethods,

  // ——— Dossier
  listPapers: query<readonly view.PaperRow[]>()({ input: none }),
  /** Papers that the dossiers of the proposed cases should hold, and that are neither made here nor known. */
  listMissingItems: query<readonly MissingItem[]>()({ input: none }),
  /** One paper of the dossier, or beside it. */
  getPaper: query<view.PaperRow>()({ input: z.strictObject({ paperId: line }) }),
  /** `number`: "15", "15a", or with its symbol; empty takes it away. Errors: invalid-paper-number, paper-number-taken. */
  savePaperNumber: command<null>()({
    roles: office,
    input: z.strictObject({ paperId: line, number: optionalLine, date: date.nullable() }),
  }),
  renderPaper: job<view.RenderedPaper>()({
    unlogged: true,
    changesNothing: true,
    input: z.strictObject({ paperId: line, format: z.enum(['docx', 'pdf', 'xlsx']) }),
  }),
  /** The rows of any list of a screen as a workbook; the first line is the headers. */
  renderList: job<view.RenderedPaper>()({
    unlogged: true,
    changesNothing: true,
    input: z.strictObject({
      title: line,
      lines: z
        .array(z.array(z.string().max(4000)).min(1).max(60))
        .min(1)
        .max(20_000),
    }),
  }),
  listDrives: query<readonly view.Drive[]>()({ scope: 'app', input: none }),
  exportPackage: job<view.PackageResult>()({ roles: office, input: z.strictObject({ to: path }) }),

  // ——— Overview, log, backups
  getOverview: query<view.Overview>()({ input: none }),
  listAudit: query<view.AuditPage>()({
    input: z.strictObject({ before: z.int().positive().nullable(), limit: z.int().min(1).max(500) }),
  }),
  listBackups: query<{ readonly folder: string; readonly backups: readonly view.BackupRow[] }>()({
    scope: 'app',
    input: none,
  }),
  createBackup: job<view.BackupRow>()({ roles: office, input: none }),
} as const satisfies Readonly<Record<string, Method>>;

export type Api = typeof api;
export type MethodName = keyof Api;

/** What a caller passes. */
export type InputOf<M extends MethodName> = z.input<Api[M]['input']>;

/** What a handler receives: parsed. */
export type ParsedInputOf<M extends MethodName> = z.output<Api[M]['input']>;

/** What comes back when it succeeds. */
export type OutputOf<M extends MethodName> = NonNullable<Api[M]['output']> | NullOf<Api[M]['output']>;

type NullOf<T> = null extends T ? null : never;
