import { meansText } from '../../../commands/means.ts';
import type { Quote } from '../../../core/quote.ts';
import { address, CARDS, card, item, refund } from './cards.ts';

/** What a card may show of one thing, how it is shown, and how somebody who agrees says it again. */
interface Showing {
  values: readonly string[];
  card: (value: string) => Quote;
  says: (value: string) => readonly string[];
}

const NUMBERS = ['XE20261103', 'XE20261107', 'W4923227', 'W4923277', '#1001'];
const GOODS: Record<string, readonly [string, string]> = {
  kettle: ['电热水壶', 'Electric Kettle'],
  mug: ['搪瓷马克杯', 'Enamel Mug'],
  lamp: ['护眼台灯', 'Desk Lamp'],
  bag: ['行李箱', 'Cabin Suitcase'],
};
const HAN: Record<string, string> = { red: '红色', black: '黑色', white: '白色', blue: '蓝色' };
const COLOURS = Object.keys(HAN);
const SIZES = ['38', '42', '42.5', '43', 'L', 'XL', '8', '9'];
const PLACES = ['12 Elm Street', '21 Elm Street', '12 Oak Street', '5 Elm Street', '125 Elm Street'];
const HAN_PLACES = ['文三路188号', '文三路18号', '文二路188号', '学院路8号'];
const MEANS: Record<string, readonly [method: string, detail: string, said: string]> = {
  visa: ['credit-card', 'visa 4111111111111234', 'visa'],
  mastercard: ['credit-card', 'mastercard 5111111111111234', 'mastercard'],
  unionpay: ['card', '银联 6222020200000001', 'UnionPay'],
  paypal: ['paypal', '', 'PayPal account'],
  'gift card': ['gift-card', '', 'gift card'],
};
const named = (means: string) => {
  const [method = '', detail = ''] = MEANS[means] ?? [];
  return meansText({ id: means, method, detail });
};
/** The same figure in another currency is another sum. */
const SUMS: Record<string, readonly [before: string, after: string, afterZh: string]> = {
  CNY: ['¥', 'yuan', '元'],
  USD: ['$', 'dollars', '美元'],
  EUR: ['€', 'euros', '欧元'],
  GBP: ['£', 'pounds', '英镑'],
};

export const SHOWINGS: Readonly<Record<string, Showing>> = {
  'the order': {
    values: NUMBERS,
    card: (orderNumber) => card('cancel_order', { orderNumber }),
    says: (number) => [
      `Yes, cancel order ${number}`,
      `好的，取消订单${number}`,
      `Yes, please go ahead and cancel ${number}, thank you`,
    ],
  },
  'the order of a return': {
    values: NUMBERS,
    card: (orderNumber) => card('return_items', { orderNumber, items: [item(['杯', 'Mug'], 1, {})] }),
    says: (number) => [`Yes, return it from order ${number}`, `是的，${number} 这单退货`],
  },
  'the goods': {
    values: Object.keys(GOODS),
    card: (key) => card('return_items', { items: [item(GOODS[key] ?? ['', ''], 1, {})] }),
    says: (key) => [
      `Yes, return the ${GOODS[key]?.[1]}`,
      `好的，${GOODS[key]?.[0]}退了吧`,
      `Sure, go ahead with the ${GOODS[key]?.[1].split(' ')[1]}`,
    ],
  },
  'how many': {
    values: ['1', '2', '3', '4'],
    card: (count) => card('return_items', { items: [item(['马克杯', 'Enamel Mug'], Number(count), {})] }),
    says: (count) => [`Yes, return ${count} ${count === '1' ? 'mug' : 'mugs'}`, `好的，退${count}`],
  },
  'the new colour': {
    values: COLOURS,
    card: (colour) =>
      card('exchange_items', { items: [item(['双肩包', 'Backpack'], 1, { colour: 'grey' }, { colour })] }),
    says: (colour) => [
      `Yes, exchange it for the ${colour} one`,
      `Yes, the ${colour} one please`,
      `好的，换成${HAN[colour]}`,
      `Yes, change the colour to ${colour}`,
    ],
  },
  'the new size': {
    values: SIZES,
    card: (size) =>
      card('change_order_items', { items: [item(['登山靴', 'Hiking Boots'], 1, { size: '40' }, { size })] }),
    says: (size) => [`Yes, change it to size ${size}`, `好的，换${size}码`, `Sure, update the boots to size ${size}`],
  },
  'what was and what will be': {
    values: ['red>blue', 'blue>red', 'white>black', 'blue>white'],
    card: (swap) => {
      const [colour = '', next = ''] = swap.split('>');
      return card('exchange_items', { items: [item(['双肩包', 'Backpack'], 1, { colour }, { colour: next })] });
    },
    says: (swap) => [
      `Yes, exchange it for the ${swap.split('>')[1]} one`,
      `好的，换${HAN[swap.split('>')[1] ?? '']}的`,
    ],
  },
  'which part has which colour': {
    values: ['red/black', 'black/red', 'white/black', 'black/white', 'white/red'],
    card: (pair) => {
      const [strap = '', colour = ''] = pair.split('/');
      return card('change_order_items', {
        items: [item(['双肩包', 'Backpack'], 1, { strap: 'grey', colour: 'grey' }, { strap, colour })],
      });
    },
    says: (pair) => [
      `Yes, strap ${pair.split('/')[0]} and colour ${pair.split('/')[1]}`,
      `Yes, change it to ${pair.replace('/', ' and ')}`,
    ],
  },
  'the sum': {
    values: ['19', '29', '199', '299', '1990'].flatMap((sum) =>
      Object.keys(SUMS).map((currency) => `${currency} ${sum}`),
    ),
    card: (value) => {
      const [currency = '', sum] = value.split(' ');
      return card('refund_without_return', {
        items: [item(['杯', 'Mug'], 1, {})],
        refund: refund(Number(sum), 'alipay', currency),
      });
    },
    says: (value) => {
      const [currency = '', sum] = value.split(' ');
      const [before, after, afterZh] = SUMS[currency] ?? [];
      return [
        `Yes, refund ${before}${sum}`,
        `好的，退款${sum}${afterZh}`,
        `Yes, refund the mug, ${before}${sum}.00`,
        `Yes, refund ${sum} ${after}`,
        `Yes, refund ${value}`,
        `Yes, refund ${sum} ${currency.toLowerCase()}`,
      ];
    },
  },
  'the new means of payment': {
    values: Object.keys(MEANS),
    card: (means) =>
      card('change_order_payment', {
        effects: [
          { zh: `改用您的${named(means).zh}支付 ¥20.00。`, en: `¥20.00 is charged to your ${named(means).en}.` },
          {
            zh: '原来用支付宝付的 ¥20.00 退回，即时到账。',
            en: 'The ¥20.00 paid by Alipay is refunded and arrives at once.',
          },
        ],
      }),
    says: (means) => [`Yes, change it to my ${MEANS[means]?.[2]}`, `Sure, use my ${MEANS[means]?.[2]}`],
  },
  'where a refund goes': {
    values: Object.keys(MEANS),
    card: (means) =>
      card('return_items', {
        input: { refundTo: means },
        items: [item(['杯', 'Mug'], 1, {})],
        effects: [
          {
            zh: `退款 ¥20.00，退到您的${named(means).zh}，即时到账。`,
            en: `¥20.00 is refunded to your ${named(means).en} and arrives at once.`,
          },
        ],
        refund: refund(20, means),
      }),
    says: (means) => [`Yes, return the mug and refund it to my ${MEANS[means]?.[2]}`],
  },
  'the street': {
    values: PLACES,
    card: (street) =>
      card('change_order_address', {
        input: address({ street, city: 'Springfield', province: 'IL', postcode: '62704' }),
      }),
    says: (street) => [`Yes, ship it to ${street}, Springfield, IL 62704`, `Yes, change the address to ${street}`],
  },
  'the flat': {
    values: ['Apt 5/12 Elm Street', 'Apt 12/5 Elm Street', 'Apt 6/12 Elm Street'],
    card: (both) => {
      const [street2 = '', street = ''] = both.split('/');
      return card('change_customer_address', { orderNumber: null, input: address({ street, street2 }) });
    },
    says: (both) => [`Yes, set my default address to ${both.split('/')[1]}, ${both.split('/')[0]}`],
  },
  'the Chinese street': {
    values: HAN_PLACES,
    card: (street) => card('change_order_address', { input: address({ province: '浙江省', city: '杭州市', street }) }),
    says: (street) => [`好的，寄到${street}`, `是的，改成浙江省杭州市${street}`],
  },
  'city and state': {
    values: ['York/Washington', 'Washington/York', 'York/Maine'],
    card: (both) => {
      const [city = '', province = ''] = both.split('/');
      return card('change_order_address', { input: address({ street: '12 Elm Street', city, province }) });
    },
    says: (both) => [`Yes, ship it to 12 Elm Street, ${both.replace('/', ', ')}`],
  },
  'whom an invoice is made out to': {
    values: ['杭州小二科技有限公司', '杭州大二科技有限公司', '杭州小二', 'Acme Ltd'],
    card: (title) => card('request_invoice', { input: { title, taxNumber: '91330100MA27', email: 'a@example.com' } }),
    says: (title) => [`好的，抬头${title}，开发票`, `Yes, issue the invoice, title ${title}`],
  },
  'the deed': {
    values: ['cancel', 'return', 'exchange', 'payment', 'addressEn', 'withdraw', 'expedite', 'refund', 'invoice'],
    card: (name) => ({ ...CARDS[name as keyof typeof CARDS], items: [] }),
    says: (name) => [DEEDS[name] ?? ''],
  },
};

export const DEEDS: Record<string, string> = {
  cancel: 'Yes, cancel the order',
  return: 'Yes, go ahead with the return',
  exchange: '好的，换货吧',
  payment: 'Yes, change the payment',
  addressEn: 'Yes, update the address',
  withdraw: '是的，撤销退货',
  expedite: '好的，催一下',
  refund: '好的，仅退款',
  invoice: '好的，开发票吧',
};
