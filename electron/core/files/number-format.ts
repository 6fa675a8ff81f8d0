/** How a number looks in its cell, where that says more than its value. */

const DIGITS = 15;

function hourOf(share: number): string {
  const minutes = Math.floor(share * 1440 + 1e-6);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The places of a format of digits and fixed signs only: `0000`, `"GV"000`, `000\-000`; null for any other. */
function fixedPlaces(format: string): readonly string[] | null {
  const places: string[] = [];
  for (const [part, quoted, escaped, sign] of format.matchAll(/"([^"]*)"|\\(.)|([0 .\-/])|[^]/g)) {
    const literal = quoted ?? escaped;
    if (literal !== undefined) places.push(...Array.from(literal, (one) => `\\${one}`));
    else if (sign === undefined) return null;
    else places.push(part === '0' ? '0' : `\\${part}`);
  }
  return places;
}

/**
 * Text of a number by its format: percentages, hours of no day, codes filled up with zeros, with or without letters and dashes between.
 * Null when the number says it all.
 */
export function asShown(value: number, format: string): string | null {
  const [first = ''] = format.split(';');
  const signs = first.replace(/"[^"]*"|\\./g, '');
  if (signs.includes('%')) return `${Number((value * 100).toFixed(4))}%`;
  if (value > 0 && value < 1 && /h/i.test(signs)) return hourOf(value);
  const places = Number.isInteger(value) && value >= 0 && value < 10 ** DIGITS ? fixedPlaces(first) : null;
  if (places === null) return null;
  const zeros = places.filter((place) => place === '0').length;
  const isDecimal = /0\.0/.test(first);
  if (zeros < 2 || isDecimal) return null;
  const digits = String(value).padStart(zeros, '0');
  const more = digits.length - zeros;
  let at = 0;
  return places
    .map((place) => {
      if (place !== '0') return place.slice(1);
      const from = at;
      // Digits for which the format has no place stand before its first one.
      at += from === 0 ? more + 1 : 1;
      return digits.slice(from, at);
    })
    .join('');
}
