import { LOCALES } from '../core/locale.ts';
import { chunksOf } from './chunks.ts';
import type { ArticleVersion, IndexedChunk } from './ports.ts';
import { TERMS_VERSION, textTerms } from './terms.ts';

/** What a search looks at of a version, in every language that it has. */
export function indexed(version: ArticleVersion, articlePosition: number): IndexedChunk[] {
  const written = LOCALES.filter((locale) => version.body[locale]?.trim());
  return written.flatMap((locale) =>
    chunksOf(version, locale).map((chunk, position) => ({
      articleId: version.articleId,
      version: version.number,
      ...{ articlePosition, position, locale },
      alone: written.length === 1,
      ...chunk,
      topics: version.topics,
      audience: version.audience,
      validFrom: version.validFrom,
      validUntil: version.validUntil,
      ...termsOf(chunk),
      ...{ vector: null, vectorModel: null },
    })),
  );
}

/** The terms of a piece, as they are stored with it. */
export function termsOf({ title, heading, text }: Pick<IndexedChunk, 'title' | 'heading' | 'text'>) {
  return { nameTerms: textTerms(`${title}\n${heading}`), textTerms: textTerms(text), termsVersion: TERMS_VERSION };
}
