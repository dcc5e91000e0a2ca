import { DOMParser } from '@xmldom/xmldom';
import { decodeText } from '../../../platform/encoding/decode.ts';
import type { SitemapLinks } from './tasks.ts';

/** The addresses in a sitemap or an index of sitemaps (sitemaps.org), or in its plain form of one address a line. Null for anything else. */
export function readLinks(bytes: Uint8Array): SitemapLinks | null {
  const text = decodeText(bytes).text.trim();
  if (!text.startsWith('<')) return lines(text);
  const root = new DOMParser({
    errorHandler: { warning: () => {}, error: stop, fatalError: stop },
  }).parseFromString(text, 'text/xml').documentElement;
  if (root?.localName !== 'urlset' && root?.localName !== 'sitemapindex') return null;
  const links: SitemapLinks = { pages: [], sitemaps: [] };
  for (const location of Array.from(root.getElementsByTagNameNS('*', 'loc'))) {
    const address = location.textContent?.trim() ?? '';
    // Pictures and videos have a `loc` of their own, in another element.
    const parent = (location.parentNode as Element | null)?.localName;
    if (parent === 'url') links.pages.push(address);
    if (parent === 'sitemap') links.sitemaps.push(address);
  }
  return links;
}

function stop(message: string): never {
  throw new Error(message);
}

function lines(text: string): SitemapLinks | null {
  const pages = text.split(/\s*\n\s*/).filter((line) => line !== '');
  return pages.length > 0 && pages.every((line) => URL.canParse(line)) ? { pages, sitemaps: [] } : null;
}
