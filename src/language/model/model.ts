import type { Parameters } from '../network/parameters.ts';
import type { Tokenizer } from '../tokenizer/tokenizer.ts';
import type { FeatureVocabulary } from './features.ts';
import type { Labels } from './labels.ts';
import type { NetworkShape } from './network.ts';

/** All that a reading needs: how text becomes numbers, the numbers that were learned, and what the answers are called. */
export interface Model {
  shape: NetworkShape;
  tokenizer: Tokenizer;
  labels: Labels;
  /** Kinds of hints, in the order of their numbers. */
  hintKinds: readonly string[];
  features: FeatureVocabulary;
  parameters: Parameters;
  /** One intent a message, or any number of them. */
  intents: 'one' | 'several';
  /** What logits are divided by before softmax, fitted on held-out messages (Guo et al. 2017). */
  temperature: number;
  /** The logit from which on a tone counts as heard, of each tone, fitted likewise: tones are rare. */
  toneThresholds: readonly number[];
}
