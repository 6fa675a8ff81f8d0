/** Where something is used that can't be removed while it is: words for each table that may hold it. */
import { personStatusNames } from './terms.ts';

const useWords = {
  person: 'danh sách nhân sự của tổ',
  former_group: 'các tổ trước đây của nhân sự',
  award_case: 'danh sách đăng ký thi đua',
  score_sheet: 'bảng điểm đánh giá',
  counted_member: 'quyết định về người được tính của tập thể',
  award: 'khen thưởng đã ghi',
  group_award: 'khen thưởng đã ghi của tập thể',
  initiative: 'sáng kiến đã ghi',
  research: 'đề tài đã ghi',
  discipline: 'kỷ luật đã ghi',
  council: 'cuộc họp bình xét của tổ',
  council_member: 'danh sách thành viên Hội đồng hoặc cuộc họp',
  council_relative: 'người liên quan của thành viên Hội đồng',
  hands_vote: 'biểu quyết giơ tay',
  case_note: 'ý kiến thảo luận của phiên họp',
  case_decision: 'kết luận của phiên họp',
  recusal: 'thành viên không tham gia biểu quyết',
  overruling: 'kết luận khác với thẩm định',
  slate: 'danh sách bỏ phiếu',
  round_total: 'số liệu kiểm phiếu',
  round_result: 'kết quả kiểm phiếu',
  round_count: 'lượt kiểm phiếu',
  written_opinion: 'ý kiến bằng văn bản',
  initiative_vote: 'biểu quyết công nhận sáng kiến',
} as const;

/** A table whose rows hold something fast. */
export type Use = keyof typeof useWords;

/** Something that is removed only while nothing holds it. */
export type Removable = 'person' | 'group' | 'pupil' | 'initiative';

const advice: Readonly<Record<Removable, string>> = {
  person: `Hãy đổi tình trạng sang “${personStatusNames.LEFT}” hoặc “${personStatusNames.RETIRED}”, hoặc xóa ở những nơi đó trước.`,
  group: 'Hãy chuyển người sang tổ khác và xóa ở những nơi đó trước, hoặc đổi tên tổ.',
  pupil: 'Hãy rút đăng ký và ghi lý do.',
  initiative: 'Hãy xóa kết quả biểu quyết ở phiên họp của Hội đồng sáng kiến trước.',
};

/** Whether a table is one of those that have words. */
export function isUse(table: string): table is Use {
  return Object.hasOwn(useWords, table);
}

/** Says where something is used, and what to do instead of removing it. */
export function inUseSentence(facts: {
  readonly kind: Removable;
  readonly name: string;
  readonly uses: readonly Use[];
}): string {
  const places = facts.uses.map((use) => useWords[use]).join('; ');
  return `${facts.name} có trong ${places} nên không xóa được. ${advice[facts.kind]}`;
}
