/** The rows of the contract about pupils and whole classes who are put forward for a reward of pupils. */
import { z } from 'zod';
import { schema } from '../terms.ts';
import type * as view from '../views.ts';
import { command, groupName, line, office, optionalLine, personName } from './row.ts';

const { id, date, reason } = schema;

/** Pupils. */
export const pupilMethods = {
  /** Puts every pupil of a pasted list forward, wholly or not at all: name, class, then a code and an achievement, if any. */
  registerPupils: command<view.PupilsRegistered>()({
    roles: office,
    input: z.strictObject({
      titleId: id,
      registeredOn: date,
      text: z.string().min(1).max(500_000),
      /** The way to the award that holds for all of them, by the id of its rule's step; their achievements are its grounds. */
      wayId: line.nullable().default(null),
      /** On what it is confirmed that all of them kept the rules; empty leaves each to be judged. */
      conductGrounds: optionalLine.default(''),
    }),
  }),
  savePupil: command<null>()({
    roles: office,
    input: z.strictObject({ id, name: personName, className: groupName, code: optionalLine }),
  }),
  /** Takes a pupil who was written down by mistake off the list, with all cases; only before registration is locked. */
  removePupil: command<null>()({ roles: office, input: z.strictObject({ id, reason }) }),
} as const;
