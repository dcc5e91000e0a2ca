import { normal } from '../../core/sampling.ts';

/** How a parameter begins: all alike, or drawn from a normal distribution with this standard deviation. */
export type Initial = 'zeros' | 'ones' | { deviation: number };

export interface ParameterShape {
  name: string;
  shape: readonly number[];
  initial: Initial;
}

/** The numbers that training changes, by name. */
export type Parameters = Map<string, Float32Array<ArrayBuffer>>;

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

export function initialise(shapes: readonly ParameterShape[], random: () => number): Parameters {
  return new Map(
    shapes.map(({ name, shape, initial }) => {
      const values = new Float32Array(sizeOf(shape));
      if (initial === 'ones') values.fill(1);
      else if (initial !== 'zeros')
        for (let at = 0; at < values.length; at++) values[at] = normal(random) * initial.deviation;
      return [name, values];
    }),
  );
}

export function copyOf(parameters: Parameters): Parameters {
  return new Map([...parameters].map(([name, values]) => [name, values.slice()]));
}

/** Moves `mean` towards `parameters` so that after n calls it is their mean (n counted from 1). */
export function averageIn(mean: Parameters, parameters: Parameters, n: number): void {
  for (const [name, values] of parameters) {
    const kept = mean.get(name);
    if (kept)
      for (let at = 0; at < kept.length; at++) kept[at] = (kept[at] ?? 0) + ((values[at] ?? 0) - (kept[at] ?? 0)) / n;
  }
}

/** In place, so that tensors over the same memory follow. */
export function overwrite(parameters: Parameters, by: Parameters): void {
  for (const [name, values] of by) parameters.get(name)?.set(values);
}
