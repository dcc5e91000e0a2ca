import { describe, expect, it } from 'vitest';
import type { OrderLine } from '../../../../core/order.ts';
import type { Product } from '../../../../core/product.ts';
import { normalise } from '../../../../language/normalise.ts';
import { sampleLine } from '../../../../policy/testing/sample-order.ts';
import { GOODS } from '../testing/goods.ts';
import { exchangeable, othersInStock, wishedVariant } from './variant.ts';

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
