/**
 * Which inner room of src/language may import which, in the order of the data: a room names only rooms above it.
 * `type x/y.ts` allows the types of one file, wherever it stands. `.` is the files of src/language itself.
 */
export const LANGUAGE_ROOMS: Record<string, readonly string[]> = {
  '.': [],
  lexicon: ['.'],
  quantities: ['.'],
  tokenizer: ['.'],
  network: [],
  model: ['.', 'tokenizer', 'network', 'type evaluation/rows.ts'],
  inference: ['.', 'network', 'model', 'type evaluation/rows.ts'],
  storage: ['tokenizer', 'network', 'model', 'inference'],
  corpus: ['.', 'quantities', 'type evaluation/rows.ts'],
  evaluation: ['.', 'corpus', 'type inference/reader.ts'],
  understanding: [
    '.',
    'lexicon',
    'quantities',
    'network',
    'model',
    'inference',
    'storage',
    'corpus',
    'type evaluation/rows.ts',
  ],
  training: ['.', 'tokenizer', 'network', 'model', 'inference', 'storage', 'corpus', 'evaluation', 'understanding'],
};
