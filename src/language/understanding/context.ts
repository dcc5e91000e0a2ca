/** What the corpus calls the questions that flows ask. */
const ASKED: readonly (readonly [RegExp, string])[] = [
  [/^(?:order|orderNumber|verify)$/, 'order'],
  [/^contact$/, 'contact'],
  [/^(?:items|lines|item|quantity)$/, 'items'],
  [/^(?:size|variant)$/, 'size'],
  [/^reason$/, 'reason'],
  [/^address$/, 'address'],
  [/^need$/, 'need'],
  [/^(?:offer|confirm|confirmation|remedy)$/, 'confirm'],
];

/** What the corpus and the model may be told was asked. Each is also the name of a question of its own. */
export const ASKED_NAMES: readonly string[] = ASKED.map(([, name]) => name);

/** The name under which the model knows the question that a flow has asked; null for none, or one that it does not know. */
export function askedFor(expecting: string | null | undefined): string | null {
  return ASKED.find(([pattern]) => pattern.test(expecting ?? ''))?.[1] ?? null;
}
