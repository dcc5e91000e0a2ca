import type { Graph, Value } from '../network/graph.ts';

/** How a parameter begins: all alike, or drawn from a normal distribution with this standard deviation. */
export type Initial = 'zeros' | 'ones' | { deviation: number };

export interface ParameterShape {
  name: string;
  shape: readonly number[];
  initial: Initial;
}

/** What a layer needs to write itself down. Training draws parameters that can change, inference writes them in as constants and drops nothing out. */
export interface Builder {
  readonly graph: Graph;
  parameter(name: string, shape: readonly number[], initial: Initial): Value;
  dropout(x: Value): Value;
}
