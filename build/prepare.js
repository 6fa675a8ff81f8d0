// After `npm ci`: builds what the app, the command line and the tests start from, so that none of them waits for it.
import { inRightNode } from './right-node.js';

await inRightNode(
  import.meta.url,
  async () => {
    const { bundle } = await import('./bundle.ts');
    await bundle();
  },
  { limit: 10 * 60_000 },
);
