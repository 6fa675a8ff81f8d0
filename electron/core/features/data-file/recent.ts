import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Status } from '../../../../shared/views.ts';
import type { App } from '../../context.ts';

const recentShape = z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string() }));

/** The data files that were opened last, the newest first. */
export async function readRecent(app: App): Promise<Status['recent']> {
  try {
    return recentShape.parse(JSON.parse(await readFile(join(app.ports.appFolder, 'recent.json'), 'utf8')));
  } catch {
    // The list is a convenience: without it every file can still be opened by its place.
    return [];
  }
}

/** Puts a data file at the head of those that were opened last. */
export async function remember(
  app: App,
  file: { readonly path: string; readonly name: string },
): Promise<void> {
  const others = (await readRecent(app)).filter(({ path }) => path !== file.path);
  const recent = [{ ...file, openedAt: app.ports.now().toISOString() }, ...others].slice(0, 8);
  try {
    await mkdir(app.ports.appFolder, { recursive: true });
    await writeFile(join(app.ports.appFolder, 'recent.json'), JSON.stringify(recent, null, 2));
  } catch {
    // As above: not being able to remember a place must not keep anyone from working.
  }
}
