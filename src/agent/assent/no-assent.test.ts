import { describe, expect, it } from 'vitest';
import type { Quote } from '../../core/quote.ts';
import { decisionIn } from './decision.ts';
import { isEchoingAssent } from './echoing.ts';
import { address, BAG, CARDS, card, item, KETTLE, MUG, SHOES } from './testing/cards.ts';
import { type Cases, cases } from './testing/cases.ts';
import { MADE } from './testing/made.ts';

type Name = keyof typeof CARDS;

/** What is done under each card, and to what, as both are said. */
const DEEDS: Record<Name, readonly [zh: string, objectsZh: string, en: string, objectsEn: string]> = {
  cancel: ['取消', '订单|这单|跑鞋', 'cancelled|cancel', 'the order|my order'],
  return: ['退|退货|寄回|退回去', '行李箱|这个行李箱|商品', 'returned|sent back|return', 'the suitcase|the item'],
  returnToCard: ['退|退货|退款', '水壶|信用卡', 'returned|refunded', 'the kettle|it'],
  returnTwo: ['退|退货|寄回', '杯子和水壶|这两个', 'returned|sent back', 'both items|the mug and the kettle'],
  returnPair: ['退|寄回', '两个马克杯|杯子', 'returned|return', 'both mugs|the two mugs'],
  exchange: ['换|换货|换成', '红色|红色43码|跑鞋|尺码', 'exchanged|swapped|changed', 'it|the shoes|the size'],
  exchangeSize: ['换|换成', '43码|尺码|跑鞋', 'exchanged|changed', 'the size|it'],
  crossed: ['换|换货', '跑鞋|颜色', 'exchanged|changed', 'both|the shoes and the mug'],
  items: ['改|改成|换成', '黑色|肩带|行李箱', 'changed|updated', 'it|the strap'],
  payment: ['改|换|支付|付', '支付方式|付款方式|信用卡|订单', 'paid|changed|used|use', 'my visa card|the payment'],
  address: ['改|修改|寄到|换', '地址|收货地址|文三路188号', 'changed|updated|shipped', 'the address|it'],
  addressEn: ['改|寄到', '地址|收货地址', 'changed|shipped|sent|ship', 'the address|it to 12 Elm Street'],
  profile: ['改|设为|设置', '默认地址|地址', 'set|changed|updated', 'it as my default|my default address'],
  withdraw: ['撤销退货|撤回退货申请|撤销', '订单|申请', 'withdrew|withdraw|cancelled', 'the return|it'],
  expedite: ['催|催发货|登记', '发货|订单', 'hurried|hurry|chased|expedite', 'the order|the delivery'],
  price: ['退差价|价保|申请价保', '差价|水壶', 'refunded|refund', 'the difference|it'],
  refund: ['退款|仅退款|退钱', '杯子|29元', 'refunded|refund', 'the mug|¥29'],
  invoice: ['开|开发票|开票', '发票|抬头', 'issued|issue|invoiced', 'the invoice|it'],
};
const GO_ON_ZH = '提交|处理|办|办理|操作'.split('|');
const GO_ON_EN = 'confirmed|agreed|submitted|processed|did|completed|submit|process|proceed with'.split('|');

describe('telling of what was done', () => {
  it.each(Object.entries(DEEDS))('[ACT-145] is no assent to a card of %s', (name, [zh, objectsZh, en, objectsEn]) => {
    const yes = new Set<string>();
    const tell = (text: string) => isEchoingAssent(text, CARDS[name as Name]) && yes.add(text);
    for (const who of ['', '我', '你', '您', '我帮', '我就'])
      for (const deed of [...zh.split('|'), ...GO_ON_ZH])
        for (const what of ['', ...objectsZh.split('|')])
          for (const end of ['了', '啦', '的', '了的', '过了', '好了'])
            for (const said of what === '' ? [deed + end] : [deed + what + end, deed + end + what, what + deed + end])
              if (!(end === '的' && who === '')) tell(`是的，${who}${said}`);
    for (const who of ['I', 'You', 'you', 'I have', "I've", 'I already', 'we', 'they', 'it was me who'])
      for (const deed of [...en.split('|'), ...GO_ON_EN])
        for (const what of objectsEn.split('|')) tell(`Yes, ${who} ${deed} ${what}`);
    expect([...yes]).toEqual([]);
  });

  it.each(Object.entries(DEEDS))('[ACT-145] asking that it be done is one to a card of %s', (name) => {
    expect(REQUESTS[name as Name].split('|').filter((text) => !isEchoingAssent(text, CARDS[name as Name]))).toEqual([]);
  });
});

const REQUESTS: Record<Name, string> = {
  cancel: '好的，帮我把订单取消了吧|是的，麻烦您把这单取消了|Yes, please cancel the order',
  return: '好的，退了吧|是的，麻烦帮我退了|好的，行李箱退了吧|好的，办了吧|好的啦，退货|好的，退货，谢谢啦',
  returnToCard: '是的，水壶退了吧，退到信用卡',
  returnTwo: '好的，杯子和水壶退了吧|是的，请把这两个退了',
  returnPair: '好的，两个杯子退了吧|好的，帮我把两个马克杯退了',
  exchange: '好的，帮我换红色的吧|好的，就换一双红色的',
  exchangeSize: '好的，换43码的吧',
  crossed: '好的，帮我换货吧',
  items: '好的，肩带改成黑色的吧',
  payment: '好的，用信用卡付吧|好的，帮我改了吧',
  address: '好的，帮我把地址改了|好的，地址改了吧',
  addressEn: 'Yes, please change it to 12 Elm Street, Apt 5',
  profile: '好的，设为默认地址吧|Yes, please set this as my default',
  withdraw: '好的，撤销退货吧',
  expedite: '好的，帮我催一下吧',
  price: '好的，帮我退差价吧',
  refund: '好的，帮我退款吧',
  invoice: '好的，帮我开了吧',
};

const men = item(['男士跑鞋', "Men's Running Shoes"], 1, {});
const women = item(['男士拖鞋', "Men's Slippers"], 1, {});
const SEVERAL = {
  two: CARDS.returnTwo,
  pair: CARDS.returnPair,
  alike: card('return_items', { items: [men, women] }),
  refundTwo: card('refund_without_return', { items: [item(MUG, 1, {}), item(KETTLE, 1, {})] }),
  price: card('price_protection', { items: [item(MUG, 3, {})] }),
  swap: card('exchange_items', { items: [item(SHOES, 2, { colour: 'black' }, { colour: 'red' })] }),
  items: card('change_order_items', { items: [item(BAG, 2, { colour: 'black' }, { colour: 'red' })] }),
} satisfies Record<string, Quote>;

const THIS =
  '好的，这个退了吧|好的，退这个|好的，退这件|好的，该商品退货|好的，这个商品退货|Yes, return this|Yes, return that|Yes, return this item|Yes, return it|Yes, return this one';
const ONE_OF_SEVERAL: Cases<typeof SEVERAL> = {
  two: `${THIS}|好的，就这个|Yes, go ahead with this`,
  pair: `${THIS}|好的，这个马克杯退了吧|Yes, return this mug|Yes, return that white mug`,
  alike: `${THIS}|好的，退男士|好的，退男士的|Yes, return the men's|是的，男士的退了吧`,
  refundTwo: 'Yes, refund this|好的，这个退款|Yes, refund that item|好的，该商品仅退款',
  price: '好的，这个价保|Yes, price protection for this|好的，该商品退差价|Yes, price protection for that mug',
  swap: 'Yes, exchange this for the red one|好的，这个换成红色|好的，这双换成红色|Yes, swap that for red|Yes, exchange this pair for red',
  items: 'Yes, change this to red|好的，这个改成红色|Yes, update that to the red one|好的，这个商品改成红色',
};
const ALL_OF_SEVERAL: Cases<typeof SEVERAL> = {
  two: 'Yes, go ahead with this return|Yes, return these items',
  pair: 'Yes, return these mugs|好的，退这些',
  alike: '好的，退跑鞋和拖鞋|Yes, return the shoes and the slippers',
  refundTwo: 'Yes, go ahead with this refund',
  swap: '好的，换成红色',
};

const STREET_TWO = card('change_order_address', {
  input: address({ street: '5 Elm Court', street2: '12 Oak Street', city: 'Springfield', province: 'IL' }),
});
const DASHED = card('change_order_address', { input: address({ street: '12-5 Elm Street', city: 'Springfield' }) });
const TWELVE = card('change_order_address', { input: address({ city: '杭州市', street: '文三路十二号楼302室' }) });
const PLACES_CARDS = {
  addressEn: CARDS.addressEn,
  profile: CARDS.profile,
  address: CARDS.address,
  twoStreets: STREET_TWO,
  dashed: DASHED,
  twelve: TWELVE,
};
const LOOSE =
  'Yes, ship it to Elm Street 5|Yes, 5|Yes, 12|Yes, 12, 5|Yes, ship it to Elm Street, 12|Yes, ship it to 5 Elm Street|Yes, Elm Street Apt 12|Yes, 12 Elm Street, 5|Yes, ship it to 12 Springfield|Yes, set it to Elm Street 5|Yes, set it to 12 Apt 5|Yes, Apt Elm Street';
const OTHER_PLACES: Cases<typeof PLACES_CARDS> = {
  addressEn: LOOSE,
  profile: LOOSE,
  address: '好的，188|好的，188号|好的，寄到188号|好的，寄到西湖区188号|好的，寄到文三188路号',
  twoStreets:
    'Yes, ship it to 5 Elm Street|Yes, ship it to Oak Court|Yes, ship it to 5 Oak Street|Yes, ship it to 12 Elm Court',
  dashed: 'Yes, ship it to 5 Elm Street|Yes, ship it to 12 Elm Street',
  twelve: '好的，寄到二号楼|好的，寄到文三路302室|好的，302',
};
const SAME_PLACES: Cases<typeof PLACES_CARDS> = {
  addressEn:
    'Yes, ship it to 12 Elm Street Apt 5|Yes, ship it to Elm Street, Springfield|Yes, ship it to 12 Elm Street, Apt 5, Springfield, IL 62704',
  address: '好的，寄到杭州文三路188号|好的，寄到西湖区文三路188号',
  twoStreets: 'Yes, ship it to 5 Elm Court, 12 Oak Street, Springfield',
  twelve: '好的，寄到杭州市文三路十二号楼302室|好的，寄到文三路十二号楼',
};

const ANOTHER: Cases<typeof CARDS> = {
  exchange: otherOption('换'),
  exchangeSize: otherOption('换'),
  crossed: otherOption('换'),
  items: otherOption('改'),
  payment: '好的，换个付款方式|好的，换一个支付方式|Yes, change the version|Yes, use a payment method',
  address: '好的，换个地址|好的，换一个地址|Yes, change the version|Yes, change it to a new address',
  profile: '好的，换个地址|好的，换一个默认地址|Yes, set a new address',
};

function otherOption(verb: string): string {
  const zh = '换款|换个|换个规格|换个颜色|换个尺码|换个款|换一个|换一个颜色|换一个尺码|换一双|换规格|换版本|换型号';
  const en = 'model|version|variant|choice|option';
  return [
    ...zh.split('|').map((each) => `好的，${each.replace('换', verb)}`),
    ...zh.split('|').map((each) => `好的，${each}`),
    ...en
      .split('|')
      .flatMap((each) => [`Yes, change the ${each}`, `Yes, exchange it for a ${each}`, `Yes, another ${each}`]),
  ].join('|');
}

const DENYING =
  '好的，不需要了|好的，不要了|是的，不想要|好的，算了|好的，没用|是的，别了|Yes, no longer needed|Yes, not needed|Yes, no longer needed, thank you|Yes, never mind|Yes, changed my mind|Yes, I changed my mind|好的，放弃|Yes, leave it|Yes, it does not fit|Yes, doesnt fit|好的，不需要了，办理吧|Yes, no longer needed, go ahead';

describe('an echo that names less, more or other than the card', () => {
  it.each(cases(ONE_OF_SEVERAL))('[ACT-145] of several (%s) 「%s」 is one at most', (name, text) => {
    expect(isEchoingAssent(text, SEVERAL[name])).toBe(false);
  });

  it.each(cases(ALL_OF_SEVERAL))('[ACT-145] of several (%s) 「%s」 is all', (name, text) => {
    expect(isEchoingAssent(text, SEVERAL[name])).toBe(true);
  });

  it.each(cases(OTHER_PLACES))('[ACT-145] parts of an address (%s) make no other: 「%s」', (name, text) => {
    expect(isEchoingAssent(text, PLACES_CARDS[name])).toBe(false);
  });

  it.each(cases(SAME_PLACES))('[ACT-145] parts of an address (%s) in its order say it: 「%s」', (name, text) => {
    expect(isEchoingAssent(text, PLACES_CARDS[name])).toBe(true);
  });

  it.each(cases(ANOTHER))('[ACT-145] under %s 「%s」 asks for another', (name, text) => {
    expect(isEchoingAssent(text, CARDS[name])).toBe(false);
  });

  it.each(DENYING.split('|'))('[ACT-145] 「%s」 agrees to no card, whatever reason stands on it', (text) => {
    const reason = text.replace(/^(?:好的|是的|Yes)[，,] ?|[，,] ?(?:thank you|go ahead|办理吧)$/g, '');
    const effects = [{ zh: `原因：${reason}`, en: `Reason: ${reason}` }];
    for (const each of [...Object.values(CARDS), ...Object.values(MADE)]) {
      expect(
        decisionIn(text, { ...each, input: { ...each.input, reason }, effects: [...each.effects, ...effects] }),
      ).not.toBe('confirm');
    }
  });

  it('[ACT-145] a reason of the card agrees only beside what is done', () => {
    const effects = [{ zh: '原因：太小', en: 'Reason: too small' }];
    const small = { ...CARDS.return, effects: [...CARDS.return.effects, ...effects] };
    expect(
      ['Yes, too small', '好的，太小', 'Yes, yes, too small'].filter((text) => isEchoingAssent(text, small)),
    ).toEqual([]);
    expect(isEchoingAssent('Yes, return it, too small', small)).toBe(true);
  });
});
