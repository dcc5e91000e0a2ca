import type { Order, OrderLine } from '../../../../core/order.ts';
import { readSizes } from '../../../../language/quantities/sizes.ts';
import { isClosed } from '../../../../policy/closed.ts';
import type { Flow } from '../../../brain.ts';
import { REASON_CHOICES, reasonIn } from '../read/reason.ts';
import type { Reading } from '../reading.ts';
import { choice, question, slotTexts, told } from '../reading.ts';
import { type Script, tell } from '../script.ts';

/** States in which the goods are, or were, in the customer's hands. */
const DELIVERED = ['delivered', 'completed'];

export function isDelivered(order: Order): boolean {
  return DELIVERED.includes(order.status);
}

/** Neither goods nor size nor reason is asked of an order that can no longer come back: the gate then tells the rule that forbids it. */
export function isPast({ view, deps }: Reading, order: Order, rule: 'return' | 'exchange'): boolean {
  const context = { now: view.now, timeZone: view.shop.timeZone, returns: [] };
  return isClosed(order, rule, deps.policy, context);
}

/** Not yet closed, and with a size where sizes are spoken of: more likely meant than what was completed long ago. */
export function mostLikely({ text }: Reading): (order: Order) => boolean {
  const ofSize = reasonIn(text) === 'reason.size' || readSizes(text).length > 0;
  const sized = ({ lines }: Order) => lines.some(({ options }) => options.some(({ key }) => key === 'size'));
  return (order) => order.status === 'delivered' && (!ofSize || sized(order));
}

/** A reason that was said in passing is taken; else it is asked for, with the usual ones as buttons. */
export function* findReason(reading: Reading, flow: Flow, lines: readonly OrderLine[]): Script<string> {
  const reason = reasonSoFar(reading);
  if (reason) return reason;
  const sized = lines.some(({ options }) => options.some(({ key }) => key === 'size'));
  const choices = REASON_CHOICES.filter((key) => sized || key !== 'reason.size').map((key) => choice(reading.say(key)));
  return yield* tell(question({ ...flow, asking: 'reason' }, reading.say('ask-reason'), choices));
}

/** Known kinds in the shop's words, with the customer's own where they say more. */
export function reasonSoFar(reading: Reading): string | null {
  const key = reasonIn(reading.text);
  const own = slotTexts(reading, 'reason').join(' ') || (reading.flow?.asking === 'reason' ? reading.text : '');
  if (key) {
    const label = reading.say(key);
    return own && own !== label ? `${label}: ${own}`.slice(0, 300) : label;
  }
  const remembered = told(reading, 'reason');
  return remembered ?? (own.replace(/\s+/g, ' ').slice(0, 300) || null);
}
