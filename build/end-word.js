// Loaded before a program of ours (`--import`): says its exit code when its work is done, for the process that
// started it. Node may hang for good after this moment, between its shutdown and a compilation still running
// (nodejs/node#54918, open), so whoever waits must not wait for the end itself.
import { writeSync } from 'node:fs';

const word = 'BANG_VANG_END_WORD';
const channel = Number(process.env[word] ?? Number.NaN);
// What this process starts in its turn has no such channel.
delete process.env[word];

if (Number.isInteger(channel)) {
  process.on('exit', (code) => {
    try {
      writeSync(channel, `${code}\n`);
    } catch {
      // Whoever started this one is gone: nobody waits.
    }
  });
}
