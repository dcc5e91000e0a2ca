import type { Parameters } from '../network/parameters.ts';
import type { Gradient, GradientsByName } from './gradients.ts';

export interface Optimizer {
  /** θ changes in place. `rateOf` gives a parameter's learning rate α. */
  step(parameters: Parameters, gradients: GradientsByName, rateOf: (name: string) => number): void;
  /** What it remembers, for a checkpoint; and takes up again. */
  state(): Parameters;
  restore(state: Parameters): void;
}

export type OptimizerName = 'adamw' | 'gradient-descent';

/** `epsilonOf`: a parameter's ε. Slopes far below it move a weight by their size, as plain descent does; those far above it by their sign. */
export function createOptimizer(
  name: OptimizerName,
  decay: number,
  epsilonOf: (name: string) => number = () => EPSILON,
): Optimizer {
  return name === 'adamw' ? adamW(decay, epsilonOf) : gradientDescent();
}

/** θ ← θ − α·∇L (Cauchy 1847). */
function gradientDescent(): Optimizer {
  return {
    step(parameters, gradients, rateOf) {
      for (const [name, gradient] of gradients) {
        const weights = parameters.get(name);
        const rate = rateOf(name);
        if (weights) forEach(gradient, (at, slope) => (weights[at] = (weights[at] as number) - rate * slope));
      }
    },
    state: () => new Map(),
    restore: () => undefined,
  };
}

const BETA_1 = 0.9;
const BETA_2 = 0.999;
export const EPSILON = 1e-8;

/**
 * Adam (Kingma & Ba 2015) with decoupled weight decay (Loshchilov & Hutter 2019):
 * m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², θ ← θ − α·(m̂/(√v̂ + ε) + λθ), the hats correcting for the start at 0.
 * Only matrices decay. Rows of a table that were not read keep their moments (lazy Adam).
 */
function adamW(decay: number, epsilonOf: (name: string) => number): Optimizer {
  const moments = new Map<string, Float32Array<ArrayBuffer>>();
  const momentOf = (key: string, length: number): Float32Array => {
    const kept = moments.get(key) ?? new Float32Array(length);
    moments.set(key, kept);
    return kept;
  };
  return {
    step(parameters, gradients, rateOf) {
      const count = momentOf('steps', 1);
      count[0] = (count[0] ?? 0) + 1;
      const first = 1 / (1 - BETA_1 ** count[0]);
      const second = 1 / (1 - BETA_2 ** count[0]);
      for (const [name, gradient] of gradients) {
        const weights = parameters.get(name);
        if (!weights) continue;
        const m = momentOf(`m:${name}`, weights.length);
        const v = momentOf(`v:${name}`, weights.length);
        const rate = rateOf(name);
        const epsilon = epsilonOf(name);
        const shrink = 1 - (decays(name) ? rate * decay : 0);
        forEach(gradient, (at, slope) => {
          const mean = BETA_1 * (m[at] as number) + (1 - BETA_1) * slope;
          const square = BETA_2 * (v[at] as number) + (1 - BETA_2) * slope * slope;
          m[at] = mean;
          v[at] = square;
          weights[at] =
            (weights[at] as number) * shrink - (rate * mean * first) / (Math.sqrt(square * second) + epsilon);
        });
      }
    },
    state: () => moments,
    restore(state) {
      moments.clear();
      for (const [key, values] of state) moments.set(key, values);
    },
  };
}

function decays(name: string): boolean {
  return name.endsWith('.weight');
}

function forEach(gradient: Gradient, change: (at: number, slope: number) => void): void {
  const { values } = gradient;
  if (gradient.kind === 'dense') {
    for (let at = 0; at < values.length; at++) change(at, values[at] as number);
    return;
  }
  const { rows, width } = gradient;
  for (let row = 0; row < rows.length; row++) {
    const to = (rows[row] as number) * width;
    for (let at = 0; at < width; at++) change(to + at, values[row * width + at] as number);
  }
}
