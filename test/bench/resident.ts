/** A process of its own: opens a data file, lists and checks everybody, and prints the most it kept in memory, in bytes. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPorts } from '../../electron/adapters/system.ts';
import { createCore } from '../../electron/core/core.ts';
import { createCaller } from '../../electron/core/season/run.ts';
import { keepMemorySmall } from '../../electron/memory.ts';

keepMemorySmall();
const [folder = '', path = ''] = process.argv.slice(2);
const resources = fileURLToPath(new URL('../../build', import.meta.url));
const core = createCore(openPorts({ appFolder: join(folder, 'app-resident'), resources }));
const call = createCaller(core);
const opened = await call('openFile', { path });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
let most = process.memoryUsage.rss();
for (const method of ['listPeople', 'listCases', 'checkCases', 'listCases', 'getOverview'] as const) {
  const result = await call(method, {});
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  most = Math.max(most, process.memoryUsage.rss());
}
console.log(most);
await core.close();
