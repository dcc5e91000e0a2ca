import type { Predictor } from '../inference/predictor.ts';
import type { Labels } from '../model/labels.ts';
import type { Parameters } from '../network/parameters.ts';
import type { LossWeights } from './objective.ts';
import type { OptimizerName } from './optimizer.ts';
import type { LabelledMessage } from './targets.ts';

export interface TrainingOptions {
  epochs: number;
  batch: number;
  /** Peak learning rates: of the encoder, and of the n-grams' linear and hidden tables, which need higher ones. */
  rate: number;
  tableRate: number;
  phrasingRate: number;
  /** Adam's ε for the linear table. */
  tableEpsilon: number;
  /** Steps. */
  warmUp: number;
  /** The last rate as a share of the peak. */
  floor: number;
  optimizer: OptimizerName;
  decay: number;
  clip: number;
  dropout: number;
  smoothing: number;
  /** How many times a given intent counts as much as one that is not, where there may be several: most are not. */
  given: number;
  weights: LossWeights;
  /** One intent a message, or any number of them. */
  intents: 'one' | 'several';
  /** The weights at the ends of so many last epochs are averaged (Izmailov et al. 2018). */
  averaged: number;
  /** Epochs without a better score after which it ends early; 0 never does. */
  patience: number;
  threads: number;
  seed: number;
}

export interface TrainingData {
  labels: Labels;
  /** The messages of an epoch, written anew each time where they are multiplied or damaged. */
  messages(epoch: number, random: () => number): readonly LabelledMessage[];
  /** Higher is better; read on held-out messages after each epoch. */
  score?: (predictor: Predictor) => Promise<number>;
}

export interface Progress {
  epoch: number;
  epochs: number;
  step: number;
  steps: number;
  /** Mean of this epoch. */
  loss: number;
  tokensPerSecond: number;
  /** After the last epoch that ended. */
  score: number | null;
}

export interface EpochRecord {
  epoch: number;
  loss: number;
  score: number | null;
  /** Since the beginning. */
  seconds: number;
}

/** All that a training needs to go on where it stood: at the beginning of `epoch`. */
export interface TrainingState {
  epoch: number;
  step: number;
  /** Of the seeded stream. */
  random: number;
  parameters: Parameters;
  moments: Parameters;
  average: Parameters;
  best: { epoch: number; score: number; parameters: Parameters } | null;
  curve: EpochRecord[];
}

export interface TrainingHooks {
  /** With the epochs that are there already. */
  onBegin?: ((epochs: number) => void) | undefined;
  onStep?: ((progress: Progress) => void) | undefined;
  /** After each epoch, before the next begins. */
  onEpoch?: ((state: TrainingState) => Promise<void> | void) | undefined;
  /** To go on from, where it is of the same network. */
  from?: TrainingState | null | undefined;
  /** Weights to begin with, where they fit. */
  start?: Parameters | undefined;
  /** Milliseconds, to tell the speed. */
  now: () => number;
}

export interface Trained {
  parameters: Parameters;
  curve: EpochRecord[];
  /** Whether the average of the last epochs or the best single one was taken. */
  chosen: 'average' | 'best' | 'last';
  tokensPerSecond: number;
}
