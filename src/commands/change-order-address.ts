import { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { mayChangeAddress } from '../policy/address.ts';
import { DEFAULT_POLICY } from '../policy/policy.ts';
import { addressText, mergeAddress } from './address-merge.ts';
import type { WriteCommand } from './command.ts';
import { doneAsQuoted } from './effect.ts';
import { line, orderNumber } from './inputs.ts';
import { policyContext, refusedBy } from './rules.ts';

const part = line(200);
const phone = part.refine((text) => text === '' || /^[+＋()（）\d\s-]{5,32}$/u.test(text), {
  message: 'must be a phone number',
});
const address = z.strictObject({
  name: part,
  phone,
  country: part,
  province: part,
  city: part,
  district: part,
  street: part,
  postcode: part,
});

/** Empty members count as not given. */
const given = address
  .partial()
  .transform((parts) => Object.fromEntries(Object.entries(parts).filter(([, value]) => value)) as typeof parts);
const input = z.strictObject({
  orderNumber,
  address: given.refine((parts) => Object.keys(parts).length > 0, { message: 'must name at least one part' }),
});

const UNMERGED: Record<'incomplete' | 'unchanged', Localized> = {
  incomplete: {
    zh: '换到别的城市的话，请把新的省、市、区和街道门牌一起告诉我。',
    en: 'For another city, please give me the whole address: state or province, city and street.',
  },
  unchanged: { zh: '这和订单现在的收货信息一样。', en: 'That is already the address on this order.' },
};

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
    const refused = refusedBy(mayChangeAddress(order, DEFAULT_POLICY, await policyContext(context, order)));
    if (refused) return refused;
    const merged = mergeAddress(order.address, wish.address);
    if (!merged.ok) {
      const reason = { rule: `address.${merged.reason}`, text: UNMERGED[merged.reason] };
      return { ok: false, verdict: { allowed: false, reasons: [reason] } };
    }
    const text = addressText(merged.address);
    const { name, phone } = merged.address;
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
          {
            zh: `收货人：${[name, phone].filter(Boolean).join('，')}`,
            en: `Recipient: ${[name, phone].filter(Boolean).join(', ')}`,
          },
          { zh: `收货地址：${text.zh}`, en: `Address: ${text.en}` },
          { zh: '这单会寄到新地址，价格不变。', en: 'This order goes to the new address; its price stays the same.' },
        ],
        refund: null,
      },
    };
  },
  async execute(quote, context, key) {
    const wanted = address.parse(quote.input.address);
    const result = await context.shop.changeAddress({
      key,
      orderId: quote.orderId,
      expectedVersion: quote.orderVersion,
      address: wanted,
    });
    if (!result.ok) return result;
    const { orderNumber } = quote;
    const title = {
      zh: `订单 ${orderNumber} 的收货信息已修改`,
      en: `The address of order ${orderNumber} has been changed`,
    };
    return doneAsQuoted(quote, context, title);
  },
};
