import { lastFact } from '../../../../core/fact.ts';
import type { Order } from '../../../../core/order.ts';
import type { Product } from '../../../../core/product.ts';
import { lowerCase } from '../../../../language/normalise.ts';
import { stem } from '../../../../language/stem.ts';
import { goodsSaid } from '../read/goods-said.ts';
import { mentioned } from '../read/mention.ts';
import type { Reading } from '../reading.ts';
import { slotTexts } from '../reading.ts';
import { gate, type Script } from '../script.ts';

/** Words for goods, and the orders that hold such. */
interface GoodsMeant {
  orders: Order[];
  /** What the goods were called, where none of the orders holds them. */
  unknown: string | null;
}

/** Words looked up in one turn. */
const MAX_WORDS = 2;

/** The words by which a message names goods, as far as no order's goods are called so. */
function unmatchedWords(reading: Reading, orders: readonly Order[]): string[] {
  const slots = [...slotTexts(reading, 'product'), ...slotTexts(reading, 'category')];
  const words = goodsSaid(reading.text, slots);
  const isKnown = (word: string) => mentioned(orders, ({ lines }) => lines.map(({ title }) => title), word).length > 0;
  return words.some(isKnown) ? [] : words.slice(0, MAX_WORDS);
}

/**
 * Where goods are named by another word than their title, the orders that hold them: 「床品」 is what the shop's own catalogue calls a set of sheets.
 * A word for goods is never passed over: where it fits no order, that is said.
 */
export function* goodsMeant(reading: Reading, orders: readonly Order[]): Script<GoodsMeant> {
  const words = orders.length === 0 ? [] : unmatchedWords(reading, orders);
  for (const query of words) {
    const result = yield* gate('search_products', { query, limit: 20 });
    const products = lastFact(result.facts, 'product-matches')?.value.matches.map(({ product }) => product) ?? [];
    const called = new Set(products.filter((product) => isCalled(product, query)).map(({ id }) => id));
    const meant = orders.filter(({ lines }) => lines.some(({ productId }) => called.has(productId)));
    if (meant.length > 0) return { orders: meant, unknown: null };
  }
  return { orders: [], unknown: words[0] ?? null };
}

function isCalled({ title, category, tags }: Product, word: string): boolean {
  const names = [title.zh, title.en, category.name.zh, category.name.en, ...tags].filter((name) => name !== undefined);
  const said = lowerCase(word);
  if (/\p{Script=Han}/u.test(said)) return names.some((name) => name.includes(said));
  const wanted = stem(said.split(' ').at(-1) ?? '');
  return names.some((name) => (lowerCase(name).match(/[a-z\d]+/g) ?? []).some((each) => stem(each) === wanted));
}
