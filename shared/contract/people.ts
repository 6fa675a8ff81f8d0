/** The rows of the contract about people, tổ, and what is known of them over the years. */
import { z } from 'zod';
import { rewardTypes } from '../rules/model.ts';
import {
  absenceKinds,
  careerKinds,
  disciplineForms,
  initiativeScopes,
  pendingMatterKinds,
  personStatuses,
  ratings,
  recognisedScopes,
  schema,
  unitKinds,
} from '../terms.ts';
import type * as view from '../views.ts';
import { command, groupName, line, none, office, optionalLine, personName, query } from './row.ts';

const { id, date, reason, schoolYear } = schema;
const period = { from: date, to: date.nullable() };
/** A title of the catalogue, or a name alone. */
export const award = {
  schoolYear,
  titleId: z.string().min(1).max(40).nullable(),
  name: line,
  decisionNumber: optionalLine,
  decisionDate: date.nullable(),
  issuer: optionalLine,
  rewardType: z.enum(rewardTypes).nullable(),
  themed: z.boolean().nullable(),
  achievement: optionalLine,
  cancelled: z.strictObject({ number: line, date: date.nullable() }).nullable(),
  /** Recorded though one that may be the same is there. */
  keepBoth: z.boolean().optional(),
};

/** People and tổ. */
export const peopleMethods = {
  /** The tổ; `listCollectives` has the school too. */
  listGroups: query<readonly view.GroupRow[]>()({ input: none }),
  saveGroup: command<view.GroupRow>()({
    roles: office,
    input: z.strictObject({ id: id.nullable(), name: groupName }),
  }),
  removeGroup: command<null>()({ roles: office, input: z.strictObject({ id }) }),
  listPeople: query<readonly view.PersonRow[]>()({ input: none }),
  getPerson: query<view.PersonDetail>()({ input: z.strictObject({ id }) }),
  savePerson: command<view.PersonRow>()({
    roles: office,
    input: z.strictObject({
      id: id.nullable(),
      code: z.string().trim().max(40).nullable(),
      fullName: personName,
      birthDate: date.nullable(),
      sex: schema.sex.nullable(),
      position: optionalLine,
      duty: optionalLine,
      degree: optionalLine,
      joinedOn: date.nullable(),
      partyMember: z.boolean(),
      /** Only for a new person: the first tổ. */
      groupId: id.nullable(),
    }),
  }),
  removePerson: command<null>()({ roles: office, input: z.strictObject({ id }) }),
  changeGroup: command<null>()({
    roles: office,
    input: z.strictObject({ personId: id, groupId: id, from: date }),
  }),
  changeStatus: command<null>()({
    roles: office,
    input: z.strictObject({ personId: id, status: z.enum(personStatuses), from: date }),
  }),
  /** Mends the first day of a tổ or a status: the day before is the last of what came before. */
  moveSpell: command<null>()({
    roles: office,
    input: z.strictObject({ personId: id, of: z.enum(['group', 'status']), from: date, newFrom: date }),
  }),
  /** Takes a tổ or a status back that began on a day: what came before goes on. */
  removeSpell: command<null>()({
    roles: office,
    input: z.strictObject({ personId: id, of: z.enum(['group', 'status']), from: date, reason }),
  }),
  saveRating: command<null>()({
    roles: office,
    input: z.strictObject({
      personId: id,
      schoolYear,
      rating: z.enum(ratings).nullable(),
      state: z.enum(['proposed', 'decided']),
      /** Day of the decision; what was recorded stays when it is left out. */
      decidedOn: date.nullable().optional(),
    }),
  }),
  saveAward: command<null>()({
    roles: office,
    input: z.strictObject({ id: id.nullable(), personId: id, ...award }),
  }),
  saveResearch: command<null>()({
    roles: office,
    input: z.strictObject({
      id: id.nullable(),
      personId: id,
      schoolYear,
      name: line,
      accepted: z.boolean(),
      decisionNumber: optionalLine,
      scope: z.enum(initiativeScopes).nullable(),
    }),
  }),
  saveInitiative: command<null>()({
    roles: office,
    input: z.strictObject({
      id: id.nullable(),
      personId: id,
      schoolYear,
      name: line,
      share: z.int().min(0).max(100).nullable(),
      scope: z.enum(initiativeScopes),
      decisionNumber: optionalLine,
      /** Certificate of effect; `none` when there is none, null when nobody knows. */
      effect: z
        .union([
          z.literal('none'),
          z.strictObject({ scope: z.enum(recognisedScopes), number: line, date: date.nullable() }),
        ])
        .nullable(),
      usedFor: z.array(z.strictObject({ titleId: z.string().min(1).max(40), schoolYear })).max(20),
    }),
  }),
  saveDiscipline: command<null>()({
    roles: office,
    input: z.strictObject({
      id: id.nullable(),
      personId: id,
      form: z.enum(disciplineForms),
      ...period,
      linkedToDuty: z.boolean().nullable(),
      countedInYear: schoolYear.nullable(),
    }),
  }),
  saveCareer: command<null>()({
    roles: office,
    input: z
      .strictObject({
        id: id.nullable(),
        personId: id,
        kind: z.enum(careerKinds),
        ...period,
        unit: optionalLine,
        commentReceived: z.boolean(),
      })
      .refine(({ kind, unit }) => unit !== '' || !unitKinds.some((one) => one === kind), {
        path: ['unit'],
      })
      .refine(({ kind, to }) => to !== null || (kind !== 'OTHER_UNIT' && kind !== 'CONTRACT'), {
        path: ['to'],
      }),
  }),
  saveAbsence: command<null>()({
    roles: office,
    input: z.strictObject({
      id: id.nullable(),
      personId: id,
      kind: z.enum(absenceKinds),
      /** Null where nobody said the days yet; there is no end then. */
      from: date.nullable(),
      to: date.nullable(),
    }),
  }),
  savePendingMatter: command<null>()({
    roles: office,
    input: z.strictObject({
      id: id.nullable(),
      personId: id,
      kind: z.enum(pendingMatterKinds),
      ...period,
      note: optionalLine,
    }),
  }),
  removeFact: command<null>()({
    roles: office,
    input: z.strictObject({
      kind: z.enum(['award', 'research', 'initiative', 'discipline', 'career', 'absence', 'pending-matter']),
      id,
      reason,
    }),
  }),
} as const;
