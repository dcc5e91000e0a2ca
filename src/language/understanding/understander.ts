import type { Locale } from '../../core/locale.ts';
import type { IntentScore, Understander, Understanding, UnderstandingContext } from '../../core/understanding.ts';
import type { Example } from '../corpus/examples.ts';
import { detectLocale } from '../language.ts';
import { normalise } from '../normalise.ts';
import { dialogueAct } from './acts.ts';
import { trainClassifier } from './classifier.ts';
import { inContext } from './context.ts';
import { joinNeeds } from './needs.ts';
import type { Lexicon } from './slots/reader.ts';
import { createSlotReader } from './slots/reader.ts';

export interface UnderstanderOptions {
  examples: readonly Example[];
  /** Words of the shop's own catalogue. */
  lexicon?: Lexicon;
  /** Where a message has no language of its own. */
  defaultLocale?: Locale;
}

/** Beyond this a message is a letter: its beginning says what it is about. UTF-16 units. */
const READ_AT_MOST = 1_000;

/** Reads a message by the examples: a classifier that is trained on them here, rules for slots, small lists for acts. The same text always gives the same reading. */
export function createUnderstander(options: UnderstanderOptions): Understander {
  const classifier = trainClassifier(options.examples);
  const readSlots = createSlotReader(options.lexicon ?? {}, options.examples);

  function classify(text: string, context: UnderstandingContext | undefined): IntentScore[] {
    return inContext(classifier.classify(text), text, context);
  }

  function understand(text: string, context?: UnderstandingContext): Understanding {
    const source = normalise(text.slice(0, READ_AT_MOST));
    const intents = joinNeeds(source.text, classify(source.text, context), (clause) => classify(clause, context));
    return {
      locale: detectLocale(source) ?? options.defaultLocale ?? 'zh',
      intents,
      slots: readSlots(source, { context, intent: intents[0]?.name }),
      act: dialogueAct(text, intents),
    };
  }

  return { name: 'examples', understand };
}
