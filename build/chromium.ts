import { existsSync } from 'node:fs';
import { findBrowser, thisComputer } from '../electron/launch.ts';
import { runProcess } from './process.js';

/**
 * The browser for the browser tests: one that is installed, or, as root on Debian, one that is installed now.
 *
 * @returns Its path; null when there is none and none could be had within a quarter of an hour.
 */
export async function ensureChromium(): Promise<string | null> {
  const computer = thisComputer();
  const found = findBrowser(computer);
  if (found !== null) return found;
  if (!computer.isRoot || !existsSync('/etc/debian_version')) return null;
  console.log('Installing Chromium from Debian…');
  const options = {
    program: 'apt-get',
    output: 'show',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    limit: 15 * 60_000,
  } as const;
  await runProcess({ ...options, words: ['update', '-qq'] });
  await runProcess({ ...options, words: ['install', '-y', '-qq', '--no-install-recommends', 'chromium'] });
  return findBrowser(computer);
}
