import type { Value } from '../network/graph.ts';
import { gelu } from '../network/operations/activations.ts';
import { add } from '../network/operations/arithmetic.ts';
import { multiHeadAttention } from './attention.ts';
import type { Builder } from './builder.ts';
import { linear, norm, widthOf } from './linear.ts';

export interface StackShape {
  layers: number;
  heads: number;
  /** Width of the hidden layer of each feed-forward network. */
  hidden: number;
}

/** max(0, x·W₁ + b₁)·W₂ + b₂ with GELU in place of the maximum: each place by itself. */
export function feedForward(build: Builder, name: string, x: Value, hidden: number): Value {
  return linear(build, `${name}.out`, gelu(linear(build, `${name}.in`, x, hidden)), widthOf(x));
}

/** Each layer looks around, then thinks, and adds what it found to what it had. Normalised before, not after (Xiong et al. 2020): it trains without long warm-up. */
export function encoderBlock(build: Builder, name: string, x: Value, mask: Value, shape: StackShape): Value {
  const before = norm(build, `${name}.attention.norm`, x);
  const seen = multiHeadAttention(build, `${name}.attention`, before, before, mask, shape.heads);
  const middle = add(x, build.dropout(seen));
  const thought = feedForward(build, `${name}.feed`, norm(build, `${name}.feed.norm`, middle), shape.hidden);
  return add(middle, build.dropout(thought)); // (B, T, D)
}

/** (B, T, D) → (B, T, D), every place knowing of every other that the mask (B, 1, 1, T) shows. */
export function encoder(build: Builder, name: string, x: Value, mask: Value, shape: StackShape): Value {
  let y = x;
  for (let layer = 0; layer < shape.layers; layer++) y = encoderBlock(build, `${name}.${layer}`, y, mask, shape);
  return norm(build, `${name}.norm`, y);
}
