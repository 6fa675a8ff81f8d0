/** How a year is rated by each decree, as data: bands of points, what forces a level, and the ceiling. */
import type { Confidence, Rating } from '../terms.ts';
import { at, ND233, ND90, quotedTwice, readInFull } from './documents.ts';
import type { Citation, RatingRegimeId } from './model.ts';

/** The least points of a level, in hundredths: 9000 is 90 points. */
export interface Band {
  readonly level: Rating;
  readonly from: number;
}

/** One condition or ceiling of a system. */
export interface RatingText {
  readonly sentence: string;
  readonly citation: Citation;
  readonly confidence: Confidence;
  readonly source: string;
}

/** Groups of people whose tasks are similar. */
export const postGroupIds = ['MANAGING', 'TEACHING', 'OFFICE'] as const;
export type PostGroupId = (typeof postGroupIds)[number];

/** Words that put somebody into a group, without marks: in the post, the duty, or the name of the tổ. */
export interface PostClause {
  readonly group: PostGroupId;
  readonly where: 'position' | 'duty' | 'groupName';
  readonly words: readonly string[];
}

/** Who has similar tasks, as data: the first clause that fits says it; nobody is put anywhere by silence. */
export interface PostGroups extends Omit<RatingText, 'sentence'> {
  readonly clauses: readonly PostClause[];
}

/** A system of yearly rating. */
export interface RatingSystem {
  readonly id: RatingRegimeId;
  /** Points of the common criteria and of the results, in hundredths; null when the system has no points. */
  readonly points: { readonly common: number; readonly results: number } | null;
  /** From the highest level down; empty when levels are met by text. */
  readonly bands: readonly Band[];
  readonly texts: readonly RatingText[];
  /** Groups in each of which the ceiling on HTXS is counted beside that of the unit; null where it is not. */
  readonly postGroups: PostGroups | null;
}

function text(sentence: string, citation: Citation, confidence: Confidence, source: string): RatingText {
  return { sentence, citation, confidence, source };
}

const officeWords = [
  'nhan vien',
  'ke toan',
  'van thu',
  'thu quy',
  'thu vien',
  'thiet bi',
  'y te',
  'bao ve',
  'phuc vu',
  'cap duong',
];

/** The decree names no groups: these are how schools count, by the posts of a staff list. */
const schoolPosts: PostGroups = {
  citation: at(ND233, 'Điều 12', 'khoản 6'),
  confidence: 'PR',
  source:
    'Nghị định tính mức trần cả trong từng nhóm có nhiệm vụ tương đồng nhưng không chia nhóm; chia theo cán bộ quản lý, giáo viên, nhân viên là thông lệ.',
  clauses: [
    { group: 'MANAGING', where: 'position', words: ['hieu truong', 'hieu pho'] },
    { group: 'TEACHING', where: 'position', words: ['giao vien', 'tong phu trach'] },
    { group: 'OFFICE', where: 'position', words: officeWords },
    { group: 'OFFICE', where: 'duty', words: officeWords },
    // Who leads a tổ works as those of the tổ do.
    { group: 'OFFICE', where: 'groupName', words: ['van phong', 'hanh chinh'] },
    { group: 'TEACHING', where: 'position', words: ['to truong', 'to pho', 'nhom truong'] },
  ],
};

/** The systems of rating by decree. */
export const ratingSystems: Readonly<Record<RatingRegimeId, RatingSystem>> = {
  ND90: {
    id: 'ND90',
    points: null,
    bands: [],
    texts: [
      text(
        'Hoàn thành xuất sắc: 100 % nhiệm vụ đúng tiến độ, bảo đảm chất lượng, hiệu quả, trong đó ít nhất 50 % vượt mức',
        at(ND90, null, null),
        'C2',
        quotedTwice,
      ),
      text(
        'Bị kỷ luật Đảng hoặc hành chính trong năm đánh giá: Không hoàn thành nhiệm vụ',
        at(ND90, 'Điều 2', 'khoản 5'),
        'C2',
        quotedTwice,
      ),
      text(
        'Nghỉ từ 03 tháng đến dưới 06 tháng: không xếp loại Hoàn thành tốt nhiệm vụ trở lên',
        at(ND90, 'Điều 2', null),
        'C2',
        quotedTwice,
      ),
      text(
        'Tỷ lệ Hoàn thành xuất sắc không vượt tỷ lệ đảng viên xuất sắc do Đảng quy định',
        at(ND90, null, null),
        'C2',
        quotedTwice,
      ),
    ],
    postGroups: null,
  },
  ND233: {
    id: 'ND233',
    points: { common: 3000, results: 7000 },
    bands: [
      { level: 'HTXS', from: 9000 },
      { level: 'HTT', from: 7000 },
      { level: 'HT', from: 5000 },
      { level: 'KHT', from: 0 },
    ],
    texts: [
      text(
        'Không hoàn thành: dưới 50 điểm, hoặc bị kỷ luật do suy thoái, do vi phạm liên quan đến thực hiện nhiệm vụ',
        at(ND233, 'Điều 12', 'khoản 4'),
        'P',
        readInFull,
      ),
      text(
        'Hoàn thành xuất sắc không quá 20 % số người Hoàn thành tốt của đơn vị và của từng nhóm công việc tương đồng; đơn vị Hoàn thành xuất sắc thì không quá 25 %',
        at(ND233, 'Điều 12', 'khoản 6'),
        'P',
        readInFull,
      ),
      text(
        'Mức của người đứng đầu không cao hơn mức của đơn vị',
        at(ND233, 'Điều 12', 'khoản 7'),
        'P',
        readInFull,
      ),
      text(
        'Điểm từng tiêu chí do Quy chế đánh giá của đơn vị quy định',
        at(ND233, 'Điều 12', 'khoản 5'),
        'P',
        readInFull,
      ),
      text(
        'Nghỉ việc riêng, nghỉ ốm, thai sản: xếp loại theo thời gian làm việc thực tế',
        at(ND233, 'Điều 14', 'khoản 2'),
        'P',
        readInFull,
      ),
      text(
        'Tập thể Hoàn thành xuất sắc: từ 90 điểm, 100 % nhiệm vụ đúng tiến độ, chất lượng, ít nhất 30 % vượt mức, không có đơn vị cấu thành Không hoàn thành',
        at(ND233, 'các Điều 5 đến 9', null),
        'P',
        readInFull,
      ),
    ],
    postGroups: schoolPosts,
  },
};

/** The level of a number of points in hundredths; null in a system without points. */
export function levelOf({
  system,
  points,
}: {
  readonly system: RatingSystem;
  readonly points: number;
}): Rating | null {
  return system.bands.find(({ from }) => points >= from)?.level ?? null;
}
