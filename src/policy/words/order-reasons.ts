import { plain, type ReasonFacts, type ReasonWords } from './facts.ts';
import type { Words } from './names.ts';

type Reasons = Readonly<Record<string, ReasonWords>>;

const ARRIVED = ({ days }: ReasonFacts): Words =>
  days === null
    ? { zh: '签收后可以申请退货。', en: 'After it arrives you can return it.' }
    : { zh: `签收后 ${days} 天内可以申请退货。`, en: `After it arrives you have ${days} days to return it.` };

const BY_STATUS = ({ status }: ReasonFacts, wish: Words): Words =>
  status === 'processing'
    ? {
        zh: `仓库已经在配货了，我这边不能直接${wish.zh}。`,
        en: `The warehouse is already packing it, so I cannot ${wish.en} myself.`,
      }
    : {
        zh: `这单已经发出一部分，我这边不能直接${wish.zh}。`,
        en: `Part of this order has already been sent, so I cannot ${wish.en} myself.`,
      };

export const CANCEL_REASONS: Reasons = {
  'before-shipping': plain('订单还没发货，可以取消。', 'The order has not been sent yet, so it can be cancelled.'),
  'in-warehouse': { text: (facts) => BY_STATUS(facts, { zh: '取消', en: 'cancel it' }) },
  shipped: {
    text: () => ({
      zh: '包裹已经发出，不能取消了。',
      en: 'The parcel is already on its way, so the order can no longer be cancelled.',
    }),
    instead: ARRIVED,
  },
  'not-pending': plain(
    '只有还没开始处理的订单才能取消。',
    'Only an order that has not been processed yet can be cancelled.',
  ),
  delivered: plain('这单已经签收，不能取消了。', 'The order has been delivered, so it can no longer be cancelled.'),
  completed: plain('这单已经完成，不能取消了。', 'This order is completed and can no longer be cancelled.'),
  'already-cancelled': plain('这单已经取消了。', 'This order is already cancelled.'),
  'items-changed': plain(
    '这单改过商品，不能再取消了。',
    'Items of this order have been changed, so it can no longer be cancelled.',
  ),
  amount: plain('这单金额较大，取消要由同事来办。', 'For an order of this amount a colleague has to cancel it.'),
};

export const ADDRESS_REASONS: Reasons = {
  'before-shipping': plain(
    '订单还没发货，可以改地址。',
    'The order has not been sent yet, so its address can be changed.',
  ),
  'in-warehouse': plain(
    '仓库已经在配货了，我这边改不了地址。',
    'The warehouse is already packing it, so I cannot change the address myself.',
  ),
  shipped: plain(
    '包裹已经发出，我这边改不了地址。',
    'The parcel is already on its way, so I cannot change the address myself.',
  ),
  delivered: plain(
    '这单已经送达，不用再改地址了。',
    'The order has already been delivered; its address can no longer be changed.',
  ),
  cancelled: plain('这单已经取消了，改不了地址。', 'This order is cancelled; its address can no longer be changed.'),
  'items-changed': plain(
    '这单改过商品，不能再改地址了。',
    'Items of this order have been changed, so its address can no longer be changed.',
  ),
  'cross-border': plain(
    '跨境订单的地址已经报关，改地址要由同事来办。',
    'The address of a cross-border order is declared to customs, so a colleague has to change it.',
  ),
};

export const ITEMS_REASONS: Reasons = {
  'before-shipping': plain(
    '订单还没发货，可以换成同款的其他规格。',
    'The order has not been sent yet, so its items can be changed for other options.',
  ),
  'in-warehouse': { text: (facts) => BY_STATUS(facts, { zh: '改商品', en: 'change its items' }) },
  sent: plain('订单已经发出，不能改商品了。', 'The order has been sent, so its items can no longer be changed.'),
  cancelled: plain('这单已经取消了，改不了商品。', 'This order is cancelled; its items can no longer be changed.'),
  'items-changed': plain(
    '这单已经改过一次商品，不能再改了。',
    'Items of this order have been changed once already and cannot be changed again.',
  ),
  amount: plain('差价较大，要由同事来办。', 'For a difference of this amount a colleague has to change it.'),
};

export const PAYMENT_REASONS: Reasons = {
  'before-shipping': plain(
    '订单还没发货，可以换付款方式。',
    'The order has not been sent yet, so its payment can be changed.',
  ),
  'not-paid': plain(
    '这单还没付款，付款时选别的方式就行。',
    'This order is not paid yet: just choose another way to pay it.',
  ),
  'in-warehouse': { text: (facts) => BY_STATUS(facts, { zh: '换付款方式', en: 'change its payment' }) },
  sent: plain('订单已经发出，不能换付款方式了。', 'The order has been sent, so its payment can no longer be changed.'),
  cancelled: plain('这单已经取消了，不用换付款方式。', 'This order is cancelled; there is no payment to change.'),
  'items-changed': plain(
    '这单改过商品，不能再换付款方式了。',
    'Items of this order have been changed, so its payment can no longer be changed.',
  ),
  'by-person': plain('换付款方式要由同事来办。', 'A colleague has to change the payment.'),
  amount: plain('金额较大，换付款方式要由同事来办。', 'For this amount a colleague has to change the payment.'),
};
