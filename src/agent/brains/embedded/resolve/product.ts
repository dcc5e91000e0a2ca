import { factsOf, lastFact } from '../../../../core/fact.ts';
import type { Product } from '../../../../core/product.ts';
import { mentioned, namesThing } from '../read/mention.ts';
import { ordinalsIn, pick } from '../read/ordinal.ts';
import type { Reading } from '../reading.ts';
import { told } from '../reading.ts';
import { call, gate, gateAll, type Script } from '../script.ts';

const CHEAPER = /(?:更|最)?便宜(?:的)?那|最便宜|\bthe cheap(?:er|est) one\b/i;
const DEARER = /贵(?:的|点)?(?:的)?那|最贵|\bthe (?:more expensive|dearer|most expensive) one\b/i;
const THIS_ONE = /这[个款双件条]|那[个款双件条]|它|\b(?:this|that|it)\b/i;

/** The products that a message is about: by place in what was shown, by their names, by price, else those on the table. */
export function* findShown(reading: Reading, wanted: 'one' | 'several'): Script<Product[]> {
  const shown = reading.view.state.shownProducts;
  if (shown.length === 0) return [];
  const places = ordinalsIn(reading.text, true).flatMap((ordinal) => pick(shown, ordinal) ?? []);
  if (places.length > 0) return yield* load(places);
  const products = yield* load(shown);
  const current = told(reading, 'productId');
  const named = mentioned(
    products,
    (product) => [product.title, ...product.variants.flatMap(({ options }) => options.map((o) => o.value))],
    reading.text,
  );
  if (named.length > 0 && (wanted === 'several' ? named.length > 1 : named.length < products.length)) return named;
  const byPrice = [...products].sort((a, b) => lowestPrice(a) - lowestPrice(b));
  const extreme = CHEAPER.test(reading.text) ? byPrice[0] : DEARER.test(reading.text) ? byPrice.at(-1) : undefined;
  if (extreme) return [extreme];
  const talkedOf = products.filter(({ id }) => id === current);
  if (wanted === 'one' && talkedOf.length > 0) return talkedOf;
  if (wanted === 'one' && THIS_ONE.test(reading.text)) return products.slice(0, 1);
  return products;
}

function lowestPrice(product: Product): number {
  return Math.min(...product.variants.map(({ price }) => price.amount));
}

function* load(ids: readonly string[]): Script<Product[]> {
  const results = yield* gateAll(ids.map((productId) => call('get_product', { productId })));
  return results.flatMap(({ facts }) => factsOf(facts, 'product').map(({ value }) => value));
}

/** The product that the words themselves name, when nothing is on the table. */
export function* findNamed(reading: Reading): Script<Product | null> {
  // 「这个防水吗」, and nothing on the table: which one has to be asked.
  if (THIS_ONE.test(reading.text) && !namesThing(reading.text)) return null;
  const products = yield* findForWords(reading);
  return mentioned(products, (product) => [product.title], reading.text)[0] ?? null;
}

/** What the shop has for the words alone, prices and sizes aside. */
export function* findForWords(reading: Reading): Script<Product[]> {
  const need = reading.deps.readProductNeed(reading.text, undefined, reading.view.shop);
  if (need.query.trim() === '' && !need.category) return [];
  const result = yield* gate('search_products', {
    query: need.query,
    ...(need.category && { category: need.category }),
    limit: 4,
  });
  return lastFact(result.facts, 'product-matches')?.value.matches.map(({ product }) => product) ?? [];
}
