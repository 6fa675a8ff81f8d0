/** A process of its own: reads or imports a staff list once, as whoever opens the app for it does; prints the milliseconds. */
import { readFileSync } from 'node:fs';
import { readWorkbook } from '../../electron/core/files/workbook.ts';
import { clocked } from './measure.ts';
import { importFile, newFile, withBench } from './school.ts';

const [what, path = ''] = process.argv.slice(2);
const bytes = readFileSync(path);
if (what === 'parse') {
  console.log(await clocked(() => readWorkbook({ fileName: 'a.xlsx', bytes })));
} else {
  console.log(
    await withBench(async (bench) => {
      await newFile(bench);
      return importFile(bench, 'people', bytes);
    }),
  );
}
