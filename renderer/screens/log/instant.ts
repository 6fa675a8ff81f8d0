/** Writes an instant in the time of this computer: "14:02 ngày 05/02/2026". */
export function instantText(instant: string): string {
  const date = new Date(instant);
  const parts = [date.getDate(), date.getMonth() + 1].map((part) => String(part).padStart(2, '0'));
  const clock = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  return `${clock} ngày ${parts.join('/')}/${String(date.getFullYear())}`;
}
