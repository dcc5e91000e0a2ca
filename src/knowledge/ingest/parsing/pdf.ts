import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { getDocument, OPS, PasswordException } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ReadProblem, ReadResult } from '../documents.ts';
import { nothingRead } from '../documents.ts';
import { problems } from '../problems.ts';
import { finish } from './finish.ts';
import type { Line } from './pdf-lines.ts';
import { linesOf } from './pdf-lines.ts';
import { markdownOf } from './pdf-markdown.ts';
import { hasHugePart } from './pdf-parts.ts';
import type { Piece } from './piece.ts';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The text of all pages. */
export async function readPdf({ key, title, bytes, limits }: Piece): Promise<ReadResult> {
  if (hasHugePart(bytes, limits.fileBytes)) return nothingRead(problems.unpacksTooLarge(key, limits.fileBytes));
  const loading = getDocument({
    // The reader takes the bytes over.
    data: new Uint8Array(bytes),
    // Chinese PDFs often leave their fonts out and number the characters by Adobe's tables.
    cMapUrl: `${join(PACKAGE, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(PACKAGE, 'standard_fonts')}/`,
    wasmUrl: `${join(PACKAGE, 'wasm')}/`,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > limits.pdfPages)
      return nothingRead(problems.tooManyPages(key, document.numPages, limits.pdfPages));
    const { pages, pictures } = await readPages(document);
    if (pages.every((lines) => lines.length === 0)) return nothingRead(problems.noText(key, document.numPages));
    const { heading, body } = markdownOf(pages);
    const notes: ReadProblem[] = pictures.length > 0 ? [problems.pagesWithoutText(key, pictures)] : [];
    const result = finish({ key, title: heading ?? title, body }, limits);
    return { documents: result.documents, problems: [...result.problems, ...notes] };
  } catch (error) {
    if (error instanceof PasswordException) return nothingRead(problems.password(key));
    throw error;
  } finally {
    await loading.destroy();
  }
}

/** Lines page by page, and the numbers of the pages that are nothing but a picture. */
async function readPages(document: PDFDocumentProxy): Promise<{ pages: Line[][]; pictures: number[] }> {
  const pages: Line[][] = [];
  const pictures: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const lines = linesOf(items.flatMap((item) => ('str' in item ? [item] : [])));
    if (lines.length === 0 && (await showsPicture(page))) pictures.push(number);
    pages.push(lines);
    page.cleanup();
  }
  return { pages, pictures };
}

async function showsPicture(page: PDFPageProxy): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  const painting: readonly number[] = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject];
  return fnArray.some((operation: number) => painting.includes(operation));
}
