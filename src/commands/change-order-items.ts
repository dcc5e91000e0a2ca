import { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { money } from '../core/money.ts';
import { differenceQuote } from '../policy/difference.ts';
import { mayChangeItems } from '../policy/items.ts';
import { closedByItemChange, type OrderChange } from '../policy/terms.ts';
import type { WriteCommand } from './command.ts';
import { lineOf } from './describe-order.ts';
import { doneAsQuoted, quotedOrder } from './effect.ts';
import { identifier, orderNumber, paymentMethodId } from './inputs.ts';
import { namedMeans } from './means.ts';
import { replaced, withProducts } from './replacements.ts';
import { policyContext, refusedBy } from './rules.ts';
import { settled } from './settlement.ts';
import { AT_ONCE, differenceSentence } from './wording.ts';

const input = z.strictObject({
  orderNumber,
  items: z
    .array(z.strictObject({ lineId: identifier, variantId: identifier }))
    .min(1)
    .max(100),
  paymentMethodId: paymentMethodId
    .optional()
    .describe('What a difference in price is settled with, where there is one'),
});

export const changeOrderItems: WriteCommand<z.infer<typeof input>> = {
  name: 'change_order_items',
  effect: 'write',
  description: {
    zh: '把还没发货的订单里的商品改成同款的其他规格（整行一起改），一次说全要改的商品。先给出确认卡，顾客确认后才执行。',
    en: 'Change items of an order that has not been sent to other options of the same products (whole lines); name all of them at once. Shows a card first; nothing happens until the customer confirms it.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber,
  async quote(wish, context, order) {
    const { policy } = context;
    const rules = await policyContext(context, order);
    const named = wish.paymentMethodId === undefined ? null : await namedMeans(order, wish.paymentMethodId, context);
    if (named && !named.ok) return named;
    const means = named?.means ?? null;
    const whole = wish.items.map((item) => ({ ...item, quantity: lineOf(order, item.lineId)?.quantity ?? 1 }));
    const items = await withProducts(whole, order, context.shop);
    const refused = refusedBy(mayChangeItems(order, items, means, policy, rules));
    if (refused) return refused;
    const difference = differenceQuote(order, items);
    return {
      ok: true,
      quote: {
        command: 'change_order_items',
        input: { orderNumber: order.number, items: wish.items, ...(means && { paymentMethodId: means.id }) },
        orderId: order.id,
        orderNumber: order.number,
        orderVersion: order.version,
        title: { zh: `修改订单 ${order.number} 的商品`, en: `Change items of order ${order.number}` },
        items: items.flatMap((item) => replaced(order, item)),
        effects: [
          {
            zh: '订单按新的规格发货，其他商品不变。',
            en: 'The order is sent with the new options; all else stays as it is.',
          },
          differenceSentence(difference.amount, means, policy, AT_ONCE, order),
          ...afterwards(closedByItemChange(order, policy, rules)),
        ],
        ...settled(difference, means, policy),
      },
    };
  },
  async execute(quote, context, key) {
    const { items, paymentMethodId: method } = input.parse(quote.input);
    const back = quote.refund?.amount ?? money(0, context.info.currency);
    const result = await context.shop.changeItems({
      key,
      ...quotedOrder(quote),
      lines: items.map(({ lineId, variantId }) => ({ orderLineId: lineId, variantId })),
      difference: quote.charge?.amount ?? money(-back.amount, back.currency),
      paymentMethodId: method ?? null,
    });
    if (!result.ok) return result;
    const { orderNumber: number } = quote;
    const title = { zh: `订单 ${number} 的商品已修改`, en: `The items of order ${number} have been changed` };
    return doneAsQuoted(quote, context, title);
  },
};

const CLOSED: Record<OrderChange, { zh: string; en: string }> = {
  items: { zh: '改商品', en: 'change its items' },
  address: { zh: '改地址', en: 'change its address' },
  payment: { zh: '换付款方式', en: 'change its payment' },
  cancel: { zh: '取消', en: 'cancel it' },
};

function afterwards(closed: readonly OrderChange[]): Localized[] {
  const words = closed.map((rule) => CLOSED[rule]);
  const english = words.map(({ en }) => en);
  const last = english.pop();
  return last === undefined
    ? []
    : [
        {
          zh: `改过之后，这单就不能再${words.map(({ zh }) => zh).join('、')}了，请确认要改的都在这里。`,
          en: `After that you can no longer ${[english.join(', '), last].filter(Boolean).join(' or ')}: please make sure that everything to change is listed.`,
        },
      ];
}
