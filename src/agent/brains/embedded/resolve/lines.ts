import { localize } from '../../../../core/locale.ts';
import type { Order, OrderLine } from '../../../../core/order.ts';
import type { Flow } from '../../../brain.ts';
import type { PhraseKey } from '../phrases/book.ts';
import { mentioned } from '../read/mention.ts';
import { ordinalsIn, pick } from '../read/ordinal.ts';
import { quantityIn } from '../read/quantity.ts';
import { reasonIn } from '../read/reason.ts';
import type { Reading } from '../reading.ts';
import { choice, isCorrection, question, told } from '../reading.ts';
import { type Script, tell } from '../script.ts';

/** A line and how many of it. */
interface ChosenLine {
  line: OrderLine;
  quantity: number;
}

const ALL =
  /全部|全都|都(?:要)?[退换]|整单|一起[退换]|所有|两件都|\b(?:all|everything|both|whole order|entire order)\b/i;

/** Pieces of a line that are still the customer's. */
function piecesLeft(line: OrderLine): number {
  return line.quantity - line.returnedQuantity;
}

interface LineQuestions {
  which: Extract<PhraseKey, `which-line.${string}`>;
  howMany: Extract<PhraseKey, `how-many.${string}`>;
  /** Several lines may be chosen at once. */
  several: boolean;
}

/** Which goods of the order are meant, and how many. Asks, and ends there, when it is not clear. */
export function* findLines(reading: Reading, order: Order, flow: Flow, ask: LineQuestions): Script<ChosenLine[]> {
  const open = order.lines.filter((line) => piecesLeft(line) > 0);
  // With nothing left to give back the rules have to say so, of the goods the customer means.
  const lines = open.length > 0 ? open : order.lines;
  const remembered = lines.filter((line) => isRemembered(flow, line.id));
  const kept = remembered.length > 0 && !isCorrection(reading) && !namesOthers(reading, lines, remembered);
  const named = kept ? remembered : namedLines(reading, lines, ask.several);
  const [first] = named.length > 0 ? named : lines.length === 1 ? lines : [];
  if (!first || (named.length > 1 && !ask.several)) {
    const choices = (named.length > 1 ? named : lines).map((line) => choice(localize(line.title, reading.locale)));
    const all = ask.several && lines.length > 1 ? [choice(reading.say('choice.all-lines'))] : [];
    return yield* tell(question({ ...flow, asking: 'items' }, reading.say(ask.which), [...choices, ...all]));
  }
  const chosen = named.length > 0 ? named : [first];
  const withAll = { ...flow, slots: { ...flow.slots, lines: chosen.map((line) => line.id) } };
  if (chosen.length > 1) return chosen.map((line) => ({ line, quantity: piecesLeft(line) || line.quantity }));
  const quantity = yield* howMany(reading, first, withAll, ask.howMany);
  return [{ line: first, quantity }];
}

function isRemembered(flow: Flow, lineId: string): boolean {
  const ids = flow.slots.lines;
  return Array.isArray(ids) && ids.includes(lineId);
}

/** 「烧水壶」, where the reason is asked or the card lies there: another of the goods was meant after all. */
function namesOthers(reading: Reading, lines: readonly OrderLine[], remembered: readonly OrderLine[]): boolean {
  if (!['reason', 'confirm', 'quantity'].includes(reading.flow?.asking ?? '') || reasonIn(reading.text) !== null)
    return false;
  const said = mentioned(lines, (line) => [line.title], reading.text);
  return said.length > 0 && said.every((line) => !remembered.includes(line));
}

function namedLines(reading: Reading, lines: readonly OrderLine[], several: boolean): OrderLine[] {
  const { text, flow } = reading;
  const about = told(reading, 'about');
  const said = namedBy(text, lines, several, flow?.asking === 'items');
  return said.length > 0 || !about ? said : namedBy(about, lines, several, false);
}

function namedBy(text: string, lines: readonly OrderLine[], several: boolean, listed: boolean): OrderLine[] {
  if (several && ALL.test(text)) return [...lines];
  const places = listed ? ordinalsIn(text, true).map((ordinal) => pick(lines, ordinal)) : [];
  const byPlace = lines.filter((line) => places.includes(line));
  return byPlace.length > 0
    ? byPlace
    : mentioned(lines, (line) => [line.title, ...line.options.map((o) => o.value)], text);
}

function* howMany(
  reading: Reading,
  line: OrderLine,
  flow: Flow,
  key: Extract<PhraseKey, `how-many.${string}`>,
): Script<number> {
  const left = piecesLeft(line);
  if (left <= 1) return 1;
  const remembered = flow.slots.quantity;
  const asked = reading.flow?.asking === 'quantity';
  const said = ALL.test(reading.text) ? left : quantityIn(reading.text, asked);
  const quantity = said ?? (typeof remembered === 'number' ? remembered : null);
  if (quantity !== null && quantity >= 1 && quantity <= left) return quantity;
  const counts = Array.from({ length: Math.min(left, 4) }, (_, index) =>
    choice(reading.say('choice.pieces', { count: index + 1 })),
  );
  const slots = { title: localize(line.title, reading.locale), count: left };
  return yield* tell(question({ ...flow, asking: 'quantity' }, reading.say(key, slots), counts));
}
