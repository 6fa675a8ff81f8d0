/** A process to be killed: runs a season and says after each step which audit row is on the disk. */
import { writeSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

enableCompileCache(join(tmpdir(), 'bang-vang-compiled'));
const { openPorts } = await import('../../electron/adapters/system.ts');
const { createCore } = await import('../../electron/core/core.ts');
const { runSeason } = await import('../../electron/core/season/run.ts');

const [from = '', folder = ''] = process.argv.slice(2);
const resources = fileURLToPath(new URL('../../build', import.meta.url));
const core = createCore(openPorts({ appFolder: join(folder, 'app'), resources }));

/** A line that is out before the next step begins. */
function say(text: string): void {
  writeSync(1, `${text}\n`);
}

let sessionId: string | null = null;

const result = await runSeason({
  core: {
    async call(request) {
      say(`begin ${request.method}`);
      const done = await core.call(request);
      if (done.ok && request.method === 'createFile') {
        sessionId = (done.value as { readonly sessionId: string }).sessionId;
      }
      const trail = await core.call({ sessionId, method: 'listAudit', input: { before: null, limit: 1 } });
      if (trail.ok) say(`committed ${(trail.value as { readonly total: number }).total}`);
      return done;
    },
    async close() {
      say('begin close');
      await core.close();
      say('closed');
    },
  },
  from,
  file: join(folder, 'a.bangvang'),
  to: join(folder, 'usb'),
  report({ phase, name }) {
    say(`at ${phase} ${name}`);
  },
});
say(result.ok ? 'done' : `failed ${result.error.code}`);
