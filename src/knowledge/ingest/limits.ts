/** How much is read at most. Bytes, milliseconds, megabytes of memory; the rest are counts. */
export interface ReadLimits {
  /** One file as it arrives: alone, from an archive, or from a page. Also what one part of a PDF unpacks to. */
  fileBytes: number;
  /** The text of one document. */
  textCharacters: number;
  /** Pairs in one file. */
  rows: number;
  /** Rows that are named one by one; the rest of them are counted. */
  rowProblems: number;
  archiveEntries: number;
  /** All that an archive unpacks to; a DOCX or XLSX is an archive as well. */
  archiveBytes: number;
  /** Unpacked to packed, from a megabyte up: prose packs about 4 to 1, an empty sheet about 50 to 1. */
  archiveRatio: number;
  pdfPages: number;
  /** The parsing of one file. */
  parseMs: number;
  /** What the parsers may hold while they read one file: in their heap, and as much again beside it. */
  parseMegabytes: number;
  /** One answer from the web, its body included. */
  fetchMs: number;
  /** Pages that a sitemap leads to. */
  pages: number;
  /** Sitemaps under one address. */
  sitemaps: number;
}

const MEGABYTE = 1024 * 1024;

export const READ_LIMITS: ReadLimits = {
  fileBytes: 50 * MEGABYTE,
  textCharacters: 2_000_000,
  rows: 20_000,
  rowProblems: 100,
  archiveEntries: 500,
  archiveBytes: 200 * MEGABYTE,
  archiveRatio: 100,
  pdfPages: 500,
  parseMs: 60_000,
  parseMegabytes: 512,
  fetchMs: 30_000,
  pages: 1_000,
  sitemaps: 50,
};
