import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outFolder, rendererFolder } from '../../build/bundle.ts';
import { openPorts } from '../../electron/adapters/system.ts';
import { createCore, type Core } from '../../electron/core/core.ts';
import { startHttp, type HttpDoor } from '../../electron/http.ts';

/** The whole app behind the browser door, in a folder of its own. */
export interface RunningApp {
  readonly core: Core;
  readonly door: HttpDoor;
  /** A folder for the data files of one test; removed at the end with all that is in it. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Starts the app over the built screens: the same core, door and pages as `npm start`. */
export async function startApp(): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), 'bangvang-app-'));
  const core = createCore(
    openPorts({ appFolder: join(folder, 'app'), resources: join(outFolder, 'resources') }),
  );
  const door = await startHttp({ core, rendererFolder });
  return {
    core,
    door,
    folder,
    async close() {
      await door.close();
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
