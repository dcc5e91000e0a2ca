import type { Article } from './core/customer.ts';
import type { Localized } from './core/locale.ts';
import { policyArticles } from './policy/articles.ts';
import type { Policy } from './policy/policy.ts';
import { contradictions } from './policy-check.ts';

/**
 * What the clerk may quote: the articles that the rules write, which stand first and so go before others on their topics, and the shop's own
 * without the sentences that say otherwise.
 */
export function ruledArticles(policy: Policy, articles: readonly Article[]): Article[] {
  return [...policyArticles(policy), ...articles.flatMap((article) => agreeing(policy, article) ?? [])];
}

/** Null when the title itself says otherwise: then nothing under it can be trusted. */
function agreeing(policy: Policy, article: Article): Article | null {
  const wrong = contradictions(policy, [article]);
  if (wrong.length === 0) return article;
  if (wrong.some(({ title, sentence }) => title.includes(sentence))) return null;
  const cut = (locale: 'zh' | 'en') =>
    wrong
      .filter((each) => each.locale === locale)
      .reduce((text, { sentence }) => text?.replace(sentence, ''), article.body[locale]);
  const [zh, en] = [cut('zh'), cut('en')];
  return { ...article, body: { ...(zh !== undefined && { zh }), ...(en !== undefined && { en }) } as Localized };
}
