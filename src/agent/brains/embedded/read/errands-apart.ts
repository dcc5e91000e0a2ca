import { ASKS } from '../answers.ts';
import { cueOf } from '../cues.ts';
import { orderNumbersIn } from './codes.ts';
import { namesThing } from './mention.ts';

/** What one stretch of a message asks for, of an order that it names itself. Null: its words name nothing outright. */
export interface ErrandSaid {
  intent: string | null;
  text: string;
}

/** Where one errand may end and the next begin. Commas of an address are among them; what names no order stays with what stands before it. */
const BETWEEN =
  /[,，。;；!！?？、\n]+\s*|另外|还有|顺便|顺带|以及|然后|接着|同时|和(?!平)|跟|再(?=[把帮给])|\b(?:and|also|then|plus|but|while|by the way)\b\s*/giu;
const AT_THE_EDGES =
  /^(?:[\s,，。;；、!！?？]|还有|另外|顺便|顺带|以及|然后|接着|同时|和(?!平)|跟|\b(?:and|also|then|plus|but|while)\b)+|(?:[\s,，;；、]|还有|另外|以及|然后|同时|和|跟|\b(?:and|also|then|plus|but|while)\b)+$/giu;

/** The errands of a message that names several orders, each with another wish; empty where one wish is meant of all of them. */
export function errandsApart(text: string): ErrandSaid[] {
  if (ordersIn(text).size < 2) return [];
  const errands = grouped(stretchesOf(text));
  const isKnown = errands.some(({ intent }) => intent !== null);
  return errands.length > 1 && isKnown && ordersApart(errands) ? errands : [];
}

function ordersIn(text: string): Set<string> {
  return new Set(orderNumbersIn(text).map(({ number }) => number));
}

/** An order of its own for each: two wishes about the same one are read together. */
function ordersApart(errands: readonly ErrandSaid[]): boolean {
  const orders = errands.map(({ text }) => ordersIn(text));
  return orders.every((own, at) =>
    orders.every((other, place) => place === at || ![...own].some((order) => other.has(order))),
  );
}

export function clausesWithMarks(text: string): string[] {
  const starts = [0, ...[...text.matchAll(BETWEEN)].map(({ index, 0: mark }) => index + mark.length)];
  return starts.map((start, at) => text.slice(start, starts[at + 1])).filter((clause) => clause !== '');
}

/** Each begins where an order is named, or where a wish is that the order after it belongs to. */
function stretchesOf(text: string): ErrandSaid[] {
  const stretches: ErrandSaid[] = [];
  let pending = '';
  const clauses = clausesWithMarks(text);
  for (const [at, clause] of clauses.entries()) {
    const last = stretches.at(-1);
    if (ordersIn(clause).size > 0) {
      const whole = pending + clause;
      stretches.push({ text: whole, intent: wishIn(whole) });
      pending = '';
    } else if (!last || pending || beginsNext(last, clause, clauses[at + 1] ?? '')) {
      pending += clause;
    } else {
      last.text += clause;
      last.intent ??= wishIn(clause);
    }
  }
  const last = stretches.at(-1);
  if (last) last.text += pending;
  return stretches;
}

/** 「取消，…1107。退货，…1103」: a wish before its order. */
function beginsNext(last: ErrandSaid, clause: string, next: string): boolean {
  const wish = wishIn(clause);
  if (wish === null || last.intent === null || wish === last.intent) return false;
  return ordersIn(next).size > 0 && wishIn(next) === null;
}

/** A number stands for an order: "where is XE…?" 「XE… 开发票」 begins with its wish. */
export function wishIn(text: string): string | null {
  const isLatin = !/\p{Script=Han}/u.test(text);
  const bare = text.replace(AT_THE_EDGES, '').replace(NUMBER, isLatin ? 'order' : ' ');
  return cueOf(text) ?? cueOf(bare.replace(/^[\s,，:：的]+|[\s,，]+$/gu, ''));
}

const NUMBER = /#?[a-z]{0,4}-?\d[\d-]{4,}/giu;
/** Words between an order's number and the next that wish for nothing. */
const FILLERS =
  /订单|单子?|[把的请]|帮我|麻烦|我|这|那|号|是|\b(?:orders?|my|the|please|number|no|i|for|to)\b|[^\p{L}]/giu;

function isBare(text: string): boolean {
  return text.replace(AT_THE_EDGES, '').replace(NUMBER, '').replace(FILLERS, '') === '';
}

/** Said of more than one order. */
const ALIKE = /[也都]|一样|同样|一起|\b(?:too|as well|both|all|same|likewise)\b/i;

/** An order without a wish of its own shares that of the one beside it, unless other words than its goods are said of it. */
function grouped(stretches: readonly ErrandSaid[]): ErrandSaid[] {
  const errands: ErrandSaid[] = [];
  for (const { text, intent } of stretches) {
    const last = errands.at(-1);
    const hasNoOther = !ASKS.test(text) && (isBare(text) || namesThing(text) || ALIKE.test(text));
    const isShared = intent === null && last?.intent != null && hasNoOther;
    if (last && (isShared || (intent !== null && intent === last.intent))) last.text += text;
    else if (last && last.intent === null && sharesNext(last.text, text))
      Object.assign(last, { intent, text: last.text + text });
    else errands.push({ intent, text });
  }
  return errands.map(({ intent, text }) => ({ intent, text: trimmed(text) }));
}

/** Without the marks and the little words that joined it to what stands beside it. */
export function trimmed(text: string): string {
  return text.replace(AT_THE_EDGES, '');
}

function sharesNext(text: string, next: string): boolean {
  return isBare(text) || (ALIKE.test(next) && namesThing(text));
}
