import type { Localized } from '../core/locale.ts';
import type { CommandHint } from '../core/verdict.ts';

/** The way to a person, as an alternative. */
export function askPerson(text: Localized): CommandHint {
  return { command: 'hand_off', text };
}

export const PERSON_DECIDES = askPerson({
  zh: '我可以转人工同事帮您看看还有没有办法。',
  en: 'I can bring in a colleague to see what can still be done.',
});
