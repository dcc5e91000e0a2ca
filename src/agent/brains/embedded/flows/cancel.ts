import type { Order } from '../../../../core/order.ts';
import type { Flow } from '../../../brain.ts';
import { mentioned } from '../read/mention.ts';
import { reasonIn } from '../read/reason.ts';
import type { Reading } from '../reading.ts';
import { choice, question, slotTexts, told } from '../reading.ts';
import { type Part, type Script, tell } from '../script.ts';
import { beginWith } from './begun.ts';
import { propose } from './outcome.ts';

const OPEN = ['awaiting-payment', 'paid', 'processing'];

export function isOpen(order: Order): boolean {
  return OPEN.includes(order.status);
}

export function* cancelOrder(reading: Reading): Script<Part> {
  const reason = told(reading, 'reason') ?? meantOf(reading, reading.text) ?? statedReason(reading);
  const slots: Flow['slots'] = reason ? { reason } : {};
  const { order, flow, opening } = yield* beginWith(reading, {
    command: 'cancel_order',
    slots,
    fits: isOpen,
    which: 'which-order.cancel',
    none: 'no-order.cancel',
  });
  const known = isOpen(order) ? yield* shopsReason(reading, flow) : null;
  if (known) flow.slots.reason = known;
  return yield* propose(reading, flow, { orderNumber: order.number, reason: known ?? reason ?? '' }, opening);
}

/** Where the shop goes by reasons of its own, one of them: by its words, or asked for. Null where any will do. */
function* shopsReason(reading: Reading, flow: Flow): Script<string | null> {
  const reasons = reading.deps.policy.cancelReasons;
  if (!reasons) return null;
  const remembered = told(reading, 'reason') ?? '';
  const meant =
    meantOf(reading, reading.text) ?? reasons.find(({ id }) => id === remembered)?.id ?? meantOf(reading, remembered);
  if (meant) return meant;
  const choices = reasons.map((each) => choice(each[reading.locale]));
  return yield* tell(question({ ...flow, asking: 'reason' }, reading.say('ask-cancel-reason'), choices));
}

/** The one of the shop's own reasons that the words speak of; null where they speak of none, or of several. */
function meantOf({ deps }: Reading, text: string): string | null {
  const [only, ...others] = mentioned(deps.policy.cancelReasons ?? [], ({ zh, en }) => [{ zh, en }], text);
  return only && others.length === 0 ? only.id : null;
}

/** The shop keeps a reason in the customer's words when one was given; none is demanded before shipping. */
function statedReason(reading: Reading): string | null {
  const words = slotTexts(reading, 'reason')[0];
  if (words) return words.slice(0, 200);
  return reasonIn(reading.text) ? reading.text.replace(/\s+/g, ' ').slice(0, 200) : null;
}
