import { lastFact } from '../../../../core/fact.ts';
import { localize } from '../../../../core/locale.ts';
import type { Flow } from '../../../brain.ts';
import { contactIn, orderNumbersIn } from '../read/codes.ts';
import type { Reading } from '../reading.ts';
import { part, personChoice, question, told } from '../reading.ts';
import { gate, type Script, tell } from '../script.ts';

/** The pair was refused: either half may be put right by itself. */
const TRIED = 'tried';

/** Leads a guest to prove one order by its number and the phone or e-mail on it. Ends in the order's number. */
export function* verifyGuest(reading: Reading, flow: Flow): Script<string> {
  const { say } = reading;
  const saidNumber = orderNumbersIn(reading.text, true)[0]?.number;
  const saidContact = contactIn(reading.text);
  const orderNumber = saidNumber ?? told(reading, 'orderNumber');
  const contact = saidContact ?? told(reading, 'contact');
  // The same pair again would be the same answer, and one try less.
  if (flow.slots[TRIED] === true && !saidNumber && !saidContact)
    return yield* tell(question({ ...flow, asking: 'verify' }, say('guest.ask-both'), [personChoice(reading)]));
  const slots = { ...flow.slots, ...(orderNumber && { orderNumber }), ...(contact && { contact }) };
  if (!orderNumber || !contact) {
    const key = orderNumber ? 'guest.ask-contact' : contact ? 'guest.ask-number' : 'guest.ask-both';
    return yield* tell(question({ ...flow, slots, asking: orderNumber ? 'contact' : 'verify' }, say(key)));
  }

  const result = yield* gate('verify_order', { orderNumber, contact });
  const verified = lastFact(result.facts, 'order-verified');
  if (verified) return verified.value.orderNumber;
  const reasons = result.verdict.reasons;
  const text = reasons.map((reason) => localize(reason.text, reading.locale)).join('') || say('guest.no-match');
  if (reasons.some(({ rule }) => rule.includes('too-many'))) {
    return yield* tell(part(text, { choices: [personChoice(reading)], state: { flow: null } }));
  }
  return yield* tell(
    question({ ...flow, slots: { ...slots, [TRIED]: true }, asking: 'verify' }, `${text}${say('guest.try-again')}`, [
      personChoice(reading),
    ]),
  );
}
