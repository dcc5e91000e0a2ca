import { isPlainAffirmation } from '../../../language/affirmation.ts';
import { readMeasures } from '../../../language/quantities/measures.ts';
import type { Flow } from '../../brain.ts';
import { cueOf, isNamed } from './cues.ts';
import { GIVES_BACK, intentOf } from './errands.ts';
import { readAddress, saysWrong } from './read/address.ts';
import { contactIn, orderNumbersIn } from './read/codes.ts';
import { elsewhereIn } from './read/elsewhere.ts';
import { extremeOfPrice } from './read/extreme.ts';
import { identityIn } from './read/identity.ts';
import { type InvoiceWords, invoiceIn, pressesOn } from './read/invoice.ts';
import { namesThing } from './read/mention.ts';
import { methodsIn, refundToIn, saysOriginal } from './read/method.ts';
import { openedIn, usedIn } from './read/opened.ts';
import { saysOption } from './read/option.ts';
import { ordinalsIn } from './read/ordinal.ts';
import { returnsLater, saysWhole } from './read/part-of-order.ts';
import { quantityIn } from './read/quantity.ts';
import { reasonIn } from './read/reason.ts';
import type { Reading } from './reading.ts';
import { isCorrection } from './reading.ts';
import { saysParticular } from './resolve/about.ts';
import { ALL } from './resolve/chosen.ts';

export const ASKS =
  /[?？吗呢]|多少|几[天个时点]|谁|怎么|什么时候|哪[里个些]|\b(?:how|what|when|who|which|where|why|can i|do (?:you|i)|is there|are there)\b/i;

/** From here on a message that names another errand begins it, even where a short answer was expected. */
const PLAIN_WISH = 0.6;

export function isSurely({ scores }: Reading, intent: string): boolean {
  return scores.some(({ name, probability }) => name === intent && probability >= PLAIN_WISH);
}

/** What was bought becomes another variant. */
const SWAPS: ReadonlySet<string> = new Set(['exchange_items', 'change_order_items']);

/** A difference or a refund is spoken of, or what the order was paid with. */
export const OF_SETTLING =
  /差价|退[款钱回到]|原路|补款|\b(?:difference|refund\w*|exchange|return|credit|original payment|same payment|process it)\b/i;

/** Money is taken by it, or goes back, by a means of payment that the customer may name. */
export const SETTLES: ReadonlySet<string> = new Set([...SWAPS, 'change_order_payment', 'return_items']);

/** Whether a message puts right what an open card offers. Anything else is no reason to show the same card again. */
export function changesCard(reading: Reading, { command, slots }: Flow): boolean {
  const { text, intents } = reading;
  if (
    isCorrection(reading) ||
    isNamed(intentOf(command), text) ||
    intents[0] === intentOf(command) ||
    isSurely(reading, 'affirm')
  )
    return true;
  if (orderNumbersIn(text).length > 0) return true;
  if (command.endsWith('_address'))
    return (
      saysOfAddress(text) ||
      elsewhereIn(text).from !== null ||
      ((/\d/.test(text) || saysWrong(text)) && !ASKS.test(text))
    );
  if (command === 'request_invoice') return isAnswerByForm(reading, 'title');
  if (SETTLES.has(command) && namesMeans(text)) return true;
  if (ASKS.test(text) && !(SWAPS.has(command) && saysOption(text))) return false;
  if (reasonIn(text) !== null || (GIVES_BACK.has(command) && usedIn(text))) return true;
  if (command === 'cancel_order') return slots.orderNumber === undefined || POINTS.test(text) || namesThing(text);
  return namesThing(text) || quantityIn(text, false) !== null || (SWAPS.has(command) && saysOption(text));
}

/** 「后面那单」「最近的那单」 */
const POINTS = /[这那][一]?[单个]|上一?单|最近|第.{1,2}[单个]|\b(?:other|previous|latest) (?:one|order)\b/i;

/** "Could you use my PayPal" asks politely. */
const POLITELY =
  /\b(?:could|can|would|will) you (?:please )?(?:use|refund|charge|put|take|apply|issue|send|credit|return)\b|(?:可以|行|好)吗[?？。]*$/i;

/** A means of payment is named, and not asked about. */
export function namesMeans(text: string): boolean {
  return (methodsIn(text).length > 0 || saysOriginal(text)) && (!ASKS.test(text) || POLITELY.test(text));
}

/** Where goods go back, a bare reason answers the question for it, or puts right the one on the card. */
export function givesReason({ text }: Reading, { asking, command }: Flow): boolean {
  if (reasonIn(text) === null || ASKS.test(text)) return false;
  return asking === 'reason' || (asking === 'confirm' && GIVES_BACK.has(command) && text.length <= 12);
}

/** 「水壶不退了」 「毛衣留着」 of several goods: the others still go back. */
const DROPS_ONE = /不用?[退换]|留着|留下|先不动|\b(?:keep|not|except)\b/i;

/** What changes the return that is being arranged, whatever is asked at the moment: where the money goes, and which goods stay. */
export function changesGoods({ text }: Reading, { command, slots }: Flow): boolean {
  if (command === 'return_items' && refundToIn(text) !== '') return true;
  if (SWAPS.has(command) && OF_SETTLING.test(text) && namesMeans(text)) return true;
  const isSeveral = GIVES_BACK.has(command) && Array.isArray(slots.lines) && slots.lines.length > 1;
  return isSeveral && DROPS_ONE.test(text) && namesThing(text) && !ASKS.test(text);
}

/** A postcode and little else, in characters. */
const BRIEF = 24;

/** The form alone says that it answers: an e-mail address, a tax number, the name of a company, a means of payment. */
export function isAnswerByForm({ text, flow }: Reading, asking: string): boolean {
  switch (asking) {
    case 'kind':
    case 'title':
    case 'taxNumber':
    case 'email':
      if (isPlainAffirmation(text) && (asking === 'title' || asking === 'email')) return true;
      if (flow?.asking === asking && pressesOn(text)) return true;
      return saysOfInvoice(invoiceIn(text, asking === 'taxNumber' ? asking : null));
    case 'means':
      return namesMeans(text);
    case 'size':
      return isWishOfOption(text);
    case 'order':
      return SEVERAL.test(text) && !ASKS.test(text);
    case 'part':
      return saysWhole(text) || returnsLater(text) || ALL.test(text);
    case 'measures':
      return Object.keys(readMeasures(text, ANY_MEASURE)).length > 0;
    case 'opened':
      return openedIn(text) !== null;
    case 'product':
      return namesThing(text) && !ASKS.test(text);
    case 'verify': {
      const { name, postcode } = identityIn(text);
      return postcode !== null && (name !== null || text.length <= BRIEF);
    }
    default:
      return false;
  }
}

const ANY_MEASURE = ['height', 'foot', 'waist'];

/** 「两个都取消」 "cancel both", where it was asked which order. */
const SEVERAL = /[两俩]个?都|都(?:要)?[取退换改]|\bboth\b|\ball of them\b/i;

/** "I'd like the cheapest one", 「就要最大的」, where it was asked which one: a wish, and no other errand. */
const WISHES =
  /\b(?:i'?d (?:like|prefer|rather have)|i (?:want|need|prefer)|i'?ll (?:take|go with|have)|let'?s (?:go with|do)|go with|change (?:it|them) to|make it|give me)\b|^(?:就|我)?(?:要|换|选)|想要|换成/i;

/** "Yes, please proceed with the exchange." */
const AGREES =
  /^(?:yes|yeah|sure|okay|ok|great|perfect)\b.{0,40}\b(?:go ahead|proceed|that|sounds|perfect|exchange|change|modif\w+|confirm)\b/i;

function isWishOfOption(text: string): boolean {
  const cue = cueOf(text);
  const isOther = cue !== null && !SWAPS.has(cue) && !OF_CHOOSING.has(cue);
  if (isOther || isNamed('return_items', text) || isNamed('cancel_order', text)) return false;
  if (extremeOfPrice(text) !== null || AGREES.test(text)) return !ASKS.test(text) || POLITELY.test(text);
  return text
    .split(/(?<=[.!?。！？])\s*/)
    .some((sentence) => WISHES.test(sentence) && sentence.length <= 200 && !ASKS.test(sentence));
}

/** What words about one of several options are otherwise read as. */
const OF_CHOOSING: ReadonlySet<string> = new Set([
  'ask_stock',
  'refine_search',
  'find_product',
  'ask_product_fact',
  'ask_price',
]);

function saysOfInvoice({ kind, title, taxNumber, email }: InvoiceWords): boolean {
  return [kind, title, taxNumber, email].some((each) => each !== null);
}

function saysOfAddress(text: string): boolean {
  const { parts, door, rest } = readAddress(text, true);
  return Object.keys(parts).length > 0 || door.length > 0 || rest.length > 0;
}

/** "Zhejiang", the part that was asked for. */
function isBareName(text: string): boolean {
  return /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(text);
}

/** 「…100号吗」「…可以吗」: an address that is given, politely. */
const POLITE_QUESTION = /(?:(?:可以|行|好)吗|(?<=[号室幢栋楼元\d])[吗吧呢])[?？!！。~]*$/;

/** "It's the one with the two watches" */
const THE_ONE =
  /^(?:it'?s|it is|that'?s|i (?:mean|meant|think|believe))\b|\bthe (?:one|order) (?:with|that|from|for|of|containing)\b|那[一]?[单个笔]/i;
/** 「水壶那单」 "the kettle order", and nothing else. */
const OF_GOODS =
  /^\p{Script=Han}{1,12}[这那]一?(?:个?订单|[单笔])$|^(?:it'?s |in |from )*(?:the|my) (?:[\w'-]+ ){1,4}(?:order|one)[.!]*$/iu;
export const SHOPS = /想买|要买|有没有|推荐|找[个款双件一]|挑|\b(?:looking for|buy|recommend|do you (?:have|sell))\b/i;

/** The text itself holds what was asked for, whatever the classifier makes of so few words. */
export function answersDirectly(reading: Reading, asking: string): boolean {
  const { text } = reading;
  const asks = ASKS.test(text);
  switch (asking) {
    case 'verify':
    case 'contact':
      return contactIn(text) !== null || orderNumbersIn(text).length > 0 || (/\d{5}/.test(text) && !asks);
    case 'order':
      return (
        orderNumbersIn(text).length > 0 ||
        ordinalsIn(text, true).length > 0 ||
        (!asks &&
          (text.length <= 8 ||
            THE_ONE.test(text) ||
            OF_GOODS.test(text) ||
            (saysParticular(text) && !SHOPS.test(text))))
      );
    case 'items':
    case 'quantity':
      return ordinalsIn(text, true).length > 0 || (!asks && text.length <= 14);
    case 'size':
      return text.length <= 20 && (/\d|码|号|色|大|小|\b(?:x{0,3}[sl]|m)\b/i.test(text) || !asks);
    case 'means':
    case 'return':
      return ordinalsIn(text, true).length > 0 || (!asks && text.length <= 20);
    case 'title':
      return !asks && text.length <= 60;
    case 'product':
      return namesThing(text) || ordinalsIn(text, true).length > 0 || !asks;
    case 'reason':
      return !asks && (reasonIn(text) !== null || text.length <= 6);
    case 'address':
      return (saysOfAddress(text) || isBareName(text)) && !ASKS.test(text.replace(POLITE_QUESTION, ''));
    default:
      return false;
  }
}
