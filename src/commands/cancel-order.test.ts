import { describe, expect, it } from 'vitest';
import { shippedPolicy } from '../policy/shipped.ts';
import { cancelOrder } from './cancel-order.ts';
import { afterSales, effectsOf, execute, NUMBER, PAID, quoteOf, ruleAgainst, tryQuote } from './testing/after-sales.ts';

const closed = { policy: shippedPolicy('tau-retail') };
const because = (reason: string) => ({ orderNumber: NUMBER, reason });

describe('cancelling for a reason', () => {
  it('[ACT-92] takes one of the shop’s own reasons in either language, shows it, and keeps it under its name', async () => {
    const at = afterSales(PAID, closed);
    expect((await quoteOf(cancelOrder, because('买错了'), at)).input.reason).toBe('ordered by mistake');
    expect(await effectsOf(cancelOrder, because(' No longer needed '), at)).toContain('原因：不需要了');
    expect(await effectsOf(cancelOrder, because('no longer needed'), at, 'en')).toContain('Reason: no longer needed');
    await execute(cancelOrder, because('买错了'), at);
    expect(await at.order()).toMatchObject({ status: 'cancelled', cancelReason: 'ordered by mistake' });
  });

  it('[ACT-92] names the reasons when another is given, or none', async () => {
    for (const reason of ['found it cheaper', '']) {
      const outcome = await tryQuote(cancelOrder, because(reason), afterSales(PAID, closed));
      expect(outcome).toMatchObject({ ok: false, verdict: { reasons: [{ rule: 'cancel.reason' }] } });
      expect(!outcome.ok && outcome.verdict.reasons[0]?.text.en).toContain('no longer needed, ordered by mistake');
    }
  });

  it('[ACT-92] takes any words, and none, where the shop has no list', async () => {
    for (const reason of ['found it cheaper', ''])
      expect(await ruleAgainst(cancelOrder, because(reason), afterSales(PAID))).toBeNull();
  });
});
