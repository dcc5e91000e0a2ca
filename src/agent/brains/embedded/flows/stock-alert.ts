import { lastFact } from '../../../../core/fact.ts';
import { localize } from '../../../../core/locale.ts';
import { inStock, type Product, type Variant } from '../../../../core/product.ts';
import type { Flow } from '../../../brain.ts';
import { namesThing } from '../read/mention.ts';
import { choice, part, question, type Reading, told } from '../reading.ts';
import { aboutSoFar } from '../resolve/about.ts';
import { missedOptions } from '../resolve/missed.ts';
import { optionWords } from '../resolve/variant.ts';
import { gate, type Part, type Script, tell } from '../script.ts';
import { outcomeOf } from './outcome.ts';
import { productMeant, variantsSaid } from './product.ts';

/** Variants offered as buttons at once. */
const MAX_OFFERED = 6;

/** 「到货叫我」: told in this conversation when it is back, and nothing more. */
export function* alertWhenBack(reading: Reading): Script<Part> {
  const about = aboutSoFar(reading);
  const product = yield* alertedProduct(reading, about);
  const flow: Flow = { command: 'notify_when_in_stock', slots: { productId: product.id }, asking: null };
  const variant = yield* alertedVariant(reading, product, flow, about);
  const result = yield* gate('notify_when_in_stock', { productId: product.id, variantId: variant.id });
  const alert = lastFact(result.facts, 'stock-alert');
  if (!alert) return outcomeOf(reading, result, null);
  const title = localize(alert.value.title, reading.locale);
  return part(reading.say('stock-alert.done', { title }), {
    showing: [alert.id],
    state: { flow: { command: 'get_product', slots: { productId: product.id }, asking: null } },
  });
}

/** The words of the wish itself, and 「那款」 of goods that were not shown: neither names anything. */
const NO_NAME =
  /\b(?:please |can you |could you )*(?:let|tell|notify|alert|e-?mail|ping) me(?: know)?(?: when| once| if| as soon as)?|\b(?:is|are|comes?|it'?s)? ?back(?: in(?: stock)?)?\b|\bin stock\b|\brestocked\b|(?:到货|补货|有货|上架|来货)(?:了|后|时|的时候)?|\b(?:set|create|put)(?: up)? an? (?:alert|reminder)\b|\b(?:alert|reminder)s?\b|(?:通知|告诉|提醒|叫|喊)(?:一下|一声)?我?(?:一下|一声)?|\b(?:the|that|this) (?=\w+ one\b)|\bone\b|[这那][款个双件条]/gi;

function* alertedProduct(reading: Reading, about: string): Script<Product> {
  const productId = reading.flow?.command === 'notify_when_in_stock' ? told(reading, 'productId') : null;
  const result = productId === null ? null : yield* gate('get_product', { productId });
  const product = result && lastFact(result.facts, 'product')?.value;
  if (product) return product;
  const names = reading.text.replace(NO_NAME, ' ').trim();
  const finding = productMeant(
    namesThing(names) || reading.flow?.asking === 'product' || saysName(names, reading)
      ? { ...reading, text: names }
      : reading,
  );
  let next = finding.next();
  while (!next.done) {
    // Whatever it asks, the answer goes on with the alert.
    const flow: Flow = { command: 'notify_when_in_stock', slots: { about }, asking: 'product' };
    if (next.value.kind === 'tell')
      return yield* tell({ ...next.value.part, state: { ...next.value.part.state, flow } });
    next = finding.next(yield next.value);
  }
  return next.value;
}

function* alertedVariant(reading: Reading, product: Product, flow: Flow, about: string): Script<Variant> {
  const now = variantsSaid(reading, product);
  const words = now.length > 0 || missedOptions(reading.text, product).length > 0 ? reading.text : about;
  const said = variantsSaid({ text: words }, product);
  const missed = missedOptions(words, product);
  const gone = product.variants.filter((variant) => !inStock(variant));
  const title = localize(product.title, reading.locale);
  if (gone.length === 0)
    return yield* tell(part(reading.say('stock-alert.none', { title }), { state: { flow: null } }));
  const wanted = missed.length > 0 ? [] : said.filter((variant) => !inStock(variant));
  const isOpen = said.length === 0 && missed.length === 0;
  const [only, ...others] = isOpen ? gone : wanted;
  if (only && others.length === 0) return only;
  // What is not made or not sold out is said, and no other is taken in its place.
  const text =
    missed.length > 0
      ? reading.say('stock-alert.unmade', { title, option: missed.join(' ') })
      : wanted.length === 0 && said[0]
        ? reading.say('stock-alert.in-stock', { title, option: optionWords(reading, said[0].options) })
        : reading.say('stock-alert.which', { title });
  const choices = (wanted.length > 0 ? wanted : gone)
    .slice(0, MAX_OFFERED)
    .map((variant) => choice(optionWords(reading, variant.options)));
  return yield* tell(question({ ...flow, asking: 'size' }, text, choices));
}

/** 「白色云朵」 "white yunduo in 36": a name that no list of things knows, where nothing else can be meant. */
function saysName(names: string, { view }: Reading): boolean {
  return view.state.shownProducts.length === 0 && /[a-z]{4,}|\p{Script=Han}{2,}/iu.test(names);
}
