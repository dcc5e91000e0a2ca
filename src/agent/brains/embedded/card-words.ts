import { factsOf } from '../../../core/fact.ts';
import type { Flow } from '../../brain.ts';
import { MAY_BE_REASON } from './agreeing.ts';
import { laterOf } from './flows/begun.ts';
import { joined } from './flows/outcome.ts';
import type { Reading } from './reading.ts';
import type { Part } from './script.ts';

/** How to answer the open card. */
export function howToAnswer({ say }: Reading, { command }: Flow): string {
  if (command === 'cancel_return') return say('quote.press-withdraw');
  return command === 'cancel_order' ? say('quote.press-cancel') : say('quote.press');
}

/** The order on the card is the other one, or it comes next. */
export function otherOne(reading: Reading, flow: Flow): string {
  const number = String(flow.slots.orderNumber ?? '');
  const [next] = laterOf(flow);
  const told = next
    ? reading.say('orders.then', { number, next })
    : number
      ? reading.say('orders.on-card', { number })
      : '';
  return joined(reading, [told, howToAnswer(reading, flow)]);
}

/** A no that may have been the reason is taken for a no, and how to go on is said. */
export function meantOtherwise(reading: Reading, told: Part): Part {
  const isCancelling = reading.flow?.command === 'cancel_order' && reading.flow.asking === 'confirm';
  const isLeft = reading.view.results.some(({ facts }) => factsOf(facts, 'quote-cancelled').length > 0);
  if (!isCancelling || !isLeft || !MAY_BE_REASON.test(reading.text)) return told;
  return { ...told, text: joined(reading, [told.text, reading.say('quote.or-cancel')]) };
}
