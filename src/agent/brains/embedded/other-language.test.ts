import { expect, it } from 'vitest';
import { desk } from './testing/desk.ts';

const ABROAD = {
  id: 'abroad',
  title: { zh: '海外配送' },
  body: { zh: '目前只寄中国大陆，港澳台和海外还不能直接寄。' },
  topics: ['ask_delivery_area'],
  updatedAt: '2026-11-01T00:00:00.000Z',
};

it('[KNOW-50] what the shop has in the other language only is quoted, and it is said that it is so', async () => {
  const at = (locale: 'zh' | 'en') => desk('guest', locale, undefined, undefined, [ABROAD]);
  const heard = await at('en').say('Do you deliver to other countries?');
  expect(heard.text).toMatch(/Chinese only[\s\S]*目前只寄中国大陆/);
  const own = await at('zh').say('能送到国外吗');
  expect(own.text).toContain('目前只寄中国大陆');
  expect(own.text).not.toMatch(/英文|中文/);
});
