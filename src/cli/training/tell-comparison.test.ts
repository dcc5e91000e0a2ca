import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Figures } from '../../language/evaluation/figures.ts';
import { objectionsTo } from '../../language/training/shop/comparison.ts';
import type { CliContext } from '../context.ts';
import { tellComparison } from './tell-comparison.ts';

const FIGURES: Figures = {
  ...{ messages: 100, top1: 0.8, top2: 0.9, macroF1: 0.8, slotF1: 0.8, act: 0.9, toneF1: 0.5, calibrationError: 0.05 },
};
const better = (by: number): Figures => ({ ...FIGURES, top1: 0.8 + by, slotF1: 0.8 + by });

function told(shopGain: number, generalGain: number, locale: 'zh' | 'en'): string {
  const lines: string[] = [];
  const note = (line: string) => void lines.push(line);
  const terminal = { out: note, note, input: Readable.from([]), interactive: false, colour: false };
  const context: CliContext = {
    terminal,
    openDoor: async () => {
      throw new Error('not part of this test');
    },
    end() {},
  };
  const comparison = {
    general: { old: FIGURES, shipped: FIGURES, new: better(generalGain) },
    shop: { old: FIGURES, new: better(shopGain) },
  };
  const trained = { comparison, objections: objectionsTo(comparison) };
  tellComparison(context, { locale }, { trained, folder: null, report: null, isServed: false });
  return lines.join('\n');
}

describe('what is told of a shop’s model that stays out', () => {
  it('[LANG-77] one that reads the shop better and the rest worse is not called worse, and both say what to try', () => {
    expect(told(0.1, -0.05, 'en')).toMatch(
      /reads better on the shop’s messages but.*general messages, intents: 5\.0 points.*What to try: another --seed/s,
    );
    expect(told(0.1, -0.05, 'zh')).toMatch(/新模型更懂店铺的语句，但别的.*可以试试：换一个 --seed/s);
    expect(told(0, 0, 'en')).toMatch(/is not better, the old one stays.*What to try: train again with more goods/s);
    expect(told(0, 0, 'zh')).toMatch(/没有更好，继续用原来的.*可以试试：商品和文章多一些/s);
  });
});
