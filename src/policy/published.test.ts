import { describe, expect, it } from 'vitest';
import { manualClock } from '../core/clock.ts';
import { createPolicies } from './published.ts';
import { DEFAULT_POLICY, shippedYaml } from './shipped.ts';
import { changedYaml } from './testing/changed-policy.ts';
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
    await versions.append({ yaml: 'version: x', digest: 'd', by: 'Ann', at, note: '', activeFrom: at });
    await expect(policies.current()).rejects.toMatchObject({
      code: 'policy.invalid',
      message: expect.stringContaining('version 1: 1:1'),
    });
  });
});
