import type { Fact } from '../core/fact.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply.ts';
import type { Draft } from './brain.ts';
import { presentFacts } from './present/present.ts';
import type { GateScope } from './scope.ts';
import type { Surroundings } from './surroundings.ts';

/** The words of the draft, and under them the cards and sources of the facts it shows. */
export function composeReply(draft: Draft, facts: readonly Fact[], surroundings: Surroundings): Reply {
  const { locale } = surroundings.view;
  const shown = draft.showing === null ? facts : facts.filter((fact) => draft.showing?.includes(fact.id));
  const { blocks, citations } = presentFacts(shown, locale, surroundings.info, draft.text);
  const choices = draft.choices.length > 0 ? [{ kind: 'choices' as const, choices: draft.choices }] : [];
  return { locale, text: draft.text, blocks: [...blocks, ...choices], citations };
}

/** At the doors that only read nobody can be fetched, and nothing is promised. */
const BESIDE_THE_POINT = {
  zh: '抱歉，这个问题我没能处理好。请到店铺页面的对话里再问一次，那里可以转人工。',
  en: 'I’m sorry, I couldn’t work this one out. Please ask in the chat on the shop’s page, where a person can take over.',
} as const;

/** When no brain has found words: honest, and a person is fetched. */
export function fallbackDraft(locale: Locale, mode: GateScope['mode'] = 'full'): Draft {
  if (mode === 'read-only') return { text: BESIDE_THE_POINT[locale], choices: [], showing: [] };
  const text =
    locale === 'zh'
      ? '抱歉，这个问题我没能处理好。我已经请同事接手，会在这个对话里回复您。'
      : 'I’m sorry, I couldn’t work this one out. I’ve asked a colleague to take over; they will answer you here.';
  return { text, choices: [], showing: [] };
}
