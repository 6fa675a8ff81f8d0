import type { InputOf } from '../../shared/api.ts';
import { formatInteger } from '../../shared/numbers.ts';
import type { ImportDoubt, ImportKind, ImportPreview as Preview } from '../../shared/views.ts';
import type { ChosenFile } from './file-drop.tsx';

/** Changed columns: field id or null by column index, by sheet name. */
export type Mapping = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/** Whether a sheet is read and where its header is, as far as a person said; by sheet name. */
export type SheetChoices = Readonly<
  Record<string, { readonly read?: boolean | undefined; readonly headerRow?: number | undefined }>
>;

/** A file and all that a person said about how it is read. */
export interface Wanted {
  readonly kind: ImportKind;
  readonly file: ChosenFile;
  readonly mapping: Mapping;
  readonly sheets: SheetChoices;
  readonly accepted: readonly ImportDoubt['code'][];
}

/** A file about which nothing was said yet. */
export function untouched(kind: ImportKind, file: ChosenFile): Wanted {
  return { kind, file, mapping: {}, sheets: {}, accepted: [] };
}

/** The same file with a word on one of its sheets. */
export function withSheet(wanted: Wanted, sheet: string, choice: SheetChoices[string]): Wanted {
  const sheets = { ...wanted.sheets, [sheet]: { ...wanted.sheets[sheet], ...choice } };
  if (choice.headerRow === undefined) return { ...wanted, sheets };
  // Columns that were chosen under another header are other columns.
  return { ...wanted, sheets, mapping: { ...wanted.mapping, [sheet]: {} } };
}

/** What the core is asked. */
export function inputOf({ kind, file, mapping, sheets, accepted }: Wanted): InputOf<'runImport'> {
  return {
    kind,
    fileName: file.name,
    bytes: file.bytes,
    mapping: Object.fromEntries(Object.entries(mapping).map(([name, columns]) => [name, { ...columns }])),
    sheets: { ...sheets },
    accepted: [...accepted],
  };
}

/** How many rows would be written. */
export function rowsToWrite(preview: Preview | null): number {
  return preview === null ? 0 : preview.counts.add + preview.counts.change;
}

/** Why nothing can be imported yet, as a sentence; null when something can. */
export function reasonAgainst(preview: Preview | null): string | null {
  if (preview === null) return 'Hãy chọn tệp trước.';
  if (preview.doubts.length > 0) return 'Hãy trả lời câu hỏi về tệp này trước khi nhập.';
  const included = preview.sheets.filter((sheet) => sheet.included);
  if (included.length === 0) return 'Chưa bật trang nào của tệp để nhập.';
  if (rowsToWrite(preview) > 0) return null;
  if (included.every(({ headerRow }) => headerRow === null))
    return 'Chưa rõ dòng tiêu đề của bảng; hãy chọn ở ô “Dòng tiêu đề”.';
  const missing = included.find((sheet) => sheet.missing.length > 0)?.missing ?? [];
  if (missing.length > 0) return `Chưa rõ cột nào là: ${missing.join(', ')}; hãy chọn ở đầu cột.`;
  if (preview.counts.problem > 0) return 'Không có dòng nào nhập được; hãy sửa các chỗ ghi ở dưới.';
  if (preview.counts.same > 0)
    return `Cả ${formatInteger(preview.counts.same)} dòng trong tệp đã có sẵn trong danh sách.`;
  return 'Tệp không có dòng nào để nhập.';
}
