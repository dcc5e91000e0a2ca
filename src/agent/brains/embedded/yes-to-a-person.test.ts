import { describe, expect, it } from 'vitest';
import { demoDesk } from './testing/demo-desk.ts';

const OFFERS = [
  ['zh', '床品一直没到，已经签收了？？我没收到'],
  ['en', 'the tracking says delivered but I never got my parcel'],
] as const;
const offered = async (locale: 'zh' | 'en') => {
  const talk = demoDesk('customer-lin-xiaomei', locale);
  const [, text] = OFFERS[locale === 'zh' ? 0 : 1];
  expect((await talk.say(text)).state.flow).toMatchObject({ command: 'hand_off', asking: 'offer' });
  return talk;
};

describe('a person who was offered', () => {
  it.each([
    ...['问过门卫了没有', '问过邻居了', '要等几天', '要多久', '需要什么材料', '麻烦死了', '那怎么办', '转账的吗'].map(
      (text) => ['zh', text],
    ),
    ...['did you ask the neighbours', 'how long does that take', 'I already asked the porter', 'what do they need'].map(
      (text) => ['en', text],
    ),
  ] as ['zh' | 'en', string][])('[EMB-177] %s: %j is no yes', async (locale, text) => {
    expect((await (await offered(locale)).say(text)).commands).not.toContain('hand_off');
  });

  it.each([
    ...['好', '要', '需要', '转吧', '帮我转', '麻烦了', '那就转吧', '问一下吧', '好的，麻烦你转一下'].map((text) => [
      'zh',
      text,
    ]),
    ...['yes', 'please do', 'yes please', 'ok', 'oh yes, please do'].map((text) => ['en', text]),
  ] as ['zh' | 'en', string][])('[EMB-177] %s: %j is one', async (locale, text) => {
    expect((await (await offered(locale)).say(text)).commands).toContain('hand_off');
  });
});
