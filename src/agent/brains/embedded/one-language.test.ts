import { describe, expect, it } from 'vitest';
import { cardBrandIn } from '../../../core/card-brands.ts';
import type { Locale } from '../../../core/locale.ts';
import { METHODS } from '../../../policy/refund-split.ts';
import { DEMO, demoDesk } from './testing/demo-desk.ts';

/** Everything that is asked of each order. */
const OF_ORDER: Record<Locale, (number: string) => string[]> = {
  zh: (number) => [
    ...[
      `订单 ${number} 到哪了`,
      `看订单 ${number}`,
      `取消订单 ${number}`,
      `订单 ${number} 换付款方式`,
      `退订单 ${number}`,
    ],
    ...['质量问题', `订单 ${number} 开发票`, '个人', `订单 ${number} 改地址`, `换货 ${number}`, `${number} 价保`],
    ...[`${number} 能退多少`, `${number} 仅退款，坏了`, `催一下 ${number}`],
  ],
  en: (number) => [
    ...[
      `where is order ${number}`,
      `show order ${number}`,
      `cancel order ${number}`,
      `change payment of order ${number}`,
    ],
    ...[
      `return order ${number}`,
      'it is faulty',
      `invoice for order ${number}`,
      'personal',
      `exchange order ${number}`,
    ],
    ...[
      `change the address of order ${number}`,
      `price protection for order ${number}`,
      `how much refund for ${number}`,
    ],
    ...[`refund without return ${number}, it is broken`, `please hurry order ${number}`],
  ],
};
const OF_CUSTOMER: Record<Locale, string[]> = {
  zh: [
    '我现在的默认地址是哪个',
    '退货到哪一步了',
    '我的订单',
    '退款到了吗',
    '我的几单哪个先到',
    '退换规则发我看看',
    '取消规则发我看看',
  ],
  en: [
    ...['which is my default address', 'where is my return', 'show my orders', 'where is my refund'],
    ...[
      'which of my orders arrives first',
      'show me your return and exchange rules',
      'show me the cancellation policy',
    ],
  ],
};

/** Names that are the same in either language, and what a customer or the shop calls his own. */
function ownWords(customerId: string): string[] {
  const customer = DEMO.customers.find(({ id }) => id === customerId);
  const orders = DEMO.orders.filter((order) => order.customerId === customerId);
  const places = [...(customer?.addresses ?? []), ...orders.map(({ address }) => address)];
  const requests = DEMO.returns.filter(({ orderId }) => orders.some(({ id }) => id === orderId));
  return [
    customer?.name ?? '',
    customer?.email ?? '',
    ...places.flatMap(({ name, province, city, district, street }) => [name, province, city, district, street]),
    ...orders.map(({ note }) => note ?? ''),
    ...requests.map(({ reason }) => reason),
  ]
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length);
}

/** What a customer reads of a reply. */
function* wordsIn(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string' && !NO_WORDS.has(key)) yield value;
  else if (Array.isArray(value)) for (const each of value) yield* wordsIn(each, key);
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) yield* wordsIn(each, name);
}

/** For the page, not for the eye. */
const NO_WORDS = new Set([
  'kind',
  'image',
  'link',
  'command',
  'token',
  'send',
  'id',
  'articleId',
  'productId',
  'variantId',
  'state',
  'expiresAt',
]);

async function foreignWords(customerId: string, locale: Locale, pattern: RegExp): Promise<Set<string>> {
  const own = ownWords(customerId);
  const found = new Set<string>();
  const orders = DEMO.orders.filter((order) => order.customerId === customerId).slice(0, 8);
  const said = [...orders.map(({ number }) => OF_ORDER[locale](number)), OF_CUSTOMER[locale]];
  for (const messages of said) {
    const talk = demoDesk(customerId, locale);
    for (const message of messages) {
      const { text, blocks, citations, choices } = await talk.say(message);
      for (const words of wordsIn([text, blocks, citations, choices])) {
        const rest = own.reduce((left, name) => left.replaceAll(name, ' '), words);
        for (const [foreign] of rest.matchAll(pattern)) found.add(`${foreign} (${message})`);
      }
    }
  }
  return found;
}

/** The words of our own tables of states, kinds and means: in a Chinese reply one of them is a name that was not translated. */
const ENGLISH_ENUM =
  /\b[a-z]+-[a-z]+(?:-[a-z]+)*\b|\b(?:paid|processing|shipped|delivered|completed|cancelled|requested|approved|received|refused|return|exchange|faulty|damaged|wrong|missing|other|personal|company|open|closed|card|alipay|paypal|balance|original|visa|dispatch|delivery)\b/g;

const CUSTOMERS = DEMO.customers.slice(0, 4).map(({ id }) => id);

describe('one language in a reply', () => {
  it.each(CUSTOMERS)('[EMB-93] an English one shows no Chinese but own names and addresses (%s)', async (id) => {
    expect([...(await foreignWords(id, 'en', /\p{Script=Han}+/gu))]).toEqual([]);
  });

  it.each(CUSTOMERS)('[EMB-93] a Chinese one shows no English name of a state, a kind or a means (%s)', async (id) => {
    expect([...(await foreignWords(id, 'zh', ENGLISH_ENUM))]).toEqual([]);
  });

  it('[EMB-68] a return is found by its number too', async () => {
    const [order] = DEMO.orders.filter(({ id }) => id === 'order-emily-hoodie');
    const [request] = DEMO.returns.filter(({ orderId }) => orderId === order?.id);
    const heard = await demoDesk('customer-emily-carter', 'en').say(`where is ${request?.id}?`);
    expect(heard.text).toContain(`Exchange ${request?.id} (order ${order?.number})`);
  });

  it('[EMB-93] each means of payment and each brand of card has a name in either language', () => {
    for (const { zh, en } of Object.values(METHODS)) {
      expect(zh).toMatch(/\p{Script=Han}|^PayPal$/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
    for (const [text, zh, en] of [
      ['银联 0001', '银联', 'UnionPay'],
      ['unionpay ****0001', '银联', 'UnionPay'],
      ['visa 9212', 'Visa', 'Visa'],
      ['招商银行 1234', '招商银行', 'China Merchants Bank'],
    ]) {
      expect(cardBrandIn(text ?? '').brand).toEqual({ zh, en });
      expect(cardBrandIn(text ?? '').rest).toMatch(/^(?:\*{4})?\d{4}$/);
    }
  });
});
