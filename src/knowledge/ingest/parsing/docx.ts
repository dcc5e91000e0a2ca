import mammoth from 'mammoth';
import type { ReadResult } from '../documents.ts';
import { nothingRead } from '../documents.ts';
import { problems } from '../problems.ts';
import { finish } from './finish.ts';
import { documentOf } from './html-document.ts';
import type { Piece } from './piece.ts';
import { toMarkdown } from './to-markdown.ts';

/** Office writes its own styles in English in every language; other programs translate them. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
];

export async function readDocx({ key, title, bytes, limits }: Piece): Promise<ReadResult> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: STYLES,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  const document = documentOf(value);
  if (!document) return nothingRead(problems.broken(key));
  for (const way of [...document.querySelectorAll('a[href^="#footnote-ref"],a[href^="#endnote-ref"]')]) way.remove();
  const heading = document.querySelector('h1') ?? document.querySelector('h2');
  return finish({ key, title: heading?.textContent.trim() || title, body: toMarkdown(document.body, null) }, limits);
}
