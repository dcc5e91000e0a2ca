import { z } from 'zod';
import type { FactDraft } from '../core/fact.ts';
import type { Localized } from '../core/locale.ts';
import type { Order } from '../core/order.ts';
import type { Refund } from '../core/quote.ts';
import type { Verdict } from '../core/verdict.ts';
import { mayCancel } from '../policy/cancel.ts';
import { claimsOf } from '../policy/claims.ts';
import type { GiveBackItem } from '../policy/item.ts';
import type { PolicyContext } from '../policy/policy.ts';
import { refundQuote } from '../policy/refund.ts';
import { mayReturn } from '../policy/return.ts';
import { takenBack } from '../policy/returned.ts';
import { goodsTerms } from '../policy/terms.ts';
import type { CommandContext, OrderReadCommand, ReadOutcome } from './command.ts';
import { quoteItems } from './describe-order.ts';
import { mergedItems, orderNumber, reasonKind, returnItem } from './inputs.ts';
import { policyContext } from './rules.ts';
import {
  AT_ONCE,
  afterInspection,
  claimSentences,
  refundSentence,
  sendBackSentence,
  wayBackSentence,
} from './wording.ts';

const input = z.strictObject({
  orderNumber,
  items: z.array(returnItem).min(1).max(100).optional().describe('Absent: all that the order still holds'),
  reasonKind,
});

export const quoteRefund: OrderReadCommand<z.infer<typeof input>> = {
  name: 'quote_refund',
  effect: 'read',
  description: {
    zh: '算一下取消整单或退这些商品能退多少钱、退到哪里、多久到账。只是试算，不提交任何申请。',
    en: 'Work out what cancelling an unsent order or returning goods would pay back, where to and when. A calculation only: nothing is requested.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber,
  async run(wish, context, order) {
    const rules = { ...(await policyContext(context, order)), reason: wish.reasonKind };
    return isUnsent(order) ? ofCancelling(order, context, rules) : ofReturning(order, wish.items, context, rules);
  },
};

function isUnsent({ status }: Order): boolean {
  return status === 'awaiting-payment' || status === 'paid';
}

function ofCancelling(order: Order, { policy }: CommandContext, rules: PolicyContext): ReadOutcome {
  // Whatever the reason, the sum is the same: a shop's closed list of reasons is asked for when it is cancelled.
  const reason = policy.cancelReasons?.[0]?.id ?? '';
  const verdict = mayCancel(order, { reason }, policy, rules);
  if (!verdict.allowed) return { facts: [], verdict };
  const refund = refundQuote(order, 'whole', policy, rules);
  const items = order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
  const effects = refund.amount.amount > 0 ? [refundSentence(order, refund, policy, AT_ONCE)] : [NOTHING];
  return { facts: [estimate(order, items, refund, effects, verdict)] };
}

function ofReturning(
  order: Order,
  wanted: z.infer<typeof input>['items'],
  { policy }: CommandContext,
  rules: PolicyContext,
): ReadOutcome {
  const left = order.lines
    .map((line) => ({ lineId: line.id, quantity: line.quantity - takenBack(line, rules.returns) }))
    .filter(({ quantity }) => quantity > 0);
  const items = wanted ? mergedItems(wanted) : left;
  const verdict = mayReturn(order, items, policy, rules);
  if (!verdict.allowed) return { facts: [], verdict };
  const refund = refundQuote(order, items, policy, rules);
  const goods = { rule: 'return', items, amount: refund.amount } as const;
  const terms = goodsTerms(order, goods, policy, rules);
  const pays = refund.amount.amount > 0;
  const effects = [
    ...claimSentences(claimsOf(order, goods, policy, rules)),
    sendBackSentence(policy),
    ...wayBackSentence(terms),
    pays ? refundSentence(order, refund, policy, afterInspection(terms)) : NOTHING,
  ];
  return { facts: [estimate(order, items, refund, effects, verdict)] };
}

const NOTHING: Localized = { zh: '没有可退的金额。', en: 'There is no amount to refund.' };

function estimate(
  order: Order,
  items: readonly GiveBackItem[],
  refund: Refund,
  effects: Localized[],
  { reasons }: Verdict,
): FactDraft {
  return {
    kind: 'refund-estimate',
    value: { orderNumber: order.number, items: quoteItems(order, items), refund, effects, reasons },
    source: { kind: 'policy', ref: `order:${order.id}` },
  };
}
