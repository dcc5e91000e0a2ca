import { lastFact } from '../../../../core/fact.ts';
import { localize } from '../../../../core/locale.ts';
import { formatMoney } from '../../../../core/money.ts';
import type { OrderLine } from '../../../../core/order.ts';
import type { Product, Variant } from '../../../../core/product.ts';
import { isPlainAffirmation } from '../../../../language/affirmation.ts';
import type { Flow } from '../../../brain.ts';
import type { Reading } from '../reading.ts';
import { choice, keptSlots, part, personChoice, question, told } from '../reading.ts';
import { findLines } from '../resolve/lines.ts';
import { findOrder } from '../resolve/order.ts';
import { exchangeable, inDirection, optionWords, othersInStock, wishedVariant } from '../resolve/variant.ts';
import type { Part, Script } from '../script.ts';
import { gate, tell } from '../script.ts';
import { findReason, isDelivered, isPast, mostLikely, reasonSoFar } from './give-back.ts';
import { propose } from './outcome.ts';

/** Variants offered as buttons at once. */
const MAX_OFFERED = 6;

export function* exchangeItems(reading: Reading): Script<Part> {
  const reason = reasonSoFar(reading);
  const about = aboutWords(reading);
  const kept = { ...keptSlots(reading), ...(reason && { reason }), ...(about && { about }) };
  const order = yield* findOrder(reading, {
    command: 'exchange_items',
    slots: kept,
    fits: isDelivered,
    prefers: mostLikely(reading),
    which: 'which-order.exchange',
    none: 'no-order.exchange',
  });
  const flow: Flow = { command: 'exchange_items', slots: { ...kept, orderNumber: order.number }, asking: null };
  const [first] = order.lines;
  if (first && isPast(reading, order, 'exchange')) {
    const items = [{ lineId: first.id, quantity: 1, variantId: first.variantId }];
    const unasked = reason ?? reading.say('reason.no-reason');
    return yield* propose(reading, flow, { orderNumber: order.number, items, reason: unasked });
  }
  const [chosen] = yield* findLines(reading, order, flow, {
    which: 'which-line.exchange',
    howMany: 'how-many.exchange',
    several: false,
  });
  if (!chosen) return part(reading.say('outcome.failed'), { choices: [personChoice(reading)] });
  const { line, quantity } = chosen;
  flow.slots.lines = [line.id];
  flow.slots.quantity = quantity;
  const result = yield* gate('get_product', { productId: line.productId });
  const product = lastFact(result.facts, 'product')?.value;
  if (!product)
    return part(reading.say('exchange.gone'), {
      choices: [choice(reading.say('choice.return')), personChoice(reading)],
    });
  const variant = yield* findVariant(reading, product, line, flow, about ?? '');
  flow.slots.variantId = variant.id;
  const why = yield* findReason(reading, flow, [line]);
  flow.slots.reason = why;
  const items = [{ lineId: line.id, quantity, variantId: variant.id }];
  return yield* propose(reading, flow, { orderNumber: order.number, items, reason: why });
}

/** What was said of the new variant: this message's words count most, those of earlier ones are kept while something else is asked. */
function aboutWords(reading: Reading): string | null {
  const remembered = told(reading, 'about');
  const asking = reading.flow?.asking;
  if (!remembered) return reading.text.slice(0, 300) || null;
  return asking === 'size' || asking === 'confirm' ? reading.text.slice(0, 300) || remembered : remembered;
}

function* findVariant(reading: Reading, product: Product, line: OrderLine, flow: Flow, words: string): Script<Variant> {
  const offeredBefore = agreedTo(reading, product, flow);
  if (offeredBefore) return offeredBefore;
  const { variant, missed, guessed } = wishedVariant(words, product, line);
  if (variant) return variant;
  const kept = product.variants.find(({ id }) => id === told(reading, 'variantId'));
  if (kept && !missed) return kept;
  const offered = inDirection(exchangeable(product, line), line, words);
  const title = localize(line.title, reading.locale);
  const bought = optionWords(reading, line.options);
  if (offered.length === 0) {
    const choices = [choice(reading.say('choice.return')), personChoice(reading)];
    const others = othersInStock(product, line, words).slice(0, MAX_OFFERED);
    if (others.length > 0) {
      const options = others.map((each) => priced(reading, each)).join(reading.locale === 'zh' ? '、' : '; ');
      const flow = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
      const text = reading.say('exchange.other-price', { title, bought, options });
      return yield* tell(part(text, { choices: choices.toReversed(), state: { flow } }));
    }
    return yield* tell(part(reading.say('exchange.none', { title }), { choices, state: { flow: null } }));
  }
  const { about: _about, variantId: _variant, ...slots } = flow.slots;
  const choices = offered.slice(0, MAX_OFFERED).map((each) => choice(optionWords(reading, each.options)));
  if (guessed) {
    const instead = optionWords(reading, guessed.options);
    const text = reading.say('exchange.guess', { title, bought, instead });
    const first = choices.filter(({ label }) => label !== instead);
    const asked: Flow = { ...flow, slots: { ...slots, guessed: guessed.id }, asking: 'size' };
    return yield* tell(question(asked, text, [choice(instead), ...first].slice(0, MAX_OFFERED)));
  }
  if (!missed && isFault(reading, flow)) {
    const ways = [personChoice(reading), choice(reading.say('choice.return')), ...choices].slice(0, MAX_OFFERED);
    return yield* tell(question({ ...flow, slots, asking: 'size' }, reading.say('exchange.faulty', { title }), ways));
  }
  const text = missed ? reading.say('exchange.missed', { missed }) : reading.say('exchange.which', { title, bought });
  return yield* tell(question({ ...flow, slots, asking: 'size' }, text, choices));
}

function priced(reading: Reading, { options, price }: Variant): string {
  return `${optionWords(reading, options)} ${formatMoney(price, reading.locale)}`;
}

/** Faulty or wrong goods are to be replaced by the same again, which is a colleague's to arrange. */
function isFault(reading: Reading, flow: Flow): boolean {
  const reason = typeof flow.slots.reason === 'string' ? flow.slots.reason : '';
  return [reading.say('reason.quality'), reading.say('reason.wrong-item')].some((label) => reason.startsWith(label));
}

/** A yes to 「换 43 可以吗」. */
function agreedTo(reading: Reading, product: Product, flow: Flow): Variant | undefined {
  const { guessed } = flow.slots;
  if (reading.flow?.asking !== 'size' || !isPlainAffirmation(reading.view.text)) return undefined;
  return product.variants.find(({ id }) => id === guessed);
}
