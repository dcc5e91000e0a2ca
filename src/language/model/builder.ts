import type { Graph, Value } from '../network/graph.ts';
import type { Initial } from '../network/parameters.ts';

/** What a layer needs to write itself down. Training draws parameters that can change, inference writes them in as constants and drops nothing out. */
export interface Builder {
  readonly graph: Graph;
  parameter(name: string, shape: readonly number[], initial: Initial): Value;
  dropout(x: Value): Value;
}
