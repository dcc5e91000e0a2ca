import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../core/clock.ts';
import { findSecret, ownSecret } from './secrets.ts';

describe('secrets of the data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-secrets-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('[ID-40] a secret is made once, kept, and readable by its owner alone', () => {
    const dataDir = join(folder, 'new');
    expect(findSecret(dataDir, 'apiKey')).toBeNull();
    const made = ownSecret(dataDir, 'apiKey', systemRandom());
    expect(made).toMatch(/^xiaoer-[0-9a-f]{64}$/);
    expect(ownSecret(dataDir, 'apiKey', systemRandom())).toBe(made);
    expect(findSecret(dataDir, 'apiKey')).toBe(made);
    expect(statSync(join(dataDir, 'api.key')).mode & 0o777).toBe(0o600);
    expect(ownSecret(dataDir, 'local', systemRandom())).not.toBe(made);
  });
});
