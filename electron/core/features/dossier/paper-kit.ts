/** What every paper of the season shares: its head, its state, who signs it, and what it may cite. */
import type { PaperDocument } from '../../../../shared/documents/model.ts';
import {
  bodySymbol,
  slug,
  type ChairSigner,
  type CitedPaper,
  type HeadSigner,
  type PaperBody,
  type PaperBasics,
} from '../../../../shared/documents/parts.ts';
import { paperNumber } from '../../../../shared/documents/paper-number.ts';
import { bodyKey } from '../../../../shared/domain/body.ts';
import { objectOf } from '../../../../shared/domain/case-object.ts';
import { asRehearsal } from '../../../../shared/documents/rehearsal.ts';
import type { IsoDate } from '../../../../shared/dates.ts';
import { readClassName } from '../../../../shared/imports/pupils.ts';
import { fold } from '../../../../shared/names.ts';
import { findTitle } from '../../../../shared/rules/catalogue.ts';
import type { Sourced } from '../../../../shared/rules/model.ts';
import type { TitleId } from '../../../../shared/terms.ts';
import type { CaseRow, CouncilMember, PaperFormat, PaperRow } from '../../../../shared/views.ts';
import { pupilKindNames } from '../../../../shared/vi/pupils.ts';
import type { Source } from './source.ts';

/** A paper of the season: its row on screen, and its model. */
export interface SeasonPaper {
  readonly row: PaperRow;
  /** Null while the paper is blocked. */
  build(): PaperDocument | null;
}

/** Whether a paper can be made, and what is to be said of it. */
export type PaperState = Pick<PaperRow, 'state' | 'note' | 'mendOn'>;

/** The paper can be made as it is. */
export const ready: PaperState = { state: 'ready', note: '', mendOn: null };

/** Can be made, but says that it is a draft. */
export function draft(note: string, mendOn: string): PaperState {
  return { state: 'draft', note, mendOn };
}

/** Can not be made yet. */
export function blocked(note: string, mendOn: string): PaperState {
  return { state: 'blocked', note, mendOn };
}

function basics(
  source: Source,
  paper: { readonly id: string; readonly date: IsoDate | null; readonly state: PaperState },
): PaperBasics {
  const { school, season } = source;
  const given = source.numbers.get(paper.id);
  return {
    school: {
      superior: school.superior === '' ? null : school.superior,
      name: school.name,
      place: school.place,
      symbol: school.symbol,
      councilSymbol: school.councilSymbol,
      councilSeries: source.ruleSet.switches.councilOwnSeries.value ? school.councilSymbol : school.symbol,
    },
    schoolYear: season.school_year,
    number: blankToNull(given?.number ?? ''),
    date: given?.date ?? paper.date,
    asOf: source.asOf,
    status: paper.state.state === 'ready' ? 'official' : 'draft',
    ...(source.body === null ? {} : { body: source.body }),
  };
}

/** Joins the row and the builder of a paper. */
export function makePaper(
  source: Source,
  paper: {
    readonly id: string;
    /** Of its files, without number and ending. */
    readonly fileName: string;
    readonly title: string;
    readonly type: string | null;
    readonly formats: readonly PaperFormat[];
    readonly date: IsoDate | null;
    /** Number and symbol that are recorded with what the paper is about, not in its series here. */
    readonly recordedNumber?: string;
    readonly state: PaperState;
    readonly inPackage: boolean;
    readonly build: (basics: PaperBasics) => PaperDocument;
  },
): SeasonPaper {
  const { build, state, type } = paper;
  const { body } = source;
  const id = body === null ? paper.id : `${paper.id}@${bodyKey(source.meeting.body)}`;
  const base = basics(source, { ...paper, id });
  // What the council itself issues has its own series of numbers.
  const symbol =
    type !== null && councilTypes.has(type)
      ? bodySymbol(base.school, body ?? undefined)
      : source.school.symbol;
  const series = type === null || symbol === null ? null : { type, symbol };
  return {
    row: {
      id,
      fileName: state.state === 'blocked' ? paper.id : fileOf(paper.fileName, body),
      title: body === null ? paper.title : `${paper.title}, ${body.name}`,
      formats: paper.formats,
      number:
        paper.recordedNumber ??
        (series === null || base.number === null ? '' : paperNumber({ number: base.number, ...series })),
      series: paper.recordedNumber === undefined ? series : null,
      date: base.date,
      ...state,
      body: body === null ? null : source.meeting.body,
      inPackage: paper.inPackage,
    },
    // A list of papers needs their names only: what they say is put together when one is opened.
    build: () => {
      if (state.state === 'blocked') return null;
      const document = build(base);
      const named = { ...document, fileName: fileOf(document.fileName, body) };
      return source.kind === 'training' ? asRehearsal(named) : named;
    },
  };
}

/** Files of a body beside the school's council bear its name. */
function fileOf(name: string, body: PaperBody | null): string {
  return body === null ? name : `${name}-${slug(body.name)}`;
}

const councilTypes: ReadonlySet<string> = new Set(['BB', 'GM', 'TB']);

const proposedOrder: readonly TitleId[] = ['CSTDCS', 'LDTT', 'TTLDXS', 'TTLDTT'];

/** Titles for which somebody is proposed, in the order of the dossier. */
export function proposedTitles({ cases }: Source): readonly TitleId[] {
  const titles = new Set(cases.filter((row) => row.outcome === 'proposed').map((row) => row.titleId));
  return [...titles].sort((a, b) => {
    const [placeA, placeB] = [proposedOrder.indexOf(a), proposedOrder.indexOf(b)];
    return (placeA < 0 ? 99 : placeA) - (placeB < 0 ? 99 : placeB) || a.localeCompare(b);
  });
}

/** Whether the council concluded its meeting. */
export function isConcluded(source: Source): boolean {
  return source.meeting.meeting?.state === 'closed';
}

/** Day of the meeting; null while none is set. */
export function meetingDate(source: Source): IsoDate | null {
  return source.meeting.meeting?.date ?? source.season.meeting_on;
}

/** A text, or null when it is blank. */
export function blankToNull(text: string): string | null {
  return text === '' ? null : text;
}

/** Who signs for the school. */
export function head(source: Source): HeadSigner {
  const { principal } = source.school;
  return {
    name: blankToNull(principal.name) ?? principalByPost(source),
    post: fold(principal.post).startsWith('pho') ? 'deputy' : 'head',
  };
}

/** When nobody was named, the one person whose post is that of the head. */
function principalByPost({ people }: Source): string | null {
  const heads = [...people.values()].filter((person) => fold(person.position) === 'hieu truong');
  return heads.length === 1 ? (heads[0]?.fullName ?? null) : null;
}

function chairMember(source: Source): CouncilMember | undefined {
  return source.meeting.council?.members.find((member) => member.role === 'CHAIR');
}

/** Who signs for the council. */
export function chair(source: Source): ChairSigner {
  const member = chairMember(source);
  if (member === undefined && source.body !== null) return { name: null, post: null };
  return member === undefined
    ? { name: head(source).name, post: blankToNull(source.school.principal.post) }
    : { name: member.fullName, post: blankToNull(member.position) };
}

/** Who keeps the record of the council. */
export function secretary(source: Source): string | null {
  const member = source.meeting.council?.members.find((candidate) => candidate.role === 'SECRETARY');
  const clerk = source.body === null ? blankToNull(source.school.clerk.name) : null;
  return member?.fullName ?? clerk;
}

/** Whether an award is an emulation title. */
export function isTitle(titleId: TitleId): boolean {
  return findTitle(titleId)?.kind === 'TITLE';
}

/** An award as it stands after "tặng": a title is called one, a reward by its name. */
export function awardPhrase(titleId: TitleId): string {
  const name = findTitle(titleId)?.name ?? titleId;
  return isTitle(titleId) ? `danh hiệu ${name}` : name;
}

/** The source of a rule as papers cite it: only what was read in full or is the school's own; doubts stay on screen. */
export function citedSource({ source, confidence }: Sourced<unknown>): string | null {
  return confidence === 'P' ? blankToNull(source) : null;
}

/** Whether an award is decided above the school, so that it is submitted. */
export function isForSuperior(titleId: TitleId): boolean {
  return findTitle(titleId)?.level !== 'SCHOOL';
}

/** Whether a case is of a pupil or a whole class. */
export function isOfPupil(row: CaseRow): boolean {
  return objectOf(row) === 'PUPIL';
}

/** Whether it is of one pupil, not of a class. */
export function isOnePupil(row: CaseRow): boolean {
  return row.position === pupilKindNames.PUPIL && isOfPupil(row);
}

/** Class of a pupil's case: "6A". */
export function classOf(row: CaseRow): string {
  return readClassName(row.groupName);
}

/** A paper as others cite it: with the number and the day that were recorded. */
export function cited({ row }: SeasonPaper): CitedPaper {
  return { number: blankToNull(row.number), date: row.date };
}

/** Whether somebody wrote something. */
export function isSaid(text: string): boolean {
  return text !== '';
}
