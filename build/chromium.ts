import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser, thisComputer } from '../electron/launch.ts';

/**
 * The browser for the browser tests: one that is installed, or, as root on Debian, one that is installed now.
 *
 * @returns Its path; null when there is none and none could be had.
 */
export function ensureChromium(): string | null {
  const computer = thisComputer();
  const found = findBrowser(computer);
  if (found !== null) return found;
  if (!computer.isRoot || !existsSync('/etc/debian_version')) return null;
  console.log('Installing Chromium from Debian…');
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  return findBrowser(computer);
}
