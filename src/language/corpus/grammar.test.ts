import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/clock.ts';
import type { Example } from './examples.ts';
import { loadExamples, parseExamples } from './examples.ts';
import { parseValues } from './grammar/values.ts';
import { loadGrammar, refill } from './grammar.ts';

const CORPUS = fileURLToPath(new URL('../../../corpus', import.meta.url));
const grammar = loadGrammar(`${CORPUS}/grammar`);
const examples = loadExamples(CORPUS);
const LOCALES = ['zh', 'en'] as const;

/** The slots that corpus/README.md names. */
const SLOTS = [...readFileSync(`${CORPUS}/README.md`, 'utf8').matchAll(/^\| (`\w+`(?:, `\w+`)*) \|/gm)]
  .flatMap(([, names = '']) => names.split(', '))
  .map((name) => name.replaceAll('`', ''));

function one(line: string, locale: 'zh' | 'en' = 'zh'): Example {
  const [example] = parseExamples(line, 'test', locale);
  if (!example) throw new Error(`no example: ${line}`);
  return example;
}

/** Many draws of the first slot of a line. */
function drawn(line: string, locale: 'zh' | 'en' = 'zh', count = 200): string[] {
  const random = seededRandom(7).next;
  return Array.from({ length: count }, () => refill(one(line, locale), grammar, random, 1).slots[0]?.text ?? '');
}

describe('multiplying the corpus', () => {
  it('[LANG-51] keeps every slot in its place, in its number and never empty, over the whole corpus', () => {
    const random = seededRandom(1).next;
    const broken = examples.filter((example) => {
      const made = refill(example, grammar, random, 1);
      let end = 0;
      return (
        made.slots.length !== example.slots.length ||
        made.slots.some((slot, at) => {
          const isWhole = slot.text.trim() !== '' && made.text.slice(slot.start, slot.end) === slot.text;
          const isFree = slot.start >= end && slot.name === example.slots[at]?.name;
          end = slot.end;
          return !isWhole || !isFree;
        })
      );
    });
    expect(broken.map((example) => example.text)).toEqual([]);
  });

  it('[LANG-51] leaves all words outside the slots, and all marks, as they were written', () => {
    const outside = ({ text, slots }: Example) =>
      slots.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}▁${rest.slice(end)}`, text);
    const random = seededRandom(2).next;
    const rest = (example: Example) => JSON.stringify({ ...example, text: outside(example), slots: [] });
    const broken = examples.filter((example) => rest(refill(example, grammar, random, 1)) !== rest(example));
    expect(broken.map((example) => example.text)).toEqual([]);
  });

  it('[LANG-51] gives the same copies for the same seed, and others for another', () => {
    const copies = (seed: number) => {
      const random = seededRandom(seed).next;
      return examples.slice(0, 2_000).map((example) => refill(example, grammar, random).text);
    };
    expect(copies(3)).toEqual(copies(3));
    expect(copies(3)).not.toEqual(copies(4));
  });

  it('[LANG-51] swaps about the share that is asked for, and nothing for a share of 0', () => {
    const random = seededRandom(5).next;
    const swapped = (share: number) => {
      const pairs = examples.flatMap((example) => {
        const made = refill(example, grammar, random, share);
        return example.slots.map((slot, at) => slot.text !== made.slots[at]?.text);
      });
      return pairs.filter(Boolean).length / pairs.length;
    };
    expect(swapped(0)).toBe(0);
    expect(examples.map((example) => refill(example, grammar, random, 0))).toEqual(examples);
    expect(swapped(1)).toBeGreaterThan(0.8);
    expect(swapped(0.5) / swapped(1)).toBeCloseTo(0.5, 1);
  });

  /** Of every slot of a language: its name, and whether another value stands there now. */
  const swaps = LOCALES.map((locale) => {
    const random = seededRandom(6).next;
    return examples
      .filter((example) => example.locale === locale)
      .flatMap((example) => {
        const made = refill(example, grammar, random, 1);
        return example.slots.map(({ name, text }, at) => ({ name, isSwapped: text !== made.slots[at]?.text }));
      });
  });

  it.each(SLOTS.flatMap((slot) => LOCALES.map((locale) => ({ slot, locale }))))(
    '[LANG-51] knows values for $slot in $locale: most of its surfaces are swapped',
    ({ slot, locale }) => {
      const own = swaps[LOCALES.indexOf(locale)]?.filter(({ name }) => name === slot) ?? [];
      expect(own.length).toBeGreaterThan(0);
      expect(own.filter(({ isSwapped }) => isSwapped).length / own.length).toBeGreaterThan(0.5);
    },
  );

  it('[LANG-51] says twice what was said twice, and keeps apart what differed', () => {
    const random = seededRandom(8).next;
    for (let turn = 0; turn < 200; turn++) {
      const twice = refill(one('[床垫](product)有了，[床垫](product)就不要了'), grammar, random, 1);
      expect(twice.slots[0]?.text).toBe(twice.slots[1]?.text);
      const apart = refill(one('[two](quantity), not [three](quantity)', 'en'), grammar, random, 1);
      expect(apart.slots[0]?.text).not.toBe(apart.slots[1]?.text);
    }
  });
});

describe('kinds of a value', () => {
  it('[LANG-51] a size stays of its kind: shoes, letters, volumes, steps', () => {
    for (const size of drawn('[42码](size)')) expect(size).toMatch(/[码号的半]$/);
    for (const size of drawn('[XL](size)')) expect(size).toMatch(/^[\dXSML]+$/);
    for (const size of drawn('[1.7L](size)')) expect(size).toMatch(/^[\d.]+(?:L|升)$/);
    for (const size of drawn('[大一码](size)')) expect(size).toMatch(/[大小半]/);
    for (const size of drawn('[half a size up](size)', 'en')) expect(size).toMatch(/up|down|bigger|smaller/);
  });

  it('[LANG-51] a price keeps its bound or stays without one', () => {
    for (const price of drawn('[三百以内](price)')) expect(price).toMatch(/(?:以内|以下|之内|以里)$/);
    for (const price of drawn('[299](price)块')) expect(price).not.toMatch(/元|块|以|左右|¥/);
    for (const price of drawn('[under £60](price)', 'en')) expect(price).toMatch(/^[a-z]+ .*\d/);
    for (const price of drawn('[£12](price)', 'en')) expect(price).toMatch(/^(?:£\d+|\d+ (?:quid|pounds?))$/);
  });

  it('[LANG-51] what is past stays past', () => {
    for (const date of drawn('[上周三](date)')) expect(date).toMatch(/^上/);
    for (const date of drawn('[明天](date)')) expect(date).not.toMatch(/昨|前|上/);
    for (const date of drawn('[last Friday](date)', 'en')) expect(date).toMatch(/^last /);
  });

  it('[LANG-51] a count keeps its measure word', () => {
    for (const count of drawn('[两双](quantity)')) expect(count).toMatch(/^(?:\d+|[一二两三四五六七八九十]+)双$/);
  });

  it('[LANG-51] last digits stay last digits, whole numbers whole', () => {
    for (const tail of drawn('[0042](order_id)')) expect(tail).toMatch(/^\d{4}$/);
    for (const number of drawn('[XE20251103-0042](order_id)')) expect(number.length).toBeGreaterThan(4);
    for (const number of drawn('[13800138000](phone)'))
      expect(number.replace(/^\+86|\D/g, '')).toMatch(/^1[3-9]\d{9}$/);
    for (const address of drawn('[li@example.com](email)'))
      expect(address).toMatch(/@(?:example\.(?:com|org|net)|\w+\.example)$/);
  });

  it('[LANG-51] digits in full width stay so, sometimes', () => {
    const numbers = drawn('[５０３８](order_id)');
    expect(numbers.some((number) => /^[０-９]+$/.test(number))).toBe(true);
    expect(numbers.some((number) => /^[0-9]+$/.test(number))).toBe(true);
  });

  it('[LANG-51] English values agree in number, article and case', () => {
    for (const product of drawn('the [kettle](product) are', 'en')) expect(product).not.toMatch(/[^s]s$/);
    for (const product of drawn('do you sell [lamps](product)', 'en')) expect(product).toMatch(/s$/);
    for (const product of drawn('need a [kettle](product)', 'en'))
      expect(product).not.toMatch(/^(?:air|iron|ice|egg|electric)/);
    for (const carrier of drawn('is it [evri](carrier)', 'en')) expect(carrier).toBe(carrier.toLowerCase());
  });
});

describe('the lists of values', () => {
  it.each([
    ['product', 400],
    ['category', 80],
    ['colour', 60],
    ['size', 200],
    ['attribute', 150],
    ['carrier', 30],
    ['coupon', 50],
    ['reason', 200],
    ['recipient', 80],
    ['occasion', 80],
    ['ordinal', 50],
    ['person_name', 150],
    ['address', 150],
  ])('[LANG-51] %s: at least %i values in each language, none with marks', (slot, least) => {
    for (const locale of LOCALES) {
      const values = grammar[locale].get(slot)?.groups.flatMap((group) => group.values) ?? [];
      expect(new Set(values).size).toBeGreaterThanOrEqual(least);
      expect(values.filter((value) => /[\t\n[\]|⏎]/.test(value) || value !== value.trim())).toEqual([]);
    }
  });

  it('[LANG-51] a bad line is named', () => {
    expect(() => parseValues('红色\n', 'zh/colour.txt')).toThrow(/zh\/colour\.txt:1/);
    expect(() => parseValues('## a\n[红色](colour)\n', 'zh/colour.txt')).toThrow(/zh\/colour\.txt:2/);
    expect(() => parseValues('## a /(/\n', 'zh/colour.txt')).toThrow(/zh\/colour\.txt:1.*expression/);
    expect(() => loadGrammar('/nowhere')).toThrow(/corpus\.grammar/);
  });
});
