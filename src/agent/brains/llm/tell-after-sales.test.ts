import { expect, it } from 'vitest';
import { changeOrderPayment } from '../../../commands/change-order-payment.ts';
import { getCustomer } from '../../../commands/get-customer.ts';
import { getOrder } from '../../../commands/get-order.ts';
import { quoteRefund } from '../../../commands/quote-refund.ts';
import { afterSales, DELIVERED, NUMBER, PAID } from '../../../commands/testing/after-sales.ts';
import { trackReturn } from '../../../commands/track-return.ts';
import type { Fact, FactDraft } from '../../../core/fact.ts';
import { sampleRequest } from '../../../policy/testing/sample-order.ts';
import { tellFact } from './tell-facts.ts';

const voice = {
  locale: 'zh' as const,
  now: '2026-11-12T02:00:00.000Z',
  shop: { name: { zh: '样品店' }, currency: 'CNY', timeZone: 'Asia/Shanghai' },
};

const told = (drafts: readonly FactDraft[]) =>
  drafts.map((draft) => tellFact({ ...draft, id: 'f', at: voice.now } as Fact, voice));

it('[ACT-104] a model is told the ids that the after-sales commands take, and they work', async () => {
  const at = afterSales(PAID);
  const [profile] = told((await getCustomer.run({}, at.context)).facts);
  expect(profile).toMatchObject({
    paymentMethods: [
      { paymentMethodId: 'alipay-1', method: '支付宝' },
      { paymentMethodId: 'card-1', method: '银行卡', detail: 'Visa ****1234' },
      { paymentMethodId: 'gift-1', method: '礼品卡', balance: '¥500' },
      {},
    ],
  });
  const [order] = told((await getOrder.run({ orderNumber: NUMBER }, at.context, await at.order())).facts);
  expect(order).toMatchObject({
    order: { payments: [{ method: '支付宝', paymentMethodId: 'alipay-1', amount: '¥386' }] },
  });
  const ids = (profile as { paymentMethods: { paymentMethodId: string }[] }).paymentMethods.map(
    ({ paymentMethodId }) => paymentMethodId,
  );
  const input = changeOrderPayment.input.parse({ orderNumber: NUMBER, paymentMethodId: ids[1] });
  expect((await changeOrderPayment.quote(input, at.context, await at.order())).ok).toBe(true);
});

it('[ACT-104] sums, dates and states are told in the words that the customer will see', async () => {
  const returns = [sampleRequest({ id: 'R7' })];
  const at = afterSales(DELIVERED, { returns });
  const [found] = told((await trackReturn.run({ orderNumber: NUMBER }, at.context, await at.order())).facts);
  expect(found).toMatchObject({
    returns: [{ returnId: 'R7', kind: '退货', status: '已申请', requested: '11月11日', refund: '¥199' }],
  });
  const sum = afterSales(DELIVERED);
  const run = quoteRefund.run(quoteRefund.input.parse({ orderNumber: NUMBER }), sum.context, await sum.order());
  expect(told((await run).facts)).toMatchObject([
    { wouldBeRefunded: '¥378（轻便跑鞋 × 2 ¥398，这件商品分摊的优惠 -¥20）', nothingRequestedYet: true },
  ]);
});

it('[ACT-104] a day that nobody named is told as not known', () => {
  const value = { orderNumber: NUMBER, parcels: [] };
  expect(told([{ kind: 'delivery-estimate', value, source: { kind: 'shop', ref: 'x' } }])).toEqual([
    { orderNumber: NUMBER, parcels: [], expected: 'not known' },
  ]);
});

it('[ACT-104] a guest who showed who he is stays without a name to the model', () => {
  const value = { customerId: 'customer-1', name: '林晓' };
  const facts = told([{ kind: 'customer-verified', value, source: { kind: 'gate', ref: 'customer:customer-1' } }]);
  expect(facts).toEqual([{ verifiedCustomer: true }]);
});
