/** Tập dượt: a copy of a season to practise on. It is marked in the file itself, and never becomes a real one. */
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { ownerName } from '../../../shared/vi/data-file.ts';
import { appendAudit } from '../audit.ts';
import type { App, Handlers } from '../context.ts';
import { openDatabase } from '../database/open.ts';
import { define, sql } from '../database/query.ts';
import { disk, diskError, exists, renameSynced } from '../disk.ts';
import { DATA_FILE_ENDING } from '../folders.ts';
import { closeDataFile, openDataFile } from './data-file/lifecycle.ts';
import { makeSample } from './data-file/sample.ts';
import { readFileKind } from './file-info.ts';
import { readSchool } from './season.ts';

/** Ending of a copy that is being made. */
const UNFINISHED = '.dang-tao';

const updateInfo = define<{ file_id: string; signing_key: string }>()((p) =>
  sql
    .updateTable('file_info')
    .set({ kind: 'training', file_id: p('file_id'), signing_key: p('signing_key') })
    .where('id', '=', 1),
);

/** Copies the open file beside it, as a rehearsal with an identity and a key of its own; gives the path. */
async function copyOpenFile(app: App): Promise<Result<string, AppError>> {
  const file = app.file();
  if (file === null) return err({ code: 'no-file-open' });
  const { path, driver } = file.database;
  const target = await freePath(dirname(path), basename(path, DATA_FILE_ENDING));
  const unfinished = target + UNFINISHED;
  try {
    await removeWithLogs(unfinished);
    await driver.backup(unfinished);
    const marked = mark(app, unfinished);
    if (!marked.ok) {
      await removeWithLogs(unfinished);
      return marked;
    }
    await renameSynced({ disk, from: unfinished, to: target });
    return ok(target);
  } catch (cause) {
    await removeWithLogs(unfinished);
    return err(diskError({ cause, path: target }));
  }
}

function mark(app: App, path: string): Result<null, AppError> {
  const copy = openDatabase({ path, mode: 'existing' });
  if (!copy.ok) return copy;
  const marked = copy.value.transaction((write) => {
    write.run(updateInfo, {
      file_id: app.newId(),
      signing_key: Buffer.from(app.ports.random(32)).toString('hex'),
    });
    appendAudit(write, {
      at: app.ports.now().toISOString(),
      role: 'secretary',
      name: ownerName,
      method: 'startRehearsal',
      facts: { school: readSchool(write).name },
    });
    return ok(null);
  });
  copy.value.close();
  return marked;
}

async function removeWithLogs(path: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm', '-journal']) await rm(path + ending, { force: true });
}

/** `<name>-tap-duot.bangvang`, with a number where one is there already. */
async function freePath(folder: string, name: string): Promise<string> {
  const stem = join(folder, `${name}-tap-duot`);
  for (let number = 1; ; number += 1) {
    const path = `${stem}${number === 1 ? '' : `-${number}`}${DATA_FILE_ENDING}`;
    if (!(await exists({ disk, path }))) return path;
  }
}

export const rehearsalHandlers: Handlers<'startRehearsal'> = {
  async startRehearsal({ app, report }, { from }) {
    if (from === 'sample') {
      const closed = await closeDataFile(app);
      if (!closed.ok) return closed;
      const path = await freePath(app.ports.appFolder, 'ho-so-mau');
      return makeSample(app, { path, kind: 'training', report });
    }
    const file = app.file();
    if (file === null) return err({ code: 'no-file-open' });
    if (readFileKind(file.database.read) === 'training') return err({ code: 'already-rehearsing' });
    const copied = await copyOpenFile(app);
    return copied.ok ? openDataFile(app, copied.value) : copied;
  },
};
