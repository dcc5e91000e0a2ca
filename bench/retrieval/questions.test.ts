import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { instant } from '../../src/core/instant.ts';
import { demoArticles } from '../../src/shops/demo/articles/articles.ts';

const FOLDER = join(import.meta.dirname, 'questions');
const WAYS = ['direct', 'colloquial', 'misspelt', 'cross-language', 'code', 'two-needs'];
const WAYS_OF: Record<string, string[]> = { zh: [...WAYS, 'pinyin'], en: WAYS };

const UNANSWERED = z.strictObject({ id: z.string(), text: z.string().min(1) });
const QUESTION = UNANSWERED.extend({ way: z.string(), articles: z.array(z.string()).min(1) });

function lines<T>(file: string, shape: z.ZodType<T>): T[] {
  const text = readFileSync(join(FOLDER, file), 'utf8').trimEnd();
  return text.split('\n').map((line) => shape.parse(JSON.parse(line)));
}

/** What stays of a text when only spelling signs differ. */
const bare = (text: string) => text.toLowerCase().replace(/[\p{P}\p{S}\s]/gu, '');

const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index);

const locales = Object.keys(WAYS_OF).filter((locale) => existsSync(join(FOLDER, `${locale}.jsonl`)));

it('there is a set', () => expect(locales).not.toEqual([]));

describe.each(locales)('the held-out questions, %s', (locale) => {
  const questions = lines(`${locale}.jsonl`, QUESTION);
  const unanswered = lines(`${locale}-unanswered.jsonl`, UNANSWERED);
  const articles = new Set(demoArticles(instant('2026-01-01T00:00:00Z')).map(({ id }) => id));

  it('every id stands once and tells its locale and way', () => {
    const all = [
      ...questions.map(({ id, way }) => ({ id, way })),
      ...unanswered.map(({ id }) => ({ id, way: 'none' })),
    ];
    expect(repeated(all.map(({ id }) => id))).toEqual([]);
    expect(all.filter(({ id, way }) => id.replace(/-\d{3}$/, '') !== `${locale}-${way}`)).toEqual([]);
  });

  it('no text stands twice', () => {
    expect(repeated([...questions, ...unanswered].map(({ text }) => bare(text)))).toEqual([]);
  });

  it('every article exists, none is named twice, and two needs have two', () => {
    expect(questions.filter((question) => !question.articles.every((id) => articles.has(id)))).toEqual([]);
    expect(questions.filter((question) => repeated(question.articles).length > 0)).toEqual([]);
    expect(questions.filter(({ way, articles: ids }) => way === 'two-needs' && ids.length !== 2)).toEqual([]);
  });

  it('every way has sixty questions, and a hundred have no answer', () => {
    const few = (WAYS_OF[locale] ?? []).filter((way) => questions.filter((one) => one.way === way).length < 60);
    expect(few).toEqual([]);
    expect(questions.filter(({ way }) => !WAYS_OF[locale]?.includes(way))).toEqual([]);
    expect(unanswered.length).toBe(100);
  });

  it('the set reaches at least 110 articles', () => {
    expect(new Set(questions.flatMap(({ articles: ids }) => ids)).size).toBeGreaterThanOrEqual(110);
  });
});
