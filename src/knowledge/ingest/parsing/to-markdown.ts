import TurndownService from 'turndown';
import type { HtmlElement } from './html-document.ts';
import { gridOf, isLayout } from './html-table.ts';
import { tableOf } from './tables.ts';

/** HTML as Markdown. `base` is what relative links are relative to; without one they become plain text, as do links that open nothing. */
export function toMarkdown(root: HtmlElement, base: string | null): string {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    hr: '---',
  });
  // Backslashes in codes and sizes (`TH\_01`) would be quoted to customers and keep the code from being found.
  service.escape = (text) => text;
  service
    .addRule('picture', { filter: 'img', replacement: (_, node) => element(node).getAttribute('alt')?.trim() ?? '' })
    .addRule('struck', { filter: ['del', 's'], replacement: (text) => (text.trim() ? `~~${text.trim()}~~` : '') })
    .addRule('term', {
      filter: ['dt', 'summary'],
      replacement: (text) => (text.trim() ? `\n\n**${text.replaceAll('**', '').trim()}**\n\n` : ''),
    })
    .addRule('definition', { filter: ['dd', 'details'], replacement: (text) => `\n\n${text.trim()}\n\n` })
    .addRule('link', {
      filter: (node) => node.nodeName === 'A',
      replacement: (text, node) => linked(text.trim(), element(node).getAttribute('href'), base),
    })
    .addRule('table', {
      filter: 'table',
      replacement: (content, node) => {
        if (isLayout(element(node))) return `\n\n${content}\n\n`;
        const rows = gridOf(element(node), (cell) => service.turndown(cell as unknown as TurndownService.Node));
        return rows.length > 0 ? `\n\n${tableOf(rows)}\n\n` : '';
      },
    })
    .addRule('cell', { filter: ['td', 'th', 'tr', 'caption'], replacement: (text) => `\n\n${text.trim()}\n\n` });
  return service.turndown(root as unknown as TurndownService.Node);
}

const element = (node: unknown) => node as HtmlElement;

function linked(text: string, href: string | null, base: string | null): string {
  if (text === '' || href === null || /^\s*(?:#|$)/.test(href)) return text;
  const target = URL.parse(href, base ?? undefined);
  if (!target || !['http:', 'https:', 'mailto:', 'tel:'].includes(target.protocol) || text === target.href) return text;
  return `[${text.replace(/\s*\n\s*/g, ' ')}](${target.href.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}
