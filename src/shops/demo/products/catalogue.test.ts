import { describe, expect, it } from 'vitest';
import type { Localized } from '../../../core/locale.ts';
import { attributeOf, inStock } from '../../../core/product.ts';
import { demoProducts, specialGoods } from './catalogue.ts';

const products = demoProducts();
const variants = products.flatMap((product) => product.variants);

function incomplete(texts: Localized[]): Localized[] {
  return texts.filter(({ zh, en }) => !zh?.trim() || !en?.trim() || /[\u3400-\u9fff]/.test(en));
}

describe('the demo catalogue', () => {
  it('[SHOP-30] has at least sixty products over six categories, complete in both languages', () => {
    expect(products.length).toBeGreaterThanOrEqual(60);
    expect(new Set(products.map(({ category }) => category.id)).size).toBe(6);
    const texts = products.flatMap(({ title, description, category, brand, attributes, variants: own }) => [
      title,
      description,
      category.name,
      ...(brand ? [brand] : []),
      ...[...attributes, ...own.flatMap(({ options }) => options)].flatMap(({ label, value }) => [label, value]),
    ]);
    expect(incomplete(texts)).toEqual([]);
    for (const { description } of products) {
      expect(description.zh).toMatch(/[\u3400-\u9fff].{20,}。$/);
      expect(description.en?.length).toBeGreaterThan(60);
    }
  });

  it('[SHOP-30] names every product and variant once, with a price and a counted stock', () => {
    for (const ids of [products.map(({ id }) => id), variants.map(({ id }) => id), variants.map(({ sku }) => sku)]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(variants.filter(({ price }) => price.amount < 1_000 || price.currency !== 'CNY')).toEqual([]);
    expect(variants.filter(({ price, compareAt }) => compareAt && compareAt.amount <= price.amount)).toEqual([]);
    expect(variants.filter(({ stock }) => stock === null || stock < 0 || stock > 200)).toEqual([]);
    for (const { id, variants: own } of products) {
      const combinations = own.map(({ options }) => options.map(({ value }) => value.en).join('/'));
      expect(new Set(combinations).size, id).toBe(combinations.length);
    }
  });

  it('[SHOP-30] has goods that are sold out in part, sold out as a whole, and no longer sold', () => {
    expect(products.filter((product) => product.variants.every((variant) => !inStock(variant))).length).toBeGreaterThan(
      1,
    );
    expect(products.filter(({ active }) => !active).length).toBeGreaterThan(0);
    const partly = products.filter((product) => product.variants.some(inStock) && !product.variants.every(inStock));
    expect(partly.length).toBeGreaterThan(20);
  });

  it('[SHOP-31] has men’s running and walking shoes around 200 yuan in 42, in stock', () => {
    const fitting = products.filter(
      ({ category, attributes, variants: own }) =>
        category.id === 'shoes' &&
        attributeOf(attributes, 'audience')?.en === 'Men' &&
        own.some(
          (variant) =>
            attributeOf(variant.options, 'size')?.en === '42' &&
            inStock(variant) &&
            variant.price.amount >= 17_900 &&
            variant.price.amount <= 22_900,
        ),
    );
    expect(fitting.length).toBeGreaterThanOrEqual(4);
  });

  it('[SHOP-30] says on the product itself what is not taken back as other goods are', () => {
    const told = products.filter(({ attributes }) => attributeOf(attributes, 'returns')).map(({ id }) => id);
    expect(new Set(told)).toEqual(new Set(specialGoods().keys()));
    expect(new Set(specialGoods().values())).toEqual(
      new Set(['hygiene', 'perishable', 'digital', 'periodical', 'opened-seal']),
    );
  });
});
