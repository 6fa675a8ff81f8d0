/** Any list of a screen as a workbook: the rows in sight, under the head of the school. */
import { schoolLetterhead, slug } from '../../../shared/documents/parts.ts';
import { rehearsalMark } from '../../../shared/documents/rehearsal.ts';
import type { Paper } from '../../../shared/documents/model.ts';
import { formatSchoolYear } from '../../../shared/dates.ts';
import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../context.ts';
import { writeXlsx } from '../files/xlsx.ts';
import { readFileKind } from './file-info.ts';
import { currentSeason, readSchool } from './season.ts';

const NARROWEST = 4;
const WIDEST = 40;
/** The one column that counts: codes and years are digits too, and stay text. */
const NUMBER = 'STT';

/** Share of a column by its longest word-line, so that no name is cut and no note takes the page. */
function widthOf(header: string, cells: readonly string[]): number {
  const longest = cells.reduce((most, cell) => Math.max(most, cell.length), header.length);
  return Math.max(NARROWEST, Math.min(WIDEST, longest));
}

export const listHandlers: Handlers<'renderList'> = {
  async renderList({ read, now }, { title, lines }) {
    const season = currentSeason(read);
    if (!season.ok) return season;
    const school = readSchool(read);
    const [headers = [], ...rows] = lines;
    const asOf = `${now.slice(0, 19)}Z`;
    const fileName = slug(`${title} ${season.value.school_year}`);
    const paper: Paper = {
      kind: 'paper',
      fileName,
      orientation: headers.length > 6 ? 'landscape' : 'portrait',
      letterhead: schoolLetterhead(
        {
          school: { ...school, councilSeries: school.councilSymbol },
          schoolYear: season.value.school_year,
          number: null,
          date: null,
          asOf,
          status: 'official',
        },
        null,
      ),
      title: title.toLocaleUpperCase('vi'),
      subtitle: [`Năm học ${formatSchoolYear(season.value.school_year)}`],
      blocks: [
        {
          kind: 'table',
          columns: headers.map((header, at) => ({
            header,
            numeric: header === NUMBER,
            align: header === NUMBER ? 'center' : 'left',
            width: widthOf(
              header,
              rows.map((row) => row[at] ?? ''),
            ),
          })),
          rows: rows.map((row) =>
            headers.map((header, at) => (header === NUMBER ? Number(row[at]) : (row[at] ?? ''))),
          ),
        },
      ],
      signatures: [],
      recipients: null,
      watermark: readFileKind(read) === 'training' ? rehearsalMark : null,
      asOf,
    };
    const bytes = await writeXlsx(paper);
    return ok({
      fileName: `${fileName}.xlsx`,
      mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: Buffer.from(bytes).toString('base64'),
    });
  },
};
