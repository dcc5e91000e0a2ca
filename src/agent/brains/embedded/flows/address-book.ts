import { lastFact } from '../../../../core/fact.ts';
import type { Address } from '../../../../core/order.ts';
import type { Flow } from '../../../brain.ts';
import { saysWhere } from '../read/address.ts';
import { ordinalsIn, pick } from '../read/ordinal.ts';
import { choice, isGuest, part, personChoice, type Reading } from '../reading.ts';
import { addressesMeant, ownAddresses } from '../resolve/elsewhere.ts';
import { identifyGuest, isIdentified } from '../resolve/guest.ts';
import { moved, NOWHERE, newAddress, withoutAsked } from '../resolve/new-address.ts';
import { gate, type Part, type Script } from '../script.ts';
import { asked, askedOn, earlier, saidOfAddress, saved, withPlace } from './address.ts';
import { outcomeOf, proposeOrAsk } from './outcome.ts';

/** More addresses, or fewer: not what changing the default one does. */
const ADDS_OR_REMOVES =
  /添加|新增|增加|再(?:存|加)|加一个|多存|都.{0,4}存|删|去掉|撤了|不用了|\b(?:add|save (?:a|another|both)|second address|remove|delete|ditch|get rid|take .{1,12} off)\b/i;

/** 「我现在默认的是哪个」 */
const ASKS_WHICH =
  /(?:是|用的?)哪|是(?:什么|啥|多少)|看(?:一)?下|\b(?:which|what)(?:'s| is| are| address)|\bshow me\b/i;

/** 「看看我的资料」: what the account holds; the first address is the default one. */
export function* showDetails(reading: Reading): Script<Part> {
  const result = yield* gate('get_customer', {});
  const fact = lastFact(result.facts, 'customer');
  if (!fact) return outcomeOf(reading, result, null);
  const change = choice(reading.say('choice.address-book'));
  return part(reading.say('address-book.shown'), { choices: [change], showing: [fact.id], state: { flow: null } });
}

/** What a rule may find lacking in an address. */
const ASK_AGAIN = { incomplete: 'address', unchanged: 'address' };

/** The default address of the customer's account; orders keep theirs. */
export function* changeAddressBook(reading: Reading): Script<Part> {
  // Who it is decides before anybody types an address.
  const known = earlier(reading);
  const sought: Flow = {
    command: 'change_customer_address',
    slots: { address: moved(known, saidOfAddress(reading).parts) },
    asking: null,
  };
  if (isGuest(reading) && !(yield* isIdentified(reading)) && !(yield* identifyGuest(reading, sought))) {
    const result = yield* gate('get_customer', {});
    if (result.status !== 'done') return outcomeOf(reading, result, null);
  }
  const isNew = reading.flow?.command !== 'change_customer_address';
  const addresses = yield* ownAddresses(reading);
  const chosen = chosenBefore(reading, addresses);
  const heard = saidOfAddress(reading);
  const said = chosen ? { ...heard, parts: chosen, door: [], rest: [], body: '' } : heard;
  if (isNew && ADDS_OR_REMOVES.test(reading.text) && !saysWhere(said.parts)) {
    const flow = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
    return part(reading.say('address-book.default-only'), { choices: [personChoice(reading)], state: { flow } });
  }
  if (isNew && ASKS_WHICH.test(reading.text) && !saysWhere(said.parts)) return yield* showDetails(reading);
  const [present] = addresses;
  const pointed = saysWhere(said.parts) ? [] : yield* addressesMeant(reading, present ?? null, true);
  const [meant] = pointed.length === 1 && pointed[0] !== present ? pointed : [];
  const { address, ask } = newAddress(reading, withPlace(said, meant), known, present ?? NOWHERE);
  const kept = isNew ? {} : withoutAsked(reading.flow?.slots ?? {});
  const flow: Flow = { command: 'change_customer_address', slots: { ...kept, address }, asking: null };
  if (ask) return askedOn(reading, flow, ask);
  if (!saysWhere(address))
    return asked(reading, flow, reading.say('address-book.ask'), saved(reading, present ?? null));
  return yield* proposeOrAsk(reading, flow, { address }, ASK_AGAIN);
}

/** 「默认的设成第二个地址」: one that the account holds already. */
function chosenBefore({ text }: Reading, addresses: readonly Address[]) {
  const [place] = ordinalsIn(text);
  return (place === undefined ? undefined : pick(addresses, place)) ?? null;
}
