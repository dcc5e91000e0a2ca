import { describe, expect, it } from 'vitest';
import { digest } from './digest.ts';
import { createOperators, mayActAs } from './operators.ts';

describe('operators', () => {
  const plain = 'a-token-of-lan-that-is-long';
  const operators = createOperators([
    { name: '小兰', role: 'agent', token: plain },
    { name: 'Max', role: 'viewer', token: digest('a-token-of-max-that-is-long') },
  ]);

  it('[ID-20] an operator is known by a token that may be configured as its sha-256', () => {
    expect(operators.find(plain)).toEqual({ name: '小兰', role: 'agent' });
    expect(operators.find('a-token-of-max-that-is-long')).toEqual({ name: 'Max', role: 'viewer' });
  });

  it('[ID-20] a wrong token, an empty one and the configured hash itself open nothing', () => {
    for (const token of ['', 'a-token-of-lan-that-is-lonG', digest('a-token-of-max-that-is-long')]) {
      expect(operators.find(token)).toBeNull();
    }
  });

  it('[ID-21] viewer < agent < admin', () => {
    expect(mayActAs('viewer', 'agent')).toBe(false);
    expect(mayActAs('agent', 'agent')).toBe(true);
    expect(mayActAs('admin', 'viewer')).toBe(true);
  });
});
