import type { ProductNeed } from '../../../../advice/need.ts';
import { localize } from '../../../../core/locale.ts';
import { formatMoney } from '../../../../core/money.ts';
import type { Attribute, Product, Variant } from '../../../../core/product.ts';
import { inStock } from '../../../../core/product.ts';
import { mayIt } from '../read/may-it.ts';
import { namesThing } from '../read/mention.ts';
import { namesOption } from '../read/option.ts';
import { ordinalsIn } from '../read/ordinal.ts';
import type { Reading } from '../reading.ts';
import { part, personChoice, question, slotTexts, told } from '../reading.ts';
import { findNamed, findShown, NOTHING_NAMED } from '../resolve/product.ts';
import { optionWords } from '../resolve/variant.ts';
import type { Part, Script } from '../script.ts';
import { tell } from '../script.ts';
import { findProducts, lastSearch, refineSearch } from './consult.ts';
import { inHeldSize } from './held-options.ts';

/** Sizes or colours named in one sentence. */
const MAX_NAMED = 8;

/** A name in the message counts more than what is on the table. */
export function* productMeant(reading: Reading): Script<Product> {
  const { say, locale } = reading;
  const shown = yield* findShown(reading, 'one');
  const isPlaced = ordinalsIn(reading.text, true).length > 0 && shown.length === 1;
  const { products, factId, missing } = isPlaced ? NOTHING_NAMED : yield* findNamed(reading, shown);
  const flow = { command: 'search_products' as const, slots: {}, asking: 'need' };
  if (missing) return yield* tell(question(flow, say('consult.none-for', { unmet: localize(missing, locale) })));
  const [only] = products;
  if (products.length > 1 && factId) {
    const state = { flow: null, shownProducts: products.map(({ id }) => id) };
    return yield* tell(part(say('product.several'), { showing: [factId], state }));
  }
  const product = only ?? shown[0];
  return product ?? (yield* tell(question(flow, say('product.which'))));
}

/** 「最便宜的笔记本」 asks for a list in that order. */
const EXTREME = /最便宜|最贵|\b(?:cheapest|most expensive)\b/i;

export function* answerPrice(reading: Reading): Script<Part> {
  if (EXTREME.test(reading.text) && namesThing(reading.text)) return yield* findProducts(reading);
  const product = yield* productMeant(reading);
  const { say, locale } = reading;
  const title = localize(product.title, locale);
  const [variant] = variantsSaid(reading, product);
  const prices = (variant ? [variant] : product.variants).map(({ price }) => price).sort((a, b) => a.amount - b.amount);
  const [low] = prices;
  const high = prices.at(-1);
  if (!low || !high) return part(say('product.unknown', { title }), { choices: [personChoice(reading)] });
  const before = variant?.compareAt ?? (product.variants.length === 1 ? product.variants[0]?.compareAt : undefined);
  const text =
    low.amount !== high.amount
      ? say('price.range', { title, from: formatMoney(low, locale), to: formatMoney(high, locale) })
      : before
        ? say('price.reduced', { title, price: formatMoney(low, locale), before: formatMoney(before, locale) })
        : say('price.one', { title, price: formatMoney(low, locale) });
  return about(reading, product, text);
}

export function* answerStock(reading: Reading): Script<Part> {
  if (isAboutSearch(reading)) return yield* refineSearch(reading);
  const product = yield* productMeant(reading);
  const { say, locale } = reading;
  const title = localize(product.title, locale);
  if (!product.active) return about(reading, product, say('stock.gone', { title }));
  const said = inHeldSize(reading.text, variantsSaid(reading, product), product, searchOf(reading, product));
  const available = (said.length > 0 ? said : product.variants).filter(inStock);
  const listed = available
    .slice(0, MAX_NAMED)
    .map((variant) => optionWords(reading, variant.options))
    .filter(Boolean);
  const options = listed.join(locale === 'zh' ? '、' : '; ');
  const asked = said[0] ? optionWords(reading, said[0].options) : '';
  const [only] = available;
  if (said.length > 0 && only && available.length === 1) {
    const option = optionWords(reading, only.options);
    const { stock } = only;
    return about(
      reading,
      product,
      stock === null ? say('stock.yes', { title, option }) : say('stock.count', { title, option, stock }),
    );
  }
  if (available.length === 0) {
    const others = product.variants
      .filter(inStock)
      .slice(0, MAX_NAMED)
      .map((variant) => optionWords(reading, variant.options));
    if (others.length === 0) return about(reading, product, say('stock.none', { title }));
    return about(
      reading,
      product,
      say('stock.others', { title, option: asked, options: others.join(locale === 'zh' ? '、' : '; ') }),
    );
  }
  return about(reading, product, options ? say('stock.options', { title, options }) : say('stock.whole', { title }));
}

/** The search that showed it. */
function searchOf(reading: Reading, { id }: Product): ProductNeed | undefined {
  return reading.view.state.shownProducts.includes(id) ? lastSearch(reading) : undefined;
}

/** 「有红色的吗」 of a whole list asks for another list. */
function isAboutSearch(reading: Reading): boolean {
  const several = reading.view.state.shownProducts.length > 1 && lastSearch(reading) !== undefined;
  return (
    several &&
    !told(reading, 'productId') &&
    ordinalsIn(reading.text).length === 0 &&
    !/这[个款双]|那[个款双]|它/.test(reading.text)
  );
}

export function* answerProductFact(reading: Reading): Script<Part> {
  if (EXTREME.test(reading.text) && namesThing(reading.text)) return yield* findProducts(reading);
  const product = yield* productMeant(reading);
  const { say, locale } = reading;
  const title = localize(product.title, locale);
  const may = mayIt(reading.text, product);
  if (may) {
    const slots = { title, label: localize(may.attribute.label, locale), value: localize(may.attribute.value, locale) };
    return about(reading, product, say(may.verdict === 'yes' ? 'fact.yes' : 'fact.no', slots));
  }
  const found = attributeSaid(reading, product);
  if (found)
    return about(
      reading,
      product,
      say('fact.attribute', { title, label: localize(found.label, locale), value: localize(found.value, locale) }),
    );
  const sentence = sentenceSaid(reading, localize(product.description, locale));
  if (sentence) return about(reading, product, say('fact.description', { title, sentence }));
  const flow = { command: 'hand_off' as const, slots: { productId: product.id }, asking: 'offer' };
  const known = about(reading, product, say('fact.unknown', { title }));
  return { ...known, choices: [personChoice(reading)], state: { ...known.state, flow } };
}

/** More about one of the products that were shown: 「第二个」「就要红色那个」. */
export function* describeShown(reading: Reading): Script<Part> {
  const product = yield* productMeant(reading);
  const { say, locale } = reading;
  // "the second one in black?" asks whether there is one.
  if (ordinalsIn(reading.text, true).length > 0 && variantsSaid(reading, product).length > 0)
    return yield* answerStock(reading);
  const prices = product.variants.map(({ price }) => price).sort((a, b) => a.amount - b.amount);
  const price = prices[0] ? formatMoney(prices[0], locale) : '';
  const available = product.variants.filter(inStock).slice(0, MAX_NAMED);
  const options = available
    .map((variant) => optionWords(reading, variant.options))
    .filter(Boolean)
    .join(locale === 'zh' ? '、' : '; ');
  const description = localize(product.description, locale);
  const text = say('product.about', { title: localize(product.title, locale), price, description });
  return about(
    reading,
    product,
    options ? `${text}${locale === 'zh' ? '' : ' '}${say('product.available', { options })}` : text,
  );
}

/** The list stays on the table, and of it this one is now being talked about. */
function about(reading: Reading, product: Product, text: string): Part {
  const { shownProducts } = reading.view.state;
  const flow = { command: 'get_product' as const, slots: { productId: product.id }, asking: null };
  return part(text, {
    state: { flow, ...(shownProducts.includes(product.id) ? {} : { shownProducts: [product.id] }) },
  });
}

/** Variants that carry every option value which the message names; empty when it names none. */
export function variantsSaid({ text }: Pick<Reading, 'text'>, product: Product): Variant[] {
  const said = (option: Attribute) => namesOption(text, option);
  const values = product.variants.flatMap(({ options }) => options.filter(said));
  const keys = new Set(values.map(({ key }) => key));
  if (keys.size === 0) return [];
  return product.variants.filter(({ options }) => options.filter(({ key }) => keys.has(key)).every(said));
}

/** How shoppers ask after an attribute, by its standard key. */
const ASPECTS: readonly (readonly [string, RegExp])[] = [
  ['weight', /多重|重不重|[轻重]吗|重量|\bhow heavy\b|\bweigh/i],
  ['material', /材质|材料|什么料|料子|面料|什么做的|\bmaterial\b|\bmade of\b/i],
  ['capacity', /容量|多大容量|几升|装多少|\bcapacity\b|\bhow much does it hold\b/i],
  ['care', /怎么洗|机洗|能洗|清洗|保养|\bwash|\bclean\b/i],
  ['warranty', /保修|质保|\bwarranty\b|\bguarantee\b/i],
  ['season', /什么季节|夏天|冬天|\bseason\b|\b(?:summer|winter)\b/i],
  ['waterproof', /防水|\bwaterproof\b/i],
  ['power', /功率|多少瓦|\bwatts?\b/i],
  ['battery', /续航|电池|\bbattery\b/i],
];

function attributeSaid(reading: Reading, product: Product): Attribute | undefined {
  const asked = [...slotTexts(reading, 'attribute'), reading.text].map((words) => words.toLowerCase());
  const keys = ASPECTS.filter(([, pattern]) => pattern.test(reading.text)).map(([key]) => key);
  const forms = ({ label, value, key }: Attribute) =>
    [label.zh, label.en, value.zh, value.en, key].flatMap((form) =>
      form && form.length > 1 ? [form.toLowerCase()] : [],
    );
  return (
    product.attributes.find(({ key }) => keys.includes(key)) ??
    product.attributes.find((attribute) => asked.some((words) => forms(attribute).some((form) => words.includes(form))))
  );
}

/** The sentence of the description that shares the asked word. */
function sentenceSaid(reading: Reading, description: string): string | undefined {
  const words = slotTexts(reading, 'attribute')
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 1);
  return description
    .split(/(?<=[。！？.!?])\s*/)
    .find((sentence) => words.some((word) => sentence.toLowerCase().includes(word)));
}
