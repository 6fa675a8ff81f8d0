/** Who of a body may say something in a vote, and what may still be changed of who was there. */
import type { Id } from '../terms.ts';

/** What is known of a member at a meeting; times are null from the beginning, and to the end. */
export interface Attendance {
  /** Null until presence was taken. */
  readonly present: boolean | null;
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
}

/** Whether somebody is in the room now: came, and has not left. */
export function isInRoom({ present, leftAt }: Pick<Attendance, 'present' | 'leftAt'>): boolean {
  return present === true && leftAt === null;
}

/** How many may raise a hand, being in the room, and how many may write, being absent; nobody who steps aside. */
export function votersOf({
  members,
  aside,
}: {
  readonly members: readonly (Pick<Attendance, 'present' | 'leftAt'> & { readonly id: Id })[];
  readonly aside: ReadonlySet<Id>;
}): { readonly mayVote: number; readonly mayWrite: number } {
  const voters = members.filter(({ id }) => !aside.has(id));
  return {
    mayVote: voters.filter(isInRoom).length,
    mayWrite: voters.filter(({ present }) => present === false).length,
  };
}

/** Whether somebody is down as being there from the beginning to the end. */
export function isThroughout({ present, arrivedAt, leftAt }: Attendance): boolean {
  return present === true && arrivedAt === null && leftAt === null;
}

/**
 * Whether a presence contradicts a count that rests on who was in its room: whoever was in it came, whoever was not in
 * it was not there all the time. Late comings and early leavings that change nothing of it may be written at any time.
 */
export function contradictsRoom({
  wasInRoom,
  before,
  after,
}: {
  readonly wasInRoom: boolean;
  readonly before: Attendance;
  readonly after: Attendance;
}): boolean {
  return wasInRoom ? after.present !== true : isThroughout(after) && !isThroughout(before);
}
