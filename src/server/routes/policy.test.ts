import { afterEach, describe, expect, it } from 'vitest';
import { manualClock } from '../../core/clock.ts';
import { findSecret } from '../../identity/secrets.ts';
import { createPolicies } from '../../policy/published.ts';
import { shippedYaml } from '../../policy/shipped.ts';
import { memoryVersions } from '../../policy/testing/memory-versions.ts';
import { createPolicyDesk } from '../../policy-desk.ts';
import { problemSchema } from '../schemas/common.ts';
import { policyPublicationSchema, policyReportSchema, policySchema, policyVersionsSchema } from '../schemas/policy.ts';
import { articleSchema } from '../schemas/shop.ts';
import { fakeShop } from '../testing/shop.ts';
import { createWorld, read, type World } from '../testing/world.ts';

let world: World;
afterEach(() => world.remove());

function begin() {
  const policies = createPolicies({ versions: memoryVersions(), clock: manualClock('2026-11-12T02:00:00.000Z') });
  const nothing = async () => {
    throw new Error('not asked here');
  };
  const recordings = { replay: nothing, turns: nothing, comparePolicy: async () => ({ problems: [], diff: null }) };
  world = createWorld({}, { recordings, policyDesk: createPolicyDesk({ policies, shop: fakeShop() }) });
  const token = findSecret(world.dataDir, 'local') ?? '';
  return (method: string, path: string, body?: unknown) =>
    world.call(method, `/local/policy${path}`, { token, ...(body !== undefined && { body }) });
}

describe('the doors for the rules', () => {
  it('[POLICY-64] show, check, publish and roll back; a version that is not there is a problem', async () => {
    const local = begin();
    expect(await read(policySchema, local('GET', ''))).toMatchObject({ version: 'china-7-days', published: null });
    expect(await read(policyReportSchema, local('POST', '/check', { yaml: 'rules: []' }))).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ line: 1 })]),
    });
    const publish = local('POST', '/versions', { yaml: shippedYaml('tau-retail'), by: 'Ann' });
    expect(await read(policyPublicationSchema, publish)).toMatchObject({ version: { number: 1, by: 'Ann' } });
    const back = local('POST', '/rollback', { number: 1, by: 'Bob' });
    expect(await read(policyPublicationSchema, back)).toMatchObject({ version: { number: 2 } });
    expect((await read(policyVersionsSchema, local('GET', '/versions'))).versions).toHaveLength(2);
    for (const missing of [local('GET', '?number=9'), local('POST', '/rollback', { number: 9, by: 'Bob' })])
      expect((await read(problemSchema, missing)).code).toBe('policy.unknown');
    expect((await read(problemSchema, local('GET', '?number=x'))).code).toBe('request.invalid');
  });

  it('[API-54] the longest rules that are read come through each door, in whatever script, and larger ones not', async () => {
    const local = begin();
    // In JSON a Chinese character is three bytes, a control character six.
    for (const filler of ['x', '中', '\u0001', '"'])
      for (const path of ['/check', '/versions', '/diff']) {
        const longest = `${shippedYaml('tau-retail')}\n# `;
        const yaml = longest + filler.repeat(200_000 - longest.length);
        expect([
          filler,
          path,
          (await local('POST', path, { yaml, ...(path === '/versions' && { by: 'Ann' }) })).status,
        ]).toEqual([...[filler, path, 200]]);
      }
    const { problems } = await read(policyReportSchema, local('POST', '/check', { yaml: 'x'.repeat(200_001) }));
    expect(problems).toMatchObject([{ code: 'too-large' }]);
    for (const path of ['/check', '/versions', '/diff'])
      expect(await read(problemSchema, local('POST', path, { yaml: 'x'.repeat(1_300_000), by: 'Ann' }))).toMatchObject({
        ...{ status: 413, code: 'policy.too-large' },
      });
    expect(
      (await world.call('POST', '/local/policy/check', { token: 'wrong', body: { yaml: 'x'.repeat(1_300_000) } }))
        .status,
    ).toBe(401);
  });

  it('[POLICY-64] open to the data folder’s token alone', async () => {
    begin();
    for (const path of ['/local/policy', '/local/policy/versions'])
      expect((await world.call('GET', path, { token: 'wrong' })).status).toBe(401);
  });

  it('[POLICY-64] an article of the rules is served like any other', async () => {
    begin();
    const article = world.call('GET', '/api/shop/articles/policy%3Areturn');
    expect(await read(articleSchema, article)).toMatchObject({ id: 'policy:return', title: { zh: '退货规则' } });
  });
});
