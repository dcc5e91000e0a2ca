import { z } from 'zod';
import { audiencesOf } from '../knowledge/audiences.ts';
import type { ReadCommand } from './command.ts';
import { words } from './inputs.ts';

export const searchKnowledge: ReadCommand<{ text: string; topic?: string | undefined }> = {
  name: 'search_knowledge',
  effect: 'read',
  description: {
    zh: '在店铺自己的说明里找答案：配送、退换、支付、发票、优惠、营业时间等。',
    en: 'Search the shop’s own articles: delivery, returns, payment, invoices, coupons, opening hours and so on.',
  },
  input: z.strictObject({ text: z.string().trim().min(1).max(2_000), topic: words(64).optional() }),
  async run({ text, topic }, { knowledge, locale, actor }) {
    const passages = await knowledge.search({ text, locale, topic, audiences: audiencesOf(actor) });
    const articles = [...new Set(passages.map((passage) => passage.articleId))];
    if (articles.length === 0) {
      return {
        facts: [{ kind: 'not-found', value: { what: 'article' }, source: { kind: 'article', ref: topic ?? 'all' } }],
      };
    }
    return { facts: [{ kind: 'passages', value: { passages }, source: { kind: 'article', ref: articles.join(',') } }] };
  },
};
