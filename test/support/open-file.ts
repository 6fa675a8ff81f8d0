/** A second window: a process of its own that opens a data file, says what came of it, and may hold it open. */
import { fileURLToPath } from 'node:url';
import { openPorts } from '../../electron/adapters/system.ts';
import { createCore } from '../../electron/core/core.ts';
import { errorSentence } from '../../shared/vi/errors.ts';

const [appFolder = '', path = '', then = '', user = ''] = process.argv.slice(2);

// The tests may run as the one user for whom nothing is read-only.
if (user !== '' && process.getuid?.() === 0) process.setuid?.(Number(user));

const resources = fileURLToPath(new URL('../../build', import.meta.url));
const core = createCore(openPorts({ appFolder, resources }));
const opened = await core.call({ sessionId: null, method: 'openFile', input: { path } });
process.stdout.write(opened.ok ? 'open\n' : `${opened.error.code}: ${errorSentence(opened.error)}\n`);
if (then === 'hold') {
  process.stdin.resume();
  process.stdin.on('end', () => {
    void core.close();
  });
} else await core.close();
