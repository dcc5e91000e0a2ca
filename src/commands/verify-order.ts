import { z } from 'zod';
import { refuse } from '../core/verdict.ts';
import type { ReadCommand } from './command.ts';
import { orderNumber, words } from './inputs.ts';

/** One text for wrong, foreign and absent: the answer does not tell which orders exist. */
const REFUSALS = {
  'no-match': refuse('verify.no-match', {
    zh: '订单号和下单时留的手机号或邮箱对不上，麻烦您核对一下再发给我。',
    en: 'That order number and that phone or e-mail do not match. Please check both and send them again.',
  }),
  'too-many-attempts': refuse(
    'verify.too-many-attempts',
    {
      zh: '试的次数有点多了，为了保护订单信息，请过一会儿再试。',
      en: 'There have been too many attempts. To protect order details, please try again later.',
    },
    { command: 'hand_off', text: { zh: '着急的话可以转人工。', en: 'If it is urgent, I can bring in a colleague.' } },
  ),
};

export const verifyOrder: ReadCommand<{ orderNumber: string; contact: string }> = {
  name: 'verify_order',
  effect: 'read',
  description: {
    zh: '用订单号加下单时留的手机号或邮箱核实访客的订单。',
    en: 'Verify a guest’s order by its number and the phone or e-mail given with it.',
  },
  input: z.strictObject({ orderNumber, contact: words(254) }),
  async run(input, context) {
    const answer = await context.verifyGuest(input.orderNumber, input.contact);
    if (!answer.ok) return { facts: [], verdict: REFUSALS[answer.reason] };
    const { orderId, orderNumber } = answer;
    return {
      facts: [
        { kind: 'order-verified', value: { orderId, orderNumber }, source: { kind: 'gate', ref: `order:${orderId}` } },
      ],
    };
  },
};
