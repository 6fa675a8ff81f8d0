/** Who sits in a body by post or by tổ, read from posts and duties; in the school's council by khoản 1 Điều 12 Thông tư số 32/2020/TT-BGDĐT. */
import { compareNames, fold } from '../names.ts';
import { councilRoles, type CouncilRole } from '../terms.ts';
import type { PersonRow } from '../views.ts';

type Post = Pick<PersonRow, 'position' | 'duty'>;

/** Posts that bring a seat, in the order of the circular, with the words that tell them. */
const seats: readonly { readonly post: string; readonly words: readonly string[] }[] = [
  { post: 'Hiệu trưởng', words: ['hieu truong'] },
  { post: 'Phó Hiệu trưởng', words: ['pho hieu truong'] },
  {
    post: 'Bí thư cấp ủy',
    words: ['bi thu chi bo', 'bi thu cap uy', 'bi thu dang', 'bt chi bo', 'bi thu chi uy'],
  },
  { post: 'Hội đồng trường', words: ['hoi dong truong'] },
  { post: 'Công đoàn', words: ['cong doan', 'ctcd'] },
  { post: 'Bí thư Đoàn', words: ['bi thu doan', 'bi thu chi doan', 'doan thanh nien'] },
  { post: 'Tổng phụ trách Đội', words: ['tong phu trach', 'tpt doi', 'tptd'] },
  { post: 'Tổ trưởng', words: ['to truong', 'ttcm', 'ttvp'] },
  { post: 'Giáo viên chủ nhiệm', words: ['chu nhiem', 'gvcn'] },
  { post: 'Văn thư', words: ['van thu', 'thu ky'] },
];

function wordsOf({ position, duty }: Post): string {
  const words = ` ${fold(`${position}, ${duty}`).replace(/[^a-z0-9]+/g, ' ')} `;
  // A deputy of a tổ is not its head.
  return words.replaceAll(' pho to truong ', ' to pho ');
}

/** The post for which somebody sits in the council; null for none. */
export function seatOf(person: Post): string | null {
  const words = wordsOf(person);
  const isDeputy = words.includes(' pho hieu truong ');
  const seat = seats.find(({ post, words: told }) => {
    if (post === 'Hiệu trưởng' && isDeputy) return false;
    return told.some((word) => words.includes(` ${word} `));
  });
  return seat?.post ?? null;
}

/** The role that a post usually brings: the head chairs, deputies and the union's chair are vice chairs, the clerk writes. */
export function roleByPost(person: Post): CouncilRole {
  const words = wordsOf(person);
  switch (seatOf(person)) {
    case 'Hiệu trưởng':
      return 'CHAIR';
    case 'Phó Hiệu trưởng':
      return 'VICE_CHAIR';
    case 'Công đoàn':
      return words.includes(' chu tich ') || words.includes(' ctcd ') ? 'VICE_CHAIR' : 'MEMBER';
    case 'Văn thư':
      return 'SECRETARY';
    default:
      return 'MEMBER';
  }
}

/** Works here no longer, or for another unit. */
function isElsewhere({ status, away }: Pick<PersonRow, 'status' | 'away'>): boolean {
  return status !== 'WORKING' || away === 'SECONDMENT';
}

/** Who has a seat by post, in the order of the circular, then by given name; who is on leave is still a member. */
export function seatedByPost(
  people: readonly PersonRow[],
): readonly { readonly person: PersonRow; readonly seat: string }[] {
  const place = (seat: string): number => seats.findIndex(({ post }) => post === seat);
  return people
    .flatMap((person) => {
      const seat = isElsewhere(person) ? null : seatOf(person);
      return seat === null ? [] : [{ person, seat }];
    })
    .sort((a, b) => place(a.seat) - place(b.seat) || compareNames(a.person.fullName, b.person.fullName));
}

/** A first list of the members of the school's council. */
export function seatsOfSchool(people: readonly PersonRow[]): readonly SeatedPerson<PersonRow>[] {
  return assignRoles(
    seatedByPost(people).map(({ person, seat }) => ({ person, seat, role: roleByPost(person) })),
  );
}

type Seat = Pick<PersonRow, 'id' | 'fullName' | 'position' | 'duty' | 'groupName' | 'status' | 'away'>;

/** Somebody who sits in a body, with the role and with what brings the seat. */
export interface SeatedPerson<P extends Seat> {
  readonly person: P;
  readonly role: CouncilRole;
  readonly seat: string;
}

/** The role of a member of a tổ: its head presides, who is its clerk writes. */
function roleInGroup({ position, duty }: Post): CouncilRole {
  const words = wordsOf({ position, duty });
  if ([' to truong ', ' ttcm ', ' ttvp '].some((word) => words.includes(word))) return 'CHAIR';
  if ([' thu ky to ', ' thu ki to ', ' thu ky '].some((word) => words.includes(word))) return 'SECRETARY';
  return words.includes(' to pho ') ? 'VICE_CHAIR' : 'MEMBER';
}

/** Everybody of a tổ, its head presiding. Give those who were in it on the day of the meeting. */
export function seatsOfGroup<P extends Seat>(people: readonly P[]): readonly SeatedPerson<P>[] {
  return seated(people, roleInGroup, ({ groupName }) => groupName);
}

/** Everybody of the school, its head presiding. Give those who worked there on the day of the meeting. */
export function seatsOfStaff<P extends Seat>(people: readonly P[]): readonly SeatedPerson<P>[] {
  return seated(people, staffRole, ({ groupName }) => groupName);
}

function staffRole(person: Post): CouncilRole {
  const role = roleByPost(person);
  return role === 'VICE_CHAIR' ? 'MEMBER' : role;
}

const initiativePosts: ReadonlySet<string> = new Set([
  'Hiệu trưởng',
  'Phó Hiệu trưởng',
  'Công đoàn',
  'Tổ trưởng',
  'Văn thư',
]);

/** Who usually sits in a school's initiative council: its head, deputies, the union, heads of tổ, the clerk (practice, no law). */
export function seatsOfInitiatives<P extends Seat>(people: readonly P[]): readonly SeatedPerson<P>[] {
  const chosen = people.filter((person) => initiativePosts.has(seatOf(person) ?? ''));
  return seated(chosen, roleByPost, (person) => seatOf(person) ?? '');
}

/** One chair and one secretary at most; who would be a second one is a member. Officers first. */
function assignRoles<P extends Seat>(list: readonly SeatedPerson<P>[]): readonly SeatedPerson<P>[] {
  const taken = new Set<CouncilRole>();
  return list
    .map((one) => {
      const isSecond = (one.role === 'CHAIR' || one.role === 'SECRETARY') && taken.has(one.role);
      taken.add(one.role);
      return isSecond ? { ...one, role: 'MEMBER' as const } : one;
    })
    .sort((a, b) => councilRoles.indexOf(a.role) - councilRoles.indexOf(b.role));
}

function seated<P extends Seat>(
  people: readonly P[],
  roleOf: (person: Post) => CouncilRole,
  seatName: (person: P) => string,
): readonly SeatedPerson<P>[] {
  return assignRoles(
    people
      .filter((person) => !isElsewhere(person))
      .toSorted((a, b) => compareNames(a.fullName, b.fullName))
      .map((person) => ({ person, role: roleOf(person), seat: seatName(person) })),
  );
}
