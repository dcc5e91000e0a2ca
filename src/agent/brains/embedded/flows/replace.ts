import type { PaymentMethodView } from '../../../../core/after-sales.ts';
import { factsOf } from '../../../../core/fact.ts';
import type { Json } from '../../../../core/json.ts';
import { localize } from '../../../../core/locale.ts';
import { formatMoney } from '../../../../core/money.ts';
import type { Order, OrderLine } from '../../../../core/order.ts';
import { inStock, type Product, type Variant } from '../../../../core/product.ts';
import type { Quote } from '../../../../core/quote.ts';
import { isPlainAffirmation } from '../../../../language/affirmation.ts';
import { differenceQuote } from '../../../../policy/difference.ts';
import { isEchoingAssent } from '../../../assent/echoing.ts';
import type { Flow } from '../../../brain.ts';
import { saysOption } from '../read/option.ts';
import type { Reading } from '../reading.ts';
import { choice, part, personChoice, question, told } from '../reading.ts';
import { aboutSoFar } from '../resolve/about.ts';
import { lineLabel, wordsFor } from '../resolve/chosen.ts';
import type { ChosenLine } from '../resolve/lines.ts';
import { findMeans, ownMeans, payingMeans } from '../resolve/means.ts';
import { missedOptions } from '../resolve/missed.ts';
import { exchangeable, inDirection, nearestTo, optionWords, othersInStock, wishedVariant } from '../resolve/variant.ts';
import { call, gateAll, type Script, tell } from '../script.ts';
import { ended } from './begun.ts';
import { isTaste, type Why } from './give-back.ts';

/** Variants offered as buttons at once. */
const MAX_OFFERED = 6;

/** A gift card that does not cover the difference: another means of payment is asked for. */
export const SHORT = { 'gift-card-short': 'means' };

/** An item with what it is to become. */
export interface Replacement {
  lineId: string;
  quantity: number;
  variantId: string;
  product: Product;
}

/** What each chosen line is to become. Asks, and ends there, for the first of which it is not clear. */
export function* findReplacements(
  reading: Reading,
  chosen: readonly ChosenLine[],
  flow: Flow,
  about: string,
  why: Why | null,
): Script<Replacement[]> {
  const lines = chosen.map(({ line }) => line);
  const found: Replacement[] = [];
  const ids = [...new Set(lines.map(({ productId }) => productId))];
  // All in one round: a turn has only so many.
  const results = yield* gateAll(ids.map((productId) => call('get_product', { productId })));
  const products = results.flatMap(({ facts }) => factsOf(facts, 'product').map(({ value }) => value));
  for (const { line, quantity } of chosen) {
    const product = products.find(({ id }) => id === line.productId);
    if (!product) return yield* tell(gone(reading, flow));
    const waiting = { ...flow, slots: { ...flow.slots, variants: variantSlots(found), choosing: line.id } };
    const variant = yield* findVariant(reading, { product, line, lines, flow: waiting, why, about });
    found.push({ lineId: line.id, quantity, variantId: variant.id, product });
  }
  return found;
}

export function variantSlots(found: readonly Replacement[]): Record<string, Json> {
  return Object.fromEntries(found.map(({ lineId, variantId }) => [lineId, variantId]));
}

/** What a difference in price is settled with, where the rules leave that to the customer; null where they do not. */
export function* findSettlement(
  reading: Reading,
  order: Order,
  flow: Flow,
  items: readonly Replacement[],
): Script<PaymentMethodView | null> {
  const isOpen = reading.deps.policy.priceDifference === 'named-method';
  if (!isOpen) return null;
  // What would settle a difference is kept with the order; where there is none nobody is asked.
  if (differenceQuote(order, items).amount.amount === 0) return payingMeans(order, yield* ownMeans(reading));
  const unlessSaid = payingMeans(order, yield* ownMeans(reading));
  const ask = { which: 'means.settle', fits: () => true, onlyOne: false, order, unlessSaid } as const;
  const means = yield* findMeans(reading, flow, ask);
  flow.slots.paymentMethodId = means.id;
  return means;
}

interface Wanted {
  product: Product;
  line: OrderLine;
  lines: readonly OrderLine[];
  flow: Flow;
  why: Why | null;
  /** The words of the wish, of this message or of earlier ones. */
  about: string;
}

/** 「换个新的」「换同款」 "a replacement": the very same again. */
const SAME_AGAIN =
  /换个?(?:一个)?(?:全?新|好)的|同款|同样|一样的|一模一样|原样|补发|\b(?:same (?:one|again|item|thing)|replacement|replace (?:it|them)|new one)\b/i;

function* findVariant(reading: Reading, wanted: Wanted): Script<Variant> {
  const { product, line, lines, flow, why, about } = wanted;
  const isAsked = reading.flow?.asking === 'size' && (reading.flow.slots.choosing ?? line.id) === line.id;
  const now = wordsFor(line, lines, reading.text);
  const isNow = isAsked || wishedVariant(now, product, line).variant !== null;
  const words = isAsked ? reading.text : isNow ? now : wordsFor(line, lines, about);
  const agreed = isAsked ? agreedTo(reading, product, line, flow) : undefined;
  if (agreed) return agreed;
  const { variant, missed, guessed: next } = wishedVariant(words, product, line);
  // With nothing said, what was asked about is asked about again.
  const guessed = next ?? (reading.text === '' && isAsked ? guessedBefore(reading, product) : null);
  if (variant) return variant;
  const kept = product.variants.find(({ id }) => id === rememberedVariant(reading, line));
  if (kept && !missed) return kept;
  const same = sameAgain(reading, product, line, why);
  if (same && !missed && SAME_AGAIN.test(words)) return same;
  const offered = inDirection(replaceable(reading, product, line), line, words);
  const isFault = flow.command === 'exchange_items' && why !== null && !isTaste(why);
  if (offered.length === 0 && !(same && isFault)) return yield* tell(noneLeft(reading, wanted, words));
  const { about: _about, ...rest } = flow.slots;
  const slots = lines.length > 1 ? flow.slots : rest;
  const title = lineLabel(reading, line, lines);
  const bought = optionWords(reading, line.options);
  const choices = offered.slice(0, MAX_OFFERED).map((each) => choice(optionWords(reading, each.options)));
  const asked: Flow = { ...flow, slots, asking: 'size' };
  if (guessed) {
    const instead = optionWords(reading, guessed.options);
    const text = reading.say('exchange.guess', { title, bought, instead });
    const others = choices.filter(({ label }) => label !== instead);
    const guess = { ...asked, slots: { ...slots, guessed: guessed.id } };
    return yield* tell(question(guess, text, [choice(instead), ...others].slice(0, MAX_OFFERED)));
  }
  const near = missed ? nearestTo(words, product, line).filter((each) => offered.includes(each)) : [];
  const [nearest] = near;
  if (missed && nearest) {
    const fitting = near.slice(0, MAX_OFFERED).map((each) => choice(optionWords(reading, each.options)));
    const instead = optionWords(reading, nearest.options);
    if (near.length > 1) return yield* tell(question(asked, reading.say('exchange.near', { missed }), fitting));
    const guess = { ...asked, slots: { ...slots, guessed: nearest.id } };
    return yield* tell(question(guess, reading.say('exchange.only-near', { missed, instead }), fitting));
  }
  if (missed) {
    const key = missedOptions(missed, product).length > 0 ? 'exchange.unmade' : 'exchange.missed';
    return yield* tell(question(asked, reading.say(key, { title, missed }), choices));
  }
  if (isFault) {
    const first = same ? choice(reading.say('choice.same-again')) : personChoice(reading);
    const key = same ? 'exchange.faulty' : 'exchange.faulty-none';
    const ways = [first, choice(reading.say('choice.return')), ...choices].slice(0, MAX_OFFERED);
    return yield* tell(question(asked, reading.say(key, { title }), ways));
  }
  return yield* tell(question(asked, reading.say('exchange.which', { title, bought }), choices));
}

function rememberedVariant({ flow }: Reading, line: OrderLine): string | null {
  const variants = flow?.slots.variants;
  const id = typeof variants === 'object' && variants !== null && !Array.isArray(variants) ? variants[line.id] : null;
  return typeof id === 'string' ? id : null;
}

/** The very variant that was bought, where the rules let it be sent again and there is one to send. */
function sameAgain({ deps }: Reading, product: Product, line: OrderLine, why: Why | null): Variant | null {
  const mayBe = deps.policy.sameVariant === 'allowed' || (why !== null && !isTaste(why));
  const bought = product.variants.find(({ id }) => id === line.variantId);
  return mayBe && bought && inStock(bought) ? bought : null;
}

/** What may be taken instead without a person. */
function replaceable({ deps }: Reading, product: Product, line: OrderLine): Variant[] {
  return deps.policy.priceDifference === 'named-method'
    ? othersInStock(product, line, '')
    : exchangeable(product, line);
}

function noneLeft(reading: Reading, { product, line, flow }: Wanted, words: string) {
  const title = localize(line.title, reading.locale);
  const isExchange = flow.command === 'exchange_items';
  const person = personChoice(reading);
  const choices = isExchange ? [choice(reading.say('choice.return')), person] : [person];
  const others = othersInStock(product, line, words).slice(0, MAX_OFFERED);
  const offer: Flow = { command: 'hand_off', slots: {}, asking: 'offer' };
  if (others.length > 0) {
    const options = others.map((each) => priced(reading, each)).join(reading.locale === 'zh' ? '、' : '; ');
    const text = reading.say('exchange.other-price', { title, bought: optionWords(reading, line.options), options });
    return ended(flow, part(text, { choices: choices.toReversed(), state: { flow: offer } }));
  }
  if (!isExchange) return ended(flow, part(reading.say('items.none', { title }), { choices, state: { flow: offer } }));
  return ended(flow, part(reading.say('exchange.none', { title }), { choices, state: { flow: null } }));
}

function gone(reading: Reading, flow: Flow) {
  if (flow.command !== 'exchange_items')
    return ended(flow, part(reading.say('items.gone'), { choices: [personChoice(reading)], state: { flow: null } }));
  const choices = [choice(reading.say('choice.return')), personChoice(reading)];
  return ended(flow, part(reading.say('exchange.gone'), { choices, state: { flow: null } }));
}

function priced(reading: Reading, { options, price }: Variant): string {
  return `${optionWords(reading, options)} ${formatMoney(price, reading.locale)}`;
}

/** A yes to 「换 43 可以吗」, also one that says it over again: the card comes after it. */
function agreedTo(reading: Reading, product: Product, line: OrderLine, flow: Flow): Variant | undefined {
  const guessed = guessedBefore({ ...reading, flow: reading.flow ?? flow }, product);
  if (!guessed) return undefined;
  const { title, options, quantity } = line;
  const replacement = { variantId: guessed.id, options: guessed.options };
  const offered = {
    ...NOTHING,
    command: flow.command,
    items: [{ orderLineId: line.id, title, options, quantity, replacement }],
  };
  const [first = '', ...rest] = reading.view.text.split(/(?<=[.!。！])\s*/);
  const isWhole = !saysOption(rest.join(' ')) && !/\b(?:but|not|no|other|another)\b|但|不|别/i.test(rest.join(' '));
  const agrees = (text: string) => isPlainAffirmation(text) || isEchoingAssent(text, offered);
  return agrees(reading.view.text) || (isWhole && agrees(first)) ? guessed : undefined;
}

function guessedBefore({ flow }: Reading, { variants }: Product): Variant | null {
  return variants.find(({ id }) => id === flow?.slots.guessed) ?? null;
}

const NOTHING: Quote = {
  command: '',
  input: {},
  orderId: null,
  orderNumber: null,
  orderVersion: null,
  title: { zh: '' },
  items: [],
  effects: [],
  refund: null,
};

/** What was said of the new variant: beside the card this message's words count, those of earlier ones are kept while something else is asked. */
export function wishWords(reading: Reading): string | null {
  if (reading.flow?.asking !== 'confirm') return aboutSoFar(reading) || null;
  return reading.text.slice(0, 300) || told(reading, 'about');
}
