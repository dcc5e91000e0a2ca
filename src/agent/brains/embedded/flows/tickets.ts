import { lastFact } from '../../../../core/fact.ts';
import { dateWords } from '../../../present/time.ts';
import { ticketStateWord } from '../../../present/words.ts';
import { choice, part, personChoice, type Reading } from '../reading.ts';
import { gate, type Part, type Script } from '../script.ts';
import { outcomeOf } from './outcome.ts';

/** 「我的投诉登记了吗」「工单处理得怎么样了」: what was noted down, and whether it is closed; no more is known, and nothing is promised. */
export function* trackTickets(reading: Reading): Script<Part> {
  const { locale, say, view } = reading;
  const result = yield* gate('list_tickets', {});
  const fact = lastFact(result.facts, 'tickets');
  if (!fact) return outcomeOf(reading, result, null);
  const { tickets } = fact.value;
  const [newest, ...others] = tickets;
  if (!newest) {
    const choices = [choice(say('choice.note')), personChoice(reading)];
    const flow = { command: 'create_ticket' as const, slots: {}, asking: 'offer' };
    return part(say('tickets.none'), { choices, state: { flow } });
  }
  const date = dateWords(newest.createdAt, view.shop.timeZone, locale, view.now);
  const state = ticketStateWord(newest.state, locale);
  const text =
    others.length === 0 ? say('tickets.one', { date, state }) : say('tickets.several', { count: tickets.length });
  const isOpen = tickets.some((each) => each.state === 'open');
  return part([text, isOpen ? say('tickets.open') : ''].filter(Boolean).join(locale === 'zh' ? '' : ' '), {
    choices: isOpen ? [personChoice(reading)] : [],
    showing: [fact.id],
    state: { flow: isOpen ? { command: 'hand_off', slots: {}, asking: 'offer' } : null },
  });
}
