import { describe, expect, it } from 'vitest';
import { createTask, MESSAGES, TOKENS } from './task.ts';

describe('the task that is timed', () => {
  it('is full: every message has all its tokens, and every number has its place', () => {
    const { batch, shape } = createTask({ width: 8, layers: 1 }, 1);
    expect(batch).toHaveLength(MESSAGES);
    for (const { tokens, spans, prefix, features, boundaries, names, hints } of batch) {
      expect([tokens.length, prefix + spans.length]).toEqual([TOKENS, TOKENS]);
      expect([boundaries.length, names.length]).toEqual([spans.length, spans.length]);
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
