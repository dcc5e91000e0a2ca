import type { Value } from '../network/graph.ts';
import { add } from '../network/operations/arithmetic.ts';

/**
 * PE(p, 2i) = sin(p / 10000^(2i/D)), PE(p, 2i+1) = cos(p / 10000^(2i/D)): Vaswani et al. 2017, section 3.5.
 * Every pair of dimensions turns at its own speed, so that p + k is a fixed rotation of p. Row-major (length, width).
 */
export function sinusoids(length: number, width: number): Float32Array<ArrayBuffer> {
  const table = new Float32Array(length * width);
  for (let position = 0; position < length; position++)
    for (let dimension = 0; dimension < width; dimension++) {
      const pair = dimension - (dimension % 2);
      const angle = position / 10_000 ** (pair / width);
      table[position * width + dimension] = dimension % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
    }
  return table;
}

/** Adds each place's own wave: (B, T, D) → (B, T, D), T at most `longest`. */
export function addPositions(x: Value, longest: number): Value {
  const { graph } = x;
  const [, length = 1, width = 1] = x.shape;
  if (typeof width !== 'number') throw new Error('positions need the width');
  const table = graph.constant(sinusoids(longest, width), [longest, width], `positions.${longest}x${width}`);
  const shape = graph.emit('Shape', [x], [1], { start: { int: 1 }, end: { int: 2 } }, null, 'int64'); // [T]
  const bounds = [graph.integers([0]), shape, graph.integers([0])];
  return add(x, graph.emit('Slice', [table, ...bounds], [length, width])); // (T, D)
}
