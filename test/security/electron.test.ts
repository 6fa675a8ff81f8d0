import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bundle, projectFolder } from '../../build/bundle.ts';
import { findElectron, hasDisplay, thisComputer } from '../../electron/launch.ts';

const computer = thisComputer();
const program = findElectron({ projectFolder, computer });
const canRun =
  program !== null && hasDisplay(computer) && existsSync(join(projectFolder, 'electron/main.ts'));

if (!canRun)
  console.log(
    'The real Electron is not on this computer (or there is no display): its smoke test is skipped.',
  );

describe.skipIf(!canRun)('the real Electron', () => {
  it('opens the app, with one function for the page and nothing of Node', async () => {
    await bundle();
    const home = mkdtempSync(join(tmpdir(), 'bangvang-electron-'));
    const started = await _electron.launch({
      ...(program === null ? {} : { executablePath: program }),
      args: [projectFolder, ...(computer.isRoot ? ['--no-sandbox'] : [])],
      env: { ...process.env, XDG_DATA_HOME: home, APPDATA: home },
    });
    try {
      const page = await started.firstWindow();
      await page.waitForSelector('#root > *');
      expect(page.url()).toBe('app://council/');
      expect(await page.evaluate('Object.keys(window.council).join()')).toBe('call');
      expect(await page.evaluate('typeof require + typeof process')).toBe('undefinedundefined');
      expect(await page.evaluate("fetch('https://example.com/').then(() => 'sent', () => 'stopped')")).toBe(
        'stopped',
      );
      expect(
        await page.evaluate(
          "window.council.call({ method: 'getStatus', input: {}, sessionId: null }).then((r) => r.ok)",
        ),
      ).toBe(true);
    } finally {
      await started.close();
    }
  });
});
