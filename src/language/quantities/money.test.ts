import { describe, expect, it } from 'vitest';
import { readMoney } from './money.ts';

function read(text: string, currency = 'CNY', expected = false): string {
  return readMoney(text, { currency, expected })
    .map(({ value }) => {
      const show = (money: { amount: number; currency: string }) =>
        `${money.amount}${money.currency === currency ? '' : money.currency}`;
      return value.kind === 'range' ? `${show(value.from)}-${show(value.to)}` : `${value.kind} ${show(value.amount)}`;
    })
    .join('; ');
}

describe('money', () => {
  it.each([
    ['想买双两百左右的跑鞋，42码，送爸爸', 'around 20000'],
    ['不超过一千五', 'max 150000'],
    ['100到200', '10000-20000'],
    ['100-200块的', '10000-20000'],
    ['三四百能买到啥样的冲锋衣', '30000-40000'],
    ['三到五百', '30000-50000'],
    ['五百以内', 'max 50000'],
    ['一百块以下的T恤', 'max 10000'],
    ['预算可以加到五百', 'max 50000'],
    ['预算大概300', 'around 30000'],
    ['把超过两百的去掉', 'max 20000'],
    ['超过两百的有吗', 'min 20000'],
    ['一千以上', 'min 100000'],
    ['￥１９９', 'exact 19900'],
    ['¥1,299.50', 'exact 129950'],
    ['199元', 'exact 19900'],
    ['两块五', 'exact 250'],
    ['三块五毛', 'exact 350'],
    ['五毛钱', 'exact 50'],
    ['1.5k以内', 'max 150000'],
    ['2w左右', 'around 2000000'],
    ['三万二以下', 'max 3200000'],
    ['两百来块', 'around 20000'],
    ['两百多的', '20000-29999'],
    ['百元以内', 'max 10000'],
    ['50美元以下', 'max 5000USD'],
    ['0.005元', ''],
    ['42码', ''],
    ['500毫升左右的杯子', ''],
    ['买两双', ''],
    ['XE20251103-0042 到哪了', ''],
    ['13800138000', ''],
    ['11月3号买的', ''],
    ['2025-11-03 下的单', ''],
    ['三天以内能到吗', ''],
    ['8折', ''],
    ['跟原来那单一块寄', ''],
    ['三角形面积', ''],
    ['取件码8-2-3047', ''],
    ['五百预算', 'max 50000'],
    ['99999999999999999999元', ''],
  ])('[LANG-23] %j', (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });

  it.each([
    ['under 50 bucks', 'max 5000'],
    ['around $200', 'around 20000'],
    ['between 100 and 200 dollars', '10000-20000'],
    ['$100-$200', '10000-20000'],
    ['less than two hundred and fifty', 'max 25000'],
    ['at least 80', 'min 8000'],
    ['my budget is 150', 'max 15000'],
    ['no more than $99.99', 'max 9999'],
    ['30 or less', 'max 3000'],
    ['200ish', 'around 20000'],
    ['size 42', ''],
    ['within 3 days', ''],
    ['order #W2611340', ''],
    ['¥200', 'exact 20000CNY'],
  ])('[LANG-23] %j in a dollar shop', (text, wanted) => {
    expect(read(text, 'USD')).toBe(wanted);
  });

  it('[LANG-23] yen have no decimals, and a bare number counts when a price was asked for', () => {
    expect(read('5000円 5000日元', 'JPY')).toBe('exact 5000');
    expect(read('三百', 'CNY', true)).toBe('exact 30000');
    expect(read('三百')).toBe('');
  });

  it('[LANG-24] a reading stands where it was written', () => {
    const text = '想要 ２００ 块左右\u200b的，謝謝';
    const [reading] = readMoney(text, { currency: 'CNY' });
    expect(text.slice(reading?.start, reading?.end)).toBe('２００ 块左右');
    expect(reading?.text).toBe('２００ 块左右');
  });
});
