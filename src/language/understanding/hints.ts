import type { Locale } from '../../core/locale.ts';
import type { Grammar } from '../corpus/grammar.ts';
import type { FindHints, Hint } from '../model/hints.ts';
import { lowerCase } from '../normalise.ts';
import { wordStretches } from '../segment.ts';
import { buildGazetteer } from './slots/gazetteer.ts';
import type { Lexicon } from './slots/reader.ts';
import { createSlotReader } from './slots/reader.ts';

/** Kinds that are read by their form, of the slots of corpus/README.md. */
const BY_FORM = [
  ...['order_id', 'tracking_id', 'phone', 'email', 'price', 'size', 'ordinal', 'quantity', 'date'],
  ...['colour', 'address', 'carrier', 'coupon', 'person_name', 'recipient'],
];
/** Kinds that are listed. */
const LISTED = ['product', 'category', 'attribute', 'colour', 'carrier', 'recipient', 'occasion', 'reason', 'address'];

/** In the order of the model's numbers. */
export const HINT_KINDS: readonly string[] = [
  'word',
  ...BY_FORM.map((name) => `form:${name}`),
  ...LISTED.map((name) => `listed:${name}`),
];

/** Finds words of the dictionary, what has the form of a slot, and what stands in the lists of the grammar or the shop's catalogue. */
export function createHints(grammar: Grammar, lexicon: Lexicon = {}): FindHints {
  const readSlots = createSlotReader({});
  const lists = { zh: listOf(grammar, 'zh', lexicon), en: listOf(grammar, 'en', lexicon) };
  return (source) => {
    const lower = lowerCase(source.text);
    const list = /\p{Script=Han}/u.test(source.text) ? lists.zh : lists.en;
    const place = (kind: string, start: number, end: number): Hint => ({ kind, ...source.span(start, end) });
    return [
      ...wordStretches(source.text).map(({ start, end }) => place('word', start, end)),
      ...readSlots(source).map(({ name, start, end }) => ({ kind: `form:${name}`, start, end })),
      ...list.find(lower).map(({ name, start, end }) => place(`listed:${name}`, start, end)),
    ];
  };
}

function listOf(grammar: Grammar, locale: Locale, { products = [], categories = [], brands = [] }: Lexicon) {
  const listed = LISTED.flatMap((name) =>
    (grammar[locale].get(name)?.groups.flatMap(({ values }) => values) ?? [])
      .filter((value) => !/\d/.test(value))
      .map((value) => [value, name] as const),
  );
  return buildGazetteer([
    ...products.map((word) => [word, 'product'] as const),
    ...categories.map((word) => [word, 'category'] as const),
    ...brands.map((word) => [word, 'attribute'] as const),
    ...listed,
  ]);
}
