import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Callable, CallRequest } from '../../electron/serve.ts';

/** A core that remembers what it was asked and answers with it. */
export interface EchoCore extends Callable {
  readonly asked: CallRequest[];
}

/** Makes an echo; the method `break` throws, as a bug would. */
export function createEchoCore(): EchoCore {
  const asked: CallRequest[] = [];
  return {
    asked,
    call(request) {
      asked.push(request);
      if (request.method === 'break') return Promise.reject(new Error('a bug'));
      return Promise.resolve({ ok: true, value: request.input });
    },
  };
}

/** A folder that looks like built screens, with a secret lying beside it. */
export function makeRendererFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'bangvang-screens-'));
  const files: Readonly<Record<string, string>> = {
    'secret.html': 'bí mật',
    'renderer/index.html': '<!doctype html><title>Bảng Vàng</title>',
    'renderer/assets/index-1a2b.js': 'export {};',
    'renderer/assets/index-1a2b.css': 'body{}',
    'renderer/assets/chữ việt.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'renderer/run.exe': 'MZ',
    'renderer/no-extension': 'text',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return join(root, 'renderer');
}
