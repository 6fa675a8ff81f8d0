import { formatSchoolYear, type IsoDate } from '../dates.ts';
import type { Paper } from './model.ts';
import { slug } from './parts.ts';

export interface TableSheetData {
  readonly school: { readonly name: string; readonly superior: string; readonly place: string };
  readonly schoolYear: string;
  readonly date: IsoDate;
  /** `yyyy-mm-ddThh:mm:ssZ`. */
  readonly asOf: string;
  readonly title: string;
  readonly columns: readonly { readonly header: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const NARROWEST = 8;
const WIDEST = 48;

/** A table of a screen as a sheet to work on in Excel: its title, its columns, as wide as what they hold. */
export function tableSheet(data: TableSheetData): Paper {
  const { columns, rows, school } = data;
  return {
    kind: 'paper',
    fileName: slug(data.title).toLowerCase(),
    orientation: columns.length > 6 ? 'landscape' : 'portrait',
    letterhead: {
      superior: school.superior === '' ? null : school.superior,
      issuer: [school.name],
      number: null,
      place: school.place,
      date: data.date,
    },
    title: data.title.toUpperCase(),
    subtitle: [`Năm học ${formatSchoolYear(data.schoolYear)}`],
    blocks: [
      {
        kind: 'table',
        columns: columns.map(({ header, numeric }, index) => {
          const longest = Math.max(
            header.length,
            ...rows.slice(0, 500).map((row) => String(row[index] ?? '').length),
          );
          const width = Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
          return numeric ? { header, width, numeric, align: 'right' as const } : { header, width };
        }),
        rows,
      },
    ],
    signatures: [],
    recipients: null,
    watermark: null,
    asOf: data.asOf,
  };
}
