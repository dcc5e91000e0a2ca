import { describe, expect, it } from 'vitest';
import { pieces } from './pieces.ts';

describe('a reply that appears piece by piece', () => {
  it.each([
    '现货订单付款后 24 小时内发出，江浙沪一般 1–2 天送到；其他地区 2–4 天。\n偏远地区会慢一些。',
    '，，。。',
    'No punctuation here',
    '\n\n第二行',
    '',
  ])('[WEB-13] loses nothing: %j', (text) => {
    expect(pieces(text).join('')).toBe(text);
  });

  it('[WEB-13] breaks where a speaker would pause', () => {
    expect(pieces('您的包裹正在派送，今天下午就能到，请保持手机畅通。退货的话，七天内都可以。')).toEqual([
      '您的包裹正在派送，今天下午就能到，',
      '请保持手机畅通。退货的话，七天内都可以。',
    ]);
  });
});
