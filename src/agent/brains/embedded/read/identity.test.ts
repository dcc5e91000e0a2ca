import { describe, expect, it } from 'vitest';
import { identityIn } from './identity.ts';

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
  ])('[EMB-85] %s', (text, name, postcode) => {
    expect(identityIn(text.replace('’', "'"))).toEqual({ name, postcode });
  });
});
