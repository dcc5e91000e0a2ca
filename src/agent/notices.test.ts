import { expect, it } from 'vitest';
import { APPROVED_FIRST, BY_HAND } from './foretold.ts';
import { doneNotice } from './notices.ts';

it('[ACT-47] what was done is told without what the card said was still to come', () => {
  const sent = { zh: '整单取消，商品不再发出。', en: 'The whole order is cancelled and nothing will be sent.' };
  const notice = doneNotice({
    ...{ command: 'cancel_order', orderNumber: '1', items: [], refund: null, reference: 'R-1' },
    title: { zh: '订单 1 已取消', en: 'Order 1 has been cancelled' },
    effects: [sent, APPROVED_FIRST, BY_HAND],
    at: '2026-11-12T02:00:00.000Z',
  });
  expect(notice).toEqual({
    zh: '办好了：订单 1 已取消。整单取消，商品不再发出。单号 R-1。',
    en: 'That’s done. Order 1 has been cancelled. The whole order is cancelled and nothing will be sent. Reference: R-1.',
  });
});
