import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/clock.ts';
import type { Locale } from '../../core/locale.ts';
import { lowerCase, normalise } from '../normalise.ts';
import type { Example } from './examples.ts';
import { loadExamples, parseExamples } from './examples.ts';
import type { NoiseKind } from './noise.ts';
import { addNoise, damage, noiseKinds } from './noise.ts';

const one = (line: string, locale: Locale, intent = 'track_order'): Example => {
  const [example] = parseExamples(line, intent, locale);
  if (example === undefined) throw new Error(line);
  return example;
};
/** Every text that one kind makes of a line. */
const outcomes = (line: string, locale: Locale, kind: NoiseKind, intent?: string): string[] => {
  const dice = seededRandom(3);
  const example = one(line, locale, intent);
  return [...new Set(Array.from({ length: 400 }, () => damage(example, kind, dice).text))];
};
const corpus = loadExamples('corpus');

describe('noise', () => {
  it.each<[NoiseKind, Locale, string, string[]]>([
    ['homophone', 'zh', '在吗', ['再吗', '在嘛']],
    ['homophone', 'zh', '优惠券不能用', ['优惠卷不能用', '优惠券步能用']],
    ['colloquial', 'zh', '怎么还没到', ['咋还没到', '肿么还没到']],
    ['traditional', 'zh', '订单到哪里了', ['訂單到哪裏了', '訂單到哪裡了']],
    ['width', 'zh', '买42码', ['买４２码']],
    ['punctuation', 'zh', '你好，到哪了？', ['你好到哪了', '你好 到哪了', '你好，到哪了']],
    ['punctuation', 'en', 'Hi, where is it?', ['Hi where is it', 'Hi, where is it']],
    ['repetition', 'zh', '到哪了？', ['到哪了？？', '到哪了？？？']],
    ['particle', 'zh', '什么时候到', ['亲，什么时候到', '什么时候到呢', '什么时候到 谢谢']],
    ['particle', 'zh', '到了吗？', ['到了吗，谢谢？', '到了吗？ 谢谢', '亲 到了吗？']],
    ['particle', 'en', 'where is it?', ['hi where is it?', 'where is it? thx']],
    ['spacing', 'zh', '退货地址', ['退货 地址', '退 货地址']],
    ['spacing', 'en', 'return it', ['returnit', 'ret urn it']],
    ['typo', 'en', 'refund', ['refudn', 'refnd', 'refuund', 'refubd']],
    ['apostrophe', 'en', "it's mine, don't", ['its mine, dont', 'it´s mine, don´t']],
    ['case', 'en', 'return it', ['RETURN IT', 'Return It']],
    ['abbreviation', 'en', 'are you there, your order', ['r u there, your order', 'are you there, ur order']],
  ])('[LANG-48] %s in %s: %j', (kind, locale, line, expected) => {
    expect(outcomes(line, locale, kind)).toEqual(expect.arrayContaining(expected));
  });

  it('[LANG-48] signs within numbers and words stay, and words are not cut out of words', () => {
    for (const text of outcomes('it was 1,299.00 at shop.example.', 'en', 'punctuation'))
      expect(text).toContain('1,299.00 at shop.example');
    expect(outcomes('the youth and thermos', 'en', 'abbreviation').join(' ')).not.toMatch(
      /\bu\b|uth(?<!youth)|da?rmos/,
    );
    expect(outcomes('没有标点', 'zh', 'punctuation')).toEqual(['没有标点']);
  });

  it('[LANG-48] a bare answer and an angry line get no added politeness', () => {
    expect(outcomes('是的', 'zh', 'particle', 'affirm')).toEqual(['是的']);
    expect(outcomes('骗子\t!angry', 'zh', 'particle')).toEqual(['骗子']);
    expect(outcomes('骗子\t!angry', 'zh', 'emoji').join('')).not.toMatch(/😊|🌹/u);
  });

  it('[LANG-48] slots of the corpus keep their text, whatever the damage; numbers and names stay what they are', () => {
    const dice = seededRandom(17);
    const plain = (text: string): string => lowerCase(normalise(text).text);
    const withoutWords = (example: Example) => ({ ...example, text: '', slots: example.slots.map(({ name }) => name) });
    for (const example of corpus.filter((_, at) => at % 4 === 0)) {
      const copies = noiseKinds(example.locale).map((kind) => damage(example, kind, dice));
      for (const noisy of [...copies, addNoise(example, dice)]) {
        let last = 0;
        for (const [at, slot] of noisy.slots.entries()) {
          if (slot.text !== noisy.text.slice(slot.start, slot.end) || slot.start < last || slot.text.trim() === '')
            expect.fail(`${example.text} → ${noisy.text}: ${JSON.stringify(slot)}`);
          last = slot.end;
          if (/_id|phone|email|coupon|name/.test(slot.name))
            expect(plain(slot.text)).toBe(plain(example.slots[at]?.text ?? ''));
        }
        expect(withoutWords(noisy)).toEqual(withoutWords(example));
      }
    }
  });

  it('[LANG-48] almost every line is damaged, repeatably, and the original stays as it was', () => {
    const sample = corpus.filter((_, at) => at % 20 === 0);
    const before = structuredClone(sample);
    const noisy = (seed: number) => {
      const dice = seededRandom(seed);
      return sample.map((example) => addNoise(example, dice).text);
    };
    expect(noisy(5)).toEqual(noisy(5));
    expect(noisy(5)).not.toEqual(noisy(6));
    expect(noisy(5).filter((text, at) => text !== sample[at]?.text).length).toBeGreaterThan(sample.length * 0.98);
    expect(sample).toEqual(before);
  });
});
