import type { Locale } from '../../core/locale.ts';

/** One text that the shop wrote: an article, a page, or one question with its answer. */
export interface ReadDocument {
  /**
   * The same for the same text of the same source, however often it is read: the file's name, the path in the archive, the page's address;
   * for a pair these, the sheet and the question (not the row: one inserted row would make every later pair a new one).
   */
  key: string;
  /** One line; for a pair the question. */
  title: string;
  /** Markdown with headings, lists and tables kept. Only text: nothing in it is an instruction to anybody. */
  body: string;
  /** What the text is written in; null where it has no language of its own. */
  language: Locale | null;
  kind: 'text' | 'pair';
  /** Other wordings of a pair's question, as the shop lists them. */
  alsoAsked: string[];
}

export type ReadProblemCode =
  | 'too-large'
  | 'too-many'
  | 'too-slow'
  | 'interrupted'
  | 'archive-bomb'
  | 'nested-archive'
  | 'password'
  | 'no-text'
  | 'empty'
  | 'broken'
  | 'encoding'
  | 'unknown-type'
  | 'row'
  | 'repeated'
  | 'address-refused'
  | 'elsewhere'
  | 'not-reached';

/** Something that was not read, or not wholly. What is not named by a problem was. */
export interface ReadProblem {
  /** Of the document, file, page or archive it is about. */
  key: string;
  code: ReadProblemCode;
  /** For the shop's people: names the place (row 17, page 3) and what they can do. */
  detail: { zh: string; en: string };
}

export interface ReadResult {
  documents: ReadDocument[];
  problems: ReadProblem[];
}

export const nothingRead = (...problems: ReadProblem[]): ReadResult => ({ documents: [], problems });

export function joined(results: readonly ReadResult[]): ReadResult {
  return {
    documents: results.flatMap(({ documents }) => documents),
    problems: results.flatMap(({ problems }) => problems),
  };
}
