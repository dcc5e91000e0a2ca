import { describe, expect, it } from 'vitest';
import { demoDesk } from './testing/demo-desk.ts';
import { desk } from './testing/desk.ts';

describe('goods that do not fit', () => {
  it.each([
    ['zh', '鞋小了'],
    ['zh', '鞋子有点大'],
    ['zh', '跑鞋太紧了'],
    ['zh', '这双鞋挤脚'],
    ['en', 'the shoes are too small'],
    ['en', 'my running shoes are a bit tight'],
    ['en', "the shoes don't fit"],
  ] as const)('[EMB-163] %s: %j of what was delivered begins their exchange', async (locale, text) => {
    const heard = await demoDesk('customer-lin-xiaomei', locale).say(text);
    expect(heard.state.flow).toMatchObject({ command: 'exchange_items', slots: { orderNumber: 'XE20261121-1001' } });
  });

  it.each([
    ['guest', '鞋小了'],
    ['nobody', '鞋小了'],
    ['lin', '鞋子小了一般怎么选'],
  ])('[EMB-163] %s: %j of nothing that was bought begins none', async (who, text) => {
    expect((await desk(who).say(text)).state.flow?.command).not.toBe('exchange_items');
  });
});
