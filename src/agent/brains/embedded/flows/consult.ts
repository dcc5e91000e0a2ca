import type { ProductNeed } from '../../../../advice/need.ts';
import type { ProductMatch } from '../../../../core/fact.ts';
import { lastFact } from '../../../../core/fact.ts';
import type { Json } from '../../../../core/json.ts';
import { localize } from '../../../../core/locale.ts';
import { formatMoney, type Money } from '../../../../core/money.ts';
import type { Product } from '../../../../core/product.ts';
import type { Reading } from '../reading.ts';
import { part, question } from '../reading.ts';
import type { Part, Script } from '../script.ts';
import { gate } from '../script.ts';
import { foreignWords, intro, nothing, refinements } from './consult-words.ts';
import { nextOnes, otherMakers, wantsMore, wantsOtherMaker } from './more.ts';
import { joined, outcomeOf } from './outcome.ts';

/** Cards under one reply. */
const MAX_SHOWN = 4;

export function* findProducts(reading: Reading): Script<Part> {
  if (lastSearch(reading) && (wantsMore(reading) || wantsOtherMaker(reading))) return yield* refineSearch(reading);
  const need = reading.deps.readProductNeed(reading.text, undefined, reading.view.shop);
  if (isEmpty(need)) return askNeed(reading, {});
  return yield* search(reading, need);
}

export function* refineSearch(reading: Reading): Script<Part> {
  const previous = lastSearch(reading);
  if (previous && wantsMore(reading)) return yield* moreOf(reading, previous);
  if (previous && wantsOtherMaker(reading))
    return yield* search(reading, yield* otherMakers(reading, previous), previous);
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

/** The next ones of the same search, and never the same again. */
function* moreOf(reading: Reading, previous: ProductNeed): Script<Part> {
  const need = nextOnes(reading, previous);
  const result = yield* gate('search_products', toJson({ ...need, limit: 1 }));
  const left = lastFact(result.facts, 'product-matches')?.value.matches.length ?? 0;
  return left === 0 ? part(reading.say('consult.no-more'), { state: { flow: null } }) : yield* search(reading, need);
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
  if (!fact) return outcomeOf(reading, result, null);
  if (!best) return part(nothing(reading, fact.value.unmet), { state: { flow: null } });
  const { locale, say } = reading;
  const reason = best.reasons.map((each) => localize(each, locale)).join(locale === 'zh' ? '，' : ', ');
  const title = localize(best.product.title, locale);
  const flow = { command: 'get_product' as const, slots: { productId: best.product.id }, asking: null };
  const unmet = fact.value.unmet.map((each) => localize(each, locale)).join(locale === 'zh' ? '，' : '; ');
  const words = unmet ? say('consult.pick-partly', { unmet, title, reason }) : say('consult.pick', { title, reason });
  return part(words, { showing: [fact.id], state: { flow } });
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
  const asked = reading.say(gift ? 'consult.ask-budget' : 'consult.ask-need');
  return question(flow, joined(reading, [foreignWords(reading), asked]));
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
