/** Reads the name of an award as people write it. */
import { fold } from '../names.ts';
import type { TitleId } from '../terms.ts';
import type { Title } from './model.ts';
import type { SharedName } from './titles.ts';

/** Words that say nothing, and long words with the short form to which both spellings are brought. In this order. */
const replacements: readonly (readonly [RegExp, string])[] = [
  [/chien sy/g, 'chien si'],
  [/uy ban nhan dan/g, 'ubnd'],
  [/(giao duc|gd)\s*(va|-|&|,)?\s*(dao tao|dt)\b/g, 'gddt'],
  [/[^a-z0-9* ]+/g, ' '],
  [/\b(danh hieu|cua|cap|chu tich|ct|hai phong)\b/g, ' '],
  [/\bthanh pho\b/g, 'tp'],
  [/\btap the\b/g, 'tt'],
  [/\btien tien\b/g, 'tt'],
  [/\bxuat sac\b/g, 'xs'],
  [/\blao dong\b/g, 'ld'],
  [/\bchien si\b/g, 'cs'],
  [/\bthi dua\b/g, 'td'],
  [/\bco so\b/g, 'cs'],
  [/\btoan quoc\b/g, 'tq'],
  [/\bbang khen\b/g, 'bk'],
  [/\bgiay khen\b/g, 'gk'],
  [/\bhuan chuong\b/g, 'hc'],
  [/\bky niem chuong\b/g, 'knc'],
  [/\bnha giao\b/g, 'ng'],
  [/\buu tu\b/g, 'ut'],
  [/\bnhan dan\b/g, 'nd'],
  [/ +/g, ''],
];

function keyOf(text: string): string {
  let key = fold(text);
  for (const [pattern, replacement] of replacements) key = key.replace(pattern, replacement);
  return key;
}

/** A reader of award names over a catalogue; throws when two awards could be read from one text. */
export function titleReader(catalogue: readonly Title[]): (text: string) => TitleId | null {
  const exact = new Map<string, TitleId>();
  const openEnded: (readonly [string, TitleId])[] = [];
  for (const title of catalogue) {
    for (const text of [title.name, title.shortName, title.id, ...title.aliases]) {
      const key = keyOf(text);
      if (key.endsWith('*')) {
        openEnded.push([key.slice(0, -1), title.id]);
        continue;
      }
      const other = exact.get(key);
      if (other !== undefined && other !== title.id) throw new Error(`${text}: ${other} and ${title.id}`);
      exact.set(key, title.id);
    }
  }
  function lookUp(text: string): TitleId | null {
    const key = keyOf(text);
    if (key === '' || key.includes('*')) return null;
    return exact.get(key) ?? openEnded.find(([start]) => key.startsWith(start))?.[1] ?? null;
  }
  return function read(text) {
    return lookUp(text) ?? lookUp(text.replace(/\([^)]*\)/g, ' '));
  };
}

/** Bodies as the law lists them after an award, run together: Bộ, ban, ngành, tỉnh, đoàn thể trung ương. */
const BODIES = /^(?:bo|ban|nganh|tinh|tp|doanthe|trunguong|tw|va|hoac)+$/;

/** A reader of names that several awards share; gives those that may be meant, none when the text is no such name. */
export function sharedNameReader(names: readonly SharedName[]): (text: string) => readonly TitleId[] {
  const keys = names.map((name) => ({ ...name, key: keyOf(name.text) }));
  return function read(text) {
    const key = keyOf(text);
    const name = keys.find((one) => key.startsWith(one.key));
    if (name === undefined) return [];
    const rest = key.slice(name.key.length);
    if (rest === '') return name.all;
    const isOfBoth = BODIES.test(rest) && /bo|nganh/.test(rest) && /tinh|tp/.test(rest);
    return isOfBoth ? name.ofMinistryOrCity : [];
  };
}
