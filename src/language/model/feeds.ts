import type { Feeds, Runtime } from '../network/runtime.ts';
import { HIDDEN } from './attention.ts';
import { MARKS_PER_HINT, markHints } from './hints.ts';
import type { EncodedMessage } from './input.ts';
import type { NetworkShape } from './network.ts';

/** Sizes are rounded up to these, so that a runtime meets few different shapes. */
const TOKENS_STEP = 4;
const FEATURES_STEP = 32;

const roundUp = (size: number, step: number) => Math.max(step, Math.ceil(size / step) * step);

/** Places of a batch whose longest message has so many tokens. */
export const paddedLength = (tokens: number): number => roundUp(tokens, TOKENS_STEP);

/** A batch's tokens, masks and features as tensors, padded to the longest. */
export function messageFeeds(
  { Tensor }: Runtime,
  messages: readonly EncodedMessage[],
  { features: known, hints }: Pick<NetworkShape, 'features' | 'hints'>,
): { feeds: Feeds; tokens: number } {
  const B = messages.length;
  const T = paddedLength(Math.max(...messages.map(({ tokens }) => tokens.length)));
  const tokens = new Int32Array(B * T);
  const mask = new Float32Array(B * T).fill(HIDDEN);
  const present = new Float32Array(B * T);
  for (const [row, message] of messages.entries()) {
    tokens.set(message.tokens, row * T);
    mask.fill(0, row * T, row * T + message.tokens.length);
    present.fill(1, row * T, row * T + message.tokens.length);
  }
  const feeds: Feeds = {
    tokens: new Tensor('int32', tokens, [B, T]),
    mask: new Tensor('float32', mask, [B, 1, 1, T]),
    present: new Tensor('float32', present, [B, T, 1]),
  };
  if (hints > 0) {
    const width = hints * MARKS_PER_HINT;
    const marks = new Float32Array(B * T * width);
    for (const [row, message] of messages.entries())
      markHints(marks, row * T * width, message.hints, hints, message.prefix);
    feeds.hints = new Tensor('float32', marks, [B, T, width]);
  }
  if (known > 0) {
    const { features, weights } = featuresTogether(messages);
    feeds.features = new Tensor('int32', features, [features.length]);
    feeds.featureWeights = new Tensor('float32', weights, [B, features.length]);
  }
  return { feeds, tokens: T };
}

/** Messages share many n-grams: each row of the table is looked up once, and a dense matrix (B, U) says who has it. */
function featuresTogether(messages: readonly EncodedMessage[]): {
  features: Int32Array<ArrayBuffer>;
  weights: Float32Array<ArrayBuffer>;
} {
  const columns = new Map<number, number>();
  for (const { features } of messages)
    for (const number of features.numbers) if (!columns.has(number)) columns.set(number, columns.size);
  const U = roundUp(columns.size, FEATURES_STEP);
  const features = new Int32Array(U);
  for (const [number, column] of columns) features[column] = number;
  const weights = new Float32Array(messages.length * U);
  // A bucket may stand in two groups of features.
  for (const [row, message] of messages.entries())
    for (const [at, number] of message.features.numbers.entries())
      weights[row * U + (columns.get(number) ?? 0)] =
        (weights[row * U + (columns.get(number) ?? 0)] ?? 0) + (message.features.weights[at] ?? 0);
  return { features, weights };
}
