import type { Value } from '../graph.ts';
import { broadcast } from './arithmetic.ts';
import { sumTo } from './reduce.ts';
import { flip, reshape } from './shape.ts';

/**
 * y = a·b over the last two axes, leading axes in step or broadcast.
 * ∂L/∂a = ∂L/∂y · bᵀ and ∂L/∂b = aᵀ · ∂L/∂y.
 */
export function matmul(a: Value, b: Value): Value {
  const [inner, columns] = b.shape.slice(-2);
  if (a.shape.at(-1) !== inner) throw new Error(`(${a.shape}) · (${b.shape}) do not fit`);
  const shape = [...broadcast(a.shape.slice(0, -2), b.shape.slice(0, -2)), a.shape.at(-2) ?? 1, columns ?? 1];
  return a.graph.emit('MatMul', [a, b], shape, {}, (dy) => [
    a.isDifferentiable ? sumTo(matmul(dy, flip(b)), a.shape) : null,
    b.isDifferentiable ? gradientOfRight(a, b, dy) : null,
  ]);
}

/** A matrix that meets a batch gathers over all of it: one product over the flattened rows instead of one for each. */
function gradientOfRight(a: Value, b: Value, dy: Value): Value {
  if (b.shape.length > 2 || a.shape.length === 2) return sumTo(matmul(flip(a), dy), b.shape);
  const rows = (x: Value) => reshape(x, ['rows', x.shape.at(-1) ?? 1]);
  return matmul(flip(rows(a)), rows(dy));
}
