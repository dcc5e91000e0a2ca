import { describe, expect, it } from 'vitest';
import type { Figures } from '../../evaluation/figures.ts';
import { type Objection, objectionsTo } from './comparison.ts';

const of = (top1: number, slotF1: number | null, more: Partial<Figures> = {}): Figures => ({
  ...{ messages: 100, top1, top2: 1, macroF1: 1, slotF1, act: 1, toneF1: 1, calibrationError: 0.02 },
  ...more,
});
const GOOD = of(0.9, 0.9);
const GAIN = { old: of(0.8, 0.8), new: of(0.82, 0.8) };
const told = (objections: Objection[]) =>
  objections.map((each) => (each.kind === 'worse' ? `${each.part} ${each.measure} ${each.than}` : each.kind));
const general = (now: Figures, old = GOOD, shipped = GOOD) =>
  told(objectionsTo({ general: { old, new: now, shipped }, shop: GAIN }));
const shop = (old: Figures, now: Figures) =>
  told(objectionsTo({ general: { old: GOOD, new: GOOD, shipped: GOOD }, shop: { old, new: now } }));

describe('taking over', () => {
  it('[LANG-77] on the general messages 0.2 points may be lost, intents and slots each', () => {
    expect(general(of(0.9, 0.9))).toEqual([]);
    expect(general(of(0.898, 0.898))).toEqual([]);
    expect(general(of(0.8979, 0.99))).toEqual(['general top1 old', 'general top1 shipped']);
    expect(general(of(0.99, 0.8979))).toEqual(['general slotF1 old', 'general slotF1 shipped']);
    expect(general(of(0.9, null), of(0.9, null), of(0.9, null))).toEqual([]);
  });

  it('[LANG-77] against the shipped model, too: small losses do not add up from one training to the next', () => {
    expect(general(of(0.897, 0.9), of(0.898, 0.9))).toEqual(['general top1 shipped']);
    // A shop's own that had grown better is what has to be held.
    expect(general(of(0.91, 0.9), of(0.92, 0.9))).toEqual(['general top1 old']);
  });

  it('[LANG-77] on the shop’s it gains a point of the mean, and loses no more than a point of either', () => {
    expect(shop(of(0.8, 0.8), of(0.81, 0.81))).toEqual([]);
    expect(shop(of(0.8, 0.8), of(0.809, 0.81))).toEqual(['no-gain']);
    expect(shop(of(0.8, 0.8), of(0.8, 0.8))).toEqual(['no-gain']);
    expect(shop(of(0.8, 0.8), of(0.9, 0.79))).toEqual([]);
    expect(shop(of(0.8, 0.8), of(0.9, 0.78))).toEqual(['shop slotF1 old']);
    expect(shop(of(0.8, 0.8), of(0.78, 0.9))).toEqual(['shop top1 old']);
    expect(shop(of(0.8, null), of(0.81, null))).toEqual([]);
    expect(objectionsTo({ general: { old: GOOD, new: GOOD, shipped: GOOD }, shop: { old: GOOD, new: GOOD } })).toEqual([
      { kind: 'no-gain', gain: 0, needed: 0.01 },
    ]);
  });

  it('[LANG-77] thirty messages at least are the shop’s', () => {
    const few = (messages: number) => shop(of(0.5, 0.5, { messages }), of(1, 1, { messages }));
    expect([few(29), few(30)]).toEqual([['too-few-messages'], []]);
  });

  it('[LANG-77] it stays as sure as it is right: two points more of calibration error at most', () => {
    const unsure = (calibrationError: number) => of(0.9, 0.9, { calibrationError });
    expect(general(unsure(0.04))).toEqual([]);
    expect(general(unsure(0.041))).toEqual(['general calibrationError old', 'general calibrationError shipped']);
    expect(shop(of(0.8, 0.8), unsure(0.041))).toEqual(['shop calibrationError old']);
  });
});
