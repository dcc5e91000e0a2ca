/// <reference lib="dom" />

import { describe, expect, it } from 'vitest';
import { findBrowser } from '../support/browser.ts';
import { scriptedStage } from '../support/stage.ts';

describe.skipIf(!findBrowser())('the demo page', () => {
  const stage = scriptedStage({ permissions: ['clipboard-read', 'clipboard-write'] });

  it('[WEB-50] a story opens the chat with its text, which the visitor sends', async () => {
    await stage.visit('/');
    await stage.page.getByRole('button', { name: '我想了解您的商品的配送时间' }).click();
    expect(await stage.shopper.field.inputValue()).toBe('我想了解您的商品的配送时间');
    expect(stage.clerk.received).toEqual([]);
    await stage.shopper.answerTo(() => stage.shopper.field.press('Enter'));
    expect(stage.clerk.received.map(({ text }) => text)).toEqual(['我想了解您的商品的配送时间']);
  });

  it('[WEB-50] a customer signs in, is greeted, stays signed in over a reload with the history, and signs out', async () => {
    await stage.visit('/');
    await stage.page.getByRole('combobox', { name: '当前身份' }).selectOption({ label: '林小满' });
    await stage.page.getByRole('button', { name: '林小满', pressed: true }).waitFor();
    await stage.shopper.open();
    await stage.shopper.panel.getByText('lin，您好').waitFor();
    await stage.shopper.ask('我的快递到哪了');
    await stage.page.reload();
    await stage.shopper.log.getByText('我的快递到哪了', { exact: false }).first().waitFor();
    expect(await stage.shopper.log.locator('.customer').count()).toBe(1);
    await stage.page.getByRole('combobox', { name: '当前身份' }).selectOption({ label: '访客' });
    await stage.shopper.panel.getByText('您好，里边请').waitFor();
    expect(await stage.shopper.log.locator('.customer').count()).toBe(0);
  });

  it('[WEB-50] guest order numbers and contacts are copied on a click', async () => {
    await stage.visit('/');
    await stage.page.getByRole('button', { name: '2025110300018' }).click();
    await stage.page.getByText('已复制').waitFor();
    expect(await stage.page.evaluate(() => navigator.clipboard.readText())).toBe('2025110300018');
  });

  it('[WEB-50] a product shows its price, stock and description as options are chosen, and can be asked about', async () => {
    await stage.visit('/');
    await stage.page.getByRole('link', { name: '云行轻量缓震跑鞋' }).click();
    const detail = stage.page.locator('.detail');
    await detail.getByText('¥199').waitFor();
    expect(await detail.textContent()).toContain('¥259');
    await detail.getByRole('button', { name: '42 码' }).click();
    expect(await detail.textContent()).toContain('仅剩 2 件');
    await detail.getByRole('button', { name: '43 码' }).click();
    expect(await detail.textContent()).toContain('暂时缺货');
    expect(await detail.textContent()).toContain('网布');
    await detail.getByRole('button', { name: '问问小二这件商品' }).click();
    expect(await stage.shopper.field.inputValue()).toContain('云行轻量缓震跑鞋');
  });

  it('[WEB-50] page and widget change their language together', async () => {
    await stage.visit('/');
    await stage.shopper.open();
    await stage.page.locator('header.top').getByRole('button', { name: 'English' }).click();
    await stage.page.getByRole('heading', { name: 'Try it' }).waitFor();
    expect(await stage.shopper.field.getAttribute('placeholder')).toBe('How can I help?');
    expect(await stage.page.evaluate(() => document.documentElement.lang)).toBe('en');
    await stage.page.reload();
    await stage.page.getByRole('heading', { name: 'Try it' }).waitFor();
    await expect.poll(() => stage.shopper.field.getAttribute('placeholder')).toBe('How can I help?');
  });
});
