import type { Value } from '../graph.ts';
import { add, multiply, scale, subtract } from './arithmetic.ts';
import { sum } from './reduce.ts';

/** max(0, x); the gradient passes where x > 0. */
export function relu(x: Value): Value {
  const { graph } = x;
  const y: Value = graph.emit('Relu', [x], x.shape, {}, (dy) => [multiply(dy, graph.emit('Sign', [y], y.shape))]);
  return y;
}

/** tanh x; ∂/∂x = 1 − tanh² x. */
export function tanh(x: Value): Value {
  const { graph } = x;
  const y: Value = graph.emit('Tanh', [x], x.shape, {}, (dy) => [
    multiply(dy, subtract(graph.scalar(1), multiply(y, y))),
  ]);
  return y;
}

/** 1 / (1 + e^−x); ∂/∂x = y·(1 − y). */
export function sigmoid(x: Value): Value {
  const { graph } = x;
  const y: Value = graph.emit('Sigmoid', [x], x.shape, {}, (dy) => [
    multiply(dy, multiply(y, subtract(graph.scalar(1), y))),
  ]);
  return y;
}

/** x·Φ(x), Φ the normal distribution's (Hendrycks & Gimpel 2016); ∂/∂x = Φ(x) + x·φ(x). Its Φ is a constant to the tape: the product's own rule would count it twice. */
export function gelu(x: Value): Value {
  const { graph } = x;
  const detached: Value = { ...x, isDifferentiable: false };
  const erf = graph.emit('Erf', [scale(detached, Math.SQRT1_2)], x.shape);
  const phi = scale(add(erf, graph.scalar(1)), 0.5);
  return graph.emit('Mul', [x, phi], x.shape, {}, (dy) => {
    const density = scale(
      graph.emit('Exp', [scale(multiply(detached, detached), -0.5)], x.shape),
      1 / Math.sqrt(2 * Math.PI),
    );
    return [multiply(dy, add(phi, multiply(detached, density))), null];
  });
}

/** e^xᵢ / Σⱼ e^xⱼ along the last axis; ∂L/∂x = y ⊙ (∂L/∂y − Σ ∂L/∂y ⊙ y). */
export function softmax(x: Value): Value {
  const y: Value = x.graph.emit('Softmax', [x], x.shape, { axis: { int: -1 } }, (dy) => [
    multiply(y, subtract(dy, sum(multiply(dy, y), [-1]))),
  ]);
  return y;
}
