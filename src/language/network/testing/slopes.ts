import type { Numbers } from './evaluate.ts';

export interface SlopeReport {
  /** Entries compared, by parameter. */
  checked: Record<string, number>;
  /** The largest relative error. */
  worst: number;
  /** Entries beyond BOUND, in words. */
  wrong: string[];
}

/** Of the relative error |d − m| / max(|d|, |m|, FLOOR): d derived, m measured. Correct formulas stay below 0.0003, wrong ones are off by 0.1 and more. */
export const BOUND = 1e-3;
/** Losses of single precision show no finer slope than this times BOUND. */
const FLOOR = 0.02;
/** A power of two, as the grid is on which `drawn` puts parameters: θ ± H and θ ± 2H are exact. */
const H = 2 ** -5;
const GRID = 2 ** 10;

/** Parameters to check at: evenly between two numbers. */
export function drawn(shape: readonly number[], [low, high]: readonly [number, number], random: () => number): Numbers {
  const length = shape.reduce((product, size) => product * size, 1);
  const draw = () => Math.round((low + random() * (high - low)) * GRID) / GRID;
  return { shape, data: Float32Array.from({ length }, draw) };
}

/**
 * Sets slopes measured at the loss alone beside the gradients: central differences of fourth order,
 * f′(θ) ≈ (8·(f(θ+h) − f(θ−h)) − (f(θ+2h) − f(θ−2h))) / 12h. `lossNow` reads the parameters' memory, which changes under it.
 */
export async function compareSlopes(
  parameters: ReadonlyMap<string, Numbers>,
  gradients: ReadonlyMap<string, ArrayLike<number>>,
  lossNow: () => Promise<number>,
  entries: number,
  random: () => number,
): Promise<SlopeReport> {
  const report: SlopeReport = { checked: {}, worst: 0, wrong: [] };
  for (const [name, { data }] of parameters) {
    const places = chosen(data.length, entries, random);
    report.checked[name] = places.length;
    for (const at of places) {
      const measured = await slopeAt(data, at, lossNow);
      // What the tape does not mention has no influence.
      const derived = gradients.get(name)?.[at] ?? 0;
      const error = Math.abs(derived - measured) / Math.max(Math.abs(derived), Math.abs(measured), FLOOR);
      report.worst = Math.max(report.worst, error);
      if (error <= BOUND) continue;
      report.wrong.push(`${name}[${at}]: ${derived} derived, ${measured} measured`);
    }
  }
  return report;
}

async function slopeAt(data: Numbers['data'], at: number, lossNow: () => Promise<number>): Promise<number> {
  const before = data[at] as number;
  const moved = (by: number) => {
    data[at] = before + by;
    return lossNow();
  };
  const near = (await moved(H)) - (await moved(-H));
  const far = (await moved(2 * H)) - (await moved(-2 * H));
  data[at] = before;
  return (8 * near - far) / (12 * H);
}

/** So many different places below `length`. */
function chosen(length: number, count: number, random: () => number): number[] {
  const places = Array.from({ length }, (_, at) => at);
  while (places.length > count) places.splice(Math.floor(random() * places.length), 1);
  return places;
}
