import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../core/locale.ts';
import { demoDesk } from './testing/demo-desk.ts';

async function sources(text: string, locale: Locale): Promise<string[]> {
  const { citations } = await demoDesk('customer-chen-siyuan', locale).say(text);
  return citations.map(({ articleId }) => articleId);
}

describe('articles of any matter', () => {
  it.each([
    ['蓝牙耳机怎么连接手机', 'bluetooth-pairing', 'zh'],
    ['电饭煲怎么预约煮粥', 'rice-cooker-use', 'zh'],
    ['电饭煲显示E03怎么办', 'rice-cooker-codes', 'zh'],
    ['礼品卡有效期多久', 'gift-card-use', 'zh'],
    ['How do I pitch the tent?', 'tent-pitch-dry', 'en'],
    ['How do I pair the headphones?', 'bluetooth-pairing', 'en'],
  ] as const)('[EMB-150] %j is answered from %s, though the reading guesses otherwise', async (text, id, locale) => {
    expect(await sources(text, locale)).toContain(id);
  });

  it.each([
    ['怎么做红烧肉', 'zh'],
    ['明天天气怎么样', 'zh'],
    ['帮我写一首诗', 'zh'],
    ['那个那个', 'zh'],
    ['write me a poem', 'en'],
    ['what is the weather tomorrow', 'en'],
    ['that one over there', 'en'],
  ] as const)('[EMB-150] %j is answered from none', async (text, locale) => {
    expect(await sources(text, locale)).toEqual([]);
  });
});
