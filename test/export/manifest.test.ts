import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runProcess } from '../../build/process.js';
import {
  buildManifest,
  checkSignature,
  sha256,
  type BuiltPackage,
} from '../../electron/core/export/manifest.ts';
import { isSafeName, isSafePath, safeName } from '../../electron/core/export/names.ts';
import { parseManifest, parseSums } from '../../electron/core/export/parse.ts';
import { isSignedBy, publicKeyOf, signText } from '../../electron/core/export/sign.ts';
import { formatCheckCode, isSameCheckCode } from '../../shared/check-code.ts';
import { temporaryFolder } from '../support/disk.ts';
import { PAPERS, samplePackage, SEED } from '../support/package.ts';

function textOf(built: BuiltPackage, path: string): string {
  const file = built.files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`No ${path} in the package.`);
  return Buffer.from(file.bytes).toString('utf8');
}

function write(built: BuiltPackage, folder: string): void {
  for (const { path, bytes } of built.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

describe('the manifest of a package', () => {
  it('lists every file in order, with its size and hash, and gives the same bytes for the same input', () => {
    const built = samplePackage();
    expect(built.files.map((file) => file.path)).toEqual([
      '01 Tờ trình.docx',
      '02 Biên bản/Biên bản họp Hội đồng.pdf',
      '02 Biên bản/Phiếu trống.pdf',
      '03 Danh sách/Nguyễn Thị Ánh Tuyết.xlsx',
      'DOC-TRUOC.txt',
      'SHA256SUMS',
      'manifest.json',
    ]);
    expect(built.manifest.files[0]).toEqual({
      path: '01 Tờ trình.docx',
      size: Buffer.byteLength('tờ trình'),
      sha256: sha256('tờ trình'),
    });
    expect(samplePackage()).toEqual(built);
    expect(samplePackage({ title: 'Hồ sơ khác' }).rootHash).not.toBe(built.rootHash);
  });

  it('is accepted by sha256sum, whose hash of SHA256SUMS is the check code', async () => {
    const folder = temporaryFolder();
    const built = samplePackage();
    write(built, folder);
    function sum(...words: readonly string[]) {
      return runProcess({ program: 'sha256sum', words, cwd: folder, limit: 30_000 });
    }
    const checked = await sum('--strict', '-c', 'SHA256SUMS');
    expect(checked.status).toBe(0);
    expect(checked.out.trim().split('\n')).toHaveLength(PAPERS.length + 1);
    expect(checked.out).not.toContain('FAILED');
    expect((await sum('SHA256SUMS')).out.slice(0, 64)).toBe(built.rootHash);
    writeFileSync(join(folder, '01 Tờ trình.docx'), 'tờ trình đã sửa');
    expect((await sum('-c', 'SHA256SUMS')).status).toBe(1);
  });

  it('comes with a note in Vietnamese that the oldest Notepad can show', () => {
    const note = textOf(samplePackage(), 'DOC-TRUOC.txt');
    expect(note.startsWith('\uFEFFCÁCH KIỂM TRA BỘ HỒ SƠ\r\n')).toBe(true);
    expect(note).toContain('certutil -hashfile SHA256SUMS SHA256');
    expect(note).toContain('sha256sum -c SHA256SUMS');
    expect(note).toContain('Trường THCS Hoa Ban');
    expect(note.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(note).toBe(note.normalize('NFC'));
  });

  it.each([
    ['../ngoài.pdf'],
    ['/etc/passwd'],
    ['C:/tệp.pdf'],
    ['a\\b.pdf'],
    ['a//b.pdf'],
    ['a/./b.pdf'],
    ['CON.pdf'],
    ['thư mục /a.pdf'],
    ['a.pdf.'],
    ['dòng\nhai.pdf'],
    ['To\u031B\u0300 tri\u0300nh.pdf'],
    ['a\u202Efdp.exe'],
    [''],
  ])('refuses the path %j', (path) => {
    expect(() =>
      buildManifest({
        files: [{ path, bytes: Buffer.from('x') }],
        title: '',
        school: '',
        schoolYear: '',
        createdAt: '',
      }),
    ).toThrow('Not a safe path');
  });

  it.each([[['Tờ trình.pdf', 'TỜ TRÌNH.PDF']], [['a', 'A/b.pdf']], [['Manifest.JSON']], [['doc-truoc.txt']]])(
    'refuses names that a stick cannot keep apart: %j',
    (paths) => {
      const files = paths.map((path) => ({ path, bytes: Buffer.from('x') }));
      expect(() => buildManifest({ files, title: '', school: '', schoolYear: '', createdAt: '' })).toThrow();
    },
  );

  it('is read back letter for letter, and not with a letter more', () => {
    const built = samplePackage();
    const manifest = textOf(built, 'manifest.json');
    expect(parseManifest(manifest)).toEqual(built.manifest);
    expect(parseManifest(`${manifest} `)).toBeNull();
    expect(parseManifest(manifest.replace('"version": 1', '"version": 2'))).toBeNull();
    expect(parseManifest('[]')).toBeNull();
    expect(parseManifest('{')).toBeNull();
    const sums = textOf(built, 'SHA256SUMS');
    expect(parseSums(sums)?.files.map((file) => file.path)).toEqual(
      built.manifest.files.map((file) => file.path),
    );
    expect(parseSums(sums.replaceAll('\n', '\r\n'))).toBeNull();
    expect(parseSums(sums.replace('01 Tờ trình.docx', '../../Tờ trình.docx'))).toBeNull();
  });
});

describe('the signature', () => {
  it('holds for what was signed and for nothing else', () => {
    const { manifest } = samplePackage();
    expect(manifest.publicKey).toBe(publicKeyOf(SEED));
    expect(checkSignature(manifest)).toBe('valid');
    expect(checkSignature({ ...manifest, title: 'Hồ sơ giả' })).toBe('invalid');
    expect(checkSignature({ ...manifest, signature: null })).toBe('invalid');
    expect(checkSignature({ ...manifest, publicKey: publicKeyOf(new Uint8Array(32).fill(8)) })).toBe(
      'invalid',
    );
    expect(checkSignature({ ...manifest, publicKey: 'AAAA' })).toBe('invalid');
    expect(checkSignature(samplePackage({ unsigned: true }).manifest)).toBe('none');
  });

  it('is Ed25519 as RFC 8032 gives it (test 2), when nothing stands before the text', () => {
    const seed = Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex');
    expect(Buffer.from(publicKeyOf(seed), 'base64').toString('hex')).toBe(
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    );
  });

  it('cannot be carried over to another type or version', () => {
    const signed = { version: 1, type: 'a', text: 'b' };
    const signature = signText({ seed: SEED, ...signed });
    const publicKey = publicKeyOf(SEED);
    expect(isSignedBy({ ...signed, publicKey, signature })).toBe(true);
    expect(isSignedBy({ ...signed, version: 2, publicKey, signature })).toBe(false);
    expect(isSignedBy({ ...signed, type: 'b', publicKey, signature })).toBe(false);
    expect(isSignedBy({ ...signed, publicKey, signature: '' })).toBe(false);
  });
});

describe('safe names', () => {
  it('are made of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = safeName(text);
        expect(isSafeName(name), JSON.stringify(name)).toBe(true);
        expect(isSafePath(name)).toBe(true);
        expect(safeName(name)).toBe(name);
      }),
      { numRuns: 500 },
    );
  });

  it('keep Vietnamese letters and the ending, and say the rest with a dash', () => {
    expect(safeName('Tờ trình 12/TTr-THCS: "khen thưởng"?.pdf')).toBe(
      'Tờ trình 12-TTr-THCS- -khen thưởng--.pdf',
    );
    expect(safeName('nul.docx')).toBe('_nul.docx');
    expect(safeName(' . ')).toBe('khong-ten');
    const long = safeName(`${'Nguyễn Thị Ánh Tuyết '.repeat(20)}.docx`);
    expect(long).toBe(
      'Nguyễn Thị Ánh Tuyết Nguyễn Thị Ánh Tuyết Nguyễn Thị Ánh Tuyết Nguyễn Thị Ánh Tuyết Nguyễn Thị.docx',
    );
    expect(isSafeName(long)).toBe(true);
  });
});

describe('the check code', () => {
  it('is shown in groups of four and compared without them', () => {
    const { rootHash } = samplePackage();
    const shown = formatCheckCode(rootHash);
    expect(shown).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
    expect(isSameCheckCode({ typed: ` ${shown.toUpperCase()} `, hash: rootHash })).toBe(true);
    expect(isSameCheckCode({ typed: shown.slice(0, -1), hash: rootHash })).toBe(false);
  });
});
