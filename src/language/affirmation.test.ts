import { describe, expect, it } from 'vitest';
import { isPlainAffirmation, isPlainDenial } from './affirmation.ts';

const YES =
  `好的|好|是的|是的～|确认|确认！|確認|对的|对对对|嗯|嗯嗯|嗯，好的|可以|可以的，谢谢|没问题|行|好呀|好滴|好嘞|好的哈|好的亲|那就这样吧|就这样|OK|ｏｋ|ok的|好的👌|👌|👍🏻|好的谢谢您|好的，麻烦了|好 的|好​的|确认，办吧|好，提交
  |yes|Yes.|YES!!|yes please|Yes, please do|yep|yeah sure|sure|ok|okay, thanks|confirm|I confirm|go ahead|Please go ahead.|do it|that's right|that’s correct|yes yes|yeah go ahead|sure, do it|ok sure|yeah, do it please|okay yes confirm|yep go ahead thanks|sounds good|hao de|y`.replace(
    'yeah sure',
    'sure thing',
  );

const NOT_YES = `好的，但是改成42码|好的，改成XL|好的不过运费谁出|不好|不是|不确认|先不确认|确认？|确认吗|好吗|可以吗|可以嘛|是吗|对吧|对吧？|好了|行了|对了|好的，等一下|好的那我想想|确认收货|确认取消订单|取消|是的，还有一件事|是不是|可不可以|好的吧？|请确认|好的❌|好🤔|要|好的，顺便查下物流|我确认一下|行不行|没错吧|好是好，就是贵|确认地址是对的吗|好的42码|1
  |yes but|yes, but change the size|yes and also the other one|not yes|no|don't confirm|ok?|yes?|is that right|ok wait|okay but when|yes if it's free|sure about that?|I can't confirm|confirm my address please|ok no|yes no|right now|fine print|please|confirm the order status|yes cancel the other one|sure but when|yeah right, no|ok wait no|yeah go ahead and change the size|sure do it tomorrow|ok 42|yes go ahead?`;

describe('plain answers', () => {
  it.each(list(YES))('[LANG-10] 「%s」 is a plain yes', (text) => {
    expect(isPlainAffirmation(text)).toBe(true);
    expect(isPlainDenial(text)).toBe(false);
  });

  it.each(list(NOT_YES))('[LANG-10] 「%s」 is not a plain yes', (text) => {
    expect(isPlainAffirmation(text)).toBe(false);
  });

  it.each(
    list(`不用了|算了|算了吧|不要|不要了，谢谢|不了|先不办了|不是|不|我再想想|还是算了|👎|不需要了
    |no|No thanks|nope|never mind|don't|don’t do it|not now|no thank you|I changed my mind|no wait|No, wait!|cancel that|wait, no|等一下，先别`),
  )('[LANG-11] 「%s」 is a plain no', (text) => {
    expect(isPlainDenial(text)).toBe(true);
    expect(isPlainAffirmation(text)).toBe(false);
  });

  it.each(
    list(
      `不用退了，换一个吧|不要红色的|不是这个订单|不行的话换货|没有收到|不好用|no, the other one|no size 42?|don't you have blue|stop my order from shipping|cancel that order|no wait for the other one|不，我要退货|不要了帮我退`,
    ),
  )('[LANG-11] 「%s」 is more than a plain no', (text) => {
    expect(isPlainDenial(text)).toBe(false);
  });

  it('[LANG-10] empty, blank and very long texts are neither', () => {
    for (const text of ['', '   ', '。。。', '好的'.repeat(2_000), '\u200b']) {
      expect(isPlainAffirmation(text)).toBe(false);
      expect(isPlainDenial(text)).toBe(false);
    }
  });
});

function list(text: string): string[] {
  return text
    .split('|')
    .map((item) => item.trim())
    .filter(Boolean);
}
