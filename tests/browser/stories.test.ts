/// <reference lib="dom" />

import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShopResponse } from '../../src/core/wire.ts';
import { findBrowser, openBrowser } from '../support/browser.ts';
import { type Running, startServer, temporaryFolder } from '../support/server.ts';
import { type Shopper, shopperAt } from '../support/shopper.ts';

const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 860 } };
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const SAID = {
  zh: {
    confirm: '确认',
    shop: '我想了解您的商品的配送时间',
    source: /来源：/,
    advice: '想买双两百左右的跑鞋，42码，送爸爸',
    track: '我的快递到哪了',
    askedFor: /订单号.*(手机|邮箱)/,
    customer: '林晓梅',
    change: '鞋子小了想换大一码',
    changed: /换货申请已提交/,
    cancel: '不想要了，取消吧',
    cancelled: /已取消/,
    person: '转人工',
    personOwns: '人工客服会在这里回复',
    silence: '还有人吗',
  },
  en: {
    confirm: 'Confirm',
    shop: 'How long does delivery take?',
    source: /Source:/,
    advice: 'Running shoes around 200 yuan, size 42, for my dad',
    track: 'Where is my parcel?',
    askedFor: /order number.*(phone|e-mail)/i,
    customer: 'Emily Carter',
    change: 'I want to return the kettle',
    reason: 'Changed my mind',
    changed: /A return from order .* has been requested/,
    cancel: 'Please cancel my backpack order',
    cancelled: /cancelled/i,
    person: 'I want to talk to a person',
    personOwns: 'Our team will reply here',
    silence: 'Is anyone there?',
  },
} as const;

const STAGES: { locale: 'zh' | 'en'; screen: 'desktop' | 'phone'; options: BrowserContextOptions }[] = [
  { locale: 'zh', screen: 'desktop', options: { ...DESKTOP, locale: 'zh-CN' } },
  { locale: 'en', screen: 'desktop', options: { ...DESKTOP, locale: 'en-GB', colorScheme: 'dark' } },
  { locale: 'zh', screen: 'phone', options: { ...PHONE, locale: 'zh-CN' } },
];

describe.skipIf(!findBrowser()).each(STAGES)('the five stories, $locale, $screen', ({ locale, screen, options }) => {
  const said = SAID[locale];
  const folder = temporaryFolder();
  let server: Running;
  let shop: ShopResponse;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let shopper: Shopper;
  const shot = (name: string) => shopper.shot(`${locale}-${screen}-${name}`);

  async function arrive(customer?: string): Promise<void> {
    await browser.context.clearCookies();
    const page = await browser.context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(server.url);
    await page.evaluate('localStorage.clear(), sessionStorage.clear()');
    await page.reload();
    await page.locator('.card').first().waitFor();
    shopper = shopperAt(page);
    if (customer !== undefined) {
      await page.getByRole('combobox').selectOption({ label: customer });
      await page.getByRole('button', { name: customer, pressed: true }).waitFor();
    }
    await shopper.page.locator('xiaoer-chat .launcher').waitFor();
  }

  beforeAll(async () => {
    server = await startServer(folder.path);
    shop = (await (await fetch(`${server.url}/api/shop`)).json()) as ShopResponse;
    // Replies at once: the pictures show them whole.
    browser = await openBrowser({ ...options, reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    folder.remove();
  });

  it('[WEB-51] smart service: a shop question is answered from an article, which opens', async () => {
    await arrive();
    await shot('0-shop');
    await shopper.open();
    await shot('0-welcome');
    const answer = await shopper.ask(said.shop);
    expect(await answer.locator('.bubble').textContent()).toMatch(/16:00/);
    await shot('1-service');
    await answer.getByRole('button', { name: said.source }).first().click();
    await expect.poll(() => shopper.panel.locator('.prose').textContent()).toMatch(/16:00/);
    await shot('1-article');
    await shopper.page.keyboard.press('Escape');
  });

  it('[WEB-51] consultation: fitting products in stock, as cards with picture, price and reason', async () => {
    const cards = (await shopper.ask(said.advice)).locator('.product');
    expect(await cards.count()).toBeGreaterThanOrEqual(2);
    for (const card of await cards.all()) {
      expect(await card.textContent()).toMatch(/¥(1[5-9]|2[0-4])\d/);
      expect(await card.locator('.options').textContent()).toContain('42');
      expect(await card.locator('.stock').getAttribute('class')).not.toContain('out');
      expect(await card.locator('.reason').textContent()).not.toBe('');
      await expect
        .poll(() => card.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBeGreaterThan(0);
    }
    await shot('2-advice');
    await cards.first().getByRole('link').click();
    await shopper.page.locator('.detail h1').waitFor({ state: 'attached' });
  });

  it('[WEB-51] tracking: a guest is asked for number and contact, and sees the right parcel', async () => {
    expect(await (await shopper.ask(said.track)).textContent()).toMatch(said.askedFor);
    const order = shop.demo?.guestOrders[0];
    const answer = await shopper.ask(`${order?.number} ${order?.contact}`);
    expect(await answer.getByRole('article').first().textContent()).toContain(order?.number);
    expect(await answer.locator('.timeline li').count()).toBeGreaterThan(0);
    await shot('3-tracking-guest');
    await shopper.page.close();
  });

  it('[WEB-51] tracking: a customer who is signed in sees the parcel at once', async () => {
    await arrive(said.customer);
    await shopper.open();
    const answer = await shopper.ask(said.track);
    expect(await answer.locator('.timeline li').count()).toBeGreaterThan(0);
    await shot('3-tracking-customer');
  });

  it('[WEB-51] after-sales: an exchange or return happens as shown, on confirmation alone', async () => {
    await shopper.say(said.change);
    const { log } = shopper;
    if ('reason' in said) await log.getByRole('button', { name: said.reason }).click();
    await log.getByRole('button', { name: said.confirm, exact: true }).waitFor();
    expect(await log.locator('.done').count()).toBe(0);
    await shot('4-exchange-card');
    const done = await shopper.answerTo(() => shopper.press(said.confirm));
    expect(await done.locator('.done').textContent()).toMatch(said.changed);
    expect(await log.locator('.slip.confirmed .stamp').count()).toBe(1);
    await shot('4-exchange-done');
  });

  it('[WEB-51] after-sales: an order is cancelled on confirmation alone, and a reload remembers it', async () => {
    const card = await shopper.ask(said.cancel);
    await card.getByRole('button', { name: said.confirm, exact: true }).waitFor();
    expect(await card.locator('.refund').textContent()).toMatch(/¥\d/);
    await shot('4-cancel-card');
    const done = await shopper.answerTo(() => shopper.press(said.confirm));
    expect(await done.locator('.done').textContent()).toMatch(said.cancelled);
    await shot('4-cancel-done');
    await shopper.page.reload();
    await expect.poll(() => shopper.log.locator('.slip.confirmed').count()).toBe(2);
    expect(await shopper.log.getByRole('button', { name: said.confirm, exact: true }).count()).toBe(0);
  });

  it('[WEB-51] a person: the bot hands over and goes silent', async () => {
    await shopper.ask(said.person);
    await shopper.panel.getByText(said.personOwns).waitFor();
    const before = await shopper.replies.count();
    await shopper.say(said.silence);
    await shopper.log.locator('.customer').last().getByText(said.silence).waitFor();
    await shopper.page.waitForTimeout(2_500);
    expect(await shopper.replies.count()).toBe(before);
    await shot('5-person');
  });
});
