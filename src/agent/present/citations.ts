import type { FactValues } from '../../core/fact.ts';
import type { Citation } from '../../core/reply.ts';
import { quoteText } from './passage.ts';

/** A passage much weaker than the best one was found along the way and is no source of the answer. */
const CLOSE_TO_BEST = 0.75;
const MAX_CITED = 3;

/** One source an article. With `text`, only passages whose words stand in it, if any do. */
export function citationsOf({ passages }: FactValues['passages'], text: string | undefined): Citation[] {
  const quoted = text === undefined ? [] : passages.filter((passage) => text.includes(quoteText(passage)));
  const best = passages[0]?.score ?? 0;
  const close = passages.filter(({ score }) => score >= best * CLOSE_TO_BEST);
  const cited = new Map<string, Citation>();
  for (const passage of quoted.length > 0 ? quoted : close) {
    const { articleId, title } = passage;
    if (!cited.has(articleId)) cited.set(articleId, { articleId, title, quote: quoteText(passage) });
  }
  return [...cited.values()].slice(0, MAX_CITED);
}
