import { lastFact } from '../../../../core/fact.ts';
import { quoteText } from '../../../present/passage.ts';
import type { Reading } from '../reading.ts';
import { part, personChoice } from '../reading.ts';
import type { Part, Script } from '../script.ts';
import { contained, gate } from '../script.ts';
import { together } from '../together.ts';
import { isUnsent, trackOrder } from './track.ts';

/** The shop's own words, and nothing besides; where it has none, that is said. */
export function* answerQuestion(reading: Reading, topic: string | null): Script<Part> {
  const answer = yield* quoteArticle(reading, topic, true);
  if (answer) return answer;
  const flow = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
  return part(reading.say('question.unanswered'), { choices: [personChoice(reading)], state: { flow } });
}

/** Wishes for something to be done: the article's opening says whether it can be; the words of the wish would pick some detail. */
const WISHES: ReadonlySet<string> = new Set([
  'change_order_items',
  'expedite_order',
  'price_protection',
  'refund_without_return',
  'request_invoice',
  'undo_cancel',
  'undo_return',
]);

/** A text of which no article holds a word: the topic alone decides, and the opening is taken. */
const NO_WORDS = '·';

/** What the shop wrote on that topic; with `loosely`, else what answers the words best. */
export function* quoteArticle(reading: Reading, topic: string | null, loosely = false): Script<Part | null> {
  const text = topic !== null && WISHES.has(topic) ? NO_WORDS : reading.text.slice(0, 2_000);
  const result = yield* gate('search_knowledge', { text, ...(topic && { topic }) });
  const fact = lastFact(result.facts, 'passages');
  const passages = fact?.value.passages ?? [];
  const written = passages.find(({ topics }) => topic !== null && topics.includes(topic));
  const passage = written ?? (loosely ? passages[0] : undefined);
  return fact && passage ? part(quoteText(passage), { showing: [fact.id] }) : null;
}

/** Something that this clerk cannot do: what the shop says about it, and a person for the rest. */
export function* beyond(reading: Reading, topic: string): Script<Part> {
  const answer = yield* quoteArticle(reading, topic);
  const flow = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
  const choices = [personChoice(reading)];
  if (!answer) return part(reading.say('beyond.no-article'), { choices, state: { flow } });
  const text = `${answer.text}\n${reading.say('beyond.with-article')}`;
  return part(text, { choices, showing: answer.showing, state: { flow } });
}

/** 「怎么还不发货」: how the order stands, and what the shop says of hurrying. */
export function* expedite(reading: Reading): Script<Part> {
  const standing = yield* contained(trackOrder(reading, isUnsent));
  if (standing.state.flow?.asking) return standing;
  return together([standing, yield* beyond(reading, 'expedite_order')]);
}
