import { minorDigits, money } from '../../../core/money.ts';
import type { Attribute } from '../../../core/product.ts';
import type { Quote, QuoteItem } from '../../../core/quote.ts';
import { MADE } from './made.ts';

type Named = readonly [zh: string, en: string];

const LABELS: Record<string, Named> = {
  colour: ['颜色', 'Colour'],
  size: ['尺码', 'Size'],
  capacity: ['容量', 'Capacity'],
  strap: ['肩带', 'Strap'],
};
const VALUES: Record<string, Named> = {
  red: ['红色', 'Red'],
  black: ['黑色', 'Black'],
  white: ['白色', 'White'],
  blue: ['蓝色', 'Blue'],
};

export function options(of: Readonly<Record<string, string>>): Attribute[] {
  return Object.entries(of).map(([key, value]) => {
    const [zh, en] = LABELS[key] ?? [key, key];
    const [valueZh, valueEn] = VALUES[value] ?? [value, value];
    return { key, label: { zh, en }, value: { zh: valueZh, en: valueEn } };
  });
}

export function item(
  [zh, en]: Named,
  quantity: number,
  bought: Record<string, string>,
  becomes?: Record<string, string>,
): QuoteItem {
  return {
    orderLineId: en,
    title: { zh, en },
    options: options(bought),
    quantity,
    ...(becomes && { replacement: { variantId: 'other', options: options(becomes) } }),
  };
}

export const SHOES: Named = ['追风男子跑鞋', 'Zhuifeng Running Shoes'];
export const MUG: Named = ['马克杯', 'Enamel Mug'];
export const BAG: Named = ['行李箱', 'Cabin Suitcase'];
export const KETTLE: Named = ['电热水壶', 'Electric Kettle'];

/** A card of goods and places of our own; what is of no importance here is left out. */
export function card(command: string, rest: Partial<Quote> = {}): Quote {
  return {
    command,
    input: {},
    orderId: 'order',
    orderNumber: 'XE20261103',
    orderVersion: 1,
    title: { zh: command, en: command },
    items: [],
    effects: [],
    refund: null,
    ...rest,
  };
}

export function refund(amount: number, method: string, currency = 'CNY'): Quote['refund'] {
  return { amount: money(amount * 10 ** minorDigits(currency), currency), parts: [], method, withinDays: 3 };
}

export function address(parts: Record<string, string>): Quote['input'] {
  return {
    address: {
      name: '',
      phone: '',
      country: '',
      province: '',
      city: '',
      district: '',
      street: '',
      postcode: '',
      ...parts,
    },
  };
}

const HANGZHOU = {
  name: '王五',
  phone: '13800001111',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  street: '文三路188号',
};
const ELM = {
  name: 'Ann Lee',
  country: 'USA',
  province: 'IL',
  city: 'Springfield',
  street: '12 Elm Street',
  street2: 'Apt 5',
  postcode: '62704',
};

/** Effects and sums by the commands themselves. */
const { effects: cancelled, refund: paidBack } = MADE.cancel;
const { effects: back, refund: refunded } = MADE.return;

/** One of each kind. */
export const CARDS = {
  cancel: card('cancel_order', {
    items: [item(SHOES, 1, { colour: 'black', size: '42' })],
    effects: cancelled,
    refund: paidBack,
  }),
  return: card('return_items', {
    items: [item(BAG, 1, { colour: 'black' })],
    effects: back,
    refund: refunded,
  }),
  returnToCard: card('return_items', {
    input: { refundTo: 'card-1' },
    items: [item(KETTLE, 1, {})],
    effects: MADE.returnToCard.effects,
    refund: MADE.returnToCard.refund,
  }),
  returnTwo: card('return_items', { items: [item(MUG, 1, { colour: 'white' }), item(KETTLE, 1, {})] }),
  returnPair: card('return_items', { items: [item(MUG, 2, { colour: 'white' })] }),
  exchange: card('exchange_items', {
    items: [item(SHOES, 1, { colour: 'black', size: '42' }, { colour: 'red', size: '43' })],
  }),
  exchangeSize: card('exchange_items', {
    items: [item(SHOES, 1, { colour: 'black', size: '42' }, { colour: 'black', size: '43' })],
  }),
  crossed: card('exchange_items', {
    items: [
      item(SHOES, 1, { colour: 'black' }, { colour: 'red' }),
      item(MUG, 1, { colour: 'red' }, { colour: 'black' }),
    ],
  }),
  items: card('change_order_items', {
    items: [item(BAG, 1, { strap: 'white', colour: 'blue' }, { strap: 'black', colour: 'white' })],
  }),
  payment: card('change_order_payment', { effects: MADE.payment.effects }),
  address: card('change_order_address', { input: address(HANGZHOU) }),
  addressEn: card('change_order_address', { input: address(ELM) }),
  profile: card('change_customer_address', {
    orderId: null,
    orderNumber: null,
    orderVersion: null,
    input: address(ELM),
  }),
  withdraw: card('cancel_return', {
    title: { zh: '撤销退货 R-7：订单 XE20261103', en: 'Withdraw return R-7 of order XE20261103' },
    input: { returnId: 'R-7' },
  }),
  expedite: card('expedite'),
  price: card('price_protection', {
    items: [item(KETTLE, 1, {})],
    effects: MADE.price.effects,
    refund: MADE.price.refund,
  }),
  refund: card('refund_without_return', {
    items: [item(MUG, 1, {})],
    effects: MADE.refund.effects,
    refund: MADE.refund.refund,
  }),
  invoice: card('request_invoice', {
    input: { title: '杭州小二科技有限公司', taxNumber: '91330100MA27XXXX0X', email: 'fp@example.com' },
  }),
} satisfies Record<string, Quote>;
