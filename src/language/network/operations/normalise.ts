import type { Value } from '../graph.ts';
import { add, multiply, power, scale, subtract } from './arithmetic.ts';
import { sum, sumTo } from './reduce.ts';

const EPSILON = 1e-5;

/**
 * x̂ = (x − μ) / √(σ² + ε) over the last axis, then γ ⊙ x̂ + β (Ba, Kiros & Hinton 2016).
 * With dx̂ = dy ⊙ γ: dx = (dx̂ − mean(dx̂) − x̂ ⊙ mean(dx̂ ⊙ x̂)) / √(σ² + ε).
 */
export function layerNorm(x: Value, gain: Value, bias: Value): Value {
  const { graph } = x;
  const statistics = [...x.shape.slice(0, -1), 1];
  const [y, average, inverseDeviation] = graph.emitAll(
    'LayerNormalization',
    [x, gain, bias],
    [{ shape: x.shape }, { shape: statistics }, { shape: statistics }],
    { axis: { int: -1 }, epsilon: { float: EPSILON } },
    ([dy]) => {
      if (!dy || !average || !inverseDeviation) return [null, null, null];
      const constant = (value: Value): Value => ({ ...value, isDifferentiable: false });
      const standardised = multiply(subtract(constant(x), constant(average)), constant(inverseDeviation));
      const inner = multiply(dy, gain);
      const centred = subtract(inner, meanOf(inner));
      const dx = subtract(centred, multiply(standardised, meanOf(multiply(inner, standardised))));
      return [
        multiply(dx, constant(inverseDeviation)),
        sumTo(multiply(dy, standardised), gain.shape),
        sumTo(dy, bias.shape),
      ];
    },
  );
  if (!y) throw new Error('LayerNormalization has no output');
  return y;
}

/** x / ‖x‖ along the last axis. */
export function unitLength(x: Value): Value {
  const square = add(sum(multiply(x, x), [-1]), x.graph.scalar(1e-8));
  return multiply(x, power(square, -0.5));
}

/** Mean along the last axis, which stays with size 1. */
function meanOf(x: Value): Value {
  const size = x.shape.at(-1);
  if (typeof size !== 'number') throw new Error(`the mean over ${size} needs its size`);
  return scale(sum(x, [-1]), 1 / size);
}
