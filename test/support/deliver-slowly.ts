/** A process to be killed: delivers a package and stands still in the middle of the copy. */
import { deliverPackage } from '../../electron/core/export/deliver.ts';
import { samplePackage } from './package.ts';

const [targetFolder = '', stagingFolder = '', name = ''] = process.argv.slice(2);

await deliverPackage({
  built: samplePackage(),
  name,
  targetFolder,
  stagingFolder,
  report({ phase, done }) {
    if (phase !== 'copy' || done < 1_000_000) return;
    process.stdout.write('half way\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
