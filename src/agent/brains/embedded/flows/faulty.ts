import type { Flow } from '../../../brain.ts';
import { KIND_OF_REASON, reasonIn } from '../read/reason.ts';
import type { Reading } from '../reading.ts';
import { choice, personChoice, question } from '../reading.ts';
import { type Part, type Script, tell } from '../script.ts';

/** Something arrived broken or wrong: whether it goes back or is replaced is the customer's choice, and the reason is already known. */
export function faultyGoods(reading: Reading, asked?: Flow): Script<Part> {
  const key = reasonIn(reading.text) ?? 'reason.quality';
  const own = reading.text.replace(/\s+/g, ' ').slice(0, 200);
  const slots = { reason: `${reading.say(key)}: ${own}`, reasonKind: KIND_OF_REASON[key], about: own };
  const flow: Flow = asked ?? { command: 'return_items', slots, asking: 'remedy' };
  const choices = [choice(reading.say('choice.return')), choice(reading.say('choice.exchange')), personChoice(reading)];
  return tell(question(flow, reading.say('ask-remedy'), choices));
}
