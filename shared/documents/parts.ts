/** What the council's papers share: heads, signatures, addresses, counted things. */
import { paperNumber } from './paper-number.ts';
import { formatLongDate, type IsoDate } from '../dates.ts';
import type { OtherBodyKind } from '../domain/body.ts';
import { asLines } from '../sentences.ts';
import type { Sex } from '../terms.ts';
import type { Block, Letterhead, NumberStyle, Signature, Table } from './model.ts';

/** Name of the council, as papers write it. */
export const councilName = 'Hội đồng Thi đua - Khen thưởng';

/** The school as papers name it. */
export interface School {
  /** Superior body: "UBND xã An Hải"; null for none. */
  readonly superior: string | null;
  /** "Trường THCS Hoa Phượng". */
  readonly name: string;
  /** Place of the papers: "An Hải". */
  readonly place: string;
  /** Symbol of the school in numbers of papers: "THCSHP". */
  readonly symbol: string;
  /** Symbol of the council: "HĐTĐKT". */
  readonly councilSymbol: string;
  /** Symbol in the numbers of the council's papers: its own, or that of the school where there is one series. */
  readonly councilSeries: string;
}

/** A body that a paper is of beside the school's council: "Tổ Toán - Lý", "Hội nghị viên chức", "Hội đồng sáng kiến". */
export interface PaperBody {
  readonly kind: OtherBodyKind;
  readonly name: string;
}

/** What every paper needs to know about itself. */
export interface PaperBasics {
  readonly school: School;
  /** The body that issues a paper of a meeting; left out for the school's council. */
  readonly body?: PaperBody;
  /** `yyyy-yyyy`. */
  readonly schoolYear: string;
  /** Number in its series; null leaves a blank to fill by hand. */
  readonly number: string | null;
  /** Day of the paper; null leaves blanks to fill by hand. */
  readonly date: IsoDate | null;
  /** Time of the data, `yyyy-mm-ddThh:mm:ssZ`. */
  readonly asOf: string;
  /** A draft carries "DỰ THẢO" on every page. */
  readonly status: 'draft' | 'official';
}

/** Someone named on a paper. */
export interface NamedPerson {
  readonly name: string;
  /** Post in the school: "Phó Hiệu trưởng"; empty when unknown. */
  readonly post: string;
  readonly sex: Sex | null;
}

/** The head of the school, or the deputy who signs for the head. */
export interface HeadSigner {
  readonly name: string | null;
  readonly post: 'head' | 'deputy';
}

/** The chair of the council and the chair's post in the school. */
export interface ChairSigner {
  readonly name: string | null;
  /** "Hiệu trưởng"; null for none. */
  readonly post: string | null;
}

/** A name with what the person is called before it: "Bà Nguyễn Thị Tám", "Ông (Bà) …" when the sex is not known. */
export function salute(person: { readonly name: string; readonly sex: Sex | null }): string {
  return `${salutation(person.sex) || 'Ông (Bà)'} ${person.name}`;
}

/** "Ông", "Bà", or an empty text when the sex is not known. */
export function salutation(sex: Sex | null): string {
  switch (sex) {
    case 'MALE':
      return 'Ông';
    case 'FEMALE':
      return 'Bà';
    case null:
      return '';
  }
}

/** Name and post in one line: "Bà Nguyễn Thị Tám - Phó Hiệu trưởng". */
export function describePerson(person: NamedPerson): string {
  return person.post === '' ? salute(person) : `${salute(person)} - ${person.post}`;
}

/** Head of a paper of the school; `type` is the abbreviation of its kind ("TTr"), null for a paper without a number. */
export function schoolLetterhead(basics: PaperBasics, type: string | null): Letterhead {
  const { school, number, date } = basics;
  return {
    superior: school.superior,
    issuer: [school.name],
    number: type === null ? null : paperNumber({ number, type, symbol: school.symbol }),
    place: school.place,
    date,
  };
}

/** Head of a paper of the council, with the symbol of its series of numbers (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export function councilLetterhead(basics: PaperBasics, type: string | null): Letterhead {
  const { school, number, date, body } = basics;
  const symbol = bodySymbol(school, body);
  return {
    superior: body?.kind === 'STAFF' ? school.superior : school.name,
    issuer: issuerOf(school, body),
    number: type === null || symbol === null ? null : paperNumber({ number, type, symbol }),
    place: school.place,
    date,
  };
}

/** Lines under which a body issues its papers; the conference of the staff meets under the name of the school. */
export function issuerOf(school: Pick<School, 'name'>, body: PaperBody | undefined): readonly string[] {
  if (body === undefined) return ['Hội đồng', 'Thi đua - Khen thưởng'];
  return [body.kind === 'STAFF' ? school.name : body.name];
}

/** Symbol of the papers of a body; null for a tổ, which numbers none. */
export function bodySymbol(
  school: Pick<School, 'symbol' | 'councilSeries'>,
  body: PaperBody | undefined,
): string | null {
  switch (body?.kind) {
    case undefined:
      return school.councilSeries;
    case 'GROUP':
      return null;
    case 'STAFF':
      return school.symbol;
    case 'INITIATIVE':
      return 'HĐSK';
  }
}

/** Name of the body of a paper inside a sentence. */
export function bodyTitle({ body }: Pick<PaperBasics, 'body'>): string {
  return body?.name ?? councilName;
}

/** What somebody who sits in the body of a paper is called: "thành viên Hội đồng", "thành viên của tổ". */
export function memberTitle({ body }: Pick<PaperBasics, 'body'>): string {
  switch (body?.kind) {
    case undefined:
    case 'INITIATIVE':
      return 'thành viên Hội đồng';
    case 'GROUP':
      return 'thành viên của tổ';
    case 'STAFF':
      return 'người dự hội nghị';
  }
}

/** Signature of the head of the school, or of the deputy on the head's behalf. */
export function headSignature(head: HeadSigner): Signature {
  const capacity = head.post === 'head' ? ['HIỆU TRƯỞNG'] : ['KT. HIỆU TRƯỞNG', 'PHÓ HIỆU TRƯỞNG'];
  return { capacity, post: null, note: null, name: head.name };
}

/** Signature of who presided: the chair on behalf of the council with the post in the school below, the head of the tổ. */
export function chairSignature(chair: ChairSigner, body?: PaperBody): Signature {
  switch (body?.kind) {
    case undefined:
    case 'INITIATIVE':
      return { capacity: ['TM. HỘI ĐỒNG', 'CHỦ TỊCH'], post: chair.post, note: null, name: chair.name };
    case 'GROUP': {
      const isHead = /^tổ trưởng/iu.test(chair.post ?? '');
      return plainSignature(isHead ? 'TỔ TRƯỞNG' : 'CHỦ TRÌ', chair.name);
    }
    case 'STAFF':
      return plainSignature('CHỦ TRÌ HỘI NGHỊ', chair.name);
  }
}

/** Signature of someone who writes or witnesses: "THƯ KÝ", "ỦY VIÊN". */
export function plainSignature(capacity: string, name: string | null): Signature {
  return { capacity: [capacity], post: null, note: '(Ký, ghi rõ họ tên)', name };
}

/** Word printed on every page of a draft; null on an official paper. */
export function watermarkOf(status: PaperBasics['status']): string | null {
  return status === 'draft' ? 'DỰ THẢO' : null;
}

/** Another paper of the school as this one cites it; null where it has no number or no day yet. */
export interface CitedPaper {
  /** With its symbol: "03/BB-HĐTĐKT". */
  readonly number: string | null;
  readonly date: IsoDate | null;
}

/** "số 03/BB-HĐTĐKT ngày 28 tháng 5 năm 2026", with blanks to fill by hand. */
export function numberAndDate({ number, date }: CitedPaper): string {
  const day = date === null ? 'ngày …… tháng …… năm ………' : formatLongDate(date);
  return `số ${number ?? '………………'} ${day}`;
}

const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'] as const;

/** A heading as it is read, with its number. */
export function headingText({ number, text }: Extract<Block, { readonly kind: 'heading' }>): string {
  if (number === undefined) return text;
  const { style, value } = number;
  return `${style === 'roman' ? (ROMAN[value] ?? value) : value}. ${text}`;
}

/** What stands in front of an item of a list: "- ", "1. ". */
export function itemMark({ numbered }: Extract<Block, { readonly kind: 'list' }>, index: number): string {
  return numbered === true ? `${index + 1}. ` : '- ';
}

/** A paragraph of plain text. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** The bases of a paper, given without their end marks. */
export function basisBlocks(bases: readonly string[]): readonly Block[] {
  return asLines(bases).map((text) => ({ kind: 'basis', text }));
}

/** A numbered heading. */
export function heading(value: number, text: string, style: NumberStyle = 'decimal'): Block {
  return { kind: 'heading', text, number: { style, value } };
}

/** The table, or an honest sentence when it would have no row. */
export function tableOr(table: Table, sentence: string): Block {
  return table.rows.length > 0 ? table : { kind: 'paragraph', text: sentence };
}

/** Joins parts that say something with "; ". */
export function joinParts(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('; ');
}

/** A time of day as papers write it: "14:30" is "14 giờ 30 phút", "08:00" is "08 giờ 00 phút"; blanks for null. */
export function formatTime(time: string | null): string {
  if (time === null) return '…… giờ …… phút';
  const [hour, minute] = time.split(':');
  return `${hour} giờ ${minute} phút`;
}

/** What those in favour are counted in: papers, or hands. */
export function agreeHeader(method: 'ballot' | 'hands'): string {
  return method === 'ballot' ? 'Phiếu đồng\u00a0ý' : 'Số tán\u00a0thành';
}

/** Letters of the points of a paper: the Vietnamese alphabet, so that đ follows d and f is none. */
const POINT_LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** Letter of a point by its place from 0: "a", "b", …, "đ"; after the last "aa". */
export function pointLetter(index: number): string {
  const letter = POINT_LETTERS.charAt(index % POINT_LETTERS.length);
  return letter.repeat(Math.floor(index / POINT_LETTERS.length) + 1);
}

/** How often each name comes, in the order of their first coming. */
export function countNames(
  names: readonly string[],
): readonly { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

/** Part of a file name: ASCII letters, digits and dashes. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Day from which the law is cited as amended. */
const amendedFrom = '2026-10-01';

/** The law on emulation as papers cite it on a day, each without its end mark; a law has no number there (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export function legalBases(date: IsoDate | null): readonly string[] {
  const amended =
    date !== null && date >= amendedFrom ? ', được sửa đổi, bổ sung ngày 23 tháng 4 năm 2026' : '';
  return [
    `Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022${amended}`,
    'Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng',
    'Căn cứ Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025 của Bộ trưởng Bộ Nội vụ quy định biện pháp thi hành Luật Thi đua, khen thưởng',
  ];
}
