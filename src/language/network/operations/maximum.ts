import type { Value } from '../graph.ts';
import { multiply } from './arithmetic.ts';

/** The largest along an axis, which stays with size 1. The gradient goes to whoever was the largest. */
export function maximum(x: Value, axis: number): Value {
  const { graph } = x;
  const along = axis < 0 ? axis + x.shape.length : axis;
  const shape = x.shape.map((size, at) => (at === along ? 1 : size));
  const y: Value = graph.emit('ReduceMax', [x, graph.integers([along])], shape, { keepdims: { int: 1 } }, (dy) => {
    const isLargest = graph.emit('Equal', [x, y], x.shape, {}, null, 'bool');
    return [multiply(graph.emit('Cast', [isLargest], x.shape, { to: { int: 1 } }), dy), null];
  });
  return y;
}
