import { describe, expect, it } from 'vitest';
import { createTask, MESSAGES, TOKENS } from './task.ts';

describe('the task that is timed', () => {
  it('is full: every message has all its tokens, and every number has its place', () => {
    const { batch, shape } = createTask({ width: 8, layers: 1 }, 1);
    expect(batch).toHaveLength(MESSAGES);
    for (const { tokens, spans, prefix, features, tags, hints } of batch) {
      expect([tokens.length, prefix + spans.length, tags.length]).toEqual([TOKENS, TOKENS, spans.length]);
      expect(Math.max(...tokens)).toBeLessThan(shape.vocabulary);
      expect(Math.max(...features.numbers)).toBeLessThan(shape.features);
      expect(Math.max(...hints.map(({ to }) => to))).toBeLessThanOrEqual(spans.length);
    }
  });

  it('is the same each time', () => {
    const [one, other] = [createTask({ width: 8, layers: 1 }, 2), createTask({ width: 8, layers: 1 }, 2)];
    expect(one.batch).toEqual(other.batch);
    expect(one.start.get('summary.weight')).toEqual(other.start.get('summary.weight'));
  });
});
