/** Who usually sits in a school's council, read from posts and duties. */
import { compareNames, fold } from '../../../shared/names.ts';
import { councilRoles, type CouncilRole, type Id } from '../../../shared/terms.ts';
import type { PersonRow } from '../../../shared/views.ts';

export interface MemberDraft {
  readonly personId: Id;
  readonly role: CouncilRole;
}

/** The role that a post usually brings: the head chairs, deputies and the union's chair are vice chairs, the clerk writes. */
export function roleByPost(person: Pick<PersonRow, 'position' | 'duty'>): CouncilRole {
  const post = fold(person.position);
  const words = fold(`${person.position} ${person.duty}`);
  if (post === 'hieu truong') return 'CHAIR';
  if (post.startsWith('pho hieu truong') || words.includes('chu tich cong doan')) return 'VICE_CHAIR';
  return words.includes('van thu') || words.includes('thu ky') ? 'SECRETARY' : 'MEMBER';
}

const gone: ReadonlySet<PersonRow['status']> = new Set(['LEFT', 'RETIRED', 'SECONDED']);

const leading = ['to truong', 'tong phu trach', 'bi thu', 'cong doan', 'truong ban'];

/**
 * A first list of members: the heads of the school, of its tổ and of its unions. One chair and one secretary at most;
 * who would be a second one is a member.
 */
export function suggestMembers(people: readonly PersonRow[]): readonly MemberDraft[] {
  // Who is on leave is still a member; the meeting tells who is absent.
  const working = people.filter(({ status }) => !gone.has(status));
  const chosen = working.filter((person) => {
    const words = fold(`${person.position} ${person.duty}`);
    return roleByPost(person) !== 'MEMBER' || leading.some((word) => words.includes(word));
  });
  const taken = new Set<CouncilRole>();
  return [...chosen]
    .sort((a, b) => compareNames(a.fullName, b.fullName))
    .map((person) => {
      const role = roleByPost(person);
      const isSingle = role === 'CHAIR' || role === 'SECRETARY';
      const isSecond = isSingle && taken.has(role);
      taken.add(role);
      return { personId: person.id, role: isSecond ? ('MEMBER' as const) : role };
    })
    .sort((a, b) => councilRoles.indexOf(a.role) - councilRoles.indexOf(b.role));
}
