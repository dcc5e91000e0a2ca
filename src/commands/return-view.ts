import type { ReturnView } from '../core/after-sales.ts';
import type { Localized } from '../core/locale.ts';
import type { Order, ReturnRequest } from '../core/order.ts';
import type { QuoteItem } from '../core/quote.ts';
import { dayText, windowSince } from '../policy/days.ts';
import type { CommandContext } from './command.ts';
import { lineOf, quoteItem } from './describe-order.ts';

export async function returnView(request: ReturnRequest, order: Order, context: CommandContext): Promise<ReturnView> {
  return {
    request,
    orderNumber: order.number,
    items: await returnedItems(request, order, context),
    next: nextStep(request, context),
  };
}

/** The goods of a request, an exchange's with what they are exchanged for. */
export async function returnedItems(
  request: ReturnRequest,
  order: Order,
  { shop }: CommandContext,
): Promise<QuoteItem[]> {
  const items: QuoteItem[] = [];
  for (const { orderLineId, quantity, exchangeVariantId } of request.lines) {
    const line = lineOf(order, orderLineId);
    if (!line) continue;
    const product = exchangeVariantId === undefined ? null : await shop.getProduct(line.productId);
    const variant = product?.variants.find(({ id }) => id === exchangeVariantId);
    items.push({
      ...quoteItem(line, quantity),
      ...(variant && { replacement: { variantId: variant.id, options: variant.options } }),
    });
  }
  return items;
}

/** Newest first. */
export function newestFirst(returns: readonly ReturnRequest[]): ReturnRequest[] {
  return returns.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));
}

/** What it waits for now. Nothing here says when somebody will act. */
function nextStep(request: ReturnRequest, context: CommandContext): Localized {
  const moneyOnly = request.kind === 'refund-only' || request.kind === 'price-protection';
  switch (request.status) {
    case 'requested':
    case 'approved':
      return moneyOnly ? { zh: '等店铺处理。', en: 'It is with the shop.' } : sendBack(request, context);
    case 'received':
      return request.kind === 'exchange'
        ? {
            zh: '店铺已收到退回的商品，验收后寄出换的商品。',
            en: 'The shop has received the goods; the replacement is sent once they have been checked.',
          }
        : {
            zh: '店铺已收到退回的商品，验收后退款。',
            en: 'The shop has received the goods; the money is sent back once they have been checked.',
          };
    case 'completed':
      return request.kind === 'exchange'
        ? { zh: '换货已经完成。', en: 'The exchange is complete.' }
        : { zh: '已经办完，款项已由店铺退出。', en: 'It is complete; the shop has sent the money back.' };
    case 'refused':
      return { zh: '店铺没有通过这个申请。', en: 'The shop has declined this request.' };
    case 'cancelled':
      return { zh: '这个申请已经撤销。', en: 'This request has been withdrawn.' };
  }
}

function sendBack({ createdAt }: ReturnRequest, { info, now, policy }: CommandContext): Localized {
  const window = windowSince(info.timeZone, createdAt, now, policy.sendBackWithinDays);
  const last = dayText(window.lastDay, window.today);
  return window.over === 0
    ? { zh: `请在${last.zh}前（含当天）把商品寄回。`, en: `Please send the goods back by ${last.en}.` }
    : {
        zh: `寄回的期限（${last.zh}）已经过了，商品还没有登记为收到。`,
        en: `The goods were to be sent back by ${last.en} and have not been recorded as received.`,
      };
}
