/** Numbers and dashes that Word itself counts, so that who adds a line to a paper need not number the rest again. */
import type { NumberStyle } from '../../../shared/documents/model.ts';
import type { Xml } from './docx-xml.ts';

/** Series of the numbered headings, by style. */
export const headingNumbers: Readonly<Record<NumberStyle, number>> = { decimal: 1, roman: 2 };
const DASHES = 3;

/** Series of a list: the dashes, or for a numbered one a series of its own. */
export function listNumbers(numberedBefore: number | null): number {
  return numberedBefore === null ? DASHES : DASHES + 1 + numberedBefore;
}

const formats: readonly (readonly [string, string])[] = [
  ['decimal', '%1.'],
  ['upperRoman', '%1.'],
  ['bullet', '-'],
];

/** The content of `word/numbering.xml`, inside its root. */
export function numberingXml(numberedLists: number): Xml {
  const kinds = formats.map(
    ([format, text], index) =>
      `<w:abstractNum w:abstractNumId="${index + 1}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
      `<w:numFmt w:val="${format}"/><w:suff w:val="space"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
      '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum>',
  );
  const series = (id: number, kind: number, restart: Xml): Xml =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${kind}"/>${restart}</w:num>`;
  const fromOne = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  return [
    ...kinds,
    ...formats.map((_, index) => series(index + 1, index + 1, '')),
    ...Array.from({ length: numberedLists }, (_, index) => series(listNumbers(index), 1, fromOne)),
  ].join('');
}
