// `npm start`. Plain JavaScript, like what it calls first: an older Node has to read it.
import { inRightNode } from './right-node.js';

await inRightNode(import.meta.url, () => import('./start.ts'));
