import { describe, expect, it } from 'vitest';
import type { Invoice } from '../core/order.ts';
import { requestInvoice } from './request-invoice.ts';
import { afterSales, DELIVERED, effectsOf, execute, NUMBER, ruleAgainst, tryQuote } from './testing/after-sales.ts';

const personal = { orderNumber: NUMBER, kind: 'personal', title: '林晓', email: 'lin@example.com' };
const company = { ...personal, kind: 'company', title: '苏州某某有限公司', taxNumber: ' 9132 0500 ma1xxxxx0x ' };
const standing = (status: Invoice['status']): Invoice => ({
  kind: 'personal',
  title: '林晓',
  taxNumber: '',
  email: 'lin@example.com',
  status,
  requestedAt: '2026-11-11T02:00:00.000Z',
});

describe('requesting an invoice', () => {
  it('[ACT-88] shows what it is made out to and where it is sent, and puts exactly that into the shop', async () => {
    const at = afterSales(DELIVERED);
    expect(await effectsOf(requestInvoice, company, at)).toEqual([
      '类型：企业',
      '抬头：苏州某某有限公司',
      '税号：91320500MA1XXXXX0X',
      '提交后由店铺开具，发到 lin@example.com。',
    ]);
    expect(await execute(requestInvoice, company, at)).toMatchObject({ ok: true });
    expect((await at.order()).invoice).toMatchObject({
      kind: 'company',
      title: '苏州某某有限公司',
      taxNumber: '91320500MA1XXXXX0X',
      email: 'lin@example.com',
      status: 'requested',
    });
  });

  it('[ACT-88] a person’s has no tax number; a request that is still open is replaced, and the card says so', async () => {
    const at = afterSales({ ...DELIVERED, invoice: standing('requested') });
    const effects = await effectsOf(
      requestInvoice,
      { ...personal, title: '林晓晓', taxNumber: '91320500MA1XXXXX0X' },
      at,
    );
    expect(effects.join()).not.toContain('税号');
    expect(effects.at(-1)).toBe('之前的申请（抬头：林晓）由这个代替。');
    await execute(requestInvoice, { ...personal, title: '林晓晓' }, at);
    expect((await at.order()).invoice).toMatchObject({ title: '林晓晓', taxNumber: '', status: 'requested' });
  });

  it('[ACT-88] what was issued is a person’s to change, and an unpaid order has none', async () => {
    const issued = await tryQuote(requestInvoice, personal, afterSales({ ...DELIVERED, invoice: standing('issued') }));
    expect(issued).toMatchObject({
      ok: false,
      verdict: { reasons: [{ rule: 'invoice.issued' }], alternative: { command: 'hand_off' } },
    });
    expect(await ruleAgainst(requestInvoice, personal, afterSales({ status: 'awaiting-payment', payments: [] }))).toBe(
      'invoice.not-paid',
    );
  });

  it.each([
    [{ ...company, taxNumber: '' }, 'invoice.tax-number-missing'],
    [{ ...company, taxNumber: '12345678901234' }, 'invoice.tax-number'],
    [{ ...company, taxNumber: '1'.repeat(21) }, 'invoice.tax-number'],
    [{ ...company, taxNumber: '91320500MA1XXXX-税' }, 'invoice.tax-number'],
    [{ ...personal, title: '  ' }, 'invoice.title'],
    [{ ...personal, email: 'lin@' }, 'invoice.email'],
  ])('[ACT-88] says what is wrong with %j', async (raw, rule) => {
    expect(await ruleAgainst(requestInvoice, raw, afterSales(DELIVERED))).toBe(rule);
  });

  it('[ACT-88] takes a tax number of 15 and of 20, in full-width digits too', async () => {
    for (const taxNumber of ['１２３４５６７８９０１２３４５', 'A'.repeat(20)])
      expect(await ruleAgainst(requestInvoice, { ...company, taxNumber }, afterSales(DELIVERED))).toBeNull();
  });
});
