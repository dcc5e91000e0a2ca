import { lastFact } from '../../../../core/fact.ts';
import type { Flow } from '../../../brain.ts';
import { orderNumbersIn } from '../read/codes.ts';
import { part, question, type Reading, told } from '../reading.ts';
import { gate, type Part, type Script } from '../script.ts';
import { outcomeOf } from './outcome.ts';

/** Only that something is to be noted, and not what. */
const BARE =
  /^(?:请|麻烦|能不能|能|可以)?(?:帮我|给我|替我)?(?:登记|记录?|备注|备案|反馈|留言|留个言|转告|提个?(?:意见|建议)|[建开]个?工单)(?:一下|下|个)?(?:吗|吧|呗|可以吗)?[\s。.!！?？~]*$|^(?:帮我)?[给跟和](?!我).{1,6}(?:带个?话|说一声|说一下|反映一?下?)[\s。.吧!~]*$|^(?:please |can you |could you |i(?:'d like| want) to )*(?:note (?:something|it|this|that)(?: down)?|leave a (?:message|note)|make a note(?: of it)?|(?:create|open|raise|log|file) a (?:ticket|note|case)|pass (?:something|a message) on|let \w+ know|(?:give (?:some )?)?feedback)(?: please)?[\s.!?]*$/i;

/** 「怎么投诉」 "how do I file a complaint?": by saying it here. */
const HOW =
  /^(?:我?(?:想|要)?)?(?:投诉|意见|建议|反馈)?(?:要|该|应该|得)?(?:怎么|如何|在哪里?|去哪里?|找谁)(?:登记|投诉|反馈|提(?:意见|建议)?)[呢啊吗]?[\s?？。]*$|^how (?:do|can|would|should) i (?:file|make|lodge|leave|submit|register|log|raise) (?:a|an|some) (?:complaint|note|suggestion|ticket|feedback)[\s?.!]*$/i;

/** 「我要投诉，帮我登记一下」 says of what kind it is, and still not what. */
const OF_KIND =
  /^(?:我?(?:要|想)?(?:投诉|提个?意见|提个?建议)|i(?:'ve got| have|'d like to make| want to make| want to file) a (?:complaint|suggestion))[\s,，。.!！:：]*(?=.)/i;

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['complaint', /投诉|差评|举报|\bcomplain/i],
  ['suggestion', /建议|希望|最好能|能不能出|要是|\b(?:suggest|idea|would be (?:nice|great)|please (?:add|make))/i],
  ['delivery-problem', /快递|配送|派送|物流|送货|\b(?:courier|deliver|driver|parcel)/i],
  ['quality-problem', /质量|坏|包装|做工|\b(?:quality|broken|packag|faulty)/i],
];

/** 「我要投诉，…」 in the customer's own way, not dictated. */
const COMPLAINS = /^我?(?:要|想)投诉|^i\b.{0,24}\bcomplaint\b/i;

/** A note was kept, and what is told next may belong to it. */
export const MORE = 'more';

/** What the customer wants the shop's people to know is kept; nothing is promised. */
export function* leaveNote(reading: Reading): Script<Part> {
  const isAsked = reading.flow?.command === 'create_ticket' && reading.flow.asking === 'note';
  const flow: Flow = { command: 'create_ticket', slots: {}, asking: 'note' };
  const { text } = reading;
  const more = reading.flow?.command === 'create_ticket' && reading.flow.asking === MORE ? told(reading, 'note') : null;
  const isOffered = reading.flow?.command === 'create_ticket' && reading.flow.asking === 'offer';
  const bare = isOffered || HOW.test(text) || BARE.test(text.replace(OF_KIND, ''));
  if (text === '' || (!isAsked && more === null && (bare || text === reading.say('choice.note'))))
    return question(flow, reading.say('note.ask'));
  const said = [more, reading.view.text.trim()].filter(Boolean).join('\n').slice(0, 2_000);
  const [number] = orderNumbersIn(said);
  const kind = KINDS.find(([, words]) => words.test(said))?.[0] ?? 'other';
  const result = yield* gate('create_ticket', { kind, text: said, ...(number && { orderNumber: number.number }) });
  const ticket = lastFact(result.facts, 'ticket');
  if (!ticket) return outcomeOf(reading, result, null);
  // The facts of a complaint often come in a second breath.
  const goesOn: Flow | null =
    more !== null || COMPLAINS.test(said) ? { ...flow, slots: { note: said }, asking: MORE } : null;
  return part(reading.say('note.done'), { showing: [ticket.id], state: { flow: goesOn } });
}
