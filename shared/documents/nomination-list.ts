/** Danh sách đề nghị: those the council proposes for one title, the attachment of the submission; also a workbook. */
import { type IsoDate, formatDate, formatSchoolYear } from '../dates.ts';
import { formatCount, formatPercent } from '../numbers.ts';
import type { Sex } from '../terms.ts';
import type { Block, Cell, Column, Paper } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  type CitedPaper,
  type HeadSigner,
  type PaperBasics,
  agreeHeader,
  headSignature,
  numberAndDate,
  plainSignature,
  salutation,
  schoolLetterhead,
  tableOr,
  watermarkOf,
  heading,
} from './parts.ts';

interface Vote {
  readonly agree: number;
  readonly base: number;
}

export interface NominationListData extends PaperBasics {
  /** Code of the title, for the file name: "CSTDCS". */
  readonly titleId: string;
  readonly titleName: string;
  /** How the council voted on it. */
  readonly method: 'ballot' | 'hands';
  readonly individuals: readonly {
    readonly name: string;
    readonly sex: Sex | null;
    readonly birthDate: IsoDate | null;
    readonly post: string;
    readonly group: string;
    /** Rating in full; null for none. */
    readonly rating: string | null;
    /** Achievements in short, initiatives with their decisions. */
    readonly achievements: readonly string[];
    /** Titles of earlier years with number and day of the decision. */
    readonly earlierTitles: readonly string[];
    readonly vote: Vote | null;
    /** What the meeting of the tổ and the conference of the staff said, each with its name. */
    readonly opinions: readonly (Vote & { readonly name: string })[];
  }[];
  readonly collectives: readonly {
    readonly name: string;
    readonly achievements: readonly string[];
    readonly vote: Vote | null;
    readonly opinions: readonly (Vote & { readonly name: string })[];
  }[];
  /** Pupils and whole classes, class by class. */
  readonly pupils: readonly {
    readonly name: string;
    readonly className: string;
    readonly isClass: boolean;
    readonly achievement: string;
    readonly vote: { readonly agree: number; readonly base: number } | null;
  }[];
  /** The paper that the list goes with. */
  readonly attachedTo: CitedPaper & { readonly name: string };
  readonly secretary: string | null;
  readonly head: HeadSigner;
}

/** Builds the list of one title; it has a table for the kinds (individuals, collectives, pupils) that hold someone. */
export function nominationList(data: NominationListData): Paper {
  return {
    kind: 'paper',
    fileName: paperFiles.nominationList(data.titleId),
    orientation: 'landscape',
    letterhead: schoolLetterhead(data, null),
    title: 'DANH SÁCH',
    subtitle: [`Đề nghị tặng ${data.titleName}`, `Năm học ${formatSchoolYear(data.schoolYear)}`],
    attachedTo: `(Kèm theo ${data.attachedTo.name} ${numberAndDate(data.attachedTo)})`,
    blocks: blocksOf(data),
    signatures: [plainSignature('NGƯỜI LẬP DANH SÁCH', data.secretary), headSignature(data.head)],
    recipients: null,
    watermark: watermarkOf(data.status),
    asOf: data.asOf,
  };
}

function blocksOf(data: NominationListData): readonly Block[] {
  // A title of pupils has nobody else.
  if (data.pupils.length > 0) return [pupils(data), total(countedPupils(data.pupils))];
  const hasPeople = data.individuals.length > 0;
  const hasCollectives = data.collectives.length > 0;
  if (!hasCollectives) {
    return [
      individuals(data),
      ...(hasPeople ? [total(`${formatCount(data.individuals.length)} cá nhân`)] : []),
    ];
  }
  const counted = `${formatCount(data.collectives.length)} tập thể`;
  if (!hasPeople) return [collectives(data), total(counted)];
  return [
    heading(1, 'Cá nhân', 'roman'),
    individuals(data),
    heading(2, 'Tập thể', 'roman'),
    collectives(data),
    total(`${formatCount(data.individuals.length)} cá nhân, ${counted}`),
  ];
}

function total(counted: string): Block {
  return { kind: 'paragraph', text: `Danh sách có ${counted}.` };
}

const position = { header: 'TT', width: 9, align: 'center', numeric: true } as const satisfies Column;
function votes({ method }: NominationListData): Column {
  return { header: agreeHeader(method), width: 22, align: 'center' };
}

const before = { header: 'Ý kiến tổ, hội nghị', width: 24, align: 'center' } as const satisfies Column;

function voteCell(vote: Vote | null): string {
  return vote === null ? '–' : `${vote.agree}/${vote.base} (${formatPercent(vote.agree, vote.base)})`;
}

/** What was said before the council voted: one vote needs no name, several are told apart by theirs. */
function opinionCell(opinions: readonly (Vote & { readonly name: string })[]): Cell {
  const [only = null] = opinions;
  if (opinions.length < 2) return voteCell(only);
  return opinions.map((one) => `${one.name}: ${voteCell(one)}`).join('; ');
}

function hasOpinions(rows: readonly { readonly opinions: readonly unknown[] }[]): boolean {
  return rows.some(({ opinions }) => opinions.length > 0);
}

function individuals(data: NominationListData): Block {
  const told = hasOpinions(data.individuals);
  return tableOr(
    {
      kind: 'table',
      columns: [
        position,
        { header: 'Ông/Bà', width: 11, align: 'center' },
        { header: 'Họ và tên', width: 36 },
        { header: 'Ngày sinh', width: 22, align: 'center' },
        { header: 'Chức vụ, đơn vị', width: 31 },
        { header: 'Xếp loại', width: 22 },
        { header: 'Thành tích, sáng kiến', width: told ? 37 : 43 },
        { header: 'Danh hiệu các năm trước', width: told ? 44 : 58 },
        ...(told ? [before] : []),
        votes(data),
      ],
      rows: data.individuals.map((person, index) => [
        index + 1,
        salutation(person.sex),
        person.name,
        formatDate(person.birthDate),
        [person.post, person.group].filter((part) => part !== '').join(', '),
        person.rating ?? '–',
        person.achievements.join('; '),
        person.earlierTitles.join('; '),
        ...(told ? [opinionCell(person.opinions)] : []),
        voteCell(person.vote),
      ]),
    },
    `Không có cá nhân, tập thể nào được đề nghị tặng ${data.titleName}.`,
  );
}

function pupils(data: NominationListData): Block {
  return {
    kind: 'table',
    columns: [
      position,
      { header: 'Họ và tên, tập thể lớp', width: 66 },
      { header: 'Lớp', width: 22, align: 'center' },
      { header: 'Thành tích', width: 129 },
      { ...votes(data), width: 28 },
    ],
    rows: data.pupils.map((entry, index) => [
      index + 1,
      entry.name,
      entry.className,
      entry.achievement,
      voteCell(entry.vote),
    ]),
  };
}

function countedPupils(entries: NominationListData['pupils']): string {
  const classes = entries.filter(({ isClass }) => isClass).length;
  const parts = [
    ...(entries.length > classes ? [`${formatCount(entries.length - classes)} học sinh`] : []),
    ...(classes > 0 ? [`${formatCount(classes)} tập thể lớp`] : []),
  ];
  return parts.join(', ');
}

function collectives(data: NominationListData): Block {
  const told = hasOpinions(data.collectives);
  return tableOr(
    {
      kind: 'table',
      columns: [
        position,
        { header: 'Tên tập thể', width: 80 },
        { header: 'Thành tích', width: told ? 119 : 143 },
        ...(told ? [before] : []),
        votes(data),
      ],
      rows: data.collectives.map((entry, index) => [
        index + 1,
        entry.name,
        entry.achievements.join('; '),
        ...(told ? [opinionCell(entry.opinions)] : []),
        voteCell(entry.vote),
      ]),
    },
    `Không có tập thể nào được đề nghị tặng ${data.titleName}.`,
  );
}
