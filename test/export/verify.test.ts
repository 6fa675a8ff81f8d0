import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deliverPackage } from '../../electron/core/export/deliver.ts';
import { renderManifest, renderSums, sha256 } from '../../electron/core/export/manifest.ts';
import { verifyPackage, type PackageVerdict } from '../../electron/core/export/verify.ts';
import { systemError, temporaryFolder, watchedDisk } from '../support/disk.ts';
import { samplePackage } from '../support/package.ts';

const built = samplePackage();
const PAPER = '01 Tờ trình.docx';

async function delivered(): Promise<string> {
  const folder = temporaryFolder();
  const result = await deliverPackage({
    built,
    name: 'Hồ sơ',
    targetFolder: folder,
    stagingFolder: join(folder, 'tạm'),
  });
  if (!result.ok) throw new Error(result.error.code);
  return result.value.path;
}

async function verdict(path: string): Promise<PackageVerdict> {
  const result = await verifyPackage({ path });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('verifying a package', () => {
  it('finds a whole one whole, also after it was copied elsewhere', async () => {
    const path = await delivered();
    const copy = join(temporaryFolder(), 'Bản chép');
    cpSync(path, copy, { recursive: true });
    expect(await verdict(copy)).toEqual({
      ok: true,
      path: copy,
      rootHash: built.rootHash,
      files: 7,
      changed: [],
      missing: [],
      added: [],
      signature: 'valid',
      publicKey: built.manifest.publicKey,
      title: 'Hồ sơ thi đua, khen thưởng',
      createdAt: '2026-05-28T02:30:00.000Z',
    });
  });

  it('names what was changed, lost and added', async () => {
    const path = await delivered();
    writeFileSync(join(path, PAPER), 'tờ trìnH');
    rmSync(join(path, '02 Biên bản/Phiếu trống.pdf'));
    writeFileSync(join(path, '02 Biên bản/Bản thêm.pdf'), 'x');
    expect(await verdict(path)).toMatchObject({
      ok: false,
      changed: [PAPER],
      missing: ['02 Biên bản/Phiếu trống.pdf'],
      added: ['02 Biên bản/Bản thêm.pdf'],
      signature: 'valid',
    });
  });

  it('sees a byte added to an empty file and to the note', async () => {
    const path = await delivered();
    appendFileSync(join(path, '02 Biên bản/Phiếu trống.pdf'), 'x');
    appendFileSync(join(path, 'DOC-TRUOC.txt'), 'x');
    expect((await verdict(path)).changed).toEqual(['02 Biên bản/Phiếu trống.pdf', 'DOC-TRUOC.txt']);
  });

  it('sees a renamed file as one lost and one added', async () => {
    const path = await delivered();
    renameSync(join(path, PAPER), join(path, '01 Tờ trình (bản cuối).docx'));
    expect(await verdict(path)).toMatchObject({ missing: [PAPER], added: ['01 Tờ trình (bản cuối).docx'] });
  });

  it('knows names that a Mac took apart, and looks past what systems drop into folders', async () => {
    const path = await delivered();
    renameSync(join(path, PAPER), join(path, PAPER.normalize('NFD')));
    for (const litter of ['.DS_Store', 'Thumbs.db', 'desktop.ini', '._01 Tờ trình.docx']) {
      writeFileSync(join(path, litter), 'x');
    }
    expect(await verdict(path)).toMatchObject({ ok: true, added: [] });
  });

  it('never follows a link: a linked file is a changed one, a linked folder an added one', async () => {
    const path = await delivered();
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'bản giống hệt.docx'), 'tờ trình');
    rmSync(join(path, PAPER));
    symlinkSync(join(outside, 'bản giống hệt.docx'), join(path, PAPER));
    symlinkSync(outside, join(path, 'lối ra'));
    renameSync(join(path, '02 Biên bản'), join(outside, '02 Biên bản'));
    symlinkSync(join(outside, '02 Biên bản'), join(path, '02 Biên bản'));
    expect(await verdict(path)).toMatchObject({
      ok: false,
      changed: [PAPER],
      missing: ['02 Biên bản/Biên bản họp Hội đồng.pdf', '02 Biên bản/Phiếu trống.pdf'],
      added: ['02 Biên bản', 'lối ra'],
    });
  });

  it('blames the list when the list was touched', async () => {
    const path = await delivered();
    const manifest = readFileSync(join(path, 'manifest.json'), 'utf8');
    writeFileSync(
      join(path, 'manifest.json'),
      manifest.replace(/"sha256": "[0-9a-f]+/, `"sha256": "${sha256('khác')}`),
    );
    const forged = await verdict(path);
    expect(forged).toMatchObject({ ok: false, changed: ['manifest.json'], rootHash: built.rootHash });
    writeFileSync(join(path, 'manifest.json'), manifest.replace(/"size": \d+/, '"size": 1'));
    expect((await verdict(path)).changed).toEqual(['manifest.json']);
    rmSync(join(path, 'manifest.json'));
    expect(await verdict(path)).toMatchObject({ ok: false, missing: ['manifest.json'], changed: [] });
    writeFileSync(join(path, 'manifest.json'), manifest);
    appendFileSync(join(path, 'SHA256SUMS'), '\n');
    expect((await verdict(path)).changed).toEqual(['SHA256SUMS']);
    rmSync(join(path, 'SHA256SUMS'));
    expect((await verdict(path)).missing).toEqual(['SHA256SUMS']);
  });

  it('gives a forger who rewrites everything another check code and no signature', async () => {
    const path = await delivered();
    writeFileSync(join(path, PAPER), 'tờ trình giả');
    const files = built.manifest.files.map((entry) =>
      entry.path === PAPER
        ? { ...entry, size: Buffer.byteLength('tờ trình giả'), sha256: sha256('tờ trình giả') }
        : entry,
    );
    const sums = renderSums({ ...built.manifest, files });
    const manifest = { ...built.manifest, files, rootHash: sha256(sums) };
    writeFileSync(join(path, 'SHA256SUMS'), sums);
    writeFileSync(join(path, 'manifest.json'), renderManifest(manifest));
    const seen = await verdict(path);
    expect(seen).toMatchObject({ ok: false, changed: [], missing: [], added: [], signature: 'invalid' });
    expect(seen.rootHash).not.toBe(built.rootHash);
  });

  it.each(['../../bí mật.txt', '/etc/passwd', 'a/../../b', 'C:\\b'])(
    'refuses a list that points to %j',
    async (escape) => {
      const path = await delivered();
      const files = [{ path: escape, size: 1, sha256: sha256('x') }];
      const sums = renderSums({ ...built.manifest, files });
      writeFileSync(join(path, 'SHA256SUMS'), sums);
      writeFileSync(
        join(path, 'manifest.json'),
        renderManifest({ ...built.manifest, files, rootHash: sha256(sums) }),
      );
      expect(await verifyPackage({ path })).toEqual({ ok: false, error: { code: 'not-a-package', path } });
    },
  );

  it('says that something is no package', async () => {
    const folder = temporaryFolder();
    const refused = (path: string) => ({ ok: false, error: { code: 'not-a-package', path } });
    expect(await verifyPackage({ path: folder })).toEqual(refused(folder));
    expect(await verifyPackage({ path: join(folder, 'không có') })).toEqual(
      refused(join(folder, 'không có')),
    );
    writeFileSync(join(folder, 'manifest.json'), '{}');
    mkdirSync(join(folder, 'SHA256SUMS'));
    expect(await verifyPackage({ path: folder })).toEqual(refused(folder));
    expect(await verifyPackage({ path: join(folder, 'manifest.json') })).toEqual(
      refused(join(folder, 'manifest.json')),
    );
    symlinkSync(await delivered(), join(folder, 'lối tắt'));
    expect(await verifyPackage({ path: join(folder, 'lối tắt') })).toEqual(refused(join(folder, 'lối tắt')));
  });

  it('counts a file that the stick cannot give back as changed', async () => {
    const path = await delivered();
    const disk = watchedDisk({
      before(step, file) {
        if (step === 'read' && file.endsWith('.xlsx')) throw systemError('EIO');
      },
    });
    const result = await verifyPackage({ path, disk });
    expect(result.ok && result.value.changed).toEqual(['03 Danh sách/Nguyễn Thị Ánh Tuyết.xlsx']);
  });

  it('does not take a stick that was pulled out for a package with lost files', async () => {
    const path = await delivered();
    const disk = watchedDisk({
      before(step, file) {
        if (step === 'open' && file.endsWith('.docx')) rmSync(path, { recursive: true });
      },
    });
    expect(await verifyPackage({ path, disk })).toEqual({
      ok: false,
      error: { code: 'drive-not-found', path },
    });
  });

  it('says that a folder may not be read', async () => {
    const path = await delivered();
    const disk = watchedDisk({
      before(step) {
        if (step === 'readdir') throw systemError('EACCES');
      },
    });
    expect(await verifyPackage({ path, disk })).toEqual({
      ok: false,
      error: { code: 'folder-not-readable', path },
    });
  });

  it('stops when asked', async () => {
    const path = await delivered();
    const stop = new AbortController();
    stop.abort();
    expect(await verifyPackage({ path, signal: stop.signal })).toEqual({
      ok: false,
      error: { code: 'cancelled' },
    });
  });
});
