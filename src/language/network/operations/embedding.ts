import type { Value } from '../graph.ts';
import { matmul } from './matmul.ts';
import { reshape } from './shape.ts';

/** Rows of a table by their numbers: (V, D), (…) → (…, D). Only the rows that were read have a gradient (Graph.addRowGradient). */
export function embedding(table: Value, ids: Value): Value {
  const { graph } = table;
  const shape = [...ids.shape, table.shape[1] ?? 1];
  return graph.emit('Gather', [table, ids], shape, { axis: { int: 0 } }, (dy) => {
    graph.addRowGradient(table, { ids, rows: dy });
    return [null, null];
  });
}

/** A weighted sum of rows: (V, D), ids (B, F), weights (B, F) → (B, D). What a linear model over sparse features computes. */
export function embeddingBag(table: Value, ids: Value, weights: Value): Value {
  const [batch = 1, features = 1] = ids.shape;
  const rows = embedding(table, ids); // (B, F, D)
  const summed = matmul(reshape(weights, [batch, 1, features]), rows); // (B, 1, D)
  return reshape(summed, [batch, table.shape[1] ?? 1]); // (B, D)
}
