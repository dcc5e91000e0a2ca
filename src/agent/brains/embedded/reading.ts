import type { ProductNeed } from '../../../advice/need.ts';
import type { Json } from '../../../core/json.ts';
import type { Locale } from '../../../core/locale.ts';
import type { Choice } from '../../../core/reply.ts';
import type { IntentScore } from '../../../core/understanding.ts';
import { normalise } from '../../../language/normalise.ts';
import type { Policy } from '../../../policy/policy.ts';
import type { BrainView, DialogueState, Flow } from '../../brain.ts';
import { isNamed, sharpened, wishNamed } from './cues.ts';
import { outright } from './outright.ts';
import type { PhraseBook, Say } from './phrases/book.ts';
import { speaker } from './phrases/book.ts';
import { type Wanted, wantedIn } from './read/denied.ts';
import type { Part } from './script.ts';

/** Reads what kind of product a message asks for; `previous` is refined by it. */
export type ReadProductNeed = (
  text: string,
  previous: ProductNeed | undefined,
  shop: { currency: string },
) => ProductNeed;

export interface BrainDeps {
  phrases: PhraseBook;
  readProductNeed: ReadProductNeed;
  /** The shop's rules of now: what is beyond them need not be asked for in detail. */
  policy: Policy;
}

/** From here on an intent is taken as meant; below, the clerk asks back. */
export const LIKELY = 0.3;

/** A view, read once: the text in one width and one script, what it seems to want, and the voice to answer in. */
export interface Reading {
  view: BrainView;
  deps: BrainDeps;
  locale: Locale;
  text: string;
  say: Say;
  /** What it may want, likeliest first. */
  scores: IntentScore[];
  /** Names of the likely ones among them. */
  intents: string[];
  /** The flow that this message goes on with; null when it begins something. */
  flow: Flow | null;
}

export function read(view: BrainView, deps: BrainDeps): Reading {
  const whole = normalise(view.text).text.trim();
  const wanted = READS_WISHES.has(view.state.flow?.asking ?? '') ? wantedIn(whole) : null;
  const text = wanted?.rest ?? whole;
  const scores = wanted
    ? wishesOf(wanted, view.understanding.intents)
    : (outright(view, text) ?? sharpened(view.understanding.intents, text));
  return {
    view: wanted
      ? {
          ...view,
          text,
          understanding: { ...view.understanding, intents: scores, act: wanted.isWish ? 'none' : 'deny' },
        }
      : view,
    deps,
    locale: view.locale,
    text,
    scores,
    say: speaker(deps.phrases, view.locale, view.turnId),
    intents: scores.filter(({ probability }) => probability >= LIKELY).map(({ name }) => name),
    flow: view.state.flow,
  };
}

/** Questions beside which a new wish may be begun. */
const READS_WISHES: ReadonlySet<string> = new Set(['', 'offer', 'remedy']);

/** What is left of the wishes: by their words, else by the reading, of which what was denied is no part. */
function wishesOf({ rest, isWish }: Wanted, scores: readonly IntentScore[]): IntentScore[] {
  if (!isWish) return [{ name: 'deny', probability: 1 }];
  const named = wishNamed(rest);
  const others = scores.filter(({ name }) => name !== named && (!DENIABLE.has(name) || isNamed(name, rest)));
  if (named) return [{ name: named, probability: 1 }, ...others];
  const total = others.reduce((sum, { probability }) => sum + probability, 0) || 1;
  return others.map(({ name, probability }) => ({ name, probability: probability / total }));
}

const DENIABLE: ReadonlySet<string> = new Set([
  ...['cancel_order', 'undo_cancel', 'return_items', 'undo_return', 'exchange_items', 'correct_previous'],
]);

export function wants(reading: Reading, intent: string): boolean {
  return reading.intents.includes(intent);
}

/** Texts of the slots of that name, in the order in which they were said. */
export function slotTexts(reading: Reading, name: string): string[] {
  return reading.view.understanding.slots.filter((slot) => slot.name === name).map((slot) => normalise(slot.text).text);
}

/** What the flow has already been told under that name. */
export function told(reading: Reading, name: string): string | null {
  const value: Json | undefined = reading.flow?.slots[name];
  return typeof value === 'string' ? value : null;
}

/** The slots of the flow that this message goes on with, as far as they are of use for an order. */
export function keptSlots(reading: Reading): Flow['slots'] {
  const { productId: _product, need: _need, gift: _gift, ...slots } = reading.flow?.slots ?? {};
  return slots;
}

export function isGuest(reading: Reading): boolean {
  return reading.view.actor.kind === 'guest';
}

/** 「不是这单」「不对，是…」: what was understood before is to be read anew. */
export function isCorrection(reading: Reading): boolean {
  return (
    reading.view.understanding.act === 'correct' ||
    reading.intents[0] === 'correct_previous' ||
    NOT_THIS.test(reading.text)
  );
}

const NOT_THIS =
  /不是(?:这|那)|不对[,，。 ]?(?:是|要)|搞错了|\bnot (?:this|that) one\b|\bno,? i meant\b|\bi meant\b|\bwrong (?:order|one)\b/i;

/** A button that says what it sends. */
export function choice(label: string, send = label): Choice {
  return { label, send };
}

export function personChoice(reading: Reading): Choice {
  return choice(reading.say('choice.person'));
}

export function part(text: string, rest: Partial<Omit<Part, 'text'>> = {}): Part {
  return { text, choices: [], showing: [], withdraw: false, state: {}, ...rest };
}

/** A question that leaves the flow waiting for its answer. */
export function question(flow: Flow, text: string, choices: Choice[] = [], state: Partial<DialogueState> = {}): Part {
  return part(text, { choices, state: { ...state, flow } });
}

/** As if nothing had been said: the flow then asks again for what it lacks. */
export function silenced(reading: Reading): Reading {
  const { understanding } = reading.view;
  const nothing = { ...understanding, slots: [], intents: [], act: 'none' as const };
  return { ...reading, text: '', intents: [], scores: [], view: { ...reading.view, text: '', understanding: nothing } };
}
