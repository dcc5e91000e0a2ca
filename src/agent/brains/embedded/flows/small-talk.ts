import { localize } from '../../../../core/locale.ts';
import type { PhraseKey } from '../phrases/book.ts';
import type { Reading } from '../reading.ts';
import { choice, part, personChoice } from '../reading.ts';
import { type Part, type Script, tell } from '../script.ts';

export function greet(reading: Reading): Script<Part> {
  const shop = localize(reading.view.shop.name, reading.locale);
  return tell(part(reading.say('talk.greet', { shop }), { choices: starters(reading) }));
}

export function identity(reading: Reading): Script<Part> {
  const shop = localize(reading.view.shop.name, reading.locale);
  return tell(part(reading.say('talk.identity', { shop }), { choices: [...starters(reading), personChoice(reading)] }));
}

type Pleasantry = Extract<
  PhraseKey,
  'talk.thank' | 'talk.bye' | 'talk.chat' | 'talk.out-of-scope' | 'talk.attack' | 'talk.hold-on'
>;

export function talk(key: Pleasantry): (reading: Reading) => Script<Part> {
  return (reading) => tell(part(reading.say(key)));
}

/** The answer missed the point: owned up to, and a person is offered at once rather than the same again. */
export function notHelpful(reading: Reading): Script<Part> {
  const flow = { command: 'hand_off' as const, slots: { reason: 'not-helpful' }, asking: 'offer' };
  return tell(part(reading.say('talk.not-helpful'), { choices: [personChoice(reading)], state: { flow } }));
}

/** Somebody is angry: one honest sentence, and the offer of a person. */
export function complain(reading: Reading): Script<Part> {
  const flow = { command: 'hand_off' as const, slots: { reason: 'complaint' }, asking: 'offer' };
  return tell(part(reading.say('talk.complain'), { choices: [personChoice(reading)], state: { flow } }));
}

export function starters(reading: Reading) {
  return [
    choice(reading.say('choice.track')),
    choice(reading.say('choice.find')),
    choice(reading.say('choice.return')),
  ];
}
