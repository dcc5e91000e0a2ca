import type { ChangePayment } from '../../shops/shop.ts';
import { book } from './money.ts';
import { type Change, isUnsent, NOT_POSSIBLE } from './scene.ts';

/** Charged to the new one first: what it does not hold is not given back on the old one either. */
export const changePayment: Change<ChangePayment> = (scene, { paymentMethodId }) => {
  const { order, now } = scene;
  const [old, ...others] = order.payments;
  const method = scene.customer?.paymentMethods.find(({ id }) => id === paymentMethodId);
  if (!isUnsent(order) || old?.kind !== 'payment' || others.length > 0 || !method) return NOT_POSSIBLE;
  const sameOne = old.paymentMethodId === undefined ? method.method === old.method : method.id === old.paymentMethodId;
  if (sameOne) return NOT_POSSIBLE;
  const { amount } = old;
  const charged = book(scene, { kind: 'payment', method: method.method, paymentMethodId, amount }, now);
  const before = old.paymentMethodId === undefined ? {} : { paymentMethodId: old.paymentMethodId };
  const settled = charged && book(charged, { kind: 'refund', method: old.method, ...before, amount }, now);
  return settled ? { ok: true, ...settled } : NOT_POSSIBLE;
};
