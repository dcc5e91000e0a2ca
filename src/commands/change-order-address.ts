import { z } from 'zod';
import { refuse } from '../core/verdict.ts';
import { mayChangeAddress } from '../policy/address.ts';
import { addressLines, UNMERGED } from './address-effects.ts';
import { partialAddress, quotedAddress } from './address-input.ts';
import { mergeAddress } from './address-merge.ts';
import type { WriteCommand } from './command.ts';
import { doneAsQuoted, quotedOrder } from './effect.ts';
import { orderNumber } from './inputs.ts';
import { policyContext, refusedBy } from './rules.ts';

const input = z.strictObject({ orderNumber, address: partialAddress });

export const changeOrderAddress: WriteCommand<z.infer<typeof input>> = {
  name: 'change_order_address',
  effect: 'write',
  description: {
    zh: '改还没发货的订单的收货人、电话或地址，只需给出要改的部分。先给出确认卡，顾客确认后才执行。',
    en: 'Change the recipient, phone or address of an order that has not been sent; give only what changes. Shows a card first; nothing happens until the customer confirms it.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber,
  async quote(wish, context, order) {
    const refused = refusedBy(mayChangeAddress(order, context.policy, await policyContext(context, order)));
    if (refused) return refused;
    const merged = mergeAddress(order.address, wish.address);
    if (!merged.ok) return { ok: false, verdict: refuse(`address.${merged.reason}`, UNMERGED[merged.reason]) };
    return {
      ok: true,
      quote: {
        command: 'change_order_address',
        input: { orderNumber: order.number, address: merged.address },
        orderId: order.id,
        orderNumber: order.number,
        orderVersion: order.version,
        title: { zh: `修改订单 ${order.number} 的收货信息`, en: `Change the address of order ${order.number}` },
        items: [],
        effects: [
          ...addressLines(merged.address),
          { zh: '这单会寄到新地址，价格不变。', en: 'This order goes to the new address; its price stays the same.' },
        ],
        refund: null,
      },
    };
  },
  async execute(quote, context, key) {
    const address = quotedAddress(quote.input.address);
    const result = await context.shop.changeAddress({ key, ...quotedOrder(quote), address });
    if (!result.ok) return result;
    const { orderNumber } = quote;
    const title = {
      zh: `订单 ${orderNumber} 的收货信息已修改`,
      en: `The address of order ${orderNumber} has been changed`,
    };
    return doneAsQuoted(quote, context, title);
  },
};
