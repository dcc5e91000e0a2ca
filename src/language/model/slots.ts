import type { Value } from '../network/graph.ts';
import { gelu, sigmoid } from '../network/operations/activations.ts';
import { add, multiply } from '../network/operations/arithmetic.ts';
import { concatenate, neighbour, reshape } from '../network/operations/shape.ts';
import { BOUNDARIES } from './boundaries.ts';
import type { Builder } from './builder.ts';
import { linear, widthOf } from './linear.ts';

/** Tokens on either side that tell where a slot begins and ends. */
const REACH = 2;

export interface SlotInputs {
  /** (B, T, D): each token by itself, and with all that is around it. */
  embedded: Value;
  states: Value;
  /** (B, T, 1) */
  present: Value;
  /** (B, D) */
  summary: Value;
  /** (B, I): logits. */
  intents: Value;
}

/** P(slot x from a to b) = P(boundaries at a … b) · P(x | a … b): few learn where slots stand from all of them, and what they are from the whole message. */
export function slotHeads(
  build: Builder,
  { embedded, states, present, summary, intents }: SlotInputs,
  shape: { width: number; slots: number },
): { boundaries: Value; names: Value } {
  const everywhere = (x: Value) => reshape(x, [x.shape[0] ?? 1, 1, widthOf(x)]);
  const around = neighbourhood(multiply(embedded, present), REACH);
  const local = build.dropout(gelu(linear(build, 'slots.local', concatenate([states, around]), shape.width))); // (B, T, D)
  const whole = linear(build, 'slots.whole', concatenate([summary, sigmoid(intents)]), shape.width);
  const told = build.dropout(
    gelu(add(linear(build, 'slots.token', concatenate([states, local]), shape.width), everywhere(whole))),
  );
  return {
    boundaries: linear(build, 'slots.boundaries', local, BOUNDARIES),
    names: linear(build, 'slots.names', told, shape.slots),
  };
}

/** Each place beside those up to `reach` before and behind it: (B, T, D) → (B, T, (2·reach + 1)·D). */
function neighbourhood(x: Value, reach: number): Value {
  return concatenate(Array.from({ length: 2 * reach + 1 }, (_, at) => neighbour(x, at - reach)));
}
