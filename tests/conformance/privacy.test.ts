import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectPersonal } from '../../src/privacy/detect.ts';
import { createRedactor } from '../../src/privacy/redactor.ts';

const DATA = process.env.XIAOER_DATA;
if (DATA === undefined)
  console.warn(
    'Personal data against public vectors: not run. Set XIAOER_DATA to the folder that holds pii_cn and pii_presidio.',
  );

type Vectors = Record<
  'cn_id_card' | 'cn_id_card_strict_phpset' | 'cn_mobile' | 'credit_card_luhn',
  { valid: string[]; invalid: string[] }
>;

describe.skipIf(DATA === undefined)('vectors of other projects', () => {
  const read = (path: string) => readFileSync(join(DATA ?? '', path), 'utf8');
  const vectors = () => JSON.parse(read('pii_cn/vectors.json')) as Vectors;
  const kinds = (text: string) => detectPersonal(`我的号码是 ${text}，谢谢`).map(({ kind }) => kind);

  it('[PRIV-1] every valid Chinese identity number is found, and none with a wrong check digit or date', () => {
    const { cn_id_card: one, cn_id_card_strict_phpset: other } = vectors();
    for (const number of [...one.valid, ...other.valid]) expect([number, kinds(number)]).toEqual([number, ['ID']]);
    const wrong = [...one.invalid, ...other.invalid].filter((text) => /^(?:\d{15}|\d{17}[\dX])$/.test(text));
    expect(wrong.length).toBeGreaterThan(10);
    for (const number of wrong) expect([number, kinds(number).includes('ID')]).toEqual([number, false]);
  });

  it('[PRIV-1] every valid Chinese mobile number is found', () => {
    // The vectors also hold numbers that begin with 9; there are none such in China.
    const real = vectors().cn_mobile.valid.filter((number) => /^(?:\+86|0086)?1[3-9]/.test(number));
    expect(real.length).toBeGreaterThan(30);
    for (const number of real) expect([number, kinds(number)]).toEqual([number, ['PHONE']]);
  });

  it('[PRIV-1] every payment card is found, and nothing that fails its check', () => {
    const { valid, invalid } = vectors().credit_card_luhn;
    for (const number of valid) expect([number, kinds(number)]).toEqual([number, ['CARD']]);
    for (const number of invalid.filter((text) => /^\d+$/.test(text)))
      expect([number, kinds(number)]).toEqual([number, []]);
  });

  it('[PRIV-1] e-mails and payment cards in English sentences are found, and everything comes back', () => {
    const lines = read('pii_presidio/synth_dataset_v2.jsonl').trim().split('\n');
    const found = { EMAIL_ADDRESS: [0, 0], CREDIT_CARD: [0, 0], PHONE_NUMBER: [0, 0] } as Record<
      string,
      [number, number]
    >;
    for (const line of lines) {
      const { text, spans } = JSON.parse(line) as { text: string; spans: { type: string; value: string }[] };
      const redactor = createRedactor();
      const redacted = redactor.redact(text);
      for (const { type, value } of spans) {
        const count = found[type];
        if (!count) continue;
        count[1]++;
        if (!redacted.includes(value)) count[0]++;
      }
      expect(redactor.restore(redacted).length).toBeGreaterThanOrEqual(text.length - 20);
    }
    console.log('found of all, presidio:', found);
    const [emails, ofEmails] = found.EMAIL_ADDRESS ?? [0, 1];
    expect(emails / ofEmails).toBe(1);
    const [phones, ofPhones] = found.PHONE_NUMBER ?? [0, 1];
    expect(phones / ofPhones).toBeGreaterThan(0.5);
  });
});
