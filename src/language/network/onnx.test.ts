import { describe, expect, it } from 'vitest';
import { Graph } from './graph.ts';
import { add } from './operations/arithmetic.ts';
import { matmul } from './operations/matmul.ts';
import { layerNorm } from './operations/normalise.ts';
import { transpose } from './operations/shape.ts';
import { bytesOf, messagesOf, readMessage, textsOf } from './testing/read-message.ts';

// Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto

function writtenGraph() {
  const graph = new Graph();
  const x = graph.input('x', ['B', 'T', 3]);
  const weight = graph.constant(Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9), [3, 3], 'weight');
  const y = layerNorm(
    transpose(matmul(x, weight), [1, 0, 2]),
    graph.parameter('gain', [3]),
    graph.parameter('bias', [3]),
  );
  graph.output('y', add(y, graph.scalar(0.5)));
  return readMessage(graph.toOnnx());
}

describe('ONNX files', () => {
  it('say which format and which operators they are written in', () => {
    const model = writtenGraph();
    expect(model.get(1)).toEqual([8n]);
    const [operators] = messagesOf(model.get(8));
    expect(operators?.get(2)).toEqual([18n]);
  });

  it('declare what goes in and what comes out, open sizes by name', () => {
    const [graph] = messagesOf(writtenGraph().get(7));
    const portOf = (port: ReturnType<typeof readMessage>) => {
      const [type] = messagesOf(port.get(2));
      const [tensor] = messagesOf(type?.get(1));
      const [shape] = messagesOf(tensor?.get(2));
      const sizes = messagesOf(shape?.get(1)).map((size) => size.get(1)?.[0] ?? textsOf(size.get(2))[0]);
      return [textsOf(port.get(1))[0], tensor?.get(1)?.[0], sizes];
    };
    expect(messagesOf(graph?.get(11)).map(portOf)).toEqual([
      ['x', 1n, ['B', 'T', 3n]],
      ['gain', 1n, [3n]],
      ['bias', 1n, [3n]],
    ]);
    expect(messagesOf(graph?.get(12)).map(portOf)).toEqual([['y', 1n, ['T', 'B', 3n]]]);
  });

  it('hold the nodes in an order in which each finds its inputs, with their attributes', () => {
    const [graph] = messagesOf(writtenGraph().get(7));
    const nodes = messagesOf(graph?.get(1));
    expect(nodes.flatMap((node) => textsOf(node.get(4)))).toEqual([
      'MatMul',
      'Transpose',
      'LayerNormalization',
      'Add',
      'Identity',
    ]);
    const known = new Set([...messagesOf(graph?.get(11)).flatMap((port) => textsOf(port.get(1)))]);
    for (const constant of messagesOf(graph?.get(5))) for (const name of textsOf(constant.get(8))) known.add(name);
    for (const node of nodes) {
      expect(textsOf(node.get(1)).filter((name) => !known.has(name))).toEqual([]);
      for (const name of textsOf(node.get(2))) known.add(name);
    }
    const attributes = nodes.flatMap((node) => messagesOf(node.get(5)));
    expect(attributes.map((each) => [textsOf(each.get(1))[0], each.get(20)?.[0]])).toEqual([
      ['perm', 7n],
      ['axis', 2n],
      ['epsilon', 1n],
    ]);
    expect(attributes[0]?.get(8)).toEqual([1n, 0n, 2n]);
    expect(attributes[1]?.get(3)).toEqual([2n ** 64n - 1n]); // −1 in two's complement
    const epsilon = bytesOf(attributes[2]?.get(2)?.[0] ?? 0n);
    expect(new DataView(epsilon.buffer, epsilon.byteOffset).getFloat32(0, true)).toBe(Math.fround(1e-5));
  });

  it('carry constants byte by byte, and the same one once', () => {
    const [graph] = messagesOf(writtenGraph().get(7));
    const weight = messagesOf(graph?.get(5)).find((constant) => textsOf(constant.get(8))[0] === 'weight');
    expect([weight?.get(1), weight?.get(2)]).toEqual([[3n, 3n], [1n]]);
    const raw = Uint8Array.from(bytesOf(weight?.get(9)?.[0] ?? 0n));
    expect([...new Float32Array(raw.buffer)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const twice = new Graph();
    expect(twice.scalar(0.5).name).toBe(twice.scalar(0.5).name);
    expect(twice.scalar(0.5).name).not.toBe(twice.constant(Float32Array.of(0.5), [1]).name);
    expect(twice.integers([1]).name).not.toBe(twice.truth(true).name);
  });
});
