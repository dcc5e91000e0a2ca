import { localize } from '../../../../core/locale.ts';
import type { Order, OrderLine } from '../../../../core/order.ts';
import type { Flow } from '../../../brain.ts';
import { mentioned } from '../read/mention.ts';
import { namesOrder, returnsLater, saysOne, saysSome, saysWhole } from '../read/part-of-order.ts';
import { reasonIn } from '../read/reason.ts';
import type { Reading } from '../reading.ts';
import { choice, part, personChoice, question, slotTexts, told } from '../reading.ts';
import { aboutSoFar } from '../resolve/about.ts';
import { exceptions, linesNamed } from '../resolve/chosen.ts';
import { type Part, type Script, tell } from '../script.ts';
import { beginWith } from './begun.ts';
import { propose } from './outcome.ts';

const OPEN = ['awaiting-payment', 'paid', 'processing'];

export function isOpen(order: Order): boolean {
  return OPEN.includes(order.status);
}

export function* cancelOrder(reading: Reading): Script<Part> {
  if (reading.flow?.asking === PART && returnsLater(reading.text))
    return part(reading.say('cancel.return-later'), { state: { flow: null } });
  const reason = told(reading, 'reason') ?? meantOf(reading, reading.text) ?? statedReason(reading);
  const slots: Flow['slots'] = { about: aboutSoFar(reading), ...(reason && { reason }) };
  const { order, flow, opening } = yield* beginWith(reading, {
    command: 'cancel_order',
    slots,
    fits: isOpen,
    which: 'which-order.cancel',
    none: 'no-order.cancel',
  });
  const some = isOpen(order) ? someOf(reading, order) : [];
  if (some.length > 0) return wholeOnly(reading, flow, order, some);
  const known = isOpen(order) ? yield* shopsReason(reading, flow) : null;
  if (known) flow.slots.reason = known;
  return yield* propose(reading, flow, { orderNumber: order.number, reason: known ?? reason ?? '' }, opening);
}

/** The goods that are to be cancelled out of an order of several; empty where the whole of it is meant. */
function someOf({ text, flow }: Reading, { lines }: Order): readonly OrderLine[] {
  if (saysWhole(text)) return [];
  const pieces = lines.reduce((total, { quantity }) => total + quantity, 0);
  if (flow?.asking === PART) return lines.filter(({ id }) => JSON.stringify(flow.slots.lines ?? []).includes(id));
  const staying = exceptions(text, lines);
  const named = linesNamed(text, lines, false).lines.filter((line) => !staying.includes(line));
  const isPart = named.length > 0 && (named.length < lines.length || staying.length > 0);
  if (isPart && (saysSome(text) || !namesOrder(text))) return named;
  return saysSome(text) && saysOne(text) && pieces > 1 ? lines : [];
}

const PART = 'part';

function wholeOnly(reading: Reading, flow: Flow, order: Order, some: readonly OrderLine[]): Part {
  const { say, locale } = reading;
  const titles = some.map(({ title }) => localize(title, locale));
  const what =
    some.length < order.lines.length
      ? locale === 'zh'
        ? `「${titles.join('」「')}」`
        : `“${titles.join('”, “')}”`
      : say('cancel.that-one');
  // Why some of it is not wanted is no reason for the whole.
  const slots = { orderNumber: order.number, lines: some.map(({ id }) => id) };
  const choices = [choice(say('choice.whole-order')), personChoice(reading)];
  return question({ ...flow, slots, asking: PART }, say('cancel.whole-only', { what }), choices);
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
  if (words && words !== '除了') return words.slice(0, 200);
  return reasonIn(reading.text) ? reading.text.replace(/\s+/g, ' ').slice(0, 200) : null;
}
