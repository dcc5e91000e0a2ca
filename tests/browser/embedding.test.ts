/// <reference lib="dom" />

import { describe, expect, it } from 'vitest';
import { findBrowser } from '../support/browser.ts';
import { confirmationReply, reply, SAMPLES } from '../support/scripted-replies.ts';
import { scriptedStage } from '../support/stage.ts';

describe.skipIf(!findBrowser())('the widget on a page', () => {
  const stage = scriptedStage();

  it('[WEB-12] one script tag in the head, before there is a body; a page that restyles everything changes nothing inside, nor the widget outside', async () => {
    await stage.visit('/shop');
    await stage.shopper.open();
    await stage.shopper.ask('在吗');
    const look = await stage.shopper.replies
      .first()
      .locator('.bubble')
      .evaluate((element) => {
        const { color, fontSize, margin } = getComputedStyle(element);
        return { color, fontSize, margin };
      });
    expect(look).toEqual({ color: 'rgb(43, 39, 34)', fontSize: '15px', margin: '0px' });
    expect(await stage.page.locator('h1').evaluate((title) => getComputedStyle(title).fontSize)).toBe('40px');
  });

  it('[WEB-11] hostile text of the customer, of the clerk and of an article stays text', async () => {
    const hostile =
      '<img src=x onerror="window.hit=1"> [点我](javascript:window.hit=1) ![图](https://evil.example/x.png) <script>window.hit=1</script>';
    stage.clerk.script = () =>
      reply(
        hostile,
        [
          { kind: 'done', title: hostile, lines: [hostile], reference: hostile },
          { kind: 'note', title: hostile, lines: [hostile] },
          { kind: 'choices', choices: [{ label: hostile, send: hostile }] },
          {
            kind: 'products',
            products: [
              {
                productId: '"><img src=x onerror=window.hit=1>',
                variantId: '1',
                title: hostile,
                options: '',
                price: '¥1',
                stock: '有货',
                inStock: true,
                reason: hostile,
                image: 'javascript:window.hit=1',
              },
            ],
          },
        ],
        'zh',
        { citations: [{ articleId: 'delivery', title: hostile, quote: hostile }] },
      );
    await stage.visit('/shop');
    await stage.shopper.open();
    const answer = await stage.shopper.ask(hostile);
    expect(await stage.shopper.log.locator('.customer .bubble').textContent()).toContain('<img src=x onerror=');
    expect(await answer.locator('.bubble').textContent()).toContain('[点我](javascript:window.hit=1)');
    await answer.getByRole('button', { name: /来源/ }).click();
    await stage.shopper.panel.getByText('多久能到').waitFor();
    expect(await stage.shopper.panel.locator('.prose').textContent()).toContain('<img src=x onerror=alert(1)>');
    expect(await stage.shopper.panel.locator('img, script, iframe, a[href^="javascript"]').count()).toBe(0);
    expect(await stage.page.evaluate(() => 'hit' in window)).toBe(false);
  });

  it('[WEB-20] a bare link works and leads away safely', async () => {
    stage.clerk.script = () => reply('详见https://shop.example/a，谢谢。');
    await stage.visit('/shop');
    await stage.shopper.open();
    const link = (await stage.shopper.ask('链接')).getByRole('link');
    expect(await link.evaluate((a: HTMLAnchorElement) => [a.href, a.rel, a.target])).toEqual([
      'https://shop.example/a',
      'noopener noreferrer nofollow',
      '_blank',
    ]);
  });

  it('[WEB-17] choices send their words and are gone once something else was said', async () => {
    stage.clerk.script = ({ text }) => (text.includes('配送') ? (SAMPLES.配送?.() ?? null) : reply('好的'));
    await stage.visit('/shop');
    await stage.shopper.open();
    const answer = await stage.shopper.ask('配送时间');
    await stage.shopper.answerTo(() => answer.getByRole('button', { name: '运费多少' }).click());
    expect(stage.clerk.received.at(-1)?.text).toBe('运费怎么算？');
    expect(await stage.shopper.log.getByRole('button', { name: '运费多少' }).count()).toBe(0);
  });

  it('[WEB-23] a source opens its article; Escape leads back to it', async () => {
    stage.clerk.script = () => SAMPLES.配送?.() ?? null;
    await stage.visit('/shop');
    await stage.shopper.open();
    const source = (await stage.shopper.ask('配送时间')).getByRole('button', { name: '来源：配送时间与范围' });
    await source.press('Enter');
    await stage.shopper.panel.getByRole('heading', { name: '多久能到' }).waitFor();
    expect(await stage.shopper.panel.getByRole('cell', { name: '5–7 天' }).count()).toBe(1);
    await stage.page.keyboard.press('Escape');
    await stage.shopper.panel.locator('.sheet').waitFor({ state: 'detached' });
    expect(await stage.shopper.panel.isVisible()).toBe(true);
    expect(await source.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button)).toBe(true);
  });

  it('[WEB-37] the language is switched in place, and a reply keeps its own', async () => {
    stage.clerk.script = () => confirmationReply('t', new Date(Date.now() + 60_000).toISOString(), 'zh');
    await stage.visit('/shop');
    await stage.shopper.open();
    await stage.shopper.ask('取消吧');
    await stage.shopper.press('English');
    expect(await stage.shopper.field.getAttribute('placeholder')).toBe('How can I help?');
    expect(await stage.shopper.log.getByRole('button', { name: '确认' }).count()).toBe(1);
    await stage.page.reload();
    await stage.shopper.log.getByText('取消吧').waitFor();
    expect(await stage.shopper.field.getAttribute('placeholder')).toBe('How can I help?');
  });
});
