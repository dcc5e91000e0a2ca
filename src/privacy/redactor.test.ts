import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectPersonal } from './detect.ts';
import { createRedactor } from './redactor.ts';

/** A valid number of nobody's: the check digit is computed, the person is invented. */
const ID_CARD = '11010119900307803X';
const CARD = '6222021234567890128';

describe('what is personal', () => {
  it.each([
    ['手机 13800138000 谢谢', 'PHONE', '13800138000'],
    ['手机138 0013 8000', 'PHONE', '138 0013 8000'],
    ['138-0013-8000', 'PHONE', '138-0013-8000'],
    ['+86 138 0013 8000', 'PHONE', '+86 138 0013 8000'],
    ['0086-13800138000', 'PHONE', '0086-13800138000'],
    ['１３８００１３８０００', 'PHONE', '１３８００１３８０００'],
    ['138\u200b0013\u200b8000', 'PHONE', '138\u200b0013\u200b8000'],
    ['一三八零零一三八零零零', 'PHONE', '一三八零零一三八零零零'],
    ['电话 0571-87654321', 'PHONE', '0571-87654321'],
    ['(010) 12345678', 'PHONE', '(010) 12345678'],
    ['+44 20 7946 0958', 'PHONE', '+44 20 7946 0958'],
    ['call (415) 555-0134', 'PHONE', '(415) 555-0134'],
    ['415.555.0134', 'PHONE', '415.555.0134'],
    ['call me at 60-56-85-91', 'PHONE', '60-56-85-91'],
    ['固定电话：8765 4321', 'PHONE', '8765 4321'],
    ['0490 75 40 81', 'PHONE', '0490 75 40 81'],
    ['+41 (0)96 471 07 95', 'PHONE', '+41 (0)96 471 07 95'],
    ['卡 676222165679', 'CARD', '676222165679'],
    ['邮箱ming.wang+shop@example.com吗', 'EMAIL', 'ming.wang+shop@example.com'],
    ['ｍｉｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'EMAIL', 'ｍｉｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ'],
    [`身份证${ID_CARD}`, 'ID', ID_CARD],
    [`身份证 ${ID_CARD.toLowerCase()}。`, 'ID', ID_CARD.toLowerCase()],
    ['身份证 110101 19900307 803X', 'ID', '110101 19900307 803X'],
    ['旧证 110101900307803', 'ID', '110101900307803'],
    [`卡号 ${CARD}`, 'CARD', CARD],
    ['卡号 4111 1111 1111 1111', 'CARD', '4111 1111 1111 1111'],
    ['4111-1111-1111-1111', 'CARD', '4111-1111-1111-1111'],
    ['收货人：王小明，快点', 'NAME', '王小明'],
    ['收件人改成李雷', 'NAME', '李雷'],
    ['my name is Ming Wang', 'NAME', 'Ming Wang'],
    ['寄到浙江省杭州市西湖区文三路12号3幢501室', 'ADDRESS', '文三路12号3幢501室'],
    ['地址改成文三路188号', 'ADDRESS', '文三路188号'],
    ['send it to 221B Baker Street, Flat 2 please', 'ADDRESS', '221B Baker Street, Flat 2'],
  ])('[PRIV-1] %s', (text, kind, stretch) => {
    const start = text.indexOf(stretch);
    expect(detectPersonal(text)).toEqual([{ kind, start, end: start + stretch.length }]);
  });

  it.each([
    '订单 XE20261103-0042 到哪了',
    '#W2611340',
    '202611030000000042',
    '运单 SF1234567890123',
    '买 2 双 42 码的，预算 200 到 300 元',
    '2026-11-03 14:20',
    '11月3日 20:05 到杭州',
    '¥1,288.00',
    '12038389438',
    '110101199003078031',
    '4111111111111112',
    '0000000000000000',
    '满 199 减 20，第二件 5 折',
    '收货人电话填错了',
    '那条路12点就堵了',
    '1.5L 1800W 220V',
    'a@b',
    'version 1.2.3.4',
  ])('[PRIV-1] nothing in: %s', (text) => {
    expect(detectPersonal(text)).toEqual([]);
  });
});

describe('the redactor', () => {
  const known = [
    { kind: 'NAME', value: '王小明' },
    { kind: 'NAME', value: 'Ming Wang' },
    { kind: 'PHONE', value: '13800138000' },
    { kind: 'PHONE', value: '+1 202 555 0147' },
    { kind: 'EMAIL', value: 'ming@example.com' },
    { kind: 'ADDRESS', value: '西湖区文三路12号' },
    { kind: 'ADDRESS', value: '西湖区' },
  ] as const;

  it.each([
    ['王小明的单', '⟦NAME_1⟧的单'],
    ['王 小 明的单', '⟦NAME_1⟧的单'],
    ['叫小明就行', '叫⟦NAME_1⟧就行'],
    ['寄给 MING WANG', '寄给 ⟦NAME_1⟧'],
    ['Dear Ming,', 'Dear ⟦NAME_1⟧,'],
    ['coming soon', 'coming soon'],
    ['电话１３８ ００１３ ８０００', '电话⟦PHONE_1⟧'],
    ['call 2025550147 or 1-202-555-0147', 'call ⟦PHONE_1⟧ or ⟦PHONE_1⟧'],
    ['浙江省杭州市西湖区文三路 12 号', '浙江省杭州市⟦ADDRESS_1⟧'],
    ['西湖区能送吗', '⟦ADDRESS_1⟧能送吗'],
    ['ＭＩＮＧ@Example.com', '⟦EMAIL_1⟧'],
    ['訂單是王小明的', '訂單是⟦NAME_1⟧的'],
  ])('[PRIV-2] replaces what is known: %s', (text, redacted) => {
    const redactor = createRedactor(known);
    const result = redactor.redact(text);
    expect(result.replace(/_\d⟧/g, '_1⟧')).toBe(redacted);
    expect(redactor.restore(result)).toContain(text.slice(0, 2));
  });

  it('[PRIV-3] one value has one placeholder, however it is written, and is restored as it was first written', () => {
    const redactor = createRedactor();
    const text = redactor.redact('我的电话13800138000，就是 138-0013-8000，不是13900139000');
    expect(text).toBe('我的电话⟦PHONE_1⟧，就是 ⟦PHONE_1⟧，不是⟦PHONE_2⟧');
    expect(redactor.redact('+86 138 0013 8000')).not.toContain('138');
    expect(redactor.restore('打 ⟦PHONE_1⟧ 还是 ⟦phone_2⟧？')).toBe('打 13800138000 还是 13900139000？');
  });

  it('[PRIV-3] JSON is replaced and restored at every level; names of members stay', () => {
    const redactor = createRedactor(known);
    const value = { phone: '13800138000', list: [{ to: '王小明', n: 13 }, null, true], 王小明: 1 };
    const redacted = redactor.redactJson(value);
    expect(redacted).toEqual({ phone: '⟦PHONE_1⟧', list: [{ to: '⟦NAME_1⟧', n: 13 }, null, true], 王小明: 1 });
    expect(redactor.restoreJson(redacted)).toEqual(value);
  });

  it('[PRIV-4] a placeholder that somebody typed is never restored into data', () => {
    const redactor = createRedactor(known);
    const typed = redactor.redact('13800138000 说 ⟦PHONE_1⟧ ⟦NAME_1⟧');
    expect(typed).toBe('⟦PHONE_1⟧ 说 〔PHONE_1〕 〔NAME_1〕');
    expect(redactor.restore(typed)).toBe('13800138000 说 〔PHONE_1〕 〔NAME_1〕');
    expect(redactor.restore('⟦PHONE_7⟧ ⟦EMAIL_1⟧ ⟦__proto___1⟧')).toBe('⟦PHONE_7⟧ ⟦EMAIL_1⟧ ⟦__proto___1⟧');
    expect(createRedactor(known).restore('⟦PHONE_1⟧')).toBe('⟦PHONE_1⟧');
  });

  it('[PRIV-4] what comes back from restoring is what went in, for any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('13800138000', '王小明', 'ming@example.com', ID_CARD, '订单', ' ', 'ming wang'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('').replaceAll('⟦', '').replaceAll('⟧', '');
        const redactor = createRedactor(known);
        const redacted = redactor.redact(text);
        expect(redacted).not.toContain('13800138000');
        expect(redacted).not.toContain('王小明');
        expect(redacted).not.toContain('ming@example.com');
        const plain = (value: string) =>
          value
            .normalize('NFKC')
            .toLowerCase()
            .replace(/[^\p{L}\p{N}@]/gu, '');
        // Equal values share a placeholder, so spacing and width may become those of the first.
        expect(plain(redactor.restore(redacted)).replaceAll('ming', '').length).toBe(
          plain(text).replaceAll('ming', '').length,
        );
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it('[PRIV-4] takes time in proportion to the text', () => {
    const redactor = createRedactor(known);
    const long = '王小明 13800138000 a@b.co 1 2 3 4 5 6 7 8 9 0 文三路'.repeat(2_000);
    const started = performance.now();
    redactor.redact(long);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
