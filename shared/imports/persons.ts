/** Finds the person or tổ that a row means, without ever guessing. */
import type { IsoDate } from '../dates.ts';
import type { Id } from '../terms.ts';
import { groupKey, initials, nameKey, plainKey, plainName } from './keys.ts';

/** A person as the data file knows them. */
export interface KnownPerson {
  readonly id: Id;
  readonly code: string | null;
  readonly fullName: string;
  /** The present tổ; empty when there is none. */
  readonly groupName: string;
  readonly birthDate: IsoDate | null;
}

export interface KnownGroup {
  readonly id: Id;
  readonly name: string;
  /** The school itself, as a collective. */
  readonly isSchool?: boolean;
}

export interface PersonIndex {
  readonly byCode: ReadonlyMap<string, KnownPerson>;
  /** By codes without their leading zeros, which Excel takes off numbers; null where two people share one. */
  readonly byBareCode: ReadonlyMap<string, KnownPerson | null>;
  readonly byName: ReadonlyMap<string, readonly KnownPerson[]>;
  /** By names without marks. */
  readonly byPlainName: ReadonlyMap<string, readonly KnownPerson[]>;
}

/** Who a row means, as far as it says. */
export interface PersonClue {
  readonly code: string | null;
  readonly fullName: string;
  readonly groupName: string | null;
  readonly birthDate?: IsoDate | null | undefined;
}

export type PersonMatch =
  | { readonly kind: 'found'; readonly personId: Id }
  | { readonly kind: 'unknown-code' }
  | { readonly kind: 'ambiguous-person' }
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'name-differs'; readonly known: string };

const CODE_KEY = /^[!-`{-~]+$/;

/** A code in the form in which codes are compared. */
export function codeKey(code: string): string {
  // Almost every code is written that way already.
  if (CODE_KEY.test(code)) return code;
  return code.replace(/\s+/g, '').toUpperCase();
}

function bareCode(code: string): string {
  return codeKey(code).replace(/^0+/, '');
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Makes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function byCodes<V>(
  people: readonly KnownPerson[],
  add: (map: Map<string, V>, code: string, person: KnownPerson) => void,
): ReadonlyMap<string, V> {
  const map = new Map<string, V>();
  for (const person of people) if (person.code !== null) add(map, person.code, person);
  return map;
}

function byNames(
  people: readonly KnownPerson[],
  key: (fullName: string) => string,
): ReadonlyMap<string, readonly KnownPerson[]> {
  const map = new Map<string, KnownPerson[]>();
  for (const person of people) push(map, key(person.fullName), person);
  return map;
}

/**
 * Indexes people once, so that each look-up takes the same time however many there are. Each index is made when a row
 * first needs it: a file whose codes are all known never asks for names.
 */
export function personIndex(people: readonly KnownPerson[]): PersonIndex {
  const byCode = once(() =>
    byCodes<KnownPerson>(people, (map, code, person) => map.set(codeKey(code), person)),
  );
  const byBareCode = once(() =>
    byCodes<KnownPerson | null>(people, (map, code, person) => {
      const bare = bareCode(code);
      map.set(bare, map.has(bare) ? null : person);
    }),
  );
  const byName = once(() => byNames(people, nameKey));
  const byPlainName = once(() => byNames(people, plainName));
  return {
    get byCode() {
      return byCode();
    },
    get byBareCode() {
      return byBareCode();
    },
    get byName() {
      return byName();
    },
    get byPlainName() {
      return byPlainName();
    },
  };
}

function isSameName(a: string, b: string): boolean {
  return a === b || nameKey(a) === nameKey(b) || plainName(a) === plainName(b);
}

/** Says whether two names mean one tổ: alike but for "Tổ", punctuation and "và", or one the initials of the other. */
export function isSameGroup(a: string, b: string): boolean {
  const [first, second] = [groupKey(a), groupKey(b)];
  return first === second || initials(first) === second || first === initials(second);
}

/** People of a name: with the same marks; typed wholly without marks, whoever it fits. */
function namesakes(fullName: string, index: PersonIndex): readonly KnownPerson[] {
  if (index.byName.size === 0) return [];
  const exact = index.byName.get(nameKey(fullName));
  if (exact !== undefined) return exact;
  const folded = plainName(fullName);
  const isPlain = folded === fullName.toLowerCase().replace(/\s+/g, ' ').trim();
  return isPlain ? (index.byPlainName.get(folded) ?? []) : [];
}

/** The person of a code that lost its leading zeros, when the name is theirs too. */
function byBareCode(code: string, fullName: string, index: PersonIndex): KnownPerson | undefined {
  if (fullName === '' || index.byCode.size === 0) return undefined;
  const person = index.byBareCode.get(bareCode(code)) ?? null;
  return person !== null && isSameName(person.fullName, fullName) ? person : undefined;
}

/** Those who are left when tổ and birth date are looked at; a clue that fits nobody leaves all. */
function narrow(people: readonly KnownPerson[], clue: PersonClue): readonly KnownPerson[] {
  if (people.length < 2) return people;
  const { groupName, birthDate = null } = clue;
  const sameDay = birthDate === null ? [] : people.filter((person) => person.birthDate === birthDate);
  if (sameDay.length === 1) return sameDay;
  if (groupName === null) return people;
  const sameGroup = people.filter((person) => isSameGroup(person.groupName, groupName));
  return sameGroup.length === 0 ? people : sameGroup;
}

/**
 * Finds who is meant: by code, whose name must agree; without a code by the name, and where it is not the only one,
 * by the tổ. Two people who can't be told apart are `ambiguous-person`.
 */
export function matchPerson(clue: PersonClue, index: PersonIndex): PersonMatch {
  const { code, fullName, birthDate = null } = clue;
  if (code !== null) {
    const person = index.byCode.get(codeKey(code)) ?? byBareCode(code, fullName, index);
    if (person !== undefined) {
      // Code and birth date together are proof enough for a name that was corrected.
      const isSameDay = birthDate !== null && person.birthDate === birthDate;
      const agrees = fullName === '' || isSameDay || isSameName(person.fullName, fullName);
      return agrees
        ? { kind: 'found', personId: person.id }
        : { kind: 'name-differs', known: person.fullName };
    }
  }
  function isOtherDay(person: KnownPerson): boolean {
    return birthDate !== null && person.birthDate !== null && person.birthDate !== birthDate;
  }
  const all = fullName === '' ? [] : namesakes(fullName, index);
  // A code that is nobody's can only mean somebody whose code is not known yet.
  const people = code === null ? all : all.filter((person) => person.code === null && !isOtherDay(person));
  const left = narrow(people, clue);
  const [first] = left;
  if (first === undefined) return { kind: code === null ? 'unknown-person' : 'unknown-code' };
  if (left.length > 1 || isOtherDay(first)) return { kind: 'ambiguous-person' };
  return { kind: 'found', personId: first.id };
}

/** How files call the school itself. */
const SCHOOL = /^(?:tap the )?(?:nha |toan )?truong$/;

/** Finds a tổ, or the school, by its name; null when none, or more than one, fits. */
export function matchGroup(name: string, groups: readonly KnownGroup[]): KnownGroup | null {
  const school = groups.find(({ isSchool }) => isSchool === true);
  if (school !== undefined && SCHOOL.test(plainKey(name))) return school;
  const key = groupKey(name);
  const exact = groups.filter((group) => groupKey(group.name) === key);
  const found = exact.length > 0 ? exact : groups.filter((group) => isSameGroup(group.name, name));
  return found.length === 1 ? (found[0] ?? null) : null;
}
