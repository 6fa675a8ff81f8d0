import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startHttp, type HttpDoor } from '../../electron/http.ts';
import { contentSecurityPolicy } from '../../electron/security.ts';
import { createEchoCore, makeRendererFolder } from './support.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const core = createEchoCore();
let door: HttpDoor;
let origin: string;
let cookie: string;

beforeAll(async () => {
  door = await startHttp({ core, rendererFolder: makeRendererFolder() });
  origin = new URL(door.url).origin;
  cookie = cookieOf(await send({ path: pathOf(door.url) }));
});

afterAll(() => door.close());

/** A plain request, so that a test can also send what a browser never would. */
function send(options: {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const url = new URL(origin);
    const request = httpRequest(
      {
        host: url.hostname,
        port: url.port,
        path: options.path,
        method: options.method ?? 'GET',
        headers: options.headers ?? {},
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          });
        });
      },
    );
    request.on('error', reject);
    request.end(options.body);
  });
}

function call(options: {
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}): Promise<Answer> {
  return send({
    path: '/call',
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Origin: origin,
      Cookie: cookie,
      ...options.headers,
    },
    body: JSON.stringify({ method: options.method ?? 'getSchool', input: {}, sessionId: null }),
  });
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function cookieOf(answer: Answer): string {
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

describe('the way in', () => {
  it('listens on the loopback address only', () => {
    expect(new URL(door.url).hostname).toBe('127.0.0.1');
  });

  it('turns the key of the address into a cookie that scripts and other sites cannot use', async () => {
    const answer = await send({ path: pathOf(door.url) });
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^bangvang-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('lets a link of its own in once', async () => {
    const link = pathOf(door.link());
    expect((await send({ path: link })).status).toBe(303);
    expect((await send({ path: link })).status).toBe(403);
  });

  it.each(['/open', '/open?token=', '/open?token=x', `/open?token=${'A'.repeat(43)}`])(
    'refuses %s',
    async (path) => {
      const answer = await send({ path });
      expect([answer.status, answer.headers['set-cookie']]).toEqual([403, undefined]);
    },
  );

  it('makes another key at each start', async () => {
    const other = await startHttp({ core, rendererFolder: makeRendererFolder() });
    try {
      expect(new URL(other.url).search).not.toBe(new URL(door.url).search);
      const port = new URL(other.url).port;
      const strange = cookie.replace(/^bangvang-\d+/, `bangvang-${port}`);
      const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { Cookie: strange } });
      expect(response.status).toBe(403);
    } finally {
      await other.close();
    }
  });
});

describe('with the cookie', () => {
  it('shows the screens', async () => {
    const answer = await send({ path: '/', headers: { Cookie: `other=1; ${cookie}` } });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Bảng Vàng');
    expect(answer.headers['content-security-policy']).toBe(contentSecurityPolicy);
  });

  it('answers a call', async () => {
    const answer = await call({});
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { ok: true, value: {} }]);
  });

  it('says nothing of a bug but that there was one', async () => {
    const noted = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const answer = await call({ method: 'break' });
    expect(answer.status).toBe(500);
    expect(String(noted.mock.calls[0]?.[0])).toContain('a bug');
    noted.mockRestore();
    expect(answer.text).not.toContain('a bug');
  });

  it('does not find what lies outside of the screens', async () => {
    for (const path of ['/../secret.html', '/..%2fsecret.html', '/assets/../../secret.html']) {
      expect((await send({ path, headers: { Cookie: cookie } })).status).toBe(404);
    }
  });
});

describe('attacks', () => {
  it.each(['/', '/index.html', '/assets/index-1a2b.js'])(
    '%s is not shown without the cookie',
    async (path) => {
      expect((await send({ path })).status).toBe(403);
      expect((await send({ path, headers: { Cookie: `${cookie}x` } })).status).toBe(403);
    },
  );

  it('a call without the cookie, or with a made-up one, never reaches the core', async () => {
    const before = core.asked.length;
    expect((await call({ headers: { Cookie: '' } })).status).toBe(403);
    expect((await call({ headers: { Cookie: cookie.replace(/=.*/, '=guess') } })).status).toBe(403);
    expect(core.asked.length).toBe(before);
  });

  it('a name that was made to point here (DNS rebinding) is refused, cookie or not', async () => {
    const before = core.asked.length;
    const port = new URL(origin).port;
    for (const host of [
      `evil.example:${port}`,
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port}.evil.example`,
    ]) {
      expect((await call({ headers: { Host: host } })).status).toBe(421);
      expect((await send({ path: '/', headers: { Host: host, Cookie: cookie } })).status).toBe(421);
    }
    expect(core.asked.length).toBe(before);
  });

  it('a page of another origin cannot call, not even another port of this computer', async () => {
    const before = core.asked.length;
    for (const other of ['https://evil.example', 'http://127.0.0.1:1', 'null', `${origin}.evil.example`]) {
      expect((await call({ headers: { Origin: other } })).status).toBe(403);
      expect((await send({ path: '/', headers: { Origin: other, Cookie: cookie } })).status).toBe(403);
    }
    expect(core.asked.length).toBe(before);
  });

  it('a call that does not say where it comes from is refused', async () => {
    const answer = await send({
      path: '/call',
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie },
      body: '{"method":"getSchool"}',
    });
    expect(answer.status).toBe(403);
  });

  it('the browser is given no permission to read answers across origins', async () => {
    const answer = await send({
      path: '/call',
      method: 'OPTIONS',
      headers: { Origin: origin, Cookie: cookie },
    });
    expect(answer.status).toBe(405);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('an address with another server in it is refused', async () => {
    const answer = await send({ path: 'http://evil.example/', headers: { Cookie: cookie } });
    expect(answer.status).toBe(400);
  });
});

describe('closing', () => {
  it('lets the port go at once, with a connection still open', async () => {
    const other = await startHttp({ core, rendererFolder: makeRendererFolder() });
    const { port } = new URL(other.url);
    const idle = connect({ host: '127.0.0.1', port: Number(port) });
    await new Promise((resolve) => idle.once('connect', resolve));
    const ended = new Promise((resolve) => idle.once('close', resolve));
    await other.close();
    await ended;
    const again = await startHttp({ core, rendererFolder: makeRendererFolder(), port: Number(port) });
    expect(new URL(again.url).port).toBe(port);
    await again.close();
  });

  it('fails to start on a port that is taken, and says so', async () => {
    const port = Number(new URL(origin).port);
    await expect(startHttp({ core, rendererFolder: makeRendererFolder(), port })).rejects.toThrow(
      'EADDRINUSE',
    );
  });
});
