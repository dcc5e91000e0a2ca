import { findLinks, type Inline, safeHref } from './links.ts';

export type Span = Inline | { kind: 'strong'; parts: Inline[] };

export type MarkdownBlock =
  | { kind: 'heading'; spans: Span[] }
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'list'; ordered: boolean; items: Span[][] }
  | { kind: 'table'; head: Span[][]; rows: Span[][][] };

const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;
const BULLET = /^\s*[-*+]\s+(.*)$/;
const NUMBER = /^\s*\d{1,3}[.、)]\s*(.*)$/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** `[words](address)`, not preceded by `!`: pictures stay text. */
const LINK = /(!?)\[([^\][]*)\]\(([^()\s]*)\)/g;

function links(text: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const href = match[1] === '' ? safeHref(match[3] ?? '') : null;
    if (href === null) continue;
    parts.push(...findLinks(text.slice(from, match.index)), { kind: 'link', text: match[2] || href, href });
    from = match.index + match[0].length;
  }
  return [...parts, ...findLinks(text.slice(from))];
}

function spans(text: string): Span[] {
  return text
    .split(/(\*\*[^*]+\*\*)/)
    .filter((piece) => piece !== '')
    .flatMap<Span>((piece) =>
      piece.length > 4 && piece.startsWith('**') && piece.endsWith('**')
        ? [{ kind: 'strong', parts: links(piece.slice(2, -2)) }]
        : links(piece),
    );
}

function cells(line: string): Span[][] {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inner.split('|').map((cell) => spans(cell.trim()));
}

/** The plain subset in which shops write articles. Whatever is not in it stays text: there is no way to an element of one's own. */
export function parseMarkdown(source: string): MarkdownBlock[] {
  const lines = source.split(/\r\n|\r|\n/);
  const blocks: MarkdownBlock[] = [];
  let paragraph: string[] = [];
  let at = 0;

  const flush = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', spans: spans(paragraph.join('\n')) });
    paragraph = [];
  };
  const collect = (pattern: RegExp): Span[][] => {
    const items: Span[][] = [];
    for (let match = pattern.exec(lines[at] ?? ''); match; match = pattern.exec(lines[++at] ?? '')) {
      items.push(spans(match[1] ?? ''));
    }
    return items;
  };

  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = HEADING.exec(line);
    const pattern = BULLET.test(line) ? BULLET : NUMBER.test(line) ? NUMBER : null;
    if (heading) {
      flush();
      blocks.push({ kind: 'heading', spans: spans(heading[1] ?? '') });
      at++;
    } else if (pattern) {
      flush();
      blocks.push({ kind: 'list', ordered: pattern === NUMBER, items: collect(pattern) });
    } else if (line.includes('|') && TABLE_RULE.test(lines[at + 1] ?? '')) {
      flush();
      const rows: Span[][][] = [];
      const head = cells(line);
      for (at += 2; (lines[at] ?? '').includes('|'); at++) rows.push(cells(lines[at] ?? ''));
      blocks.push({ kind: 'table', head, rows });
    } else {
      if (line.trim() === '') flush();
      else paragraph.push(line.trim());
      at++;
    }
  }
  flush();
  return blocks;
}
