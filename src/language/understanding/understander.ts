import type { Locale } from '../../core/locale.ts';
import type { IntentScore, Tone, Understander, Understanding, UnderstandingContext } from '../../core/understanding.ts';
import type { OpenReader } from '../inference/open.ts';
import type { ModelReading } from '../inference/reader.ts';
import { detectLocale } from '../language.ts';
import type { MessageContext } from '../model/input.ts';
import { normalise } from '../normalise.ts';
import { dialogueAct } from './acts.ts';
import { askedFor } from './context.ts';
import { joinNeeds, needClauses } from './needs.ts';
import { mergeSlots } from './slots/merge.ts';
import type { Lexicon } from './slots/reader.ts';
import { createSlotReader } from './slots/reader.ts';

export interface UnderstanderOptions {
  /** Opens the model, once, at the first message. */
  model: () => Promise<Pick<OpenReader, 'read'>>;
  /** Words of the shop's own catalogue. */
  lexicon?: Lexicon;
  /** Where a message has no language of its own. */
  defaultLocale?: Locale;
}

/** Beyond this a message is a letter: its beginning says what it is about. UTF-16 units. */
const READ_AT_MOST = 1_000;

/** Reads a message with the Transformer; exact forms (numbers, money, dates, sizes) by rule, and agreement by strict lists alone. The same text in the same context always gives the same reading. */
export function createUnderstander(options: UnderstanderOptions): Understander {
  const readSlots = createSlotReader(options.lexicon ?? {});
  let opening: ReturnType<UnderstanderOptions['model']> | undefined;

  async function understand(text: string, around?: UnderstandingContext): Promise<Understanding> {
    opening ??= options.model().catch((error: unknown) => {
      // The next message tries again.
      opening = undefined;
      throw error;
    });
    const { read } = await opening;
    const source = normalise(text.slice(0, READ_AT_MOST));
    const context: MessageContext = { asked: askedFor(around?.expecting), after: around?.lastIntent ?? null };
    const clauses = needClauses(source.text);
    // One run for the message and its clauses.
    const messages = [{ text: source, context }, ...clauses.map((clause) => ({ text: clause.text, context }))];
    const [whole, ...parts] = (await read(messages)) as [ModelReading, ...ModelReading[]];
    const intents: IntentScore[] = joinNeeds(
      whole.intents,
      clauses.map((clause, at) => ({ ...clause, intents: parts[at]?.intents ?? [] })),
    );
    return {
      locale: detectLocale(source) ?? options.defaultLocale ?? 'zh',
      intents,
      slots: mergeSlots(source, readSlots(source, { context: around }), whole.slots),
      act: dialogueAct(text, whole),
      tones: whole.tones as Tone[],
    };
  }

  return { name: 'transformer', understand };
}
