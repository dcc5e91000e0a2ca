import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { COMMON } from './common-characters.ts';
import { decodeText } from './decode.ts';

function validUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) !== null;
  } catch {
    return false;
  }
}

describe('the encoding of a text', () => {
  it('[IMPORT-2] follows a byte order mark', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      const decoded = decodeText(iconv.encode('订单号,状态', encoding, { addBOM: true }));
      expect(decoded).toEqual({ text: '订单号,状态', encoding, certain: true });
    }
  });

  it('[IMPORT-2] is strict UTF-8 where that reads, and GB18030 where it does not', () => {
    const text = '商品编号,商品名称,价格\nP1,轻便透气跑鞋,199\n';
    expect(decodeText(iconv.encode(text, 'utf-8'))).toEqual({ text, encoding: 'utf-8', certain: true });
    expect(decodeText(iconv.encode(text, 'gb18030'))).toEqual({ text, encoding: 'gb18030', certain: true });
    expect(decodeText(iconv.encode('sku,price\n1,2\n', 'utf-8'))).toMatchObject({ encoding: 'utf-8', certain: true });
  });

  it('[IMPORT-3] of a tiny file is not UTF-8 only because its GBK bytes happen to be valid: 一, 目, 水 …', () => {
    const traps = [...COMMON].filter((character) => validUtf8(iconv.encode(character, 'gb18030')));
    expect(traps.length).toBeGreaterThan(90);
    expect(traps).toEqual(expect.arrayContaining(['一', '目', '水']));
    for (const [index, character] of traps.entries()) {
      const other = traps[(index * 7 + 3) % traps.length] ?? '';
      for (const text of [character, `id,name\n1,${character}\n`, `id,name\n1,${character}${other}\n2,${other}\n`]) {
        expect(decodeText(iconv.encode(text, 'gb18030'))).toEqual({ text, encoding: 'gb18030', certain: false });
      }
    }
  });

  it('[IMPORT-3] of a tiny file is UTF-8 where people write what UTF-8 gives', () => {
    const texts = [
      ...COMMON,
      '中国',
      '退货',
      'Café',
      'Müller',
      'São Paulo',
      'Crème brûlée,5',
      'Łódź',
      'Привет',
      'Ελλάδα',
      '5°C',
      '£5',
      '10×20',
      'A·B',
      '5 m²',
      'ひらがな',
    ];
    for (const text of texts)
      expect(decodeText(iconv.encode(text, 'utf-8'))).toMatchObject({ text, encoding: 'utf-8' });
  });

  it('[IMPORT-2] that is given is followed; broken bytes leave the rest readable', () => {
    expect(decodeText(iconv.encode('一', 'gb18030'), 'utf-8')).toMatchObject({ encoding: 'utf-8', certain: true });
    const broken = Buffer.concat([
      iconv.encode('订单号,状态\n1,已付款\n2,', 'utf-8'),
      Buffer.from([0xe5, 0xb7]),
      iconv.encode('\n3,已发货\n', 'utf-8'),
    ]);
    const decoded = decodeText(broken);
    expect(decoded).toMatchObject({ encoding: 'utf-8', certain: false });
    expect(decoded.text).toContain('3,已发货');
  });
});
