import type { Comparison } from '../../../../core/fact.ts';
import { lastFact } from '../../../../core/fact.ts';
import { localize } from '../../../../core/locale.ts';
import { formatMoney } from '../../../../core/money.ts';
import { namesThing } from '../read/mention.ts';
import type { Reading } from '../reading.ts';
import { part, question } from '../reading.ts';
import { findForWords, findShown } from '../resolve/product.ts';
import type { Part, Script } from '../script.ts';
import { gate } from '../script.ts';
import { outcomeOf } from './outcome.ts';

/** More columns than this are no comparison. */
const MAX_COMPARED = 3;
const MAX_DIFFERENCES = 4;
/** Longer values, such as every size there is, are left to the table under the text. */
const MAX_POINT = 24;

export function* compareProducts(reading: Reading): Script<Part> {
  const shown = yield* findShown(reading, 'several');
  const products = shown.length < 2 && namesThing(reading.text) ? yield* findForWords(reading) : shown;
  const ids = products.map(({ id }) => id).slice(0, MAX_COMPARED);
  if (ids.length < 2) {
    const flow = { command: 'search_products' as const, slots: {}, asking: 'need' };
    return question(flow, reading.say('compare.which'));
  }
  const result = yield* gate('compare_products', { productIds: ids });
  const fact = lastFact(result.facts, 'comparison');
  if (!fact) return outcomeOf(reading, result, null);
  return part(comparisonText(reading, fact.value), { showing: [fact.id], state: { flow: null, shownProducts: ids } });
}

function comparisonText(reading: Reading, { products, rows }: Comparison): string {
  const { locale, say } = reading;
  const lines = products.map((product, column) => {
    const points = rows.flatMap(({ label, values }) => {
      const value = values[column];
      const words = value ? localize(value, locale) : '';
      return words && words.length <= MAX_POINT ? [`${localize(label, locale)} ${words}`] : [];
    });
    const price = product.variants.map((variant) => variant.price).sort((a, b) => a.amount - b.amount)[0];
    if (points.length === 0 && price) points.push(formatMoney(price, locale));
    const told = points.slice(0, MAX_DIFFERENCES).join(locale === 'zh' ? '，' : '; ');
    return say('compare.line', { title: localize(product.title, locale), points: told });
  });
  return [say('compare.intro', { count: products.length }), ...lines].join('\n');
}
