import { describe, expect, it } from 'vitest';
import { readOrderNumbers, readTrackingNumbers } from './codes.ts';
import { readEmails, readNumberTails, readPhones } from './contacts.ts';
import { readCounts } from './counts.ts';
import { readOrdinals } from './ordinals.ts';
import { sameSize } from './same-size.ts';
import { readSizes } from './sizes.ts';

const sizes = (text: string) =>
  readSizes(text)
    .map(({ value }) => (value.kind === 'absolute' ? value.size : `${value.steps > 0 ? '+' : ''}${value.steps}`))
    .join(' ');
const counts = (text: string) =>
  readCounts(text)
    .map(({ value }) => value)
    .join(' ');
const places = (text: string) =>
  readOrdinals(text)
    .map(({ value }) => (value.kind === 'place' ? value.position : `latest-${value.back}`))
    .join(' ');
const orders = (text: string) =>
  readOrderNumbers(text)
    .map(({ value }) => `${value.number}${value.isCertain ? '' : '?'}`)
    .join(' ');

describe('sizes', () => {
  it.each([
    ['42码', '42'],
    ['EU42', '42'],
    ['eu 42', '42'],
    ['US 8.5', 'US8.5'],
    ['美码8.5', 'US8.5'],
    ['XL的', 'XL'],
    ['2XL', 'XXL'],
    ['xxl', 'XXL'],
    ['四十三码', '43'],
    ['38码半', '38.5'],
    ['３９码', '39'],
    ['鞋子小了想换大一码', '+1'],
    ['要小一号的', '-1'],
    ['给我换小两码', '-2'],
    ['大半码', '+0.5'],
    ['one size up', '+1'],
    ['a size smaller please', '-1'],
    ['half a size up', '+0.5'],
    ['next size up', '+1'],
    ['换个大的', '+1'],
    ['大一点的', '+1'],
    ['a bigger size', '+1'],
    ['42换43', '42 43'],
    ['size 42 to a 43', '42 43'],
    ['M的太紧，换L', 'M L'],
    ['size m', 'M'],
    ['1.7L那个', '1700ml'],
    ['500毫升左右', '500ml'],
    ['床上四件套1米8的', '180cm'],
    ['1.8m bed', '180cm'],
    ['20寸行李箱', '20in'],
    ['均码吗', 'ONE SIZE'],
    ['换39', '39'],
    ['发个40的', '40'],
    ['这边发个40的', '40'],
    ['床是一米八的', '180cm'],
    ['swap for a 10', '10'],
    ['do you have it in size 8', '8'],
    ['in medium', 'M'],
    ['我十一号买的', ''],
    ['身高175体重140斤穿多大', ''],
    ['11月3号买的', ''],
    ['8号楼', ''],
    ["I'm here, it's a small problem", ''],
    ['13800138000', ''],
    ['200块', ''],
    ["can't", ''],
    ['小朋友穿的', ''],
    ['大概多少钱', ''],
    ['XE20251103-0042', ''],
  ])('[LANG-25] %j is %j', (text, wanted) => {
    expect(sizes(text)).toBe(wanted);
  });

  it('[LANG-25] sizes are equal when they mean the same', () => {
    for (const [a, b] of [
      ['42', '42码'],
      ['42', 'EU 42'],
      ['2XL', 'XXL'],
      ['1.7L', '1700 毫升'],
      ['1.8米', '180cm'],
      ['38.5', '38码半'],
      ['1.8 m bed', '1米8'],
      ['Large', 'L'],
    ] as const)
      expect([a, b, sameSize(a, b)]).toEqual([a, b, true]);
    for (const [a, b] of [
      ['42', '43'],
      ['US 8', 'UK 8'],
      ['L', 'XL'],
      ['1L', '1m'],
    ] as const)
      expect([a, b, sameSize(a, b)]).toEqual([a, b, false]);
  });
});

describe('counts', () => {
  it.each([
    ['买两双', '2'],
    ['3件', '3'],
    ['要十二个', '12'],
    ['2 pairs', '2'],
    ['two of them', '2'],
    ['x2', '2'],
    ['×3', '3'],
    ['a pair of shoes', '1'],
    ['both', '2'],
    ['这俩', '2'],
    ['第二双', ''],
    ['这个', ''],
    ['那双', ''],
    ['三个月', ''],
    ['两个小时', ''],
    ['42码', ''],
    ['一下', ''],
    ['三块钱', ''],
    ['XE20251103-0042', ''],
  ])('[LANG-26] %j counts %j', (text, wanted) => {
    expect(counts(text)).toBe(wanted);
  });
});

describe('ordinals', () => {
  it.each([
    ['第二个', '2'],
    ['就要第3款吧', '3'],
    ['最后一个', '-1'],
    ['倒数第二个', '-2'],
    ['上一单', 'latest-0'],
    ['最近一单', 'latest-0'],
    ['刚下的单', 'latest-0'],
    ['the 2nd one', '2'],
    ['the second', '2'],
    ['the last one', '-1'],
    ['my last order', 'latest-0'],
    ['my latest order', 'latest-0'],
    ['option 3', '3'],
    ['第１０个', '10'],
    ['last week', ''],
    ['两个', ''],
    ['前天买的', ''],
  ])('[LANG-27] %j is %j', (text, wanted) => {
    expect(places(text)).toBe(wanted);
  });
});

describe('contacts', () => {
  it.each([
    ['13800138000', '13800138000'],
    ['138 0013 8000', '13800138000'],
    ['+86 138-0013-8000', '+86 13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['电话:13800138000。', '13800138000'],
    ['幺三八零零幺三八零零零', '13800138000'],
    ['010-62345678', '01062345678'],
    ['0571 87654321', '057187654321'],
    ['(415) 555-0132', '4155550132'],
    ['+44 20 7946 0958', '+44 2079460958'],
    ['1\u200b3800138000', '13800138000'],
    ['07700 900456', '07700900456'],
    ['call 2025550187 please', '2025550187'],
    ['my number is 07700 900456', '07700900456'],
    ['1029384756', ''],
    ['1029384756102938475', ''],
    ['XE20251103-0042', ''],
    ['2025-11-03', ''],
    ['12345', ''],
  ])('[LANG-28] %j holds the phone %j', (text, wanted) => {
    expect(
      readPhones(text)
        .map(({ value }) => `${value.country ? `${value.country} ` : ''}${value.digits}`)
        .join(' '),
    ).toBe(wanted);
  });

  it('[LANG-28] the end of a number is read where the words say that it is one', () => {
    expect(readNumberTails('手机尾号8832').map(({ value }) => value)).toEqual(['8832']);
    expect(readNumberTails('my order ends in 0042').map(({ value }) => value)).toEqual(['0042']);
    expect(readNumberTails('8832')).toEqual([]);
  });

  it('[LANG-28] e-mail addresses end where Chinese punctuation begins', () => {
    expect(readEmails('邮箱是Lin.Xiaomei+shop@Example.COM，谢谢').map(({ value }) => value)).toEqual([
      'lin.xiaomei+shop@example.com',
    ]);
    expect(readEmails('ｍｉｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ').map(({ value }) => value)).toEqual(['ming@example.com']);
    expect(readEmails('a@b, @c, x@y.z')).toEqual([]);
  });
});

describe('codes', () => {
  it.each([
    ['XE20251103-0042到哪儿了', 'XE20251103-0042'],
    ['ＸＥ２０２５１１０３－００４２', 'XE20251103-0042'],
    ['xe20251103-0042', 'XE20251103-0042'],
    ['order #W2611340 please', 'W2611340'],
    ['#1001', '1001'],
    ['1029384756102938475 这单什么时候到', '1029384756102938475'],
    ['１８７６５４３２１０９８７６５４３２', '187654321098765432'],
    ['订单号：4471', '4471'],
    ['order no. 55012', '55012'],
    ['XE2O251103-0042', 'XE20251103-0042'],
    ['20251103', ''],
    ['2025-11-03', ''],
    ['665544', '665544?'],
    ['13800138000', ''],
    ['my number is 07700 900456', ''],
    ['with 293847561029384756', '293847561029384756'],
    ['orders from 2024', ''],
    ['ming2025@example.com', ''],
    ['SF1402938475610', ''],
    ['42码', ''],
    ['200块', ''],
    ['iPhone 15', ''],
    ['XE20251103-0042，手机13800138000', 'XE20251103-0042'],
    ['工单 TK261128-7 处理了吗', ''],
    ['any news on ticket number tk261128-12?', ''],
    ['TK261128-7 说的是订单 XE20251103-0042', 'XE20251103-0042'],
    ['TK20261128-0042', 'TK20261128-0042'],
  ])('[LANG-29] %j names the order %j', (text, wanted) => {
    expect(orders(text)).toBe(wanted);
  });

  it('[LANG-29] what may be read otherwise is offered otherwise', () => {
    const [spaced] = readOrderNumbers('单号 XE 20251103 0042');
    expect([spaced?.value.number, ...(spaced?.value.alternatives ?? [])]).toContain('XE20251103-0042');
    expect(readOrderNumbers('XE2O251103-OO42')[0]?.value).toEqual({
      number: 'XE20251103-0042',
      alternatives: ['XE2O251103-OO42'],
      isCertain: true,
    });
  });

  it.each([
    ['帮我查SF1402938475610', 'SF1402938475610'],
    ['圆通YT7384910265538查查', 'YT7384910265538'],
    ['UPS 1Z999AA10123456784 - where', '1Z999AA10123456784'],
    ['快递单号：773012345678901', '773012345678901'],
    ['tracking number 9400110200881234567890', '9400110200881234567890'],
    ['EA123456789CN', 'EA123456789CN'],
    ['SF 1402 9384 75610', 'SF1402938475610'],
    ['XE20251103-0042', ''],
  ])('[LANG-30] %j names the parcel %j', (text, wanted) => {
    expect(
      readTrackingNumbers(text)
        .map(({ value }) => value)
        .join(' '),
    ).toBe(wanted);
  });

  it('[LANG-24] readings stand where they were written', () => {
    const text = '訂單ＸＥ２０２５１１０３－００４２，電話 138\u200b 0013 8000';
    expect(readOrderNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'ＸＥ２０２５１１０３－００４２',
    ]);
    expect(readPhones(text).map(({ start, end }) => text.slice(start, end))).toEqual(['138\u200b 0013 8000']);
  });
});
