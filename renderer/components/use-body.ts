/** The body whose meeting is on screen: kept in the address, so that it stays over a reload and goes with a step back. */
import { bodyKey, readBodyKey, schoolBody, type Body } from '../../shared/domain/body.ts';
import { go, select, useStore, type ScreenId } from '../store.ts';

const SEPARATOR = '~';

interface Place {
  readonly body: Body;
  /** The record of the body that is open, such as a round. */
  readonly selected: string | null;
}

function readPlace(selected: string | null): Place {
  const [first = '', rest = null] = (selected ?? '').split(SEPARATOR);
  const body = readBodyKey(first);
  return body === null ? { body: schoolBody, selected } : { body, selected: rest };
}

function writePlace({ body, selected }: Place): string | null {
  if (body.kind === 'SCHOOL') return selected;
  return [bodyKey(body), ...(selected === null ? [] : [selected])].join(SEPARATOR);
}

/** The body that is open, the school's council at first, and the record that is open in it. */
export function useBody(): Place & { readonly key: string } {
  const selected = useStore((state) => state.route?.selected ?? null);
  const place = readPlace(selected);
  return { ...place, key: bodyKey(place.body) };
}

/** Opens another body on the screen at hand. */
export function openBody(body: Body): void {
  select(writePlace({ body, selected: null }));
}

/** Opens a record of a body on the screen at hand. */
export function selectIn(body: Body, selected: string | null): void {
  select(writePlace({ body, selected }));
}

/** Opens another screen with the same body. */
export function goWith(screen: ScreenId, body: Body): void {
  go(screen, writePlace({ body, selected: null }));
}
