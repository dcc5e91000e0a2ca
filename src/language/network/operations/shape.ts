import type { Value } from '../graph.ts';
import type { Dimension } from '../onnx.ts';

/** The same numbers in the same order. An open size may keep its place, or be the only one that moves. */
export function reshape(x: Value, to: readonly Dimension[]): Value {
  const { graph } = x;
  const moved = to.filter((size, at) => typeof size === 'string' && x.shape[at] !== size);
  if (moved.length > 1) throw new Error(`(${x.shape}) cannot become (${to}): ${moved} are open`);
  // ONNX: 0 copies the size that stands there, −1 takes what is left.
  const sizes = to.map((size, at) => (typeof size === 'number' ? size : x.shape[at] === size ? 0 : -1));
  return graph.emit('Reshape', [x, graph.integers(sizes)], to, {}, (dy) => [reshape(dy, x.shape), null]);
}

export function transpose(x: Value, order: readonly number[]): Value {
  const shape = order.map((at) => x.shape[at] ?? 1);
  const back = order.map((_, at) => order.indexOf(at));
  return x.graph.emit('Transpose', [x], shape, { perm: { ints: [...order] } }, (dy) => [transpose(dy, back)]);
}

/** The last two axes swapped. */
export function flip(x: Value): Value {
  const rank = x.shape.length;
  const order = [...x.shape.keys()];
  order[rank - 2] = rank - 1;
  order[rank - 1] = rank - 2;
  return transpose(x, order);
}

/** From `start` up to `end` along an axis of known size. Its gradient is padded with zeros. */
export function slice(x: Value, axis: number, start: number, end: number): Value {
  const { graph } = x;
  const at = axis < 0 ? axis + x.shape.length : axis;
  const size = x.shape[at];
  const shape = x.shape.map((each, position) => (position === at ? end - start : each));
  const bounds = [graph.integers([start]), graph.integers([end]), graph.integers([at])];
  return graph.emit('Slice', [x, ...bounds], shape, {}, (dy) => {
    if (typeof size !== 'number') throw new Error(`the gradient of a slice of ${size} needs its size`);
    const zeros = x.shape.map(() => 0);
    const pads = [...zeros.with(at, start), ...zeros.with(at, size - end)];
    return [graph.emit('Pad', [dy, graph.integers(pads)], x.shape), null, null, null];
  });
}

/** What stands `by` places further on comes to each place of the second last axis, zeros from beyond its ends: y_t = x_(t + by). Its gradient goes back as far. */
export function neighbour(x: Value, by: number): Value {
  if (by === 0) return x;
  const zeros = x.shape.map(() => 0);
  const at = x.shape.length - 2;
  // ONNX: a negative pad takes away.
  const pads = [...zeros.with(at, -by), ...zeros.with(at, by)];
  return x.graph.emit('Pad', [x, x.graph.integers(pads)], x.shape, {}, (dy) => [neighbour(dy, -by), null]);
}

/** One behind the other along the last axis; the gradient is cut apart again. */
export function concatenate(parts: readonly Value[]): Value {
  const [first] = parts;
  if (!first) throw new Error('nothing to concatenate');
  const widths = parts.map(({ shape }) => shape.at(-1) as number);
  const shape = [...first.shape.slice(0, -1), widths.reduce((sum, width) => sum + width, 0)];
  return first.graph.emit('Concat', parts, shape, { axis: { int: -1 } }, (dy) => {
    const ends = widths.map((_, at) => widths.slice(0, at + 1).reduce((sum, width) => sum + width, 0));
    return widths.map((width, at) => slice(dy, -1, (ends[at] as number) - width, ends[at] as number));
  });
}
