import { describe, expect, it } from 'vitest';
import { emailKey, orderKey, phoneKey } from './contact.ts';

describe('contacts', () => {
  it('[ID-32] the same phone is the same however it is written', () => {
    const forms = [
      '13800138000',
      '138 0013 8000',
      '+86 138-0013-8000',
      '0086 13800138000',
      '8613800138000',
      '１３８００１３８０００',
      '138\u200b00138000',
    ];
    expect(forms.map(phoneKey)).toEqual(forms.map(() => '13800138000'));
    expect(phoneKey('(415) 555-0100')).toBe(phoneKey('+1 415 555 0100'));
    expect(phoneKey('+45 4545 4545')).toBe('4545454545');
  });

  it('[ID-32] what is no phone, and a masked one, equals nothing', () => {
    for (const text of ['', '   ', '123456', '138****8000', 'abc13800138000', '1'.repeat(16), '+']) {
      expect(phoneKey(text)).toBeNull();
    }
  });

  it('[ID-32] an e-mail is compared whole, without case and width', () => {
    expect(emailKey(' Ａnna.Li@Example.COM ')).toBe('anna.li@example.com');
    for (const text of ['', 'anna', '@', 'a b@c', 'a@b@c']) expect(emailKey(text)).toBeNull();
    expect(emailKey('anna@example.com')).not.toBe(emailKey('joanna@example.com'));
  });

  it('[ID-33] an order number is counted as one however it is written', () => {
    expect(orderKey('#dd-2026 0001')).toBe(orderKey('ＤＤ20260001'));
  });
});
