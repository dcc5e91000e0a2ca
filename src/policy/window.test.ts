import { describe, expect, it } from 'vitest';
import type { Instant } from '../core/instant.ts';
import { mayExchange } from './exchange.ts';
import { mayReturn } from './return.ts';
import { DEFAULT_POLICY } from './shipped.ts';
import { at, sampleOrder } from './testing/sample-order.ts';

const items = [{ lineId: 'line-1', quantity: 1 }];

function returned(delivered: Instant, now: Instant, timeZone = 'Asia/Shanghai') {
  return mayReturn(sampleOrder({ deliveredAt: delivered }), items, DEFAULT_POLICY, at(now, { timeZone }));
}

describe('the return window', () => {
  it('[POLICY-1] holds to the last second of day 7 and is over with the first of day 8, in Shanghai', () => {
    // Received 10 November 20:00 in Shanghai; day 7 is the 17th, which ends at 16:00 UTC.
    expect(returned('2026-11-10T12:00:00.000Z', '2026-11-17T15:59:59.999Z').allowed).toBe(true);
    expect(returned('2026-11-10T12:00:00.000Z', '2026-11-17T16:00:00.000Z').allowed).toBe(false);
  });

  it('[POLICY-1] counts the same day for a parcel received in the first or the last second of a day', () => {
    for (const delivered of ['2026-11-09T16:00:00.000Z', '2026-11-10T15:59:59.999Z']) {
      expect(returned(delivered, '2026-11-17T15:59:59.999Z').allowed).toBe(true);
      expect(returned(delivered, '2026-11-17T16:00:00.000Z').allowed).toBe(false);
    }
  });

  it('[POLICY-1] counts calendar days where the clock changes, in New York', () => {
    // Autumn 2026: 1 November has 25 hours. Received 29 October 20:00 EDT; day 7 is 5 November, which ends at 05:00 UTC (EST).
    const autumn = '2026-10-30T00:00:00.000Z';
    expect(returned(autumn, '2026-11-06T04:59:59.999Z', 'America/New_York').allowed).toBe(true);
    expect(returned(autumn, '2026-11-06T05:00:00.000Z', 'America/New_York').allowed).toBe(false);
    // Spring 2026: 8 March has 23 hours. Received 4 March 20:00 EST; day 7 is 11 March, which ends at 04:00 UTC (EDT).
    const spring = '2026-03-05T01:00:00.000Z';
    expect(returned(spring, '2026-03-12T03:59:59.999Z', 'America/New_York').allowed).toBe(true);
    expect(returned(spring, '2026-03-12T04:00:00.000Z', 'America/New_York').allowed).toBe(false);
  });

  it('[POLICY-2] names the day of receipt, the last day and how far it is past, and offers a person', () => {
    const verdict = returned('2026-11-10T12:00:00.000Z', '2026-11-20T02:00:00.000Z');
    expect(verdict).toMatchObject({
      allowed: false,
      reasons: [{ rule: 'return.window-over' }],
      alternative: { command: 'hand_off' },
    });
    const text = verdict.reasons[0]?.text;
    expect(text?.zh).toContain('11月10日');
    expect(text?.zh).toContain('11月17日');
    expect(text?.zh).toContain('超过 3 天');
    expect(text?.en).toContain('10 Nov');
    expect(text?.en).toContain('17 Nov');
    expect(text?.en).toContain('3 days ago');
  });

  it('[POLICY-2] names the year when it is not this one', () => {
    const text = returned('2025-12-30T02:00:00.000Z', '2026-11-20T02:00:00.000Z').reasons[0]?.text;
    expect(text?.zh).toContain('2025年12月30日');
    expect(text?.zh).toContain('，最后一天是1月6日');
    expect(text?.en).toContain('30 Dec 2025');
  });

  it('[POLICY-2] names the last day where it allows', () => {
    const verdict = returned('2026-11-10T12:00:00.000Z', '2026-11-12T02:00:00.000Z');
    expect(verdict.reasons[0]?.rule).toBe('return.within-window');
    expect(verdict.reasons[0]?.text.zh).toContain('11月17日');
    expect(verdict.reasons[0]?.text.en).toContain('17 Nov');
  });

  it('[POLICY-1] leaves an order without a date of receipt to a person', () => {
    const { deliveredAt: _, ...undated } = sampleOrder();
    const verdict = mayReturn(undated, items, DEFAULT_POLICY, at('2026-11-12T02:00:00.000Z'));
    expect(verdict).toMatchObject({
      allowed: false,
      reasons: [{ rule: 'return.receipt-unknown' }],
      alternative: { command: 'hand_off' },
    });
  });

  it('[POLICY-1] holds for exchanges by their own number of days', () => {
    const wish = [{ lineId: 'line-1', quantity: 1, variantId: 'shoe-43', product: null }];
    const rule = (now: Instant) =>
      mayExchange(sampleOrder(), wish, DEFAULT_POLICY, at(now, { reason: 'faulty' })).reasons[0]?.rule;
    expect(rule('2026-11-25T15:59:59.999Z')).toBe('exchange.not-sold');
    expect(rule('2026-11-25T16:00:00.000Z')).toBe('exchange.under-warranty');
  });
});
