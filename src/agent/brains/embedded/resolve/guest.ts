import { lastFact } from '../../../../core/fact.ts';
import { canonicalJson } from '../../../../core/json.ts';
import { localize } from '../../../../core/locale.ts';
import { normalise } from '../../../../language/normalise.ts';
import type { Flow } from '../../../brain.ts';
import { contactIn, orderNumbersIn } from '../read/codes.ts';
import { calledPostcode, identityIn } from '../read/identity.ts';
import type { Reading } from '../reading.ts';
import { isGuest, part, personChoice, question, slotTexts, told } from '../reading.ts';
import { gate, type Script, tell } from '../script.ts';

/** The pair was refused: either half may be put right by itself. */
const TRIED = 'tried';

/** Leads a guest to prove one order by its number and the phone or e-mail on it, or to show who he is. Ends in the order's number. */
export function* verifyGuest(reading: Reading, flow: Flow): Script<string> {
  const { say } = reading;
  if ((yield* isIdentified(reading)) || (yield* identifyGuest(reading, flow))) return yield* ownNumber(reading, flow);
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

function knowsCustomers({ deps: { policy } }: Reading): boolean {
  return policy.identification.some((way) => way === 'email' || way === 'name-and-postcode');
}

/** Who a guest is has been found out in this conversation already. */
export function* isIdentified(reading: Reading): Script<boolean> {
  if (!isGuest(reading) || !knowsCustomers(reading)) return false;
  return lastFact((yield* gate('get_customer', {})).facts, 'customer') !== undefined;
}

function* ownNumber(reading: Reading, flow: Flow): Script<string> {
  const number = orderNumbersIn(reading.text, true)[0]?.number ?? told(reading, 'orderNumber');
  return number ?? (yield* tell(question({ ...flow, asking: 'order' }, reading.say('guest.ask-number'))));
}

/** What a guest can be found by. */
type Identity = { email: string } | { name: string; postcode: string };

/** Which of these were refused already: once more would be the same answer, and one try less. */
const REFUSED = 'refused';

/** Asked of the gate in one turn. */
const MAX_QUERIES = 2;

/**
 * Where the shop knows its customers by e-mail, or by name and postcode: asks who it is until that is known. What was said earlier in the
 * conversation counts too. False where the shop does not.
 */
export function* identifyGuest(reading: Reading, flow: Flow): Script<boolean> {
  if (!isGuest(reading) || !knowsCustomers(reading)) return false;
  const { say } = reading;
  const ways = reading.deps.policy.identification;
  const said = saidOfHimself(reading);
  const known = Array.isArray(flow.slots[REFUSED]) ? flow.slots[REFUSED].map(String) : [];
  const open = identities(said)
    .filter((each) => ways.includes('email' in each ? 'email' : 'name-and-postcode'))
    .filter((each) => !known.includes(canonicalJson(each)))
    .slice(0, MAX_QUERIES);
  const number = orderNumbersIn(reading.text)[0]?.number;
  // An order's number with the contact on it proves that order alone, where the shop goes by that too.
  if (open.length === 0 && ways.includes('order-number-and-contact') && number) return false;

  const slots = {
    ...flow.slots,
    ...(number && { orderNumber: number }),
    ...(said.name && { name: said.name }),
    ...(said.postcode && { postcode: said.postcode }),
  };
  let refusal = '';
  for (const identity of open) {
    const result = yield* gate('find_customer', identity);
    if (lastFact(result.facts, 'customer-verified')) return true;
    refusal = result.verdict.reasons.map((reason) => localize(reason.text, reading.locale)).join('');
  }
  if (open.length > 0) {
    const refused = [...known, ...open.map((each) => canonicalJson(each))];
    const text = refusal || say('guest.ask-identity');
    return yield* tell(
      question({ ...flow, slots: { ...slots, [REFUSED]: refused }, asking: 'verify' }, text, [personChoice(reading)]),
    );
  }
  const { name, postcode } = said;
  const lacks = name && !postcode ? say('guest.ask-postcode', { name }) : null;
  const text = lacks ?? say(postcode && !name ? 'guest.ask-name' : 'guest.ask-identity');
  return yield* tell(question({ ...flow, slots, asking: 'verify' }, text));
}

interface Said {
  /** Latest first. */
  emails: string[];
  name: string | null;
  postcode: string | null;
}

/** The latest word on each. Further back a postcode counts where it was said with a name, or called one: a number alone may be anything. */
function saidOfHimself(reading: Reading): Said {
  const now = identityIn(reading.text);
  const earlier = reading.view.transcript
    .filter(({ from }) => from === 'customer')
    .map(({ text }) => normalise(text).text)
    .reverse();
  const before = earlier.map(identityIn);
  const together = before.find(({ name, postcode }) => name !== null && postcode !== null);
  const name = together?.name ?? before.find((each) => each.name !== null)?.name ?? null;
  const postcode = together?.postcode ?? earlier.map(calledPostcode).find((code) => code !== null) ?? null;
  const emails = [contactIn(reading.text), told(reading, 'contact'), ...earlier.map(contactIn)];
  return {
    emails: [...new Set(emails.flatMap((contact) => (contact?.includes('@') ? [contact] : [])))],
    name: now.name ?? slotTexts(reading, 'person_name')[0] ?? told(reading, 'name') ?? name,
    postcode: now.postcode ?? told(reading, 'postcode') ?? postcode,
  };
}

/** Likeliest first. */
function identities({ emails: [latest, ...older], name, postcode }: Said): Identity[] {
  return [
    ...(latest ? [{ email: latest }] : []),
    ...(name && postcode ? [{ name, postcode }] : []),
    ...older.map((email) => ({ email })),
  ];
}
