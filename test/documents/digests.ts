/** Prints the digest of each sample paper in each format: run twice, the two must be the same. */
import { createHash } from 'node:crypto';
import { writeDocx } from '../../electron/core/files/docx.ts';
import { writePdf } from '../../electron/core/files/pdf.ts';
import { writeXlsx } from '../../electron/core/files/xlsx.ts';
import { sampleNominations, samplePapers } from './sample.ts';

const lines: string[] = [];
function note(name: string, bytes: Uint8Array): void {
  lines.push(`${name} ${createHash('sha256').update(bytes).digest('hex')}`);
}

for (const [name, paper] of Object.entries(samplePapers())) {
  note(`${name}.docx`, await writeDocx(paper));
  note(`${name}.pdf`, await writePdf(paper));
}
note('nominations.xlsx', await writeXlsx(sampleNominations(12, 2)));
process.stdout.write(`${lines.join('\n')}\n`);
