import { expect, it } from 'vitest';
import { describeOnEachDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { SECOND } from '../core/instant.ts';
import { silentLog } from '../platform/log.ts';
import type { Shop } from '../shops/shop.ts';
import { reconcile } from './reconcile.ts';
import { type Answering, type KeylessShop, keylessShop } from './testing/keyless-shop.ts';
import { endTurn, kinds, makeKit, noticesOf, OWN, tokenIn } from './testing/kit.ts';

/** Confirmed; unless told otherwise the turn has said what it came to, and is over. */
async function confirmed(
  database: TestDatabase,
  script: Answering[],
  { readable, ends = true }: { readable?: () => boolean; ends?: boolean } = {},
) {
  let platform: KeylessShop | null = null;
  const kit = makeKit(database, (shop: Shop) => {
    platform = keylessShop(shop, 'read-back', script, readable);
    return platform;
  });
  if (!platform) throw new Error('no platform');
  const scope = await kit.begin();
  const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
  const press = () => kit.press(scope, { token, decision: 'confirm' });
  const again = () => reconcile(kit.gate, kit.store.clock, silentLog);
  const first = await press();
  if (ends) await endTurn(kit, scope);
  return { kit, scope, platform: platform as KeylessShop, press, again, first };
}

describeOnEachDatabase('a platform that is read back', (database) => {
  it('[ACT-43] a lost answer is looked up by its marker, and what is found is told as done', async () => {
    const { first, platform, press } = await confirmed(database, ['loses-answer']);
    expect([first.status, ...kinds(first)]).toEqual(['done', 'effect']);
    expect([platform.asked, platform.ledger.length]).toEqual([1, 1]);
    expect(kinds(await press())).toEqual(['effect']);
    expect([platform.asked, platform.ledger.length]).toEqual([1, 1]);
  });

  it('[ACT-43] a platform that cannot even be read leaves the outcome unknown until it can', async () => {
    let readable = false;
    const { kit, first, platform, again } = await confirmed(database, ['loses-answer'], {
      readable: () => readable,
    });
    expect(kinds(first)).toEqual(['unknown-outcome']);
    kit.store.clock.advance(3_600 * SECOND);
    expect(await again()).toBe(0);
    readable = true;
    expect(await again()).toBe(1);
    expect([platform.asked, platform.ledger.length]).toEqual([1, 1]);
  });

  it('[ACT-44] what is not found is not asked for again before the settling time, and then under the same marker', async () => {
    const { kit, first, platform, press, again } = await confirmed(database, ['does-nothing']);
    expect(kinds(first)).toEqual(['unknown-outcome']);
    kit.store.clock.advance(59 * SECOND);
    expect(kinds(await press())).toEqual(['unknown-outcome']);
    expect([await again(), platform.asked]).toEqual([0, 1]);
    kit.store.clock.advance(2 * SECOND);
    expect([await again(), platform.asked]).toEqual([1, 2]);
    expect(platform.ledger).toHaveLength(1);
    expect(await again()).toBe(0);
  });

  it('[ACT-44] what the platform did after the time-out is found and not done again', async () => {
    const { kit, platform, again } = await confirmed(database, ['does-it-late']);
    platform.catchUp();
    kit.store.clock.advance(120 * SECOND);
    expect([await again(), platform.asked, platform.ledger.length]).toEqual([1, 1, 1]);
  });

  it('[ACT-44] a no after a lost answer is looked up: the order changed because it was done', async () => {
    const { kit, scope, platform, again } = await confirmed(database, ['does-it-late', 'refuses']);
    kit.store.clock.advance(120 * SECOND);
    const ask = platform.cancelOrder.bind(platform);
    platform.cancelOrder = async (write) => {
      platform.catchUp();
      return ask(write);
    };
    expect([await again(), platform.asked, platform.ledger.length]).toEqual([1, 2, 1]);
    const [card] = await database.database.query<{ state: string }>('select state from intents', []);
    expect([card?.state, scope.mode]).toEqual(['done', 'full']);
  });

  it('[ACT-44] pressed twenty times at once, without keys, it is asked once', async () => {
    const { kit, platform } = await confirmed(database, ['refuses']);
    expect(platform.asked).toBe(1);
    const later = await kit.begin();
    const token = tokenIn(await kit.run(later, 'cancel_order', { orderNumber: OWN }));
    const presses = Array.from({ length: 20 }, () => kit.press(later, { token, decision: 'confirm' }));
    const results = await Promise.all(presses);
    expect([platform.asked, platform.ledger.length]).toEqual([2, 1]);
    expect(results.some((result) => kinds(result).includes('effect'))).toBe(true);
    expect(results.every((result) => ['done', 'unknown', 'refused'].includes(result.status))).toBe(true);
  });

  it('[ACT-56] an outcome that was told as unknown is told in the conversation once it is known, once', async () => {
    const { kit, scope, first, again } = await confirmed(database, ['does-nothing'], { ends: false });
    expect(first.status).toBe('unknown');
    kit.store.clock.advance(61 * SECOND);
    // The turn is about to say that it does not know: what came out meanwhile would be told by nobody.
    expect([await again(), await noticesOf(kit, scope)]).toEqual([0, []]);
    await endTurn(kit, scope);
    expect([await again(), await again()]).toEqual([1, 0]);
    expect(await noticesOf(kit, scope)).toEqual([expect.stringContaining(`订单 ${OWN} 已取消`)]);
    expect((await noticesOf(kit, scope))[0]).toMatch(/^办好了/);
  });

  it('[ACT-56] a later turn that learns the outcome tells it, and is not superseded any more', async () => {
    const { kit, scope, first, platform } = await confirmed(database, ['does-nothing']);
    expect(first.status).toBe('unknown');
    kit.store.clock.advance(61 * SECOND);
    const later = await kit.begin(scope.actor, scope.conversationId);
    const [card] = await database.database.query<{ id: string }>('select confirmation_id as id from intents', []);
    const answer = await kit.press(later, { token: card?.id ?? '', decision: 'confirm' });
    expect([kinds(answer), platform.ledger.length]).toEqual([['effect'], 1]);
    expect(await noticesOf(kit, scope)).toEqual([]);
    expect(await kit.store.conversations.turnState(later.turnId)).toMatchObject({ acted: true });
  });

  it('[ACT-56] what is done while a person takes over is told in the conversation: the turn speaks no more', async () => {
    let takeOver = async (): Promise<unknown> => null;
    const kit = makeKit(database, (shop: Shop) => ({
      ...shop,
      async cancelOrder(write) {
        const answer = await shop.cancelOrder(write);
        await takeOver();
        return answer;
      },
    }));
    const scope = await kit.begin();
    takeOver = () => kit.store.conversations.personReplies(scope.conversationId, 'Mei', '我来', scope.now);
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    await kit.press(scope, { token, decision: 'confirm' });
    expect(await noticesOf(kit, scope)).toEqual([expect.stringMatching(/^办好了/)]);
    await kit.press(scope, { token, decision: 'confirm' });
    expect(await noticesOf(kit, scope)).toHaveLength(1);
  });

  it('[ACT-55] after a takeover what was planned is not sent, and what was sent is only looked up', async () => {
    const planned = await confirmed(database, ['does-nothing']);
    await planned.kit.store.conversations.personReplies(
      planned.scope.conversationId,
      'Mei',
      '我来',
      planned.kit.store.clock.now(),
    );
    planned.kit.store.clock.advance(61 * SECOND);
    expect([await planned.again(), planned.platform.asked]).toEqual([1, 1]);
    expect(planned.platform.ledger).toEqual([]);
    expect(await noticesOf(planned.kit, planned.scope)).toEqual([expect.stringContaining('不会再自动办理')]);
  });
});
