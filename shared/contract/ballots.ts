/** The rows of the contract about rounds of secret ballot: papers in number, counts, seal. */
import { z } from 'zod';
import { bodySchema } from '../domain/body.ts';
import { schema } from '../terms.ts';
import type * as view from '../views.ts';
import { command, counting, job, line, office, query } from './row.ts';

const { id, reason, text, time } = schema;
/** The body in whose meeting it is; the school's council when it is left out. A round tells its own. */
const body = bodySchema.optional();
const count = z.int().min(0).max(100_000);
const counts = z.union([z.literal(1), z.literal(2)]);
const base64 = z.string().max(60_000_000);
const ballot = z.strictObject({ invalidReason: line.nullable(), marks: z.array(schema.mark).max(500) });

/** Rounds of secret ballot. */
export const ballotMethods = {
  listRounds: query<readonly view.RoundRow[]>()({ input: z.strictObject({ body }) }),
  /** Ballots that can be opened now, with the names that may stand on each. */
  listNextRounds: query<readonly view.NextRound[]>()({ input: z.strictObject({ body }) }),
  getRound: query<view.RoundView>()({ input: z.strictObject({ id }) }),
  /** Counted as often as the school's setting says unless `counts` is given; `caseIds` narrows the names of a further ballot. */
  openRound: command<{ readonly id: string }>()({
    roles: office,
    input: z.strictObject({
      body,
      titleId: id,
      counts: counts.optional(),
      caseIds: z.array(id).min(1).max(500).optional(),
    }),
  }),
  removeRound: command<null>()({ roles: office, input: z.strictObject({ id, reason }) }),
  savePrintRun: command<null>()({
    roles: counting,
    input: z.strictObject({
      roundId: id,
      printed: count.nullable(),
      issued: count.nullable(),
      /** Left as they are when they are not given. */
      spoiled: count.nullable().optional(),
      leftOver: count.nullable().optional(),
      destroyed: count.nullable().optional(),
    }),
  }),
  declareReturned: command<null>()({
    roles: counting,
    input: z.strictObject({
      roundId: id,
      returned: count.nullable(),
      mode: z.enum(['ballots', 'totals']),
      counts: counts.optional(),
    }),
  }),
  /** Keeps the open lot; `over` is the lot as the sender last knew it, which must still be the one that is kept. */
  saveBallotDraft: command<null>()({
    roles: counting,
    unlogged: true,
    changesNothing: true,
    input: z.strictObject({
      roundId: id,
      ballots: z.array(ballot).max(10_000),
      over: z.array(ballot).max(10_000).optional(),
    }),
  }),
  /** Stores papers for good, in no order, in the place of the open lot; `over` as when it is kept. */
  storeBallots: command<{ readonly stored: number }>()({
    roles: counting,
    input: z.strictObject({
      roundId: id,
      ballots: z.array(ballot).min(1).max(10_000),
      over: z.array(ballot).max(10_000).optional(),
    }),
  }),
  /** A teller takes the next of two counts, under the name of a member of the panel. */
  takeCount: command<{ readonly number: number }>()({
    roles: counting,
    input: z.strictObject({ roundId: id }),
  }),
  /** A paper that is not clear leaves the heap until the whole panel has decided it. */
  setBallotAside: command<null>()({ roles: counting, input: z.strictObject({ roundId: id }) }),
  /** It was clear after all and goes back to the heap. */
  takeBallotBack: command<null>()({ roles: counting, input: z.strictObject({ roundId: id }) }),
  /** What the panel decided: the paper joins the open lot, the reason stays by itself. */
  decideBallot: command<null>()({
    roles: counting,
    input: z.strictObject({
      roundId: id,
      ballot,
      /** A decision made in the other count about the same sheet, or a new reason. */
      decision: z.union([z.strictObject({ id }), z.strictObject({ reason })]),
    }),
  }),
  /** Takes papers out of one's own count, to be read and typed again. */
  removeBallots: command<null>()({
    roles: counting,
    input: z.strictObject({ roundId: id, ballots: z.array(ballot).min(1).max(10_000), reason }),
  }),
  /** The teller stands by the count that is theirs, once both are equal. */
  confirmCount: command<null>()({ roles: counting, input: z.strictObject({ roundId: id }) }),
  previewBallotFile: job<{
    readonly ballots: readonly view.BallotInput[];
    /** Sheets that are not read, and rows and columns that are taken though nobody sees them. */
    readonly problems: readonly view.Problem[];
  }>()({
    roles: counting,
    unlogged: true,
    changesNothing: true,
    input: z.strictObject({ roundId: id, fileName: line, bytes: base64 }),
  }),
  clearBallots: command<null>()({ roles: counting, input: z.strictObject({ roundId: id, reason }) }),
  saveTotals: command<null>()({
    roles: counting,
    input: z.strictObject({
      roundId: id,
      invalid: count,
      totals: z
        .array(
          z.strictObject({
            caseId: id,
            agree: count.nullable(),
            disagree: count.nullable(),
            blank: count.nullable(),
          }),
        )
        .max(500),
    }),
  }),
  saveWrittenOpinion: command<null>()({
    roles: counting,
    input: z.strictObject({
      roundId: id,
      memberId: id,
      /** Null takes the opinion back. */
      marks: z
        .array(z.strictObject({ caseId: id, mark: schema.mark }))
        .max(500)
        .nullable(),
    }),
  }),
  /** Hours of the count, titles of the signatures and remarks of the counting minutes. */
  saveTallyWording: command<null>()({
    roles: counting,
    input: z.strictObject({
      roundId: id,
      /** Null where nobody wrote them down. */
      countedFrom: time.nullable(),
      countedTo: time.nullable(),
      remarks: text,
      head: line,
      member: line,
      secretary: line,
    }),
  }),
  sealRound: command<null>()({ roles: counting, input: z.strictObject({ roundId: id }) }),
  reopenRound: command<null>()({ roles: ['chair'], input: z.strictObject({ roundId: id, reason }) }),
} as const;
