import { localize } from '../core/locale.ts';
import type { Order, OrderLine } from '../core/order.ts';
import type { Product, Variant } from '../core/product.ts';
import type { Refusal } from '../core/verdict.ts';
import { no, refusal } from './give-back.ts';
import type { GiveBackItem } from './item.ts';

/** An item with what it is to become. */
export interface ExchangeItem extends GiveBackItem {
  variantId: string;
  /** The line's product as it is sold now; null when the shop no longer has it. */
  product: Product | null;
}

type Rule = 'exchange' | 'items';

/** Whether each replacement is another option of the same product that is sold, and in stock for all pieces together. */
export function wrongReplacements(
  order: Order,
  items: readonly ExchangeItem[],
  rule: Rule,
  sameAllowed: (item: ExchangeItem) => boolean,
): Refusal | null {
  return (
    firstOf(items, (item) => wrongReplacement(order, item, rule, sameAllowed(item))) ?? notEnough(order, items, rule)
  );
}

function firstOf<T>(items: readonly T[], check: (item: T) => Refusal | null): Refusal | null {
  for (const item of items) {
    const refused = check(item);
    if (refused) return refused;
  }
  return null;
}

function wrongReplacement(order: Order, item: ExchangeItem, rule: Rule, sameAllowed: boolean): Refusal | null {
  const line = lineOf(order, item);
  const replacement = variantOf(item);
  if (!line || item.product?.active === false || item.product === null) {
    return no(`${rule}.not-sold`, {
      zh: '这款商品已经下架，没有货可以换。',
      en: 'This product is no longer sold, so there is nothing to exchange it for.',
    });
  }
  if (!replacement || item.product.id !== line.productId) {
    return no(`${rule}.other-product`, {
      zh: '只能换同一款商品的其他规格。',
      en: 'An exchange is possible only for another option of the same product.',
    });
  }
  if (replacement.id === line.variantId && !sameAllowed) {
    return refusal(`${rule}.same-variant`, {
      zh: '这就是您买的那个规格。',
      en: 'That is the very option that you bought.',
    });
  }
  return null;
}

/** Pieces that the order itself holds of a variant are free once they are given up, while it has not been sent. */
function notEnough(order: Order, items: readonly ExchangeItem[], rule: Rule): Refusal | null {
  const wanted = new Map<string, number>();
  for (const item of items) wanted.set(item.variantId, (wanted.get(item.variantId) ?? 0) + item.quantity);
  if (rule === 'items') {
    for (const item of items) {
      const held = lineOf(order, item)?.variantId ?? '';
      wanted.set(held, (wanted.get(held) ?? 0) - item.quantity);
    }
  }
  return firstOf(items, (item) => {
    const variant = variantOf(item);
    if (!variant || variant.stock === null || variant.stock >= (wanted.get(variant.id) ?? 0)) return null;
    const zh = optionsText(variant, 'zh');
    const en = optionsText(variant, 'en');
    const refused = refusal(`${rule}.out-of-stock`, {
      zh: variant.stock > 0 ? `${zh}只剩 ${variant.stock} 件，不够换。` : `${zh}现在没货，换不了。`,
      en:
        variant.stock > 0
          ? `Only ${variant.stock} of ${en} are left, not enough for this exchange.`
          : `${en} is out of stock at the moment.`,
    });
    return rule === 'exchange' ? { ...refused, alternative: RETURN_INSTEAD } : refused;
  });
}

const RETURN_INSTEAD = {
  command: 'return_items',
  text: { zh: '可以换别的规格，或者直接退货。', en: 'You can choose another option, or return it instead.' },
};

export function variantOf(item: ExchangeItem): Variant | undefined {
  return item.product?.variants.find((variant) => variant.id === item.variantId);
}

export function lineOf(order: Order, item: GiveBackItem): OrderLine | undefined {
  return order.lines.find((line) => line.id === item.lineId);
}

export function optionsText(variant: Variant, locale: 'zh' | 'en'): string {
  const values = variant.options.map((option) => localize(option.value, locale));
  return values.length > 0 ? values.join(locale === 'zh' ? '、' : ', ') : variant.sku;
}
