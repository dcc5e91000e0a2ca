import { describe, expect, it } from 'vitest';
import { desk, kinds } from './testing/desk.ts';

const PROOF = ['XE20261111-0023，13800009003，', 'XE20261111-0023 sun@example.com '] as const;

describe('a guest who shows his order and says what he wants in one message', () => {
  it.each([
    ['zh', [`${PROOF[0]}取消`]],
    ['zh', [`${PROOF[1]}取消`]],
    ['zh', ['13800009003，XE20261111-0023，取消']],
    ['zh', ['我要取消订单', `${PROOF[0]}取消`]],
    ['zh', ['我的订单到哪了', `${PROOF[0]}取消`]],
    ['zh', ['我的订单到哪了', 'XE20261111-0023', '13800009003，取消']],
    ['zh', ['我要退货', `${PROOF[0]}取消`]],
    ['en', ['XE20261111-0023, 13800009003, cancel']],
    ['en', ['where is my order', `${PROOF[1]}cancel it`]],
  ] as const)('[EMB-15] %s: %j: verified, and then the card of the cancellation', async (locale, messages) => {
    const talk = desk('guest', locale);
    let heard = await talk.say(messages[0]);
    for (const message of messages.slice(1)) heard = await talk.say(message);
    expect(heard.commands).toContain('verify_order');
    expect(heard.results.at(-1)).toMatchObject({
      name: 'cancel_order',
      input: { orderNumber: 'XE20261111-0023' },
    });
    expect(kinds(heard)).toEqual(['confirmation']);
  });

  it('[EMB-15] with a contact that is not the order’s nothing is done', async () => {
    const heard = await desk('guest').say('XE20261111-0023，13800009001，取消');
    expect(heard.commands).not.toContain('cancel_order');
    expect(kinds(heard)).toEqual([]);
  });

  it('[EMB-15] the phone that proves the order is no new phone for the parcel', async () => {
    const heard = await desk('guest').say(`${PROOF[0]}改地址`);
    expect(heard.state.flow).toMatchObject({ command: 'change_order_address', asking: 'address' });
  });
});
