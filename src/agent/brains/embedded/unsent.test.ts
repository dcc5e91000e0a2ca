import { describe, expect, it } from 'vitest';
import { desk, kinds } from './testing/desk.ts';

describe('an exchange of what was not sent yet', () => {
  it.each([
    ['zhou', 'zh', 'XE20261111-0051 的跑鞋换成43码', 'XE20261111-0051', 'zhou1'],
    ['zhou', 'zh', 'XE20261111-0051 的鞋子换货，要 43 码', 'XE20261111-0051', 'zhou1'],
    ['zhou', 'zh', '我要换货，XE20261111-0051，41 码小了，要 43 码', 'XE20261111-0051', 'zhou1'],
    ['olivia', 'en', 'exchange the shoes in XE20261111-0061 for size 43', 'XE20261111-0061', 'olivia1'],
    ['olivia', 'en', 'I want to swap the shoes in XE20261111-0061 for size 43', 'XE20261111-0061', 'olivia1'],
  ] as const)('[EMB-79] %s %s: %s changes the order', async (who, locale, text, orderNumber, lineId) => {
    const talk = desk(who, locale);
    const heard = await talk.say(text);
    expect(kinds(heard)).toEqual(['confirmation']);
    expect(heard.results.at(-1)).toMatchObject({
      name: 'change_order_items',
      input: { orderNumber, items: [{ lineId, variantId: 'runner-black-43' }] },
    });
    expect(heard.commands).not.toContain('exchange_items');
    const other = await talk.say(locale === 'zh' ? '改成 42 码' : 'make it size 42');
    expect(other.results.at(-1)).toMatchObject({
      name: 'change_order_items',
      input: { orderNumber, items: [{ lineId, variantId: 'runner-black-42' }] },
    });
  });

  it.each([
    ['zhou', 'zh', 'XE20261111-0051 的跑鞋我想换一下', '43 码', 'zhou1'],
    ['olivia', 'en', 'I want to exchange the shoes in XE20261111-0061', 'size 43', 'olivia1'],
  ] as const)('[EMB-79] the size is asked for first (%s)', async (who, locale, text, size, lineId) => {
    const talk = desk(who, locale);
    const asked = await talk.say(text);
    expect(asked.state.flow).toMatchObject({ command: 'change_order_items', asking: 'size' });
    expect((await talk.say(size)).results.at(-1)).toMatchObject({
      name: 'change_order_items',
      input: { items: [{ lineId, variantId: 'runner-black-43' }] },
    });
  });
});
