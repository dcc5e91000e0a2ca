import { lastFact } from '../../../../core/fact.ts';
import { localize } from '../../../../core/locale.ts';
import type { Flow } from '../../../brain.ts';
import { contactIn, orderNumbersIn } from '../read/codes.ts';
import { identityIn } from '../read/identity.ts';
import type { Reading } from '../reading.ts';
import { isGuest, part, personChoice, question, slotTexts, told } from '../reading.ts';
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

/** Where the shop knows its customers by e-mail, or by name and postcode: asks who it is until that is known. False where it does not. */
export function* identifyGuest(reading: Reading, flow: Flow): Script<boolean> {
  const ways = reading.deps.policy.identification;
  if (!isGuest(reading) || !(ways.includes('email') || ways.includes('name-and-postcode'))) return false;
  const { say } = reading;
  const contact = contactIn(reading.text) ?? told(reading, 'contact');
  const email = contact?.includes('@') && ways.includes('email') ? contact : null;
  const said = identityIn(reading.text);
  const name = said.name ?? slotTexts(reading, 'person_name')[0] ?? told(reading, 'name');
  const postcode = said.postcode ?? told(reading, 'postcode');
  // An order's number with the contact on it proves that order alone, where the shop goes by that too.
  if (
    !email &&
    !(name && postcode) &&
    ways.includes('order-number-and-contact') &&
    orderNumbersIn(reading.text).length > 0
  )
    return false;
  const number = orderNumbersIn(reading.text)[0]?.number;
  const slots = {
    ...flow.slots,
    ...(number && { orderNumber: number }),
    ...(name && { name }),
    ...(postcode && { postcode }),
  };
  if (!email && !(name && postcode)) {
    const key = postcode ? 'guest.ask-name' : 'guest.ask-identity';
    const text = name && !postcode ? say('guest.ask-postcode', { name }) : say(key);
    return yield* tell(question({ ...flow, slots, asking: 'verify' }, text));
  }
  const result = yield* gate('find_customer', email ? { email } : { name, postcode });
  if (lastFact(result.facts, 'customer-verified')) return true;
  const { name: _name, postcode: _postcode, ...kept } = flow.slots;
  const text = result.verdict.reasons.map((reason) => localize(reason.text, reading.locale)).join('');
  return yield* tell(
    question({ ...flow, slots: kept, asking: 'verify' }, text || say('guest.ask-identity'), [personChoice(reading)]),
  );
}
