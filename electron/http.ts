import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { answerHeaders } from './security.ts';
import { createServe, type Callable, type Serve } from './serve.ts';

/** A running browser door. */
export interface HttpDoor {
  /** Opens the app; good for as long as the program runs. Only ever shown to the person who started it. */
  readonly url: string;
  /** Address that opens the app once: for a command line, which other accounts of the computer can read. */
  link(): string;
  /** Stops listening and drops open connections; the core is the caller's to close. */
  close(): Promise<void>;
}

/**
 * Door 2: the app in a browser of the same computer. It listens on 127.0.0.1 only. A key made at each start lets a
 * browser in and is kept there as a cookie that scripts cannot read; Host and Origin must be this very address, so
 * another page or a rebound name cannot call.
 *
 * @param options.port 0, the default, lets the system choose.
 */
export async function startHttp(options: {
  readonly core: Callable;
  readonly rendererFolder: string;
  readonly port?: number;
}): Promise<HttpDoor> {
  const serve = createServe({ rendererFolder: options.rendererFolder, core: options.core });
  const lasting = newKey();
  const cookieKey = newKey();
  const once = new Set<string>();
  const server = createServer({ requestTimeout: 120_000, headersTimeout: 20_000 });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: options.port ?? 0, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const host = `127.0.0.1:${address.port}`;
  const origin = `http://${host}`;
  const cookieName = `bangvang-${address.port}`;

  function isKeyGood(key: string): boolean {
    return isSame(key, lasting) || once.delete(key);
  }

  server.on('request', (request, response) => {
    const gate = judge({ request, host, origin, cookieName, cookieKey, isKeyGood });
    switch (gate.kind) {
      case 'refuse':
        request.resume();
        send(response, gate.status, gate.text);
        break;
      case 'enter':
        response.writeHead(303, {
          ...answerHeaders,
          'Cache-Control': 'no-store',
          'Set-Cookie': `${cookieName}=${cookieKey}; HttpOnly; SameSite=Strict; Path=/`,
          Location: '/',
        });
        response.end();
        break;
      case 'pass':
        answer({ serve, request, response, origin }).catch((error: unknown) => {
          console.error(error);
          if (!response.headersSent) send(response, 500, texts.failed);
          else response.destroy();
        });
        break;
    }
  });

  function link(): string {
    const key = newKey();
    once.add(key);
    return `${origin}/open?token=${key}`;
  }

  function close(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  }

  return { url: `${origin}/open?token=${lasting}`, link, close };
}

const texts = {
  host: 'Bảng Vàng chỉ mở được trên chính máy này, bằng địa chỉ mà chương trình đã đưa ra.',
  key: 'Địa chỉ này không mở được Bảng Vàng. Hãy dùng đúng địa chỉ mà chương trình đã đưa ra, hoặc tắt và chạy lại.',
  failed: 'Chương trình gặp lỗi. Dữ liệu đã lưu vẫn còn nguyên. Hãy thử lại hoặc tắt và mở lại Bảng Vàng.',
} as const;

type Gate =
  | { readonly kind: 'refuse'; readonly status: number; readonly text: string }
  | { readonly kind: 'enter' }
  | { readonly kind: 'pass' };

function judge(given: {
  readonly request: IncomingMessage;
  readonly host: string;
  readonly origin: string;
  readonly cookieName: string;
  readonly cookieKey: string;
  readonly isKeyGood: (key: string) => boolean;
}): Gate {
  const { request, host, origin } = given;
  const { headers } = request;
  if (headers.host !== host) return { kind: 'refuse', status: 421, text: texts.host };
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (headers.origin === undefined ? !isReading : headers.origin !== origin) {
    return { kind: 'refuse', status: 403, text: texts.host };
  }

  const url = URL.canParse(request.url ?? '', origin) ? new URL(request.url ?? '', origin) : null;
  if (url?.origin !== origin) return { kind: 'refuse', status: 400, text: texts.host };
  if (url.pathname === '/open' && request.method === 'GET') {
    return given.isKeyGood(url.searchParams.get('token') ?? '')
      ? { kind: 'enter' }
      : { kind: 'refuse', status: 403, text: texts.key };
  }

  const shown = readCookie(headers.cookie ?? '', given.cookieName);
  return isSame(shown, given.cookieKey) ? { kind: 'pass' } : { kind: 'refuse', status: 403, text: texts.key };
}

async function answer(given: {
  readonly serve: Serve;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly origin: string;
}): Promise<void> {
  const { request, response } = given;
  const url = new URL(request.url ?? '/', given.origin);
  const about = { method: request.method ?? 'GET', headers: pickHeaders(request) };
  const isReading = about.method === 'GET' || about.method === 'HEAD';
  // A body that arrives in pieces must be sent one way at a time, says the standard.
  const withBody = { ...about, body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: 'half' };
  const made = new Request(url, isReading ? about : withBody);
  const result = await given.serve(made);
  const body = Buffer.from(await result.arrayBuffer());
  // A body that was refused half-way must not be read on as the next request.
  const ending = request.complete ? {} : { Connection: 'close' };
  response.writeHead(result.status, {
    ...Object.fromEntries(result.headers),
    ...ending,
    'Content-Length': body.byteLength,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function pickHeaders(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const name of ['content-type', 'content-length'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    ...answerHeaders,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end(text);
}

function newKey(): string {
  return randomBytes(32).toString('base64url');
}

function isSame(given: string, wanted: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(wanted);
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}

function readCookie(header: string, name: string): string {
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return '';
}
