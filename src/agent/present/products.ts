import type { FactValues, ProductMatch } from '../../core/fact.ts';
import type { Locale } from '../../core/locale.ts';
import { localize } from '../../core/locale.ts';
import { formatMoney } from '../../core/money.ts';
import type { Product, Variant } from '../../core/product.ts';
import { inStock } from '../../core/product.ts';
import type { Block, ProductCard } from '../../core/reply.ts';
import { optionsText } from './options.ts';

/** From here on the number of pieces left is no longer news. */
const PLENTY = 20;

export function productsBlock({ matches }: FactValues['product-matches'], locale: Locale): Block | null {
  const products = matches.flatMap((match) => productCard(match, locale) ?? []);
  return products.length > 0 ? { kind: 'products', products } : null;
}

function productCard({ product, variantId, reasons }: ProductMatch, locale: Locale): ProductCard | null {
  const variant = product.variants.find(({ id }) => id === variantId);
  return variant
    ? cardOf(
        product,
        variant,
        reasons.map((reason) => localize(reason, locale)).join(locale === 'zh' ? '，' : ', '),
        locale,
      )
    : null;
}

function cardOf(product: Product, variant: Variant, reason: string, locale: Locale): ProductCard {
  return {
    productId: product.id,
    variantId: variant.id,
    title: localize(product.title, locale),
    options: optionsText(variant.options, locale),
    price: formatMoney(variant.price, locale),
    ...(variant.compareAt && { compareAt: formatMoney(variant.compareAt, locale) }),
    stock: stockText(variant, locale),
    inStock: inStock(variant),
    reason,
    ...(product.image && { image: product.image }),
  };
}

function stockText(variant: Variant, locale: Locale): string {
  if (!inStock(variant)) return locale === 'zh' ? '缺货' : 'Out of stock';
  if (variant.stock === null || variant.stock >= PLENTY) return locale === 'zh' ? '有货' : 'In stock';
  return locale === 'zh' ? `仅剩 ${variant.stock} 件` : `Only ${variant.stock} left`;
}
