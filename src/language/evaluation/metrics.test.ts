import { describe, expect, it } from 'vitest';
import {
  accuracy,
  auroc,
  calibrationError,
  confusionMatrix,
  labelScores,
  macroF1,
  microF1,
  slotF1,
} from './metrics.ts';

/** Five messages, one intent each; worked out on paper below. */
const GOLD = ['a', 'a', 'a', 'b', 'c'].map((label) => [label]);
const GIVEN = ['a', 'a', 'b', 'b', 'd'].map((label) => [label]);

describe('one intent a message', () => {
  it('accuracy is the share that is right', () => {
    expect(accuracy(GOLD, GIVEN)).toBe(3 / 5);
    expect(accuracy([], [])).toBeNull();
  });

  it('precision, recall and F1 of each intent, also of one that was only given', () => {
    expect(labelScores(GOLD, GIVEN)).toEqual([
      // Of three meant, two found, and nothing else taken for it.
      { label: 'a', precision: 1, recall: 2 / 3, f1: 4 / 5, support: 3 },
      { label: 'b', precision: 1 / 2, recall: 1, f1: 2 / 3, support: 1 },
      { label: 'c', precision: 0, recall: 0, f1: 0, support: 1 },
      { label: 'd', precision: 0, recall: 0, f1: 0, support: 0 },
    ]);
  });

  it('macro-F1 weighs every intent the same, micro-F1 every message', () => {
    expect(macroF1(GOLD, GIVEN)).toBeCloseTo((4 / 5 + 2 / 3) / 4, 12);
    expect(microF1(GOLD, GIVEN)).toBeCloseTo(3 / 5, 12);
    expect([macroF1([], []), microF1([[]], [[]])]).toEqual([null, null]);
  });

  it('the confusion matrix has a row for what was meant and a column for what was given', () => {
    expect(confusionMatrix(GOLD.flat(), GIVEN.flat())).toEqual({
      labels: ['a', 'b', 'c', 'd'],
      counts: [
        [2, 1, 0, 0],
        [0, 1, 0, 0],
        [0, 0, 0, 1],
        [0, 0, 0, 0],
      ],
    });
  });

  it('as many readings as messages, or an error', () => {
    expect(() => accuracy(GOLD, GIVEN.slice(1))).toThrow('metrics.lengths: 5 messages, 4 readings');
    expect(() => confusionMatrix(['a'], [])).toThrow('metrics.lengths');
  });
});

describe('several intents a message', () => {
  const gold = [['a', 'b'], ['a'], [], ['c']];
  const given = [['b', 'a'], ['a', 'c'], [], []];

  it('a message counts as right when all of its intents are right, in any order', () => {
    expect(accuracy(gold, given)).toBe(2 / 4);
  });

  it('micro-F1 counts 3 right, 1 too many, 1 missed; macro-F1 the mean of 1, 1 and 0', () => {
    expect(microF1(gold, given)).toBeCloseTo(6 / 8, 12);
    expect(macroF1(gold, given)).toBeCloseTo(2 / 3, 12);
  });

  it('a label given twice counts once', () => {
    expect(microF1([['a']], [['a', 'a']])).toBe(1);
  });
});

describe('slots', () => {
  const span = (name: string, start: number, end: number) => ({ name, start, end });

  it('a span is right with its name and both ends', () => {
    const gold = [[span('order', 3, 8), span('size', 10, 12)], [], [span('colour', 0, 2)]];
    // One right, one an end short, one with another name, one from nowhere: 1 right, 3 too many, 2 missed.
    const given = [[span('order', 3, 8), span('size', 10, 11)], [span('size', 0, 2)], [span('product', 0, 2)]];
    expect(slotF1(gold, given)).toBeCloseTo(2 / 7, 12);
    expect(slotF1(gold, gold)).toBe(1);
    expect(slotF1([[], []], [[], []])).toBeNull();
  });
});

describe('scores', () => {
  it('AUROC is the share of pairs in the right order, a tie counting half', () => {
    // Pairs of (0.9, 0.5, 0.5) with (0.5, 0.1): 1, 1; ½, 1; ½, 1.
    expect(auroc([0.9, 0.5, 0.5], [0.5, 0.1])).toBeCloseTo(5 / 6, 12);
    expect(auroc([2, 3], [0, 1])).toBe(1);
    expect(auroc([0, 1], [2, 3])).toBe(0);
    expect(auroc([1, 1], [1, 1, 1])).toBe(0.5);
    expect([auroc([], [1]), auroc([1], [])]).toEqual([null, null]);
  });

  it('the calibration error is the mean distance of probability and share right, bin by bin', () => {
    const judged = [
      { probability: 0.95, isRight: true },
      { probability: 0.85, isRight: false },
      // One bin of ten: 0.62 on average, half right.
      { probability: 0.61, isRight: true },
      { probability: 0.63, isRight: false },
      { probability: 1, isRight: true },
    ];
    // |0.95 + 1 − 2| + |0.85 − 0| + |1.24 − 1|, over five.
    expect(calibrationError(judged, 10)).toBeCloseTo((0.05 + 0.85 + 0.24) / 5, 12);
    expect(calibrationError([])).toBeNull();
  });
});
