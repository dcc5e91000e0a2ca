import type { Locale, Localized } from '../core/locale.ts';
import { localize } from '../core/locale.ts';

/** A piece of an article that can stand as an answer: one paragraph or list, under its heading. */
interface Chunk {
  title: string;
  heading: string;
  /** The article's own words without Markdown's marks. */
  text: string;
}

/** The pieces of an article's text in that language, in order. */
export function chunksOf(article: { title: Localized; body: Localized }, locale: Locale): Chunk[] {
  const title = localize(article.title, locale).trim();
  let heading = '';
  const chunks: Chunk[] = [];
  for (const block of blocksOf(article.body[locale] ?? '')) {
    const headed = /^#{1,6}\s+(.+?)\s*#*$/.exec(block);
    if (headed) {
      heading = plain(headed[1] ?? '');
      continue;
    }
    const text = plain(block);
    if (text) chunks.push({ title, heading, text });
  }
  return chunks;
}

/** Blank lines separate blocks; a heading is a block; a list belongs to the line that introduces it, also across a blank line. */
function blocksOf(markdown: string): string[] {
  const blocks: string[] = [];
  let open: string[] = [];
  let blank = false;
  const close = () => {
    if (open.length > 0) blocks.push(open.join('\n'));
    open = [];
  };
  for (const line of markdown.split(/\r\n?|\n/)) {
    if (line.trim() === '') {
      blank = true;
      continue;
    }
    const introduced = /^\s*(?:[-*+]|\d+[.)])\s/.test(line) && /[：:]\s*$/.test(open.at(-1) ?? '');
    const heading = /^#{1,6}\s/.test(line);
    if (heading || (blank && !introduced)) close();
    blank = false;
    if (heading) blocks.push(line.trim());
    else open.push(line.trim());
  }
  close();
  return blocks;
}

/** Without emphasis, code marks, link targets, images and table rules. Words stay as they are. */
function plain(markdown: string): string {
  return markdown
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/^>\s?/gm, '')
    .replace(/^\|?[\s:|-]+\|[\s:|-]*$/gm, '')
    .replace(/^\|(.*)\|$/gm, (_, cells: string) =>
      cells
        .split('|')
        .map((cell) => cell.trim())
        .join(' · '),
    )
    .replace(/^\s*[*+]\s/gm, '- ')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
