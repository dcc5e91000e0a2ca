import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/errors.ts';
import { Graph } from './graph.ts';
import { gelu, softmax } from './operations/activations.ts';
import { matmul } from './operations/matmul.ts';
import { layerNorm } from './operations/normalise.ts';
import { loadRuntime, loadWasm } from './runtime.ts';
import { evaluate, numbers } from './testing/evaluate.ts';

const given = {
  x: numbers([
    [0.5, -1, 2],
    [1, 0, -0.5],
  ]),
  weight: numbers([
    [1, 2, 3],
    [-1, 0.5, 0],
    [0.25, 0, -2],
  ]),
  gain: numbers([1, 2, 1]),
  bias: numbers([0, 0, 1]),
};

describe('the engines', () => {
  it('[LANG-60] WebAssembly gives what the native engine gives', async () => {
    const native = await loadRuntime();
    const wasm = await loadWasm();
    expect([native.name, wasm.name]).toEqual(['native', 'wasm']);
    const write: Parameters<typeof evaluate>[1] = (input) =>
      softmax(gelu(layerNorm(matmul(input('x'), input('weight')), input('gain'), input('bias'))));
    const one = await evaluate(given, write, native);
    const other = await evaluate(given, write, wasm);
    expect(one.shape).toEqual([2, 3]);
    expect(other.shape).toEqual(one.shape);
    for (const [at, value] of one.data.entries()) expect(other.data[at]).toBeCloseTo(value, 5);
  });

  it.each([
    ['native', loadRuntime],
    ['wasm', loadWasm],
  ])('a damaged model is an error with a code: %s', async (_, load) => {
    const { open } = await load();
    const graph = new Graph();
    graph.output('y', gelu(graph.input('x', [2])));
    const whole = graph.toOnnx();
    const damaged = {
      nothing: new Uint8Array(),
      noise: Uint8Array.from({ length: 200 }, (__, at) => (at * 37) % 256),
      'cut off': whole.slice(0, whole.length / 2),
      'of an unknown operator': Uint8Array.from(
        Buffer.from(Buffer.from(whole).toString('latin1').replaceAll('Erf', 'Arf'), 'latin1'),
      ),
    };
    for (const [name, bytes] of Object.entries(damaged)) {
      const error: unknown = await open(bytes, 1).catch((thrown: unknown) => thrown);
      expect(error, name).toBeInstanceOf(AppError);
      expect(error, name).toMatchObject({ code: 'model.damaged' });
    }
    await (await open(whole, 1)).close();
  });
});
