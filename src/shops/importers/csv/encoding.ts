import iconv from 'iconv-lite';
import { plausibility } from './plausibility.ts';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Decoded {
  text: string;
  encoding: Encoding;
  /** False when both UTF-8 and GB18030 can be read: the likelier one was taken. */
  certain: boolean;
}

/**
 * A byte order mark decides; then strict UTF-8; then GB18030. Short Chinese text in GBK can be valid UTF-8 by chance (「一」「目」「水」 alone are),
 * so where UTF-8 gives nothing but two-byte characters, or both can be read, the reading that people would write is taken.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (starts(bytes, 0xef, 0xbb, 0xbf))
    return { text: iconv.decode(Buffer.from(bytes.subarray(3)), 'utf-8'), encoding: 'utf-8-bom', certain: true };
  if (starts(bytes, 0xff, 0xfe))
    return { text: iconv.decode(Buffer.from(bytes.subarray(2)), 'utf-16le'), encoding: 'utf-16le', certain: true };
  if (starts(bytes, 0xfe, 0xff))
    return { text: iconv.decode(Buffer.from(bytes.subarray(2)), 'utf-16be'), encoding: 'utf-16be', certain: true };
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null && !bytes.some((byte) => byte >= 0x80)) return { text: utf8, encoding: 'utf-8', certain: true };
  const gb = iconv.decode(Buffer.from(bytes), 'gb18030');
  const gbReadable = !gb.includes('\uFFFD');
  if (utf8 === null) return { text: gb, encoding: 'gb18030', certain: gbReadable };
  if (!gbReadable) return { text: utf8, encoding: 'utf-8', certain: true };
  const likelier = plausibility(gb) > plausibility(utf8) ? ('gb18030' as const) : ('utf-8' as const);
  // Ten characters beyond ASCII that read well as UTF-8 are no accident.
  const certain = likelier === 'utf-8' && plausibility(utf8) > 1 && beyondAscii(utf8) >= 10;
  return { text: likelier === 'utf-8' ? utf8 : gb, encoding: likelier, certain };
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function starts(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function beyondAscii(text: string): number {
  return [...text].filter((character) => (character.codePointAt(0) ?? 0) >= 0x80).length;
}
