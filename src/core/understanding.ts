import type { Locale } from './locale.ts';

/** A stretch of the customer's own text; offsets are UTF-16 in the original. */
export interface Slot {
  name: string;
  text: string;
  start: number;
  end: number;
}

export interface IntentScore {
  name: string;
  /** 0 to 1. */
  probability: number;
  /** A clause of its own asks for it, beside the first. */
  isAlso?: boolean;
}

export type DialogueAct =
  | 'affirm'
  | 'deny'
  | 'choose'
  | 'correct'
  | 'thank'
  | 'greet'
  | 'bye'
  | 'complain'
  | 'ask'
  | 'request'
  | 'inform'
  | 'none';

export type Tone = 'angry' | 'urgent';

/** What a message means, as far as the model can tell. A reading, not a decision. */
export interface Understanding {
  locale: Locale;
  /** Likeliest first; more than one above the threshold means several needs in one message. */
  intents: IntentScore[];
  slots: Slot[];
  act: DialogueAct;
  tones: Tone[];
}

/** What the clerk just asked for, so that a bare "42" or "第二个" can be read. */
export interface UnderstandingContext {
  expecting: string | null;
  lastIntent: string | null;
}

/** Turns text into a reading. */
export interface Understander {
  readonly name: string;
  understand(text: string, context?: UnderstandingContext): Promise<Understanding>;
}
