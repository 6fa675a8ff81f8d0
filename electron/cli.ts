/** Door 3: the command line. Compiled code is kept between runs, which halves the time to start. */
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

enableCompileCache(join(tmpdir(), 'bang-vang-compiled'));
const { runCommandLine } = await import('./commands.ts');
// Fonts and sample lie beside the built program, and in build/ when it runs from its sources.
const built = join(import.meta.dirname, '..', 'resources');
const resources = existsSync(built) ? built : join(import.meta.dirname, '..', 'build');
process.exitCode = await runCommandLine(resources);
