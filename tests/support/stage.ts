import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openBrowser } from './browser.ts';
import { type ScriptedClerk, shopTokenOf, startScriptedClerk } from './scripted-clerk.ts';
import { reply } from './scripted-replies.ts';
import { type Shopper, shopperAt } from './shopper.ts';

/** A shop's own page: the tag in its head, and a style that would spoil whatever it reaches. */
const shopPage = (attributes = '') =>
  `<!doctype html><html lang="zh"><head><title>店</title><script src="/widget.js" ${attributes}></script>
  <style>* { color: red; font-size: 40px; margin: 30px; letter-spacing: 9px } p, button { display: none }</style>
  </head><body><main><h1>店</h1></main></body></html>`;

const PAGES = { '/shop': shopPage(), '/lin': shopPage(`data-shop-token="${shopTokenOf('lin')}"`) };

/** Milliseconds that a test waits for one thing to happen. */
const PATIENCE = 10_000;

export interface Stage {
  clerk: ScriptedClerk;
  context: BrowserContext;
  page: Page;
  shopper: Shopper;
  /** Opens a page of the scripted clerk's host: `/shop`, `/lin` (signed in) or `/` (the demo page). */
  visit(path: string): Promise<void>;
}

/** A scripted clerk and a browser for the tests of one file; each test has a page of its own and finds nothing of the one before. */
export function scriptedStage(options: BrowserContextOptions = {}): Stage {
  const stage = {
    async visit(path: string) {
      await stage.page.goto(stage.clerk.url + path);
      await stage.page.locator('xiaoer-chat .launcher').waitFor({ state: 'attached' });
    },
  } as Stage;
  let close: () => Promise<void> = async () => undefined;

  beforeAll(async () => {
    stage.clerk = await startScriptedClerk(PAGES);
    const browser = await openBrowser({ viewport: { width: 1100, height: 800 }, locale: 'zh-CN', ...options });
    stage.context = browser.context;
    stage.context.setDefaultTimeout(PATIENCE);
    close = browser.close;
  });
  afterAll(async () => {
    await close();
    await stage.clerk?.close();
  });
  beforeEach(async () => {
    Object.assign(stage.clerk, {
      script: ({ text }: { text: string }) => reply(`您说的是：${text}`),
      buffering: false,
      refuse: null,
    });
    stage.clerk.received.length = 0;
    stage.clerk.streams.most = 0;
    stage.page = await stage.context.newPage();
    stage.shopper = shopperAt(stage.page);
  });
  afterEach(async () => {
    await stage.context.setOffline(false);
    await stage.page.evaluate('localStorage.clear(), sessionStorage.clear()');
    await stage.page.close();
  });
  return stage;
}
