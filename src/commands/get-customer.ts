import { z } from 'zod';
import { refuse } from '../core/verdict.ts';
import type { ReadCommand } from './command.ts';
import { customerView } from './masked.ts';

const GUEST = refuse('customer.guest', {
  zh: '您还没有登录，我这边看不到账户资料。登录之后再问我就可以。',
  en: 'You are not signed in, so I have no account to look at. Please sign in and ask me again.',
});

export const getCustomer: ReadCommand<Record<string, never>> = {
  name: 'get_customer',
  effect: 'read',
  description: {
    zh: '查这位顾客自己的资料：姓名、收货地址、付款方式（礼品卡含余额）。',
    en: 'Look up this customer’s own profile: name, addresses and means of payment (gift cards with their balance).',
  },
  input: z.strictObject({}),
  async run(_input, { shop, customerId }) {
    if (customerId === null) return { facts: [], verdict: GUEST };
    const customer = await shop.getCustomer(customerId);
    const source = { kind: 'shop', ref: `customer:${customerId}` } as const;
    return {
      facts: [
        customer
          ? { kind: 'customer', value: { customer: customerView(customer) }, source }
          : { kind: 'not-found', value: { what: 'customer' }, source },
      ],
    };
  },
};
