import { describe, expect, it } from 'vitest';
import { evaluate, numbers } from '../network/testing/evaluate.ts';
import { HIDDEN, multiHeadAttention, scaledDotProductAttention } from './attention.ts';
import { expectClose } from './testing/expect-close.ts';
import { fixedBuilder } from './testing/fixed-builder.ts';

const LN2 = Math.log(2);
const LN3 = Math.log(3);

// One question (B = H = Tq = 1) of width d = 4 to two keys. √d = 2.
// q·k₁ = 2·ln 3 and q·k₂ = 0, divided by 2: ln 3 and 0. softmax: 3/4 and 1/4.
const given = {
  q: numbers([[[[2 * LN3, 0, 0, 0]]]]),
  k: numbers([
    [
      [
        [1, 0, 0, 0],
        [0, 1, 0, 0],
      ],
    ],
  ]),
  v: numbers([
    [
      [
        [4, 8, 0, 0],
        [0, 0, 4, 8],
      ],
    ],
  ]),
};

describe('scaled dot-product attention, worked out on paper', () => {
  it('[LANG-60] looks three quarters at one key and a quarter at the other', async () => {
    const { shape, data } = await evaluate({ ...given, mask: numbers([[[[0, 0]]]]) }, (input) =>
      scaledDotProductAttention(input('q'), input('k'), input('v'), input('mask')),
    );
    expect(shape).toEqual([1, 1, 1, 4]);
    expectClose(data, [3, 6, 1, 2]);
  });

  it('[LANG-60] does not look where it may not', async () => {
    const { data } = await evaluate({ ...given, mask: numbers([[[[HIDDEN, 0]]]]) }, (input) =>
      scaledDotProductAttention(input('q'), input('k'), input('v'), input('mask')),
    );
    expect([...data]).toEqual([0, 0, 4, 8]);
  });
});

describe('attention of several heads, worked out on paper', () => {
  const identity = [
    [1, 0],
    [0, 1],
  ];
  const projection = (part: string) => ({ [`a.${part}.weight`]: identity, [`a.${part}.bias`]: [0, 0] });
  const plain = { ...projection('query'), ...projection('key'), ...projection('value'), ...projection('output') };
  const x = numbers([
    [
      [0, LN2],
      [1, 0],
    ],
  ]);
  const open = numbers([[[[0, 0]]]]);

  it('[LANG-60] each head has dimensions of its own', async () => {
    // Width 2, two heads, d = 1, √d = 1. All projections are the identity, so each head's q = k = v is its column.
    // Head 1, column (0, 1). Place 0 asks with 0: scores 0 and 0, the mean 1/2.
    //   Place 1 asks with 1: scores 0 and 1, the second gets e/(1 + e) = 0.7310586 of it, times 1.
    // Head 2, column (ln 2, 0). Place 0 asks with ln 2: scores ln²2 = 0.4804530 and 0; e^0.4804530 = 1.6168068,
    //   1.6168068 / 2.6168068 = 0.6178548, times ln 2 = 0.4282643. Place 1 asks with 0: the mean ln 2 / 2.
    const { shape, data } = await evaluate({ x, mask: open }, (input, graph) =>
      multiHeadAttention(fixedBuilder(graph, plain), 'a', input('x'), input('x'), input('mask'), 2),
    );
    expect(shape).toEqual([1, 2, 2]);
    expectClose(data, [0.5, 0.4282643, 0.7310586, LN2 / 2]);
  });

  it('[LANG-60] projections and biases stand where the paper has them', async () => {
    // With the first key hidden every head takes v of place 1, (1, 0), whatever was asked.
    // Values are doubled and 1 added: (3, 1). The output swaps them and adds (0, 10): (1, 13).
    const weights = {
      ...plain,
      'a.value.weight': [
        [2, 0],
        [0, 2],
      ],
      'a.value.bias': [1, 1],
      'a.output.weight': [
        [0, 1],
        [1, 0],
      ],
      'a.output.bias': [0, 10],
    };
    const { data } = await evaluate({ x, mask: numbers([[[[HIDDEN, 0]]]]) }, (input, graph) =>
      multiHeadAttention(fixedBuilder(graph, weights), 'a', input('x'), input('x'), input('mask'), 2),
    );
    expectClose(data, [1, 13, 1, 13]);
  });

  it('[LANG-60] a width that does not split into the heads is refused', async () => {
    const written = evaluate({ x, mask: open }, (input, graph) =>
      multiHeadAttention(fixedBuilder(graph, plain), 'a', input('x'), input('x'), input('mask'), 3),
    );
    await expect(written).rejects.toThrow('width 2 does not split into 3 heads');
  });
});
