/** The rows of the contract for the room where the council meets: ballots on paper. */
import { z } from 'zod';
import { slipFormats } from '../documents/model.ts';
import { bodySchema } from '../domain/body.ts';
import { schema } from '../terms.ts';
import type * as view from '../views.ts';
import { job, query } from './row.ts';

const id = schema.id;
/** The body whose meeting is on the wall; the school's council when it is left out. */
const body = bodySchema.optional();

export const roomMethods = {
  /** What the wall shows; asked by the projector's window, which has nobody signed in. */
  getProjection: query<view.Projection>()({
    scope: 'app',
    onWall: true,
    input: z.discriminatedUnion('kind', [
      z.strictObject({ body, kind: z.literal('waiting') }),
      z.strictObject({ body, kind: z.literal('agenda') }),
      z.strictObject({ body, kind: z.literal('case'), caseId: id }),
      z.strictObject({ body, kind: z.literal('voting'), roundId: id }),
      z.strictObject({ body, kind: z.literal('result'), roundId: id }),
    ]),
  }),
  /** Whether the computer, the data file and the council are ready for the meeting; changes nothing. */
  checkReadiness: query<view.Readiness>()({
    scope: 'app',
    input: z.strictObject({ body: bodySchema.optional() }),
  }),
  /** Opens a season to practise on: a copy of the open file, or the sample. It is never a real one again. */
  startRehearsal: job<view.OpenedFile>()({
    scope: 'app',
    startsAnew: 'file',
    input: z.strictObject({ from: z.enum(['open-file', 'sample']) }),
  }),
  /** The ballots of one round, or of several on one sheet of paper; rounds of one sheet are marked the same way. */
  renderBallots: job<view.RenderedBallots>()({
    unlogged: true,
    changesNothing: true,
    input: z.strictObject({
      roundIds: z.array(id).min(1).max(10),
      /** Null for the most slips on a page that the names allow. */
      format: z.enum(slipFormats).nullable(),
      copies: z.int().min(1).max(1000),
      purpose: z.enum(['vote', 'trial']),
      file: z.enum(['pdf', 'docx']),
    }),
  }),
} as const;
