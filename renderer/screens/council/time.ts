/** Times of day as people type them. */

/** Reads "7h30", "07:30", "7g30", "14 giờ"; null when there is no such time. Gives "hh:mm". */
export function parseTime(text: string): string | null {
  const match = /^(\d{1,2})\s*(?:[:.hg]|giờ)\s*(\d{2})?\s*(?:phút)?$/i.exec(text.trim().normalize('NFC'));
  if (match === null) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? '0');
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
