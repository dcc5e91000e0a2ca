import type { Value } from '../network/graph.ts';
import { add } from '../network/operations/arithmetic.ts';
import { HIDDEN, multiHeadAttention } from './attention.ts';
import type { Builder } from './builder.ts';
import { feedForward, type StackShape } from './encoder.ts';
import { norm } from './linear.ts';

/** Hides what comes later: row t of the square sees columns 0 … t. Row-major (length, length). */
export function causalMask(length: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: length * length }, (_, at) =>
    at % length > Math.floor(at / length) ? HIDDEN : 0,
  );
}

export interface Masks {
  /** (1, 1, T, T): causalMask, with padding hidden too where there is any. */
  self: Value;
  /** (B, 1, 1, S): the padding of the encoder's text. */
  memory: Value;
}

/** Looks back over what was said so far, then over the encoder's text, then thinks: (B, T, D), memory (B, S, D) → (B, T, D). */
export function decoderBlock(
  build: Builder,
  name: string,
  x: Value,
  memory: Value,
  masks: Masks,
  shape: StackShape,
): Value {
  const before = norm(build, `${name}.self.norm`, x);
  const said = multiHeadAttention(build, `${name}.self`, before, before, masks.self, shape.heads);
  const first = add(x, build.dropout(said));
  const asking = norm(build, `${name}.cross.norm`, first);
  const read = multiHeadAttention(build, `${name}.cross`, asking, memory, masks.memory, shape.heads);
  const second = add(first, build.dropout(read));
  const thought = feedForward(build, `${name}.feed`, norm(build, `${name}.feed.norm`, second), shape.hidden);
  return add(second, build.dropout(thought));
}

export function decoder(build: Builder, name: string, x: Value, memory: Value, masks: Masks, shape: StackShape): Value {
  let y = x;
  for (let layer = 0; layer < shape.layers; layer++)
    y = decoderBlock(build, `${name}.${layer}`, y, memory, masks, shape);
  return norm(build, `${name}.norm`, y);
}
