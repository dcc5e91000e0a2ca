import { describe, expect, it } from 'vitest';
import { money } from '../../../../core/money.ts';
import type { OrderLine } from '../../../../core/order.ts';
import type { Attribute, Product } from '../../../../core/product.ts';
import { normalise } from '../../../../language/normalise.ts';
import { sampleLine } from '../../../../policy/testing/sample-order.ts';
import { GOODS } from '../testing/goods.ts';
import { exchangeable, nearestTo, othersInStock, wishedVariant } from './variant.ts';

const runner = GOODS.find(({ id }) => id === 'runner') as Product;

/** The black 42 that was bought. */
const bought: OrderLine = sampleLine({
  productId: 'runner',
  variantId: 'runner-black-42',
  options: runner.variants[1]?.options ?? [],
});

const wish = (text: string) => wishedVariant(normalise(text).text, runner, bought);

describe('the wished variant', () => {
  it.each([
    ['换大一码', 'runner-black-43'],
    ['one size up please', 'runner-black-43'],
    ['小一码', 'runner-black-41'],
    ['换４３码', 'runner-black-43'],
    ['四十三码', 'runner-black-43'],
    ['换红色的', 'runner-red-42'],
    ['the red one instead', 'runner-red-42'],
  ])('[EMB-33] %s is %s: what is not named stays as it was bought', (text, variantId) => {
    expect(wish(text)).toMatchObject({ variant: { id: variantId }, missed: null });
  });

  it.each([
    ['换44码', '44'],
    ['换46码', '46码'],
    ['大三码', '大三码'],
    ['红色43码', '红色 43'],
    ['换蓝色', '蓝色'],
  ])('[EMB-33] %s cannot be sent, and that is said as %s', (text, missed) => {
    expect(wish(text)).toEqual({ variant: null, missed, guessed: null });
  });

  it.each([
    ['鞋子太小了', 'runner-black-43'],
    ['they are too big', 'runner-black-41'],
  ])('[EMB-33] %s names no size: the next one is only guessed', (text, guessed) => {
    expect(wish(text)).toMatchObject({ variant: null, missed: null, guessed: { id: guessed } });
  });

  it('[EMB-33] a number of an order, a phone or a price is no size', () => {
    for (const text of ['XE20261143-0043', '13800004343', '退我43块']) expect(wish(text).variant).toBeNull();
  });

  it('[EMB-33] what is offered instead is in stock and costs the same, nearest first', () => {
    const dearer = {
      ...runner,
      variants: runner.variants.map((each) =>
        each.id === 'runner-red-42' ? { ...each, price: { amount: 99_900, currency: 'CNY' } } : each,
      ),
    };
    expect(exchangeable(runner, bought).map(({ id }) => id)).toEqual([
      'runner-black-41',
      'runner-black-43',
      'runner-red-42',
    ]);
    expect(exchangeable(dearer, bought).map(({ id }) => id)).toEqual(['runner-black-41', 'runner-black-43']);
  });

  it('[EMB-33] of all others in stock those in the wished direction are named first', () => {
    const ids = (words: string) => othersInStock(runner, bought, words).map(({ id }) => id);
    expect(ids('换双大点的')).toEqual(['runner-black-43']);
    expect(ids('a smaller one please')).toEqual(['runner-black-41']);
    expect(ids('换一双')).toEqual(['runner-black-41', 'runner-black-43', 'runner-red-42']);
  });
});

type Options = Record<string, string>;

const of = (options: Options): Attribute[] =>
  Object.entries(options).map(([key, value]) => ({
    key,
    label: LABELS[key] ?? { zh: key, en: key },
    value: { zh: value, en: value },
  }));

const LABELS: Record<string, { zh: string; en: string }> = {
  capacity: { zh: '容量', en: 'Capacity' },
  waterproof: { zh: '防水', en: 'Waterproof' },
  length: { zh: '长度', en: 'Length' },
  level: { zh: '难度', en: 'Level' },
};

/** A product of those variants, the first of which was bought; each with its price and its stock. */
function wishOf(variants: readonly (readonly [options: Options, yuan: number, stock?: number])[]) {
  const product: Product = {
    ...runner,
    variants: variants.map(([options, yuan, stock = 3], at) => ({
      id: `v${at}`,
      sku: `v${at}`,
      options: of(options),
      price: money(yuan * 100, 'CNY'),
      stock,
    })),
  };
  const line = sampleLine({ productId: product.id, variantId: 'v0', options: of(variants[0]?.[0] ?? {}) });
  const read = (text: string) => normalise(text).text;
  return {
    variant: (text: string) => wishedVariant(read(text), product, line).variant?.id ?? null,
    near: (text: string) => nearestTo(read(text), product, line).map(({ id }) => id),
  };
}

describe('a variant named by what it measures', () => {
  const bottle = wishOf([
    [{ capacity: '500ml', colour: 'black' }, 49],
    [{ capacity: '750ml', colour: 'black' }, 59],
    [{ capacity: '1000ml', colour: 'black' }, 69],
    [{ capacity: '1000ml', colour: 'green' }, 39],
    [{ capacity: '750ml', colour: 'green' }, 29, 0],
  ]);

  it.each([
    ['the 1000ml one', 'v2'],
    ['a 1000 ml bottle please', 'v2'],
    ['换 1000 ml 的', 'v2'],
    ['I would like 750ml', 'v1'],
    ['the largest capacity', 'v2'],
    ['换容量最大的', 'v2'],
    ['最大的那个', 'v2'],
    ['the smallest one', null],
    ['the cheapest one you have', 'v3'],
    ['最便宜的', 'v3'],
    ['the most expensive one', 'v2'],
    ['the cheapest black one', null],
    ['the cheapest 1000ml', 'v3'],
  ])('[EMB-97] %s is %s', (text, id) => {
    expect(bottle.variant(text)).toBe(id);
  });

  const boots = wishOf([
    [{ length: '3 ft', waterproof: 'yes', level: 'expert' }, 10],
    [{ length: '4 ft', waterproof: 'yes', level: 'expert' }, 10],
    [{ length: '3 ft', waterproof: 'no', level: 'expert' }, 10],
    [{ length: '3 ft', waterproof: 'yes', level: 'beginner' }, 10],
    [{ length: '6 ft', waterproof: 'no', level: 'beginner' }, 10],
  ]);

  it.each([
    ['a 4-foot one', 'v1'],
    ['4 feet please', 'v1'],
    ['one that is not waterproof', 'v2'],
    ['a non-waterproof one', 'v2'],
    ['不防水的', 'v2'],
    ['the easiest level', 'v3'],
    ["I don't care whether it is waterproof", null],
    ['order 4 of them', null],
  ])('[EMB-97] %s is %s', (text, id) => {
    expect(boots.variant(text)).toBe(id);
  });

  it('[EMB-97] what cannot be had with all else as it was is not taken; what has it is told, the nearest first', () => {
    expect(boots.variant('the 6 ft one')).toBeNull();
    expect(boots.near('the 6 ft one')).toEqual(['v4']);
    expect(bottle.near('a green one')).toEqual(['v3']);
    expect(bottle.near('something else')).toEqual([]);
  });
});
