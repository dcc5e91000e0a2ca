import { addressText } from '../../../../commands/address-merge.ts';
import type { Json } from '../../../../core/json.ts';
import type { Order } from '../../../../core/order.ts';
import type { Choice } from '../../../../core/reply.ts';
import type { Flow } from '../../../brain.ts';
import type { AddressChange } from '../read/address.ts';
import { addressIn, saysWhere } from '../read/address.ts';
import type { Reading } from '../reading.ts';
import { choice, isGuest, keptSlots, question } from '../reading.ts';
import { findOrder } from '../resolve/order.ts';
import type { Part, Script } from '../script.ts';
import { isOpen } from './cancel.ts';
import { propose } from './outcome.ts';

/** Saved addresses offered at once. */
const MAX_SAVED = 3;

export function* changeAddress(reading: Reading): Script<Part> {
  const address = { ...earlier(reading), ...newParts(reading) };
  const slots: Flow['slots'] = { ...keptSlots(reading), address };
  const order = yield* findOrder(reading, {
    command: 'change_order_address',
    slots,
    fits: isOpen,
    which: 'which-order.address',
    none: 'no-order.address',
  });
  const flow: Flow = { command: 'change_order_address', slots: { ...slots, orderNumber: order.number }, asking: null };
  if (!saysWhere(address)) {
    const key = address.city || address.province ? 'address.ask-street' : 'address.ask-all';
    return question({ ...flow, asking: 'address' }, reading.say(key), saved(reading, order));
  }
  return yield* propose(reading, flow, { orderNumber: order.number, address });
}

/** The customer's other addresses, each as a button. */
function saved(reading: Reading, order: Order): Choice[] {
  const present = addressText(order.address)[reading.locale];
  const lines = (reading.view.customer?.addresses ?? []).map((address) => addressText(address)[reading.locale] ?? '');
  return [...new Set(lines)]
    .filter((line) => line && line !== present)
    .slice(0, MAX_SAVED)
    .map((line) => choice(line));
}

function earlier(reading: Reading): AddressChange {
  const kept: Json | undefined = reading.flow?.slots.address;
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as AddressChange) : {};
}

/** A guest's phone next to an order number proves who he is; it is not a new phone for the parcel. */
function newParts(reading: Reading): AddressChange {
  const said = addressIn(reading.text);
  const proving = isGuest(reading) && ['verify', 'contact', 'order'].includes(reading.flow?.asking ?? '');
  const { phone: _phone, ...rest } = said;
  return proving ? rest : said;
}
