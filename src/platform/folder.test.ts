import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from './folder.ts';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'xiaoer-folder-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('a folder', () => {
  it('[API-89] is made with what is missing above it, for its owner alone, and once', () => {
    const path = join(base, 'a', 'b', 'c');
    expect([makeFolder(path), makeFolder(path)]).toEqual([true, false]);
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  it('[API-89] that cannot be made is an error at once, also where nothing can be made at all', () => {
    writeFileSync(join(base, 'file'), '');
    const hopeless = [join(base, 'file'), join(base, 'file', 'a'), join(base, 'a'.repeat(300))];
    if (existsSync('/proc/self')) hopeless.push('/proc/xiaoer/data');
    for (const path of hopeless)
      expect(() => makeFolder(path), path).toThrow(expect.objectContaining({ code: 'data-folder.unwritable' }));
  });
});
