/** The invented school's season as a data file. */
import { join } from 'node:path';
import type { AppError } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/result.ts';
import type { OpenedFile } from '../../../../shared/views.ts';
import { sampleSchool } from '../../../../shared/vi/data-file.ts';
import type { App, JobContext } from '../../context.ts';
import { loadSample } from '../../season/sample.ts';
import type { NewFile } from './first-rows.ts';
import { createDataFile } from './lifecycle.ts';

/** Makes and opens a file with the invented school's season. Errors: of `createDataFile`, of the imports. */
export async function makeSample(
  app: App,
  { path, kind, report }: Pick<NewFile, 'path' | 'kind'> & Pick<JobContext, 'report'>,
): Promise<Result<OpenedFile, AppError>> {
  const created = await createDataFile(app, {
    ...sampleSchool,
    registrationDeadline: null,
    meetingOn: null,
    path,
    kind,
  });
  if (!created.ok) return created;
  const { sessionId } = created.value;
  const loaded = await loadSample({
    call: async (method, input) => (await app.call({ sessionId, method, input })) as never,
    folder: join(app.ports.resources, 'sample'),
    report,
  });
  return loaded.ok ? created : loaded;
}
