import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../core/errors.ts';
import { LOCALES } from '../../../../core/locale.ts';
import { PHRASES, type PhraseKey, speaker } from './book.ts';

const KEYS = Object.keys(PHRASES.zh) as PhraseKey[];
const slotsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const folder = join(import.meta.dirname, '..');
const code = globSync('**/*.ts', { cwd: folder })
  .filter((path) => !path.endsWith('.test.ts') && !/phrases\/(?:zh|en)[a-z-]*\.ts$/.test(path))
  .map((path) => readFileSync(join(folder, path), 'utf8'))
  .join('\n');

/** Keys that code puts together from a fact's own word: `deed.${command}`. */
const COMPOSED = [...code.matchAll(/`([a-z-]+\.)\$\{/g)].map(([, prefix]) => prefix ?? '');

describe('the phrase book', () => {
  it('[EMB-21] says everything in both languages', () => {
    expect(Object.keys(PHRASES.en).sort()).toEqual([...KEYS].sort());
    for (const locale of LOCALES) for (const key of KEYS) expect(PHRASES[locale][key].length).toBeGreaterThan(0);
  });

  it.each(KEYS)('[EMB-21] %s uses the same slots in every variant of both languages', (key) => {
    const wanted = slotsOf(PHRASES.zh[key][0] ?? '');
    for (const locale of LOCALES) for (const variant of PHRASES[locale][key]) expect(slotsOf(variant)).toEqual(wanted);
  });

  it('[EMB-21] holds nothing that is never said', () => {
    const unused = KEYS.filter(
      (key) => !code.includes(`'${key}'`) && !COMPOSED.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('[EMB-21] writes Chinese with Chinese punctuation and 您, English without Chinese', () => {
    for (const key of KEYS) {
      for (const text of PHRASES.zh[key]) {
        expect(text).not.toMatch(/\p{Script=Han}[,.!?:;]|[你亲]|！/u);
      }
      for (const text of PHRASES.en[key]) expect(text).not.toMatch(/\p{Script=Han}|[，。！？：；]|!/u);
    }
  });

  it('[EMB-22] the same turn says the same, other turns vary', () => {
    const said = (turnId: string) => speaker(PHRASES, 'zh', turnId)('talk.thank');
    expect(said('turn-1')).toBe(said('turn-1'));
    const turns = Array.from({ length: 40 }, (_, index) => said(`turn-${index}`));
    expect(new Set(turns).size).toBe(PHRASES.zh['talk.thank'].length);
  });

  it('[EMB-21] a slot that is not filled is an error, not a pair of braces', () => {
    const say = speaker(PHRASES, 'en', 'turn-1') as (key: PhraseKey, slots?: Record<string, string>) => string;
    expect(() => say('quote.offered', {})).toThrow(AppError);
  });
});
