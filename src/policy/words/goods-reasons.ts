import { plain, type ReasonFacts, type ReasonWords } from './facts.ts';
import { GOODS_WORDS, type Words } from './names.ts';

const WARRANTY: Words = {
  zh: '如果是商品本身有问题，可以转人工同事按质保帮您看。',
  en: 'If something is wrong with the item itself, a colleague can look at it under the warranty.',
};

const possible = ({ wish }: ReasonFacts): Words => ({
  zh: `这单可以${wish.zh}。`,
  en: `${wish.en} is possible for this order.`,
});

/** Of returns, exchanges, refunds without a return and price protection. */
export const GOODS_REASONS: Readonly<Record<string, ReasonWords>> = {
  'within-window': { text: (facts) => facts.window ?? possible(facts) },
  'no-limit': { text: possible },
  'window-over': {
    text: (facts) =>
      facts.window ?? {
        zh: `${facts.wish.zh}的时间已经过了。`,
        en: `The time for it is over: ${facts.wish.en.toLowerCase()} is no longer possible.`,
      },
    person: WARRANTY,
  },
  'under-warranty': {
    text: (facts) =>
      facts.window ?? {
        zh: '已经过了退换的时间，要按质保来办。',
        en: 'The time for returns is over, so this is for the warranty.',
      },
    person: {
      zh: '商品有问题可以按质保维修，我转人工同事帮您办。',
      en: 'A faulty item can be repaired under the warranty; a colleague can arrange that.',
    },
  },
  'receipt-unknown': {
    text: ({ wish }) => ({
      zh: `这单没有签收时间的记录，能不能${wish.zh}要由同事核实。`,
      en: 'There is no delivery date on record for this order, so a colleague has to check it.',
    }),
  },
  'payment-date-unknown': plain(
    '这单没有付款时间的记录，要由同事核实。',
    'There is no date of payment on record for this order, so a colleague has to check it.',
  ),
  'not-paid': plain('这单还没付款。', 'This order has not been paid yet.'),
  'not-sent': {
    text: ({ wish }) => ({
      zh: `这单还没发货，不用${wish.zh}。`,
      en: 'This order has not been sent yet, so there is nothing to send back.',
    }),
  },
  'in-warehouse': plain('仓库正在配货，还没发出。', 'The warehouse is packing this order; it has not been sent yet.'),
  'on-the-way': {
    text: ({ wish, days }) => ({
      zh: `包裹还在路上，签收后${days === null ? '' : ` ${days} 天内`}可以申请${wish.zh}。`,
      en: `The parcel is still on its way. ${wish.en} can be requested ${days === null ? 'after it arrives' : `within ${days} days after it arrives`}.`,
    }),
  },
  'order-completed': {
    text: ({ wish }) => ({
      zh: `这单已经完成，自助${wish.zh}已经关闭。`,
      en: 'This order is completed, so I can no longer arrange that myself.',
    }),
  },
  'order-cancelled': {
    text: ({ wish }) => ({
      zh: `这单已经取消了，不用${wish.zh}。`,
      en: 'This order is cancelled, so there is nothing to send back.',
    }),
  },
  'not-delivered': {
    text: ({ wish }) => ({
      zh: `只有已签收的订单才能${wish.zh}。`,
      en: `${wish.en} is possible only for an order that has been delivered.`,
    }),
  },
  'final-sale': {
    text: ({ item }) => ({
      zh: `「${item?.zh ?? ''}」下单时注明了不支持无理由退换。`,
      en: `“${item?.en ?? ''}” was sold as final, so it cannot be returned or exchanged for a change of mind.`,
    }),
  },
  'goods-excluded': {
    text: ({ item, goods }) => ({
      zh: `「${item?.zh ?? ''}」属于${GOODS_WORDS[goods ?? 'ordinary'].zh}，不支持无理由退换。`,
      en: `“${item?.en ?? ''}” cannot be returned or exchanged for a change of mind; that goes for all ${GOODS_WORDS[goods ?? 'ordinary'].en}.`,
    }),
    person: WARRANTY,
  },
  opened: {
    text: ({ item, goods }) => ({
      zh: `「${item?.zh ?? ''}」属于${GOODS_WORDS[goods ?? 'ordinary'].zh}，拆封后不支持无理由退换。`,
      en: `Once opened, “${item?.en ?? ''}” cannot be returned or exchanged for a change of mind; that goes for all ${GOODS_WORDS[goods ?? 'ordinary'].en}.`,
    }),
    person: WARRANTY,
  },
  used: {
    text: ({ item }) => ({
      zh: `「${item?.zh ?? ''}」已经用过了，用过、穿过或洗过的商品不支持无理由退换。`,
      en: `“${item?.en ?? ''}” has been used, and what has been worn, washed or used cannot be returned or exchanged for a change of mind.`,
    }),
    person: WARRANTY,
  },
  'on-sale': {
    text: ({ item, wish }) => ({
      zh: `「${item?.zh ?? ''}」是特价购买的，不支持${wish.zh}。`,
      en: `“${item?.en ?? ''}” was bought at a reduced price, so ${wish.en.toLowerCase()} is not possible.`,
    }),
  },
  gift: {
    text: ({ item, wish }) => ({
      zh: `「${item?.zh ?? ''}」是赠品，不能单独${wish.zh}。`,
      en: `“${item?.en ?? ''}” came free with the order: ${wish.en.toLowerCase()} is not possible for it alone.`,
    }),
  },
  partial: {
    text: ({ wish }) => ({
      zh: `这单只能整单${wish.zh}。`,
      en: `${wish.en} is possible for this order as a whole only.`,
    }),
  },
  'cross-border': {
    text: ({ wish }) => ({
      zh: `跨境订单的${wish.zh}要由同事来办。`,
      en: `This is a cross-border order: ${wish.en.toLowerCase()} needs a colleague.`,
    }),
  },
  'not-arrived': plain(
    '没收到的包裹要由同事向快递核实。',
    'A colleague has to ask the carrier about a parcel that did not arrive.',
  ),
  'one-per-order': {
    text: ({ wish }) => ({
      zh: `这单已经申请过退换，每单只能办一次，不能再${wish.zh}。`,
      en: 'A return or exchange of this order was requested already, and only one is possible.',
    }),
  },
  'send-it-back': {
    text: () => ({
      zh: '这种情况要把商品退回来再退款。',
      en: 'In this case the goods have to come back before money is refunded.',
    }),
  },
  amount: {
    text: ({ wish }) => ({
      zh: `这个金额的${wish.zh}要由同事来办。`,
      en: `For this amount ${wish.en.toLowerCase()} needs a colleague.`,
    }),
  },
  'by-person': {
    text: ({ wish }) => ({
      zh: `${wish.zh}要由同事来办。`,
      en: `${wish.en} has to be arranged by a colleague.`,
    }),
  },
  'not-offered': {
    text: ({ wish }) => ({ zh: `本店不提供${wish.zh}。`, en: `${wish.en} is not something that this shop offers.` }),
  },
};
