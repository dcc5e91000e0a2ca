import { factsOf } from '../../../core/fact.ts';
import { isPlainAffirmation, isPlainDenial } from '../../../language/affirmation.ts';
import type { Flow } from '../../brain.ts';
import { agreesWithCard, asksForOther, needsPlainYes } from './agreeing.ts';
import { isAnswerByForm } from './answers.ts';
import { announced, differentErrands, nextErrand, oneByOne, stillWaiting } from './apart.ts';
import { afterCallingOff } from './calling-off.ts';
import { howToAnswer, meantOtherwise, otherOne } from './card-words.ts';
import { CONTINUE } from './continue.ts';
import { isNamed } from './cues.ts';
import { changeAddress } from './flows/address.ts';
import { errandsOf, forNext, laterOf } from './flows/begun.ts';
import { faultyGoods } from './flows/faulty.ts';
import { handOff } from './flows/hand-off.ts';
import { introduction } from './flows/introduce.ts';
import { missingItem } from './flows/missing.ts';
import { listOrders, orderDetail } from './flows/orders.ts';
import { joined, outcomeOf } from './flows/outcome.ts';
import { describeShown } from './flows/product.ts';
import { quoteFound } from './flows/question.ts';
import { trackOrder } from './flows/track.ts';
import { unclear } from './flows/unclear.ts';
import type { Need } from './intents.ts';
import { clauseOf, needsOf } from './needs.ts';
import { asksForPerson } from './person.ts';
import { noProgress, RESUMED } from './progress.ts';
import { changesAddress } from './read/address.ts';
import { orderNumbersIn } from './read/codes.ts';
import { besideLacking } from './read/lacking.ts';
import { namesThing } from './read/mention.ts';
import { ordinalsIn } from './read/ordinal.ts';
import type { Reading } from './reading.ts';
import { part, silenced, wants } from './reading.ts';
import { besideCard, reminder } from './reminder.ts';
import { contained, isCardPress, type Part, type Script } from './script.ts';
import { stanceOf } from './stance.ts';
import { carried, together } from './together.ts';

/** The turn, from what was said to what is said: the order of these questions is the clerk's whole manner. */
export function* converse(reading: Reading): Script<Part> {
  const pressed = reading.view.results.filter(isCardPress);
  if (pressed.length > 0) {
    const told = pressed.map((result) => meantOtherwise(reading, outcomeOf(reading, result, reading.flow)));
    const isDone = pressed.some(({ facts }) => factsOf(facts, 'effect').length > 0);
    const isLeft = pressed.some(({ input }) => (input as { decision?: unknown }).decision === 'cancel');
    const next = isDone ? yield* nextOrder(reading) : isLeft ? yield* nextErrand(reading, reading.flow) : [];
    const isSaid = pressed.some(({ input }) => (input as { said?: unknown }).said === true);
    const isMere = isSaid || isPlainAffirmation(reading.view.text) || isPlainDenial(reading.view.text);
    const rest = reading.text !== '' && !isMere ? [yield* contained(answer({ ...reading, flow: null }))] : [];
    return together([...told, ...next, ...rest]);
  }
  if (reading.text === '') return part(reading.say('talk.empty'));
  if (asksForPerson(reading)) return yield* handOff(reading);
  return yield* answer(reading);
}

/** The next of several orders that were named together, once the one before it is done. */
function* nextOrder(reading: Reading): Script<Part[]> {
  const { flow } = reading;
  const [number, ...later] = laterOf(flow);
  if (!flow || number === undefined) return yield* nextErrand(reading, flow);
  return [yield* withNext(reading, goOnWith(reading, forNext(flow, number, later)))];
}

/** The same wish of the next order. */
function* goOnWith(reading: Reading, flow: Flow): Script<Part> {
  const number = String(flow.slots.orderNumber);
  const told = yield* contained(goOn({ ...silenced(reading), flow }, flow));
  return { ...told, text: joined(reading, [reading.say('orders.next', { number }), told.text]) };
}

/** Where nothing came of one order it is said, and the next one that was named has its turn. */
function* withNext(reading: Reading, script: Script<Part>): Script<Part> {
  const parts = [yield* contained(script)];
  for (let next = parts[0]?.next; next; next = parts.at(-1)?.next)
    parts.push(yield* contained(goOnWith(reading, next)));
  const isOver = (index: number) => index < parts.length - 1;
  return parts.length === 1
    ? (parts[0] as Part)
    : together(parts.map((each, index) => (isOver(index) ? { ...each, choices: [] } : each)));
}

function* answer(whole: Reading): Script<Part> {
  const { flow } = whole;
  const besides = besideLacking(whole.text);
  if (besides === '') return (yield* introduction(whole, flow)) ?? (yield* withoutNumber(whole, flow));
  const reading = besides === null ? whole : { ...whole, text: besides };
  const errands = differentErrands(reading);
  if (errands.length > 0) return yield* oneByOne(reading, errands);
  const introduced = yield* introduction(reading, flow);
  if (introduced) return introduced;
  if (!flow) return yield* begin(reading);
  if (flow.asking !== null && reading.intents[0] === 'resume_task' && !isAnswerByForm(reading, flow.asking))
    return yield* contained(goOn(silenced(reading), flow));
  if (flow.asking === 'remedy' && LACKS.test(reading.text)) return yield* remedy(silenced(reading), flow);
  if (flow.asking === 'remedy' && SEND_AGAIN.test(reading.text)) return yield* handOff(reading, 'send-again');
  const next = flow.asking === null ? null : afterCallingOff(reading);
  if (next) return yield* insteadOf(next, flow);
  if (asksForOther(reading, flow)) return part(otherOne(reading, flow), { reminds: true, state: { flow } });
  if (agreesWithCard(reading, flow) || needsPlainYes(reading, flow))
    return part(howToAnswer(reading, flow), { reminds: true, state: { flow } });
  switch (stanceOf(reading, flow)) {
    case 'abandon':
      return stillWaiting(
        reading,
        part(reading.say(flow.asking === 'offer' ? 'declined.offer' : 'declined'), {
          state: { flow: null, ...lastMeant(flow) },
          withdraw: flow.asking === 'confirm',
        }),
        errandsOf(flow),
      );
    case 'answer':
      return noProgress(reading, flow, revised(reading, flow, yield* withNext(reading, goOn(reading, flow))));
    case 'beside':
      return yield* aside(reading, flow);
    case 'new': {
      const kept = carried(reading, flow);
      const begun = yield* begin({ ...reading, flow: kept });
      return besideCard(reading, flow, { ...begun, state: { flow: kept, ...begun.state } });
    }
  }
}

/** 「还是取消吧」 soon after is said of the same order. */
function lastMeant({ slots }: Flow): { shownOrders?: string[] } {
  return typeof slots.orderNumber === 'string' ? { shownOrders: [slots.orderNumber] } : {};
}

/** What a card offers was put right, and no new card lies there yet: the old one must not be redeemed. */
function revised(reading: Reading, flow: Flow, told: Part): Part {
  const isReplaced = reading.view.results.some(({ facts }) => factsOf(facts, 'quote').length > 0);
  return flow.asking === 'confirm' && !isReplaced ? { ...told, withdraw: true } : told;
}

/** 「补发一个」: sending goods is a colleague's. */
const SEND_AGAIN =
  /补(?:发|寄|送|一[个件双]|给)|重新?(?:发|寄)|再(?:发|寄)一|\b(?:re-?send|send (?:it|them|one|another|the missing)|ship (?:it|the missing))\b/i;

/** The question what is to be done about goods that did not come as they should. */
function remedy(reading: Reading, flow: Flow): Script<Part> {
  return flow.command === 'refund_without_return' ? missingItem(reading, flow) : faultyGoods(reading, flow);
}

/** 「没有照片」「包装没了」 says what is not at hand, and refuses nothing. */
const LACKS =
  /^(?:我?(?:这边|这里|手上)?(?:也|还)?没(?:有|拍|留)?(?!有?$|[关必事办法]|想|要).{0,3}(?:照片?|图片?|视频|发票|包装|盒子?|吊牌|小票|凭证)[了呢啊呀]?|.{0,4}(?:扔|丢|没)了|(?:i )?(?:don'?t have|haven'?t (?:got|taken)|(?:have |got )?no)(?: a| any| the)? (?:photos?|pictures?|pics?|videos?|receipts?|box(?:es)?|packaging|invoices?))[\s。.!！~]*$/i;

/** The matter was called off and another taken up in one breath. */
function* insteadOf(reading: Reading, flow: Flow): Script<Part> {
  const kept = carried(reading, flow);
  const begun = yield* contained(begin({ ...reading, flow: kept }));
  // A new card takes the old one's place by itself; withdrawing would void both.
  const replaced = reading.view.results.some(({ facts }) => factsOf(facts, 'quote').length > 0);
  const withdraw = flow.asking === 'confirm' && !replaced;
  const text = withdraw ? joined(reading, [reading.say('declined'), begun.text]) : begun.text;
  return { ...begun, text, withdraw, state: { flow: kept, ...begun.state } };
}

/** The number is not at hand: where the order is known none is needed, else the orders are shown. Nothing was wrong with the answer. */
function* withoutNumber(reading: Reading, flow: Flow | null): Script<Part> {
  const text = joined(reading, [reading.say('order.no-number'), reminder(reading)]);
  if (flow?.asking === 'confirm') return part(text, { reminds: true, state: { flow } });
  if (!flow?.asking || flow.asking === 'offer')
    return yield* contained(listOrders({ ...silenced(reading), flow: null }));
  return yield* contained(goOn(silenced(reading), flow));
}

function* goOn(reading: Reading, flow: Flow): Script<Part> {
  const next = CONTINUE[flow.command];
  return next ? yield* next(reading) : yield* begin({ ...reading, flow: null });
}

const PLEASANTRIES: ReadonlySet<string> = new Set(['thank', 'bye']);

/** Something asked in the middle of something else: answered first, then the open question once more. */
function* aside(reading: Reading, flow: Flow): Script<Part> {
  const answered = yield* contained(begin({ ...reading, flow: null }));
  // A thank-you or a goodbye asks for nothing: the open question keeps without being pressed.
  if (PLEASANTRIES.has(reading.intents[0] ?? '')) return { ...answered, state: { ...answered.state, flow } };
  if (flow.asking === 'confirm') {
    const text = [answered.text, reminder(reading)].filter(Boolean).join('\n');
    // Where the answer itself ends in an offer, a yes would be to that.
    const reminds = answered.choices.length === 0 && !answered.state.flow?.asking;
    return { ...answered, text, reminds, state: { ...answered.state, flow } };
  }
  // Once is enough, and never after a chat: the question keeps.
  const chats = needsOf(reading).every(({ kind }) => kind === 'talk');
  if (chats || flow.slots[RESUMED] === flow.asking) return { ...answered, state: { ...answered.state, flow } };
  const again = yield* contained(
    flow.asking === 'remedy' ? remedy(silenced(reading), flow) : goOn(silenced(reading), flow),
  );
  const next = again.state.flow;
  const resumed: Flow | null = next?.asking
    ? { ...next, slots: { ...next.slots, [RESUMED]: next.asking } }
    : (next ?? null);
  const text = reading.say('resume', { question: again.text });
  return together([answered, { ...again, text, state: { ...again.state, flow: resumed } }]);
}

/** 「四件套那单呢」 */
const THAT_ORDER = /[这那]一?[单笔]|\border\b/i;

/** Below this an errand that changes something is not begun, unless the words name it. */
const SURE_OF_WRITE = 0.45;

/** A write is never a guess: where the reading is unsure the clerk asks back. */
function isGuess(reading: Reading, need: Need): boolean {
  if (need.kind !== 'write' || isNamed(need.intent, reading.text)) return false;
  return (reading.scores.find(({ name }) => name === need.intent)?.probability ?? 0) < SURE_OF_WRITE;
}

function* begin(reading: Reading): Script<Part> {
  const found = needsOf(reading);
  const needs = found.filter((need) => !isGuess(reading, need));
  if (found.length > 0 && needs.length === 0) return (yield* quoteFound(reading)) ?? unclear(reading);
  const numbered = orderNumbersIn(reading.text).length > 0;
  // An order's number beside a question of goods, or of nothing in particular, asks after that order.
  if (numbered && needs[0]?.kind === 'consultation') return yield* orderDetail(reading);
  if (numbered && (needs.length === 0 || needs[0]?.intent === 'list_orders')) return yield* trackOrder(reading);
  if (needs.length === 0) {
    const shown = reading.view.state.shownProducts.length > 0;
    if (shown && (wants(reading, 'choose_option') || ordinalsIn(reading.text).length > 0))
      return yield* describeShown(reading);
    // A new address, or a new number in it, is a wish by itself: it ends in a card.
    if (changesAddress(reading.text)) return yield* contained(changeAddress(reading));
    if (THAT_ORDER.test(reading.text) && namesThing(reading.text)) return yield* trackOrder(reading);
    if (['affirm', 'deny'].includes(reading.view.understanding.act)) return part(reading.say('talk.ok'));
    return (yield* quoteFound(reading)) ?? unclear(reading);
  }
  const parts: Part[] = [];
  for (const need of needs) {
    const told = yield* withNext(
      reading,
      need.run(need.kind === 'question' ? clauseOf(reading, need, needs) : reading),
    );
    parts.push(announced(reading, { ...told, state: { ...told.state, lastIntent: need.intent } }));
  }
  return together(parts);
}
