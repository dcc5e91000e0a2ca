import { pick } from '../../core/sampling.ts';
import type { Row } from '../evaluation/rows.ts';
import type { Example } from './examples.ts';

/** What a message of an intent does where nothing else is marked. */
const ACTS: Readonly<Record<string, string>> = {
  affirm: 'affirm',
  deny: 'deny',
  choose_option: 'choose',
  correct_previous: 'correct',
  greet: 'greet',
  thank: 'thank',
  bye: 'bye',
  complain: 'complain',
  not_helpful: 'complain',
  ask_back: 'ask',
  bot_identity: 'ask',
  out_of_scope: 'ask',
  small_talk: 'inform',
  hold_on: 'inform',
};
const ASKING = /^(?:ask_|find_|refine_|compare_|recommend_|list_|order_|track_|refund_status|order_sms|place_order)/;

/** What flows ask, by the names of the corpus's marks. */
export const QUESTIONS: readonly string[] = [
  'order',
  'contact',
  'items',
  'size',
  'reason',
  'address',
  'need',
  'confirm',
];

/** What the clerk had asked where such an answer comes. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  affirm: ['confirm'],
  deny: ['confirm'],
  provide_order_id: ['order'],
  provide_contact: ['contact', 'order'],
  provide_reason: ['reason'],
  provide_size: ['size'],
  provide_address: ['address'],
  choose_option: ['items', 'order', 'size'],
  find_product: ['need'],
  ask_back: QUESTIONS,
};

export function actOf({ act, intent }: Pick<Example, 'act' | 'intent'>): string {
  if (act !== null) return act;
  const known = ACTS[intent];
  if (known !== undefined) return known;
  if (intent.startsWith('provide_')) return 'inform';
  return ASKING.test(intent) ? 'ask' : 'request';
}

export function rowOf(example: Example): Row {
  const { text, intent, also, slots, tones, asked, after } = example;
  return {
    text,
    intents: [intent, ...also],
    slots: slots.map(({ name, start, end }) => ({ name, start, end })),
    act: actOf(example),
    tones,
    asked,
    after,
  };
}

/** Shares of unmarked messages that are given a context: one that fits an answer, or any, which must not change what is clear by itself. */
const FITTING = 0.5;
const ASKED_ANYTHING = 0.2;
const AFTER_ANYTHING = 0.4;

/** A message that is clear by itself is clear in any context: it is read in many. */
export function inSomeContext(row: Row, intents: readonly string[], random: () => number): Row {
  if (row.asked || row.after) return row;
  // What means nothing is often said where an answer is awaited, and is none.
  const fitting = row.intents.length === 0 ? QUESTIONS : ANSWERS[row.intents[0] ?? ''];
  const asked =
    fitting && random() < FITTING ? pick(fitting, random) : random() < ASKED_ANYTHING ? pick(QUESTIONS, random) : null;
  const after = random() < AFTER_ANYTHING ? pick(intents, random) : null;
  return { ...row, asked: asked ?? null, after: after ?? null };
}
