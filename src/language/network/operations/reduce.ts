import type { Value } from '../graph.ts';
import type { Dimension } from '../onnx.ts';
import { reshape } from './shape.ts';

/** Sum along some axes, which stay with size 1. The gradient of a sum is the same for every summand. */
export function sum(x: Value, axes: readonly number[]): Value {
  const { graph } = x;
  const along = axes.map((axis) => (axis < 0 ? axis + x.shape.length : axis));
  const shape = x.shape.map((size, at) => (along.includes(at) ? 1 : size));
  return graph.emit('ReduceSum', [x, graph.integers(along)], shape, { keepdims: { int: 1 } }, (dy) => [
    stretch(dy, x),
    null,
  ]);
}

/** Everything added up: a scalar. */
export function total(x: Value): Value {
  return reshape(sum(x, [...x.shape.keys()]), []);
}

/** y repeated to the shape of x, whatever its open sizes turn out to be. */
function stretch(y: Value, x: Value): Value {
  const { graph } = x;
  const shape = graph.emit('Shape', [x], [x.shape.length], {}, null, 'int64');
  return graph.emit('Expand', [y, shape], x.shape, {}, (dy) => [sumTo(dy, y.shape), null]);
}

/** The gradient of a broadcast: what was repeated is added up. */
export function sumTo(y: Value, shape: readonly Dimension[]): Value {
  const extra = y.shape.length - shape.length;
  const axes = [...y.shape.keys()].filter((at) => at < extra || (shape[at - extra] === 1 && y.shape[at] !== 1));
  const summed = axes.length > 0 ? sum(y, axes) : y;
  return extra > 0 ? reshape(summed, shape) : summed;
}
