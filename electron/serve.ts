import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { answerHeaders, largestBody } from './security.ts';

/** One call as it travels through a door. */
export interface CallRequest {
  readonly sessionId: string | null;
  readonly method: string;
  readonly input: unknown;
  /** What the window saw, and what it writes over all the same: see `core.ts`. */
  readonly seen?: unknown;
  readonly overwrite?: unknown;
}

/** The part of the core that a door needs. */
export interface Callable {
  call(request: CallRequest): Promise<unknown>;
}

/** Answers one request of a page. */
export type Serve = (request: Request) => Promise<Response>;

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pdf': 'application/pdf',
};

/**
 * Makes the answerer that both doors share: the built screens, and `POST /call` where `core` is given (the Electron
 * window calls over its own channel instead).
 *
 * The folder is listed once: an address that is not in the list does not exist, so no path is ever built from a
 * request.
 */
export function createServe(options: {
  readonly rendererFolder: string;
  readonly core: Callable | null;
}): Serve {
  const { core, rendererFolder } = options;
  const files = listFiles({ folder: rendererFolder, prefix: '/' });

  return async function serve(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/call' && core !== null) {
      return request.method === 'POST' ? await answerCall({ core, request }) : plain(405, { Allow: 'POST' });
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, { Allow: 'GET, HEAD' });

    const file = files.get(pathname === '/' ? '/index.html' : pathname);
    if (file === undefined) return plain(404);
    const headers = { ...answerHeaders, 'Content-Type': file.type, 'Cache-Control': 'no-cache' };
    return new Response(request.method === 'HEAD' ? null : readFileSync(file.path), { headers });
  };
}

/** Reads a call out of a parsed body; null when it is not shaped like one. */
export function parseCall(body: unknown): CallRequest | null {
  if (typeof body !== 'object' || body === null) return null;
  const method: unknown = Reflect.get(body, 'method');
  const sessionId: unknown = Reflect.get(body, 'sessionId') ?? null;
  const input: unknown = Reflect.get(body, 'input');
  if (typeof method !== 'string') return null;
  if (sessionId !== null && typeof sessionId !== 'string') return null;
  return {
    method,
    sessionId,
    input,
    seen: Reflect.get(body, 'seen'),
    overwrite: Reflect.get(body, 'overwrite'),
  };
}

interface ServedFile {
  readonly path: string;
  readonly type: string;
}

function listFiles(place: {
  readonly folder: string;
  readonly prefix: string;
}): ReadonlyMap<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  for (const entry of readdirSync(place.folder, { withFileTypes: true })) {
    const path = join(place.folder, entry.name);
    const address = place.prefix + encodeURIComponent(entry.name);
    const type = mimeTypes[extname(entry.name).toLowerCase()];
    if (entry.isDirectory()) {
      for (const [inner, file] of listFiles({ folder: path, prefix: `${address}/` })) files.set(inner, file);
    } else if (entry.isFile() && type !== undefined) {
      files.set(address, { path, type });
    }
  }
  return files;
}

async function answerCall(given: { readonly core: Callable; readonly request: Request }): Promise<Response> {
  const { core, request } = given;
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return plain(415);

  const text = await readBody(request);
  if (text === null) return plain(413);
  const call = parseCall(parseJson(text));
  if (call === null) return plain(400);

  const result = await core.call(call);
  return new Response(JSON.stringify(result), {
    headers: {
      ...answerHeaders,
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  });
}

/** The body as text, or null when it is larger than allowed: it stops reading there, whatever the header said. */
async function readBody(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) return null;
  if (request.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > largestBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function plain(
  status: 400 | 404 | 405 | 413 | 415,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(plainTexts[status], {
    status,
    headers: {
      ...answerHeaders,
      ...headers,
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  });
}

const plainTexts = {
  400: 'Yêu cầu không đúng dạng.',
  404: 'Không có trang này.',
  405: 'Không dùng được cách gọi này.',
  413: 'Nội dung gửi lên quá lớn. Hãy chọn tệp nhỏ hơn.',
  415: 'Nội dung gửi lên không đúng kiểu.',
} as const;
