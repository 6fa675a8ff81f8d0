/** Bodies that vote in a school: its council, the meeting of a tổ, the conference of the staff, the initiative council. */
import { z } from 'zod';
import { schema, type Id } from '../terms.ts';

/** Kinds of body, the school's council first. */
export const bodyKinds = ['SCHOOL', 'GROUP', 'STAFF', 'INITIATIVE'] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** Bodies beside the school's council: what they say of a case is an opinion, and never moves it. */
export const otherBodyKinds = ['GROUP', 'STAFF', 'INITIATIVE'] as const satisfies readonly BodyKind[];
export type OtherBodyKind = (typeof otherBodyKinds)[number];

/** Bodies that vote on cases before the school's council does. */
export const opinionKinds = ['GROUP', 'STAFF'] as const satisfies readonly OtherBodyKind[];
export type OpinionKind = (typeof opinionKinds)[number];

/** One body of a season, whether it was founded or not: a tổ's meeting is named by its tổ. */
export type Body =
  { readonly kind: 'SCHOOL' | 'STAFF' | 'INITIATIVE' } | { readonly kind: 'GROUP'; readonly groupId: Id };

/** Whether a kind of body is a council, which is founded by a decision and has a chair of its own. */
export function isCouncil(kind: BodyKind): boolean {
  return kind === 'SCHOOL' || kind === 'INITIATIVE';
}

/** The school's own council: meant wherever no body is named. */
export const schoolBody: Body = { kind: 'SCHOOL' };

/** How a body is named in the input of a method. */
export const bodySchema = z.union([
  z.strictObject({ kind: z.enum(['SCHOOL', 'STAFF', 'INITIATIVE']) }),
  z.strictObject({ kind: z.literal('GROUP'), groupId: schema.id }),
]);

/** The tổ of a body; null for a body of the whole school. */
export function groupOf(body: Body): Id | null {
  return body.kind === 'GROUP' ? body.groupId : null;
}

/** The body of a stored row. Throws on a row that no data file can hold. */
export function bodyOf(row: { readonly kind: BodyKind; readonly group_id: Id | null }): Body {
  if (row.kind !== 'GROUP') return { kind: row.kind };
  if (row.group_id === null) throw new Error('The meeting of a tổ without its tổ.');
  return { kind: 'GROUP', groupId: row.group_id };
}

/** A body as one word, for addresses and lists: "SCHOOL", "GROUP:<id>". */
export function bodyKey(body: Body): string {
  return body.kind === 'GROUP' ? `GROUP:${body.groupId}` : body.kind;
}

/** The body of a word; null when it names none. */
export function readBodyKey(key: string): Body | null {
  const [kind, groupId = ''] = key.split(':');
  if (kind === 'GROUP') return groupId === '' ? null : { kind, groupId };
  return kind === 'SCHOOL' || kind === 'STAFF' || kind === 'INITIATIVE' ? { kind } : null;
}
