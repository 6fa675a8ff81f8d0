/** Times of day as people type them. */

/** What is said of a text that is no time. */
export const wrongTime = 'Không có giờ này. Hãy nhập giờ:phút, ví dụ 14:00.';

/** What is wrong with two times of one thing, under the field of each; both may be needed. */
export function checkHours({
  from,
  to,
  needed,
}: {
  readonly from: string;
  readonly to: string;
  readonly needed: boolean;
}): { readonly from: string | null; readonly to: string | null } {
  const isWrong = (text: string) => parseTime(text) === null && (needed || text.trim() !== '');
  const begun = parseTime(from);
  const ended = parseTime(to);
  const isBackwards = begun !== null && ended !== null && ended < begun;
  return {
    from: isWrong(from) ? wrongTime : null,
    to: isWrong(to) ? wrongTime : isBackwards ? 'Giờ kết thúc phải sau giờ bắt đầu.' : null,
  };
}

/** Reads "7h30", "07:30", "7g30", "14 giờ"; null when there is no such time. Gives "hh:mm". */
export function parseTime(text: string): string | null {
  const match = /^(\d{1,2})\s*(?:[:.hg]|giờ)\s*(\d{2})?\s*(?:phút)?$/i.exec(text.trim().normalize('NFC'));
  if (match === null) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? '0');
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
