import { lastFact } from '../../../../core/fact.ts';
import { quoteText } from '../../../present/passage.ts';
import type { Reading } from '../reading.ts';
import { part, personChoice } from '../reading.ts';
import type { Part, Script } from '../script.ts';
import { gate } from '../script.ts';

/** The shop's own words, and nothing besides; where it has none, that is said. */
export function* answerQuestion(reading: Reading, topic: string | null): Script<Part> {
  const answer = yield* quoteArticle(reading, topic);
  if (answer) return answer;
  const flow = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
  return part(reading.say('question.unanswered'), { choices: [personChoice(reading)], state: { flow } });
}

export function* quoteArticle(reading: Reading, topic: string | null): Script<Part | null> {
  const result = yield* gate('search_knowledge', { text: reading.text.slice(0, 2_000), ...(topic && { topic }) });
  const fact = lastFact(result.facts, 'passages');
  const passage = fact?.value.passages[0];
  return fact && passage ? part(quoteText(passage), { showing: [fact.id] }) : null;
}

/** Something that this clerk cannot do: what the shop says about it, and a person for the rest. */
export function* beyond(reading: Reading, topic: string): Script<Part> {
  const answer = yield* quoteArticle(reading, topic);
  const flow = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
  const choices = [personChoice(reading)];
  if (!answer) return part(reading.say('beyond.no-article'), { choices, state: { flow } });
  return part(`${answer.text}\n${reading.say('beyond.with-article')}`, {
    choices,
    showing: answer.showing,
    state: { flow },
  });
}
