import type { Value } from '../network/graph.ts';
import { add } from '../network/operations/arithmetic.ts';
import { matmul } from '../network/operations/matmul.ts';
import { layerNorm } from '../network/operations/normalise.ts';
import type { Builder } from './builder.ts';

export function widthOf(x: Value): number {
  const width = x.shape.at(-1);
  if (typeof width !== 'number') throw new Error(`the width of ${x.name} is open`);
  return width;
}

/** y = x·W + b: (…, in) → (…, out) */
export function linear(build: Builder, name: string, x: Value, width: number): Value {
  const before = widthOf(x);
  // Glorot & Bengio 2010: the spread of what comes out stays that of what went in.
  const weight = build.parameter(`${name}.weight`, [before, width], { deviation: Math.sqrt(2 / (before + width)) });
  return add(matmul(x, weight), build.parameter(`${name}.bias`, [width], 'zeros'));
}

export function norm(build: Builder, name: string, x: Value): Value {
  const gain = build.parameter(`${name}.gain`, [widthOf(x)], 'ones');
  return layerNorm(x, gain, build.parameter(`${name}.bias`, [widthOf(x)], 'zeros'));
}
