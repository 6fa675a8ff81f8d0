// `npm run cli`: the command line, built when its sources have changed; built, it starts in a third of the time.
import { pathToFileURL } from 'node:url';
import { inRightNode } from './right-node.js';

await inRightNode(import.meta.url, async () => {
  const { bundle, outFolder } = await import('./bundle.ts');
  await bundle({ parts: ['resources', 'cli'] });
  await import(pathToFileURL(`${outFolder}/cli/cli.js`).href);
});
