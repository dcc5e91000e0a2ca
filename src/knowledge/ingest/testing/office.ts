import type { ZipFile } from './zip.ts';
import { zip } from './zip.ts';

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function contentTypes(parts: Record<string, string>): ZipFile {
  const overrides = Object.entries(parts).map(
    ([part, type]) =>
      `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  );
  return {
    name: '[Content_Types].xml',
    content: `${XML}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
  };
}

function relations(name: string, targets: readonly [string, string][]): ZipFile {
  const all = targets.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return { name, content: `${XML}<Relationships xmlns="${RELATIONS}">${all.join('')}</Relationships>` };
}

/** A paragraph in a style of `docx`: `Heading1` to `Heading3`. */
export function paragraph(value: string, style?: string): string {
  const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : '';
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text(value)}</w:t></w:r></w:p>`;
}

export function wordTable(rows: readonly (readonly string[])[]): string {
  const cell = (value: string) => `<w:tc><w:tcPr/>${paragraph(value)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A Word document as Word in Chinese writes it: styles are numbered, their names English. */
export function docx(body: string, more: readonly ZipFile[] = []): Uint8Array {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const styles = [1, 2, 3].map((level) => style(`Heading${level}`, `heading ${level}`)).join('');
  return zip([
    contentTypes({
      'word/document.xml': 'wordprocessingml.document.main',
      'word/styles.xml': 'wordprocessingml.styles',
    }),
    relations('_rels/.rels', [['officeDocument', 'word/document.xml']]),
    relations('word/_rels/document.xml.rels', [['styles', 'styles.xml']]),
    { name: 'word/styles.xml', content: `${XML}<w:styles ${w}>${styles}</w:styles>` },
    { name: 'word/document.xml', content: `${XML}<w:document ${w}><w:body>${body}</w:body></w:document>` },
    ...more,
  ]);
}

export type XlsxCell = string | number | null | { day: number } | { error: string };

/** A workbook; strings are shared, as Excel keeps them. `day` is a serial date (45,292 is 1 January 2024). */
export function xlsx(sheets: Record<string, readonly (readonly XlsxCell[])[]>): Uint8Array {
  const s = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const shared: string[] = [];
  const cell = (value: XlsxCell, place: string) => {
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    if (typeof value === 'string')
      return `<c r="${place}" t="s"><v>${shared.push(`<si><t xml:space="preserve">${text(value)}</t></si>`) - 1}</v></c>`;
    if ('day' in value) return `<c r="${place}" s="1"><v>${value.day}</v></c>`;
    return `<c r="${place}" t="e"><v>${value.error}</v></c>`;
  };
  const names = Object.keys(sheets);
  const parts = Object.values(sheets).map((rows, index): ZipFile => {
    const all = rows.map((cells, row) =>
      cells.every((each) => each === null)
        ? ''
        : `<row r="${row + 1}">${cells.map((value, column) => cell(value, `${String.fromCharCode(65 + column)}${row + 1}`)).join('')}</row>`,
    );
    return {
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `${XML}<worksheet ${s}><sheetData>${all.join('')}</sheetData></worksheet>`,
    };
  });
  const links = names.map(
    (name, index) => `<sheet name="${text(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return zip([
    contentTypes({ 'xl/workbook.xml': 'spreadsheetml.sheet.main' }),
    relations('_rels/.rels', [['officeDocument', 'xl/workbook.xml']]),
    relations('xl/_rels/workbook.xml.rels', [
      ...names.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    {
      name: 'xl/workbook.xml',
      content: `${XML}<workbook ${s} xmlns:r="${OFFICE}"><sheets>${links.join('')}</sheets></workbook>`,
    },
    ...parts,
    { name: 'xl/sharedStrings.xml', content: `${XML}<sst ${s}>${shared.join('')}</sst>` },
    {
      name: 'xl/styles.xml',
      content: `${XML}<styleSheet ${s}><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
  ]);
}
