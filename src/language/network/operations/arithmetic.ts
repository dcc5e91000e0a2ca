import type { Value } from '../graph.ts';
import type { Dimension } from '../onnx.ts';
import { sumTo } from './reduce.ts';

/** The shape of an elementwise result: aligned at the right, sizes of 1 stretched. */
export function broadcast(a: readonly Dimension[], b: readonly Dimension[]): Dimension[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, at) => {
    const one = a[at - rank + a.length] ?? 1;
    const other = b[at - rank + b.length] ?? 1;
    if (one !== other && one !== 1 && other !== 1) throw new Error(`shapes (${a}) and (${b}) do not broadcast`);
    return one === 1 ? other : one;
  });
}

/** a + b; the gradient reaches both unchanged. */
export function add(a: Value, b: Value): Value {
  const shape = broadcast(a.shape, b.shape);
  return a.graph.emit('Add', [a, b], shape, {}, (dy) => [sumTo(dy, a.shape), sumTo(dy, b.shape)]);
}

/** a − b */
export function subtract(a: Value, b: Value): Value {
  const shape = broadcast(a.shape, b.shape);
  return a.graph.emit('Sub', [a, b], shape, {}, (dy) => [sumTo(dy, a.shape), sumTo(negate(dy), b.shape)]);
}

/** a · b, elementwise: ∂/∂a = b, ∂/∂b = a. */
export function multiply(a: Value, b: Value): Value {
  const shape = broadcast(a.shape, b.shape);
  return a.graph.emit('Mul', [a, b], shape, {}, (dy) => [
    a.isDifferentiable ? sumTo(multiply(dy, b), a.shape) : null,
    b.isDifferentiable ? sumTo(multiply(dy, a), b.shape) : null,
  ]);
}

export function scale(x: Value, by: number): Value {
  return multiply(x, x.graph.scalar(by));
}

export function negate(x: Value): Value {
  return scale(x, -1);
}

/** x^p for x > 0: ∂/∂x = p·x^(p−1). */
export function power(x: Value, exponent: number): Value {
  const { graph } = x;
  return graph.emit('Pow', [x, graph.scalar(exponent)], x.shape, {}, (dy) => [
    multiply(dy, scale(power(x, exponent - 1), exponent)),
    null,
  ]);
}
