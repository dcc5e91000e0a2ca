import { describe, expect, it } from 'vitest';
import { agreementOf } from './training.ts';

describe('losses of two engines on equal weights', () => {
  it('are the same model where they are close in share', () => {
    expect(agreementOf([10.001, 8], [10, 8])).toBe('same to 1e-4');
  });

  it('are not where one step is off, is no number or is missing', () => {
    expect(agreementOf([10, 7], [10, 8])).toMatch(/^NOT the same model/);
    expect(agreementOf([10, Number.NaN], [10, 8])).toMatch(/^NOT the same model/);
    expect(agreementOf([10], [10, 8])).toMatch(/^NOT the same model/);
  });
});
