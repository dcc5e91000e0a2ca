import { afterEach, expect, it } from 'vitest';
import { type AppOptions, createApp } from '../../src/app.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { createLog } from '../../src/platform/log.ts';
import { changedPolicy, changedYaml } from '../../src/policy/testing/changed-policy.ts';
import { temporaryFolder } from '../support/server.ts';

const folder = temporaryFolder();
afterEach(() => folder.remove());

/** One start of the program: the rules that hold, and what the log says of them. */
async function start(options: AppOptions = {}) {
  const lines: string[] = [];
  const log = createLog({ logLevel: 'warn' }, { write: (line: string) => void lines.push(line) });
  const app = await createApp(loadConfig({ dataDir: folder.path, env: {} }), { ...options, log });
  try {
    const { version, digest } = await app.policies.current();
    return { version, digest, told: lines.filter((line) => line.includes('policy.shipped-newer')).length };
  } finally {
    await app.close();
  }
}

it('[POLICY-65] a shop keeps its rules when the program is upgraded to one with others, and is told at every start', async () => {
  const first = await start();
  expect(first).toMatchObject({ version: 'china-7-days@1', told: 0 });
  expect(await start()).toEqual(first);
  const change = ['then: allow, rule: before-shipping', 'then: person, rule: in-warehouse'] as const;
  const shippedPolicy = { yaml: changedYaml(change), policy: changedPolicy(change) };
  expect(await start({ shippedPolicy })).toEqual({ ...first, told: 1 });
  expect(await start({ shippedPolicy })).toEqual({ ...first, told: 1 });
});
