import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../commands/registry.ts';
import { CHANGES, WRITES } from './errands.ts';
import { desk, kinds } from './testing/desk.ts';

const labels = (heard: { choices: { label: string }[] }) => heard.choices.map(({ label }) => label);

it('[EMB-84] the flows know which commands change something', () => {
  const named = (effects: string[]) =>
    COMMANDS.filter(({ effect }) => effects.includes(effect)).map(({ name }) => name);
  expect([...WRITES].sort()).toEqual(named(['write']).sort());
  expect([...CHANGES].sort()).toEqual(named(['write', 'record']).sort());
});

/** A customer who has just returned the kettle. */
async function returned(locale: 'zh' | 'en') {
  const talk = desk('emily', locale);
  await talk.say(locale === 'zh' ? '水壶想退，不喜欢' : 'I want to return the kettle, changed my mind');
  await talk.press('confirm');
  const requests = () => talk.shop.listReturns('id-XE20261104-0011');
  return { talk, requests };
}

describe('a request that was made', () => {
  it.each([
    ['zh', '取消退货'],
    ['zh', '刚才那个退货不退了'],
    ['en', 'actually cancel that return'],
    ['en', 'withdraw my return please'],
  ] as const)('[EMB-67] is withdrawn on a yes (%s: %s)', async (locale, text) => {
    const { talk, requests } = await returned(locale);
    const card = await talk.say(text);
    expect(kinds(card)).toEqual(['confirmation']);
    expect((await requests())[0]?.status).toBe('requested');
    await talk.press('confirm');
    expect((await requests())[0]?.status).toBe('cancelled');
  });

  it.each(['不撤销', '还是要退吧', '算了'])('[EMB-67] %s beside that card keeps the return', async (no) => {
    const { talk, requests } = await returned('zh');
    await talk.say('取消退货');
    await talk.say(no);
    expect(await talk.openCards()).toEqual([]);
    expect((await requests())[0]?.status).toBe('requested');
  });

  it.each(['对，撤销', '对，不退了'])('[EMB-67] %s beside it is one word short of a yes', async (text) => {
    const { talk } = await returned('zh');
    await talk.say('取消退货');
    const heard = await talk.say(text);
    expect(heard.text).toContain('「确认」');
    expect(await talk.openCards()).toHaveLength(1);
    expect(kinds(await talk.say('确认'))).toEqual(['done']);
  });

  it('[EMB-67] of several the customer chooses', async () => {
    const { talk } = await returned('zh');
    await talk.say('退一个杯子，坏了');
    await talk.press('confirm');
    const asked = await talk.say('撤销退货申请');
    expect(asked.choices.map(({ send }) => send)).toEqual(['R1', 'R2']);
    const card = await talk.say('第二个');
    expect(card.results.at(-1)?.input).toMatchObject({ returnId: 'R2' });
  });

  it('[EMB-67] without any it is said, and a withdrawn one is told as that', async () => {
    const none = await desk('emily').say('取消退货申请');
    expect(none.text).toContain('没有退货');
    const { talk } = await returned('zh');
    await talk.say('取消退货');
    await talk.press('confirm');
    const again = await talk.say('取消退货');
    expect(again.text).toContain('撤销');
    expect(kinds(again)).toEqual([]);
  });

  it.each([
    ['zh', '退货到哪一步了', '请在11月19日前'],
    ['zh', '寄回去的收到没', '已申请'],
    ['en', 'where is my return', '19 Nov'],
  ] as const)('[EMB-68] is told with what it waits for (%s: %s)', async (locale, text, words) => {
    const { talk } = await returned(locale);
    const heard = await talk.say(text);
    expect(heard.text).toContain('R1');
    expect(heard.text).toContain(words);
    expect(kinds(heard)).toEqual(['note']);
  });

  it('[EMB-68] a refund that is asked after before the goods are back is told by where the return stands', async () => {
    const { talk } = await returned('zh');
    const heard = await talk.say('退款怎么还没到');
    expect(heard.text).toContain('R1');
    expect(heard.text).toContain('还没有查到退款');
  });

  it.each([
    ['zh', '叫快递上门来取', '同事来约'],
    ['en', 'can a courier collect my return from home', 'colleague'],
  ] as const)('[EMB-82] a collection is a person’s; the return is told besides (%s)', async (locale, text, words) => {
    const { talk } = await returned(locale);
    const heard = await talk.say(text);
    expect(heard.text).toContain('R1');
    expect(heard.text).toContain(words);
    expect(heard.state.flow).toMatchObject({ command: 'hand_off', asking: 'offer' });
  });

  it.each([
    ['zhou', 'zh', '背包那单周六再送', '同事'],
    ['olivia', 'en', 'deliver my backpack on saturday instead', 'colleague'],
  ] as const)(
    '[EMB-82] another day of delivery is a person’s; the parcel is told besides (%s)',
    async (who, locale, text, words) => {
      const heard = await desk(who, locale).say(text);
      expect(kinds(heard)).toEqual(['tracking']);
      expect(heard.text).toContain(words);
    },
  );
});

describe('an order that was cancelled by mistake', () => {
  it.each([
    ['wang', 'zh', '订单取消错了 能恢复吗', 'XE20261020-0036'],
    ['wang', 'en', 'i cancelled by mistake can you bring it back', 'XE20261020-0036'],
  ] as const)('[EMB-68] is not brought back; what is possible is said (%s, %s)', async (who, locale, text, number) => {
    const heard = await desk(who, locale).say(text);
    expect(heard.text).toContain(number);
    expect(heard.text).toMatch(/重新下单|order again/);
    expect(heard.commands).toEqual(['list_orders']);
  });

  it('[EMB-68] one that was never cancelled is told as it stands', async () => {
    expect((await desk('lin').say('恢复订单 XE20261111-0002')).text).toMatch(/没有取消/);
  });
});

describe('hurrying', () => {
  it.each([
    ['zhou', 'zh', '催一下连衣裙那单', 'dispatch'],
    ['lin', 'zh', '怎么还不发货啊', 'dispatch'],
    ['zhou', 'zh', '催快递', 'delivery'],
    ['olivia', 'en', 'hurry up my backpack', 'delivery'],
    ['emily', 'en', "why hasn't my backpack been shipped yet, hurry up please", 'dispatch'],
  ] as const)(
    '[EMB-65] how it stands is told, and the card asks to hurry the %s (%s: %s)',
    async (who, locale, text, what) => {
      const talk = desk(who, locale);
      const heard = await talk.say(text);
      expect(heard.results.at(-1)?.input).toMatchObject({ what });
      expect(kinds(heard)).toContain('confirmation');
      expect(kinds(await talk.press('confirm'))).toEqual(['done']);
    },
  );

  it('[EMB-65] of several it is asked which, and the same again within a day is refused with the rule', async () => {
    const talk = desk('zhou');
    const asked = await talk.say('催一下发货');
    expect(asked.choices).toHaveLength(2);
    await talk.say('第一个');
    await talk.press('confirm');
    const again = await talk.say('再催一下');
    expect(again.text).toContain('催过');
    expect(kinds(again)).not.toContain('confirmation');
  });

  it('[EMB-65] what has arrived needs no hurry', async () => {
    const heard = await desk('zhou').say('催一下 XE20261106-0053');
    expect(kinds(heard)).not.toContain('confirmation');
    expect(heard.text).toMatch(/签收|送达/);
  });
});

describe('notes and alerts', () => {
  it.each([
    ['zhou', 'zh', '追风跑鞋黑色44码到货通知我', 'runner-black-44'],
    ['guest', 'zh', '追风跑鞋黑色44码到货了叫我', 'runner-black-44'],
    ['guest', 'en', 'let me know when the zhuifeng shoes are back in size 44', 'runner-black-44'],
  ] as const)('[EMB-71] %s %s: %s', async (who, locale, text, variantId) => {
    const heard = await desk(who, locale).say(text);
    expect(heard.results.at(-1)?.input).toEqual({ productId: 'runner', variantId });
    expect(heard.text).toMatch(/在这个对话里告诉您|tell you in this chat/);
    expect(kinds(heard)).toEqual(['note']);
  });

  it('[EMB-71] product and option are asked for, the option from what is sold out', async () => {
    const talk = desk('zhou');
    const which = await talk.say('到货了告诉我');
    expect(which.state.flow).toMatchObject({ command: 'notify_when_in_stock', asking: 'product' });
    const option = await talk.say('追风跑鞋');
    expect(labels(option)).toEqual(['黑色 44', '红色 43']);
    const done = await talk.say('红色 43');
    expect(done.results.at(-1)?.input).toEqual({ productId: 'runner', variantId: 'runner-red-43' });
  });

  it('[EMB-71] what is in stock needs no alert', async () => {
    expect((await desk('zhou').say('追风跑鞋黑色43到货通知我')).text).toContain('现在有货');
    expect((await desk('zhou').say('电热水壶到货通知我')).text).toContain('不用等');
  });

  it.each([
    ['zh', '跟你们经理说一声包装太差', 'quality-problem'],
    ['zh', '帮我登记：客服态度差，我要投诉', 'complaint'],
    ['zh', '建议你们出加大码，转告一下设计', 'suggestion'],
    ['en', 'please note that the packaging was awful', 'quality-problem'],
  ] as const)('[EMB-72] %s: %s is noted, and nothing is promised', async (locale, text, kind) => {
    const heard = await desk('zhou', locale).say(text);
    expect(heard.results.at(-1)?.input).toEqual({ kind, text });
    expect(heard.text).toMatch(/说不准|can’t say when/);
    expect(heard.state.flow).toBeNull();
  });

  it.each([
    ['zh', '帮我登记一下', '取消键太小了，老人点不准'],
    ['zh', '给仓库带个话', '下次多包两层'],
    ['en', 'create a ticket', 'I want to cancel nothing, just say hello to the warehouse'],
    ['en', 'can you leave a message', 'the cancel button is too small'],
  ] as const)(
    '[EMB-72] what to note is asked for, and whatever is dictated is the note (%s)',
    async (locale, begin, text) => {
      const talk = desk('zhou', locale);
      await talk.say(begin);
      const heard = await talk.say(text);
      expect(heard.commands).toEqual(['create_ticket']);
      expect(heard.results.at(-1)?.input).toMatchObject({ text });
    },
  );

  it('[EMB-72] a note that is called off is not kept', async () => {
    const talk = desk('zhou');
    await talk.say('帮我登记一下');
    expect((await talk.say('算了')).commands).toEqual([]);
  });
});
