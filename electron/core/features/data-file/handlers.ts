/** The data file as the screens ask for it: where it is, made, opened, backed up, closed, and who works in it. */
import { existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { err, ok } from '../../../../shared/result.ts';
import { lastAuditAt } from '../../audit.ts';
import type { Handlers } from '../../context.ts';
import { createBackup, listBackups, restoreBackup } from '../../database/backup.ts';
import {
  applicationId,
  backupsFolder,
  fileKind,
  isDataFile,
  isInUse,
  judgeCopy,
  openCopy,
} from '../../database/open.ts';
import { DATA_FILE_ENDING, listFolder, placeWarning } from '../../folders.ts';
import { appVersion } from '../../version.ts';
import { readDiscarded, traceRestore } from './restore-trace.ts';
import { currentSeason, readSchool } from '../season.ts';
import { closeDataFile, createDataFile, openDataFile } from './lifecycle.ts';
import { readRecent } from './recent.ts';
import { makeSample } from './sample.ts';

export const dataFileHandlers: Handlers<
  | 'getStatus'
  | 'getProgress'
  | 'getPulse'
  | 'cancelJob'
  | 'listFolder'
  | 'listDrives'
  | 'createFile'
  | 'openFile'
  | 'openSample'
  | 'closeFile'
  | 'restoreBackup'
  | 'createBackup'
  | 'listBackups'
  | 'signIn'
> = {
  async getStatus({ app, session }) {
    const file = app.file();
    const season = file === null ? null : currentSeason(file.database.read);
    return ok({
      file:
        file === null
          ? null
          : {
              path: file.database.path,
              name: basename(file.database.path),
              kind: file.kind,
              warning: placeWarning({
                path: file.database.path,
                networkRoots: await app.ports.drives.networkRoots(),
              }),
              broken: file.broken,
              schoolName: readSchool(file.database.read).name,
              schoolYear: season?.ok === true ? season.value.school_year : null,
              savedAt: lastAuditAt(file.database.read),
              fileId: file.fileId,
            },
      session: session === null ? null : { role: session.role, name: session.name },
      recent: await readRecent(app),
      version: appVersion,
      suggestedFolder: join(homedir(), 'Bang Vang'),
    });
  },

  getProgress: ({ app }) => ok(app.progress()),

  getPulse({ app, now }, { windowId }) {
    const file = app.file();
    return ok({
      fileId: file?.fileId ?? null,
      savedAt: file === null ? null : lastAuditAt(file.database.read),
      windows: app.windows.seen(windowId, now),
    });
  },

  cancelJob: () => ok(null),

  listFolder: ({ app }, { path, endings }) =>
    listFolder({ path, drives: app.ports.drives, ...(endings === undefined ? {} : { endings }) }),

  listDrives: async ({ app }) => ok(await app.ports.drives.list()),

  createFile: ({ app }, input) => createDataFile(app, input),

  openFile: ({ app }, { path }) => openDataFile(app, path),

  async openSample({ app, report }, { fresh }) {
    const path = join(app.ports.appFolder, `ho-so-mau${DATA_FILE_ENDING}`);
    const closed = await closeDataFile(app);
    if (!closed.ok) return closed;
    if (!fresh) {
      const known = await openDataFile(app, path);
      if (known.ok || known.error.code !== 'file-not-found') return known;
    }
    for (const ending of ['', '-wal', '-shm']) await rm(path + ending, { force: true });
    return makeSample(app, { path, kind: 'sample', report });
  },

  async closeFile({ app }) {
    return closeDataFile(app);
  },

  async restoreBackup({ app, session, now }, { path, target, reason, name }) {
    const by = session?.name ?? name;
    if (by === undefined) return err({ code: 'role-not-allowed', role: 'secretary', allowed: ['chair'] });
    const strange = judgeCopy(path);
    if (strange !== null) return err(strange);
    // A damaged file may have lost its head; its own backups still stand beside it.
    const isKnown =
      isDataFile(target) || (isFile(target) && dirname(resolve(path)) === backupsFolder(resolve(target)));
    if (existsSync(target) && !isKnown) return err({ code: 'file-not-bangvang', path: target });
    const present = app.file()?.database.path === target ? app.file()?.kind : fileKind(target);
    if (fileKind(path) === 'training' && existsSync(target) && present !== 'training')
      return err({ code: 'rehearsal-backup', path });
    if (app.file()?.database.path === target) {
      const closed = await closeDataFile(app);
      if (!closed.ok) return closed;
    }
    // Whoever has it open would go on writing into a file that is no longer there.
    if (isInUse(target)) return err({ code: 'file-in-use', path: target });
    const given = readDiscarded(target);
    const restored = await restoreBackup({
      backupPath: path,
      targetPath: target,
      folder: backupsFolder(target),
      applicationId,
      now: app.ports.now(),
      openCopy,
    });
    if (!restored.ok) return restored;
    const opened = await openDataFile(app, restored.value.path);
    if (!opened.ok) return opened;
    const traced = traceRestore(app, { at: now, name: by, reason, backup: basename(path), given });
    return traced.ok ? opened : traced;
  },

  async createBackup({ app, path, commit, report }) {
    const file = app.file();
    if (file === null) return err({ code: 'no-file-open' });
    const committed = commit(() => ok({ value: null, facts: {} }));
    if (!committed.ok) return committed;
    return createBackup({
      database: file.database.driver,
      folder: backupsFolder(path),
      reason: 'manual',
      now: app.ports.now(),
      openCopy,
      report: ({ done, total }) => {
        report({ name: basename(path), phase: 'backup', done, total });
      },
    });
  },

  async listBackups({ app }) {
    const file = app.file();
    if (file === null) return err({ code: 'no-file-open' });
    const folder = backupsFolder(file.database.path);
    const listed = await listBackups({ folder });
    return listed.ok ? ok({ folder, backups: listed.value }) : listed;
  },

  signIn({ sessions, record }, { role, name }) {
    const session = sessions.start({ role, name });
    record({ as: role, person: name });
    return ok({ sessionId: session.id });
  },
};

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
