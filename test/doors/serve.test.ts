import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, largestBody } from '../../electron/security.ts';
import { createServe, parseCall } from '../../electron/serve.ts';
import { createEchoCore, makeRendererFolder } from './support.ts';

const origin = 'http://127.0.0.1:1234';
const rendererFolder = makeRendererFolder();

function post(body: BodyInit, headers: Readonly<Record<string, string>> = {}): Request {
  return new Request(`${origin}/call`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' as const } : {}),
  });
}

describe('the screens', () => {
  const serve = createServe({ rendererFolder, core: createEchoCore() });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/index-1a2b.js', 'text/javascript; charset=utf-8'],
    ['/assets/index-1a2b.css', 'text/css; charset=utf-8'],
    ['/assets/ch%E1%BB%AF%20vi%E1%BB%87t.svg', 'image/svg+xml'],
    ['/index.html?v=2#part', 'text/html; charset=utf-8'],
  ])('gives %s as %s, with the policy', async (path, type) => {
    const response = await serve(new Request(origin + path));
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Referrer-Policy')).toBe('no-referrer');
  });

  it.each([
    '/nothing.html',
    '/assets',
    '/assets/',
    '/../secret.html',
    '/..%2fsecret.html',
    '/..%5csecret.html',
    '/%2e%2e/secret.html',
    '/assets/..%2f..%2fsecret.html',
    '/assets/%252e%252e/secret.html',
    '//etc/passwd',
    '/C:/Windows/win.ini',
    '/index.html%00.js',
    '/INDEX.HTML',
    '/run.exe',
    '/no-extension',
    '/__proto__',
  ])('has no page at %s', async (path) => {
    const response = await serve(new Request(origin + path));
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('bí mật');
    expect(response.headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy);
  });

  it('answers HEAD without a body and refuses other verbs', async () => {
    const head = await serve(new Request(`${origin}/`, { method: 'HEAD' }));
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const response = await serve(new Request(`${origin}/`, { method }));
      expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
    }
  });
});

describe('a call', () => {
  it('hands method, input and session to the core and gives its result back, never to be stored', async () => {
    const core = createEchoCore();
    const serve = createServe({ rendererFolder, core });
    const call = { method: 'getSchool', input: { name: 'Trường THCS Hoa Phượng' }, sessionId: 's1' };
    const response = await serve(post(JSON.stringify(call)));
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await response.json()).toEqual({ ok: true, value: call.input });
    expect(core.asked).toEqual([call]);
  });

  it.each([
    ['text that is no JSON', '{', 400],
    ['no method', '{"input":1}', 400],
    ['a method that is no text', '{"method":7}', 400],
    ['a session that is no text', '{"method":"a","sessionId":1}', 400],
    ['a list', '[]', 400],
    ['null', 'null', 400],
    ['an empty body', '', 400],
  ])('refuses %s', async (_what, body, status) => {
    const core = createEchoCore();
    const response = await createServe({ rendererFolder, core })(post(body));
    expect(response.status).toBe(status);
    expect(core.asked).toEqual([]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'refuses the type %s, which a page of another site may send without asking',
    async (type) => {
      const core = createEchoCore();
      const response = await createServe({ rendererFolder, core })(
        post('{"method":"getSchool"}', { 'Content-Type': type }),
      );
      expect(response.status).toBe(415);
      expect(core.asked).toEqual([]);
    },
  );

  it('refuses a body that says it is too large', async () => {
    const core = createEchoCore();
    const headers = { 'Content-Length': String(largestBody + 1) };
    expect((await createServe({ rendererFolder, core })(post('{}', headers))).status).toBe(413);
  });

  it('stops reading a body that turns out to be too large', async () => {
    const core = createEchoCore();
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024 * 1024;
        controller.enqueue(new Uint8Array(1024 * 1024).fill(32));
      },
    });
    const response = await createServe({ rendererFolder, core })(post(endless));
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(largestBody + 4 * 1024 * 1024);
    expect(core.asked).toEqual([]);
  });

  it('is only made by POST', async () => {
    const response = await createServe({ rendererFolder, core: createEchoCore() })(
      new Request(`${origin}/call`),
    );
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST']);
  });

  it('does not exist where the window has a channel of its own', async () => {
    const response = await createServe({ rendererFolder, core: null })(post('{"method":"getSchool"}'));
    expect(response.status).toBe(405);
  });
});

describe('reading a call', () => {
  it('takes exactly method, input and session, and makes a missing session null', () => {
    expect(parseCall({ method: 'a', extra: 1 })).toEqual({ method: 'a', sessionId: null, input: undefined });
  });
});
