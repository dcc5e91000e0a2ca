import { addressText } from '../../../../commands/address-merge.ts';
import type { Json } from '../../../../core/json.ts';
import type { Address } from '../../../../core/order.ts';
import type { Choice } from '../../../../core/reply.ts';
import type { Flow } from '../../../brain.ts';
import type { AddressChange } from '../read/address.ts';
import { addressIn, saysWhere } from '../read/address.ts';
import { orderNumbersIn } from '../read/codes.ts';
import type { Reading } from '../reading.ts';
import { choice, isGuest, keptSlots, question } from '../reading.ts';
import type { Part, Script } from '../script.ts';
import { beginWith } from './begun.ts';
import { isOpen } from './cancel.ts';
import { propose } from './outcome.ts';

/** Saved addresses offered at once. */
const MAX_SAVED = 3;

export function* changeAddress(reading: Reading): Script<Part> {
  const address = moved(earlier(reading), newParts(reading));
  const slots: Flow['slots'] = { ...keptSlots(reading), address };
  const { order, flow, opening } = yield* beginWith(reading, {
    command: 'change_order_address',
    slots,
    fits: isOpen,
    which: 'which-order.address',
    none: 'no-order.address',
  });
  const elsewhere = Boolean(address.city || address.province);
  // Another city without its province, as English names it, may lie anywhere.
  const isPlaceless = address.city !== undefined && address.city !== order.address.city && !address.province;
  if (!saysWhere(address) || (elsewhere && !address.street) || isPlaceless) {
    const key = elsewhere && !isPlaceless ? 'address.ask-street' : 'address.ask-all';
    const asked = question({ ...flow, asking: 'address' }, reading.say(key), saved(reading, order.address));
    // A yes to the question must not redeem the card of the address that was just put right.
    return { ...asked, withdraw: reading.flow?.asking === 'confirm' };
  }
  return yield* propose(reading, flow, { orderNumber: order.number, address }, opening);
}

/** Another province or city takes all that lay below the old one with it; recipient and phone stay. */
export function moved(before: AddressChange, now: AddressChange): AddressChange {
  const other = (['province', 'city'] as const).some((key) => now[key] !== undefined && now[key] !== before[key]);
  if (!other) return { ...before, ...now };
  const { name, phone } = before;
  return { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }), ...now };
}

/** The customer's other addresses, each as a button. */
export function saved(reading: Reading, present: Address | null): Choice[] {
  const line = present && addressText(present)[reading.locale];
  const lines = (reading.view.customer?.addresses ?? []).map((address) => addressText(address)[reading.locale] ?? '');
  return [...new Set(lines)]
    .filter((each) => each && each !== line)
    .slice(0, MAX_SAVED)
    .map((each) => choice(each));
}

export function earlier(reading: Reading): AddressChange {
  const kept: Json | undefined = reading.flow?.slots.address;
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as AddressChange) : {};
}

/** A guest's phone next to an order number proves who he is; it is not a new phone for the parcel. */
function newParts(reading: Reading): AddressChange {
  const said = addressIn(reading.text);
  const isAsked = ['verify', 'contact', 'order'].includes(reading.flow?.asking ?? '');
  const proving = isGuest(reading) && (isAsked || orderNumbersIn(reading.text).length > 0);
  const { phone: _phone, ...rest } = said;
  return proving ? rest : said;
}
