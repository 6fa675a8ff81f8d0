import { bundle } from './bundle.ts';

/** The browser tests look at the built screens, so these are built first. Playwright wants a default export. */
export default async function setUp(): Promise<void> {
  await bundle({ parts: ['resources', 'renderer'] });
}
