import type { Value } from '../graph.ts';
import { sigmoid, softmax } from './activations.ts';
import { multiply, negate, subtract } from './arithmetic.ts';
import { sum, total } from './reduce.ts';

/**
 * Σ wᵢ · −Σ_c tᵢc · log softmax(zᵢ)_c: logits and targets (…, C), weights (…, 1), the targets of a row adding up to 1 or to 0.
 * ∂L/∂z = w ⊙ (softmax(z)·Σt − t).
 */
export function crossEntropy(logits: Value, targets: Value, weights: Value): Value {
  const { graph } = logits;
  const logProbability = graph.emit('LogSoftmax', [logits], logits.shape, { axis: { int: -1 } }, (dy) => {
    const probability = softmax({ ...logits, isDifferentiable: false });
    return [subtract(dy, multiply(probability, sum(dy, [-1])))];
  });
  return total(multiply(negate(weights), multiply(targets, logProbability)));
}

/** Σ w · (log(1 + e^z) − t·z): one yes-or-no question a number. ∂L/∂z = w ⊙ (σ(z) − t). */
export function binaryCrossEntropy(logits: Value, targets: Value, weights: Value): Value {
  const { graph } = logits;
  const softplus = graph.emit('Softplus', [logits], logits.shape, {}, (dy) => [
    multiply(dy, sigmoid({ ...logits, isDifferentiable: false })),
  ]);
  return total(multiply(weights, subtract(softplus, multiply(targets, logits))));
}
