/** Fills the sample season: an invented school's files, its council, and the registration that it closed. */
import type { AppError } from '../../../shared/errors.ts';
import { readMeetingFile } from '../../../shared/imports/meeting.ts';
import type { Result } from '../../../shared/result.ts';
import { seatCouncil } from './council.ts';
import { sampleSeason } from '../../../shared/vi/data-file.ts';
import { importFolder, meetingFile, needInput, type Call, type Report } from './inputs.ts';

/** Imports the sample's files and seats its council; the checking, the votes and the papers are left to try. */
export async function loadSample({
  call,
  folder,
  report,
}: {
  readonly call: Call;
  readonly folder: string;
  readonly report: Report;
}): Promise<Result<unknown, AppError>> {
  const season = await call('getSeason', {});
  if (!season.ok) return season;
  const { startsOn, endsOn } = season.value;
  const launched = await call('saveSeason', { ...sampleSeason, startsOn, endsOn });
  if (!launched.ok) return launched;
  const imported = await importFolder({ call, folder, report });
  if (!imported.ok) return imported;
  const found = await needInput(folder, meetingFile);
  if (!found.ok) return found;
  const { fileName, bytes } = found.value;
  const file = readMeetingFile({ fileName, text: bytes.toString('utf8') });
  if (!file.ok) return file;
  return seatCouncil({ call, file: file.value, fileName, folder });
}
