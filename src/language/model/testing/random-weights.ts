import { seededRandom } from '../../../core/clock.ts';
import type { Graph, Value } from '../../network/graph.ts';
import { drawn } from '../../network/testing/slopes.ts';

/** Writes every parameter into the graph as fixed random numbers; the same seed draws the same ones. */
export function randomWeights(seed: number): (graph: Graph, name: string, shape: readonly number[]) => Value {
  const random = seededRandom(seed);
  return (graph, name, shape) =>
    graph.constant(Float32Array.from(drawn(shape, [-0.7, 0.7], random.next).data), shape, name);
}
