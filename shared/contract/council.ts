/** Methods of the council and its meeting. */
import { z } from 'zod';
import { bodySchema } from '../domain/body.ts';
import { approvals, councilRoles, schema } from '../terms.ts';
import type * as view from '../views.ts';
import { command, counting, line, none, office, optionalLine, query } from './row.ts';

const { id, date, text, reason, time } = schema;
/** The body that is meant; the school's council when it is left out. */
const body = bodySchema.optional();
const count = z.int().min(0).max(100_000);

export const councilMethods = {
  /** Every body that votes, founded or not, the school's council first. */
  listBodies: query<readonly view.BodyRow[]>()({ input: none }),
  /** Who sits in a body by post or by tổ on the day of its meeting, with a role. */
  suggestMembers: query<readonly view.SuggestedMember[]>()({ input: z.strictObject({ body }) }),
  getMeeting: query<view.MeetingView>()({ input: z.strictObject({ body }) }),
  saveCouncil: command<null>()({
    roles: office,
    input: z.strictObject({
      body,
      decisionNumber: optionalLine,
      decisionDate: date.nullable(),
      members: z.array(z.strictObject({ personId: id, role: z.enum(councilRoles) })).max(500),
    }),
  }),
  /** From a day on somebody is a member in a role, or, with a null role, no longer one. */
  recordCouncilChange: command<null>()({
    roles: office,
    input: z.strictObject({
      body,
      personId: id,
      role: z.enum(councilRoles).nullable(),
      on: date,
      decisionNumber: optionalLine,
      decisionDate: date.nullable(),
      reason: optionalLine,
    }),
  }),
  removeCouncilChange: command<null>()({ roles: office, input: z.strictObject({ body, id, reason }) }),
  saveMeeting: command<null>()({
    roles: office,
    input: z.strictObject({
      body,
      date,
      from: time,
      to: time,
      place: optionalLine,
      discussion: text,
      otherOpinions: text,
      /** Titles under which the two sign the minutes, and remarks; left out stays as it is. */
      chairTitle: optionalLine.optional(),
      secretaryTitle: optionalLine.optional(),
      remarks: text.optional(),
    }),
  }),
  savePresence: command<null>()({
    roles: office,
    input: z.strictObject({
      body,
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
  /** The order in which titles are dealt with; those left out come after it. */
  saveAgenda: command<null>()({
    roles: office,
    input: z.strictObject({ body, titleIds: z.array(id).max(100) }),
  }),
  saveCaseNote: command<null>()({
    roles: office,
    input: z.strictObject({ body, caseId: id, discussion: text, dissent: text }),
  }),
  /** A member is somebody's relative; null takes it back. */
  saveRelative: command<null>()({
    roles: office,
    input: z.strictObject({ body, memberId: id, personId: id, relation: line.nullable() }),
  }),
  /** A member steps aside from the vote on a case; null takes it back. */
  saveRecusal: command<null>()({
    roles: office,
    input: z.strictObject({ body, caseId: id, memberId: id, reason: line.nullable() }),
  }),
  /** What the council decides by word, whatever a count says; null takes it back. */
  decideCase: command<null>()({
    roles: office,
    input: z.strictObject({
      caseId: id,
      decision: z
        .discriminatedUnion('outcome', [
          z.strictObject({ outcome: z.enum(['rejected', 'postponed']), reason }),
          z.strictObject({ outcome: z.literal('lowered'), titleId: id, reason }),
        ])
        .nullable(),
    }),
  }),
  openMeeting: command<null>()({
    roles: office,
    input: z.strictObject({ body, withoutQuorumBecause: reason.nullable() }),
  }),
  saveHands: command<null>()({
    roles: counting,
    input: z.strictObject({
      body,
      votes: z
        .array(
          z.strictObject({
            caseId: id,
            agree: count.nullable(),
            disagree: count.nullable(),
            abstain: count.nullable(),
            /** How many of these came in writing from absent members. */
            written: count.nullable().default(null),
          }),
        )
        .max(20_000),
    }),
  }),
  /** Hands of the initiative council; a vote stands for every author of the initiative. */
  saveInitiativeVotes: command<null>()({
    roles: counting,
    input: z.strictObject({
      votes: z
        .array(
          z.strictObject({
            initiativeId: id,
            agree: count.nullable(),
            disagree: count.nullable(),
            abstain: count.nullable(),
            /** How many of these came in writing from absent members. */
            written: count.nullable().default(null),
          }),
        )
        .max(5000),
    }),
  }),
  /** The decision that recognises what the initiative council agreed to; null takes it back. */
  recordRecognition: command<{ readonly recognised: number }>()({
    roles: office,
    input: z.strictObject({ decision: z.strictObject({ number: line, date }).nullable() }),
  }),
  saveTellers: command<null>()({
    roles: office,
    input: z.strictObject({ body, memberIds: z.array(id).max(20) }),
  }),
  /** How many of those in the room agreed to the panel of tellers or to the minutes; null takes it back. */
  saveApproval: command<null>()({
    roles: office,
    input: z.strictObject({ body, about: z.enum(approvals), agree: count.nullable() }),
  }),
  concludeMeeting: command<{
    readonly proposed: number;
    readonly rejected: number;
    readonly notEligible: number;
    readonly postponed: number;
  }>()({
    roles: office,
    input: z.strictObject({
      body,
      /** Why it is concluded with cases that nobody dealt with. */
      undealtBecause: reason.nullable().default(null),
    }),
  }),
  reopenMeeting: command<null>()({ roles: ['chair'], input: z.strictObject({ body, reason }) }),
} as const;
