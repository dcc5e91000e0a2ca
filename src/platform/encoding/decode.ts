import iconv from 'iconv-lite';
import type { Encoding } from './names.ts';
import { plausibility } from './plausibility.ts';

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
export function decodeText(bytes: Uint8Array, given: Encoding | null = null): Decoded {
  const mark = MARKS.find((each) => starts(bytes, ...each.bytes));
  if (mark)
    return {
      text: decodedAs(bytes.subarray(mark.bytes.length), mark.encoding),
      encoding: mark.encoding,
      certain: true,
    };
  if (given) return { text: decodedAs(bytes, given), encoding: given, certain: true };
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null && !bytes.some((byte) => byte >= 0x80)) return { text: utf8, encoding: 'utf-8', certain: true };
  const gb = decodedAs(bytes, 'gb18030');
  const gbReadable = !gb.includes('\uFFFD');
  if (utf8 === null) {
    const lossy = decodedAs(bytes, 'utf-8');
    // A few broken bytes in UTF-8: the rows that hold them are refused, the rest is read.
    if (plausibility(lossy) > plausibility(gb)) return { text: lossy, encoding: 'utf-8', certain: false };
    return { text: gb, encoding: 'gb18030', certain: gbReadable && plausibility(gb) > 0.5 };
  }
  if (!gbReadable) return { text: utf8, encoding: 'utf-8', certain: true };
  const likelier = plausibility(gb) > plausibility(utf8) ? ('gb18030' as const) : ('utf-8' as const);
  // Ten characters beyond ASCII that read well as UTF-8 are no accident.
  const certain = likelier === 'utf-8' && plausibility(utf8) > 1 && holdsBeyondAscii(utf8, 10);
  return { text: likelier === 'utf-8' ? utf8 : gb, encoding: likelier, certain };
}

/** Byte order marks. */
const MARKS: { bytes: number[]; encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

function decodedAs(bytes: Uint8Array, encoding: Encoding): string {
  return iconv.decode(Buffer.from(bytes), encoding);
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

function holdsBeyondAscii(text: string, wanted: number): boolean {
  let found = 0;
  for (let index = 0; index < text.length && found < wanted; index++) if (text.charCodeAt(index) >= 0x80) found++;
  return found >= wanted;
}
