import { describe, expect, it } from 'vitest';
import { cny } from '../policy/testing/sample-order.ts';
import { changeOrderPayment } from './change-order-payment.ts';
import { afterSales, effectsOf, execute, NUMBER, PAID, ruleAgainst } from './testing/after-sales.ts';
import { UNSENT } from './testing/sample-shop.ts';

const by = (paymentMethodId: string) => ({ orderNumber: NUMBER, paymentMethodId });

describe('changing the payment of an order that was not sent', () => {
  it('[ACT-83] shows what is charged to which and what goes back, and does exactly that', async () => {
    const at = afterSales(PAID);
    expect(await effectsOf(changeOrderPayment, by('gift-1'), at)).toEqual([
      '改用您的礼品卡支付 ¥386。',
      '原来用支付宝付的 ¥386 退回，1–3 个工作日到账。',
    ]);
    expect(await effectsOf(changeOrderPayment, by('card-1'), at, 'en')).toEqual([
      '¥386 is charged to your Visa card ****1234.',
      'The ¥386 paid by Alipay is refunded and arrives in 1 to 3 working days.',
    ]);
    expect(await execute(changeOrderPayment, by('gift-1'), at)).toMatchObject({ ok: true });
    expect((await at.order()).payments).toMatchObject([
      { kind: 'payment', method: 'alipay', amount: cny(38_600) },
      { kind: 'payment', method: 'gift-card', paymentMethodId: 'gift-1', amount: cny(38_600) },
      { kind: 'refund', method: 'alipay', amount: cny(38_600) },
    ]);
    const card = (await at.shop.getCustomer('customer-1'))?.paymentMethods.find(({ id }) => id === 'gift-1');
    expect(card?.balance).toEqual(cny(11_400));
  });

  it('[ACT-83] is refused for the same one, one that is short, several payments, and an order that was sent', async () => {
    expect(await ruleAgainst(changeOrderPayment, by('alipay-1'), afterSales(PAID))).toBe('payment.same-method');
    expect(await ruleAgainst(changeOrderPayment, by('gift-poor'), afterSales(PAID))).toBe('payment.gift-card-short');
    expect(await ruleAgainst(changeOrderPayment, by('card-1'), afterSales(UNSENT))).toBe('payment.several');
    expect(await ruleAgainst(changeOrderPayment, by('card-1'), afterSales({ ...PAID, status: 'shipped' }))).toMatch(
      /^payment\./,
    );
  });

  it('[ACT-84] another customer’s means of payment is refused in the words of one that does not exist, here and wherever one is named', async () => {
    const at = afterSales(PAID);
    const input = (id: string) => changeOrderPayment.input.parse(by(id));
    const foreign = await changeOrderPayment.quote(input('card-2'), at.context, await at.order());
    const absent = await changeOrderPayment.quote(input('card-9'), at.context, await at.order());
    expect(foreign).toEqual(absent);
    expect(foreign).toMatchObject({ ok: false, verdict: { reasons: [{ rule: 'payment-method.unknown' }] } });
  });

  it('[ACT-84] a guest who verified the order may name what paid for it, and nothing else of the account', async () => {
    const at = afterSales(PAID);
    const guest = { ...at, context: { ...at.context, actor: { kind: 'guest' as const }, customerId: null } };
    expect(await ruleAgainst(changeOrderPayment, by('card-1'), guest)).toBe('payment-method.unknown');
    expect(await ruleAgainst(changeOrderPayment, by('alipay-1'), guest)).toBe('payment.same-method');
  });
});
