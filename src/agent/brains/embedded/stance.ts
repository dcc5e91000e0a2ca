import { isPlainAffirmation, isPlainDenial } from '../../../language/affirmation.ts';
import type { Flow } from '../../brain.ts';
import {
  ASKS,
  answersDirectly,
  changesCard,
  changesGoods,
  givesReason,
  isAnswerByForm,
  isSurely,
  OF_SETTLING,
  SETTLES,
  SHOPS,
} from './answers.ts';
import { isNamed } from './cues.ts';
import { CHANGES, GIVES_BACK, intentOf } from './errands.ts';
import { MORE } from './flows/note.ts';
import type { Need } from './intents.ts';
import { needOf } from './intents.ts';
import { wantsAmountBack } from './read/amount-back.ts';
import { meansNumber, orderNumbersIn } from './read/codes.ts';
import { elsewhereIn } from './read/elsewhere.ts';
import { ordinalsIn } from './read/ordinal.ts';
import type { Reading } from './reading.ts';
import { isCorrection } from './reading.ts';
import { isTried } from './trial.ts';

/**
 * How a message stands to what the clerk has just asked: it answers; it calls the matter off; it asks something beside it and the matter goes on
 * afterwards; or it begins something else.
 */
export type Stance = 'answer' | 'abandon' | 'beside' | 'new';

/** 「不退了」「算了别换了」 in the middle of it. */
const CALLS_OFF =
  /^(?:(?:actually|no|nope|nah|wait|sorry|oh|ok|okay|well)[, ]+)*(?:那?还?是?算了|不[退换改取]|先?不(?:用|要|想)?[退换改](?:了|吧)|别[退换改取]|不取消|不用取消|(?:never ?mind|forget it|don'?t (?:cancel|return|exchange|change)|keep it))/i;

/** So few words may well be the name of what was asked for. */
const BARE_WORDS = 10;

export function stanceOf(reading: Reading, flow: Flow): Stance {
  const { asking, command } = flow;
  const { text } = reading;
  if (asking === null) {
    // With nothing open a refusal is never the start of what it refuses.
    if (refuses(reading)) return 'abandon';
    return isCorrection(reading) ? 'answer' : 'new';
  }
  if (asking === 'offer') {
    const other = otherNeed(reading, flow, asking);
    if (other && isPlain(reading, other)) return 'new';
    if (takesUp(reading, flow)) return 'answer';
    return agreesToOffer(reading) ? 'answer' : callsOff(reading, flow) ? 'abandon' : 'new';
  }
  if (CHANGES.has(command) && !CALLS_OFF_ITSELF.has(command) && ENDS_IN_CANCEL.test(text) && !namesOrder(reading))
    return 'abandon';
  // Whatever is dictated is a note, unless it calls the note off.
  if (asking === MORE) return tellsMore(reading) ? 'answer' : 'new';
  if (asking === 'note' && reading.intents[0] === 'ticket_status') return 'new';
  if (asking === 'note') return isPlainDenial(reading.view.text) || CALLS_OFF.test(text) ? 'abandon' : 'answer';
  if (reading.intents[0] === 'shop_rules') return 'beside';
  if (GIVES_BACK.has(command) && wantsAmountBack(text)) return 'new';
  if (isAnswerByForm(reading, asking) || changesGoods(reading, flow)) return 'answer';
  if (namesOtherWrite(reading, flow)) return 'new';
  if (givesReason(reading, flow)) return 'answer';
  // Another order's number beside a card asks after that order; the card stays as it is.
  if (asking === 'confirm' && namesOtherOrder(reading, flow)) return 'new';
  if (asking === 'need' && orderNumbersIn(text).length > 0) return 'new';
  if (callsOff(reading, flow)) return 'abandon';
  const need = otherNeed(reading, flow, asking);
  if (need && isPlain(reading, need) && !pointsSomewhere(reading)) {
    if (need.kind === 'read' || need.kind === 'write') return 'new';
    // A name may read like a greeting.
    if (need.kind === 'talk') return asking === 'title' && !POLITE.test(text) ? 'answer' : 'beside';
  }
  if (asking === 'confirm' && !changesCard(reading, flow)) return need && MOVES.has(need.kind) ? 'new' : 'beside';
  if (isCorrection(reading) || answersDirectly(reading, asking) || !need) return 'answer';
  switch (need.kind) {
    case 'consultation':
      if (text.length <= BARE_WORDS && asking !== 'confirm' && !SHOPS.test(text)) return 'answer';
      return CHANGES.has(flow.command) ? 'beside' : 'new';
    case 'read':
    case 'write':
      return 'new';
    default:
      return 'beside';
  }
}

/** Of what was complained about: nothing that asks, thanks, or wants something done. */
function tellsMore(reading: Reading): boolean {
  const { text, view, intents } = reading;
  if (ASKS.test(text) || POLITE.test(text) || isPlainAffirmation(view.text) || isPlainDenial(view.text)) return false;
  const need = intents[0] ? needOf(intents[0]) : null;
  const isErrand = need !== null && MOVES.has(need.kind) && !OF_COMPLAINTS.has(need.intent);
  return !isErrand && text.length >= 6 && intents[0] !== 'hand_off' && intents[0] !== 'shop_rules';
}

const OF_COMPLAINTS: ReadonlySet<string> = new Set([
  ...['delivery_problem', 'leave_message', 'damaged_or_wrong_item', 'missing_item', 'complain', 'order_sms'],
  ...['track_order', 'reschedule_delivery'],
]);

const POLITE = /[你您]好|在吗|谢|再见|\b(?:hello|hi|hey|thanks?|thank|bye)\b/i;

/** What a bare 「取消」 says yes to. */
const CALLS_OFF_ITSELF: ReadonlySet<string> = new Set(['cancel_order', 'cancel_return']);

/** The button of what was offered, or its name in so many words. */
function takesUp({ intents, text }: Reading, { command }: Flow): boolean {
  return (
    command !== 'hand_off' &&
    intents[0] === intentOf(command) &&
    text.length <= BRIEF &&
    orderNumbersIn(text).length === 0
  );
}

/** 「不想要了，取消吧」 of a return that is being arranged: the return is not wanted any more. */
const ENDS_IN_CANCEL =
  /(?:^|[,，。!！;； 了])(?:那就?|还是|都)?取消(?:吧|了|掉|算了)?[。!！~ ]*$|^(?:please |just )?cancel(?: it| this| that)?[.! ]*$/i;

/** 「改成取消背包那单」: another errand that the words name outright ends the one under way. */
function namesOtherWrite({ text }: Reading, { command, asking }: Flow): boolean {
  const named = () => [...CHANGES].some((other) => other !== command && isNamed(other, text));
  // 「…1403，138…，取消」 where the order was asked for only to look it up.
  if (!CHANGES.has(command)) return PROVES.has(asking ?? '') && !ASKS.test(text) && named();
  if (
    asking === 'address' ||
    asking === 'title' ||
    ASKS.test(text) ||
    !/取消|换货|退货|\b(?:cancel|exchange|return)\b/i.test(text)
  )
    return false;
  if (isNamed(intentOf(command), text)) return false;
  return named();
}

/** Questions after which order it is, and whose. */
const PROVES: ReadonlySet<string> = new Set(['verify', 'contact', 'order']);

function namesOrder({ text }: Reading): boolean {
  return orderNumbersIn(text).length > 0;
}

const MOVES: ReadonlySet<Need['kind']> = new Set(['read', 'write']);

function namesOtherOrder(reading: Reading, { command, slots }: Flow): boolean {
  const numbers = orderNumbersIn(reading.text);
  const held = slots.orderNumber;
  if (numbers.length === 0 || typeof held !== 'string' || isCorrection(reading)) return false;
  return !isNamed(intentOf(command), reading.text) && !numbers.some((number) => meansNumber(number, held));
}

/** The likeliest errand in the message that is not the one under way. */
function otherNeed(reading: Reading, flow: Flow, asking: string): Need | null {
  const [intent] = reading.intents;
  const need = intent ? needOf(intent) : null;
  if (!need || need.intent === intentOf(flow.command)) return null;
  if (flow.command === 'search_products' && SEARCHES.has(need.intent)) return null;
  // 「是坏的」 is the reason of the return that is being arranged, 「水壶那单」 the order that was asked for.
  if (OF_FAULTS.has(need.intent) && GIVES_BACK.has(flow.command)) return null;
  // 「改成 41 码」 of an exchange changes the exchange, and the other way round.
  if (SWAP_INTENTS.has(need.intent) && SWAP_INTENTS.has(flow.command) && !hasArrived(reading, flow)) return null;
  // 「差价退回 PayPal」 of an exchange settles it, and moves no order's payment.
  if (need.intent === 'change_order_payment' && settles(reading, flow)) return null;
  // An address that was asked for may be read as an order's or the account's.
  const isOfAddress = ADDRESS_INTENTS.has(need.intent) && ADDRESS_INTENTS.has(flow.command);
  const isPointed = elsewhereIn(reading.text).from !== null && !isNamed(need.intent, reading.text);
  if (isOfAddress && (asking !== 'confirm' || isPointed)) return null;
  // 「退款吧」 of what was missing from the parcel; nothing is there to be sent back.
  if (asking === 'remedy' && flow.command === 'refund_without_return' && MONEY.test(reading.text)) return null;
  if (intent === 'order_detail' && asking === 'order' && reading.text.length <= 8) return null;
  return need;
}

const SEARCHES: ReadonlySet<string> = new Set(['find_product', 'refine_search', 'recommend_gift']);
const OF_FAULTS: ReadonlySet<string> = new Set(['damaged_or_wrong_item', 'missing_item']);
const SWAP_INTENTS: ReadonlySet<string> = new Set(['exchange_items', 'change_order_items']);
const ADDRESS_INTENTS: ReadonlySet<string> = new Set(['change_order_address', 'change_customer_address']);
/** 「收到的…要换」 while goods of an order that was not sent are being chosen: of those that arrived. */
function hasArrived({ text }: Reading, { command, slots }: Flow): boolean {
  return (
    command === 'change_order_items' &&
    slots.orderNumber === undefined &&
    /收到|签收|\breceived\b|\barrived\b/i.test(text)
  );
}

function settles({ text }: Reading, { command }: Flow): boolean {
  if (SWAP_INTENTS.has(intentOf(command))) return !isNamed('change_order_payment', text);
  return SETTLES.has(command) && OF_SETTLING.test(text);
}

const MONEY = /退(?!货|换)|钱|\brefund|\bmoney/i;

function isPlain(reading: Reading, need: Need): boolean {
  return isSurely(reading, need.intent);
}

function pointsSomewhere({ text }: Reading): boolean {
  return orderNumbersIn(text).length > 0 || ordinalsIn(text, true).length > 0;
}

const WANTS_IT =
  /^(?:(?:好的?|行|可以|嗯|那|就)[\s,，。]*)*(?:(?:我?(?:要|需要)|(?:帮我|请|麻烦(?:你|您)?|给我|你|您)*转)(?:的|转|接|给|过去|到|一下|人工|同事|他们?|吧|呗|啊|呀|了)*|麻烦(?:你|您)?了?|(?:帮我|麻烦你?|你|去)*问(?:一下|一问|问)(?:他们|同事)?(?:吧|呗|看)?)[\s。.!！~]*$|^(?:(?:oh|ah|well|um|ok|okay|yeah|yep)[, ]+)*(?:yes|please do)\b/i;

/** 「嗯退」 to a refund that was worked out. */
const DOES_IT = /^(?:嗯+|好的?|行|对|要|那就?)*[,，]?(?:退|取消|办)(?:吧|了|掉|呗)?[。!！~]*$/;

function agreesToOffer(reading: Reading): boolean {
  if (isPlainAffirmation(reading.view.text) || WANTS_IT.test(reading.text)) return true;
  return isTried(reading.flow) && DOES_IT.test(reading.text);
}

const BARE_CANCEL = /^(?:取消|撤销|cancel)(?:吧|了|this|it)?[\s。.!]*$/i;

/** 「不撤销」「还是要退」 beside a card that withdraws a return. */
const KEEPS_RETURN =
  /^(?:还是|先|那)?(?:不|别)(?:要|用)?撤|还是(?:要)?[退换]|继续[退换]|^算了|\b(?:don'?t withdraw|keep (?:the|my) (?:return|exchange)|still want to (?:return|exchange)|never ?mind|forget it)\b/i;

/** "Yes, please go ahead with the return" is no wish to undo it, however it is read. */
const ASSENTS = /^(?:yes|yeah|yep|sure|ok|okay|right|correct|great|好|对|是|嗯|行|可以)(?![\p{L}]{0,2}[不别])/iu;
const NEGATES = /[不别]|\b(?:not|never|no|undo|stop)\b|n't\b/i;

/** 「不用了」 "nope, forget it", and nothing besides. */
function refuses({ text, view }: Reading): boolean {
  return isPlainDenial(view.text) || (CALLS_OFF.test(text) && text.length <= BRIEF && !ERRAND.test(text));
}

/** 「不退了」 long after may ask to undo what was done. */
const ERRAND = /[退换改取]|\b(?:cancel|return|exchange|change)\b/i;
/** A refusal and little else, in characters. */
const BRIEF = 20;

function callsOff(reading: Reading, flow: Flow): boolean {
  const { text, intents, view } = reading;
  if (flow.command === 'cancel_return') return isPlainDenial(view.text) || KEEPS_RETURN.test(text);
  if (isPlainDenial(view.text) || CALLS_OFF.test(text)) return true;
  // On a card of a cancellation the same word would be a yes: there it makes the card anew.
  if (flow.asking === 'confirm' && flow.command !== 'cancel_order' && BARE_CANCEL.test(text)) return true;
  const assents = ASSENTS.test(text) && !NEGATES.test(text);
  if (intents[0] === 'undo_return' && !assents) return GIVES_BACK.has(flow.command);
  if (intents[0] === 'undo_cancel' && !assents) return flow.command === 'cancel_order';
  return view.understanding.act === 'deny' && text.length <= 12;
}
