import { describe, it } from 'vitest';
import { Graph } from '../network/graph.ts';
import { gelu, softmax } from '../network/operations/activations.ts';
import { multiply } from '../network/operations/arithmetic.ts';
import { binaryCrossEntropy, crossEntropy } from '../network/operations/losses.ts';
import { layerNorm } from '../network/operations/normalise.ts';
import { total } from '../network/operations/reduce.ts';
import { loadRuntime } from '../network/runtime.ts';
import { evaluate, feedsOf, type Nested, numbers } from '../network/testing/evaluate.ts';
import { HIDDEN, multiHeadAttention, scaledDotProductAttention } from './attention.ts';
import type { Builder } from './builder.ts';
import { causalMask, decoderBlock } from './decoder.ts';
import { encoderBlock } from './encoder.ts';
import { expectClose } from './testing/expect-close.ts';
import { fixedBuilder } from './testing/fixed-builder.ts';
import oracle from './testing/oracle.json' with { type: 'json' };

const SHAPE = { layers: 1, heads: 2, hidden: 6 };
const x = numbers(oracle.x);
const memory = numbers(oracle.memory);
/** (B, 1, 1, T) */
const padding = numbers(oracle.isPadding.map((row) => [[row.map((isPadding) => (isPadding ? HIDDEN : 0))]]));

describe('what PyTorch makes of the same numbers (testing/oracle.py)', () => {
  it('[LANG-60] softmax and GELU', async () => {
    for (const [operation, { x: from, y }] of [
      [softmax, oracle.softmax],
      [gelu, oracle.gelu],
    ] as const) {
      const { data } = await evaluate({ x: numbers(from) }, (input) => operation(input('x')));
      expectClose(data, y);
    }
  });

  it('[LANG-60] layer norm', async () => {
    const { x: from, gain, bias, y } = oracle.layerNorm;
    const given = { x: numbers(from), gain: numbers(gain), bias: numbers(bias) };
    const { data } = await evaluate(given, (input) => layerNorm(input('x'), input('gain'), input('bias')));
    expectClose(data, y);
  });

  it('[LANG-60] cross entropy and its yes-or-no kind, as means over the rows', async () => {
    const of = ({ logits, targets }: { logits: Nested; targets: Nested }, share: number) => ({
      z: numbers(logits),
      t: numbers(targets),
      w: numbers([[share], [share], [share]]),
    });
    const { data } = await evaluate(of(oracle.crossEntropy, 1 / 3), (input) =>
      crossEntropy(input('z'), input('t'), input('w')),
    );
    expectClose(data, oracle.crossEntropy.loss);
    const binary = await evaluate(of(oracle.binaryCrossEntropy, 1 / 12), (input) =>
      binaryCrossEntropy(input('z'), input('t'), input('w')),
    );
    expectClose(binary.data, oracle.binaryCrossEntropy.loss);
  });

  it('[LANG-60] scaled dot-product attention with padding', async () => {
    const { q, k, v, y } = oracle.scaledDotProduct;
    const given = { q: numbers(q), k: numbers(k), v: numbers(v), padding };
    const { data } = await evaluate(given, (input) =>
      scaledDotProductAttention(input('q'), input('k'), input('v'), input('padding')),
    );
    expectClose(data, y);
  });

  it('[LANG-60] attention of several heads over a padded memory', async () => {
    const { weights, y } = oracle.multiHead;
    const { data } = await evaluate({ x, memory, padding }, (input, graph) =>
      multiHeadAttention(fixedBuilder(graph, weights), 'multi', input('x'), input('memory'), input('padding'), 2),
    );
    expectClose(data, y);
  });

  it('[LANG-60] an encoder block', async () => {
    const { weights, y } = oracle.encoderBlock;
    const { data } = await evaluate({ x, padding }, (input, graph) =>
      encoderBlock(fixedBuilder(graph, weights), 'block', input('x'), input('padding'), SHAPE),
    );
    expectClose(data, y);
  });

  it('[LANG-60] a decoder block: causal over itself, padded over the memory', async () => {
    const { weights, y } = oracle.decoderBlock;
    const causal = { shape: [1, 1, 3, 3], data: causalMask(3) };
    const { data } = await evaluate({ x, memory, causal, padding }, (input, graph) => {
      const masks = { self: input('causal'), memory: input('padding') };
      return decoderBlock(fixedBuilder(graph, weights), 'block', input('x'), input('memory'), masks, SHAPE);
    });
    expectClose(data, y);
  });

  it('[LANG-61] the gradients of an encoder block', async () => {
    const { weights, counts, slopes } = oracle.encoderBlock;
    const runtime = await loadRuntime();
    const graph = new Graph();
    const fixed = fixedBuilder(graph, weights);
    const build: Builder = {
      ...fixed,
      parameter: (name, shape, initial) =>
        name in slopes ? graph.parameter(name, shape) : fixed.parameter(name, shape, initial),
    };
    const asked = graph.parameter('x', x.shape);
    const y = encoderBlock(build, 'block', asked, graph.input('padding', padding.shape), SHAPE);
    const { dense } = graph.differentiate(total(multiply(y, graph.input('counts', x.shape))));
    for (const name of Object.keys(slopes)) {
      const slope = dense.get(name);
      if (slope) graph.output(`slope of ${name}`, slope);
    }
    const session = await runtime.open(graph.toOnnx(), 1);
    const known: Record<string, Nested> = { x: oracle.x, ...weights };
    const fed = Object.fromEntries(Object.keys(slopes).map((name) => [name, numbers(known[name] ?? [])]));
    const outputs = await session.run(feedsOf(runtime, { ...fed, padding, counts: numbers(counts) }));
    await session.close();
    for (const [name, expected] of Object.entries(slopes))
      expectClose((outputs[`slope of ${name}`]?.data ?? []) as Float32Array, expected);
  });
});
