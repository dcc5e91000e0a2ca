import type { ReadResult } from '../documents.ts';
import { nothingRead } from '../documents.ts';
import { problems } from '../problems.ts';
import { finish } from './finish.ts';
import { decodeHtml } from './html-charset.ts';
import { contentOf } from './html-content.ts';
import { documentOf } from './html-document.ts';
import type { Piece } from './piece.ts';
import { toMarkdown } from './to-markdown.ts';

/** The main content of a page; navigation, scripts and what the page does not show are left out. */
export function readHtml({ key, title, bytes, limits, address, charset }: Piece): ReadResult {
  const document = documentOf(decodeHtml(bytes, charset));
  if (!document) return nothingRead(problems.broken(key));
  const base =
    URL.parse(document.querySelector('base')?.getAttribute('href') ?? '', address ?? undefined)?.href ?? address;
  const content = contentOf(document);
  return finish({ key, title: content.title || title, body: toMarkdown(content.root, base) }, limits);
}
