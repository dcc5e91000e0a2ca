import { factsOf, lastFact } from '../../../../core/fact.ts';
import type { Json } from '../../../../core/json.ts';
import type { Localized } from '../../../../core/locale.ts';
import type { Product } from '../../../../core/product.ts';
import { normalise } from '../../../../language/normalise.ts';
import { words } from '../../../../language/segment.ts';
import { stem } from '../../../../language/stem.ts';
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

/** What the words name: one of the goods, several that fit equally, or something that the shop does not have (`missing`). */
interface Named {
  products: Product[];
  /** The search that found them, for their cards. */
  factId: string | null;
  missing: Localized | null;
}

export const NOTHING_NAMED: Named = { products: [], factId: null, missing: null };

/** The goods that the words themselves name, where they name more than what is on the table answers to. */
export function* findNamed(reading: Reading, shown: readonly Product[]): Script<Named> {
  const { text } = reading;
  const names = namesThing(text);
  // 「这个防水吗」: what is pointed at, or with nothing on the table a question which.
  if (THIS_ONE.test(text) && !names) return NOTHING_NAMED;
  const query = queryOf(reading);
  if (!query) return NOTHING_NAMED;
  const wanted = nameWords(text, String(query.query));
  const onTable = Math.max(0, ...shown.map((product) => called(product, wanted)));
  if (shown.length > 0 && onTable >= wanted.length) return NOTHING_NAMED;
  const result = yield* gate('search_products', wanted.length > 0 ? { ...query, query: wanted.join(' ') } : query);
  const fact = lastFact(result.facts, 'product-matches');
  const found = fact?.value.matches.map(({ product }) => product) ?? [];
  const most = Math.max(0, ...found.map((product) => called(product, wanted)));
  // 「华为手机」 where there is none: the price of another one is no answer.
  const unmet = fact?.value.unmet[0];
  if (unmet && names && (shown.length === 0 || onTable === 0 || most > onTable))
    return { ...NOTHING_NAMED, missing: unmet };
  if (unmet || most <= onTable || (shown.length > 0 && !names && most < TELLING && !hasBrand(found, wanted)))
    return NOTHING_NAMED;
  const products = found.filter((product) => called(product, wanted) === most);
  return { products, factId: fact?.id ?? null, missing: null };
}

/** Of goods on the table nothing less than two words of a name leads away. */
const TELLING = 2;
/** 防水, 保温, "waterproof" are asked about; they name nothing. */
const QUALITY = /^[防保降不耐抗免机]\p{Script=Han}+$|proof$|wash/u;
const CODE = /^(?=.*\d)[a-z\d]{1,8}$/;

function nameWords(text: string, query: string): string[] {
  const kept = words(query).filter((word) => word.length > 1 && (namesThing(word) || !QUALITY.test(word)));
  return [...new Set([...kept, ...words(text).filter((word) => CODE.test(word))])];
}

/** How many of the words the product is called by: its title, brand, kind and search words. */
function called({ title, brand, category, tags }: Product, wanted: readonly string[]): number {
  const names = [title.zh, title.en, brand?.zh, brand?.en, category.name.zh, category.name.en, ...tags];
  const text = normalise(names.filter(Boolean).join('\n')).text.toLowerCase();
  const latin = new Set((text.match(/[a-z\d]+/g) ?? []).map(stem));
  return wanted.filter((word) =>
    /[a-z\d]/.test(word) ? latin.has(stem(word)) : text.includes(word) || text.includes(word.replace(/子$/, '')),
  ).length;
}

function hasBrand(products: readonly Product[], wanted: readonly string[]): boolean {
  return products.some(({ brand }) =>
    wanted.some((word) => [brand?.zh, brand?.en].some((name) => name?.toLowerCase().includes(word))),
  );
}

function queryOf(reading: Reading): Record<string, Json> | null {
  const need = reading.deps.readProductNeed(reading.text, undefined, reading.view.shop);
  if (need.query.trim() === '' && !need.category) return null;
  return { query: need.query, ...(need.category && { category: need.category }), limit: 4 };
}

/** What the shop has for the words alone, prices and sizes aside. */
export function* findForWords(reading: Reading): Script<Product[]> {
  const query = queryOf(reading);
  if (!query) return [];
  const result = yield* gate('search_products', query);
  return lastFact(result.facts, 'product-matches')?.value.matches.map(({ product }) => product) ?? [];
}
