import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import type { Merge } from './bpe-training.ts';
import { BEGIN_PATTERN, PIECE_PATTERN, WORD_BEGIN } from './pretokenise.ts';
import type { Learned } from './vocabulary.ts';
import { MARKING, SPECIAL, STANDARD_SPECIALS, UNKNOWN } from './vocabulary.ts';

/**
 * tokenizer.json as the `tokenizers` library reads it (https://github.com/huggingface/tokenizers). It gives the same ids there for text that
 * normalise.ts has made plain; of that, the file itself can only say NFKC and lower case.
 */
const NORMALIZER = {
  type: 'Sequence',
  normalizers: [
    { type: 'NFKC' },
    { type: 'Lowercase' },
    { type: 'Replace', pattern: { Regex: BEGIN_PATTERN }, content: WORD_BEGIN },
  ],
};
const PRE_TOKENIZER = { type: 'Split', pattern: { Regex: PIECE_PATTERN }, behavior: 'Removed', invert: true };
const DECODER = { type: 'Metaspace', replacement: WORD_BEGIN, prepend_scheme: 'always', split: false };

const FileSchema = z.object({
  added_tokens: z.array(z.object({ id: z.int().nonnegative(), content: z.string() })),
  normalizer: z.unknown(),
  pre_tokenizer: z.unknown(),
  model: z.object({
    type: z.literal('BPE'),
    unk_token: z.literal(STANDARD_SPECIALS[UNKNOWN] ?? ''),
    vocab: z.record(z.string(), z.int().nonnegative()),
    merges: z.array(z.tuple([z.string().min(1), z.string().min(1)])),
  }),
});

export function writeLearned({ vocabulary, merges, specials }: Learned): string {
  const addedTokens = vocabulary.slice(0, specials).map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }));
  const file = {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: addedTokens,
    normalizer: NORMALIZER,
    pre_tokenizer: PRE_TOKENIZER,
    post_processor: null,
    decoder: DECODER,
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: STANDARD_SPECIALS[UNKNOWN],
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      ignore_merges: false,
      vocab: Object.fromEntries(vocabulary.map((token, id) => [token, id])),
      merges,
    },
  };
  // One merge a line, to be read.
  return `${JSON.stringify(file, null, 1).replace(/\[\n\s+(".*"),\n\s+(".*")\n\s+\]/g, '[$1, $2]')}\n`;
}

function damaged(detail: string, cause?: unknown): AppError {
  return new AppError('tokenizer.damaged', { detail, cause });
}

/** Throws `tokenizer.damaged`, saying what is wrong, for everything that writeLearned would not have written. */
export function readLearned(json: string): Learned {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch (cause) {
    throw damaged('not JSON', cause);
  }
  const parsed = FileSchema.safeParse(content);
  if (!parsed.success) throw damaged(z.prettifyError(parsed.error), parsed.error);
  const { added_tokens: added, normalizer, pre_tokenizer: preTokenizer, model } = parsed.data;
  if (JSON.stringify(normalizer) !== JSON.stringify(NORMALIZER)) throw damaged('the normalizer is another one');
  if (JSON.stringify(preTokenizer) !== JSON.stringify(PRE_TOKENIZER)) throw damaged('the pre_tokenizer is another one');
  const vocabulary = denseVocabulary(model.vocab);
  for (const [at, token] of added.entries()) {
    if (token.id !== at || vocabulary[at] !== token.content || !SPECIAL.test(token.content))
      throw damaged(`added token ${at}, ${JSON.stringify(token.content)}, is not the special with that id`);
  }
  for (const [id, token] of STANDARD_SPECIALS.entries())
    if (added[id]?.content !== token) throw damaged(`${token} does not have the id ${id}`);
  checkMerges(vocabulary, model.merges, added.length);
  return { vocabulary, merges: model.merges, specials: added.length };
}

function denseVocabulary(vocab: Record<string, number>): string[] {
  const entries = Object.entries(vocab);
  const vocabulary = new Array<string>(entries.length);
  for (const [token, id] of entries) {
    if (id >= entries.length || vocabulary[id] !== undefined)
      throw damaged(`id ${id} of ${JSON.stringify(token)} is taken or beyond the ${entries.length} tokens`);
    vocabulary[id] = token;
  }
  return vocabulary;
}

/** Every merge joins two ordinary tokens that exist by then, and every token of several characters has a merge. */
function checkMerges(vocabulary: readonly string[], merges: readonly Merge[], specials: number): void {
  const ordinary = vocabulary.slice(specials);
  const known = new Set(ordinary);
  const made = new Set(ordinary.filter((token) => [...token].length === 1));
  const pairs = new Set<string>();
  if (JSON.stringify(merges.slice(0, MARKING.length)) !== JSON.stringify(MARKING))
    throw damaged('the merges do not begin with those of the marker');
  for (const [at, merge] of merges.entries()) {
    const [left, right] = merge;
    const pair = JSON.stringify(merge);
    if (!made.has(left) || !made.has(right) || !known.has(left + right) || pairs.has(pair))
      throw damaged(`merge ${at}, ${pair}, does not fit the vocabulary or stands twice`);
    pairs.add(pair);
    made.add(left + right);
  }
  const orphan = ordinary.find((token) => !made.has(token));
  if (orphan !== undefined) throw damaged(`no merge makes the token ${JSON.stringify(orphan)}`);
}
