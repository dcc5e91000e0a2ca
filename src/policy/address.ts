import type { Order } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import { allow, refuse } from '../core/verdict.ts';
import { PERSON_DECIDES } from './people.ts';
import type { Policy, PolicyContext } from './policy.ts';

/** Whether the delivery address may be changed without a person. */
export function mayChangeAddress(order: Order, policy: Policy, _context: PolicyContext): Verdict {
  switch (policy.address[order.status]) {
    case 'allowed':
      return allow({
        rule: 'address.before-shipping',
        text: {
          zh: '订单还没发货，可以改地址。',
          en: 'The order has not been sent yet, so its address can be changed.',
        },
      });
    case 'ask-person':
      return order.status === 'processing'
        ? refuse(
            'address.in-warehouse',
            {
              zh: '仓库已经在配货了，我这边改不了地址。',
              en: 'The warehouse is already packing it, so I cannot change the address myself.',
            },
            PERSON_DECIDES,
          )
        : refuse(
            'address.shipped',
            {
              zh: '包裹已经发出，我这边改不了地址。',
              en: 'The parcel is already on its way, so I cannot change the address myself.',
            },
            PERSON_DECIDES,
          );
    case 'too-late':
      return refuse('address.delivered', {
        zh: '这单已经送达，不用再改地址了。',
        en: 'The order has already been delivered; its address can no longer be changed.',
      });
    case 'cancelled':
      return refuse('address.cancelled', {
        zh: '这单已经取消了，改不了地址。',
        en: 'This order is cancelled; its address can no longer be changed.',
      });
  }
}
