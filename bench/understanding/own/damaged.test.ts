import { describe, expect, it } from 'vitest';
import { parseExamples } from '../../../src/language/corpus/examples.ts';
import { damagedLines } from './damaged.ts';

const examples = parseExamples('想买[跑鞋](product)，有[红色](colour)吗？\n订单到哪了\n\n好的', 'find_product', 'zh');

describe('damaged lines', () => {
  it('are those in which the damage found something, beside what they were', () => {
    const lines = damagedLines(examples, 'punctuation');
    expect(lines.map(({ plain }) => plain.text)).toEqual(['想买跑鞋，有红色吗？']);
    expect(lines[0]?.damaged.text).not.toMatch(/[，？]/);
    expect(lines[0]?.damaged.slots.map(({ text }) => text)).toEqual(['跑鞋', '红色']);
  });

  it('are the same with the same seed', () => {
    expect(damagedLines(examples, 'homophone', 3)).toEqual(damagedLines(examples, 'homophone', 3));
  });
});
