import type { Order } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import { allow, refuse } from '../core/verdict.ts';
import { paymentUnknown } from './paid.ts';
import { PERSON_DECIDES } from './people.ts';
import type { Policy, PolicyContext } from './policy.ts';

/** Whether a whole order may be cancelled without a person. */
export function mayCancel(order: Order, policy: Policy, _context: PolicyContext): Verdict {
  switch (policy.cancel[order.status]) {
    case 'allowed':
      return (
        paymentUnknown(order) ??
        allow({
          rule: 'cancel.before-shipping',
          text: { zh: '订单还没发货，可以取消。', en: 'The order has not been sent yet, so it can be cancelled.' },
        })
      );
    case 'ask-person':
      return order.status === 'completed'
        ? refuse(
            'cancel.completed',
            { zh: '这单已经完成，不能取消了。', en: 'This order is completed and can no longer be cancelled.' },
            PERSON_DECIDES,
          )
        : refuse(
            'cancel.in-warehouse',
            {
              zh:
                order.status === 'processing'
                  ? '仓库已经在配货了，我这边不能直接取消。'
                  : '这单已经发出一部分，我这边不能直接取消。',
              en:
                order.status === 'processing'
                  ? 'The warehouse is already packing it, so I cannot cancel it myself.'
                  : 'Part of this order has already been sent, so I cannot cancel it myself.',
            },
            PERSON_DECIDES,
          );
    case 'return-on-arrival':
      return refuse(
        'cancel.shipped',
        {
          zh: '包裹已经发出，不能取消了。',
          en: 'The parcel is already on its way, so the order can no longer be cancelled.',
        },
        {
          command: 'return_items',
          text: {
            zh: `签收后 ${policy.returnWindowDays} 天内可以申请退货。`,
            en: `After it arrives you have ${policy.returnWindowDays} days to return it.`,
          },
        },
      );
    case 'return':
      return refuse(
        'cancel.delivered',
        { zh: '这单已经签收，不能取消了。', en: 'The order has been delivered, so it can no longer be cancelled.' },
        {
          command: 'return_items',
          text: { zh: '可以看看能不能退货。', en: 'It may be possible to return it instead.' },
        },
      );
    case 'already-cancelled':
      return refuse('cancel.already-cancelled', { zh: '这单已经取消了。', en: 'This order is already cancelled.' });
  }
}
