import { describe, expect, it } from 'vitest';
import { normalise } from '../../../../language/normalise.ts';
import { addressIn } from './address.ts';
import { contactIn, orderNumbersIn } from './codes.ts';
import { identityIn } from './identity.ts';
import { mentionOf } from './mention.ts';
import { methodsNamed } from './method.ts';
import { ordinalsIn } from './ordinal.ts';
import { quantityIn } from './quantity.ts';
import { reasonIn } from './reason.ts';

const plain = (text: string) => normalise(text).text;

describe('order numbers and contacts', () => {
  it.each([
    ['XE20251103-0042', ['XE20251103-0042']],
    ['订单ＸＥ２０２５１１０３－００４２', ['XE20251103-0042']],
    ['my order #W2611340 please', ['W2611340']],
    ['XE20261124-1401 13800009001', ['XE20261124-1401']],
    ['12 Elm Street, Springfield, IL 62704', []],
    ['想买双42码的', []],
  ])('[EMB-30] %s', (text, numbers) => {
    expect(orderNumbersIn(plain(text)).map(({ number }) => number)).toEqual(numbers);
  });

  it.each([
    ['手机 138 0000 9001', '13800009001'],
    ['+86 138-0000-9001', '13800009001'],
    ['１３８００００９００１', '13800009001'],
    ['Qian@Example.com，谢谢', 'qian@example.com'],
    ['XE20261124-1401', null],
  ])('[EMB-30] contact in %s', (text, contact) => {
    expect(contactIn(plain(text))).toBe(contact);
  });
});

describe('addresses', () => {
  it.each([
    [
      '杭州市西湖区文三路188号5幢302',
      { province: '浙江省', city: '杭州市', district: '西湖区', street: '文三路188号5幢302' },
    ],
    [
      '改寄到上海浦东新区张江路100号3号楼，收件人王五，13912345678',
      {
        province: '上海市',
        city: '上海市',
        district: '浦东新区',
        street: '张江路100号3号楼',
        name: '王五',
        phone: '13912345678',
      },
    ],
    [
      '广东深圳南山区科技园南路8号',
      { province: '广东省', city: '深圳市', district: '南山区', street: '科技园南路8号' },
    ],
    [
      '新疆乌鲁木齐市天山区解放路1号',
      { province: '新疆维吾尔自治区', city: '乌鲁木齐市', district: '天山区', street: '解放路1号' },
    ],
    [
      '恩施土家族苗族自治州恩施市航空大道1号',
      { province: '湖北省', city: '恩施土家族苗族自治州', district: '恩施市', street: '航空大道1号' },
    ],
    ['改到文三路200号', { street: '文三路200号' }],
    ['收件人改成张三', { name: '张三' }],
    ['电话写错了，改成15812345678', { phone: '15812345678' }],
    ['改寄到公司', {}],
    ['地址填错了，能改吗', {}],
    [
      '12 Elm Street, Springfield, IL 62704',
      { street: '12 Elm Street', city: 'Springfield', province: 'IL', postcode: '62704' },
    ],
    [
      "send it to 45 Queen's Road, Apt 3B, London SW1A 1AA",
      { street: "45 Queen's Road, Apt 3B", city: 'London', postcode: 'SW1A 1AA' },
    ],
  ])('[EMB-31] %s', (text, parts) => {
    const { district, ...rest } = addressIn(plain(text));
    expect({ ...rest, ...(district && { district }) }).toEqual(parts);
  });

  it('[EMB-31] a long message does not hold the clerk up', () => {
    const started = performance.now();
    for (const text of ['12 a '.repeat(800), '路号 '.repeat(1300), '1 '.repeat(2000), 'a1 '.repeat(1333)]) {
      addressIn(text);
      orderNumbersIn(text);
      contactIn(text);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('words', () => {
  it.each([
    ['第二个', [2]],
    ['前两个对比一下', [1, 2]],
    ['compare the first three', [1, 2, 3]],
    ['the last one', [-1]],
    ['the 2nd one', [2]],
    ['第一天就坏了', []],
  ])('[EMB-32] places in %s', (text, places) => {
    expect(ordinalsIn(text)).toEqual(places);
  });

  it('[EMB-32] a lone digit is a place only where something was listed', () => {
    expect(ordinalsIn('2', true)).toEqual([2]);
    expect(ordinalsIn('2')).toEqual([]);
  });

  it.each([
    ['退一个', false, 1],
    ['两双都退', false, 2],
    ['two', true, 2],
    ['三', true, 3],
    ['two', false, null],
    ['just one', false, 1],
  ])('[EMB-32] pieces in %s (asked: %s)', (text, asked, pieces) => {
    expect(quantityIn(text, asked)).toBe(pieces);
  });

  it.each([
    ['鞋子小了', 'reason.size'],
    ["they don't fit", 'reason.size'],
    ['壶底漏水', 'reason.quality'],
    ['it stopped working', 'reason.quality'],
    ['发错货了', 'reason.wrong-item'],
    ['颜色跟图片不一样', 'reason.not-as-described'],
    ['不喜欢', 'reason.no-reason'],
    ['I changed my mind', 'reason.no-reason'],
    ['我要退货', null],
    ['I want to return the kettle', null],
  ])('[EMB-32] reason in %s', (text, reason) => {
    expect(reasonIn(text)).toBe(reason);
  });

  it.each([
    ['鞋子小了', { zh: '追风男子跑鞋', en: 'Running Shoes' }, true],
    ['the kettle', { zh: '清泉电热水壶', en: 'Electric Kettle' }, true],
    ['水壶', { zh: '清泉电热水壶' }, true],
    ['my sneakers', { en: 'Light Running Shoes' }, true],
    ['水壶', { zh: '追风男子跑鞋', en: 'Running Shoes' }, false],
    ['I want to return something', { en: 'Return Address Stamp' }, false],
    ['我要退货', { zh: '通勤双肩包', en: 'Backpack' }, false],
  ])('[EMB-32] %s speaks of %j: %s', (text, title, speaks) => {
    expect(mentionOf(text, title as { zh: string }) > 0).toBe(speaks);
  });
});

describe('what is denied', () => {
  it.each([
    ['没有质量问题', null],
    ['不是坏了，就是不喜欢', 'reason.no-reason'],
    ['没坏，尺码小了点', 'reason.size'],
    ['nothing is broken, I just changed my mind', 'reason.no-reason'],
    ['it is not damaged', null],
    ['质量有问题', 'reason.quality'],
    ['发错了', 'reason.wrong-item'],
  ])('[EMB-32] %j is the reason %s', (text, reason) => {
    expect(reasonIn(text)).toBe(reason);
  });
});

describe('who somebody is', () => {
  it.each([
    ['my name is Yusuf Rossi, and my zip code is 19122', 'Yusuf Rossi', '19122'],
    ["Sure, it's Aarav Anderson from Philadelphia, 19031.", 'Aarav Anderson', '19031'],
    ['my name is zhou, my zip is 310012 and my email is a@example.com', 'zhou', '310012'],
    ['Mei Davis, 80217', 'Mei Davis', '80217'],
    ['I am Olivia Lopez in SW1A, postcode SW1A 1AA', 'Olivia Lopez', 'SW1A 1AA'],
    ['我叫王小明，邮编310012', '王小明', '310012'],
    ["I'm looking for order #W1234567", null, null],
    ['the order number is W9502127', null, null],
  ])('[EMB-80] %j', (text, name, postcode) => {
    expect(identityIn(text)).toEqual({ name, postcode });
  });
});

describe('means of payment', () => {
  const own = [
    { id: 'a', method: 'alipay', detail: '' },
    { id: 'v', method: 'credit-card', detail: 'visa ****9212' },
    { id: 'm', method: 'credit-card', detail: 'mastercard ****1111' },
    { id: 'g', method: 'gift-card', detail: '' },
  ];
  it.each([
    ['用支付宝付', ['a']],
    ['尾号1111那张', ['m']],
    ['my visa please', ['v']],
    ['换张信用卡', ['v', 'm']],
    ['the gift card', ['g']],
    ['退到礼品卡', ['g']],
    ['微信', []],
    ['随便哪个', []],
  ])('[EMB-61] %j names %j', (text, ids) => {
    expect(methodsNamed(text, own).map(({ id }) => id)).toEqual(ids);
  });
});
