import { describe, expect, it } from 'vitest';
import { plus, startOfDay } from './instant.ts';
import { voicesNeeded } from './limits.ts';

const NONE = { account: 0, shop: 0 };

describe('amount limits', () => {
  it('[ACT-46] what was paid out today counts with what is asked for now', () => {
    const limits = { perCustomerPerDay: 100, perShopPerDay: 150 };
    expect(voicesNeeded(60, limits, { account: 40, shop: 90 })).toBe(0);
    expect(voicesNeeded(61, limits, { account: 40, shop: 40 })).toBe(1);
    expect(voicesNeeded(61, limits, { account: 0, shop: 90 })).toBe(1);
    expect(voicesNeeded(0, { perAction: 0, fourEyesAbove: 0 }, NONE)).toBe(0);
  });

  it('[ACT-48] two people above their limit, whatever the others say', () => {
    expect(voicesNeeded(101, { fourEyesAbove: 100 }, NONE)).toBe(2);
    expect(voicesNeeded(100, { fourEyesAbove: 100 }, NONE)).toBe(0);
    expect(voicesNeeded(100, { fourEyesAbove: 100, perAction: 50 }, NONE)).toBe(1);
  });

  it.each([
    ['Asia/Shanghai', '2026-11-12T02:00:00.000Z', '2026-11-11T16:00:00.000Z'],
    ['Asia/Shanghai', '2026-11-11T15:59:59.999Z', '2026-11-10T16:00:00.000Z'],
    ['UTC', '2026-11-12T00:00:00.000Z', '2026-11-12T00:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-12T18:14:59.000Z', '2026-11-11T18:15:00.000Z'],
    // New York puts its clock back on 1 November 2026 and forward on 8 March.
    ['America/New_York', '2026-11-01T17:00:00.000Z', '2026-11-01T04:00:00.000Z'],
    ['America/New_York', '2026-03-08T16:00:00.000Z', '2026-03-08T05:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25T12:00:00.000Z', '2026-10-24T22:00:00.000Z'],
  ])('[ACT-46] the day in %s at %s began at %s', (zone, now, start) => {
    expect(startOfDay(zone, now)).toBe(start);
    expect(startOfDay(zone, start)).toBe(start);
    expect(startOfDay(zone, plus(start, -1))).not.toBe(start);
  });
});
