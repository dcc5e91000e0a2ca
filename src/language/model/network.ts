import type { Graph, Value } from '../network/graph.ts';
import { gelu } from '../network/operations/activations.ts';
import { add, multiply, power, scale, subtract } from '../network/operations/arithmetic.ts';
import { embedding } from '../network/operations/embedding.ts';
import { matmul } from '../network/operations/matmul.ts';
import { maximum } from '../network/operations/maximum.ts';
import { unitLength } from '../network/operations/normalise.ts';
import { sum } from '../network/operations/reduce.ts';
import { concatenate, reshape, slice } from '../network/operations/shape.ts';
import { HIDDEN } from './attention.ts';
import type { Builder } from './builder.ts';
import { encoder, type StackShape } from './encoder.ts';
import { paddedLength } from './feeds.ts';
import { MARKS_PER_HINT } from './hints.ts';
import { linear, widthOf } from './linear.ts';
import { addPositions } from './positions.ts';
import { slotHeads } from './slots.ts';

export interface NetworkShape extends StackShape {
  vocabulary: number;
  width: number;
  /** Tokens, the prefix included. */
  longest: number;
  /** N-grams and other features of the wording; 0 leaves that branch out. */
  features: number;
  /** Width of a hidden layer over the features, beside the linear one; 0 leaves it out. */
  featuresHidden: number;
  /** Kinds of hints beside the tokens; 0 for none. */
  hints: number;
  intents: number;
  /** Names of slots. */
  slots: number;
  acts: number;
  tones: number;
  /** Width of the sentence embedding. */
  sentence: number;
}

/** B messages of T tokens, with U different n-gram features among them. */
export interface NetworkInputs {
  /** (B, T) */
  tokens: Value;
  /** (B, 1, 1, T): 0, or HIDDEN where a row is padded. */
  mask: Value;
  /** (B, T, 1): 1, or 0 where a row is padded. */
  present: Value;
  /** (B, T, hints · 2): where each kind of hint begins and goes on. */
  hints: Value;
  /** (U): the features that occur; (B, U): what each weighs in each message, mostly 0. */
  features: Value;
  featureWeights: Value;
}

export function declareInputs(graph: Graph, shape: NetworkShape): NetworkInputs {
  const features = shape.features > 0;
  return {
    tokens: graph.input('tokens', ['B', 'T'], 'int32'),
    mask: graph.input('mask', ['B', 1, 1, 'T']),
    present: graph.input('present', ['B', 'T', 1]),
    hints: shape.hints > 0 ? graph.input('hints', ['B', 'T', shape.hints * MARKS_PER_HINT]) : graph.scalar(0),
    features: features ? graph.input('features', ['U'], 'int32') : graph.scalar(0),
    featureWeights: features ? graph.input('featureWeights', ['B', 'U']) : graph.scalar(0),
  };
}

export interface Heads {
  /** (B, I) each: what the encoder says, what the n-grams say, what their hidden layer says, as far as they are there. */
  branches: readonly Value[];
  /** (B, I): all of them together. */
  intents: Value;
  /** (B, T, 3): where slots begin and end. */
  boundaries: Value;
  /** (B, T, S): what they are called. */
  names: Value;
  /** (B, A) */
  acts: Value;
  /** (B, N): each a yes-or-no question. */
  tones: Value;
  /** (B, E), length 1. */
  sentence: Value;
  /** (B, T, D): the encoder's last layer. */
  states: Value;
}

/** Token embeddings with positions, scaled as in Vaswani et al. 2017, section 3.4, then the encoder. */
export function readTokens(
  build: Builder,
  inputs: NetworkInputs,
  shape: NetworkShape,
): { embedded: Value; states: Value } {
  const table = build.parameter('tokens.table', [shape.vocabulary, shape.width], { deviation: shape.width ** -0.5 });
  const words = scale(embedding(table, inputs.tokens), Math.sqrt(shape.width)); // (B, T, D)
  const embedded = shape.hints > 0 ? add(words, linear(build, 'hints', inputs.hints, shape.width)) : words;
  const positioned = addPositions(embedded, paddedLength(shape.longest));
  return { embedded, states: encoder(build, 'encoder', build.dropout(positioned), inputs.mask, shape) };
}

/** The mean over the places that are there: (B, T, D), (B, T, 1) → (B, D). */
export function meanOver(states: Value, present: Value): Value {
  const [batch = 1] = states.shape;
  const summed = sum(multiply(states, present), [1]); // (B, 1, D)
  const counted = sum(present, [1]); // (B, 1, 1)
  return reshape(multiply(summed, power(counted, -1)), [batch, widthOf(states)]);
}

/** The largest of each dimension over the places that are there: (B, T, D), (B, T, 1) → (B, D). */
export function largestOver(states: Value, present: Value): Value {
  const [batch = 1] = states.shape;
  const hidden = scale(subtract(states.graph.scalar(1), present), HIDDEN); // (B, T, 1)
  return reshape(maximum(add(states, hidden), 1), [batch, widthOf(states)]);
}

/** The weights of a message's features are of length 1, so this is the spread of what comes out. */
const PHRASING_DEVIATION = 0.3;

/** One reading of the text, and a head for each question asked of it. Without a layer the n-grams alone tell the intent, where there are any. */
export function understandingNetwork(build: Builder, inputs: NetworkInputs, shape: NetworkShape): Heads {
  const { embedded, states } = readTokens(build, inputs, shape);
  const pooled = concatenate([meanOver(states, inputs.present), largestOver(states, inputs.present)]); // (B, 2D)
  const summary = build.dropout(gelu(linear(build, 'summary', pooled, shape.width))); // (B, D)
  const meaning = shape.layers === 0 && shape.features > 0 ? [] : [linear(build, 'meaning', summary, shape.intents)];
  const said = [...wordingOf(build, inputs, shape), ...phrasingOf(build, inputs, shape)]; // (B, I + A + N) each
  const afterIntents = shape.intents + shape.acts;
  const part = (from: number, to: number) => said.map((each) => slice(each, -1, from, to));
  const branches = [...meaning, ...part(0, shape.intents)];
  const intents = branches.reduce(add);
  return {
    branches,
    intents,
    ...slotHeads(build, { embedded, states, present: inputs.present, summary, intents }, shape),
    acts: [linear(build, 'acts', summary, shape.acts), ...part(shape.intents, afterIntents)].reduce(add),
    tones: [linear(build, 'tones', summary, shape.tones), ...part(afterIntents, columnsOf(shape))].reduce(add),
    sentence: unitLength(linear(build, 'sentence', pooled, shape.sentence)),
    states,
  };
}

/** Of what is said of intents, acts and tones, side by side. */
const columnsOf = ({ intents, acts, tones }: NetworkShape): number => intents + acts + tones;

/** What each n-gram says by itself, added up. */
function wordingOf(build: Builder, inputs: NetworkInputs, shape: NetworkShape): Value[] {
  if (shape.features === 0) return [];
  const table = build.parameter('wording.table', [shape.features, columnsOf(shape)], 'zeros');
  return [matmul(inputs.featureWeights, embedding(table, inputs.features))];
}

/** What the n-grams say in company: two of them may mean what neither means alone. */
function phrasingOf(build: Builder, inputs: NetworkInputs, shape: NetworkShape): Value[] {
  const { features, featuresHidden } = shape;
  if (features === 0 || featuresHidden === 0) return [];
  const table = build.parameter('phrasing.table', [features, featuresHidden], { deviation: PHRASING_DEVIATION });
  const bias = build.parameter('phrasing.bias', [featuresHidden], 'zeros');
  const heard = build.dropout(inputs.featureWeights); // what the linear layer leans on may be hidden from this one
  const found = add(matmul(heard, embedding(table, inputs.features)), bias); // (B, featuresHidden)
  return [linear(build, 'phrasing.answer', build.dropout(gelu(found)), columnsOf(shape))];
}
