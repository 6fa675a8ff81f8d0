/** A process of its own: opens a data file, lists and checks everybody, and prints the most it kept in memory, in bytes. */
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// As the doors do, so that what is measured is the core and not the compiler.
enableCompileCache(join(tmpdir(), 'bang-vang-compiled'));
const { openPorts } = await import('../../electron/adapters/system.ts');
const { createCore } = await import('../../electron/core/core.ts');
const { createCaller } = await import('../../electron/core/season/run.ts');
const { keepMemorySmall } = await import('../../electron/memory.ts');

keepMemorySmall();
const [folder = '', path = ''] = process.argv.slice(2);
const resources = fileURLToPath(new URL('../../build', import.meta.url));
const core = createCore(openPorts({ appFolder: join(folder, 'app-resident'), resources }));
const call = createCaller(core);
const opened = await call('openFile', { path });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
for (const method of ['listPeople', 'listCases', 'checkCases', 'listCases', 'getOverview'] as const) {
  const result = await call(method, {});
  if (!result.ok) throw new Error(JSON.stringify(result.error));
}
// In kilobytes: the most there ever was, also between two calls.
console.log(process.resourceUsage().maxRSS * 1024);
await core.close();
