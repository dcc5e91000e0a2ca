import { describe, expect, it } from 'vitest';
import { Graph } from '../graph.ts';
import { loadRuntime } from '../runtime.ts';
import { evaluate, feedsOf, type NumbersByName, numbers } from '../testing/evaluate.ts';
import { gelu, relu, sigmoid, softmax, tanh } from './activations.ts';
import { dropout } from './dropout.ts';
import { binaryCrossEntropy, crossEntropy } from './losses.ts';
import { maximum } from './maximum.ts';
import { layerNorm, unitLength } from './normalise.ts';
import { total } from './reduce.ts';

/** To so many decimals single precision is trusted here. */
const DECIMALS = 5;

async function expectNumbers(given: NumbersByName, write: Parameters<typeof evaluate>[1], expected: readonly number[]) {
  const { data } = await evaluate(given, write);
  expect(data.length).toBe(expected.length);
  for (const [at, value] of expected.entries()) expect(data[at], `number ${at}`).toBeCloseTo(value, DECIMALS);
}

describe('operations against values worked out on paper', () => {
  it('[LANG-60] softmax shares out e^x: 1, 2 and 3 of 6', async () => {
    const x = numbers([0, Math.log(2), Math.log(3)]);
    await expectNumbers({ x }, (input) => softmax(input('x')), [1 / 6, 2 / 6, 3 / 6]);
  });

  it('[LANG-60] softmax does not overflow, and what is hidden gets nothing', async () => {
    const x = numbers([
      [1000, 1000, 1000 - 1e9],
      [-1000, -1000, -1000 - 1e9],
    ]);
    await expectNumbers({ x }, (input) => softmax(input('x')), [0.5, 0.5, 0, 0.5, 0.5, 0]);
  });

  it('[LANG-60] GELU is x·Φ(x), from a table of the normal distribution', async () => {
    // Φ(1) = 0.8413447, Φ(−1) = 1 − Φ(1) = 0.1586553, Φ(2) = 0.9772499.
    const x = numbers([0, 1, -1, 2]);
    await expectNumbers({ x }, (input) => gelu(input('x')), [0, 0.8413447, -0.1586553, 1.9544997]);
  });

  it('[LANG-60] ReLU, tanh and the logistic function', async () => {
    const x = numbers([-1, 0, Math.log(3)]);
    await expectNumbers({ x }, (input) => relu(input('x')), [0, 0, Math.log(3)]);
    // tanh ln 3 = (3 − 1/3) / (3 + 1/3) = 8/10, and tanh −1 = (e^−1 − e) / (e^−1 + e) = −0.7615942.
    await expectNumbers({ x }, (input) => tanh(input('x')), [-0.7615942, 0, 0.8]);
    // 1 / (1 + 1/3) = 3/4, and 1 / (1 + e) = 0.2689414.
    await expectNumbers({ x }, (input) => sigmoid(input('x')), [0.2689414, 0.5, 0.75]);
  });

  it('[LANG-60] layer norm takes mean and deviation out and puts gain and bias in', async () => {
    // Mean 2.5; variance (2.25 + 0.25 + 0.25 + 2.25) / 4 = 1.25; √(1.25 + 0.00001) = 1.1180385.
    // −1.5 / 1.1180385 = −1.3416353 and −0.5 / 1.1180385 = −0.4472118.
    const given = { x: numbers([[1, 2, 3, 4]]), gain: numbers([1, 1, 2, 2]), bias: numbers([0, 10, 0, 10]) };
    await expectNumbers(given, (input) => layerNorm(input('x'), input('gain'), input('bias')), [
      -1.3416353,
      10 - 0.4472118,
      2 * 0.4472118,
      10 + 2 * 1.3416353,
    ]);
  });

  it('[LANG-60] the largest of a row', async () => {
    const x = numbers([
      [1, 3, 2],
      [-5, -7, -6],
    ]);
    await expectNumbers({ x }, (input) => maximum(input('x'), -1), [3, -5]);
  });

  it('[LANG-60] unit length: a triangle of 3, 4 and 5', async () => {
    await expectNumbers(
      {
        x: numbers([
          [3, 4],
          [-8, 6],
        ]),
      },
      (input) => unitLength(input('x')),
      [0.6, 0.8, -0.8, 0.6],
    );
  });

  it('[LANG-60] cross entropy is the surprise at the right answers', async () => {
    // softmax (0, ln 3) = (1/4, 3/4). Row 0 was the first: −ln 1/4 = ln 4. Row 1 was half and half: (ln 4 + ln 4/3) / 2. Nobody labelled row 2.
    const logits = numbers([
      [0, Math.log(3)],
      [0, Math.log(3)],
      [5, 5],
    ]);
    const targets = numbers([
      [1, 0],
      [0.5, 0.5],
      [0, 0],
    ]);
    const weights = numbers([[2], [1], [1]]);
    await expectNumbers(
      { logits, targets, weights },
      (input) => crossEntropy(input('logits'), input('targets'), input('weights')),
      [2 * Math.log(4) + (Math.log(4) + Math.log(4 / 3)) / 2],
    );
  });

  it('[LANG-60] binary cross entropy asks each number by itself', async () => {
    // σ(ln 3) = 3/4 said of a yes: ln 4/3; said of a no: ln 4. σ(0) = 1/2: ln 2.
    const given = { z: numbers([[Math.log(3), Math.log(3), 0]]), t: numbers([[1, 0, 1]]), w: numbers([[0.5]]) };
    await expectNumbers(given, (input) => binaryCrossEntropy(input('z'), input('t'), input('w')), [
      (Math.log(4 / 3) + Math.log(4) + Math.log(2)) / 2,
    ]);
  });
});

describe('dropout', () => {
  const SHAPE = [40, 50];
  const given = { x: { shape: SHAPE, data: new Float32Array(2000).fill(3) } };

  async function drop(seed: number): Promise<{ y: number[]; slopes: number[] }> {
    const runtime = await loadRuntime();
    const graph = new Graph();
    const y = dropout(graph.parameter('x', SHAPE), 0.25, seed);
    graph.output('y', y);
    const slope = graph.differentiate(total(y)).dense.get('x');
    if (slope) graph.output('slopes', slope);
    const session = await runtime.open(graph.toOnnx(), 1);
    const outputs = await session.run(feedsOf(runtime, given));
    await session.close();
    const read = (name: string) => Array.from((outputs[name]?.data ?? []) as Float32Array);
    return { y: read('y'), slopes: read('slopes') };
  }

  it('[LANG-61] takes a quarter away, makes the others up for it, and lets gradients through where numbers came through', async () => {
    const { y, slopes } = await drop(7);
    expect(new Set(y)).toEqual(new Set([0, 4])); // 3 / (1 − 0.25)
    const share = y.filter((value) => value === 0).length / y.length;
    // 500 of 2000 expected, with a deviation of √(2000 · 0.25 · 0.75) = 19: within five of these.
    expect(Math.abs(share - 0.25)).toBeLessThan(0.05);
    expect(slopes).toEqual(y.map((value) => Math.fround(value / 3)));
  });

  it('[LANG-64] a seed draws the same mask again, another seed another', async () => {
    const { y } = await drop(7);
    expect((await drop(7)).y).toEqual(y);
    expect((await drop(8)).y).not.toEqual(y);
  });

  it('without a share the value stays itself', () => {
    const x = new Graph().parameter('x', SHAPE);
    expect(dropout(x, 0, 7)).toBe(x);
  });
});
