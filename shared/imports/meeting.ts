/** Reads the file of the council's meeting (JSON): who sat, who came, how hands and written opinions went. */
import { z } from 'zod';
import { parseDate, parseSchoolYear, type IsoDate } from '../dates.ts';
import type { AppError } from '../errors.ts';
import { tidy } from '../names.ts';
import { err, ok, type Result } from '../result.ts';
import { findTitle, readTitle } from '../rules/catalogue.ts';
import type { CouncilRole, Mark, TitleId } from '../terms.ts';
import { readMark } from './ballots.ts';
import { plainKey } from './keys.ts';

export interface MeetingFile {
  readonly schoolYear: string;
  readonly date: IsoDate;
  /** "14:00"; null when the file does not say. */
  readonly from: string | null;
  readonly to: string | null;
  readonly place: string;
  readonly council: readonly {
    readonly code: string;
    readonly role: CouncilRole;
    readonly present: boolean;
    readonly absenceReason: string;
  }[];
  /** Members for, of the whole council, by title and person. */
  readonly handsFor: readonly { readonly titleId: TitleId; readonly code: string; readonly agree: number }[];
  readonly writtenOpinions: readonly {
    readonly code: string;
    readonly titleId: TitleId;
    readonly marks: readonly { readonly code: string; readonly mark: Mark }[];
  }[];
  /** Codes of the members who count. */
  readonly counters: readonly string[];
  readonly ballots: readonly {
    readonly titleId: TitleId;
    readonly issued: number;
    readonly returned: number;
    /** Name of the file with the ballots; null when it is not there. */
    readonly file: string | null;
  }[];
}

/** Says in Vietnamese what a value should have been. */
function wanted(message: string) {
  return { error: message };
}

const roleWords = new Map<string, CouncilRole>([
  ['chu tich', 'CHAIR'],
  ['chu tich hoi dong', 'CHAIR'],
  ['pho chu tich', 'VICE_CHAIR'],
  ['pho chu tich hoi dong', 'VICE_CHAIR'],
  ['pho chu tich thuong truc', 'VICE_CHAIR'],
  ['thu ki', 'SECRETARY'],
  ['thu ki hoi dong', 'SECRETARY'],
  ['uy vien thu ki', 'SECRETARY'],
  ['uy vien', 'MEMBER'],
  ['thanh vien', 'MEMBER'],
]);

function parsed<T>(message: string, parse: (text: string) => T | null) {
  return z.string(wanted(message)).transform((text, context) => {
    const value = parse(tidy(text));
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

const TIME = /^(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{2})?$/iu;

function parseTime(text: string): string | null {
  const match = TIME.exec(text);
  const [hours, minutes] = [Number(match?.[1] ?? 99), Number(match?.[2] ?? 0)];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function parseTitle(text: string): TitleId | null {
  return findTitle(text)?.id ?? readTitle(text);
}

const code = z
  .union([z.string(), z.int().nonnegative()], wanted('cần mã định danh'))
  .transform((value) => String(value).replace(/\s+/g, ''))
  .refine((value) => value !== '', wanted('cần mã định danh'));
const count = z.int(wanted('cần số nguyên từ 0')).min(0, wanted('cần số nguyên từ 0'));
const title = parsed('cần tên danh hiệu, ví dụ LDTT hoặc CSTDCS', parseTitle);
const mark = z
  .union([z.string(), z.null()], wanted('cần “Đồng ý”, “Không đồng ý” hoặc để trống'))
  .transform((value, context) => {
    const read = readMark(value);
    if (read !== null) return read;
    context.addIssue({ code: 'custom', message: 'cần “Đồng ý”, “Không đồng ý” hoặc để trống' });
    return z.NEVER;
  });
const time = parsed('cần giờ dạng 14:00', parseTime);
const text = z.string(wanted('cần một đoạn chữ')).transform(tidy);
const group = wanted('cần một nhóm { … }');
const list = wanted('cần một danh sách [ … ]');

const schema = z.object(
  {
    schoolYear: parsed('cần năm học dạng 2025-2026', parseSchoolYear),
    date: parsed('cần ngày có thật, dạng 2026-05-28 hoặc 28/05/2026', parseDate),
    from: time.nullish(),
    to: time.nullish(),
    place: text.nullish(),
    council: z
      .array(
        z.object(
          {
            code,
            role: parsed(
              'cần Chủ tịch, Phó Chủ tịch, Thư ký hoặc Ủy viên',
              (role) => roleWords.get(plainKey(role)) ?? null,
            ),
            present: z.boolean(wanted('cần true (có mặt) hoặc false (vắng)')),
            absenceReason: text.nullish(),
          },
          group,
        ),
        list,
      )
      .min(1, wanted('cần ít nhất một thành viên Hội đồng')),
    handsFor: z.record(z.string(), z.record(z.string(), count, group), group).nullish(),
    writtenOpinions: z
      .array(z.object({ code, title, marks: z.record(z.string(), mark, group) }, group), list)
      .nullish(),
    counters: z.array(code, list).nullish(),
    ballots: z
      .record(z.string(), z.object({ issued: count, returned: count, file: text.nullish() }, group), group)
      .nullish(),
  },
  group,
);

/** "council, mục 3, role": where in the file, lists counted from 1. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === 'number' ? `mục ${step + 1}` : String(step))).join(', ');
}

/** A record keyed by titles as pairs; the first key that names no title comes back as an error. */
function byTitle<T>(record: Readonly<Record<string, T>>): Result<readonly (readonly [TitleId, T])[], string> {
  const pairs: (readonly [TitleId, T])[] = [];
  for (const [key, value] of Object.entries(record)) {
    const titleId = parseTitle(tidy(key));
    if (titleId === null) return err(key);
    pairs.push([titleId, value]);
  }
  return ok(pairs);
}

/**
 * Reads the text of a meeting file. Error: `invalid-json`, whose detail names the field and what it should hold.
 */
export function readMeetingFile(options: {
  readonly fileName: string;
  readonly text: string;
}): Result<MeetingFile, AppError> {
  function fail(detail: string): Result<MeetingFile, AppError> {
    return err({ code: 'invalid-json', file: options.fileName, detail });
  }
  let value: unknown;
  try {
    value = JSON.parse(options.text.replace(/^\ufeff/, ''));
  } catch {
    return fail('nội dung không phải là JSON (thường do thiếu hoặc thừa dấu phẩy, dấu ngoặc)');
  }
  const result = schema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    const place = placeOf(issue?.path ?? []);
    return fail(place === '' ? (issue?.message ?? '') : `mục “${place}” ${issue?.message ?? ''}`);
  }
  const data = result.data;
  const codes = new Set<string>();
  for (const member of data.council) {
    if (codes.has(member.code))
      return fail(`mục “council” có mã ${member.code} hai lần, cần mỗi người một lần`);
    codes.add(member.code);
  }
  const hands = byTitle(data.handsFor ?? {});
  if (!hands.ok) return fail(`mục “handsFor, ${hands.error}” không phải là tên danh hiệu`);
  const ballots = byTitle(data.ballots ?? {});
  if (!ballots.ok) return fail(`mục “ballots, ${ballots.error}” không phải là tên danh hiệu`);
  return ok({
    schoolYear: data.schoolYear,
    date: data.date,
    from: data.from ?? null,
    to: data.to ?? null,
    place: data.place ?? '',
    council: data.council.map((member) => ({ ...member, absenceReason: member.absenceReason ?? '' })),
    handsFor: hands.value.flatMap(([titleId, votes]) =>
      Object.entries(votes).map(([person, agree]) => ({ titleId, code: tidy(person), agree })),
    ),
    writtenOpinions: (data.writtenOpinions ?? []).map((opinion) => ({
      code: opinion.code,
      titleId: opinion.title,
      marks: Object.entries(opinion.marks).map(([person, read]) => ({ code: tidy(person), mark: read })),
    })),
    counters: data.counters ?? [],
    ballots: ballots.value.map(([titleId, paper]) => ({
      titleId,
      issued: paper.issued,
      returned: paper.returned,
      file: paper.file ?? null,
    })),
  });
}
