import { describe, expect, it } from 'vitest';
import { identityIn, onlyIntroduces } from './identity.ts';

describe('who a customer says he is', () => {
  it.each([
    ['my name is Yusuf Rossi and my zip is 19122', 'Yusuf Rossi', '19122'],
    ['My name’s Ann Lee, zip code 90210-1234', 'Ann Lee', '90210-1234'],
    ["it's Ann Lee from Springfield, 62701", 'Ann Lee', '62701'],
    ['my first name is Ann, last name is Lee, and my postcode is SW1A 1AA please', 'Ann Lee', 'SW1A 1AA'],
    ['Ann Lee, 62701', 'Ann Lee', '62701'],
    ['just my name, Ann Lee?', 'Ann Lee', null],
    ['我叫王小明，邮编 310012', '王小明', '310012'],
    ['I mixed up my zip code. It is another', null, null],
    ["I'm looking for my order #1234567", null, null],
    ["I'm not sure, sorry", null, null],
    ["I'm really upset right now", null, null],
    ['Some of its pieces arrived broken', null, null],
  ])('[EMB-85] %s', (text, name, postcode) => {
    expect(identityIn(text.replace('’', "'"))).toEqual({ name, postcode });
  });

  it.each([
    'my name is Ann Lee and my zip code is 62701',
    "Sure, I'm Ann Lee from Springfield, 62701.",
    'Of course! My email is ann.lee@example.com.',
    "It's Ann Lee, and I live in Denver, zip code 80273.",
    'My first name is Ann, my last name is Lee, and my zip is 62701',
    'ann@example.com',
    '我叫王小明，邮编 310012',
    '我的邮箱是 wang@example.com，谢谢',
  ])('[EMB-95] %s says who writes and nothing else', (text) => {
    expect(onlyIntroduces(text)).toBe(true);
  });

  it.each([
    'my name is Ann Lee and I want to return the kettle',
    'send the invoice to ann@example.com',
    'change the recipient to Ann Lee, 62701',
    'my zip code is wrong, it should be 62701',
    '我叫王小明，邮编 310012，帮我退货',
    '收件人改成王小明',
    "I'm Ann Lee and where is my order",
    'order 62701 please cancel',
  ])('[EMB-95] %s says more', (text) => {
    expect(onlyIntroduces(text)).toBe(false);
  });
});
