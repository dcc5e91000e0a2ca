import type { Locale } from '../../core/locale.ts';
import type { IntentScore, Understander, Understanding, UnderstandingContext } from '../../core/understanding.ts';
import { detectLocale } from '../language.ts';
import { normalise } from '../normalise.ts';
import { dialogueAct } from './acts.ts';
import { trainClassifier } from './classifier.ts';
import { splitClauses } from './clauses.ts';
import type { Example } from './corpus.ts';
import type { Lexicon } from './slots/reader.ts';
import { createSlotReader } from './slots/reader.ts';

export interface UnderstanderOptions {
  examples: readonly Example[];
  /** Words of the shop's own catalogue. */
  lexicon?: Lexicon;
  /** Where a message has no language of its own. */
  defaultLocale?: Locale;
}

/** An intent below this is not named beside the first. */
const MENTION = 0.05;
/** A clause's own intent joins the message's when it is at least this sure. */
const SECOND_NEED = 0.45;
const LISTED = 5;

/** Reads a message by its nearest examples. The same text always gives the same reading. */
export function createUnderstander(options: UnderstanderOptions): Understander {
  const index = trainClassifier(options.examples);
  const readSlots = createSlotReader(options.lexicon ?? {}, options.examples);

  function understand(text: string, context?: UnderstandingContext): Understanding {
    const normalised = normalise(text);
    const locale = detectLocale(normalised) ?? options.defaultLocale ?? 'zh';
    const whole = index.classify(normalised.text);
    const intents = joinNeeds(
      whole,
      splitClauses(normalised.text).map((clause) => clause.text),
    );
    return { locale, intents, slots: readSlots(normalised, context), act: dialogueAct(text, intents) };
  }

  function joinNeeds(whole: readonly IntentScore[], clauses: readonly string[]): IntentScore[] {
    const listed = whole.slice(0, LISTED).filter(({ probability }, rank) => rank === 0 || probability >= MENTION);
    if (clauses.length < 2) return listed;
    const needs = new Map<string, number>();
    for (const clause of clauses) {
      const first = index.classify(clause)[0];
      if (first && first.probability >= SECOND_NEED)
        needs.set(first.name, Math.max(needs.get(first.name) ?? 0, first.probability));
    }
    const top = listed[0];
    if (!top || needs.size < 2) return listed;
    const second = [...needs].filter(([name]) => name !== top.name).sort((a, b) => b[1] - a[1])[0];
    if (!second) return listed;
    const rest = listed.filter(({ name }) => name !== second[0] && name !== top.name);
    return [top, { name: second[0], probability: second[1] }, ...rest].sort((a, b) => b.probability - a.probability);
  }

  return { name: 'examples', understand };
}
