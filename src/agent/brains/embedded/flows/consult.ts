import type { ProductNeed } from '../../../../advice/need.ts';
import type { FactValues, ProductMatch } from '../../../../core/fact.ts';
import { lastFact } from '../../../../core/fact.ts';
import type { Json } from '../../../../core/json.ts';
import { localize } from '../../../../core/locale.ts';
import { formatMoney, type Money } from '../../../../core/money.ts';
import type { Product } from '../../../../core/product.ts';
import type { Choice } from '../../../../core/reply.ts';
import type { Reading } from '../reading.ts';
import { choice, part, question } from '../reading.ts';
import type { Part, Script } from '../script.ts';
import { gate } from '../script.ts';
import { joined, outcomeOf } from './outcome.ts';

/** Cards under one reply. */
const MAX_SHOWN = 4;

export function* findProducts(reading: Reading): Script<Part> {
  const need = reading.deps.readProductNeed(reading.text, undefined, reading.view.shop);
  if (isEmpty(need)) return askNeed(reading, {});
  return yield* search(reading, need);
}

export function* refineSearch(reading: Reading): Script<Part> {
  const previous = lastSearch(reading);
  const text = previous ? reading.text.replace(LIKES, ' ') : reading.text;
  const read = reading.deps.readProductNeed(text, previous, reading.view.shop);
  // Another thing that the receiver likes is to cost what was said before.
  const need = previous && text !== reading.text ? { ...pricesOf(previous), ...read } : read;
  if (isEmpty(need)) return askNeed(reading, {});
  const cheapest = CHEAPER.test(text) && previous ? yield* firstShown(reading) : null;
  if (!cheapest) return yield* search(reading, need, previous);
  const { aroundPrice: _around, ...rest } = need;
  const below = Math.min(need.maxPrice ?? Number.POSITIVE_INFINITY, cheapest.price.amount - 1);
  return yield* search(reading, { ...rest, maxPrice: below }, previous, cheapest);
}

function pricesOf({ minPrice, maxPrice, aroundPrice }: ProductNeed): Partial<ProductNeed> {
  return {
    ...(minPrice !== undefined && { minPrice }),
    ...(maxPrice !== undefined && { maxPrice }),
    ...(aroundPrice !== undefined && { aroundPrice }),
  };
}

const CHEAPER = /便宜|实惠|太贵|有点贵|\bcheaper\b|\bless expensive\b|\btoo expensive\b/i;

interface Shown {
  product: Product;
  price: Money;
}

/** What was shown first: cheaper means cheaper than this. */
function* firstShown(reading: Reading): Script<Shown | null> {
  const [productId] = reading.view.state.shownProducts;
  if (!productId) return null;
  const product = lastFact((yield* gate('get_product', { productId })).facts, 'product')?.value;
  const [price] = product?.variants.map((variant) => variant.price).sort((a, b) => a.amount - b.amount) ?? [];
  return product && price ? { product, price } : null;
}

/** 「你推荐一个就行」: the one that fits best, and why. */
export function* pickBest(reading: Reading): Script<Part> {
  const need = lastSearch(reading);
  if (!need) return askNeed(reading, {});
  const result = yield* gate('search_products', toJson({ ...need, limit: 1 }));
  const fact = lastFact(result.facts, 'product-matches');
  const best = fact?.value.matches[0];
  if (!fact || !best) return outcomeOf(reading, result, null);
  const { locale, say } = reading;
  const reason = best.reasons.map((each) => localize(each, locale)).join(locale === 'zh' ? '，' : ', ');
  const title = localize(best.product.title, locale);
  const flow = { command: 'get_product' as const, slots: { productId: best.product.id }, asking: null };
  return part(say('consult.pick', { title, reason }), { showing: [fact.id], state: { flow } });
}

/** Whom and what for is known, the thing is not: one question about the budget, unless something to go on was said. */
export function* recommendGift(reading: Reading): Script<Part> {
  const need = reading.deps.readProductNeed(reading.text, undefined, reading.view.shop);
  const hasBudget = need.maxPrice !== undefined || need.aroundPrice !== undefined || need.minPrice !== undefined;
  const asked = reading.flow?.command === 'search_products';
  if (!hasBudget && !asked) return askNeed(reading, { need: toJson(need), gift: true });
  return yield* search(reading, need);
}

/** The answer to 「什么样的、多少预算」: added to what was said before. */
export function* continueSearch(reading: Reading): Script<Part> {
  const kept = reading.flow?.slots.need;
  const previous = isNeed(kept) ? kept : lastSearch(reading);
  const text = reading.flow?.slots.gift === true ? reading.text.replace(LIKES, ' ') : reading.text;
  if (WHATEVER.test(text.trim()) && previous) return yield* search(reading, previous);
  const need = reading.deps.readProductNeed(text, previous, reading.view.shop);
  // Whatever the answer was, the second question is never a third: what there is, is shown.
  return yield* search(reading, isEmpty(need) ? { ...need, query: reading.text.slice(0, 200) } : need);
}

/** No wish in answer to the question for one: what is known has to do. */
const WHATEVER =
  /^(?:都行|随便|都可以|不限|无所谓|没(?:有)?(?:要求|预算)|不知道|你(?:看着)?(?:推荐|挑|选)(?:吧)?|whatever|anything(?: is fine)?|no (?:limit|idea)|(?:i )?don'?t (?:know|mind|care)|up to you|any)[。.!~]*$/i;

/** 「她喜欢露营」: what is liked is the wish, not the liking. */
const LIKES =
  /[他她]?(?:平时)?(?:很|比较|最)?(?:喜欢|爱好|爱)(?:是)?|\b(?:she|he|they)(?: really)? (?:likes?|loves?|enjoys?|is into|are into)\b/gi;

function askNeed(reading: Reading, slots: Record<string, Json>): Part {
  const gift = slots.gift === true;
  const flow = { command: 'search_products' as const, slots, asking: 'need' };
  return question(flow, reading.say(gift ? 'consult.ask-budget' : 'consult.ask-need'));
}

/** `before`: what is kept where the refined wish finds nothing. `bound`: what the new ones must cost less than. */
function* search(reading: Reading, need: ProductNeed, before?: ProductNeed, bound?: Shown): Script<Part> {
  const input = toJson({ ...need, limit: MAX_SHOWN });
  const result = yield* gate('search_products', input);
  const fact = lastFact(result.facts, 'product-matches');
  if (!fact) return outcomeOf(reading, result, null);
  const { matches, unmet } = fact.value;
  const isCheaper = ({ product, variantId }: ProductMatch) =>
    product.variants.some(({ id, price }) => id === variantId && price.amount < (bound?.price.amount ?? 0));
  if (bound && !matches.some(isCheaper)) {
    const slots = {
      title: localize(bound.product.title, reading.locale),
      price: formatMoney(bound.price, reading.locale),
    };
    return part(reading.say('consult.cheapest', slots), { state: { flow: null } });
  }
  const state = { flow: null, search: toJson(need), shownProducts: matches.map(({ product }) => product.id) };
  if (matches.length === 0 && before) return part(nothing(reading, unmet), { state: { flow: null } });
  if (matches.length === 0) return part(nothing(reading, unmet), { state: { ...state, shownProducts: [] } });
  return part(intro(reading, need, fact.value), {
    showing: [fact.id],
    state,
    choices: refinements(reading, fact.value),
  });
}

function intro(reading: Reading, need: ProductNeed, { matches, unmet }: FactValues['product-matches']): string {
  const { say, locale } = reading;
  const wishes = wishWords(reading, need);
  const count = matches.length;
  const opening =
    unmet.length > 0
      ? say('consult.partly', {
          unmet: unmet.map((each) => localize(each, locale)).join(locale === 'zh' ? '，' : '; '),
          count,
        })
      : wishes
        ? count === 1
          ? say('consult.found-for-one', { wishes })
          : say('consult.found-for', { wishes, count })
        : count === 1
          ? say('consult.found-one')
          : say('consult.found', { count });
  const first = matches[0];
  const reason = first?.reasons.map((each) => localize(each, locale)).join(locale === 'zh' ? '，' : ', ');
  const favourite =
    first && reason && count > 1 ? say('consult.first', { title: localize(first.product.title, locale), reason }) : '';
  return joined(reading, [opening, favourite]);
}

/** What the search went by, so that a misreading shows. */
function wishWords(reading: Reading, need: ProductNeed): string {
  const words = [priceWords(reading, need), sizeWords(reading, need.size), need.colour ?? ''];
  return words.filter(Boolean).join(reading.locale === 'zh' ? '、' : ', ');
}

function priceWords({ locale, say, view }: Reading, need: ProductNeed): string {
  const price = (amount: number) => formatMoney({ amount, currency: view.shop.currency }, locale);
  const { minPrice, maxPrice, aroundPrice } = need;
  if (aroundPrice !== undefined) return say('wish.price-around', { price: price(aroundPrice) });
  if (minPrice !== undefined && maxPrice !== undefined)
    return say('wish.price-range', { from: price(minPrice), to: price(maxPrice) });
  if (maxPrice !== undefined) {
    // 「再便宜点」 leaves one unit less than what was seen.
    const below = maxPrice % 100 === 99;
    return below
      ? say('wish.price-below', { price: price(maxPrice + 1) })
      : say('wish.price-max', { price: price(maxPrice) });
  }
  return minPrice === undefined ? '' : say('wish.price-min', { price: price(minPrice) });
}

function sizeWords({ say }: Reading, size: string | undefined): string {
  if (!size) return '';
  return /^(?:\d{2}(?:\.5)?|X{0,4}[SML])$/.test(size) ? say('wish.size', { size }) : size;
}

function nothing(reading: Reading, unmet: FactValues['product-matches']['unmet']): string {
  const missing = unmet.map((each) => localize(each, reading.locale)).join(reading.locale === 'zh' ? '，' : '; ');
  return missing ? reading.say('consult.none-for', { unmet: missing }) : reading.say('consult.none');
}

function refinements(reading: Reading, { matches, total }: FactValues['product-matches']): Choice[] {
  if (total <= 1) return [];
  const compare = matches.length > 1 ? [choice(reading.say('choice.compare'))] : [];
  return [choice(reading.say('choice.cheaper')), ...compare];
}

function isEmpty(need: ProductNeed): boolean {
  return (
    need.query.trim() === '' &&
    Object.entries(need).every(
      ([key, value]) =>
        key === 'query' || key === 'limit' || value === undefined || (Array.isArray(value) && value.length === 0),
    )
  );
}

export function lastSearch(reading: Reading): ProductNeed | undefined {
  const { search: kept } = reading.view.state;
  return isNeed(kept) ? kept : undefined;
}

function isNeed(value: Json | null | undefined): value is { [key: string]: Json } & ProductNeed {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value.query === 'string';
}

/** Without the members that are not set: the state is JSON. */
function toJson(need: ProductNeed): Record<string, Json> {
  const entries = Object.entries(need).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Record<string, Json>;
}
