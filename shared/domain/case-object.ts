/** Whom a case is about, and which titles may be given to them. */
import type { Title } from '../rules/model.ts';
import type { Id } from '../terms.ts';

/** Exactly one of the ids of a case is set. */
export interface CaseOwner {
  readonly personId: Id | null;
  readonly groupId: Id | null;
  readonly pupilId: Id | null;
}

export type CaseObject = 'PERSON' | 'GROUP' | 'PUPIL';

/** The kind of its owner. */
export function objectOf({ personId, groupId }: Omit<CaseOwner, 'pupilId'>): CaseObject {
  if (personId !== null) return 'PERSON';
  return groupId === null ? 'PUPIL' : 'GROUP';
}

/** The id that stands for the owner; empty when there is none. */
export function ownerIdOf({ personId, groupId, pupilId }: CaseOwner): Id {
  return personId ?? groupId ?? pupilId ?? '';
}

/** Whether a title is given to such an owner; those of pupils are theirs alone. */
export function isTitleFor(title: Pick<Title, 'object'>, object: CaseObject): boolean {
  return title.object === object || (title.object === 'PERSON_OR_GROUP' && object !== 'PUPIL');
}
