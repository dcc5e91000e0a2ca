import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTest, ROOT, sources } from './sources.ts';

const everything = [
  ...sources('src/**/*.ts'),
  ...sources('web/**/*.{ts,tsx}'),
  ...sources('bench/**/*.ts'),
  ...sources('scripts/**/*.ts'),
];
const code = everything.filter((source) => !isTest(source.path));
/** Files that are text and figures rather than code: the demo shop's goods. */
const isData = (path: string) => path.startsWith('src/shops/demo/');

function offenders(pattern: RegExp, except: (path: string) => boolean = () => false): string[] {
  return code.filter(({ path, code: text }) => !except(path) && pattern.test(text)).map(({ path }) => path);
}

describe('the house style', () => {
  it('[OPS-12] files are short: none over 400 lines, 90% up to 250, half up to 80', () => {
    const sizes = code.filter(({ path }) => !isData(path)).map(({ path, lines }) => ({ path, lines }));
    sizes.sort((a, b) => a.lines - b.lines);
    expect(sizes.filter(({ lines }) => lines > 400)).toEqual([]);
    expect(sizes[Math.floor(sizes.length * 0.9)]?.lines).toBeLessThanOrEqual(250);
    expect(sizes[Math.floor(sizes.length * 0.5)]?.lines).toBeLessThanOrEqual(80);
    expect(sizes.find(({ path }) => path === 'src/agent/turn.ts')?.lines).toBeLessThanOrEqual(150);
  });

  it('[OPS-12] no default exports, no barrels, no any', () => {
    expect(offenders(/\bexport\s+default\b/, (path) => /\.config\.ts$|\.d\.ts$|^web\/vite/.test(path))).toEqual([]);
    expect(code.filter(({ path }) => /\/index\.tsx?$/.test(path)).map(({ path }) => path)).toEqual([]);
    expect(offenders(/\bexport\s+\*/)).toEqual([]);
    expect(offenders(/:\s*any\b|\bas any\b|<any>/)).toEqual([]);
  });

  it('[OPS-13] process.env is read in platform/config.ts alone', () => {
    const elsewhere = (path: string) => !path.startsWith('src/') || path === 'src/platform/config.ts';
    expect(offenders(/\bprocess\.env\b/, elsewhere)).toEqual([]);
  });

  it('[OPS-13] requests leave through platform/http.ts alone', () => {
    const elsewhere = (path: string) =>
      !path.startsWith('src/') || path.startsWith('src/platform/') || path.startsWith('src/cli/');
    expect(
      offenders(/(?<![.\w])fetch\(|node:https?['"]/, (path) => elsewhere(path) || path === 'src/server/listen.ts'),
    ).toEqual([]);
  });

  it('[OPS-13] SQL stands in store/ alone', () => {
    const sql = /\b(SELECT\s[\s\S]{1,200}\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE)\b/;
    expect(offenders(sql, (path) => path.startsWith('src/store/') || !path.startsWith('src/'))).toEqual([]);
  });

  it('[OPS-13] the clock and randomness come through core', () => {
    const clock = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\brandomBytes\(|\bgetRandomValues\(/;
    const elsewhere = (path: string) =>
      !path.startsWith('src/') || path === 'src/core/clock.ts' || path === 'src/store/vault.ts';
    expect(offenders(clock, elsewhere)).toEqual([]);
  });

  it('[OPS-14] every promise in SPEC.md is proved by a test whose title carries its number', () => {
    const spec = readFileSync(join(ROOT, 'SPEC.md'), 'utf8');
    const promised = [...spec.matchAll(/^\s*-\s+\*\*\[([A-Z]+-\d+)\]\*\*/gm)].map((match) => match[1] ?? '');
    const tests = [
      ...sources('src/**/*.ts'),
      ...sources('tests/**/*.ts'),
      ...sources('web/**/*.{ts,tsx}'),
      ...sources('corpus/**/*.ts'),
    ];
    const titles = tests
      .filter(({ path }) => isTest(path))
      .map(({ text }) => text)
      .join('\n');
    expect(new Set(promised).size).toBe(promised.length);
    expect(promised.filter((number) => !titles.includes(`[${number}]`))).toEqual([]);
    const proved = [...titles.matchAll(/['"`]\[([A-Z]+-\d+)\]/g)].map((match) => match[1] ?? '');
    expect([...new Set(proved)].filter((number) => !promised.includes(number))).toEqual([]);
  });
});
