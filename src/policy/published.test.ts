import { describe, expect, it } from 'vitest';
import { manualClock } from '../core/clock.ts';
import { createPolicies } from './published.ts';
import { DEFAULT_POLICY, shippedYaml } from './shipped.ts';
import { changedPolicy, changedYaml } from './testing/changed-policy.ts';
import { memoryVersions } from './testing/memory-versions.ts';

function begin() {
  const clock = manualClock('2026-11-12T02:00:00.000Z');
  const versions = memoryVersions();
  return { clock, versions, policies: createPolicies({ versions, clock }) };
}

describe('published rules', () => {
  it('[POLICY-59] are the shipped default until a shop publishes its own, and the newest from then on', async () => {
    const { policies } = begin();
    expect(await policies.current()).toBe(DEFAULT_POLICY);
    expect(await policies.list()).toEqual([]);
    const first = await policies.publish(shippedYaml('tau-retail'), 'Ann', 'trial');
    expect(first).toMatchObject({ ok: true, version: { number: 1, by: 'Ann', note: 'trial' } });
    expect((await policies.current()).version).toBe('tau-retail@1');
    await policies.publish(shippedYaml('eu-14-days'), 'Bob', '');
    expect((await policies.current()).version).toBe('eu-14-days@2');
    expect((await policies.list()).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('[POLICY-59] that are not right are not kept, and say where', async () => {
    const { policies } = begin();
    const refused = await policies.publish(changedYaml(['status: shipped', 'status: shiped']), 'Ann', '');
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'unknown' }] });
    expect(await policies.list()).toEqual([]);
    expect(await policies.current()).toBe(DEFAULT_POLICY);
  });

  it('[POLICY-59] hold from the moment they name', async () => {
    const { policies, clock } = begin();
    await policies.publish(shippedYaml('tau-retail'), 'Ann', '', '2026-12-01T00:00:00.000Z');
    expect(await policies.current()).toBe(DEFAULT_POLICY);
    clock.set('2026-12-01T00:00:00.000Z');
    expect((await policies.current()).version).toBe('tau-retail@1');
  });

  it('[POLICY-59] can be found again by their digest, the default too', async () => {
    const { policies } = begin();
    const made = await policies.publish(shippedYaml('tau-retail'), 'Ann', '');
    await policies.publish(shippedYaml('eu-14-days'), 'Ann', '');
    const digest = made.ok ? made.policy.digest : '';
    expect((await policies.byDigest(digest))?.version).toBe('tau-retail@1');
    expect(await policies.byDigest(DEFAULT_POLICY.digest)).toBe(DEFAULT_POLICY);
    expect(await policies.byDigest('none')).toBeNull();
  });

  it('[POLICY-59] that this program cannot read any more stop it with their number and place', async () => {
    const { policies, versions } = begin();
    const at = '2026-11-12T02:00:00.000Z';
    await versions.append({ yaml: 'version: x', digest: 'd', by: 'Ann', at, note: '', activeFrom: at, shipped: false });
    await expect(policies.current()).rejects.toMatchObject({
      code: 'policy.invalid',
      message: expect.stringContaining('version 1: 1:1'),
    });
  });

  /** The same shop under a program that comes with other rules. */
  function later(given: ReturnType<typeof begin>, change: readonly [string, string]) {
    return createPolicies({ ...given, shipped: { yaml: changedYaml(change), policy: changedPolicy(change) } });
  }
  const NEXT = ['then: allow, rule: before-shipping', 'then: person, rule: in-warehouse'] as const;
  const AFTER_THAT = ['then: allow, rule: before-shipping', 'then: refuse, rule: in-warehouse'] as const;

  it('[POLICY-65] adopted at the first start, the shipped rules stay the shop’s when a later program brings others', async () => {
    const given = begin();
    await given.policies.adopt();
    await given.policies.adopt();
    expect(await given.policies.list()).toMatchObject([{ number: 1, by: 'xiaoer', shipped: true }]);
    expect(await given.policies.current()).toEqual({ ...DEFAULT_POLICY, version: 'china-7-days@1' });
    expect(await given.policies.isShippedNewer()).toBe(false);

    const upgraded = later(given, NEXT);
    await upgraded.adopt();
    expect(await upgraded.current()).toEqual({ ...DEFAULT_POLICY, version: 'china-7-days@1' });
    expect(await upgraded.isShippedNewer()).toBe(true);
    // What was recorded under the old ones is still decided by them.
    expect((await upgraded.byDigest(DEFAULT_POLICY.digest))?.rules).toEqual(DEFAULT_POLICY.rules);

    given.clock.advance(1_000);
    await upgraded.publish(upgraded.shipped.yaml, 'Ann', '');
    expect(await upgraded.isShippedNewer()).toBe(false);
    expect((await upgraded.current()).digest).toBe(upgraded.shipped.policy.digest);
    // And the next time as well.
    const [version] = await upgraded.list();
    expect(version).toMatchObject({ number: 2, by: 'Ann', shipped: true });
    expect(await later(given, AFTER_THAT).isShippedNewer()).toBe(true);
  });

  it.each([
    ['at once', []],
    ['after rules of its own', ['tau-retail']],
    ['after several', ['eu-14-days', 'tau-retail']],
  ] as const)('[POLICY-65] shipped rules published anew are still the shipped ones: %s', async (_when, own) => {
    const given = begin();
    await given.policies.adopt();
    const upgraded = later(given, NEXT);
    await upgraded.publish(upgraded.shipped.yaml, 'Ann', '');
    for (const name of own) {
      await upgraded.publish(shippedYaml(name), 'Ann', '');
      expect(await upgraded.isShippedNewer()).toBe(false);
    }
    const first = await upgraded.get(1);
    expect(await upgraded.publish(first?.yaml ?? '', 'Ann', 'rollback to 1')).toMatchObject({
      version: { number: own.length + 3, shipped: true },
    });
    expect(await upgraded.isShippedNewer()).toBe(true);
    // Under the program that they came with nothing is newer, and a text that differs by one word is the shop's own.
    expect(await given.policies.isShippedNewer()).toBe(false);
    expect(await upgraded.publish(changedYaml(AFTER_THAT), 'Ann', '')).toMatchObject({ version: { shipped: false } });
    expect(await upgraded.isShippedNewer()).toBe(false);
  });

  it('[POLICY-65] a shop with rules of its own adopts none and is told of none', async () => {
    const given = begin();
    await given.policies.publish(shippedYaml('tau-retail'), 'Ann', '');
    const upgraded = later(given, NEXT);
    await upgraded.adopt();
    expect(await upgraded.list()).toHaveLength(1);
    expect(await upgraded.isShippedNewer()).toBe(false);
  });

  it('[POLICY-65] rules that are planned come into force, whatever came with the program before', async () => {
    const given = begin();
    await given.policies.publish(shippedYaml('tau-retail'), 'Ann', '', '2026-12-01T00:00:00.000Z');
    await given.policies.adopt();
    given.clock.set('2026-12-01T00:00:00.000Z');
    expect((await given.policies.current()).version).toBe('tau-retail@1');
  });
});
