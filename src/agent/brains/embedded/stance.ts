import { isPlainAffirmation, isPlainDenial } from '../../../language/affirmation.ts';
import type { Flow } from '../../brain.ts';
import { needOf } from './intents.ts';
import { addressIn, saysWhere } from './read/address.ts';
import { contactIn, orderNumbersIn } from './read/codes.ts';
import { ordinalsIn } from './read/ordinal.ts';
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
  /^(?:那?还?是?算了|不[退换改取]|先?不(?:用|要|想)?[退换改](?:了|吧)|别[退换改取]|不取消|不用取消|(?:never ?mind|forget it|don'?t (?:cancel|return|exchange|change)|keep it))/i;

/** Slots whose answer may be any words. */
const FREE: ReadonlySet<string> = new Set([
  'reason',
  'need',
  'address',
  'items',
  'order',
  'quantity',
  'size',
  'verify',
  'contact',
  'remedy',
]);

export function stanceOf(reading: Reading, flow: Flow): Stance {
  const { asking } = flow;
  if (asking === null) return isCorrection(reading) ? 'answer' : 'new';
  if (asking === 'person')
    return isPlainAffirmation(reading.text) || WANTS_PERSON.test(reading.text)
      ? 'answer'
      : callsOff(reading, flow)
        ? 'abandon'
        : 'new';
  if (callsOff(reading, flow)) return 'abandon';
  if (isCorrection(reading) || answersDirectly(reading, asking)) return 'answer';
  const [intent] = reading.intents;
  const need = intent ? needOf(intent) : null;
  if (!need) return FREE.has(asking) || asking === 'confirm' ? 'answer' : 'new';
  if (need.intent === flow.command) return 'answer';
  switch (need.kind) {
    case 'question':
    case 'beyond':
    case 'talk':
      return 'beside';
    case 'consultation':
      return SHOPS.test(reading.text) || asking === 'confirm'
        ? flow.command === 'search_products'
          ? 'new'
          : 'beside'
        : 'answer';
    case 'read':
    case 'write':
      return 'new';
  }
}

const WANTS_PERSON = /^(?:要|需要|转|帮我转|麻烦|问一?下?|那?就?转)[^不]{0,6}$|\bplease do\b|\byes\b/i;

function callsOff(reading: Reading, flow: Flow): boolean {
  const { text, intents, view } = reading;
  if (isPlainDenial(view.text) || CALLS_OFF.test(text)) return true;
  if (intents[0] === 'undo_return') return flow.command === 'return_items' || flow.command === 'exchange_items';
  if (intents[0] === 'undo_cancel') return flow.command === 'cancel_order';
  return view.understanding.act === 'deny' && text.length <= 12;
}

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
      return saysWhere(addressIn(text)) && !asks;
    default:
      return false;
  }
}
