import { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { localize } from '../core/locale.ts';
import { inStock, type Product, type Variant } from '../core/product.ts';
import { refuse } from '../core/verdict.ts';
import type { RecordCommand } from './command.ts';
import { identifier } from './inputs.ts';

const input = z.strictObject({ productId: identifier, variantId: identifier });

export const notifyWhenInStock: RecordCommand<z.infer<typeof input>> = {
  name: 'notify_when_in_stock',
  effect: 'record',
  description: {
    zh: '缺货的规格登记到货提醒：到货后在这个对话里告诉顾客。有货的不用登记。',
    en: 'For an option that is sold out: tell the customer in this chat when it is back. Not for what is in stock.',
  },
  input,
  orderNumber: () => null,
  async record({ productId, variantId }, { shop }, recorder) {
    const product = await shop.getProduct(productId);
    const variant = product?.variants.find(({ id }) => id === variantId);
    const source = { kind: 'shop', ref: `product:${productId}` } as const;
    if (!product || !variant) return { facts: [{ kind: 'not-found', value: { what: 'product' }, source }] };
    const title = named(product, variant);
    if (!product.active) return { facts: [], verdict: refuse('stock-alert.not-sold', NOT_SOLD) };
    if (inStock(variant)) return { facts: [], verdict: refuse('stock-alert.in-stock', isInStock(title)) };
    const alert = await recorder.stockAlert({ productId, variantId });
    return {
      facts: [
        { kind: 'stock-alert', value: { ...alert, title }, source: { kind: 'gate', ref: `stock-alert:${alert.id}` } },
      ],
    };
  },
};

const NOT_SOLD: Localized = {
  zh: '这款商品已经下架，不会再到货。',
  en: 'This product is no longer sold, so it will not be back.',
};

function isInStock(title: { zh: string; en: string }): Localized {
  return { zh: `${title.zh}现在有货，可以直接下单。`, en: `${title.en} is in stock now; you can order it.` };
}

/** 轻跑 3 跑鞋（黑色 / 42） */
function named({ title }: Product, { options }: Variant): { zh: string; en: string } {
  const of = (locale: 'zh' | 'en') => options.map(({ value }) => localize(value, locale)).join(' / ');
  const [zh, en] = [of('zh'), of('en')];
  return {
    zh: `${localize(title, 'zh')}${zh && `（${zh}）`}`,
    en: `${localize(title, 'en')}${en && ` (${en})`}`,
  };
}
