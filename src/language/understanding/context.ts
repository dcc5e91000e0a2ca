import type { IntentScore, UnderstandingContext } from '../../core/understanding.ts';

/** What an answer to a question usually is, by the slot that was asked for. */
const ANSWERS: [RegExp, string[]][] = [
  [/^(?:order|orderNumber|verify)$/, ['provide_order_id', 'choose_option', 'provide_contact']],
  [/^contact$/, ['provide_contact']],
  [/^(?:items|lines|item)$/, ['choose_option']],
  [/^(?:size|variant)$/, ['provide_size', 'choose_option']],
  [/^reason$/, ['provide_reason']],
  [/^address$/, ['provide_address']],
  [/^need$/, ['find_product', 'refine_search', 'recommend_gift']],
  [/^(?:offer|confirm|confirmation)$/, ['affirm', 'deny']],
];
/** While goods are being chosen, 「黑色的呢」 changes the search. */
const CHOOSING = new Set([
  'find_product',
  'refine_search',
  'recommend_gift',
  'ask_price',
  'ask_stock',
  'compare_products',
  'ask_product_fact',
]);

/** How much likelier the expected becomes. A question may always be met with something else. */
const EXPECTED = 5;
const RELATED = 2;
/** An answer is short; a longer message speaks for itself. */
const LONGEST_ANSWER = 30;

export function inContext(
  scores: readonly IntentScore[],
  text: string,
  context: UnderstandingContext | undefined,
): IntentScore[] {
  if (!context || text.length > LONGEST_ANSWER) return [...scores];
  const expected = new Set(
    ANSWERS.filter(([pattern]) => pattern.test(context.expecting ?? '')).flatMap(([, names]) => names),
  );
  const refines = CHOOSING.has(context.lastIntent ?? '');
  const weightOf = (name: string) =>
    expected.has(name) ? EXPECTED : refines && name === 'refine_search' ? RELATED : 1;
  const weighted = scores.map(({ name, probability }) => ({ name, probability: probability * weightOf(name) }));
  const total = weighted.reduce((sum, { probability }) => sum + probability, 0) || 1;
  return weighted
    .map(({ name, probability }) => ({ name, probability: probability / total }))
    .sort((a, b) => b.probability - a.probability);
}
