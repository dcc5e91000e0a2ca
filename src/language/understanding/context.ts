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

/** The name under which the model knows the question that a flow has asked; null for none, or one that it does not know. */
export function askedFor(expecting: string | null | undefined): string | null {
  return ASKED.find(([pattern]) => pattern.test(expecting ?? ''))?.[1] ?? null;
}
