import type { Locale } from '../../src/core/locale.ts';
import type { ListedArticle } from '../../src/knowledge/ports.ts';

/** An article in one language: what everybody indexes. */
export interface Text {
  articleId: string;
  locale: Locale;
  title: string;
  body: string;
}

export interface Hit {
  articleId: string;
  score: number;
}

export interface Index {
  /** The best first; an article may stand twice, in both languages. */
  search(text: string, limit: number): Promise<Hit[]>;
  /** Takes these articles' texts in the language of the questions out. */
  hide(articleIds: readonly string[]): Promise<void>;
  /** Puts them back. */
  show(articleIds: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface Contestant {
  name: string;
  /** Of several the one is taken that does best on the development questions. */
  settings: readonly string[];
  /** Whether it says itself that nothing answers; else it gets a threshold from the development questions. */
  refuses: boolean;
  /** `locale`: the language of the questions. */
  open(articles: readonly ListedArticle[], locale: Locale, setting: string): Promise<Index>;
}

/** All languages of all articles. */
export function textsOf(articles: readonly ListedArticle[]): Text[] {
  return articles.flatMap(({ articleId, title, body }) =>
    (['zh', 'en'] as const).flatMap((locale) => {
      const [named, written] = [title[locale], body[locale]];
      return written === undefined ? [] : [{ articleId, locale, title: named ?? '', body: written }];
    }),
  );
}

export const keyOf = ({ articleId, locale }: Pick<Text, 'articleId' | 'locale'>): string => `${locale} ${articleId}`;
