import { describe, expect, it } from 'vitest';
import { Graph } from './graph.ts';
import { add, multiply, scale } from './operations/arithmetic.ts';
import { embedding } from './operations/embedding.ts';
import { matmul } from './operations/matmul.ts';
import { total } from './operations/reduce.ts';
import { flip } from './operations/shape.ts';
import { loadRuntime } from './runtime.ts';
import { checkGradients } from './testing/check-gradients.ts';
import { ids } from './testing/evaluate.ts';

describe('the tape', () => {
  it('[LANG-61] a value used twice gathers the gradients of both uses', async () => {
    // y = x·(x + 2x) = 3x², so ∂y/∂x = 6x: 12 at x = 2.
    const graph = new Graph();
    const x = graph.parameter('x', []);
    const slope = graph.differentiate(multiply(x, add(x, scale(x, 2)))).dense.get('x');
    if (slope) graph.output('slope', slope);
    const runtime = await loadRuntime();
    const session = await runtime.open(graph.toOnnx(), 1);
    const outputs = await session.run({ x: new runtime.Tensor('float32', [2], []) });
    await session.close();
    expect([...(outputs.slope?.data ?? [])]).toEqual([12]);
  });

  it('[LANG-61] also where one use is a matrix product', async () => {
    const report = await checkGradients({
      write({ parameter }) {
        const v = parameter('x', [2, 2]);
        return multiply(v, add(v, scale(matmul(v, v), 2)));
      },
    });
    expect(report.wrong).toEqual([]);
  });

  it('[LANG-61] a table that is looked up twice and multiplied with has the gradients of all three', async () => {
    const report = await checkGradients({
      write({ graph, parameter }) {
        const table = parameter('table', [4, 3]);
        const first = embedding(table, graph.input('first', [2], 'int32'));
        const second = embedding(table, graph.input('second', [2], 'int32'));
        return matmul(multiply(first, second), flip(table)); // (2, 4)
      },
      given: { first: ids([0, 2]), second: ids([2, 2]) },
      entries: 12,
    });
    expect(report.wrong).toEqual([]);
  });

  it('[LANG-61] what the loss does not depend on has no gradient, and inputs have none', () => {
    const graph = new Graph();
    const used = graph.parameter('used', [2]);
    const unused = graph.parameter('unused', [2]);
    const aside = multiply(unused, unused);
    const { dense } = graph.differentiate(total(multiply(used, graph.input('given', [2]))));
    expect(aside.isDifferentiable).toBe(true);
    expect([dense.has('used'), dense.has('unused'), dense.has('given')]).toEqual([true, false, false]);
  });

  it('[LANG-61] each loss of a graph has its own gradients', () => {
    const graph = new Graph();
    const table = graph.parameter('table', [4, 3]);
    const rows = embedding(table, graph.input('ids', ['B'], 'int32'));
    const one = graph.differentiate(total(rows));
    const other = graph.differentiate(total(multiply(rows, rows)));
    expect(one.rows.get('table')).toHaveLength(1);
    expect(other.rows.get('table')).toHaveLength(1);
    expect(other.rows.get('table')?.[0]?.rows.name).not.toBe(one.rows.get('table')?.[0]?.rows.name);
  });
});
