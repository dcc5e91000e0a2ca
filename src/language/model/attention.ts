import type { Value } from '../network/graph.ts';
import { softmax } from '../network/operations/activations.ts';
import { add, scale } from '../network/operations/arithmetic.ts';
import { matmul } from '../network/operations/matmul.ts';
import { flip, reshape, transpose } from '../network/operations/shape.ts';
import type { Builder } from './builder.ts';
import { linear, widthOf } from './linear.ts';

/** What a mask adds to a score that must not count. Large enough to vanish in softmax, small enough to stay finite. */
export const HIDDEN = -1e9;

/** softmax(Q·Kᵀ/√d + mask)·V: (B, H, Tq, d), (B, H, Tk, d) twice → (B, H, Tq, d). Vaswani et al. 2017, equation 1. */
export function scaledDotProductAttention(q: Value, k: Value, v: Value, mask: Value): Value {
  const scores = scale(matmul(q, flip(k)), 1 / Math.sqrt(widthOf(q))); // (B, H, Tq, Tk)
  return matmul(softmax(add(scores, mask)), v);
}

/**
 * Each head looks from x at the memory through projections of its own: (B, Tq, D), (B, Tk, D) → (B, Tq, D).
 * The mask is added to the scores (B, 1 or H, 1 or Tq, Tk): 0 or HIDDEN. Self-attention is attention with x as memory.
 */
export function multiHeadAttention(
  build: Builder,
  name: string,
  x: Value,
  memory: Value,
  mask: Value,
  heads: number,
): Value {
  const width = widthOf(x);
  if (width % heads !== 0) throw new Error(`width ${width} does not split into ${heads} heads`);
  const split = (each: Value) => {
    const [batch = 1, length = 1] = each.shape;
    return transpose(reshape(each, [batch, length, heads, width / heads]), [0, 2, 1, 3]); // (B, H, T, d)
  };
  const q = split(linear(build, `${name}.query`, x, width));
  const k = split(linear(build, `${name}.key`, memory, width));
  const v = split(linear(build, `${name}.value`, memory, width));
  const seen = transpose(scaledDotProductAttention(q, k, v, mask), [0, 2, 1, 3]); // (B, Tq, H, d)
  return linear(build, `${name}.output`, reshape(seen, x.shape), width);
}
