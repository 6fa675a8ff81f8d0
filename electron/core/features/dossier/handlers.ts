/** The dossier: its papers, each rendered from the data of the moment, and the package that leaves on a stick. */
import { formatSchoolYear } from '../../../../shared/dates.ts';
import { arrangeSlip, offeredFormats, sheetsNeeded } from '../../../../shared/documents/ballot-pages.ts';
import type { PaperDocument } from '../../../../shared/documents/model.ts';
import { paperNumber, readPaperNumber, seriesText } from '../../../../shared/documents/paper-number.ts';
import { slug } from '../../../../shared/documents/parts.ts';
import { rehearsalMark } from '../../../../shared/documents/rehearsal.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Id } from '../../../../shared/terms.ts';
import { missingThings, otherMarking } from '../../../../shared/vi/council.ts';
import type { PaperFormat } from '../../../../shared/views.ts';
import type { Handlers } from '../../context.ts';
import { define, sql } from '../../database/query.ts';
import type { Tables } from '../../database/tables.ts';
import { deliverPackage } from '../../export/deliver.ts';
import { buildManifest } from '../../export/manifest.ts';
import { safeName } from '../../export/names.ts';
import { verifyPackage } from '../../export/verify.ts';
import { writeDocx } from '../../files/docx.ts';
import { writePdf } from '../../files/pdf.ts';
import { writeXlsx } from '../../files/xlsx.ts';
import { signingSeed } from '../data-file/info.ts';
import { mustBeAsSealed } from '../seal-check.ts';
import { ballotsOf, mayShareSheet } from './ballot-papers.ts';
import { listMissingItems, listSeasonPapers } from './papers.ts';
import { findSidePaper } from './side-papers.ts';
import { readSource } from './source.ts';
import { join } from 'node:path';

const upsertNumber = define<Tables['paper_number']>()((p) =>
  sql
    .insertInto('paper_number')
    .values({
      season_id: p('season_id'),
      paper_id: p('paper_id'),
      series: p('series'),
      number: p('number'),
      date: p('date'),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['season_id', 'paper_id'])
        .doUpdateSet({ series: p('series'), number: p('number'), date: p('date') }),
    ),
);
const selectNumbered = define<{ season: Id; series: string; number: string; paper: string }>()((p) =>
  sql
    .selectFrom('paper_number')
    .select('paper_id')
    .where('season_id', '=', p('season'))
    .where('series', '=', p('series'))
    .where('number', '=', p('number'))
    .where('number', '<>', '')
    .where('paper_id', '<>', p('paper')),
);
const insertPackage = define<Tables['package']>()((p) =>
  sql.insertInto('package').values({
    id: p('id'),
    season_id: p('season_id'),
    at: p('at'),
    path: p('path'),
    files: p('files'),
    bytes: p('bytes'),
    check_code: p('check_code'),
  }),
);

const mimes: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

async function write(document: PaperDocument, format: PaperFormat): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return writeDocx(document);
    case 'pdf':
      return writePdf(document);
    case 'xlsx':
      if (document.kind !== 'paper') throw new Error('Ballots are not made as a workbook.');
      return writeXlsx(document);
  }
}

/** The season that a package is of. */
interface SeasonKey {
  readonly id: Id;
  readonly schoolYear: string;
}

export const dossierHandlers: Handlers<
  | 'listPapers'
  | 'listMissingItems'
  | 'getPaper'
  | 'savePaperNumber'
  | 'renderPaper'
  | 'renderBallots'
  | 'exportPackage'
  | 'verifyPackage'
> = {
  listPapers(context) {
    const source = readSource(context);
    return source.ok ? ok(listSeasonPapers(source.value).map(({ row }) => row)) : source;
  },

  listMissingItems(context) {
    const source = readSource(context);
    return source.ok ? ok(listMissingItems(source.value)) : source;
  },

  getPaper(context, { paperId }) {
    const source = readSource(context);
    if (!source.ok) return source;
    const paper =
      listSeasonPapers(source.value).find(({ row }) => row.id === paperId) ??
      findSidePaper(context, source.value, paperId);
    return paper === undefined ? err({ code: 'not-found', what: 'văn bản này' }) : ok(paper.row);
  },

  savePaperNumber(context, { paperId, number, date }) {
    const source = readSource(context);
    if (!source.ok) return source;
    const papers = listSeasonPapers(source.value);
    const paper =
      papers.find(({ row }) => row.id === paperId) ?? findSidePaper(context, source.value, paperId);
    if (paper === undefined) return err({ code: 'not-found', what: 'văn bản này' });
    const { series, title } = paper.row;
    const read = series === null || number === '' ? '' : readPaperNumber(number, series);
    if (read === null || (series === null && number !== ''))
      return err({
        code: 'invalid-paper-number',
        paper: title,
        number,
        series: series === null ? null : seriesText(series),
      });
    const key = {
      season: source.value.season.id,
      paper: paperId,
      series: series === null ? '' : seriesText(series),
    };
    const taken =
      context.read.get(selectNumbered, { ...key, number: read })?.paper_id ??
      papers.find(
        ({ row }) =>
          read !== '' &&
          series !== null &&
          row.id !== paperId &&
          row.number === paperNumber({ number: read, ...series }),
      )?.row.id;
    if (taken !== undefined) {
      const other = papers.find(({ row }) => row.id === taken) ?? findSidePaper(context, source.value, taken);
      return err({
        code: 'paper-number-taken',
        number: read,
        series: key.series,
        paper: other?.row.title ?? '',
      });
    }
    context.write.run(upsertNumber, {
      season_id: key.season,
      paper_id: paperId,
      series: key.series,
      number: read,
      date,
    });
    context.record({ paper: title, number: read });
    return ok(null);
  },

  async renderPaper(context, { paperId, format }) {
    const sealed = mustBeAsSealed(context.read);
    if (!sealed.ok) return sealed;
    const source = readSource(context);
    if (!source.ok) return source;
    const paper =
      listSeasonPapers(source.value).find(({ row }) => row.id === paperId) ??
      findSidePaper(context, source.value, paperId);
    if (paper === undefined) return err({ code: 'not-found', what: 'văn bản này' });
    const document = paper.build();
    if (document === null)
      return err({ code: 'paper-not-ready', paper: paper.row.title, reason: paper.row.note });
    if (!paper.row.formats.includes(format))
      return err({ code: 'not-found', what: 'dạng tệp này của văn bản' });
    const bytes = await write(document, format);
    return ok({
      fileName: `${paper.row.fileName}.${format}`,
      mime: mimes[format],
      bytes: Buffer.from(bytes).toString('base64'),
    });
  },

  async renderBallots(context, { roundIds, file, ...print }) {
    const sealed = mustBeAsSealed(context.read);
    if (!sealed.ok) return sealed;
    const source = readSource(context);
    if (!source.ok) return source;
    // The rounds of one sheet are of one body.
    const own =
      [source.value, ...source.value.bodies].find((one) => one.rounds.some(({ id }) => id === roundIds[0])) ??
      source.value;
    const rounds = roundIds.flatMap((id) => own.rounds.find((round) => round.id === id) ?? []);
    if (rounds.length < roundIds.length) return err({ code: 'not-found', what: missingThings.round });
    if (!mayShareSheet(rounds))
      return err({ code: 'invalid-input', field: 'roundIds', detail: otherMarking });
    const formats = offeredFormats((format) => ballotsOf(own, rounds, { ...print, format }));
    if (print.format !== null && !formats.includes(print.format)) return err({ code: 'slip-in-pieces' });
    const sheet = ballotsOf(own, rounds, print);
    const { layout, pages } = arrangeSlip(sheet);
    const bytes = await write(sheet, file);
    return ok({
      fileName: `${sheet.fileName}.${file}`,
      mime: mimes[file],
      bytes: Buffer.from(bytes).toString('base64'),
      format: sheet.format,
      formats,
      pages: pages.length,
      sheets: sheetsNeeded(sheet),
      points: layout.type.body,
    });
  },

  async exportPackage(context, { to }) {
    const { app, commit, now, report, signal } = context;
    const sealed = mustBeAsSealed(context.read);
    if (!sealed.ok) return sealed;
    const source = readSource(context);
    if (!source.ok) return source;
    const { school, season } = source.value;
    const isRehearsal = source.value.kind === 'training';
    const papers = listSeasonPapers(source.value).filter(({ row }) => row.inPackage);
    const waiting = papers.find(({ row }) => row.state === 'blocked');
    if (waiting !== undefined)
      return err({ code: 'paper-not-ready', paper: waiting.row.title, reason: waiting.row.note });
    const wanted = papers.flatMap((paper) => paper.row.formats.map((format) => ({ paper, format })));
    const files: { path: string; bytes: Uint8Array }[] = [];
    for (const [done, { paper, format }] of wanted.entries()) {
      if (signal.aborted) return err({ code: 'cancelled' });
      const path = `${paper.row.fileName}.${format}`;
      report({ name: path, phase: 'write', done, total: wanted.length });
      const document = paper.build();
      if (document !== null) files.push({ path, bytes: await write(document, format) });
    }
    const file = app.file();
    if (file === null) return err({ code: 'no-file-open' });
    const title = `Hồ sơ đề nghị khen thưởng năm học ${formatSchoolYear(season.school_year)}`;
    const built = buildManifest({
      files,
      title: isRehearsal ? `${rehearsalMark}. ${title}` : title,
      school: school.name,
      schoolYear: season.school_year,
      createdAt: now,
      signingSeed: signingSeed(file.database),
    });
    const name = safeName(
      `${isRehearsal ? 'TAP-DUOT-' : ''}Ho-so-thi-dua-${season.school_year}-${slug(school.name)}`,
    );
    const delivered = await deliverPackage({
      built,
      name,
      targetFolder: to,
      stagingFolder: join(app.ports.appFolder, 'staging'),
      signal,
      report,
    });
    if (!delivered.ok) return delivered;
    const key: SeasonKey = { id: season.id, schoolYear: season.school_year };
    const recorded = recordPackage(commit, key, delivered.value);
    return recorded.ok ? ok({ ...recorded.value, missing: listMissingItems(source.value) }) : recorded;
  },

  async verifyPackage({ signal, report }, { path }) {
    const verdict = await verifyPackage({
      path,
      signal,
      report: ({ done, total, name }) => {
        report({ name, phase: 'verify', done, total });
      },
    });
    if (!verdict.ok) return verdict;
    const { rootHash, changed, missing, added, files, title } = verdict.value;
    const isRehearsal = title.startsWith(rehearsalMark);
    return ok({
      ok: verdict.value.ok,
      path,
      title,
      isRehearsal,
      checkCode: rootHash,
      files,
      changed,
      missing,
      added,
    });
  },
};

type Commit = Parameters<(typeof dossierHandlers)['exportPackage']>[0]['commit'];

function recordPackage(
  commit: Commit,
  season: SeasonKey,
  result: {
    readonly path: string;
    readonly files: number;
    readonly bytes: number;
    readonly checkCode: string;
  },
): Result<{ path: string; files: number; bytes: number; checkCode: string }, AppError> {
  const { path, files, bytes, checkCode } = result;
  return commit(({ write: writer, newId, now }) => {
    writer.run(insertPackage, {
      id: newId(),
      season_id: season.id,
      at: now,
      path,
      files,
      bytes,
      check_code: checkCode,
    });
    return ok({ value: { path, files, bytes, checkCode }, facts: { path, files, checkCode } });
  });
}
