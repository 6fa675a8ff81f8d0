/** The rows of the contract about tổ and the school as collectives, and what is known of them over the years. */
import { z } from 'zod';
import { pendingMatterKinds, ratings, schema } from '../terms.ts';
import type * as view from '../views.ts';
import { award } from './people.ts';
import { command, none, office, optionalLine, query } from './row.ts';

const { id, date, reason, schoolYear } = schema;

/** Collectives. */
export const collectiveMethods = {
  /** The tổ, then the school. */
  listCollectives: query<readonly view.GroupRow[]>()({ input: none }),
  getCollective: query<view.CollectiveDetail>()({ input: z.strictObject({ id }) }),
  saveCollective: command<null>()({
    roles: office,
    input: z.strictObject({ id, establishedOn: date.nullable(), receivesFlags: z.boolean().nullable() }),
  }),
  /** A year with neither a rating nor a rank is taken back. */
  saveCollectiveYear: command<null>()({
    roles: office,
    input: z.strictObject({
      groupId: id,
      schoolYear,
      rating: z.enum(ratings).nullable(),
      state: z.enum(['proposed', 'decided']),
      decidedOn: date.nullable(),
      decisionNumber: optionalLine,
      clusterRank: z.int().min(1).max(1000).nullable(),
    }),
  }),
  saveCollectiveAward: command<null>()({
    roles: office,
    input: z.strictObject({ id: id.nullable(), groupId: id, ...award }),
  }),
  saveCollectiveMatter: command<null>()({
    roles: office,
    input: z.strictObject({
      id: id.nullable(),
      groupId: id,
      kind: z.enum(pendingMatterKinds),
      from: date,
      to: date.nullable(),
      note: optionalLine,
    }),
  }),
  /** Who belongs to a collective in the year under review, and who of them counts. */
  listCountedMembers: query<readonly view.CountedMember[]>()({ input: z.strictObject({ groupId: id }) }),
  /** What the council decided instead of the records; `counted` null goes back to them. */
  saveCountedMember: command<null>()({
    roles: office,
    input: z.strictObject({ groupId: id, personId: id, counted: z.boolean().nullable(), reason }),
  }),
  removeCollectiveFact: command<null>()({
    roles: office,
    input: z.strictObject({ kind: z.enum(['group-award', 'group-matter']), id, reason }),
  }),
} as const;
