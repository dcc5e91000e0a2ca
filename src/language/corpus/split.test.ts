import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadExamples } from './examples.ts';
import { corpusDigest, splitExamples } from './split.ts';

const CORPUS = fileURLToPath(new URL('../../../corpus', import.meta.url));
const examples = loadExamples(CORPUS);

describe('splitting the corpus', () => {
  it('[LANG-51] keeps every example, about a tenth of them for development', () => {
    const { training, development } = splitExamples(examples);
    expect(training.length + development.length).toBe(examples.length);
    expect(development.length / examples.length).toBeGreaterThan(0.085);
    expect(development.length / examples.length).toBeLessThan(0.115);
    expect(splitExamples(examples, 0).development).toEqual([]);
    expect(splitExamples(examples, 1).training).toEqual([]);
  });

  it('[LANG-51] moves no example when others are added, taken away or shuffled', () => {
    const before = new Set(splitExamples(examples).development);
    const fewer = examples.filter((_, at) => at % 3 > 0).reverse();
    for (const example of splitExamples(fewer).development) expect(before.has(example)).toBe(true);
    for (const example of splitExamples(fewer).training) expect(before.has(example)).toBe(false);
  });

  it('[LANG-51] keeps one text written in several ways on one side', () => {
    const sideOf = (text: string) => splitExamples([{ text }], 0.5).development.length;
    const parted = examples.filter(
      ({ text }, at) => at % 20 === 0 && sideOf(` ${text.toUpperCase()}！`) !== sideOf(text),
    );
    expect(parted).toEqual([]);
    expect(sideOf('我想退貨')).toBe(sideOf('我想退货'));
    expect(sideOf('？？？')).toBe(sideOf('?!'));
  });

  it('[LANG-51] splits otherwise for another seed', () => {
    expect(splitExamples(examples, 0.1, 'other').development).not.toEqual(splitExamples(examples).development);
  });
});

describe('the digest of the corpus', () => {
  let folder = '';
  const write = (path: string, content: string) => writeFileSync(join(folder, path), content);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'corpus-'));
    for (const path of ['zh', 'held-out/zh', 'grammar/zh']) mkdirSync(join(folder, path), { recursive: true });
    write('intents.json', '[]');
    write('zh/greet.txt', '你好\n在吗\n');
    write('grammar/zh/colour.txt', '## a\n红色\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('[LANG-51] changes with every name and content that a model is trained on', () => {
    const digests = [corpusDigest(folder)];
    const note = () => digests.push(corpusDigest(folder));
    write('zh/greet.txt', '你好\n在么\n');
    note();
    write('grammar/zh/colour.txt', '## a\n黑色\n');
    note();
    write('zh/bye.txt', '');
    note();
    renameSync(join(folder, 'zh/bye.txt'), join(folder, 'zh/thank.txt'));
    note();
    expect(new Set(digests).size).toBe(digests.length);
    expect(digests.every((digest) => /^[0-9a-f]{64}$/.test(digest))).toBe(true);
  });

  it('[LANG-51] does not change with prose, held-out messages or line ends', () => {
    const before = corpusDigest(folder);
    write('README.md', '# Corpus');
    write('held-out/zh/greet.txt', '嗨');
    write('zh/greet.txt', '你好\r\n在吗\r\n');
    expect(corpusDigest(folder)).toBe(before);
    expect(corpusDigest(`${folder}/`)).toBe(before);
  });

  it('[LANG-51] reads the project’s own corpus, and names a folder that is missing', () => {
    expect(corpusDigest(CORPUS)).toMatch(/^[0-9a-f]{64}$/);
    expect(() => corpusDigest('/nowhere')).toThrow(/corpus\.missing: \/nowhere/);
  });
});
