import { z } from 'zod';
import type { OrderReadCommand } from './command.ts';
import { orderNumber } from './inputs.ts';

export const trackOrder: OrderReadCommand<{ orderNumber: string }> = {
  name: 'track_order',
  effect: 'read',
  description: {
    zh: '查一张订单的物流：快递公司、运单号、到哪了。',
    en: 'Track one order: carrier, tracking number and where each parcel is.',
  },
  input: z.strictObject({ orderNumber }),
  orderNumber: (input) => input.orderNumber,
  async run(_input, _context, { id, number, status, parcels, address }) {
    const value = { orderId: id, orderNumber: number, status, parcels, address };
    return { facts: [{ kind: 'tracking', value, source: { kind: 'shop', ref: `order:${id}` } }] };
  },
};
