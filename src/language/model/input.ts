import { asNormalised, type NormalisedText, normalise } from '../normalise.ts';
import { words } from '../segment.ts';
import type { Tokenizer } from '../tokenizer/tokenizer.ts';
import { type FeatureGroups, type FeatureVocabulary, grams, type SparseFeatures, sparseFeatures } from './features.ts';
import { type FindHints, hintsOfTokens, type TokenHint } from './hints.ts';

/** What was said and asked before the message. */
export interface MessageContext {
  /** Text of the turn before. */
  before?: string | null;
  /** What the clerk had just asked. */
  asked?: string | null;
  /** The intent before this message. */
  after?: string | null;
}

/** A message as the network takes it. */
export interface EncodedMessage {
  /** (T): [CLS], the context's tokens, then the text's. */
  tokens: Int32Array;
  /** How many tokens stand before the text's. */
  prefix: number;
  /** Where each of the text's tokens stands in the original, UTF-16. */
  spans: readonly { start: number; end: number }[];
  features: SparseFeatures;
  /** What else was recognised in the text. */
  hints: readonly TokenHint[];
}

export interface InputOptions {
  tokenizer: Tokenizer;
  /** Tokens at most, the prefix included. */
  longest: number;
  features: FeatureVocabulary;
  /** Further features of a text, beside its n-grams. */
  furtherFeatures?: ((source: NormalisedText) => readonly string[]) | undefined;
  /** Kinds of hints that the model knows, in the order of its numbers, and who finds them. */
  hintKinds?: readonly string[] | undefined;
  findHints?: FindHints | undefined;
}

export type EncodeMessage = (text: string | NormalisedText, context?: MessageContext) => EncodedMessage;

/** Tokens that the turn before may take. */
const LONGEST_BEFORE = 24;

export const askedToken = (asked: string | null | undefined): string => `[asked=${asked ?? 'none'}]`;
export const afterToken = (intent: string | null | undefined): string => `[after=${intent ?? 'none'}]`;

/** Marks of features of the turn before: its words, and all its n-grams. */
const WORD_BEFORE = 'b';
const GRAM_BEFORE = 'B';

/** What a model has learned of the turn before. */
export type FeaturesBefore = 'words' | 'grams';

/** The one or the other stands in its vocabulary. */
function featuresBeforeIn({ names }: FeatureVocabulary): FeaturesBefore {
  return names.some((name) => name.startsWith(GRAM_BEFORE)) ? 'grams' : 'words';
}

export interface FeatureOptions {
  before: FeaturesBefore;
  further?: InputOptions['furtherFeatures'];
}

/** The features that a message has before they are weighed. */
export function featureNames(
  source: NormalisedText,
  context: MessageContext,
  { before: ofBefore, further }: FeatureOptions,
): FeatureGroups {
  const around = [
    ...(further?.(source) ?? []),
    ...(context.asked ? [`@${context.asked}`] : []),
    ...(context.after ? [`<${context.after}`] : []),
  ];
  const before = context.before ? featuresOfBefore(normalise(context.before), ofBefore) : [];
  return [grams(source), around, before].filter(({ length }) => length > 0);
}

function featuresOfBefore(source: NormalisedText, kind: FeaturesBefore): string[] {
  return kind === 'words'
    ? words(source.text).map((word) => `${WORD_BEFORE}${word}`)
    : grams(source).map((gram) => `${GRAM_BEFORE}${gram}`);
}

export function createInput(options: InputOptions): EncodeMessage {
  const { tokenizer, longest, features, furtherFeatures, hintKinds = [], findHints } = options;
  const special = (token: string, fallback: string) => tokenizer.idOf(token) ?? tokenizer.idOf(fallback) ?? 1;
  const begin = special('[CLS]', '[UNK]');
  const separator = special('[SEP]', '[UNK]');
  const hasContext = tokenizer.idOf(askedToken(null)) !== null;
  const wanted = { before: featuresBeforeIn(features), further: furtherFeatures };
  return (text, context = {}) => {
    const source = asNormalised(text);
    const prefix = [begin];
    if (hasContext)
      prefix.push(
        special(askedToken(context.asked), askedToken(null)),
        special(afterToken(context.after), afterToken(null)),
      );
    if (context.before) prefix.push(...tokenizer.encode(context.before, LONGEST_BEFORE).ids, separator);
    const { ids, spans } = tokenizer.encode(source, longest - prefix.length);
    return {
      tokens: Int32Array.from([...prefix, ...ids]),
      prefix: prefix.length,
      spans,
      features: sparseFeatures(features.names.length > 0 ? featureNames(source, context, wanted) : [], features),
      hints: findHints ? hintsOfTokens(findHints(source), spans, hintKinds) : [],
    };
  };
}
