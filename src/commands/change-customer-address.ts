import { z } from 'zod';
import type { Address } from '../core/order.ts';
import { refuse } from '../core/verdict.ts';
import { mayChangeCustomerAddress } from '../policy/customer-address.ts';
import { addressLines, UNMERGED } from './address-effects.ts';
import { partialAddress, quotedAddress } from './address-input.ts';
import { mergeAddress } from './address-merge.ts';
import type { CustomerWriteCommand } from './command.ts';
import { doneAsQuoted } from './effect.ts';
import { refusedBy } from './rules.ts';

const input = z.strictObject({ address: partialAddress });

const TITLE = { zh: '修改默认收货地址', en: 'Change your default address' };

const NOWHERE: Address = {
  name: '',
  phone: '',
  country: '',
  province: '',
  city: '',
  district: '',
  street: '',
  postcode: '',
};

const GONE = refuse('customer.unknown', {
  zh: '店铺里查不到您的账户，这一步要由同事核实。',
  en: 'I find no account of yours in the shop; a colleague has to check this.',
});

export const changeCustomerAddress: CustomerWriteCommand<z.infer<typeof input>> = {
  name: 'change_customer_address',
  effect: 'write',
  description: {
    zh: '改顾客账户里的默认收货地址，只需给出要改的部分；已有的订单不变。先给出确认卡，顾客确认后才执行。',
    en: 'Change the default address of the customer’s profile; give only what changes. Orders keep theirs. Shows a card first; nothing happens until the customer confirms it.',
  },
  input,
  async quote(wish, context) {
    const customer = context.customerId === null ? null : await context.shop.getCustomer(context.customerId);
    if (!customer) return { ok: false, verdict: GONE };
    const refused = refusedBy(mayChangeCustomerAddress(context.policy));
    if (refused) return refused;
    const [known] = customer.addresses;
    const present = known ?? { ...NOWHERE, name: customer.name, phone: customer.phone };
    const merged = mergeAddress(present, wish.address);
    // Where there was none, a street alone is no address.
    const reason = !merged.ok ? merged.reason : !known && merged.address.city === '' ? 'incomplete' : null;
    if (!merged.ok || reason)
      return { ok: false, verdict: refuse(`customer-address.${reason}`, UNMERGED[reason ?? 'incomplete']) };
    return {
      ok: true,
      quote: {
        command: 'change_customer_address',
        input: { address: merged.address },
        orderId: null,
        orderNumber: null,
        orderVersion: null,
        customerId: customer.id,
        title: TITLE,
        items: [],
        effects: [
          ...addressLines(merged.address),
          {
            zh: '以后的订单默认用这个地址；已经下的订单不变。',
            en: 'It is the default for new orders; orders that you have placed keep theirs.',
          },
        ],
        refund: null,
      },
    };
  },
  async execute(quote, context, key) {
    const { customerId } = quote;
    if (customerId === undefined) return { ok: false, reason: 'not-found' };
    const address = quotedAddress(quote.input.address);
    const result = await context.shop.changeCustomerAddress({ key, customerId, address });
    if (!result.ok) return result;
    return doneAsQuoted(quote, context, {
      zh: '默认收货地址已修改',
      en: 'Your default address has been changed',
    });
  },
};
