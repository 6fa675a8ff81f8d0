/** What the command line can be asked: every method of the contract by its name, and the whole season with no hands. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { api, type MethodName } from '../shared/api.ts';
import type { AppError } from '../shared/errors.ts';
import type { Result } from '../shared/result.ts';
import { formatBytes } from '../shared/numbers.ts';
import { cliWords, methodKindNames } from '../shared/vi/cli.ts';
import { errorSentence } from '../shared/vi/errors.ts';
import { phaseNames } from '../shared/vi/season.ts';
import { roleNames } from '../shared/vi/terms.ts';
import type { Progress } from '../shared/views.ts';
import { openPorts } from './adapters/system.ts';
import { createCore, type Core } from './core/core.ts';
import { createCaller, runSeason } from './core/season/run.ts';

/** Exit statuses: all is well; a check found something; an input or a request is unusable. */
const exit = { well: 0, found: 1, unusable: 2 } as const;

interface Options {
  /** Folder of the fonts and the sample. */
  readonly resources: string;
  readonly from?: string | undefined;
  readonly file?: string | undefined;
  readonly to?: string | undefined;
  readonly package?: string | undefined;
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function fail(error: AppError): number {
  say(errorSentence(error));
  return exit.unusable;
}

function openCore({ resources }: Options): Core {
  const appFolder = process.env['BANGVANG_APP_FOLDER'] ?? join(homedir(), '.bang-vang');
  return createCore(openPorts({ appFolder, resources }));
}

function report(progress: Progress): void {
  const phase = phaseNames[progress.phase] ?? progress.phase;
  say(progress.name === '' ? `${phase}…` : `${phase}: ${progress.name}`);
}

/** The list of methods, from the contract. */
function help(): number {
  const width = Math.max(...Object.keys(api).map((name) => name.length));
  const rows = Object.entries(api).map(([name, method]) => {
    const fields = Object.keys((method.input as { readonly shape?: object }).shape ?? {}).join(', ');
    const allowed = method.roles.map((role) => roleNames[role].toLowerCase()).join(', ');
    const kind = methodKindNames[method.kind];
    return `  ${name.padEnd(width)}  ${kind}${allowed === '' ? '' : ` (${allowed})`}${fields === '' ? '' : ` { ${fields} }`}`;
  });
  process.stdout.write(`${cliWords.usage}\n\n${cliWords.methods}\n${rows.join('\n')}\n`);
  return exit.well;
}

async function season(options: Options): Promise<number> {
  const { from, file, to } = options;
  if (from === undefined || file === undefined || to === undefined) {
    say(cliWords.seasonUsage);
    return exit.unusable;
  }
  const core = openCore(options);
  const result = await runSeason({ core, from: resolve(from), file: resolve(file), to: resolve(to), report });
  await core.close();
  if (!result.ok) return fail(result.error);
  const { files, bytes } = result.value.package;
  say(cliWords.finished(files, formatBytes(bytes)));
  print(result.value);
  return exit.well;
}

async function verify(options: Options): Promise<number> {
  if (options.package === undefined) {
    say(cliWords.verifyUsage);
    return exit.unusable;
  }
  const core = openCore(options);
  const result = await createCaller(core)('verifyPackage', { path: resolve(options.package) });
  await core.close();
  if (!result.ok) return fail(result.error);
  print(result.value);
  const { changed, missing, added, isRehearsal } = result.value;
  if (isRehearsal) say(cliWords.rehearsalPackage);
  for (const path of changed) say(cliWords.changed(path));
  for (const path of missing) say(cliWords.missing(path));
  for (const path of added) say(cliWords.added(path));
  return result.value.ok ? exit.well : exit.found;
}

async function callMethod(name: string, text: string | undefined, options: Options): Promise<number> {
  let input: unknown;
  try {
    input = text === undefined ? {} : JSON.parse(text);
  } catch {
    say(cliWords.notJson);
    return exit.unusable;
  }
  const core = openCore(options);
  const call = createCaller(core);
  if (options.file !== undefined) {
    const opened = await call('openFile', { path: resolve(options.file) });
    if (!opened.ok) return fail(opened.error);
  }
  const result: Result<unknown, AppError> = await call(name as MethodName, input as never);
  await core.close();
  if (!result.ok) return fail(result.error);
  print(result.value);
  return exit.well;
}

/** Runs what the words of the command line ask for; gives the exit status. `resources`: folder of fonts and sample. */
export async function runCommandLine(resources: string): Promise<number> {
  try {
    return await dispatch(resources);
  } catch (cause) {
    if (!(cause instanceof TypeError && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS')))
      throw cause;
    say(cliWords.usage);
    return exit.unusable;
  }
}

async function dispatch(resources: string): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      file: { type: 'string' },
      to: { type: 'string' },
      package: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [name, input] = positionals;
  const options = { ...values, resources };
  if (values.help === true || name === undefined || name === 'help') return help();
  switch (name) {
    case 'season':
      return season(options);
    case 'verify':
      return verify(options);
    default:
      return callMethod(name, input, options);
  }
}
