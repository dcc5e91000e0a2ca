import iconv from 'iconv-lite';
import { decodeText } from '../../../platform/encoding/decode.ts';
import { knownEncoding } from '../../../platform/encoding/names.ts';

/** Where a page may say its encoding (HTML standard: the first 1,024 bytes; pages in the wild need more). */
const HEAD_BYTES = 4096;
const META = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i;

/** A byte order mark decides, then the server, then the page itself; a wrong word for UTF-8 and silence are settled by the bytes. */
export function decodeHtml(bytes: Uint8Array, charset: string | null): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES)).toString('latin1');
  const label = (charset ?? META.exec(head)?.[1] ?? '').trim().toLowerCase();
  const known = knownEncoding(label);
  // A page whose head could be read as ASCII is not UTF-16, whatever it says.
  if (known === 'gb18030') return decodeText(bytes, known).text;
  if (known !== null || !iconv.encodingExists(label)) return decodeText(bytes).text;
  return iconv.decode(Buffer.from(bytes), label);
}
