/** Methods of the council and its meeting. */
import { z } from 'zod';
import { councilRoles, schema, type Role } from '../terms.ts';
import type * as view from '../views.ts';
import { command, none, office, optionalLine, query } from './row.ts';

const { id, date, text, reason, time } = schema;
const count = z.int().min(0).max(100_000);

/** Those who may count votes. */
export const counting: readonly Role[] = ['secretary', 'chair', 'teller'];

export const councilMethods = {
  getMeeting: query<view.MeetingView>()({ input: none }),
  saveCouncil: command<null>()({
    roles: office,
    input: z.strictObject({
      decisionNumber: optionalLine,
      decisionDate: date.nullable(),
      members: z.array(z.strictObject({ personId: id, role: z.enum(councilRoles) })).max(500),
    }),
  }),
  /** From a day on somebody is a member in a role, or, with a null role, no longer one. */
  recordCouncilChange: command<null>()({
    roles: office,
    input: z.strictObject({
      personId: id,
      role: z.enum(councilRoles).nullable(),
      on: date,
      decisionNumber: optionalLine,
      decisionDate: date.nullable(),
      reason: optionalLine,
    }),
  }),
  removeCouncilChange: command<null>()({ roles: office, input: z.strictObject({ id, reason }) }),
  saveMeeting: command<null>()({
    roles: office,
    input: z.strictObject({
      date,
      from: time,
      to: time,
      place: optionalLine,
      discussion: text,
      otherOpinions: text,
    }),
  }),
  savePresence: command<null>()({
    roles: office,
    input: z.strictObject({
      presence: z
        .array(
          z.strictObject({
            memberId: id,
            present: z.boolean().nullable(),
            reason: optionalLine,
            /** Null for who was there from the beginning, or stayed to the end. */
            arrivedAt: time.nullable().default(null),
            leftAt: time.nullable().default(null),
          }),
        )
        .max(500),
    }),
  }),
  openMeeting: command<null>()({
    roles: office,
    input: z.strictObject({ withoutQuorumBecause: reason.nullable() }),
  }),
  saveHands: command<null>()({
    roles: counting,
    input: z.strictObject({
      votes: z
        .array(
          z.strictObject({
            caseId: id,
            agree: count.nullable(),
            disagree: count.nullable(),
            abstain: count.nullable(),
          }),
        )
        .max(20_000),
    }),
  }),
  saveTellers: command<null>()({ roles: office, input: z.strictObject({ memberIds: z.array(id).max(20) }) }),
  concludeMeeting: command<{
    readonly proposed: number;
    readonly rejected: number;
    readonly notEligible: number;
    readonly postponed: number;
  }>()({
    roles: office,
    input: none,
  }),
  reopenMeeting: command<null>()({ roles: ['chair'], input: z.strictObject({ reason }) }),
} as const;
