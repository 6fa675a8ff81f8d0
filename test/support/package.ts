import { buildManifest, type BuiltPackage, type PackageInput } from '../../electron/core/export/manifest.ts';

/** The secret of a data file in tests. */
export const SEED = new Uint8Array(32).fill(7);

/** Papers of an invented school. */
export const PAPERS: readonly PackageInput[] = [
  { path: '02 Biên bản/Biên bản họp Hội đồng.pdf', bytes: Buffer.from('biên bản') },
  { path: '01 Tờ trình.docx', bytes: Buffer.from('tờ trình') },
  { path: '02 Biên bản/Phiếu trống.pdf', bytes: Buffer.alloc(0) },
  { path: '03 Danh sách/Nguyễn Thị Ánh Tuyết.xlsx', bytes: Buffer.alloc(3_000_000, 'danh sách ') },
];

/** A built package, signed unless `unsigned` is asked for. */
export function samplePackage(
  options: { readonly unsigned?: true; readonly title?: string } = {},
): BuiltPackage {
  return buildManifest({
    files: PAPERS,
    title: options.title ?? 'Hồ sơ thi đua, khen thưởng',
    school: 'Trường THCS Hoa Ban',
    schoolYear: '2025-2026',
    createdAt: '2026-05-28T02:30:00.000Z',
    ...(options.unsigned === true ? {} : { signingSeed: SEED }),
  });
}
