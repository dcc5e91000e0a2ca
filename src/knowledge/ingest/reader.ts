import type { ReadResult } from './documents.ts';
import type { ReadLimits } from './limits.ts';
import { READ_LIMITS } from './limits.ts';
import { createWorkbench } from './parsing/workbench.ts';
import { readFile } from './read-file.ts';
import { readPage } from './read-page.ts';
import type { SitemapOptions, SitemapStep } from './read-sitemap.ts';
import { readSitemap } from './read-sitemap.ts';

export interface ReaderOptions {
  /** `createHttp(…).fetch` with no origins allowed but the shop's own: the addresses come from people and documents. */
  fetch: typeof fetch;
  limits?: Partial<ReadLimits>;
}

/**
 * Reads what a shop has written, into texts. Nothing that is in a file or at an address makes it throw: what was not read is a problem,
 * and everything else is there whole. Keeps nothing, and gives the same for the same.
 */
export interface Reader {
  /**
   * Markdown, text, HTML, PDF, DOCX, XLSX, CSV, or a ZIP of these, told apart by content and then by the name's ending.
   * A `Blob` (`fs.openAsBlob`, an upload) that is too large is not even loaded.
   */
  file(name: string, content: Uint8Array | Blob): Promise<ReadResult>;
  /** The main content of a web page, or the file that is at the address. */
  page(url: string): Promise<ReadResult>;
  /** The pages of a sitemap, a step each, in its order; also of the sitemaps in it. To cancel, stop iterating. */
  sitemap(url: string, options?: SitemapOptions): AsyncGenerator<SitemapStep, void, void>;
  /** For good: ends the process in which files are parsed, and with it what is being read or waits. Without it that ends with the process. */
  close(): Promise<void>;
}

export function createReader(options: ReaderOptions): Reader {
  const limits = { ...READ_LIMITS, ...options.limits };
  const workbench = createWorkbench(limits);
  const tools = { limits, fetch: options.fetch, workbench };
  return {
    file: (name, content) => readFile(name, content, tools),
    page: (url) => readPage(url, tools),
    sitemap: (url, sitemapOptions = {}) => readSitemap(url, sitemapOptions, tools),
    close: () => workbench.close(),
  };
}
