/// <reference lib="dom" />

import { describe, expect, it } from 'vitest';
import { findBrowser } from '../support/browser.ts';
import { shopTokenOf } from '../support/scripted-clerk.ts';
import { scriptedStage } from '../support/stage.ts';

interface Door {
  Xiaoer: { signIn(token: string): void; signOut(): void };
}

describe.skipIf(!findBrowser())('the conversation over a network', () => {
  const stage = scriptedStage();

  it('[WEB-01] a reload and another page keep the open panel and the history, and [WEB-36] the history is not announced again', async () => {
    await stage.visit('/shop');
    await stage.shopper.open();
    await stage.shopper.ask('在吗');
    expect(await stage.shopper.log.evaluate((log) => [log.ariaLive, log.getAttribute('aria-relevant')])).toEqual([
      'polite',
      'additions',
    ]);
    await stage.page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = () => {
        const log = document.querySelector('xiaoer-chat')?.shadowRoot?.querySelector('[role=log]');
        if (log) seen.push(`${log.getAttribute('aria-live')} ${log.childElementCount > 0}`);
        if (seen.length < 400) requestAnimationFrame(look);
      };
      look();
    });
    await stage.page.reload();
    await stage.shopper.log.getByText('您说的是：在吗').waitFor();
    expect(await stage.shopper.log.locator('.customer').count()).toBe(1);
    await stage.page.waitForTimeout(100);
    const seen = await stage.page.evaluate(() => [...new Set((window as unknown as { seen: string[] }).seen)]);
    // Whatever was there before the log became live was there silently.
    expect(seen).not.toContain('polite false');
    expect(seen).toContain('polite true');
    await stage.visit('/');
    await stage.shopper.log.getByText('您说的是：在吗').waitFor();
  });

  it('[WEB-02] another identity clears view and storage; so does a page that is somebody else’s', async () => {
    await stage.visit('/shop');
    await stage.shopper.open();
    await stage.shopper.ask('我是访客');
    const stored = () => stage.page.evaluate(() => JSON.stringify({ ...localStorage }));
    const guest = /"token\\":\\"(session-\d+)/.exec(await stored())?.[1] ?? 'none';
    await stage.page.evaluate((token) => (window as unknown as Door).Xiaoer.signIn(token), shopTokenOf('lin'));
    await stage.shopper.panel.getByText('lin，您好').waitFor();
    expect(await stage.shopper.log.locator('.turn').count()).toBe(0);
    expect(await stored()).not.toContain(guest);
    await stage.shopper.ask('我是林');
    await stage.page.evaluate(() => (window as unknown as Door).Xiaoer.signOut());
    await stage.shopper.panel.getByText('您好，里边请').waitFor();
    expect(await stage.shopper.log.locator('.turn').count()).toBe(0);
    await stage.visit('/lin');
    await stage.shopper.ask('又是林');
    await stage.visit('/shop');
    await stage.shopper.panel.getByText('您好，里边请').waitFor();
    expect(await stored()).not.toContain('customer:lin');
  });

  it('[WEB-06] after five seconds offline a missed reply is there, once, and [WEB-03] what was written meanwhile is sent', async () => {
    await stage.visit('/shop');
    await stage.shopper.open();
    await stage.shopper.ask('在吗');
    await stage.context.setOffline(true);
    stage.clerk.say({ kind: 'person', operator: '阿青', text: '断网时说的话' });
    await stage.shopper.say('断网时写的话');
    await stage.shopper.panel.getByText('网络已断开').waitFor();
    expect(await stage.shopper.log.getByText('发送中').count()).toBe(1);
    await stage.page.waitForTimeout(5_000);
    expect(await stage.shopper.log.getByText('断网时说的话').count()).toBe(0);
    await stage.context.setOffline(false);
    await stage.shopper.log.getByText('断网时说的话').waitFor();
    await stage.shopper.log.getByText('您说的是：断网时写的话').waitFor();
    await stage.page.waitForTimeout(400);
    expect(await stage.shopper.log.getByText('断网时说的话').count()).toBe(1);
    expect(await stage.shopper.log.locator('.customer').count()).toBe(2);
    expect(await stage.shopper.panel.getByText('网络已断开').count()).toBe(0);
    expect(stage.clerk.streams.most).toBeLessThanOrEqual(2);
  });

  it('[WEB-08] behind a proxy that buffers, replies come all the same', async () => {
    stage.clerk.buffering = true;
    await stage.visit('/shop');
    await stage.shopper.open();
    await stage.shopper.ask('在吗');
  });

  it('[WEB-10] a message that was refused can be sent again', async () => {
    stage.clerk.refuse = 400;
    await stage.visit('/shop');
    await stage.shopper.open();
    await stage.shopper.say('在吗');
    await stage.shopper.panel.getByText('请稍后再试').waitFor();
    stage.clerk.refuse = null;
    await stage.shopper.answerTo(() => stage.shopper.press('重新发送'));
    expect(await stage.shopper.log.locator('.customer').count()).toBe(1);
  });

  it('[WEB-09] an expired session begins anew and says so', async () => {
    await stage.visit('/shop');
    await stage.shopper.open();
    await stage.shopper.ask('在吗');
    stage.clerk.forgetSessions();
    await stage.shopper.panel.getByText('之前的对话已过期').waitFor();
    await stage.shopper.ask('还在吗');
    expect(await stage.shopper.log.locator('.customer').textContent()).toContain('还在吗');
  });
});
