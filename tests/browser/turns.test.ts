/// <reference lib="dom" />

import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/core/wire.ts';
import { findBrowser } from '../support/browser.ts';
import { confirmationReply, doneReply } from '../support/scripted-replies.ts';
import { scriptedStage } from '../support/stage.ts';

const card = (lifetime: number): Reply =>
  confirmationReply(`token-${Math.random()}`, new Date(Date.now() + lifetime).toISOString());

describe.skipIf(!findBrowser())('cards, people and endings', () => {
  const stage = scriptedStage();

  it('[WEB-15] a card shows what will happen, is pressed once, and stays settled after a reload', async () => {
    stage.clerk.script = (message) => (message.card ? doneReply() : card(60_000));
    await stage.visit('/shop');
    await stage.shopper.open();
    const slip = (await stage.shopper.ask('取消吧')).getByRole('article', { name: '取消订单' });
    for (const part of ['2025110300018', '云行轻量缓震跑鞋', '整单取消', '退款', '¥199']) {
      expect(await slip.textContent()).toContain(part);
    }
    await stage.shopper.answerTo(() => slip.getByRole('button', { name: '确认' }).dblclick());
    expect(stage.clerk.received.filter((message) => message.card)).toMatchObject([
      { text: '确认', card: { decision: 'confirm' } },
    ]);
    await stage.shopper.log.getByText('已确认').waitFor();
    await stage.page.reload();
    await stage.shopper.log.getByText('已确认').waitFor();
    expect(await stage.shopper.log.getByRole('button', { name: '确认' }).count()).toBe(0);
    expect(await stage.shopper.log.getByRole('article', { name: '订单已取消' }).textContent()).toContain(
      'RF20251105001',
    );
  });

  it('[WEB-15] a card that expires before the eyes goes inert', async () => {
    stage.clerk.script = () => card(2_500);
    await stage.visit('/shop');
    await stage.shopper.open();
    const answer = await stage.shopper.ask('取消吧');
    await answer.getByRole('button', { name: '先不办' }).waitFor();
    await answer.getByText('已过期').waitFor();
    expect(await answer.getByRole('button', { name: '先不办' }).count()).toBe(0);
  });

  it('[WEB-14] it says what the clerk is doing, and that a person will answer', async () => {
    stage.clerk.script = () => null;
    await stage.visit('/shop');
    await stage.shopper.open();
    await stage.shopper.say('转人工');
    await stage.shopper.panel.getByText('正在想…').waitFor();
    stage.clerk.progress('looking-up');
    await stage.shopper.panel.getByText('正在查…').waitFor();
    stage.clerk.say({ kind: 'owner', owner: 'person' });
    await stage.shopper.panel.getByText('人工客服会在这里回复').waitFor();
    expect(await stage.shopper.panel.locator('.doing').textContent()).toBe('');
    stage.clerk.say({ kind: 'person', operator: '阿青', text: '您好，我是阿青' });
    await stage.shopper.log.getByText('人工客服 阿青').waitFor();
    stage.clerk.say({ kind: 'owner', owner: 'bot' });
    await stage.shopper.log.getByText('小二继续为您服务').waitFor();
    expect(await stage.shopper.panel.getByText('人工客服会在这里回复').count()).toBe(0);
  });

  it('[WEB-16] a closed conversation offers a new one', async () => {
    await stage.visit('/shop');
    await stage.shopper.open();
    await stage.shopper.ask('在吗');
    stage.clerk.say({ kind: 'owner', owner: 'closed' });
    await stage.shopper.press('开始新的咨询');
    await stage.shopper.panel.getByText('您好，里边请').waitFor();
    await stage.shopper.ask('新问题');
    expect(await stage.shopper.log.locator('.customer').count()).toBe(1);
  });

  it('an answer that comes while the panel is closed is counted on the seal', async () => {
    await stage.visit('/shop');
    await stage.shopper.open();
    await stage.shopper.ask('在吗');
    await stage.shopper.press('收起对话');
    stage.clerk.say({ kind: 'person', operator: '阿青', text: '还有一件事' });
    await stage.page.getByRole('button', { name: '打开小二客服对话, 1 条新消息' }).click();
    await stage.shopper.log.getByText('还有一件事').waitFor();
  });
});
