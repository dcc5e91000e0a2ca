import { z } from 'zod';
import { mayChangePayment } from '../policy/payment.ts';
import { methodText } from '../policy/refund-split.ts';
import type { WriteCommand } from './command.ts';
import { doneAsQuoted, quotedOrder } from './effect.ts';
import { orderNumber, paymentMethodId } from './inputs.ts';
import { meansName, namedMeans, spaced } from './means.ts';
import { policyContext, refusedBy } from './rules.ts';
import { arrivalText, said } from './wording.ts';

const input = z.strictObject({ orderNumber, paymentMethodId });

export const changeOrderPayment: WriteCommand<z.infer<typeof input>> = {
  name: 'change_order_payment',
  effect: 'write',
  description: {
    zh: '把还没发货的订单换成顾客的另一个付款方式：新的付全款，原来的退回。先给出确认卡，顾客确认后才执行。',
    en: 'Pay an order that has not been sent with another of the customer’s means of payment: the new one is charged in full, the old one refunded. Shows a card first; nothing happens until the customer confirms it.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber,
  async quote(wish, context, order) {
    const { policy } = context;
    const named = await namedMeans(order, wish.paymentMethodId, context);
    if (!named.ok) return named;
    const { means } = named;
    const refused = refusedBy(mayChangePayment(order, means, policy, await policyContext(context, order)));
    if (refused) return refused;
    const [payment] = order.payments;
    const amount = said(payment?.amount ?? order.total);
    const old = payment?.method ?? 'original';
    const arrives = arrivalText(policy, old);
    return {
      ok: true,
      quote: {
        command: 'change_order_payment',
        input: { orderNumber: order.number, paymentMethodId: means.id },
        orderId: order.id,
        orderNumber: order.number,
        orderVersion: order.version,
        title: { zh: `修改订单 ${order.number} 的付款方式`, en: `Change the payment of order ${order.number}` },
        items: [],
        effects: [
          {
            zh: `改用您的${spaced(meansName(means).zh)}支付 ${amount.zh}。`,
            en: `${amount.en} is charged to your ${meansName(means).en}.`,
          },
          {
            zh: `原来用${spaced(methodText(old).zh)}付的 ${amount.zh} 退回，${arrives.zh}。`,
            en: `The ${amount.en} paid by ${methodText(old).en} is refunded and arrives ${arrives.en}.`,
          },
        ],
        refund: null,
      },
    };
  },
  async execute(quote, context, key) {
    const { paymentMethodId: method } = input.parse(quote.input);
    const result = await context.shop.changePayment({ key, ...quotedOrder(quote), paymentMethodId: method });
    if (!result.ok) return result;
    const { orderNumber: number } = quote;
    const title = { zh: `订单 ${number} 的付款方式已修改`, en: `The payment of order ${number} has been changed` };
    return doneAsQuoted(quote, context, title);
  },
};
