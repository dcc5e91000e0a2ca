import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '../../core/clock.ts';
import { createPolicies } from '../../policy/published.ts';
import { shippedYaml } from '../../policy/shipped.ts';
import { changedPolicy, changedYaml } from '../../policy/testing/changed-policy.ts';
import { memoryVersions } from '../../policy/testing/memory-versions.ts';
import { createPolicyDesk } from '../../policy-desk.ts';
import { fakeShop } from '../../server/testing/shop.ts';
import { type Cli, createCli } from '../testing/surroundings.ts';

let cli: Cli;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-policy-'));
  const policies = createPolicies({ versions: memoryVersions(), clock: manualClock('2026-11-12T02:00:00.000Z') });
  const note = {
    id: 'n',
    title: { zh: '退货' },
    body: { zh: '本店支持15天无理由退货。' },
    topics: [],
    updatedAt: '2026-11-01T00:00:00.000Z',
  };
  const shop = { ...fakeShop(), listArticles: async () => [note] };
  cli = createCli({ changes: { policyDesk: createPolicyDesk({ policies, shop }), shop } });
});
afterEach(() => {
  cli.world.remove();
  rmSync(folder, { recursive: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('policy', () => {
  it('[POLICY-61] shows the rules of now in words, and of a version by its number', async () => {
    expect(await cli.run('policy', 'show')).toBe(0);
    expect(cli.text()).toContain('七天无理由退货  china-7-days');
    expect(cli.text()).toContain('签收后 7 天内可以无理由退货');
    await cli.run('policy', 'import', file('eu.yml', shippedYaml('eu-14-days')), '--note', 'EU');
    expect(await cli.run('policy', 'show', '1', '--json')).toBe(0);
    expect(cli.json()).toMatchObject({ version: 'eu-14-days@1', published: { number: 1, note: 'EU' } });
    expect(await cli.run('policy', 'show', '--locale', 'en')).toBe(0);
    expect(cli.text()).toContain('eu-14-days@1');
    expect(cli.text()).toContain('within 14 days of receipt');
    expect(await cli.run('policy', 'show', '7')).toBe(2);
    expect(await cli.run('policy', 'show', 'x')).toBe(2);
  });

  it('[POLICY-62] checks a file: place, nearest word, gap; and articles that say otherwise; exit code 1', async () => {
    const typo = file('typo.yml', changedYaml(['status: shipped', 'status: shiped']));
    expect(await cli.run('policy', 'check', typo)).toBe(1);
    expect(cli.text()).toMatch(/typo\.yml:\d+:\d+ 不认识「shiped」，是不是「shipped」？/);
    expect(await cli.run('policy', 'check')).toBe(1);
    expect(cli.text()).toContain('n (zh) 《退货》说 15 天，规则是 7： 本店支持15天无理由退货。');
    expect(await cli.run('policy', 'check', '--json', typo)).toBe(1);
    expect(cli.json()).toMatchObject({
      ok: false,
      problems: [{ code: 'unknown', line: expect.any(Number) }],
      contradictions: [],
    });
    expect(await cli.run('policy', 'check', join(folder, 'none.yml'))).toBe(2);
    expect(await cli.run('policy', 'check', file('empty.yml', ''))).toBe(1);
    expect(cli.text()).toMatch(/empty\.yml:1:1 /);
  });

  it('[POLICY-63] publishes what is right alone, exports it as it was written, and rolls back', async () => {
    expect(await cli.run('policy', 'import', file('bad.yml', 'rules: {}'))).toBe(1);
    expect(cli.text()).toContain('没有发布，当前规则不变。');
    expect(await cli.run('policy', 'list')).toBe(0);
    expect(cli.notes()).toContain('还没有发布过');

    expect(await cli.run('policy', 'import', file('tau.yml', shippedYaml('tau-retail')), '--by', 'Ann')).toBe(0);
    expect(cli.text()).toBe('已发布为第 1 版，2026-11-12 10:00 起生效。');
    expect(await cli.run('policy', 'import', file('eu.yml', shippedYaml('eu-14-days')), '--json')).toBe(0);
    expect(cli.json()).toMatchObject({
      version: { number: 2 },
      contradictions: [{ articleId: 'n', says: 15, rules: [14] }],
    });
    expect(await cli.run('policy', 'rollback', '1', '--by', 'Bob')).toBe(0);
    expect(await cli.run('policy', 'list', '--json')).toBe(0);
    expect(cli.json()).toMatchObject({
      versions: [{ number: 3, by: 'Bob', note: 'rollback to 1' }, { number: 2 }, { number: 1, by: 'Ann' }],
    });
    expect(await cli.run('policy', 'rollback', '9')).toBe(2);

    expect(await cli.run('policy', 'export')).toBe(0);
    expect(cli.text()).toBe(shippedYaml('tau-retail').trimEnd());
    const output = join(folder, 'out.yml');
    expect(await cli.run('policy', 'export', '2', '--output', output)).toBe(0);
    expect(readFileSync(output, 'utf8')).toBe(shippedYaml('eu-14-days'));
    expect(await cli.run('policy', 'export', '2', '--output', output)).toBe(2);
    expect(await cli.run('policy', 'export', '2', '--output', output, '--force')).toBe(0);
  });

  it('[POLICY-63] publishes for a later moment', async () => {
    const path = file('eu.yml', shippedYaml('eu-14-days'));
    expect(await cli.run('policy', 'import', path, '--from', '2026-12-01T00:00:00+01:00')).toBe(0);
    expect(cli.text()).toContain('2026-12-01 07:00');
    expect(await cli.run('policy', 'import', path, '--from', '2026-12-01')).toBe(0);
    expect(cli.text()).toContain('2026-12-01 00:00');
    expect(await cli.run('policy', 'list')).toBe(0);
    expect(cli.state.out.map((line) => line.slice(0, 25))).toEqual([
      '#2  待生效  2026-12-01 00:00',
      '#1  待生效  2026-12-01 07:00',
    ]);
    expect(await cli.run('policy', 'show', '--json')).toBe(0);
    expect(cli.json()).toMatchObject({ version: 'china-7-days', published: null });
    expect(await cli.run('policy', 'import', path, '--from', 'soon')).toBe(2);
    expect(cli.notes()).toContain('「soon」不是时间');
  });

  it('[POLICY-65] where a later program comes with other rules, `list` says so and `import --shipped` takes them', async () => {
    const given = { versions: memoryVersions(), clock: manualClock('2026-11-12T02:00:00.000Z') };
    await createPolicies(given).adopt();
    const change = ['then: allow, rule: before-shipping', 'then: person, rule: in-warehouse'] as const;
    const shipped = { yaml: changedYaml(change), policy: changedPolicy(change) };
    const policies = createPolicies({ ...given, shipped });
    const upgraded = createCli({ changes: { policyDesk: createPolicyDesk({ policies, shop: fakeShop() }) } });
    expect(await upgraded.run('policy', 'list')).toBe(0);
    expect(upgraded.text()).toContain('#1  现行  2026-11-12 10:00  xiaoer');
    expect(upgraded.notes()).toContain('程序自带的规则变了，店里的规则没有动。');
    expect(await upgraded.run('policy', 'list', '--json')).toBe(0);
    expect(upgraded.json()).toMatchObject({ current: 1, shippedIsNewer: true });
    for (const argv of [[], ['x.yml', '--shipped']]) {
      expect(await upgraded.run('policy', 'import', ...argv, '--locale', 'en')).toBe(2);
      expect(upgraded.notes()).toContain('Name a YAML file, or say --shipped');
    }
    expect(await upgraded.run('policy', 'import', '--shipped', '--by', 'Ann')).toBe(0);
    expect(await upgraded.run('policy', 'export')).toBe(0);
    expect(upgraded.text()).toBe(shipped.yaml.trimEnd());
    expect(await upgraded.run('policy', 'list')).toBe(0);
    expect(upgraded.notes()).toBe('');
    upgraded.world.remove();
  });
});
