/** A school's folder of input files, and handing them to the app one after another through its public methods. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { importChoices, type InputOf, type MethodName, type OutputOf } from '../../../shared/api.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ImportKind, Problem, Progress } from '../../../shared/views.ts';
import { readError } from '../disk.ts';

/** Calls a public method as any door does. */
export type Call = <M extends MethodName>(
  method: M,
  input: InputOf<M>,
) => Promise<Result<OutputOf<M>, AppError>>;

export type Report = (progress: Progress) => void;

/** One file of the folder. */
export interface InputFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** The files of a season in the order in which they are taken; those that a school may not have are optional. */
const imports: readonly {
  readonly prefix: string;
  readonly name: string;
  readonly kind: ImportKind;
  readonly required: boolean;
}[] = [
  { prefix: '01-', name: '01-danh-sach-cbgvnv.xlsx', kind: 'people', required: true },
  { prefix: '02-', name: '02-lich-su-khen-thuong.xlsx', kind: 'history', required: false },
  { prefix: '03-', name: '03-sang-kien.xlsx', kind: 'initiatives', required: false },
  { prefix: '09-', name: '09-ky-luat.xlsx', kind: 'disciplines', required: false },
  { prefix: '04-', name: '04-dang-ky-thi-dua.xlsx', kind: 'registrations', required: true },
  { prefix: '07-', name: '07-tap-the.xlsx', kind: 'collectives', required: false },
  { prefix: '05-', name: '05-tu-danh-gia.xlsx', kind: 'evaluations', required: true },
];

/** The file of the council's meeting. */
export const meetingFile = { prefix: '08-', name: '08-phien-hop.json' } as const;
/** The file of the staff list, whose letterhead names the school. */
export const peopleFile = { prefix: '01-', name: '01-danh-sach-cbgvnv.xlsx' } as const;

/**
 * Finds a file of a folder by its full name, else by its leading number; null when there is none. A folder of that name
 * is none. Errors: drive-not-found, folder-not-readable, copy-failed.
 */
export async function findInput(
  folder: string,
  wanted: { readonly prefix: string; readonly name: string },
): Promise<Result<InputFile | null, AppError>> {
  let names: string[];
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch {
    return err({ code: 'drive-not-found', path: folder });
  }
  const visible = names.filter((name) => !name.startsWith('~$') && !name.startsWith('.')).sort();
  const name =
    visible.find((one) => one === wanted.name) ?? visible.find((one) => one.startsWith(wanted.prefix));
  if (name === undefined) return ok(null);
  const path = join(folder, name);
  try {
    return ok({ fileName: name, bytes: await readFile(path) });
  } catch (cause) {
    return err(readError({ cause, path }));
  }
}

/** The same, for a file without which there is no season. Errors: missing-input, drive-not-found. */
export async function needInput(
  folder: string,
  wanted: { readonly prefix: string; readonly name: string },
): Promise<Result<InputFile, AppError>> {
  const found = await findInput(folder, wanted);
  if (!found.ok) return found;
  return found.value === null ? err({ code: 'missing-input', file: wanted.name, folder }) : ok(found.value);
}

/** A file in which a school may say how its tables are read, by the name of each: as `runImport` takes it. */
const choicesFile = { prefix: 'cach-doc.json', name: 'cach-doc.json' } as const;
const choicesByFile = z.record(z.string(), importChoices);

async function readChoices(folder: string): Promise<Result<z.infer<typeof choicesByFile>, AppError>> {
  const found = await findInput(folder, choicesFile);
  if (!found.ok) return found;
  if (found.value === null) return ok({});
  let json: unknown;
  try {
    json = JSON.parse(found.value.bytes.toString('utf8'));
  } catch {
    json = null;
  }
  const choices = choicesByFile.safeParse(json);
  const { name } = choicesFile;
  if (choices.success) return ok(choices.data);
  return err({ code: 'invalid-json', file: name, detail: choices.error.issues[0]?.path.join(' › ') ?? name });
}

/** Imports every file of the folder; gives every row that could not be taken. Errors: those of a file that is unusable. */
export async function importFolder({
  call,
  folder,
  report,
}: {
  readonly call: Call;
  readonly folder: string;
  readonly report: Report;
}): Promise<Result<readonly Problem[], AppError>> {
  const choices = await readChoices(folder);
  if (!choices.ok) return choices;
  const problems: Problem[] = [];
  for (const [done, wanted] of imports.entries()) {
    const found = wanted.required ? await needInput(folder, wanted) : await findInput(folder, wanted);
    if (!found.ok) return found;
    if (found.value === null) continue;
    const { fileName, bytes } = found.value;
    report({ name: fileName, phase: 'import', done, total: imports.length });
    const result = await call('runImport', {
      ...choices.value[fileName],
      kind: wanted.kind,
      fileName,
      bytes: bytes.toString('base64'),
    });
    if (!result.ok) {
      // An empty list of what a school need not have is the same as none.
      if (!wanted.required && result.error.code === 'empty-workbook') continue;
      return result;
    }
    problems.push(...result.value.problems);
    const confirmed = wanted.kind === 'evaluations' ? await confirmWhatWasScored(call) : ok(null);
    if (!confirmed.ok) return confirmed;
  }
  return ok(problems);
}

/** With no hands at work, a file of the tổ's scores is handed in by the tổ: that they stand is recorded as an act of its own. */
async function confirmWhatWasScored(call: Call): Promise<Result<null, AppError>> {
  const sheet = await call('getEvaluations', {});
  if (!sheet.ok) return sheet;
  const personIds = sheet.value.rows.map(({ personId }) => personId);
  const confirmed = await call('confirmScores', { personIds, confirmed: true });
  return confirmed.ok ? ok(null) : confirmed;
}
