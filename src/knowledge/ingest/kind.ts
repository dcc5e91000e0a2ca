import type { ArchiveEntry } from './archive/open-archive.ts';

/** What one parser reads. */
export type Kind = 'markdown' | 'text' | 'html' | 'csv' | 'pdf' | 'docx' | 'xlsx';

export type FoundKind = Kind | 'zip' | 'locked-office' | 'old-office' | 'unknown';

const BY_ENDING: Record<string, Kind> = {
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  csv: 'csv',
  tsv: 'csv',
};

const BY_CONTENT_TYPE: Record<string, Kind> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/csv': 'csv',
};

/** The compound file of Office before 2007, in which a newer Office also locks its files. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

/** By content; where that is text, by what a server says of it and by the name's ending. */
export function kindOf(name: string, bytes: Uint8Array, contentType: string | null = null): FoundKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096));
  // Readers accept a PDF that begins within the first kilobyte.
  if (head.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (['PK\x03\x04', 'PK\x05\x06'].includes(head.toString('latin1', 0, 4))) return 'zip';
  if (COMPOUND_FILE.every((byte, index) => head[index] === byte)) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(LOCKED)
      ? 'locked-office'
      : 'old-office';
  }
  if (isBinary(head)) return 'unknown';
  if (/^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(head.toString('latin1').replace(/^\W{0,3}</, '<')))
    return 'html';
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const said = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  // Servers send what they do not know as plain text.
  return BY_CONTENT_TYPE[said] ?? BY_ENDING[ending] ?? (ending === '' || said === 'text/plain' ? 'text' : 'unknown');
}

/** Bytes that no text has: controls other than white space, unless a mark says that two bytes make a character. */
function isBinary(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  const controls = head.filter((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b].includes(byte)).length;
  return controls > Math.max(1, head.length / 100);
}

/** What a ZIP is: an Office document is one as well, and so are formats that nobody reads here. */
export function containerKind(entries: readonly ArchiveEntry[]): 'docx' | 'xlsx' | 'archive' | 'unknown' {
  const paths = new Set(entries.map(({ path }) => path));
  if (paths.has('[Content_Types].xml')) {
    if (paths.has('word/document.xml') || paths.has('word/document2.xml')) return 'docx';
    return paths.has('xl/workbook.xml') ? 'xlsx' : 'unknown';
  }
  return paths.has('mimetype') || paths.has('AndroidManifest.xml') || paths.has('META-INF/MANIFEST.MF')
    ? 'unknown'
    : 'archive';
}
