import { describe, expect, it } from 'vitest';
import { demoDesk } from './testing/demo-desk.ts';
import { kinds } from './testing/desk.ts';

const WHO = {
  lin: ['customer-lin-xiaomei', 'zh'],
  chen: ['customer-chen-siyuan', 'zh'],
  wang: ['customer-wang-jianguo', 'zh'],
  wangEn: ['customer-wang-jianguo', 'en'],
  emily: ['customer-emily-carter', 'en'],
} as const;
const at = (who: keyof typeof WHO) => demoDesk(WHO[who][0], WHO[who][1]);
const named = (heard: { results: { name: string }[] }) => heard.results.map(({ name }) => name);

const FRYER = 'XE20261125-1003';
const [KETTLE, TEA] = ['order-wang-tea-line-2', 'order-wang-tea-line-1'];
const ADDRESS = '上海市徐汇区漕溪北路18号';

describe('a wish that is denied or called off', () => {
  it.each([
    ['lin', `空气炸锅不要取消，改个地址，送到${ADDRESS}`, 'change_order_address'],
    ['lin', `炸锅别取消，地址改成${ADDRESS}`, 'change_order_address'],
    ['lin', `取消炸锅，算了别取消，地址改成${ADDRESS}`, 'change_order_address'],
    ['lin', '炸锅不要取消，帮我催一下发货', 'expedite'],
    ['lin', '炸锅不用取消，帮我催一下发货', 'expedite'],
    ['lin', '炸锅先别取消，催一下发货', 'expedite'],
    ['lin', '炸锅取消，算了，还是帮我催一下发货', 'expedite'],
    ['emily', 'cancel the backpack, no wait, just change the color to charcoal', 'change_order_items'],
    ['emily', "don't cancel the backpack, change the color to charcoal", 'change_order_items'],
    ['emily', "please don't cancel the backpack, just change the color to charcoal", 'change_order_items'],
    ['emily', "I don't want to cancel the backpack, change the color to charcoal", 'change_order_items'],
    ['emily', 'cancel the backpack, actually no, change the color to charcoal', 'change_order_items'],
    ['emily', 'cancel the backpack, scratch that, change the color to charcoal', 'change_order_items'],
  ] as const)('[EMB-170] %s %j: the other clause’s wish counts: %s', async (who, text, command) => {
    const heard = await at(who).say(text);
    expect(named(heard)).toContain(command);
    expect(named(heard)).not.toContain('cancel_order');
    expect(kinds(heard)).toEqual(['confirmation']);
  });

  it.each([
    ['chen', 'T恤那单取消，算了别取消，改成黑色'],
    ['lin', '炸锅取消，算了'],
    ['lin', '炸锅取消，算了别取消'],
    ['lin', '别取消炸锅'],
    ['lin', '炸锅别发货先'],
    ['emily', "cancel the backpack, no wait, don't"],
    ['emily', "please don't cancel my backpack"],
    ['emily', "don't ship the backpack yet"],
  ] as const)('[EMB-170] %s %j makes no card', async (who, text) => {
    const heard = await at(who).say(text);
    expect(named(heard)).not.toContain('cancel_order');
    expect(kinds(heard)).not.toContain('confirmation');
  });

  it.each([
    ['lin', '取消炸锅，不想要了'],
    ['lin', '太贵了，炸锅取消算了'],
    ['lin', '算了，炸锅取消吧'],
    ['lin', '跑鞋不退，取消炸锅'],
    ['lin', '炸锅取消，跑鞋别退'],
    ['lin', '改炸锅的地址，算了，取消吧'],
    ['emily', "cancel the backpack, I don't need it"],
    ['emily', 'never mind, cancel the backpack'],
    ['emily', "don't change the backpack, cancel it"],
    ['emily', 'cancel the backpack please'],
  ] as const)('[EMB-170] %s %j cancels all the same', async (who, text) => {
    expect(named(await at(who).say(text))).toContain('cancel_order');
  });
});

describe('goods that are to stay', () => {
  const NO_NEED = { zh: '不想要了', en: 'I changed my mind' };
  it.each([
    ['wang', '茶具别退，只退水壶', KETTLE],
    ['wang', '茶具不退，退水壶', KETTLE],
    ['wang', '别退茶具，退水壶', KETTLE],
    ['wang', '退水壶，茶具留着', KETTLE],
    ['wang', '茶具留着，水壶退了', KETTLE],
    ['wang', '退货，不是茶具，是水壶', KETTLE],
    ['wang', '水壶别退，只退茶具', TEA],
    ['wang', '茶具退了，水壶留着', TEA],
    ['wang', '把茶具退了，水壶不退', TEA],
    ['wang', '退货，不是水壶，是茶具', TEA],
    ['wang', '茶具和水壶都退，水壶别退了', TEA],
    ['wang', '退茶具和水壶，水壶不退', TEA],
    ['wang', '茶具和水壶都退，算了，水壶不退', TEA],
    ['wangEn', 'return the tea set and the kettle, but not the kettle', TEA],
    ['wangEn', 'return the tea set, not the kettle', TEA],
    ['wangEn', 'return the kettle, not the tea set', KETTLE],
    ['wangEn', 'keep the kettle, return the tea set', TEA],
    ['wangEn', "return the kettle, don't return the tea set", KETTLE],
    ['wangEn', "don't return the kettle, return the tea set", TEA],
  ] as const)('[EMB-171] %s %j: only the other is on the card', async (who, text, lineId) => {
    const talk = at(who);
    await talk.say(text);
    const heard = await talk.say(NO_NEED[WHO[who][1]]);
    expect(kinds(heard)).toContain('confirmation');
    expect(heard.results.at(-1)?.input).toMatchObject({ items: [{ lineId }] });
  });

  it.each([
    [['水壶坏了', '退货，不是水壶，是茶具'], TEA],
    [['水壶坏了', '退货', '不是水壶，是茶具'], TEA],
    [['茶具别退，只退水壶，不想要了'], KETTLE],
    [['不是茶具坏了，是水壶坏了，退水壶'], KETTLE],
  ])('[EMB-171] %j: put right, and nothing else on the card', async (said, lineId) => {
    const talk = at('wang');
    let heard = await talk.say(said[0] ?? '');
    for (const text of said.slice(1)) heard = await talk.say(text);
    expect(heard.results.at(-1)?.input).toMatchObject({ items: [{ lineId }] });
  });
});

describe('an order that is to be left alone', () => {
  it.each([
    ['lin', '别取消炸锅', FRYER],
    ['lin', '炸锅先别取消，我晚点付款', FRYER],
    ['lin', '炸锅不要取消', FRYER],
    ['emily', "please don't cancel my backpack", 'XE20261125-1204'],
  ] as const)('[EMB-172] %s %j: it is said to stay as it is', async (who, text, number) => {
    const heard = await at(who).say(text);
    expect(heard.text).toContain(number);
    expect(heard.text).toMatch(/不取消，照常|stays as it is/);
  });

  it.each(['算了发吧', '那算了，照常发货吧'])('[EMB-172] %j: nothing is cancelled', async (text) => {
    expect((await at('wang').say(text)).text).toContain('不取消');
  });

  it.each(['那个没付款的取消', '把没付款的取消了', '没付款的那单取消'])(
    '[EMB-172] %j is the unpaid one',
    async (text) => {
      const heard = await at('wang').say(text);
      expect(heard.results.at(-1)).toMatchObject({ name: 'cancel_order', input: { orderNumber: 'XE20261125-1103' } });
    },
  );

  it.each([
    ['wang', '除了铁锅都取消'],
    ['wang', '除了铁锅那单，其他的都取消'],
    ['wang', '除铁锅外全部取消'],
    ['emily', 'cancel everything except the backpack'],
  ] as const)('[EMB-172] %s %j never cancels the one that is left out', async (who, text) => {
    const spared = who === 'emily' ? 'XE20261125-1204' : 'XE20261125-1107';
    const heard = await at(who).say(text);
    const orders = heard.results.flatMap(({ name, input }) => (name === 'cancel_order' ? [JSON.stringify(input)] : []));
    expect(orders.join()).not.toContain(spared);
    expect(orders).toHaveLength(who === 'emily' ? 0 : 1);
  });

  it.each([
    ['lin', '炸锅别发货先', '仓库'],
    ['lin', '先别发货', '仓库'],
    ['lin', '炸锅暂时不要发货', '仓库'],
    ['emily', "don't ship the backpack yet", 'warehouse'],
    ['emily', 'please hold the shipment of the backpack', 'warehouse'],
  ] as const)('[EMB-172] %s %j: to hold an order back a person is offered', async (who, text, word) => {
    const heard = await at(who).say(text);
    expect(heard.text).toContain(word);
    expect(heard.state.flow).toMatchObject({ command: 'hand_off', asking: 'offer' });
  });
});

describe('second thoughts', () => {
  it.each([
    ['lin', '炸锅取消', '炸锅不要取消，帮我催一下发货', 'expedite'],
    ['lin', '炸锅取消', '别取消了，催一下发货', 'expedite'],
    ['lin', '炸锅取消', '这单先别取消，帮我催一下发货', 'expedite'],
    ['lin', '炸锅取消', `炸锅不用取消，地址改成${ADDRESS}`, 'change_order_address'],
    ['lin', '炸锅取消', `不取消了，地址改成${ADDRESS}`, 'change_order_address'],
    ['emily', 'cancel the backpack', "don't cancel it, change the color to charcoal", 'change_order_items'],
    [
      'emily',
      'cancel the backpack',
      "please don't cancel the backpack, change the color to charcoal",
      'change_order_items',
    ],
    ['emily', 'cancel the backpack', 'actually no, change the color to charcoal', 'change_order_items'],
  ] as const)('[EMB-173] %s %j, then %j: the other card takes its place', async (who, first, text, command) => {
    const talk = at(who);
    await talk.say(first);
    const heard = await talk.say(text);
    expect(named(heard)).toContain(command);
    const cards = await talk.openCards();
    expect(cards.map(({ quote }) => quote.command)).toEqual([command]);
  });

  it.each([
    ['lin', ['炸锅取消', '不要取消']],
    ['lin', ['炸锅取消', '算了发吧']],
    ['lin', ['炸锅取消', '炸锅还是不要取消']],
    ['emily', ['cancel the backpack', "no, don't cancel it"]],
    ['emily', ['cancel the backpack', 'please do not cancel it']],
  ] as const)('[EMB-173] %s %j: the card is taken away', async (who, said) => {
    const talk = at(who);
    for (const text of said) await talk.say(text);
    expect(await talk.openCards()).toEqual([]);
  });

  it.each([
    ['lin', ['炸锅改地址', '等等先不改', '还是改吧']],
    ['lin', ['炸锅改地址', '算了', '那还是帮我改一下吧']],
    ['emily', ['change the address of the backpack', 'never mind', 'change it after all']],
    ['emily', ['change the address of the backpack', 'forget it', 'ok, do it after all']],
  ] as const)('[EMB-173] %s %j: it is taken up again', async (who, said) => {
    const talk = at(who);
    for (const text of said.slice(0, -1)) await talk.say(text);
    const heard = await talk.say(said.at(-1) ?? '');
    expect(heard.state.flow).toMatchObject({ command: 'change_order_address', asking: 'address' });
  });
});

describe('what else is not wanted', () => {
  it.each([
    ['chen', 'T恤和牛仔裤都不要了', 'cancel_order'],
    ['chen', 'T恤跟牛仔裤我都不想要了', 'cancel_order'],
    ['lin', '炸锅不要了', 'cancel_order'],
    ['lin', '空气炸锅不想要了', 'cancel_order'],
    ['wang', 'tui huo', 'return_items'],
    ['wang', 'wo yao tuihuo', 'return_items'],
    ['lin', 'wo xiang huan huo', 'exchange_items'],
    ['wang', '水壶不要退款，换一个新的', 'exchange_items'],
    ['lin', '跑鞋不退了，换大一码', 'exchange_items'],
    ['lin', '那双跑鞋换大一码，不退', 'exchange_items'],
    ['emily', "I don't want a refund for the kettle, I want it in charcoal", 'exchange_items'],
    ['emily', "I don't need a refund for the kettle, please exchange it", 'exchange_items'],
  ] as const)('[EMB-174] %s %j begins %s', async (who, text, command) => {
    const heard = await at(who).say(text);
    expect(heard.state.flow?.command).toBe(command);
  });
});
