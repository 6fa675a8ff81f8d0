import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { startApp, type RunningApp } from '../support/app.ts';

// The browser door, tried with a real browser: what the policy and the cookie are worth.

let app: RunningApp;
let stranger: Server;
let strangeOrigin: string;

test.beforeAll(async () => {
  app = await startApp();
  stranger = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>Trang khác</title>');
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  strangeOrigin = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
});

test.afterAll(async () => {
  stranger.close();
  await app.close();
});

test('the address opens the app, with no complaint and no request to anywhere else', async ({ page }) => {
  const complaints: string[] = [];
  const origins = new Set<string>();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => origins.add(new URL(request.url()).origin));

  await page.goto(app.door.url);
  await expect(page).toHaveTitle(/Bảng Vàng/);
  await expect(page.locator('#root > *').first()).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  expect([...origins]).toEqual([new URL(app.door.url).origin]);
  expect(complaints).toEqual([]);
});

test('a page that comes back later, or is opened again, still gets in', async ({ page }) => {
  await page.goto(app.door.url);
  await page.reload();
  await expect(page.locator('#root > *').first()).toBeVisible();
  await page.goto(app.door.url);
  await expect(page.locator('#root > *').first()).toBeVisible();
});

test('the key is out of reach of scripts', async ({ page }) => {
  await page.goto(app.door.url);
  expect(await page.evaluate('document.cookie + location.href + document.referrer')).not.toMatch(/[\w-]{43}/);
});

test('a script that slipped into the page does not run, nor does one that would be made from text', async ({
  page,
}) => {
  await page.goto(app.door.url);
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = "document.title = 'chiếm quyền'";
    document.body.append(script);
    const link = document.createElement('a');
    link.href = "javascript:document.title='chiếm quyền'";
    document.body.append(link);
    link.click();
    return document.title;
  });
  expect(ran).not.toContain('chiếm quyền');
});

test('a page cannot send anything away', async ({ page }) => {
  await page.goto(app.door.url);
  const outcome = await page.evaluate(async (address) => {
    const sent = await fetch(address, { mode: 'no-cors' }).then(
      () => 'sent',
      () => 'stopped',
    );
    const loaded = await new Promise((resolve) => {
      const image = new Image();
      image.onload = () => {
        resolve('loaded');
      };
      image.onerror = () => {
        resolve('stopped');
      };
      image.src = `${address}/picture.png`;
    });
    return [sent, loaded];
  }, strangeOrigin);
  expect(outcome).toEqual(['stopped', 'stopped']);
});

test('another page of the same browser can neither call nor show the app', async ({ page }) => {
  await page.goto(app.door.url);
  await page.goto(strangeOrigin);
  const origin = new URL(app.door.url).origin;
  const called = await page.evaluate(async (address) => {
    const body = JSON.stringify({ method: 'getStatus', input: {}, sessionId: null });
    return await fetch(`${address}/call`, { method: 'POST', credentials: 'include', body }).then(
      (response) => response.status,
      () => 'stopped',
    );
  }, origin);
  expect(called).toBe('stopped');

  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  }, `${origin}/`);
  await expect.poll(() => page.frames().length).toBe(2);
  await page.waitForLoadState('networkidle');
  const inner = page.frames()[1];
  expect(await inner?.evaluate('document.body?.textContent ?? ""')).not.toContain('Bảng Vàng');
});
