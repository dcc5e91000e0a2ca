import { BOUNDARIES } from '../model/boundaries.ts';
import type { Builder } from '../model/builder.ts';
import { declareInputs, type NetworkShape, understandingNetwork } from '../model/network.ts';
import { Graph, type Value } from '../network/graph.ts';
import { add, scale } from '../network/operations/arithmetic.ts';
import { dropout } from '../network/operations/dropout.ts';
import { binaryCrossEntropy, crossEntropy } from '../network/operations/losses.ts';
import { matmul } from '../network/operations/matmul.ts';
import { flip } from '../network/operations/shape.ts';
import type { ParameterShape } from '../network/parameters.ts';

/** How much each part of the loss counts. */
export interface LossWeights {
  /** Of the intent by the encoder and the n-grams together. */
  joint: number;
  /** Of each branch's own answer about the intent, beside their common one. */
  branches: number;
  /** Of where slots begin and end. */
  boundaries: number;
  /** Of what the tokens of slots are called. */
  names: number;
  acts: number;
  tones: number;
  /** Of pulling messages of one intent together and others apart. */
  contrast: number;
}

export interface ObjectiveOptions {
  weights: LossWeights;
  dropout: number;
  /** One intent a message, or any number of them. */
  intents: 'one' | 'several';
  seed: number;
}

/** A gradient of the graph: what it is called outside, and whose it is. */
export interface GradientPort {
  parameter: string;
  output: string;
  /** The name of the ids' input, where it is the gradient of rows. */
  ids: string | null;
}

export interface TrainingGraph {
  model: Uint8Array;
  /** Names of all that has to be fed. */
  inputs: string[];
  parameters: ParameterShape[];
  gradients: GradientPort[];
}

/** Cosines are divided by this before softmax (Chen et al. 2020, τ). */
const TEMPERATURE = 0.1;

/** Forward, loss and backward in one graph. Outputs `loss` and each gradient. */
export function trainingGraph(shape: NetworkShape, options: ObjectiveOptions): TrainingGraph {
  const graph = new Graph();
  const parameters: ParameterShape[] = [];
  let { seed } = options;
  const build: Builder = {
    graph,
    parameter(name, size, initial) {
      parameters.push({ name, shape: size, initial });
      return graph.parameter(name, size);
    },
    dropout: (x) => dropout(x, options.dropout, seed++),
  };
  const loss = lossOf(build, shape, options);
  const { dense, rows } = graph.differentiate(loss);
  graph.output('loss', loss);
  const gradients = parameters.flatMap(({ name }): GradientPort[] => {
    const ofRows = rows.get(name);
    if (ofRows)
      return ofRows.map((gradient, at) => {
        graph.output(`rows:${at}:${name}`, gradient.rows);
        return { parameter: name, output: `rows:${at}:${name}`, ids: gradient.ids.name };
      });
    const gradient = dense.get(name);
    if (!gradient) return [];
    graph.output(`gradient:${name}`, gradient);
    return [{ parameter: name, output: `gradient:${name}`, ids: null }];
  });
  return { model: graph.toOnnx(), inputs: graph.inputNames(), parameters, gradients };
}

/** Σ over the heads; each row's weight is a share of the batch, so the sum is a mean. */
function lossOf(build: Builder, shape: NetworkShape, { weights, intents }: ObjectiveOptions): Value {
  const { graph } = build;
  const heads = understandingNetwork(build, declareInputs(graph, shape), shape);
  const rowWeights = (name: string) => graph.input(name, ['B', 1]);
  const intentTargets = graph.input('intentTargets', ['B', shape.intents]);
  const intentWeights = graph.input('intentWeights', ['B', intents === 'one' ? 1 : shape.intents]);
  const ofIntents = (logits: Value) =>
    intents === 'one'
      ? crossEntropy(logits, intentTargets, intentWeights)
      : binaryCrossEntropy(logits, intentTargets, intentWeights);
  // The answer of a single branch is the common one: it counts once.
  const isSingle = heads.branches.length === 1;
  const parts = [scale(ofIntents(heads.intents), isSingle ? Math.max(weights.joint, weights.branches) : weights.joint)];
  if (!isSingle && weights.branches > 0) parts.push(scale(heads.branches.map(ofIntents).reduce(add), weights.branches));
  const ofTokens = (logits: Value, name: string, classes: number) =>
    crossEntropy(
      logits,
      graph.input(`${name}Targets`, ['B', 'T', classes]),
      graph.input(`${name}Weights`, ['B', 'T', 1]),
    );
  if (weights.boundaries > 0) parts.push(scale(ofTokens(heads.boundaries, 'boundary', BOUNDARIES), weights.boundaries));
  if (weights.names > 0) parts.push(scale(ofTokens(heads.names, 'name', shape.slots), weights.names));
  if (weights.acts > 0) {
    const targets = graph.input('actTargets', ['B', shape.acts]);
    parts.push(scale(crossEntropy(heads.acts, targets, rowWeights('actWeights')), weights.acts));
  }
  if (weights.tones > 0) {
    const targets = graph.input('toneTargets', ['B', shape.tones]);
    parts.push(scale(binaryCrossEntropy(heads.tones, targets, rowWeights('toneWeights')), weights.tones));
  }
  if (weights.contrast > 0) parts.push(scale(contrastive(graph, heads.sentence), weights.contrast));
  return parts.reduce(add);
}

/** Supervised contrastive loss (Khosla et al. 2020): each sentence's nearest should be one of its own intent. `notSelf` (B, B) hides the diagonal. */
function contrastive(graph: Graph, sentences: Value): Value {
  const likeness = scale(matmul(sentences, flip(sentences)), 1 / TEMPERATURE); // (B, B)
  const notSelf = graph.input('notSelf', ['B', 'B']);
  const targets = graph.input('pairTargets', ['B', 'B']);
  return crossEntropy(add(likeness, notSelf), targets, graph.input('pairWeights', ['B', 1]));
}
