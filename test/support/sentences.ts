/** What no sentence that people read may hold: ids, English, what machines write, notes of developers. */

/** Names of programs and kinds of files, units, and what is quoted: a name or a text of the school. */
const allowed =
  /“[^”]*”|Bảng Vàng|Excel( Workbook)?|\bUSB\b|\bCSV( UTF-8)?\b|\bWindows\b|\bOneDrive\b|\bGoogle Drive\b|\.\w{3,8}\b|\bPDF\b|\b[KMGT]B\b|\bbyte\b|\bUnikey\b|\bEnter\b|\bCtrl\+\w\b/g;

const faults: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['nothing where something was meant', /undefined|\bnull\b|\bNaN\b|\[object|\$\{|Infinity/],
  [
    'an id of snake or kebab form',
    /\b[A-Za-z0-9]+_[A-Za-z0-9_]+|(?<![\p{L}\d])[a-z]{2,}(-[a-z]{2,})+(?![\p{L}\d])/u,
  ],
  ['an id of camel form', /(?<![\p{L}\d])[a-z]+[A-Z][A-Za-z]*(?![\p{L}])/u],
  ['the name of a rule or of a way', /(?<![\p{L}\d])([TBRM]\d{1,2}[a-d]?)(?![\p{L}\d/])/u],
  [
    'an English word',
    /(?<![\p{L}])(routes?|reject|rejected|decision|reason|presence|rating|round|ballots?|members?|person|group|title|state|status|proposed|decided|passed|failed|sealed|unknown|error|file|data|with|from|and|the|true|false|yes)(?![\p{L}])/iu,
  ],
  [
    'the name of a state',
    /(?<![\p{L}\d/-])(?!UBND|GDĐT|HTXSNV|HTTNV|HTNV|KHTNV|PHIẾU|TĐKT)[A-Z]{5,}(?![\p{L}\d])/u,
  ],
  ['a note of a developer', /toàn văn|Chuỗi nhật ký|chưa đọc văn bản|chưa được đọc/i],
  ['a day as machines write it', /\d{4}-\d{2}-\d{2}/],
];

/** The faults of one sentence, each with what was found; empty for a plain one. */
export function faultsOf(text: string): readonly string[] {
  const plain = text.replace(allowed, ' ');
  return faults.flatMap(([name, pattern]) => {
    const found = pattern.exec(plain);
    return found === null ? [] : [`${name} (${found[0]}): ${text}`];
  });
}
