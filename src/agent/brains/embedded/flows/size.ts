import type { FactOf } from '../../../../core/fact.ts';
import { lastFact } from '../../../../core/fact.ts';
import type { Json } from '../../../../core/json.ts';
import { localize } from '../../../../core/locale.ts';
import type { Product } from '../../../../core/product.ts';
import { attributeOf } from '../../../../core/product.ts';
import type { Measure } from '../../../../core/size-advice.ts';
import { readMeasures } from '../../../../language/quantities/measures.ts';
import { namesThing } from '../read/mention.ts';
import type { Reading } from '../reading.ts';
import { part, personChoice, question, told } from '../reading.ts';
import { findShown } from '../resolve/product.ts';
import type { Part, Script } from '../script.ts';
import { gate } from '../script.ts';
import { findProducts } from './consult.ts';
import { joined, outcomeOf } from './outcome.ts';
import { productMeant } from './product.ts';
import { answerQuestion } from './question.ts';

/** The customer asks for the size that he should take, not what sizes are like. */
const WHICH_SIZE =
  /(?:穿|选|买|拿|要|拍|该)(?:几|什么|多大|哪个?|多少)(?:码|号|尺码)|(?:几|什么|哪个)(?:码|号)合适|\b(?:which|what) size\b/i;
/** How sizes are counted is the article's. */
const IN_GENERAL =
  /怎么(?:选|看|量|挑)|标准吗|偏[大小]|\bhow (?:do|does|are|is)\b|\bsize (?:guide|chart)\b|\btrue to size\b/i;

/** By the product's own table; where no product is meant, the shop's article is quoted. */
export function* adviseSize(reading: Reading): Script<Part> {
  const kept = reading.flow?.command === 'advise_size' ? reading.flow.slots : {};
  const measures = { ...measuresIn(kept.measures), ...readMeasures(reading.text, askedFor(reading)) };
  const isGiven = Object.keys(measures).length > 0;
  const isAbout = isGiven || (WHICH_SIZE.test(reading.text) && !IN_GENERAL.test(reading.text));
  if (!isAbout && isWish(reading)) return yield* findProducts(reading);
  const product = isAbout ? yield* productFor(reading) : null;
  if (!product) return yield* answerQuestion(reading, 'ask_size_advice');
  const result = yield* gate('advise_size', { productId: product.id, ...measures });
  const fact = lastFact(result.facts, 'size-advice');
  if (!fact) return outcomeOf(reading, result, null);
  // An article on sizes is better than nothing, where nobody gave measures.
  if (fact.value.outcome === 'no-table' && !isGiven) return yield* answerQuestion(reading, 'ask_size_advice');
  return adviceOn(reading, product, fact, measures);
}

/** "linen dress size M under 300 yuan": a size beside a price or a colour is a wish for goods. */
function isWish({ text, deps, view }: Reading): boolean {
  if (!namesThing(text) || IN_GENERAL.test(text) || /[?？吗呢]/.test(text)) return false;
  const { size, maxPrice, minPrice, aroundPrice, colour, materials } = deps.readProductNeed(text, undefined, view.shop);
  const others = [maxPrice, minPrice, aroundPrice, colour, materials];
  return size !== undefined && others.some((each) => each !== undefined);
}

function* productFor(reading: Reading): Script<Product | null> {
  const id = reading.flow?.command === 'advise_size' ? told(reading, 'productId') : null;
  if (id) return lastFact((yield* gate('get_product', { productId: id })).facts, 'product')?.value ?? null;
  if (namesThing(reading.text)) return yield* productMeant(reading);
  const shown = yield* findShown(reading, 'one');
  return shown.length === 1 || told(reading, 'productId') ? (shown[0] ?? null) : null;
}

function measuresIn(kept: Json | undefined): Record<string, number> {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {};
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

/** What the table goes by, of which bare numbers are then measures. */
function askedFor({ flow }: Reading): string[] {
  return flow?.asking === 'measures' && Array.isArray(flow.slots.asked) ? flow.slots.asked.map(String) : [];
}

function adviceOn(
  reading: Reading,
  product: Product,
  fact: FactOf<'size-advice'>,
  measures: Record<string, number>,
): Part {
  const { say, locale } = reading;
  const { outcome, by, sizes, reach } = fact.value;
  const title = localize(product.title, locale);
  const shownProducts = reading.view.state.shownProducts.includes(product.id) ? {} : { shownProducts: [product.id] };
  const about = { command: 'get_product' as const, slots: { productId: product.id }, asking: null };
  const list = (words: readonly string[]) => words.join(locale === 'zh' ? '、' : ', ');
  const names = list(reach.map(({ measure }) => say(`measure.${measure}`)));
  const given = list(by.map(({ measure, value }) => measureWords(reading, measure, value)));
  if (outcome === 'no-table') {
    const flow = { command: 'hand_off' as const, slots: { productId: product.id }, asking: 'offer' };
    return part(say('size.no-table', { title }), {
      choices: [personChoice(reading)],
      state: { flow, ...shownProducts },
    });
  }
  if (outcome === 'needs-measures') {
    const slots = { productId: product.id, measures, asked: reach.map(({ measure }) => measure) };
    return question(
      { command: 'advise_size', slots, asking: 'measures' },
      say('size.ask', { title, names }),
      [],
      shownProducts,
    );
  }
  const state = { flow: about, ...shownProducts };
  if (outcome === 'outside') {
    const table = list(reach.map(({ measure, from, to }) => measureWords(reading, measure, from, to)));
    return part(say('size.outside', { title, given, table }), { choices: [personChoice(reading)], state });
  }
  const [first, second] = sizes;
  const fit = attributeOf(product.attributes, 'fit');
  const fitWords = fit ? say('size.fit', { fit: localize(fit, locale) }) : '';
  if (first && !second) {
    const stock = say(first.inStock ? 'size.in-stock' : 'size.sold-out');
    return part(
      joined(reading, [say('size.fits', { title, given, size: sizeName(reading, first.size) }), stock, fitWords]),
      { state },
    );
  }
  const why = list(
    by.map(({ measure, value, sizes: alone }) =>
      say('size.alone', {
        measure: measureWords(reading, measure, value),
        size: alone.map((each) => sizeName(reading, each)).join('/'),
      }),
    ),
  );
  const [smaller, larger] = [first, second].map((each) => sizeName(reading, each?.size ?? ''));
  const gone = sizes.filter(({ inStock }) => !inStock).map(({ size }) => sizeName(reading, size));
  const stock = gone.length > 0 ? say('size.one-gone', { size: list(gone) }) : '';
  return part(
    joined(reading, [
      say('size.between', { title, why, smaller: smaller ?? '', larger: larger ?? '' }),
      stock,
      fitWords,
    ]),
    { state },
  );
}

function measureWords({ say, locale }: Reading, measure: Measure, from: number, to = from): string {
  const unit = measure === 'weight' ? (locale === 'zh' ? '公斤' : 'kg') : locale === 'zh' ? '厘米' : 'cm';
  const range = from === to ? `${from}` : `${from}–${to}`;
  return `${say(`measure.${measure}`)} ${range} ${unit}`;
}

function sizeName({ locale }: Reading, size: string): string {
  if (/cm$/i.test(size)) return size.toLowerCase();
  return locale === 'zh' ? `${size} 码` : size;
}
