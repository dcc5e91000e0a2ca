import { type ParameterShape, type Parameters, sizeOf } from '../network/parameters.ts';
import type { TrainingState } from './options.ts';

/** Whether each number of a checkpoint has its place in this network; one of another network is not gone on from. */
export function fitsNetwork(
  { parameters, average, best, moments }: TrainingState,
  shapes: readonly ParameterShape[],
): boolean {
  const sizes = new Map(shapes.map(({ name, shape }) => [name, sizeOf(shape)]));
  const isWhole = (some: Parameters) =>
    some.size === sizes.size && [...sizes].every(([name, size]) => some.get(name)?.length === size);
  // The optimizer's are `m:` and `v:` before a parameter's name, and how many steps it has made.
  const isOptimizers = ([key, values]: [string, Float32Array]) =>
    values.length === (key === 'steps' ? 1 : sizes.get(key.slice(2)));
  return (
    isWhole(parameters) &&
    (average.size === 0 || isWhole(average)) &&
    (best === null || isWhole(best.parameters)) &&
    [...moments].every(isOptimizers)
  );
}
