import type { ReadProblem, ReadResult } from './documents.ts';
import { nothingRead } from './documents.ts';
import { download } from './download.ts';
import type { SitemapLinks } from './parsing/tasks.ts';
import { problems } from './problems.ts';
import { unread } from './read-one.ts';
import { pageKey, readDownloaded } from './read-page.ts';
import type { Tools } from './tools.ts';

export interface SitemapOptions {
  /** Other sites that may be read (`www.shop.example`); the sitemap's own always is. */
  sites?: readonly string[];
  /** Pages that an earlier run has read already. */
  skip?: (key: string) => boolean;
}

/** One page, or something to say of a sitemap. */
export interface SitemapStep {
  key: string;
  result: ReadResult;
  /** Pages done with, of those found so far; all are found before the first is read. */
  done: number;
  found: number;
}

interface Walk {
  tools: Tools;
  sites: Set<string>;
  pages: Set<string>;
}

export async function* readSitemap(
  url: string,
  options: SitemapOptions,
  tools: Tools,
): AsyncGenerator<SitemapStep, void, void> {
  const walk: Walk = { tools, sites: new Set([url, ...(options.sites ?? [])].map(siteOf)), pages: new Set() };
  for await (const problem of collectPages(pageKey(url), walk))
    yield { key: problem.key, result: nothingRead(problem), done: 0, found: walk.pages.size };
  let done = 0;
  for (const key of walk.pages) {
    const result = options.skip?.(key) ? null : await readLinked(key, walk);
    done++;
    if (result) yield { key, result, done, found: walk.pages.size };
  }
}

/** Fills `walk.pages`; gives back what could not be followed. */
async function* collectPages(start: string, walk: Walk): AsyncGenerator<ReadProblem, void, void> {
  const { pages, sites } = walk;
  const { limits } = walk.tools;
  const waiting = [start];
  const seen = new Set(waiting);
  const strangers = new Set<string>();
  for (let read = 0; read < waiting.length; read++) {
    const key = waiting[read] ?? '';
    if (read === limits.sitemaps) {
      yield problems.sitemapsLeftOut(start, limits.sitemaps);
      break;
    }
    const links = await linksAt(key, walk, read === 0);
    if ('code' in links) {
      yield links;
      continue;
    }
    for (const address of [...links.sitemaps, ...links.pages].map(pageKey)) {
      const site = siteOf(address);
      if (sites.has(site)) continue;
      if (!strangers.has(site)) yield problems.otherSite(address, site);
      strangers.add(site);
    }
    for (const address of links.sitemaps.map(pageKey)) {
      if (!sites.has(siteOf(address))) continue;
      if (seen.has(address)) yield problems.sitemapLoop(address);
      else waiting.push(address);
      seen.add(address);
    }
    for (const address of links.pages.map(pageKey)) {
      if (!sites.has(siteOf(address)) || pages.has(address)) continue;
      if (pages.size === limits.pages) {
        yield problems.sitemapPagesLeftOut(start, limits.pages);
        return;
      }
      pages.add(address);
    }
  }
}

async function linksAt(key: string, walk: Walk, first: boolean): Promise<SitemapLinks | ReadProblem> {
  const found = await download(key, walk.tools);
  if (!found.ok) return found.problem;
  const site = siteOf(found.value.address);
  // Where the shop's own address leads is the shop's as well: shop.example → www.shop.example.
  if (first) walk.sites.add(site);
  if (!walk.sites.has(site)) return problems.otherSite(key, site);
  const outcome = await walk.tools.workbench.ask('sitemap', { bytes: found.value.bytes });
  if (outcome.ok) return outcome.answer ?? problems.noSitemap(key);
  return outcome.reason === 'broken' ? problems.noSitemap(key) : unread(outcome.reason, key, walk.tools.limits);
}

async function readLinked(key: string, walk: Walk): Promise<ReadResult> {
  const found = await download(key, walk.tools);
  if (!found.ok) return nothingRead(found.problem);
  const address = pageKey(found.value.address);
  if (!walk.sites.has(siteOf(address))) return nothingRead(problems.otherSite(key, siteOf(address)));
  if (address !== key && walk.pages.has(address)) return nothingRead(problems.samePage(key, address));
  return readDownloaded(key, found.value, walk.tools);
}

/** The host and port: a site is the same by http and by https. */
function siteOf(address: string): string {
  return (URL.parse(address)?.host ?? URL.parse(`https://${address}`)?.host ?? address).toLowerCase();
}
