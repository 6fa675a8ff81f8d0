/** Invented people for the component stories, the same every time. */

export interface StoryPerson {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly groupName: string;
  readonly birthDate: string;
  readonly position: string;
  readonly score: number | null;
  readonly eligibility: 'yes' | 'no' | 'needs-person' | null;
}

const families = ['Đỗ', 'Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Ngô', 'Dương'];
const middles = ['Văn', 'Thị', 'Thị Ngọc', 'Đức', 'Minh', 'Thu', 'Quang'];
const givens = [
  'Ước',
  'Ánh',
  'Bình',
  'Châu',
  'Dũng',
  'Đào',
  'Giang',
  'Hạnh',
  'Khuê',
  'Lý',
  'Mỹ',
  'Nhã',
  'Phượng',
];
const groups = ['Tổ Toán - Tin', 'Tổ Ngữ văn', 'Tổ Ngoại ngữ', 'Tổ Khoa học tự nhiên', 'Tổ Văn phòng'];

function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('Empty list');
  return item;
}

/** As many people as wanted. */
export function storyPeople(count: number): readonly StoryPerson[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `p${n}`,
    code: `GV${String(n + 1).padStart(3, '0')}`,
    fullName: `${at(families, n * 7)} ${at(middles, n * 3 + Math.floor(n / 11))} ${at(givens, n * 5)}`,
    groupName: at(groups, n),
    birthDate: `${1965 + ((n * 11) % 35)}-${String((n % 12) + 1).padStart(2, '0')}-${String(((n * 17) % 28) + 1).padStart(2, '0')}`,
    position: n % 9 === 0 ? 'Tổ trưởng chuyên môn' : n % 5 === 4 ? 'Nhân viên' : 'Giáo viên',
    score: n % 13 === 0 ? null : 7000 + ((n * 37) % 30) * 100 + (n % 2) * 50,
    eligibility: at(['yes', 'yes', 'no', 'yes', 'needs-person', null] as const, n),
  }));
}
