/**
 * The words of the field as values: what a column may hold in the data file, what a method takes and gives.
 * Their Vietnamese is in `shared/vi/terms.ts`, their meaning in the README's glossary.
 */
import { z } from 'zod';
import { isIsoDate, parseSchoolYear } from './dates.ts';
import { inputProblems } from './vi/input.ts';

/** Yearly rating of a public employee, from the highest down (NĐ 90/2020, NĐ 233/2026). */
export const ratings = ['HTXS', 'HTT', 'HT', 'KHT'] as const;
export type Rating = (typeof ratings)[number];

export const sexes = ['MALE', 'FEMALE'] as const;
export type Sex = (typeof sexes)[number];

/** How far an initiative was recognised; `NOT_RECOGNISED` is a decision too, and differs from none yet. */
export const initiativeScopes = ['BASE', 'CITY', 'MINISTRY', 'NATION', 'NOT_RECOGNISED'] as const;
export type InitiativeScope = (typeof initiativeScopes)[number];

/** Scopes that a certificate may name. */
export const recognisedScopes = [
  'BASE',
  'CITY',
  'MINISTRY',
  'NATION',
] as const satisfies readonly InitiativeScope[];
export type RecognisedScope = (typeof recognisedScopes)[number];

export const disciplineForms = [
  'REPRIMAND',
  'WARNING',
  'DISMISSAL_FROM_POST',
  'FORCED_RESIGNATION',
  'PARTY_REPRIMAND',
  'PARTY_WARNING',
  'PARTY_DISMISSAL',
  'PARTY_EXPULSION',
] as const;
export type DisciplineForm = (typeof disciplineForms)[number];

/** Time away from work, by its kind in law. */
export const absenceKinds = ['MATERNITY', 'SICK', 'UNPAID', 'TRAINING', 'INJURED_RESCUING', 'OTHER'] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

/** A stretch of work, by what it counts for; those of `unitKinds` are about another unit. */
export const careerKinds = [
  'SECTOR',
  'TEACHING',
  'HARD_AREA',
  'MANAGER',
  'CONTRACT',
  'OTHER_UNIT',
  'SECONDMENT',
] as const;
export type CareerKind = (typeof careerKinds)[number];
export const unitKinds = ['OTHER_UNIT', 'SECONDMENT'] as const satisfies readonly CareerKind[];

/** Why a case must wait (NĐ 152/2025, điều 4 khoản 4). */
export const pendingMatterKinds = [
  'DISCIPLINE',
  'INVESTIGATION',
  'INSPECTION',
  'COMPLAINT',
  'PRESS',
] as const;
export type PendingMatterKind = (typeof pendingMatterKinds)[number];

/** Whether a person works here; who is on leave does. */
export const personStatuses = ['WORKING', 'LEFT', 'RETIRED'] as const;
export type PersonStatus = (typeof personStatuses)[number];

/** What keeps somebody away who works here: leave, or work for another unit. Follows from the record of it. */
export const awayKinds = [...absenceKinds, 'SECONDMENT'] as const;
export type AwayKind = (typeof awayKinds)[number];

/** Where a person stands, in one word, as lists tell it. */
export type Standing = PersonStatus | AwayKind;

/** Who receives a reward of pupils: one, or the whole class. */
export const pupilKinds = ['PUPIL', 'CLASS'] as const;
export type PupilKind = (typeof pupilKinds)[number];

export const councilRoles = ['CHAIR', 'VICE_CHAIR', 'SECRETARY', 'MEMBER'] as const;
export type CouncilRole = (typeof councilRoles)[number];

/** What a meeting agrees to as a whole. */
export const approvals = ['TELLERS', 'MINUTES'] as const;
export type Approval = (typeof approvals)[number];

/** What a rule, or a whole case, comes to: `needs-person` when no fact in the file can decide it. */
export const eligibilities = ['yes', 'no', 'needs-person'] as const;
export type Eligibility = (typeof eligibilities)[number];

/** One mark against one name on a ballot. */
export const marks = ['AGREE', 'DISAGREE', 'BLANK', 'INVALID'] as const;
export type Mark = (typeof marks)[number];

/** Who sits at the laptop. What each may do is a column of the contract (`shared/api.ts`). */
export const roles = ['secretary', 'chair', 'teller', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Whose scores: the person's own, or the tổ's. */
export const scoreSides = ['SELF', 'GROUP'] as const;
export type ScoreSide = (typeof scoreSides)[number];

/** The states of a case, in the order of the season; side states after them. */
export const caseStates = [
  'REGISTERED',
  'SELF_EVALUATED',
  'GROUP_REVIEWED',
  'CHECKED',
  'ON_BALLOT',
  'VOTED',
  'CONCLUDED',
  'PUBLISHED',
  'SUBMITTED',
  'DECIDED',
  'AWARDED',
  'RETURNED',
  'WITHDRAWN',
  'POSTPONED',
  'LOWERED',
  'REJECTED',
  'REVOKED',
] as const;
export type CaseState = (typeof caseStates)[number];

/** What the council's work came to for a case. */
export const outcomes = [
  'proposed',
  'rejected',
  'not-eligible',
  'postponed',
  'lowered',
  'withdrawn',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Id of a title or reward in the catalogue (`shared/rules`): `LDTT`, `CSTDCS`, … */
export type TitleId = string;

/** Random identifier of a record: UUIDv7 text. */
export type Id = string;

/** How sure we are of a rule: read in full text, quoted twice, once, another place's, practice, memory, unknown. */
export const confidences = ['P', 'C2', 'C1', 'L', 'PR', 'M', 'U'] as const;
export type Confidence = (typeof confidences)[number];

export const schema = {
  id: z.string().min(1).max(64),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine(isIsoDate, inputProblems.noSuchDay),
  schoolYear: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .refine((year) => parseSchoolYear(year) !== null, inputProblems.notSchoolYear),
  time: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .refine((time) => time < '24:00' && time.slice(3) < '60', inputProblems.noSuchTime),
  rating: z.enum(ratings),
  sex: z.enum(sexes),
  mark: z.enum(marks),
  role: z.enum(roles),
  text: z.string().max(2000),
  reason: z.string().trim().min(3).max(1000),
} as const;
