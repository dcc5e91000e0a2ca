import type { ReturnView } from '../../../../core/after-sales.ts';
import { type Fact, factsOf, lastFact } from '../../../../core/fact.ts';
import { localize } from '../../../../core/locale.ts';
import type { Flow } from '../../../brain.ts';
import { returnKindWord, returnStatusWord } from '../../../present/words.ts';
import { namesThing } from '../read/mention.ts';
import { ordinalsIn, pick } from '../read/ordinal.ts';
import { choice, isGuest, keptSlots, part, personChoice, question, type Reading, told } from '../reading.ts';
import { isIdentified, verifyGuest } from '../resolve/guest.ts';
import { ordersOf } from '../resolve/order.ts';
import { pointedAt } from '../resolve/pointed.ts';
import { gate, type Part, type Script, tell } from '../script.ts';
import { propose } from './outcome.ts';

/** What comes after the requests themselves: their fact, for the notes under the words. */
interface Requests {
  factId: string | null;
  returns: readonly ReturnView[];
  /** What was confirmed and waits for a person's approval, in words. */
  waiting: string[];
}

/** Requests to give goods or money back, newest first: of the order that the words name, else of all. */
function* requests(reading: Reading, flow: Flow): Script<Requests> {
  const orders = yield* ordersOf(reading, flow);
  if (orders.length === 0 && isGuest(reading) && !(yield* isIdentified(reading))) {
    const orderNumber = yield* verifyGuest(reading, flow);
    return requestsOf(reading, yield* gate('list_returns', { orderNumber }));
  }
  const all = requestsOf(reading, yield* gate('list_returns', {}));
  const [pointed, ...others] = pointedAt(reading, orders);
  return pointed && others.length === 0
    ? { ...all, returns: all.returns.filter(({ orderNumber }) => orderNumber === pointed.number) }
    : all;
}

function requestsOf(reading: Reading, { facts }: { facts: readonly Fact[] }): Requests {
  const fact = lastFact(facts, 'returns');
  return { factId: fact?.id ?? null, returns: fact?.value.returns ?? [], waiting: waitingLines(reading, facts) };
}

/** What waits for a person: neither done nor paid, whatever else of his is. */
export function waitingLines({ say, locale }: Reading, facts: readonly Fact[]): string[] {
  return factsOf(facts, 'handed-to-person').map(({ value }) =>
    say('returns.waiting', { title: localize(value.title, locale) }),
  );
}

/** 「退货到哪一步了」「我寄回去的收到没」 */
export function* trackReturns(reading: Reading): Script<Part> {
  const flow: Flow = { command: 'list_returns', slots: keptSlots(reading), asking: null };
  const { returns, factId, waiting } = yield* requests(reading, flow);
  if (waiting.length > 0) {
    // What else there is stands in the notes: the words are of what is being waited for.
    const rest = returns.length > 0 && factId ? { showing: [factId] } : {};
    return part(waiting.join('\n'), { ...rest, state: { flow: null } });
  }
  const offer: Flow = { command: 'hand_off', slots: {}, asking: 'offer' };
  const [only] = returns;
  if (!only || !factId)
    return part(reading.say('returns.none'), { choices: [personChoice(reading)], state: { flow: offer } });
  const state = { flow: null, shownOrders: [only.orderNumber] };
  if (returns.length > 1) {
    const text = reading.say('returns.several', { count: returns.length });
    return part(text, { showing: [factId], state: { flow: null } });
  }
  const result = yield* gate('track_return', { orderNumber: only.orderNumber, returnId: only.request.id });
  const fact = lastFact(result.facts, 'returns');
  return part(standing(reading, only), { showing: fact ? [fact.id] : [factId], state });
}

/** One request, where it stands and what it waits for. */
export function standing({ say, locale }: Reading, { request, orderNumber, next }: ReturnView): string {
  return say('returns.one', {
    kind: returnKindWord(request.kind, locale),
    id: request.id,
    number: orderNumber,
    status: returnStatusWord(request.status, locale),
    next: localize(next, locale),
  });
}

/** Requests that stand, and may still be withdrawn. */
export function isOpenRequest({ request }: ReturnView): boolean {
  return request.status === 'requested' || request.status === 'approved';
}

/** 「刚才那个退货不退了」 */
const LATEST = /刚[才刚]?|最近|上一?个|[这那]一?[个笔单]|\b(?:just|latest|last|that|this|it)\b/i;
/** 「换货取消吧」: only what it is, and nothing that tells one from another. */
const OF_KIND: readonly (readonly [ReturnView['request']['kind'], RegExp])[] = [
  ['exchange', /换货|(?:那个|这个|刚才的?)换|不换了|\bexchange\b/i],
  ['return', /退货|不退了|\breturn\b/i],
];

/** A request that was made is withdrawn: the only one that stands, or the one that is named or chosen. */
export function* undoReturn(reading: Reading): Script<Part> {
  const flow: Flow = { command: 'cancel_return', slots: keptSlots(reading), asking: null };
  const { returns } = yield* requests(reading, flow);
  const [newest] = returns;
  if (!newest) {
    const choices = [personChoice(reading)];
    return part(reading.say('returns.none'), { choices, state: { flow: null } });
  }
  const open = ofKind(reading.text, returns.filter(isOpenRequest));
  const meant = chosenRequest(reading, open.length > 0 ? open : returns);
  // With none that stands the rules say of the newest why it cannot be withdrawn.
  const request =
    meant ?? (open.length === 0 ? newest : open.length === 1 || isJustMade(reading, open) ? open[0] : undefined);
  if (!request) return yield* tell(whichRequest(reading, flow, open));
  flow.slots = { ...flow.slots, orderNumber: request.orderNumber, returnId: request.request.id };
  return yield* propose(reading, flow, { orderNumber: request.orderNumber, returnId: request.request.id });
}

/** So long ago, in milliseconds, a request of this conversation may have been made. */
const WITHIN_TALK = 3_600_000;

/** Those of the kind that the words name, where there are any. */
function ofKind(text: string, open: readonly ReturnView[]): readonly ReturnView[] {
  const named = OF_KIND.filter(([, words]) => words.test(text)).map(([kind]) => kind);
  const some = open.filter(({ request }) => named.length === 1 && request.kind === named[0]);
  return some.length > 0 ? some : open;
}

/** Said of the one that this conversation made last. */
function isJustMade({ text, view }: Reading, [latest, next]: readonly ReturnView[]): boolean {
  if (latest === undefined || !view.state.shownOrders.includes(latest.orderNumber)) return false;
  const isNew = ({ request }: ReturnView) => Date.parse(view.now) - Date.parse(request.createdAt) < WITHIN_TALK;
  // Of two that were made here either may be meant.
  const isOnlyNew = isNew(latest) && !(next && isNew(next));
  return LATEST.test(text) || (isOnlyNew && !namesThing(text));
}

function chosenRequest(reading: Reading, open: readonly ReturnView[]): ReturnView | undefined {
  const text = reading.text.toLowerCase();
  const named = open.find(({ request }) => text.includes(request.id.toLowerCase()));
  if (named) return named;
  const isAsked = reading.flow?.asking === 'return';
  const [place] = isAsked ? ordinalsIn(reading.text, true) : [];
  if (place !== undefined) return pick(open, place);
  return isAsked ? undefined : open.find(({ request }) => request.id === told(reading, 'returnId'));
}

function whichRequest(reading: Reading, flow: Flow, open: readonly ReturnView[]): Part {
  const { locale } = reading;
  const choices = open.slice(0, 5).map(({ request, items }) => {
    const title = items[0] ? localize(items[0].title, locale) : '';
    return choice(`${returnKindWord(request.kind, locale)} ${request.id} · ${title}`, request.id);
  });
  const { returnId: _returnId, ...slots } = flow.slots;
  const text = reading.say('withdraw.which', { count: open.length });
  return question({ ...flow, slots, asking: 'return' }, text, choices);
}
