import type { Localized } from '../core/locale.ts';

/** What a card says beforehand of the part that people have in it. */
export const BY_HAND: Localized = {
  zh: '确认之后由同事手工办理，办好后会在这里告诉您。',
  en: 'After you confirm, a colleague carries it out by hand; the outcome will appear here.',
};
export const APPROVED_FIRST: Localized = {
  zh: '金额较大，确认之后要先由同事审核，审核结果会在这里告诉您。',
  en: 'The amount is large: after you confirm, a colleague checks it first; what they decide will appear here.',
};

/** Once it is done, what was still to come is no longer said. */
export function withoutForetold(effects: readonly Localized[]): Localized[] {
  return effects.filter(({ zh }) => zh !== BY_HAND.zh && zh !== APPROVED_FIRST.zh);
}
