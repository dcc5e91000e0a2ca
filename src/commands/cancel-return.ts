import { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { formatMoney } from '../core/money.ts';
import type { ReturnRequest } from '../core/order.ts';
import { type Refusal, refuse } from '../core/verdict.ts';
import { mayCancelReturn } from '../policy/cancel-return.ts';
import type { WriteCommand } from './command.ts';
import { doneAsQuoted, quotedOrder } from './effect.ts';
import { identifier, orderNumber } from './inputs.ts';
import { newestFirst, returnedItems } from './return-view.ts';
import { policyContext, refusedBy } from './rules.ts';

const input = z.strictObject({ orderNumber, returnId: identifier.optional() });

const NONE = refuse('cancel-return.none', {
  zh: '这张订单没有可以撤销的申请。',
  en: 'There is no request on this order to withdraw.',
});

export const cancelReturn: WriteCommand<z.infer<typeof input>> = {
  name: 'cancel_return',
  effect: 'write',
  description: {
    zh: '撤销一个还没寄回的退货或换货申请。先给出确认卡，顾客确认后才执行。',
    en: 'Withdraw a return or exchange whose goods have not been received yet. Shows a card first; nothing happens until the customer confirms it.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber,
  async quote({ returnId }, context, order) {
    const rules = await policyContext(context, order);
    const found = meant(rules.returns, returnId);
    if (!('request' in found)) return { ok: false, verdict: found };
    const { request } = found;
    const refused = refusedBy(mayCancelReturn(order, request, context.policy, rules));
    if (refused) return refused;
    const name = NAMES[request.kind];
    return {
      ok: true,
      quote: {
        command: 'cancel_return',
        input: { orderNumber: order.number, returnId: request.id },
        orderId: order.id,
        orderNumber: order.number,
        orderVersion: order.version,
        title: {
          zh: `撤销${name.zh} ${request.id}：订单 ${order.number}`,
          en: `Withdraw ${name.en} ${request.id} of order ${order.number}`,
        },
        items: await returnedItems(request, order, context),
        effects: consequences(request),
        refund: null,
      },
    };
  },
  async execute(quote, context, key) {
    const { returnId = '' } = input.parse(quote.input);
    const result = await context.shop.cancelReturn({ key, ...quotedOrder(quote), returnId });
    if (!result.ok) return result;
    const name = NAMES[result.value.kind];
    const title = {
      zh: `${name.zh} ${returnId} 已撤销`,
      en: `${name.en[0]?.toUpperCase()}${name.en.slice(1)} ${returnId} has been withdrawn`,
    };
    return doneAsQuoted(quote, context, title, returnId);
  },
};

const NAMES = {
  return: { zh: '退货', en: 'return' },
  exchange: { zh: '换货', en: 'exchange' },
  'refund-only': { zh: '仅退款', en: 'refund' },
  'price-protection': { zh: '价保', en: 'price protection' },
};

/** The named request, or the only one that stands. */
function meant(returns: readonly ReturnRequest[], id: string | undefined): { request: ReturnRequest } | Refusal {
  const named = returns.find((each) => each.id.toLowerCase() === id?.toLowerCase());
  if (id !== undefined) return named ? { request: named } : NONE;
  const open = returns.filter(({ status }) => status === 'requested' || status === 'approved');
  const [only] = open;
  if (only && open.length === 1) return { request: only };
  const [latest] = newestFirst(returns);
  if (open.length === 0) return latest ? { request: latest } : NONE;
  const ids = newestFirst(open).map((each) => each.id);
  return refuse('cancel-return.which', {
    zh: `这张订单有 ${open.length} 个申请：${ids.join('、')}，要撤销哪一个？`,
    en: `This order has ${open.length} requests: ${ids.join(', ')}. Which one should be withdrawn?`,
  });
}

function consequences({ kind, refund, difference }: ReturnRequest): Localized[] {
  const kept: Localized = { zh: '商品留在您那里，不用寄回。', en: 'You keep the goods; nothing is to be sent back.' };
  if (kind === 'exchange') {
    const owed = difference && difference.amount !== 0;
    return [
      kept,
      {
        zh: '换的商品不再寄出，为您留的货会放回库存。',
        en: 'The replacement is not sent; what was held for you goes back into stock.',
      },
      ...(owed ? [{ zh: '差价不再结算。', en: 'The price difference is no longer settled.' }] : []),
    ];
  }
  const amount = refund && refund.amount > 0 ? refund : null;
  return [
    kept,
    amount
      ? {
          zh: `原定的退款 ${formatMoney(amount, 'zh')} 不再退。`,
          en: `The refund of ${formatMoney(amount, 'en')} is no longer paid.`,
        }
      : { zh: '这个申请到此结束。', en: 'That ends the request.' },
  ];
}
