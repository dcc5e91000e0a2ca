import type { Numbers } from './evaluate.ts';

export interface SlopeReport {
  /** Entries compared, by parameter. */
  checked: Record<string, number>;
  /** The largest relative error. */
  worst: number;
  /** Entries beyond BOUND, in words. */
  wrong: string[];
}

/**
 * Of the relative error |d − m| / max(|d|, |m|, typical): d derived, m measured, typical the root mean square of all gradients of a check,
 * for losses of single precision show no finer slope. Correct formulas stay below 0.0006, wrong ones are off by 0.1 and more.
 */
export const BOUND = 2e-3;
/** A measured slope is good enough when its doubt is this share of it. */
const FINE = BOUND / 20;
/** The first step and how often it is halved. Powers of two, as the grid is on which `drawn` puts parameters: θ ± h is exact. */
const WIDEST = 2 ** -4;
const HALVINGS = 8;
const GRID = 2 ** 10;
/** Half the distance between neighbours of single precision, relative. */
const ROUNDING = 2 ** -24;

/** Parameters to check at: evenly between two numbers. */
export function drawn(shape: readonly number[], [low, high]: readonly [number, number], random: () => number): Numbers {
  const length = shape.reduce((product, size) => product * size, 1);
  const draw = () => Math.round((low + random() * (high - low)) * GRID) / GRID;
  return { shape, data: Float32Array.from({ length }, draw) };
}

/** Sets slopes measured at the loss alone beside the gradients. `lossNow` reads the parameters' memory, which changes under it. */
export async function compareSlopes(
  parameters: ReadonlyMap<string, Numbers>,
  gradients: ReadonlyMap<string, ArrayLike<number>>,
  lossNow: () => Promise<number>,
  entries: number,
  random: () => number,
): Promise<SlopeReport> {
  const report: SlopeReport = { checked: {}, worst: 0, wrong: [] };
  const typical = rootMeanSquare([...gradients.values()]);
  for (const [name, { data }] of parameters) {
    const places = chosen(data.length, entries, random);
    report.checked[name] = places.length;
    for (const at of places) {
      const measured = await slopeAt(data, at, lossNow, typical);
      // What the tape does not mention has no influence.
      const derived = gradients.get(name)?.[at] ?? 0;
      const error = Math.abs(derived - measured) / Math.max(Math.abs(derived), Math.abs(measured), typical);
      report.worst = Math.max(report.worst, error);
      if (error <= BOUND) continue;
      report.wrong.push(`${name}[${at}]: ${derived} derived, ${measured} measured`);
    }
  }
  return report;
}

/**
 * Central differences (f(θ+h) − f(θ−h)) / 2h under ever smaller h, carried on to h = 0 by Neville's scheme (Ridders 1982):
 * wide steps suffer from curvature, narrow ones from rounding, and the row that changes least suffers least.
 */
async function slopeAt(
  data: Numbers['data'],
  at: number,
  lossNow: () => Promise<number>,
  typical: number,
): Promise<number> {
  const before = data[at] as number;
  const lossAt = (by: number) => {
    data[at] = before + by;
    return lossNow();
  };
  let best = { slope: 0, doubt: Number.POSITIVE_INFINITY };
  let last: number[] = [];
  const isDoubtful = () => best.doubt > FINE * Math.max(Math.abs(best.slope), typical);
  for (let step = 0, h = WIDEST; step < HALVINGS && isDoubtful(); step++, h /= 2) {
    const [above, below] = [await lossAt(h), await lossAt(-h)];
    const row = [(above - below) / (2 * h)];
    const rounding = (Math.abs(above) * ROUNDING) / h;
    for (const [order, coarse] of last.entries()) {
      const fine = row[order] as number;
      // The error of this order shrinks fourfold more than the one before's each time h is halved.
      const slope = fine + (fine - coarse) / (4 ** (order + 1) - 1);
      row.push(slope);
      const doubt = rounding + Math.max(Math.abs(slope - fine), Math.abs(slope - coarse));
      if (doubt < best.doubt) best = { slope, doubt };
    }
    last = row;
  }
  data[at] = before;
  return best.slope;
}

/** So many different places below `length`. */
function chosen(length: number, count: number, random: () => number): number[] {
  const places = Array.from({ length }, (_, at) => at);
  while (places.length > count) places.splice(Math.floor(random() * places.length), 1);
  return places;
}

function rootMeanSquare(all: readonly ArrayLike<number>[]): number {
  const squares = all.flatMap((values) => Array.from(values, (value) => value * value));
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}
