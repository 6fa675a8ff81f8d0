/** Who sits in a school's council by post (Thông tư số 32/2020/TT-BGDĐT, khoản 1 Điều 12), read from posts and duties. */
import { compareNames, fold } from '../../../shared/names.ts';
import { councilRoles, type CouncilRole, type Id } from '../../../shared/terms.ts';
import type { PersonRow } from '../../../shared/views.ts';

export interface MemberDraft {
  readonly personId: Id;
  readonly role: CouncilRole;
}

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

const gone: ReadonlySet<PersonRow['status']> = new Set(['LEFT', 'RETIRED', 'SECONDED']);

/** Who has a seat by post, in the order of the circular, then by given name; who is on leave is still a member. */
export function seatedByPost(
  people: readonly PersonRow[],
): readonly { readonly person: PersonRow; readonly seat: string }[] {
  const place = (seat: string): number => seats.findIndex(({ post }) => post === seat);
  return people
    .flatMap((person) => {
      const seat = gone.has(person.status) ? null : seatOf(person);
      return seat === null ? [] : [{ person, seat }];
    })
    .sort((a, b) => place(a.seat) - place(b.seat) || compareNames(a.person.fullName, b.person.fullName));
}

/** A first list of members. One chair and one secretary at most; who would be a second one is a member. */
export function suggestMembers(people: readonly PersonRow[]): readonly MemberDraft[] {
  const taken = new Set<CouncilRole>();
  return seatedByPost(people)
    .map(({ person }) => {
      const role = roleByPost(person);
      const isSingle = role === 'CHAIR' || role === 'SECRETARY';
      const isSecond = isSingle && taken.has(role);
      taken.add(role);
      return { personId: person.id, role: isSecond ? ('MEMBER' as const) : role };
    })
    .sort((a, b) => councilRoles.indexOf(a.role) - councilRoles.indexOf(b.role));
}
