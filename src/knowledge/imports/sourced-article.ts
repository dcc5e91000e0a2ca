import { createHash } from 'node:crypto';
import type { Localized } from '../../core/locale.ts';
import type { ReadDocument } from '../ingest/documents.ts';
import type { ImportKind, ImportSettings, SourcedArticle } from '../ports.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** The same file or address is the same source, however often it is brought in. */
export function sourceIdOf(kind: ImportKind, name: string): string {
  return `${kind}-${hash(name).slice(0, 16)}`;
}

/** What a file's articles were last made from: the bytes, and what was said of them. */
export function fileState(bytes: Uint8Array, settings: ImportSettings): string {
  return hash(`${createHash('sha256').update(bytes).digest('hex')} ${JSON.stringify(settings)}`);
}

/** The article that a text becomes. */
export function sourcedArticle(document: ReadDocument, sourceId: string, settings: ImportSettings): SourcedArticle {
  const language = settings.language ?? document.language ?? 'zh';
  // Other wordings stand as a heading: found by a question, and not quoted in an answer.
  const also = document.alsoAsked.length > 0 ? `## ${document.alsoAsked.join(' / ')}\n\n` : '';
  const { topics, audience, validFrom, validUntil } = settings;
  const content = {
    title: { [language]: document.title } as Localized,
    body: { [language]: `${also}${document.body}` } as Localized,
    ...{ topics, audience, validFrom, validUntil },
  };
  return {
    id: `k-${hash(`${sourceId}\n${document.key}`).slice(0, 24)}`,
    key: document.key,
    digest: hash(JSON.stringify(content)),
    content,
  };
}
