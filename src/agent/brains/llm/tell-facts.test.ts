import { expect, it } from 'vitest';
import type { Fact } from '../../../core/fact.ts';
import { tellFact } from './tell-facts.ts';

it('[KNOW-50] a model is told that the shop has an article in the other language only', () => {
  const passage = { articleId: 'a', title: '海外配送', text: '只寄中国大陆。', topics: [], score: 1 };
  const fact = { id: '1', kind: 'passages', value: { passages: [{ ...passage, locale: 'zh' }] } } as unknown as Fact;
  const voice = { now: '2026-11-28T08:00:00.000Z', shop: {} } as never as Parameters<typeof tellFact>[1];
  const told = (locale: 'zh' | 'en') => JSON.stringify(tellFact(fact, { ...voice, locale }));
  expect(told('zh')).not.toContain('language');
  expect(told('en')).toContain('the shop has this in Chinese only: say so');
});
