import { attribute, unescapeXml, xmlText } from './xml.ts';
import type { OpenZip } from './zip-guard.ts';

/** What one part of an Office package points to. */
export interface Relation {
  readonly id: string;
  /** Last word of the type: `worksheet`. */
  readonly type: string;
  /** Path of the part in the package. */
  readonly path: string;
}

function resolvePath(base: string, target: string): string {
  const parts = target.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Reads what a part points to, the package itself under an empty path; nothing when it does not say. */
export function relationsOf(zip: OpenZip, path: string): readonly Relation[] {
  const slash = path.lastIndexOf('/') + 1;
  const bytes = zip.read(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`);
  const xml = bytes === null ? '' : xmlText(bytes);
  return [...xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => ({
    id: attribute(tag, 'Id') ?? '',
    type: (attribute(tag, 'Type') ?? '').replace(/^.*\//, ''),
    path: resolvePath(path, unescapeXml(attribute(tag, 'Target') ?? '').replaceAll('\\', '/')),
  }));
}
