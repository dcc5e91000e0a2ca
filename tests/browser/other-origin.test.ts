/// <reference lib="dom" />

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, openBrowser } from '../support/browser.ts';
import { type Running, startServer, temporaryFolder } from '../support/server.ts';
import { shopperAt } from '../support/shopper.ts';

/** A shop's own page with a strict policy of its own: nothing but the clerk's host may be loaded from or spoken to. */
function shopPage(clerk: string): { html: string; policy: string } {
  return {
    html: `<!doctype html><html lang="en"><head><title>Shop</title>
      <script src="${clerk}/widget.js" data-product-url="/goods/{id}" async></script></head><body><h1>Shop</h1></body></html>`,
    policy: `default-src 'none'; script-src ${clerk}; connect-src ${clerk}; img-src ${clerk}`,
  };
}

describe.skipIf(!findBrowser())('a shop on another origin', () => {
  const folder = temporaryFolder();
  let server: Running;
  let shop: Server;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;

  beforeAll(async () => {
    server = await startServer(folder.path);
    const { html, policy } = shopPage(server.url);
    shop = createServer((_request, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
        .end(html);
    });
    await new Promise<void>((resolve) => shop.listen(0, 'localhost', resolve));
    browser = await openBrowser({ viewport: { width: 1000, height: 800 }, locale: 'en-GB' });
    page = await browser.context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    shop?.close();
    await server?.stop();
    folder.remove();
  });

  it('[WEB-12] embeds the clerk by one tag, under a strict content policy: style, pictures, stream and articles come through', async () => {
    const refused: string[] = [];
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    const streams: string[] = [];
    page.on('request', (request) => request.url().endsWith('/stream') && streams.push(request.method()));
    await page.goto(`http://localhost:${(shop.address() as AddressInfo).port}/`);
    const shopper = shopperAt(page);
    await shopper.open();
    expect((await shopper.panel.boundingBox())?.width).toBe(400);
    const answer = await shopper.ask('Running shoes around 200 yuan, size 42, for my dad');
    const card = answer.locator('.product').first();
    await expect
      .poll(() => card.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    expect(await card.getByRole('link').getAttribute('href')).toMatch(/^\/goods\//);
    await (await shopper.ask('How long does delivery take?'))
      .getByRole('button', { name: /Source/ })
      .first()
      .click();
    await expect.poll(() => shopper.panel.locator('.prose').textContent()).toMatch(/16:00/);
    expect(streams).toContain('GET');
    expect(refused).toEqual([]);
  });
});
