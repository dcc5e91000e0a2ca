import type { Value } from '../graph.ts';

/** Rows of a table by their numbers: (V, D), (…) → (…, D). Only the rows that were read have a gradient (Graph.addRowGradient). */
export function embedding(table: Value, ids: Value): Value {
  const { graph } = table;
  const shape = [...ids.shape, table.shape[1] ?? 1];
  return graph.emit('Gather', [table, ids], shape, { axis: { int: 0 } }, (dy) => {
    graph.addRowGradient(table, { ids, rows: dy });
    return [null, null];
  });
}
