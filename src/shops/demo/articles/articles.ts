import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../../core/customer.ts';
import type { Instant } from '../../../core/instant.ts';
import { DAY, plus } from '../../../core/instant.ts';
import { readData } from '../pair.ts';

/** The first line is the title (`# …`), the rest is the body. */
function readText(locale: 'zh' | 'en', id: string): { title: string; body: string } {
  const text = readFileSync(join(import.meta.dirname, locale, `${id}.md`), 'utf8');
  const match = /^# ([^\n]+)\n(.*)$/s.exec(text);
  if (!match) throw new RangeError(`${locale}/${id}.md does not begin with its title`);
  return { title: (match[1] ?? '').trim(), body: (match[2] ?? '').trim() };
}

/** The shop's help articles, in the order of topics.yaml. The longer up the list, the more lately it was gone over. */
export function demoArticles(now: Instant): Article[] {
  return Object.entries(readData<Record<string, string[]>>('articles', 'topics.yaml')).map(([id, topics], index) => {
    const zh = readText('zh', id);
    const en = readText('en', id);
    return {
      id,
      title: { zh: zh.title, en: en.title },
      body: { zh: zh.body, en: en.body },
      topics,
      updatedAt: plus(now, -(3 + index * 4) * DAY),
    };
  });
}
