import type { Json } from '../../../../core/json.ts';
import { localize } from '../../../../core/locale.ts';
import type { Order, OrderLine } from '../../../../core/order.ts';
import type { Flow } from '../../../brain.ts';
import { NAMED } from '../flows/begun.ts';
import { joined } from '../flows/outcome.ts';
import type { PhraseKey } from '../phrases/book.ts';
import { mentioned } from '../read/mention.ts';
import { noCountIn, tooManyIn } from '../read/no-count.ts';
import { quantityIn } from '../read/quantity.ts';
import { reasonIn } from '../read/reason.ts';
import type { Reading } from '../reading.ts';
import { choice, isCorrection, question, told } from '../reading.ts';
import { type Script, tell } from '../script.ts';
import { ALL, exceptions, lineLabel, linesNamed, wordsFor } from './chosen.ts';

/** A line and how many of it. */
export interface ChosenLine {
  line: OrderLine;
  quantity: number;
}

/** Pieces of a line that are still the customer's. */
function piecesLeft(line: OrderLine): number {
  return line.quantity - line.returnedQuantity;
}

interface LineQuestions {
  which: Extract<PhraseKey, `which-line.${string}`>;
  /** Null: lines are taken whole. */
  howMany: Extract<PhraseKey, `how-many.${string}`> | null;
}

/** Which goods of the order are meant, and how many of each. Asks, and ends there, when it is not clear. */
export function* findLines(reading: Reading, order: Order, flow: Flow, ask: LineQuestions): Script<ChosenLine[]> {
  const open = order.lines.filter((line) => piecesLeft(line) > 0);
  // With nothing left to give back the rules have to say so, of the goods the customer means.
  const gone = open.length > 0 ? namedGone(reading, order) : [];
  const lines = gone.length > 0 ? gone : open.length > 0 ? open : order.lines;
  const dropped = exceptions(reading.text, lines);
  const before = lines.filter((line) => isRemembered(flow, line.id) && !dropped.includes(line));
  const only = onlyNamed(reading, before, flow);
  const remembered = only.length > 0 ? only : before;
  const isKept = !isCorrection(reading) && !namesOthers(reading, lines, remembered);
  const kept = remembered.length > 0 && (dropped.length > 0 || only.length > 0 || isKept);
  const named = kept ? { lines: remembered, unsure: [] } : namedLines(reading, lines);
  const sure = lines.filter(({ id }) => reading.flow?.asking === 'items' && isIn(flow.slots.sure, id));
  const all = lines.filter((line) => named.lines.includes(line) || (named.lines.length > 0 && sure.includes(line)));
  const chosen = all.length > 0 ? all : lines.length === 1 ? lines : [];
  if (named.unsure.length > 0 || chosen.length === 0) {
    const offered = named.unsure.length > 1 ? named.unsure : lines;
    const choices = offered.map((line) => choice(lineLabel(reading, line, lines)));
    const every = offered.length > 1 ? [choice(reading.say('choice.all-lines'))] : [];
    const slots = {
      ...flow.slots,
      offered: offered.map(({ id }) => id),
      sure: named.unsure.length > 0 ? [...named.lines, ...sure].map(({ id }) => id) : [],
    };
    return yield* tell(question({ ...flow, slots, asking: 'items' }, reading.say(ask.which), [...choices, ...every]));
  }
  const withLines = { ...flow, slots: { ...flow.slots, lines: chosen.map((line) => line.id) } };
  const counted: ChosenLine[] = [];
  for (const line of chosen) {
    const slots = { ...withLines.slots, quantities: quantitiesOf(counted) };
    const quantity =
      ask.howMany === null
        ? line.quantity
        : yield* howMany(reading, line, chosen, { ...withLines, slots }, ask.howMany);
    counted.push({ line, quantity });
  }
  return counted;
}

/** Goods that are named and were given back already: the rules have to say so, and no other of the order is meant. */
function namedGone({ text, flow }: Reading, order: Order): OrderLine[] {
  const said = [text, flow?.slots.about, flow?.slots[NAMED]].filter((words) => typeof words === 'string');
  const named = said
    .map((words) => mentioned(order.lines, ({ title }) => [title], words))
    .find(({ length }) => length > 0);
  return named?.every((line) => piecesLeft(line) <= 0) ? named : [];
}

/** What a flow remembers of the chosen lines. */
export function chosenSlots(chosen: readonly ChosenLine[]): Flow['slots'] {
  return { lines: chosen.map(({ line }) => line.id), quantities: quantitiesOf(chosen) };
}

function quantitiesOf(chosen: readonly ChosenLine[]): Record<string, Json> {
  return Object.fromEntries(chosen.map(({ line, quantity }) => [line.id, quantity]));
}

function isRemembered(flow: Flow, lineId: string): boolean {
  return isIn(flow.slots.lines, lineId);
}

function isIn(ids: Json | undefined, id: string): boolean {
  return Array.isArray(ids) && ids.includes(id);
}

/** Questions beside which the name of another of the goods means that one after all. */
const NAMES_GOODS: readonly string[] = ['reason', 'confirm', 'quantity', 'opened'];

/** 「只换台灯」 "just the lamp" of several that were meant so far. */
const ONLY = /只(?:要)?[退换改]|就[退换改]|仅|\b(?:only|just)\b/i;

/** Also what is named with another errand than the one so far: "return the bottle" of two that were to be exchanged. */
function onlyNamed(reading: Reading, lines: readonly OrderLine[], { command }: Flow): OrderLine[] {
  const { text } = reading;
  const isOther = reading.flow !== null && reading.flow.command !== command;
  if (lines.length < 2 || !(ONLY.test(text) || isOther)) return [];
  const named = mentioned(lines, (line) => [line.title], text);
  return named.length < lines.length ? named : [];
}

/** 「烧水壶」, where the reason is asked or the card lies there: another of the goods was meant after all. */
function namesOthers(reading: Reading, lines: readonly OrderLine[], remembered: readonly OrderLine[]): boolean {
  if (!NAMES_GOODS.includes(reading.flow?.asking ?? '') || reasonIn(reading.text) !== null) return false;
  const said = mentioned(lines, (line) => [line.title], reading.text);
  return said.length > 0 && said.every((line) => !remembered.includes(line));
}

/** 「水壶那单」 "the kettle order" names an order; what of it is meant is another question. */
const OF_ORDER = /\p{Script=Han}{1,4}(?:的)?[那这]一?(?:个?订单|[单笔])|\bthe (?:[\w-]+ ){1,3}orders?\b/giu;

function namedLines(reading: Reading, lines: readonly OrderLine[]): ReturnType<typeof linesNamed> {
  const { flow } = reading;
  const text = reading.text.replace(OF_ORDER, ' ');
  const about = told(reading, 'about')?.replace(OF_ORDER, ' ');
  const isListed = flow?.asking === 'items';
  const offered = isListed ? flow?.slots.offered : null;
  const pool = Array.isArray(offered) ? lines.filter(({ id }) => offered.includes(id)) : [];
  const said = linesNamed(text, pool.length > 0 ? pool : lines, isListed);
  return said.lines.length > 0 || said.unsure.length > 0 || !about ? said : linesNamed(about, lines, false);
}

function* howMany(
  reading: Reading,
  line: OrderLine,
  chosen: readonly OrderLine[],
  flow: Flow,
  key: Extract<PhraseKey, `how-many.${string}`>,
): Script<number> {
  const left = piecesLeft(line);
  const about = told(reading, 'about') ?? '';
  const noCount = noCountNow(reading, line, chosen, left);
  const quantity =
    noCount === null ? (piecesNow(reading, line, chosen, left) ?? rememberedPieces(reading, line)) : null;
  if (quantity !== null && quantity >= 1 && quantity <= left) return quantity;
  const said = noCount ?? noCountIn(wordsFor(line, chosen, about), false, line.title);
  if (said === null && left <= 1) return 1;
  const before = said === null ? piecesIn(about, line, chosen, left) : null;
  if (before !== null && before >= 1 && before <= left) return before;
  const counts = Array.from({ length: Math.min(Math.max(left, 1), 4) }, (_, index) =>
    choice(reading.say('choice.pieces', { count: index + 1 })),
  );
  const words = { title: localize(line.title, reading.locale), count: left };
  const slots = { ...flow.slots, counting: line.id };
  const no = said === null ? '' : reading.say('no-count', { said, count: left });
  return yield* tell(
    question({ ...flow, slots, asking: 'quantity' }, joined(reading, [no, reading.say(key, words)]), counts),
  );
}

/** Where a figure and its measure would be taken apart. */
const BESIDE_FIGURES = /(?<=\p{Script=Han})\s+(?=[-\d])|(?<=\d)\s+(?=\p{Script=Han})/gu;

/** What was said for a number and cannot be one. Two shoes are one pair, so of a single piece only more than that is too many. */
function noCountNow(reading: Reading, line: OrderLine, chosen: readonly OrderLine[], left: number): string | null {
  const { text } = reading;
  const isAsked = isCounting(reading, line);
  const words = isAsked ? text : wordsFor(line, chosen, text.replace(BESIDE_FIGURES, ''));
  const many = isAsked || chosen.length === 1 ? tooManyIn(words, Math.max(left, 2), line.title) : null;
  return noCountIn(words, isAsked, line.title) ?? many;
}

function isCounting({ flow }: Reading, line: OrderLine): boolean {
  return flow?.asking === 'quantity' && flow.slots.counting === line.id;
}

function piecesNow(reading: Reading, line: OrderLine, chosen: readonly OrderLine[], left: number): number | null {
  const { text } = reading;
  if (isCounting(reading, line)) return ALL.test(text) ? left : quantityIn(text, true, line.title);
  return piecesIn(text, line, chosen, left);
}

function piecesIn(text: string, line: OrderLine, chosen: readonly OrderLine[], left: number): number | null {
  return quantityIn(wordsFor(line, chosen, text), false, line.title) ?? (ALL.test(text) ? left : null);
}

function rememberedPieces({ flow }: Reading, line: OrderLine): number | null {
  const quantities = flow?.slots.quantities;
  const pieces =
    typeof quantities === 'object' && quantities !== null && !Array.isArray(quantities) ? quantities[line.id] : null;
  return typeof pieces === 'number' ? pieces : null;
}
