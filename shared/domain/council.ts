/** Who is in the council on a day, and in which role: the last change up to that day says so. */
import type { IsoDate } from '../dates.ts';
import type { CouncilRole } from '../terms.ts';

/** What a member is from a day on; a null day is since the council was founded, a null role is no longer a member. */
export interface RoleChange {
  readonly on: IsoDate | null;
  readonly role: CouncilRole | null;
}

/** What a change does to a membership. */
export const councilChangeKinds = ['founded', 'joined', 'left', 'role'] as const;
export type CouncilChangeKind = (typeof councilChangeKinds)[number];

/** Changes of one member in the order of their days. */
export function inOrder<Change extends RoleChange>(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
}

/** The change in force on a day; undefined before the first one. */
export function changeOn<Change extends RoleChange>(
  changes: readonly Change[],
  day: IsoDate,
): Change | undefined {
  return inOrder(changes).findLast(({ on }) => on === null || on <= day);
}

/** The role of a member on a day; null when not a member then. */
export function roleOn(changes: readonly RoleChange[], day: IsoDate): CouncilRole | null {
  return changeOn(changes, day)?.role ?? null;
}

/** What each change of one member did, in their order; one that changes nothing is a role. */
export function changeKinds(changes: readonly RoleChange[]): readonly CouncilChangeKind[] {
  let before: CouncilRole | null = null;
  return inOrder(changes).map(({ on, role }) => {
    const kind = on === null ? 'founded' : role === null ? 'left' : before === null ? 'joined' : 'role';
    before = role;
    return kind;
  });
}
