/** A line of text in a page: its size and place in points, from the lower left corner. */
export interface PdfText {
  text: string;
  size?: number;
  x?: number;
  y: number;
}

export interface PdfOptions {
  /** Nobody knows the password: no key opens it. */
  locked?: boolean;
}

/** What a page shows, as it is stored. */
export interface PdfContent {
  /** What is said of it: `/Filter /FlateDecode`. */
  head: string;
  bytes: Uint8Array;
}

/** `picture` is a page that was scanned. */
export type PdfPage = readonly PdfText[] | PdfContent | 'picture' | 'blank';

/**
 * A PDF by hand (PDF 1.4). Its font is not embedded and its characters are numbered by Adobe's table for simplified Chinese,
 * as programs in China write it.
 */
export function pdf(pages: readonly PdfPage[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = [];
  const add = (object: string) => objects.push(object);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>');
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 900 /StemV 80 >> >>',
  );
  add(
    stream('<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', '\x80'),
  );
  for (const [index, page] of pages.entries()) {
    const content = 7 + index * 2;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /I 5 0 R >> >> >>`,
    );
    add(contentOf(page));
  }
  return assembled(objects, options);
}

function contentOf(page: PdfPage): string {
  if (page === 'picture') return stream('<<', 'q 500 0 0 700 50 50 cm /I Do Q');
  if (page === 'blank') return stream('<<', '');
  if ('head' in page) return stream(`<< ${page.head}`, Buffer.from(page.bytes).toString('latin1'));
  return stream('<<', page.map(shown).join('\n'));
}

function shown({ text, size = 12, x = 50, y }: PdfText): string {
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
  return `BT /F ${size} Tf ${x} ${y} Td <${hex}> Tj ET`;
}

const stream = (head: string, content: string) => `${head} /Length ${content.length} >>\nstream\n${content}\nendstream`;

function assembled(objects: readonly string[], { locked }: PdfOptions): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const at = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const lock = locked
    ? ` /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`
    : '';
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${lock} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
