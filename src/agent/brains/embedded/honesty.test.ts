import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../core/clock.ts';
import { factsOf } from '../../../core/fact.ts';
import type { Locale } from '../../../core/locale.ts';
import { loadExamples } from '../../../language/corpus/examples.ts';
import { orderStatusWord } from '../../present/words.ts';
import type { Surroundings } from '../../surroundings.ts';
import { checkDraft } from '../../verify/check.ts';
import { desk } from './testing/desk.ts';
import { NOW } from './testing/orders.ts';

const EXAMPLES = Object.groupBy(loadExamples(join(import.meta.dirname, '../../../../corpus')), ({ locale }) => locale);

/** What the customers of these tests say besides what the corpus holds: answers to what they are asked. */
const ANSWERS: Record<Locale, readonly string[]> = {
  zh: [
    '第一个',
    '好的',
    '算了',
    '43码',
    '质量问题',
    'XE20261104-0022 qian@example.com',
    '杭州市西湖区文三路188号',
    '换成黑色',
    '水壶',
    '两个',
    '不是这单',
  ],
  en: [
    'the first one',
    'yes',
    'never mind',
    'size 43',
    'it is broken',
    'XE20261104-0022 qian@example.com',
    '12 Elm Street, Springfield, IL 62704',
    'the mug',
    'two',
    'not this one',
  ],
};

/** Sentences of the phrase book need no fact to stand on; what they fill in does. */
const OF_PHRASES = 'ungrounded';

const ECHOED = { amount: true, count: true, duration: true };

describe('honesty', () => {
  it.each(['lin', 'emily', 'wang', 'nobody', 'guest'])(
    '[EMB-20] whatever is said, every amount, date, number and deed in the words is proved by facts of the turn (%s)',
    async (who) => {
      const random = seededRandom(who.length * 7919 + who.charCodeAt(0));
      const problems: string[] = [];
      for (let conversation = 0; conversation < 30; conversation++) {
        const locale: Locale = conversation % 2 === 0 ? 'zh' : 'en';
        const pool = EXAMPLES[locale] ?? [];
        const talk = desk(who, locale);
        let buttons: string[] = [];
        const said: string[] = [];
        for (let turn = 0; turn < 7; turn++) {
          const answers = [...ANSWERS[locale], ...buttons, ...buttons];
          const text =
            (random.next() < 0.45 ? answers[random.below(answers.length)] : pool[random.below(pool.length)]?.text) ??
            '';
          said.push(text);
          const heard = await talk.say(text);
          buttons = heard.choices.map(({ send }) => send);
          const surroundings = {
            info: { timeZone: 'Asia/Shanghai', currency: 'CNY' },
            view: { now: NOW, text, transcript: [], locale: heard.locale },
          } as unknown as Surroundings;
          const facts = heard.results.flatMap((result) => result.facts);
          // What the carrier says has happened to a parcel stands in the words as it stands in the fact.
          const events = factsOf(facts, 'tracking').flatMap(({ value }) =>
            value.parcels.flatMap((parcel) =>
              parcel.events.flatMap(({ text: words }) => [words.zh ?? '', words.en ?? '']),
            ),
          );
          // So do the words for an order's state: 「已完成」 is no deed of the clerk's.
          for (const { value } of factsOf(facts, 'order'))
            events.push(orderStatusWord(value.order.status, heard.locale));
          const quotes = (stretch: string) => events.some((words) => words && stretch.includes(words.toLowerCase()));
          const wished = JSON.stringify(
            heard.results.filter(({ name }) => name === 'search_products').map(({ input }) => input),
          );
          // The customer's own wish is echoed, not asserted: 「¥300 以内」.
          const echoes = (stretch: string) => (stretch.match(/\d+/g) ?? []).every((digits) => wished.includes(digits));
          const findings = checkDraft(heard.draft, facts, surroundings).filter(({ kind }) => kind !== OF_PHRASES);
          for (const { kind, text: stretch } of findings.filter(
            (finding) => !quotes(finding.text) && !(finding.kind in ECHOED && echoes(finding.text)),
          )) {
            problems.push(`${said.join(' | ')} → ${kind}: ${stretch} in ${heard.text}`);
          }
          if (/[{}]/.test(heard.text) || heard.text.trim() === '') problems.push(`${said.join(' | ')} → ${heard.text}`);
        }
      }
      expect(problems).toEqual([]);
    },
    60_000,
  );
});
