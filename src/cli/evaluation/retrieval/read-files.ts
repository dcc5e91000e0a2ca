import { resolve } from 'node:path';
import { z } from 'zod';
import type { Locale, Localized } from '../../../core/locale.ts';
import type { ListedArticle } from '../../../knowledge/ports.ts';
import { badLine, parseJsonLines } from '../../../language/evaluation/json-lines.ts';
import { readBytes, shaped } from '../../../language/evaluation/rows.ts';
import { detectLocale } from '../../../language/language.ts';

const Text = z.string().refine((text) => text.trim() !== '', 'is empty');
const Ids = z.array(z.string().min(1));

/** Other fields are other programs' and are left alone. */
const DocumentLine = z.object({ id: z.string().min(1), title: z.string().optional(), content: Text });
const QueryLine = z.object({
  text: Text.optional(),
  instructions: Text.optional(),
  documents: Ids.optional(),
  required_documents: Ids.optional(),
});

export interface Query {
  text: string;
  /** Documents that answer it. */
  right: string[];
}

/** JSON lines with `id`, `title` and `content`; throws `rows.bad-line` naming the file, the line and the reason. */
export function readDocuments(file: string, fallback: Locale): ListedArticle[] {
  const known = new Set<string>();
  return linesOf(file).map((line) => {
    const { id, title = '', content } = shaped(DocumentLine, line);
    if (known.has(id)) throw badLine(line.where, `the id ${id} stands twice`);
    known.add(id);
    const locale = detectLocale(content) ?? fallback;
    return {
      ...{ articleId: id, title: inOne(locale, title), body: inOne(locale, content), topics: [] },
      ...{ audience: 'public', validFrom: null, validUntil: null },
    };
  });
}

/** JSON lines with `text` and `documents`, or `instructions` and `required_documents`. */
export function readQueries(file: string, documents: readonly Pick<ListedArticle, 'articleId'>[]): Query[] {
  const known = new Set(documents.map(({ articleId }) => articleId));
  return linesOf(file).map((line) => {
    const { text, instructions, documents: right, required_documents: required } = shaped(QueryLine, line);
    if ((text === undefined) === (instructions === undefined))
      throw badLine(line.where, 'either text or instructions is wanted');
    if ((right === undefined) === (required === undefined))
      throw badLine(line.where, 'either documents or required_documents is wanted');
    const wanted = [...new Set(right ?? required ?? [])];
    const unknown = wanted.find((id) => !known.has(id));
    if (unknown !== undefined) throw badLine(line.where, `no document ${unknown}`);
    return { text: text ?? instructions ?? '', right: wanted };
  });
}

function inOne(locale: Locale, text: string): Localized {
  return locale === 'zh' ? { zh: text } : { en: text };
}

function linesOf(file: string) {
  const path = resolve(file);
  return parseJsonLines(readBytes(path), path);
}
