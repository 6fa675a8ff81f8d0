/** Invented schools of any size: the same seed gives the same people, and what a school of them hands in. */
import { writeXlsx } from 'hucre/xlsx';

/** A source of choices that is the same in every run. */
export interface Choice {
  /** An integer from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in so many of a hundred. */
  percent(share: number): boolean;
}

/** Choices from a seed (mulberry32). */
export function choose(seed: number): Choice {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    integer,
    pick: <T>(list: readonly T[]) => list[integer(0, list.length - 1)] as T,
    percent: (share) => next() * 100 < share,
  };
}

const words = (text: string): readonly string[] => text.split(' ');
const families = words(
  'Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đoàn Mạc Lương Trịnh Đinh Tô',
);
const middles = {
  NAM: words('Văn Hữu Đức Minh Quang Thanh Xuân Ngọc Đình Công Quốc Anh Tuấn Trọng Gia'),
  NU: 'Thị|Thị|Thị Thu|Thị Thanh|Thị Bích|Thị Hồng|Thị Kim|Thị Ngọc|Thị Phương|Ngọc|Thu|Phương|Minh|Khánh'.split(
    '|',
  ),
};
const given = {
  NAM: words(
    'An Bình Cường Dũng Đạt Đức Giang Hải Hậu Hiếu Hùng Huy Khoa Kiên Lâm Long Lực Nam Nghĩa Phong Phúc Quân Sơn Tài Thắng Thịnh Tiến Toàn Trung Tuấn Tùng Ước Việt Vinh',
  ),
  NU: words(
    'Anh Chi Diệp Dung Đào Giang Hà Hạnh Hiền Hoa Hòa Huệ Hương Lan Lệ Liên Linh Loan Mai My Nga Ngân Nhung Oanh Phượng Quỳnh Tâm Thảo Thủy Trang Trinh Tuyết Uyên Vân Xuân Yến Ý',
  ),
};
const subjects = [
  ['Tổ Khoa học tự nhiên', 'Vật lí'],
  ['Tổ Khoa học tự nhiên', 'Hóa học'],
  ['Tổ Khoa học tự nhiên', 'Sinh học'],
  ['Tổ Khoa học xã hội', 'Ngữ văn'],
  ['Tổ Khoa học xã hội', 'Lịch sử và Địa lí'],
  ['Tổ Khoa học xã hội', 'Giáo dục công dân'],
  ['Tổ Toán - Công nghệ', 'Toán'],
  ['Tổ Toán - Công nghệ', 'Công nghệ'],
  ['Tổ Ngoại ngữ - Tin học', 'Tiếng Anh'],
  ['Tổ Ngoại ngữ - Tin học', 'Tin học'],
  ['Tổ Nghệ thuật - Thể chất', 'Âm nhạc'],
  ['Tổ Nghệ thuật - Thể chất', 'Giáo dục thể chất'],
  ['Tổ Văn phòng', 'Thư viện'],
  ['Tổ Văn phòng', 'Thiết bị'],
] as const;

/** A person as a staff list tells of them. */
export interface InventedPerson {
  readonly code: string;
  readonly fullName: string;
  readonly sex: 'NAM' | 'NU';
  /** dd/mm/yyyy, as Excel lists have it. */
  readonly birthDate: string;
  readonly joinedOn: string;
  readonly group: string;
  readonly duty: string;
  readonly degree: string;
  readonly partyMember: boolean;
}

function day(choice: Choice, year: number): string {
  const part = (most: number) => String(choice.integer(1, most)).padStart(2, '0');
  return `${part(28)}/${part(12)}/${year}`;
}

/** So many people of one school, no two with the same code. */
export function inventPeople({
  count,
  seed = 2025,
}: {
  readonly count: number;
  readonly seed?: number;
}): readonly InventedPerson[] {
  const choice = choose(seed);
  return Array.from({ length: count }, (_, index) => {
    const sex = choice.percent(68) ? 'NU' : 'NAM';
    const [group, duty] = choice.pick(subjects);
    const born = choice.integer(1966, 2001);
    return {
      code: String(3_100_700_001 + index),
      fullName: [choice.pick(families), choice.pick(middles[sex]), choice.pick(given[sex])].join(' '),
      sex,
      birthDate: day(choice, born),
      joinedOn: `01/09/${Math.min(2024, born + choice.integer(22, 27))}`,
      group,
      duty,
      degree: choice.pick(['Cao đẳng', 'Đại học', 'Đại học', 'Đại học', 'Thạc sĩ']),
      partyMember: choice.percent(60),
    };
  });
}

type Line = readonly (string | number | null)[];

async function workbook(name: string, title: string, lines: readonly Line[]): Promise<Uint8Array> {
  const head: readonly Line[] = [['UBND XÃ AN HẢI'], ['TRƯỜNG THCS HOA PHƯỢNG'], [], [title], []];
  return writeXlsx({ sheets: [{ name, rows: [...head, ...lines].map((line) => [...line]) }] });
}

/** The staff list of a school, as an .xlsx with letterhead and twelve columns. */
export function staffWorkbook(people: readonly InventedPerson[]): Promise<Uint8Array> {
  return workbook('Danh sách', 'DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN NĂM HỌC 2025 - 2026', [
    [
      'STT',
      'Mã định danh',
      'Họ và tên',
      'Ngày sinh',
      'Giới tính',
      'Chức vụ',
      'Tổ',
      'Môn dạy/Nhiệm vụ',
      'Trình độ',
      'Ngày vào ngành',
      'Đảng viên',
      'Tình trạng',
    ],
    ...people.map((person, index) => [
      index + 1,
      person.code,
      person.fullName,
      person.birthDate,
      person.sex === 'NU' ? 'Nữ' : 'Nam',
      person.duty === 'Thư viện' || person.duty === 'Thiết bị' ? 'Nhân viên' : 'Giáo viên',
      person.group,
      person.duty,
      person.degree,
      person.joinedOn,
      person.partyMember ? 'x' : '',
      'đang làm việc',
    ]),
  ]);
}

const earlierYears = ['2021-2022', '2022-2023', '2023-2024', '2024-2025'];
const ratingWords = [
  'Hoàn thành tốt nhiệm vụ',
  'Hoàn thành tốt nhiệm vụ',
  'Hoàn thành xuất sắc nhiệm vụ',
  'Hoàn thành nhiệm vụ',
];

/** Ratings and titles of two earlier years for each person. */
export function historyWorkbook(people: readonly InventedPerson[]): Promise<Uint8Array> {
  const choice = choose(7);
  const lines = people.flatMap((person) =>
    earlierYears
      .slice(-2)
      .map((year): Line => [
        null,
        person.code,
        person.fullName,
        year,
        choice.pick(ratingWords),
        choice.percent(20) ? 'Lao động tiên tiến; Chiến sĩ thi đua cơ sở' : 'Lao động tiên tiến',
        `${choice.integer(100, 4000)}/QĐ-UBND`,
        `20/08/${year.slice(5)}`,
      ]),
  );
  return workbook('Lịch sử', 'KẾT QUẢ XẾP LOẠI VÀ KHEN THƯỞNG CÁC NĂM HỌC', [
    [
      'STT',
      'Mã định danh',
      'Họ và tên',
      'Năm học',
      'Xếp loại viên chức',
      'Danh hiệu, hình thức khen thưởng',
      'Số quyết định',
      'Ngày quyết định',
    ],
    ...lines,
  ]);
}

/** One initiative of this year for each person. */
export function initiativesWorkbook(people: readonly InventedPerson[]): Promise<Uint8Array> {
  const choice = choose(11);
  return workbook('Sáng kiến', 'DANH SÁCH SÁNG KIẾN', [
    [
      'STT',
      'Mã định danh',
      'Tác giả',
      'Năm học',
      'Tên sáng kiến',
      'Tỷ lệ đóng góp (%)',
      'Phạm vi công nhận',
      'Số quyết định',
    ],
    ...people.map((person, index) => [
      index + 1,
      person.code,
      person.fullName,
      '2025-2026',
      `Một số biện pháp nâng cao chất lượng dạy học môn ${person.duty} cho học sinh lớp ${choice.integer(6, 9)}`,
      choice.pick([50, 100]),
      'cơ sở',
      `${choice.integer(10, 500)}/QĐ-THCSHP`,
    ]),
  ]);
}

/** Everybody puts in for Lao động tiên tiến, one in five for Chiến sĩ thi đua cơ sở too. */
export function registrationsWorkbook(people: readonly InventedPerson[]): Promise<Uint8Array> {
  const choice = choose(13);
  return workbook('Đăng ký', 'DANH SÁCH ĐĂNG KÝ THI ĐUA NĂM HỌC 2025 - 2026', [
    [
      'STT',
      'Mã định danh',
      'Họ và tên',
      'Danh hiệu đăng ký',
      'Hình thức khen thưởng đăng ký',
      'Ngày đăng ký',
    ],
    ...people.map((person, index) => [
      index + 1,
      person.code,
      person.fullName,
      choice.percent(20) ? 'Lao động tiên tiến; Chiến sĩ thi đua cơ sở' : 'Lao động tiên tiến',
      '',
      '10/10/2025',
    ]),
  ]);
}

const criteria = [
  ['Phẩm chất chính trị, đạo đức, lối sống', 20],
  ['Chuyên môn, nghiệp vụ', 40],
  ['Kỷ luật, kỷ cương, ngày giờ công', 15],
  ['Đổi mới sáng tạo, chuyển đổi số, sáng kiến', 15],
  ['Tham gia phong trào, đoàn thể', 10],
] as const;

/** Scores of five criteria from both sides, and the rating that is proposed, for each person. */
export function evaluationsWorkbook(people: readonly InventedPerson[]): Promise<Uint8Array> {
  const choice = choose(17);
  return workbook('Tự đánh giá', 'TỔNG HỢP TỰ ĐÁNH GIÁ VÀ TỔ ĐÁNH GIÁ', [
    [
      'STT',
      'Mã định danh',
      'Họ và tên',
      ...criteria.map(([name, most]) => `Tự chấm: ${name} (${most})`),
      ...criteria.map(([name, most]) => `Tổ chấm: ${name} (${most})`),
      'Xếp loại viên chức đề nghị',
    ],
    ...people.map((person, index) => {
      const own = criteria.map(([, most]) => choice.integer(most * 1.4, most * 2) / 2);
      return [
        index + 1,
        person.code,
        person.fullName,
        ...own,
        ...own.map((score) => (choice.percent(20) ? score - 1 : score)),
        choice.pick(ratingWords),
      ];
    }),
  ]);
}
