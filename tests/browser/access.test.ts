/// <reference lib="dom" />

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Locale, Reply } from '../../src/core/wire.ts';
import { findBrowser } from '../support/browser.ts';
import { confirmationReply, doneReply, reply, SAMPLES } from '../support/scripted-replies.ts';
import { scriptedStage } from '../support/stage.ts';

const EXPIRES = '2099-01-01T00:00:00.000Z';

/** Says one thing of every kind, so that every card is on the page. */
const SCRIPT: Record<Locale, string[]> = {
  zh: ['配送', '跑鞋', '对比', '订单', '快递', '退货', '取消'],
  en: ['delivery', 'shoes', 'return', 'cancel'],
};
function answer(text: string): Reply {
  if (text === '取消' || text === 'cancel') return confirmationReply('t', EXPIRES, text === 'cancel' ? 'en' : 'zh');
  return SAMPLES[text]?.() ?? reply('https://shop.example/');
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** What sticks out of the screen to the right, other than what scrolls. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('xiaoer-chat')?.shadowRoot;
    return [...(root?.querySelectorAll('.panel *') ?? [])]
      .filter((element) => !element.closest('.scroll > *') && element.getBoundingClientRect().right > innerWidth + 0.5)
      .map((element) => `${element.tagName} ${element.className}`);
  });

describe.skipIf(!findBrowser())('for every shopper', () => {
  const stage = scriptedStage({ reducedMotion: 'reduce' });

  for (const scheme of ['light', 'dark'] as const) {
    for (const locale of ['zh', 'en'] as const) {
      it(`[WEB-34] no serious violations in ${scheme}, ${locale}: demo page, widget with every card, article`, async () => {
        stage.clerk.script = (message) => (message.card ? doneReply() : answer(message.text));
        await stage.page.emulateMedia({ colorScheme: scheme });
        await stage.visit('/');
        if (locale === 'en') await stage.page.getByRole('button', { name: 'English' }).first().click();
        await stage.page.locator('.card').first().waitFor();
        expect(await violations(stage.page)).toEqual([]);
        await stage.shopper.open();
        expect(await violations(stage.page)).toEqual([]);
        for (const text of SCRIPT[locale]) await stage.shopper.ask(text);
        expect(await violations(stage.page)).toEqual([]);
        await stage.shopper.answerTo(() => stage.shopper.press(locale === 'zh' ? '确认' : 'Confirm'));
        stage.clerk.say({ kind: 'notice', text: '办好了：订单 2025110300018 已取消。' });
        stage.clerk.say({ kind: 'person', operator: '阿青', text: '您好' });
        stage.clerk.say({ kind: 'owner', owner: 'person' });
        await stage.shopper.panel.locator('.banners p').waitFor();
        await stage.shopper.panel.locator('.notice').waitFor();
        expect(await violations(stage.page)).toEqual([]);
        await stage.shopper.press(/来源|Source/);
        await stage.shopper.panel.getByText(/24/).first().waitFor();
        expect(await violations(stage.page)).toEqual([]);
      });
    }
  }

  it('[WEB-35] on a phone it fills the screen, stands above the page and does not zoom', async () => {
    await stage.page.setViewportSize({ width: 390, height: 844 });
    await stage.visit('/');
    await stage.shopper.open();
    expect(await stage.shopper.panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    expect(await stage.shopper.panel.getAttribute('aria-modal')).toBe('true');
    expect(
      await stage.shopper.field.evaluate((field) => Number.parseFloat(getComputedStyle(field).fontSize)),
    ).toBeGreaterThanOrEqual(16);
    expect(await stage.page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe('hidden');
    // The focus goes round inside.
    for (let step = 0; step < 12; step++) {
      await stage.page.keyboard.press('Tab');
      expect(await stage.page.evaluate(() => document.activeElement?.tagName)).toBe('XIAOER-CHAT');
    }
    await stage.shopper.press('收起对话');
    await expect.poll(() => stage.page.evaluate(() => document.documentElement.style.overflow)).toBe('');
  });

  it('[WEB-35] at 320 pixels nothing is cut off, with every card on the page', async () => {
    stage.clerk.script = (message) => (message.card ? doneReply() : answer(message.text));
    await stage.page.setViewportSize({ width: 320, height: 640 });
    await stage.visit('/');
    expect(await stage.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await stage.shopper.open();
    for (const text of [...SCRIPT.zh, ...SCRIPT.en, 'https://shop.example/'.padEnd(300, 'a')])
      await stage.shopper.ask(text);
    expect(await tooWide(stage.page)).toEqual([]);
    await stage.page.getByRole('button', { name: 'English' }).last().click();
    expect(await tooWide(stage.page)).toEqual([]);
  });

  it('[WEB-13] who prefers reduced motion reads a reply at once', async () => {
    await stage.visit('/shop');
    await stage.shopper.open();
    const piece = (await stage.shopper.ask('在吗')).locator('.piece').first();
    expect(await piece.evaluate((element) => getComputedStyle(element).animationName)).toBe('none');
    await stage.page.emulateMedia({ reducedMotion: 'no-preference' });
    const next = (await stage.shopper.ask('还在吗')).locator('.piece').first();
    expect(await next.evaluate((element) => getComputedStyle(element).animationName)).toBe('said');
  });
});

describe('the script', () => {
  it('[WEB-38] the script stays under 25 kB', () => {
    const script = readFileSync(join(import.meta.dirname, '../../build/web/widget.js'));
    expect(gzipSync(script, { level: 9 }).length).toBeLessThan(25_000);
  });
});
