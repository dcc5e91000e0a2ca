import { isPlainAffirmation, isPlainDenial } from '../../../language/affirmation.ts';
import { findColours } from '../../../language/lexicon/colours.ts';
import { readSizes } from '../../../language/quantities/sizes.ts';
import type { Flow } from '../../brain.ts';
import { isNamed } from './cues.ts';
import type { Need } from './intents.ts';
import { needOf } from './intents.ts';
import { addressIn, saysWhere } from './read/address.ts';
import { contactIn, meansNumber, orderNumbersIn } from './read/codes.ts';
import { namesThing } from './read/mention.ts';
import { ordinalsIn } from './read/ordinal.ts';
import { quantityIn } from './read/quantity.ts';
import { reasonIn } from './read/reason.ts';
import type { Reading } from './reading.ts';
import { isCorrection } from './reading.ts';

/**
 * How a message stands to what the clerk has just asked: it answers; it calls the matter off; it asks something beside it and the matter goes on
 * afterwards; or it begins something else.
 */
export type Stance = 'answer' | 'abandon' | 'beside' | 'new';

const ASKS =
  /[?？吗呢]|多少|几[天个时点]|谁|怎么|什么时候|哪[里个些]|\b(?:how|what|when|who|which|where|why|can i|do (?:you|i)|is there|are there)\b/i;
const SHOPS = /想买|要买|有没有|推荐|找[个款双件一]|挑|\b(?:looking for|buy|recommend|do you (?:have|sell))\b/i;
/** 「不退了」「算了别换了」 in the middle of it. */
const CALLS_OFF =
  /^(?:(?:actually|no|nope|nah|wait|sorry|oh|ok|okay|well)[, ]+)*(?:那?还?是?算了|不[退换改取]|先?不(?:用|要|想)?[退换改](?:了|吧)|别[退换改取]|不取消|不用取消|(?:never ?mind|forget it|don'?t (?:cancel|return|exchange|change)|keep it))/i;

/** So few words may well be the name of what was asked for. */
const BARE_WORDS = 10;
/** What is worth coming back to after something else was asked. */
const CHANGES: ReadonlySet<string> = new Set([
  'cancel_order',
  'change_order_address',
  'return_items',
  'exchange_items',
]);

/** From here on a message that names another errand begins it, even where a short answer was expected. */
const PLAIN_WISH = 0.6;

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
    return agreesToOffer(reading) ? 'answer' : callsOff(reading, flow) ? 'abandon' : 'new';
  }
  if (CHANGES.has(command) && command !== 'cancel_order' && ENDS_IN_CANCEL.test(text)) return 'abandon';
  if (namesOtherWrite(reading, flow)) return 'new';
  if (givesReason(reading, flow)) return 'answer';
  // Another order's number beside a card asks after that order; the card stays as it is.
  if (asking === 'confirm' && namesOtherOrder(reading, flow)) return 'new';
  if (asking === 'need' && orderNumbersIn(text).length > 0) return 'new';
  if (callsOff(reading, flow)) return 'abandon';
  const need = otherNeed(reading, flow, asking);
  if (need && isPlain(reading, need) && !pointsSomewhere(reading)) {
    if (need.kind === 'read' || need.kind === 'write') return 'new';
    if (need.kind === 'talk') return 'beside';
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

/** 「不想要了，取消吧」 of a return that is being arranged: the return is not wanted any more. */
const ENDS_IN_CANCEL =
  /(?:^|[,，。!！;； 了])(?:那就?|还是|都)?取消(?:吧|了|掉|算了)?[。!！~ ]*$|^(?:please |just )?cancel(?: it| this| that)?[.! ]*$/i;

/** 「改成取消背包那单」: another errand that the words name outright ends the one under way. */
function namesOtherWrite({ text }: Reading, { command, asking }: Flow): boolean {
  if (
    !CHANGES.has(command) ||
    asking === 'address' ||
    ASKS.test(text) ||
    !/取消|换货|退货|\b(?:cancel|exchange|return)\b/i.test(text)
  )
    return false;
  if (isNamed(command, text)) return false;
  return [...CHANGES].some((other) => other !== command && isNamed(other, text));
}

const MOVES: ReadonlySet<Need['kind']> = new Set(['read', 'write']);

function namesOtherOrder(reading: Reading, { command, slots }: Flow): boolean {
  const numbers = orderNumbersIn(reading.text);
  const held = slots.orderNumber;
  if (numbers.length === 0 || typeof held !== 'string' || isCorrection(reading)) return false;
  return !isNamed(command, reading.text) && !numbers.some((number) => meansNumber(number, held));
}

/** Whether a message puts right what an open card offers. Anything else is no reason to show the same card again. */
function changesCard(reading: Reading, { command, slots }: Flow): boolean {
  const { text, intents } = reading;
  if (isCorrection(reading) || isNamed(command, text) || intents[0] === command || isSurely(reading, 'affirm'))
    return true;
  if (orderNumbersIn(text).length > 0) return true;
  if (command === 'change_order_address') return Object.keys(addressIn(text)).length > 0;
  if (ASKS.test(text) && !(command === 'exchange_items' && saysOption(text))) return false;
  if (reasonIn(text) !== null) return true;
  if (command === 'cancel_order') return slots.orderNumber === undefined || POINTS.test(text) || namesThing(text);
  return namesThing(text) || quantityIn(text, false) !== null || (command === 'exchange_items' && saysOption(text));
}

/** 「后面那单」「最近的那单」 */
const POINTS = /[这那][一]?[单个]|上一?单|最近|第.{1,2}[单个]|\b(?:other|previous|latest) (?:one|order)\b/i;

export function saysOption(text: string): boolean {
  return readSizes(text).length > 0 || findColours(text).length > 0 || /^\d{2}(?:\.5)?$/.test(text);
}

/** The likeliest errand in the message that is not the one under way. */
function otherNeed(reading: Reading, flow: Flow, asking: string): Need | null {
  const [intent] = reading.intents;
  const need = intent ? needOf(intent) : null;
  if (!need || need.intent === flow.command) return null;
  if (flow.command === 'search_products' && SEARCHES.has(need.intent)) return null;
  // 「是坏的」 is the reason of the return that is being arranged, 「水壶那单」 the order that was asked for.
  if (intent === 'damaged_or_wrong_item' && GIVES_BACK.has(flow.command)) return null;
  // 「改成 41 码」 of an exchange changes the exchange.
  if (intent === 'change_order_items' && flow.command === 'exchange_items') return null;
  if (intent === 'order_detail' && asking === 'order' && reading.text.length <= 8) return null;
  return need;
}

/** Where goods go back, a bare reason answers the question for it, or puts right the one on the card. */
function givesReason({ text }: Reading, { asking, command }: Flow): boolean {
  if (reasonIn(text) === null || ASKS.test(text)) return false;
  return asking === 'reason' || (asking === 'confirm' && GIVES_BACK.has(command) && text.length <= 12);
}

const SEARCHES: ReadonlySet<string> = new Set(['find_product', 'refine_search', 'recommend_gift']);
const GIVES_BACK: ReadonlySet<string> = new Set(['return_items', 'exchange_items']);

function isPlain(reading: Reading, need: Need): boolean {
  return isSurely(reading, need.intent);
}

function isSurely({ scores }: Reading, intent: string): boolean {
  return scores.some(({ name, probability }) => name === intent && probability >= PLAIN_WISH);
}

function pointsSomewhere({ text }: Reading): boolean {
  return orderNumbersIn(text).length > 0 || ordinalsIn(text, true).length > 0;
}

const WANTS_IT = /^(?:要|需要|转|帮我转|麻烦|问一?下?|那?就?转)[^不]{0,6}$|\bplease do\b|\byes\b/i;

function agreesToOffer(reading: Reading): boolean {
  return isPlainAffirmation(reading.view.text) || WANTS_IT.test(reading.text);
}

const BARE_CANCEL = /^(?:取消|撤销|cancel)(?:吧|了|this|it)?[\s。.!]*$/i;

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
  if (isPlainDenial(view.text) || CALLS_OFF.test(text)) return true;
  // On a card of a cancellation the same word would be a yes: there it makes the card anew.
  if (flow.asking === 'confirm' && flow.command !== 'cancel_order' && BARE_CANCEL.test(text)) return true;
  if (intents[0] === 'undo_return') return flow.command === 'return_items' || flow.command === 'exchange_items';
  if (intents[0] === 'undo_cancel') return flow.command === 'cancel_order';
  return view.understanding.act === 'deny' && text.length <= 12;
}

/** 「…100号吗」「…可以吗」: an address that is given, politely. */
const POLITE_QUESTION = /(?:(?:可以|行|好)吗|(?<=[号室幢栋楼元\d])[吗吧呢])[?？!！。~]*$/;

/** The text itself holds what was asked for, whatever the classifier makes of so few words. */
function answersDirectly(reading: Reading, asking: string): boolean {
  const { text } = reading;
  const asks = ASKS.test(text);
  switch (asking) {
    case 'verify':
    case 'contact':
      return contactIn(text) !== null || orderNumbersIn(text).length > 0;
    case 'order':
      return orderNumbersIn(text).length > 0 || ordinalsIn(text, true).length > 0 || (!asks && text.length <= 8);
    case 'items':
    case 'quantity':
      return ordinalsIn(text, true).length > 0 || (!asks && text.length <= 14);
    case 'size':
      return text.length <= 20 && (/\d|码|号|色|大|小|\b(?:x{0,3}[sl]|m)\b/i.test(text) || !asks);
    case 'reason':
      return !asks && (reasonIn(text) !== null || text.length <= 6);
    case 'address':
      return saysWhere(addressIn(text)) && !ASKS.test(text.replace(POLITE_QUESTION, ''));
    default:
      return false;
  }
}
