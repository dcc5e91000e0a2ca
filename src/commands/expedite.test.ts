import { describe, expect, it } from 'vitest';
import { expedite } from './expedite.ts';
import { afterSales, DELIVERED, effectsOf, execute, NUMBER, PAID, ruleAgainst } from './testing/after-sales.ts';

const hurry = (what: string) => ({ orderNumber: NUMBER, what });

describe('hurrying an order', () => {
  it('[ACT-89] records one reminder and promises no time', async () => {
    const at = afterSales(PAID);
    expect(await effectsOf(expedite, hurry('dispatch'), at)).toEqual([
      '给店铺登记一次催发货。',
      '发货时间还是以实际为准，这里不能保证。',
    ]);
    expect(await execute(expedite, hurry('dispatch'), at)).toMatchObject({ ok: true, effect: { refund: null } });
    expect((await at.order()).reminders).toMatchObject([{ what: 'dispatch' }]);
  });

  it('[ACT-89] not again within a day, not for what has not been sent or has arrived', async () => {
    const at = afterSales(PAID);
    await execute(expedite, hurry('dispatch'), at);
    expect(await ruleAgainst(expedite, hurry('dispatch'), at)).toBe('remind.already-reminded');
    expect(await ruleAgainst(expedite, hurry('delivery'), afterSales(PAID))).toBe('remind.not-sent');
    expect(await ruleAgainst(expedite, hurry('delivery'), afterSales(DELIVERED))).toBe('remind.delivered');
    expect(await ruleAgainst(expedite, hurry('delivery'), afterSales({ ...PAID, status: 'shipped' }))).toBeNull();
    expect(expedite.input.safeParse(hurry('everything')).success).toBe(false);
  });
});
