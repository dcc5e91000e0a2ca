import { describe, expect, it } from 'vitest';
import { shippedPolicy } from '../policy/shipped.ts';
import type { CustomerQuery } from '../shops/shop.ts';
import type { CommandContext } from './command.ts';
import { findCustomer } from './find-customer.ts';
import { afterSales, LIN } from './testing/after-sales.ts';

const policy = shippedPolicy('tau-retail');
const { context: known } = afterSales({}, { policy });

/** A guest at a door that identifies him, as the gate does. */
function guest(asked: CustomerQuery[] = []): CommandContext {
  return {
    ...known,
    actor: { kind: 'guest' },
    customerId: null,
    identify: async (query) => {
      asked.push(query);
      const [found] = await known.shop.findCustomers(query);
      return found ? { ok: true, customer: found } : { ok: false, reason: 'no-match' };
    },
  };
}

const run = (raw: unknown, context: CommandContext) => findCustomer.run(findCustomer.input.parse(raw), context);

describe('finding out who a guest is', () => {
  it('[ACT-96] by e-mail, or by name and postcode, through the gate’s own counted door', async () => {
    const asked: CustomerQuery[] = [];
    const expected = { facts: [{ kind: 'customer-verified', value: { customerId: 'customer-1', name: '林晓' } }] };
    expect(await run({ email: 'LIN@example.com' }, guest(asked))).toMatchObject(expected);
    expect(await run({ name: '林晓', postcode: '215000' }, guest(asked))).toMatchObject(expected);
    expect(asked).toEqual([{ email: 'LIN@example.com' }, { name: '林晓', postcode: '215000' }]);
  });

  it('[ACT-96] wrong and absent answer with the same words, and too many attempts are told as such', async () => {
    const wrong = await run({ name: '林晓', postcode: '999999' }, guest());
    expect(await run({ email: 'nobody@example.com' }, guest())).toEqual(wrong);
    expect(wrong).toMatchObject({ facts: [], verdict: { reasons: [{ rule: 'identify.no-match' }] } });
    const tired: CommandContext = { ...guest(), identify: async () => ({ ok: false, reason: 'too-many-attempts' }) };
    expect(await run({ email: 'lin@example.com' }, tired)).toMatchObject({
      verdict: { reasons: [{ rule: 'identify.too-many-attempts' }], alternative: { command: 'hand_off' } },
    });
  });

  it('[ACT-96] is not offered where the shop’s rules name other ways, and then nothing is looked up', async () => {
    const asked: CustomerQuery[] = [];
    const { policy: usual } = afterSales().context;
    const outcome = await run({ email: 'lin@example.com' }, { ...guest(asked), policy: usual });
    expect(outcome).toMatchObject({
      facts: [],
      verdict: { reasons: [{ rule: 'identify.not-offered' }], alternative: { command: 'verify_order' } },
    });
    expect(asked).toEqual([]);
  });

  it('[ACT-96] a customer who is known is found as himself, and nobody else is', async () => {
    expect(await run({ email: LIN.email }, known)).toMatchObject({ facts: [{ kind: 'customer-verified' }] });
    expect(await run({ email: 'zhou@example.com' }, known)).toEqual(await run({ email: 'nobody@example.com' }, known));
  });

  it('[ACT-96] takes an e-mail alone or a name with a postcode, and nothing between', () => {
    for (const raw of [{}, { name: '林晓' }, { postcode: '215000' }, { email: 'a@b.c', name: '林晓', postcode: '1' }])
      expect(findCustomer.input.safeParse(raw).success).toBe(false);
  });
});
