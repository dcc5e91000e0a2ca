/// <reference lib="dom" />

import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/core/wire.ts';
import { findBrowser } from '../support/browser.ts';
import { confirmationReply } from '../support/scripted-replies.ts';
import { scriptedStage } from '../support/stage.ts';

const card = (lifetime: number): Reply =>
  confirmationReply(`token-${Math.random()}`, new Date(Date.now() + lifetime).toISOString());

describe.skipIf(!findBrowser())('writing to the clerk', () => {
  const stage = scriptedStage();

  it('[WEB-31] Enter while composing sends nothing, in either order of events', async () => {
    await stage.visit('/shop');
    await stage.shopper.open();
    await stage.shopper.field.fill('ni hao');
    // As Chrome and Firefox do: the key first, then the end of the composition.
    await stage.shopper.field.evaluate((field) => {
      const key = (init: KeyboardEventInit & { keyCode: number }) =>
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }));
      field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      key({ keyCode: 229, isComposing: true });
      field.dispatchEvent(new CompositionEvent('compositionend', { data: '你好', bubbles: true }));
    });
    // As Safari does: the end first, then a key that looks like any other.
    await stage.shopper.field.evaluate((field) => {
      field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      field.dispatchEvent(new CompositionEvent('compositionend', { data: '你好', bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }));
    });
    expect(await stage.shopper.field.inputValue()).toBe('ni hao');
    expect(stage.clerk.received).toEqual([]);
    await stage.page.waitForTimeout(120);
    await stage.shopper.answerTo(() => stage.shopper.field.press('Enter'));
    expect(stage.clerk.received.map(({ text }) => text)).toEqual(['ni hao']);
  });

  it('[WEB-31] a word that Chromium itself composes is not sent by the Enter that picks it', async () => {
    await stage.visit('/shop');
    await stage.shopper.open();
    await stage.shopper.field.focus();
    const devtools = await stage.context.newCDPSession(stage.page);
    await devtools.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
    await devtools.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    await devtools.send('Input.insertText', { text: '你好' });
    await stage.page.waitForTimeout(120);
    expect(stage.clerk.received).toEqual([]);
    expect(await stage.shopper.field.inputValue()).toBe('你好');
    await stage.shopper.answerTo(() => stage.shopper.field.press('Enter'));
    expect(stage.clerk.received.map(({ text }) => text)).toEqual(['你好']);
  });

  it('[WEB-30] Shift and Enter break the line', async () => {
    await stage.visit('/shop');
    await stage.shopper.open();
    await stage.shopper.field.fill('第一行');
    await stage.shopper.field.press('Shift+Enter');
    await stage.page.keyboard.type('第二行');
    await stage.shopper.answerTo(() => stage.shopper.field.press('Enter'));
    expect(stage.clerk.received[0]?.text).toBe('第一行\n第二行');
    expect((await stage.shopper.replies.first().locator('.bubble').boundingBox())?.height).toBeGreaterThan(55);
  });

  it('[WEB-32] too long a text is counted and not sent', async () => {
    await stage.visit('/shop');
    await stage.shopper.open();
    await stage.shopper.field.fill('长'.repeat(3_900));
    expect(await stage.shopper.panel.locator('.count').textContent()).toBe('还可输入 100 字');
    await stage.shopper.say('长'.repeat(4_001));
    expect(await stage.shopper.panel.locator('.count').textContent()).toContain('超出 1 字');
    expect(await stage.shopper.panel.getByRole('button', { name: '发送' }).isDisabled()).toBe(true);
    expect(stage.clerk.received).toEqual([]);
    await stage.shopper.answerTo(() => stage.shopper.say('长'.repeat(4_000)));
    expect(stage.clerk.received[0]?.text.length).toBe(4_000);
  });

  it('[WEB-33] by keyboard alone: open, ask, reach every control, close, and the focus is back', async () => {
    stage.clerk.script = () => card(60_000);
    await stage.visit('/shop');
    const active = () =>
      stage.page.evaluate(() => {
        const element = document.querySelector('xiaoer-chat')?.shadowRoot?.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      });
    await stage.page.keyboard.press('Tab');
    expect(await active()).toBe('打开小二客服对话');
    await stage.page.keyboard.press('Enter');
    await expect.poll(active).toBe('输入消息');
    await stage.page.keyboard.type('取消吧');
    await stage.shopper.answerTo(() => stage.page.keyboard.press('Enter'));
    const reached: string[] = [];
    for (let step = 0; step < 8; step++) {
      reached.push(await active());
      await stage.page.keyboard.press('Shift+Tab');
    }
    expect(reached).toEqual([
      '输入消息',
      '先不办',
      '确认',
      '对话记录',
      '收起对话',
      'English',
      expect.anything(),
      expect.anything(),
    ]);
    await stage.shopper.field.focus();
    await stage.page.keyboard.press('Escape');
    await stage.shopper.panel.waitFor({ state: 'hidden' });
    expect(await active()).toBe('打开小二客服对话');
  });
});
