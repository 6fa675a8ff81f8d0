/** Numbers of papers (NĐ 30/2020/NĐ-CP, Phụ lục I): the number in its series, a slash, the kind and the symbol. */

/** The series that a number belongs to. */
export interface NumberSeries {
  /** Abbreviation of the kind: "TTr". */
  readonly type: string;
  readonly symbol: string;
}

/** "TTr-THCSHP", as it stands after the slash. */
export function seriesText({ type, symbol }: NumberSeries): string {
  return `${type}-${symbol}`;
}

/** Number and symbol of a paper: "05/TTr-THCSHP", "15a/TTr-THCSHP"; with no number yet, "/TTr-THCSHP". */
export function paperNumber({
  number,
  ...series
}: NumberSeries & { readonly number: string | null }): string {
  return `${(number ?? '').replace(/^\d(?!\d)/, '0$&')}/${seriesText(series)}`;
}

/**
 * The number of what was typed, "15" or "15a" (a paper between two numbers), by itself or with the very symbol of the
 * series; null for anything else.
 */
export function readPaperNumber(text: string, series: NumberSeries): string | null {
  const [, digits = '', letter = '', rest] =
    /^(\d{1,5})([a-zđ]?)(?:\/(.+))?$/iu.exec(text.replaceAll(/\s/gu, '')) ?? [];
  const number = digits.replace(/^0+/, '');
  if (number === '' || (rest !== undefined && rest !== seriesText(series))) return null;
  return number + letter.toLowerCase();
}
