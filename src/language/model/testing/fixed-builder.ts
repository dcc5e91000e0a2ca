import type { Graph } from '../../network/graph.ts';
import { type Nested, numbers } from '../../network/testing/evaluate.ts';
import type { Builder } from '../builder.ts';

/** Writes a layer down with these numbers for its parameters, and drops nothing out. */
export function fixedBuilder(graph: Graph, weights: Readonly<Record<string, Nested>>): Builder {
  return {
    graph,
    parameter(name, shape) {
      const nested = weights[name];
      if (nested === undefined) throw new Error(`no numbers for ${name}`);
      const { data, shape: given } = numbers(nested);
      if (given.join() !== shape.join()) throw new Error(`${name} is (${shape}), not (${given})`);
      return graph.constant(Float32Array.from(data), given, name);
    },
    dropout: (x) => x,
  };
}
