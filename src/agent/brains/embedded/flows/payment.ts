import type { PaymentMethodView } from '../../../../core/after-sales.ts';
import type { Order } from '../../../../core/order.ts';
import type { Flow } from '../../../brain.ts';
import { splitsPayment } from '../read/split.ts';
import { choice, keptSlots, part, personChoice, question, type Reading, told } from '../reading.ts';
import { aboutSoFar } from '../resolve/about.ts';
import { findMeans, meansChoices, ownMeans } from '../resolve/means.ts';
import { ownOrders } from '../resolve/order.ts';
import { pointedAt } from '../resolve/pointed.ts';
import type { Part, Script } from '../script.ts';
import { beginWith } from './begun.ts';
import { isOpen } from './cancel.ts';
import { proposeOrAsk } from './outcome.ts';

/** What is wrong with the one that was named, and not with the wish. */
const ASK_AGAIN = { 'gift-card-short': 'means', 'same-method': 'means', unknown: 'means' };

/** Another of the customer's means of payment for an order that was not sent. */
export function* changePayment(reading: Reading): Script<Part> {
  if (splitsPayment(reading.text)) return yield* oneMeansOnly(reading);
  const { order, flow, opening } = yield* beginWith(reading, {
    command: 'change_order_payment',
    slots: { ...keptSlots(reading), about: aboutSoFar(reading) },
    fits: isOpen,
    prefers: ({ status }) => status === 'paid',
    which: 'which-order.payment',
    none: 'no-order.payment',
  });
  const own = yield* ownMeans(reading);
  const isOther = (means: PaymentMethodView) => !paidBy(order, means);
  const [any] = own;
  const means =
    order.status !== 'paid' && any
      ? any // The rules say why not before anybody has to choose.
      : yield* findMeans(reading, flow, { which: 'means.which', fits: isOther, onlyOne: true });
  flow.slots.paymentMethodId = means.id;
  const input = { orderNumber: order.number, paymentMethodId: means.id };
  const others = own.filter((each) => isOther(each) && each.id !== means.id);
  return yield* proposeOrAsk(reading, flow, input, ASK_AGAIN, opening, meansChoices(reading, others));
}

/** No rule lets an order be paid by two: that is said, and that the whole of it may move to another. */
function* oneMeansOnly(reading: Reading): Script<Part> {
  const { say } = reading;
  const [pointed, ...others] = pointedAt(reading, (yield* ownOrders(reading)).filter(isOpen));
  const orderNumber = told(reading, 'orderNumber') ?? (others.length === 0 ? pointed?.number : undefined);
  const flow: Flow = {
    command: 'change_order_payment',
    slots: { ...(orderNumber && { orderNumber }) },
    asking: 'offer',
  };
  const choices = [choice(say('choice.payment')), personChoice(reading)];
  if (reading.flow?.asking !== 'means') return part(say('means.one-only'), { choices, state: { flow } });
  const own = meansChoices(reading, yield* ownMeans(reading));
  return question({ ...flow, asking: 'means' }, say('means.one-of'), own);
}

function paidBy({ payments }: Order, means: PaymentMethodView): boolean {
  return payments.some(({ kind, paymentMethodId, method }) => {
    return kind === 'payment' && (paymentMethodId ? paymentMethodId === means.id : method === means.method);
  });
}
