/** Draws `icon.png` and `icon.ico` from `icon.svg`; run by hand when the drawing changes: `node build/icon.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { projectFolder } from './bundle.ts';
import { ensureChromium } from './chromium.ts';

const executablePath = await ensureChromium();
if (executablePath === null) throw new Error('Drawing the icon needs Chromium.');

const svg = readFileSync(join(projectFolder, 'build/icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
const pictures = new Map<number, Buffer>();
for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  pictures.set(size, await page.screenshot({ omitBackground: true }));
}
await browser.close();

writeFileSync(join(projectFolder, 'build/icon.png'), pictureOf(512));
writeFileSync(join(projectFolder, 'build/icon.ico'), icoOf([16, 24, 32, 48, 64, 128, 256]));

function pictureOf(size: number): Buffer {
  const picture = pictures.get(size);
  if (picture === undefined) throw new Error(`There is no picture of ${size} pixels.`);
  return picture;
}

/** An .ico file: a header, one entry of 16 bytes for each picture, then the PNG files themselves. */
function icoOf(sizes: readonly number[]): Buffer {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(sizes.length, 4);
  let offset = 6 + 16 * sizes.length;
  const entries = sizes.map((size) => {
    const entry = Buffer.alloc(16);
    // A size of 256 is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(pictureOf(size).byteLength, 8);
    entry.writeUInt32LE(offset, 12);
    offset += pictureOf(size).byteLength;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...sizes.map(pictureOf)]);
}
