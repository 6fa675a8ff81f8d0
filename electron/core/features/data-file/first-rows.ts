/** What a new data file holds: the school, its season with the usual campaigns, and the first row of the trail. */
import type { IsoDate } from '../../../../shared/dates.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { tidy } from '../../../../shared/names.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { FileKind } from '../../../../shared/views.ts';
import { ownerName } from '../../../../shared/vi/data-file.ts';
import { appendAudit } from '../../audit.ts';
import type { App } from '../../context.ts';
import type { OpenDatabase } from '../../database/open.ts';
import { define, sql } from '../../database/query.ts';
import { schemaDigest } from '../../database/schema.ts';
import type { Tables } from '../../database/tables.ts';
import { beginSchool } from '../group.ts';
import { syncCatalogueRows } from './catalogue-rows.ts';

const insertInfo = define<Omit<Tables['file_info'], 'id'>>()((p) =>
  sql.insertInto('file_info').values({
    id: 1,
    file_id: p('file_id'),
    kind: p('kind'),
    created_at: p('created_at'),
    signing_key: p('signing_key'),
    schema_digest: p('schema_digest'),
  }),
);
const insertSchool = define<{
  name: string;
  superior: string;
  submittedTo: string;
  place: string;
  symbol: string;
}>()((p) =>
  sql.insertInto('school').values({
    id: 1,
    name: p('name'),
    superior: p('superior'),
    place: p('place'),
    symbol: p('symbol'),
    council_symbol: 'HĐTĐKT',
    submitted_to: p('submittedTo'),
    principal_name: '',
    principal_post: 'Hiệu trưởng',
    clerk_name: '',
    clerk_post: 'Thư ký',
  }),
);
const insertSeason = define<{
  id: Id;
  schoolYear: string;
  startsOn: string;
  endsOn: string;
  deadline: string | null;
  meetingOn: string | null;
}>()((p) =>
  sql.insertInto('season').values({
    id: p('id'),
    school_year: p('schoolYear'),
    movement_name: '',
    plan_number: '',
    plan_date: null,
    content: '',
    starts_on: p('startsOn'),
    ends_on: p('endsOn'),
    registration_deadline: p('deadline'),
    locked_at: null,
    lock_reason: null,
    meeting_on: p('meetingOn'),
  }),
);
const insertCampaign = define<Tables['campaign']>()((p) =>
  sql.insertInto('campaign').values({
    id: p('id'),
    season_id: p('season_id'),
    name: p('name'),
    starts_on: p('starts_on'),
    ends_on: p('ends_on'),
    content: p('content'),
  }),
);
const insertAnnounced = define<{ season: Id; title: string }>()((p) =>
  sql.insertInto('announced_title').values({ season_id: p('season'), title_id: p('title') }),
);

/** The four campaigns of a school year as schools usually hold them; the school edits them. */
function usualCampaigns(
  schoolYear: string,
): readonly Pick<Tables['campaign'], 'name' | 'starts_on' | 'ends_on' | 'content'>[] {
  const [first, second] = schoolYear.split('-');
  return [
    {
      name: 'Đợt 1',
      starts_on: `${first}-09-05`,
      ends_on: `${first}-11-20`,
      content: 'Chào mừng ngày Nhà giáo Việt Nam 20/11',
    },
    {
      name: 'Đợt 2',
      starts_on: `${first}-11-21`,
      ends_on: `${second}-01-15`,
      content: 'Hoàn thành nhiệm vụ học kỳ I',
    },
    {
      name: 'Đợt 3',
      starts_on: `${second}-01-16`,
      ends_on: `${second}-03-26`,
      content: 'Chào mừng ngày thành lập Đoàn 26/3',
    },
    {
      name: 'Đợt 4',
      starts_on: `${second}-03-27`,
      ends_on: `${second}-05-31`,
      content: 'Hoàn thành nhiệm vụ năm học, bình xét thi đua',
    },
  ];
}

/** Initials that stand for a school in document numbers: "Trường THCS Hoa Phượng" gives "THCSHP". */
function symbolOf(name: string): string {
  return tidy(name)
    .replace(/^trường\s+/iu, '')
    .split(' ')
    .map((word) => (word === word.toUpperCase() ? word : word.slice(0, 1).toUpperCase()))
    .join('');
}

/** What is asked of whoever makes a data file. */
export interface NewFile {
  readonly path: string;
  readonly kind: FileKind;
  readonly schoolName: string;
  readonly superior: string;
  readonly place: string;
  readonly schoolYear: string;
  /** Days; null where nobody has set one yet. */
  readonly registrationDeadline: IsoDate | null;
  readonly meetingOn: IsoDate | null;
}

/** Writes the first rows. */
export function writeFirstRows(app: App, database: OpenDatabase, input: NewFile): Result<null, AppError> {
  const now = app.ports.now().toISOString();
  const [first, second] = input.schoolYear.split('-');
  return database.transaction((write) => {
    write.run(insertInfo, {
      file_id: app.newId(),
      kind: input.kind,
      created_at: now,
      signing_key: Buffer.from(app.ports.random(32)).toString('hex'),
      schema_digest: schemaDigest(database.driver),
    });
    const name = tidy(input.schoolName);
    write.run(insertSchool, {
      name,
      superior: tidy(input.superior),
      // In the text of a paper the name of the body is written out.
      submittedTo: tidy(input.superior).replace(/^UBND\s/u, 'Ủy ban nhân dân '),
      place: tidy(input.place),
      symbol: symbolOf(name),
    });
    beginSchool(write, app.newId, name);
    const season = app.newId();
    write.run(insertSeason, {
      id: season,
      schoolYear: input.schoolYear,
      startsOn: `${first}-09-05`,
      endsOn: `${second}-05-31`,
      deadline: input.registrationDeadline,
      meetingOn: input.meetingOn,
    });
    for (const campaign of usualCampaigns(input.schoolYear)) {
      write.run(insertCampaign, { id: app.newId(), season_id: season, ...campaign });
    }
    for (const title of ['LDTT', 'CSTDCS', 'TTLDTT', 'TTLDXS']) write.run(insertAnnounced, { season, title });
    syncCatalogueRows(write);
    appendAudit(write, {
      at: now,
      role: 'secretary',
      name: ownerName,
      method: 'createFile',
      facts: { school: name, schoolYear: input.schoolYear },
    });
    return ok(null);
  });
}
