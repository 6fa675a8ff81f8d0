import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFolder, placeWarning } from '../../electron/core/folders.ts';
import type { DriveLister } from '../../electron/core/ports.ts';
import { temporaryFolder } from '../support/disk.ts';

const drives: DriveLister = {
  list: () =>
    Promise.resolve([{ path: '/usb', label: 'KINGSTON (E:)', freeBytes: 1, totalBytes: 2, removable: true }]),
  networkRoots: () => Promise.resolve([]),
};

function home() {
  const folder = temporaryFolder();
  for (const name of ['Documents', 'Desktop']) mkdirSync(join(folder, name));
  return folder;
}

describe('the file picker', () => {
  it('shows folders, then data files, in Vietnamese order, and nothing hidden', async () => {
    const folder = home();
    for (const name of [
      'Ổ lưu',
      'Đề án',
      'Dự án',
      'An toàn',
      '.git',
      '$RECYCLE.BIN',
      'System Volume Information',
    ]) {
      mkdirSync(join(folder, name));
    }
    for (const name of [
      'Năm học 2025.bangvang',
      'ĐỢT 2.BANGVANG',
      'Dự thảo.bangvang',
      'ghi chú.txt',
      '.ẩn.bangvang',
    ]) {
      writeFileSync(join(folder, name), 'nội dung');
    }
    symlinkSync(join(folder, 'không có'), join(folder, 'đứt.bangvang'));
    const result = await listFolder({ path: folder, drives, home: folder });
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.entries.map((entry) => `${entry.kind} ${entry.name}`)).toEqual([
      'folder An toàn',
      'folder Desktop',
      'folder Documents',
      'folder Dự án',
      'folder Đề án',
      'folder Ổ lưu',
      'file Dự thảo.bangvang',
      'file ĐỢT 2.BANGVANG',
      'file Năm học 2025.bangvang',
    ]);
    expect(result.value.entries.at(-1)).toMatchObject({
      path: join(folder, 'Năm học 2025.bangvang'),
      size: Buffer.byteLength('nội dung'),
    });
    expect(result.value.entries.at(-1)?.modified).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('offers the usual places and the drives, and opens Documents first', async () => {
    const folder = home();
    const result = await listFolder({ path: null, drives, home: folder });
    expect(result.ok && result.value).toEqual({
      path: join(folder, 'Documents'),
      parent: folder,
      places: [
        { label: 'Màn hình nền', path: join(folder, 'Desktop') },
        { label: 'Tài liệu', path: join(folder, 'Documents') },
        { label: 'Thư mục cá nhân', path: folder },
        { label: 'KINGSTON (E:)', path: '/usb' },
      ],
      entries: [],
    });
  });

  it('looks for other endings when asked, opens the folder of a file, and has no parent above the root', async () => {
    const folder = home();
    writeFileSync(join(folder, 'Danh sách.XLSX'), '');
    const other = await listFolder({
      path: join(folder, 'Danh sách.XLSX'),
      endings: ['.xlsx'],
      drives,
      home: folder,
    });
    expect(other.ok && other.value.path).toBe(folder);
    expect(other.ok && other.value.entries.at(-1)?.name).toBe('Danh sách.XLSX');
    const root = await listFolder({ path: '/', endings: [], drives, home: folder });
    expect(root.ok && root.value.parent).toBeNull();
    expect(root.ok && root.value.entries.every((entry) => entry.kind === 'folder')).toBe(true);
  });

  it('says that a folder is not there or not a full path', async () => {
    const folder = home();
    for (const path of [join(folder, 'không có'), 'Documents']) {
      expect(await listFolder({ path, drives, home: folder })).toEqual({
        ok: false,
        error: { code: 'file-not-found', path },
      });
    }
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says that a folder is locked',
    async () => {
      const folder = home();
      chmodSync(join(folder, 'Desktop'), 0o000);
      const path = join(folder, 'Desktop');
      const result = await listFolder({ path, drives, home: folder });
      chmodSync(path, 0o755);
      expect(result).toEqual({ ok: false, error: { code: 'folder-not-readable', path } });
    },
  );
});

describe('the warning about a place', () => {
  it.each([
    ['C:\\Users\\lan\\OneDrive\\Tài liệu\\a.bangvang', 'synced'],
    ['C:\\Users\\lan\\OneDrive - THCS Hoa Ban\\a.bangvang', 'synced'],
    ['G:\\My Drive\\a.bangvang', 'synced'],
    ['G:\\Drive của tôi\\a.bangvang', 'synced'],
    ['C:/Users/lan/Dropbox/a.bangvang', 'synced'],
    ['/Users/lan/Library/CloudStorage/GoogleDrive-lan/a.bangvang', 'synced'],
    ['\\\\may-chu\\thi-dua\\a.bangvang', 'network'],
    ['//may-chu/thi-dua/a.bangvang', 'network'],
    ['\\\\?\\UNC\\may-chu\\thi-dua\\a.bangvang', 'network'],
    ['/run/user/1000/gvfs/smb-share:server=nas/a.bangvang', 'network'],
    ['z:\\a.bangvang', 'network'],
    ['/mnt/nas/sub/a.bangvang', 'network'],
    ['\\\\?\\C:\\Thi đua\\a.bangvang', null],
    ['C:\\Users\\lan\\Documents\\a.bangvang', null],
    ['D:\\Bài về OneDrive\\a.bangvang', null],
    ['/mnt/nas2/a.bangvang', null],
    ['/home/lan/a.bangvang', null],
  ])('of %s is %s', (path, warning) => {
    expect(placeWarning({ path, networkRoots: ['Z:\\', '/mnt/nas'] })).toBe(warning);
  });
});
