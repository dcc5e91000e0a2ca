import { expect, it } from 'vitest';
import type { Policy } from '../policy/policy.ts';
import { DEFAULT_POLICY } from '../policy/shipped.ts';
import type { ShopInfo } from '../shops/shop.ts';
import { createApprovals } from './approvals.ts';
import { reconcile } from './reconcile.ts';
import { kinds, OWN, tokenIn } from './testing/kit.ts';
import { memoryGate } from './testing/memory-gate.ts';

/** A gate that counts how often settings and rules are read, and goes by whatever `now` says at each reading. */
function counted() {
  const count = { info: 0, rules: 0 };
  const now: { policy: Policy; info: Partial<ShopInfo> } = { policy: DEFAULT_POLICY, info: {} };
  const kit = memoryGate({
    wrap: (shop) => ({
      ...shop,
      async info() {
        count.info++;
        return { ...(await shop.info()), ...now.info };
      },
    }),
  });
  kit.gate.policies = {
    async current() {
      count.rules++;
      return now.policy;
    },
  };
  const asked: { policy: Policy; currency: string }[] = [];
  kit.gate.limits = (policy, currency) => {
    asked.push({ policy, currency });
    return policy === DEFAULT_POLICY ? {} : { perAction: 1 };
  };
  const reads = () => [count.info, count.rules];
  const forget = () => Object.assign(count, { info: 0, rules: 0 });
  return { kit, now, asked, reads, forget };
}

it('[ACT-71] a card and its redemption read settings and rules once each', async () => {
  const { kit, reads, forget, asked } = counted();
  const scope = kit.begin();
  const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
  expect(reads()).toEqual([1, 1]);
  forget();
  expect(kinds(await kit.press(scope, { token, decision: 'confirm' }))).toEqual(['effect']);
  expect(reads()).toEqual([1, 1]);
  expect(asked.every(({ policy, currency }) => policy === DEFAULT_POLICY && currency === 'CNY')).toBe(true);
  forget();
  // Told again from what is stored: neither is needed.
  await kit.press(scope, { token, decision: 'confirm' });
  expect(reads()).toEqual([0, 0]);
});

it('[ACT-71] each decision goes by the rules of its own time', async () => {
  const { kit, now } = counted();
  const scope = kit.begin();
  const press = async (token: string) => kinds(await kit.press(scope, { token, decision: 'confirm' }));
  const first = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
  now.policy = { ...DEFAULT_POLICY, version: 'other' };
  // The card did not say that a person decides: it is void, and another one says so.
  const changed = await kit.press(scope, { token: first, decision: 'confirm' });
  expect(kinds(changed)).toEqual(['refused', 'quote']);
  expect(await press(tokenIn(changed))).toEqual(['handed-to-person']);
});

it('[ACT-71] rules that change while a decision is made change the next one', async () => {
  const { kit, now } = counted();
  const scope = kit.begin();
  const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
  const { plan } = kit.gate.intents;
  let plannedWith: unknown = null;
  kit.gate.intents.plan = (at, intent, guard) => {
    now.policy = { ...DEFAULT_POLICY, version: 'other' };
    plannedWith = guard.limits;
    return plan(at, intent, guard);
  };
  await kit.press(scope, { token, decision: 'confirm' });
  expect(plannedWith).toEqual({});
});

it('[ACT-71] what an approval or the chore carries out reads them once as well', async () => {
  const { kit, now, reads, forget } = counted();
  now.policy = { ...DEFAULT_POLICY, version: 'other' };
  const scope = kit.begin();
  const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
  await kit.press(scope, { token, decision: 'confirm' });
  const [open] = (await kit.gate.approvals.list({ state: 'open', limit: 1 })).items;
  forget();
  expect(await createApprovals(kit.gate).approve(open?.id ?? '', 'Mei')).toMatchObject({ intent: 'done' });
  expect(reads()).toEqual([1, 1]);
  forget();
  await reconcile(kit.gate, kit.clock, kit.gate.log);
  expect(reads()).toEqual([0, 0]);
});
