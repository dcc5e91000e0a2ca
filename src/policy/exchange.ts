import { localize } from '../core/locale.ts';
import { formatMoney } from '../core/money.ts';
import type { Order, OrderLine } from '../core/order.ts';
import type { Product, Variant } from '../core/product.ts';
import type { Verdict } from '../core/verdict.ts';
import { allow } from '../core/verdict.ts';
import type { GiveBackItem, Refusal } from './give-back.ts';
import { EXCHANGE, insideWindow, no, outsideWindow, refusal, wrongGoods } from './give-back.ts';
import type { Policy, PolicyContext } from './policy.ts';

export interface ExchangeItem extends GiveBackItem {
  variantId: string;
  /** The line's product as it is sold now; null when the shop no longer has it. */
  product: Product | null;
}

/** Whether these goods may be exchanged for other variants of the same product, even, without a person. */
export function mayExchange(
  order: Order,
  items: readonly ExchangeItem[],
  policy: Policy,
  context: PolicyContext,
): Verdict {
  return (
    outsideWindow(order, EXCHANGE, policy, context) ??
    wrongGoods(order, items, EXCHANGE, context) ??
    firstOf(items, (item) => wrongReplacement(order, item)) ??
    notEnough(items) ??
    allow(insideWindow(order, EXCHANGE, policy, context))
  );
}

function firstOf<T>(items: readonly T[], check: (item: T) => Refusal | null): Refusal | null {
  for (const item of items) {
    const refused = check(item);
    if (refused) return refused;
  }
  return null;
}

function wrongReplacement(order: Order, item: ExchangeItem): Refusal | null {
  const line = order.lines.find((candidate) => candidate.id === item.lineId);
  const replacement = variantOf(item);
  if (!line || item.product?.active === false || item.product === null) {
    return no('exchange.not-sold', {
      zh: '这款商品已经下架，没有货可以换。',
      en: 'This product is no longer sold, so there is nothing to exchange it for.',
    });
  }
  if (!replacement || item.product.id !== line.productId) {
    return no('exchange.other-product', {
      zh: '只能换同一款商品的其他规格。',
      en: 'An exchange is possible only for another option of the same product.',
    });
  }
  if (replacement.id === line.variantId) {
    return refusal('exchange.same-variant', {
      zh: '这就是您买的那个规格。',
      en: 'That is the very option that you bought.',
    });
  }
  return evenPrice(line, item.product, replacement) ? null : priceDiffers(line, replacement);
}

/** Even when it costs what was paid for, or when both options cost the same today. */
function evenPrice(line: OrderLine, product: Product, replacement: Variant): boolean {
  const bought = product.variants.find((variant) => variant.id === line.variantId);
  return replacement.price.amount === line.unitPrice.amount || replacement.price.amount === bought?.price.amount;
}

function priceDiffers(line: OrderLine, replacement: Variant): Refusal {
  const difference = {
    amount: Math.abs(replacement.price.amount - line.unitPrice.amount),
    currency: line.unitPrice.currency,
  };
  const dearer = replacement.price.amount > line.unitPrice.amount;
  return no(
    'exchange.price-difference',
    {
      zh: `您想换的规格现价 ${formatMoney(replacement.price, 'zh')}，比您买的${dearer ? '贵' : '便宜'} ${formatMoney(difference, 'zh')}，有差价的换货我这边办不了。`,
      en: `The option you want costs ${formatMoney(replacement.price, 'en')}, ${formatMoney(difference, 'en')} ${dearer ? 'more' : 'less'} than yours; I cannot arrange an exchange with a price difference.`,
    },
    { zh: '可以转人工同事处理差价。', en: 'A colleague can settle the difference with you.' },
  );
}

function notEnough(items: readonly ExchangeItem[]): Refusal | null {
  const wanted = new Map<string, number>();
  for (const item of items) wanted.set(item.variantId, (wanted.get(item.variantId) ?? 0) + item.quantity);
  return firstOf(items, (item) => {
    const variant = variantOf(item);
    if (!variant || variant.stock === null || variant.stock >= (wanted.get(variant.id) ?? 0)) return null;
    const zh = optionsText(variant, 'zh');
    const en = optionsText(variant, 'en');
    return {
      ...refusal('exchange.out-of-stock', {
        zh: variant.stock > 0 ? `${zh}只剩 ${variant.stock} 件，不够换。` : `${zh}现在没货，换不了。`,
        en:
          variant.stock > 0
            ? `Only ${variant.stock} of ${en} are left, not enough for this exchange.`
            : `${en} is out of stock at the moment.`,
      }),
      alternative: {
        command: 'return_items',
        text: { zh: '可以换别的规格，或者直接退货。', en: 'You can choose another option, or return it instead.' },
      },
    };
  });
}

function variantOf(item: ExchangeItem): Variant | undefined {
  return item.product?.variants.find((variant) => variant.id === item.variantId);
}

function optionsText(variant: Variant, locale: 'zh' | 'en'): string {
  const values = variant.options.map((option) => localize(option.value, locale));
  return values.length > 0 ? values.join(locale === 'zh' ? '、' : ', ') : variant.sku;
}
