import type { Shop } from '../../shops/shop.ts';
import { changeItems } from './items.ts';
import { cancelOrder, changeAddress, remind, requestInvoice } from './order-details.ts';
import { changePayment } from './payment.ts';
import { cancelReturn, refundOrder, requestReturn } from './returns.ts';

/** Every change of an order, by its name in the port. */
export const ORDER_CHANGES = {
  cancelOrder,
  changeAddress,
  changeItems,
  changePayment,
  requestReturn,
  cancelReturn,
  refundOrder,
  requestInvoice,
  remind,
} as const;

export type OrderChange = keyof typeof ORDER_CHANGES;

/** What a change answers: the request it made or changed, else the order. */
export type AnswerOf<Name extends OrderChange> = Extract<Awaited<ReturnType<Shop[Name]>>, { ok: true }>['value'];

export type WriteOf<Name extends OrderChange> = Parameters<Shop[Name]>[0];
