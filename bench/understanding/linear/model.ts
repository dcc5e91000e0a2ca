/** Feature numbers and their values, side by side. */
export interface SparseVector {
  indices: Int32Array;
  values: Float32Array;
}

/** One weight vector a class. */
export interface LinearModel {
  /** (F, K): feature by class. */
  weights: Float32Array;
  /** (K) */
  bias: Float32Array;
}

/** Wᵀx + b into `sums` (K). */
export function scoresInto(
  sums: Float64Array,
  { weights, bias }: LinearModel,
  { indices, values }: SparseVector,
): void {
  const classes = bias.length;
  sums.set(bias);
  for (let i = 0; i < indices.length; i++) {
    const row = (indices[i] ?? 0) * classes;
    const value = values[i] ?? 0;
    for (let k = 0; k < classes; k++) sums[k] = (sums[k] ?? 0) + value * (weights[row + k] ?? 0);
  }
}

/** Scores into probabilities that add up to 1, in place. */
export function softmaxInPlace(sums: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const sum of sums) if (sum > highest) highest = sum;
  let total = 0;
  for (let k = 0; k < sums.length; k++) total += sums[k] = Math.exp((sums[k] ?? 0) - highest);
  for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) / total;
}

/** Scores into probabilities of their own, in place. */
export function sigmoidInPlace(sums: Float64Array): void {
  for (let k = 0; k < sums.length; k++) sums[k] = 1 / (1 + Math.exp(-(sums[k] ?? 0)));
}
