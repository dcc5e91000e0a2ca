import type { Localized } from './core/locale.ts';
import type { IndexedChunk } from './knowledge/ports.ts';
import type { Policy } from './policy/policy.ts';
import { contradictions } from './policy-check.ts';

/**
 * What the clerk may quote of a piece: its text without the sentences in which it says otherwise than the rules. Null when its title or heading
 * does: then nothing under it can be trusted. Asked when a piece is about to be quoted, so that new rules hold at once.
 */
export function agreeingText(policy: Policy, chunk: IndexedChunk): string | null {
  const { articleId: id, locale, title, heading, text, topics } = chunk;
  const [titles, body] = [{ [locale]: title }, { [locale]: `${heading}\n${text}` }] as Localized[] as [
    Localized,
    Localized,
  ];
  const wrong = contradictions(policy, [{ ...{ id, topics, title: titles, body }, updatedAt: '' }]);
  if (wrong.some(({ sentence }) => title.includes(sentence) || heading.includes(sentence))) return null;
  return wrong.reduce((rest, { sentence }) => rest.replace(sentence, ''), text);
}
