import { factsOf, lastFact } from '../../../../core/fact.ts';
import type { RuleName } from '../../../../policy/inputs.ts';
import { quoteText } from '../../../present/passage.ts';
import { orderNumbersIn } from '../read/codes.ts';
import { HOLDS_SHIPPING } from '../read/hold.ts';
import { sharesKind } from '../read/mention.ts';
import { rulesAsked } from '../read/rules.ts';
import type { Reading } from '../reading.ts';
import { isGuest, part, personChoice } from '../reading.ts';
import { ownOrders } from '../resolve/order.ts';
import type { Part, Script } from '../script.ts';
import { call, contained, gate, gateAll } from '../script.ts';
import { together } from '../together.ts';
import { isOpenRequest, standing } from './returns.ts';
import { hasFailed, isOnTheRoad, standingOf, trackOrder } from './track.ts';

/** Below this it is a guess what a question is about: the search weighs it against the words. */
const SURE_OF_TOPIC = 0.9;

function isGuessed({ scores }: Reading, topic: string | null): boolean {
  return (scores.find(({ name }) => name === topic)?.probability ?? 1) < SURE_OF_TOPIC;
}

/** What answers the words, whatever they are about; null where the shop has nothing on them. */
export function quoteFound(reading: Reading): Script<Part | null> {
  return quoteArticle(reading, null, true);
}

/** The shop's own words, and nothing besides; where it has none, that is said. */
export function* answerQuestion(reading: Reading, topic: string | null): Script<Part> {
  const rule = topic === null ? undefined : RULES[topic];
  const found = rule === undefined && isGuessed(reading, topic) ? yield* quoteFound(reading) : null;
  if (found) return found;
  const answer = yield* quoteArticle(reading, topic, rule === undefined);
  if (answer) return answer;
  if (rule !== undefined) return yield* tellRules(reading, [rule]);
  const flow = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
  return part(reading.say('question.unanswered'), { choices: [personChoice(reading)], state: { flow } });
}

/** Questions that the shop's rules answer by themselves where no article does. */
const RULES: Readonly<Record<string, RuleName>> = {
  ask_return_policy: 'return',
  ask_exchange_policy: 'exchange',
  ask_return_shipping_fee: 'return',
  price_protection: 'price-protection',
  refund_without_return: 'refund-only',
};

/** 「退换规则发我看看」: the rules themselves, and no article about them. */
export function showRules(reading: Reading): Script<Part> {
  return tellRules(reading, rulesAsked(reading.text));
}

/** Rules of the shop in their own words. */
function* tellRules(reading: Reading, rules: readonly RuleName[]): Script<Part> {
  const results = yield* gateAll(rules.map((rule) => call('get_policy', { rule })));
  const facts = results.flatMap((result) => factsOf(result.facts, 'rules'));
  return part(reading.say('rules.are'), { showing: facts.map(({ id }) => id) });
}

/** Wishes for something to be done: the article's opening says whether it can be; the words of the wish would pick some detail. */
const WISHES: ReadonlySet<string> = new Set(['price_protection', 'schedule_pickup']);

/** A text of which no article holds a word: the topic alone decides, and the opening is taken. */
const NO_WORDS = '·';

/** What the shop wrote on that topic; with `loosely`, else what answers the words best. */
export function* quoteArticle(reading: Reading, topic: string | null, loosely = false): Script<Part | null> {
  const text = topic !== null && WISHES.has(topic) ? NO_WORDS : reading.text.slice(0, 2_000);
  const result = yield* gate('search_knowledge', { text, ...(topic && { topic }) });
  const fact = lastFact(result.facts, 'passages');
  const passages = fact?.value.passages ?? [];
  const written = passages.find(({ topics }) => topic !== null && topics.includes(topic));
  const passage = loosely ? passages[0] : written;
  if (!fact || !passage) return null;
  // 「耳机能退吗」: the rule, and what another article on it says of just these goods.
  const special = passages.find(
    (other) =>
      other !== passage &&
      topic !== null &&
      other.topics.includes(topic) &&
      sharesKind(reading.text, other.text) &&
      !sharesKind(reading.text, passage.text),
  );
  const quoted = [passage, ...(special ? [special] : [])].map(quoteText);
  const isForeign = passage.locale !== reading.locale;
  const lines = [...(isForeign ? [reading.say('question.other-language')] : []), ...quoted];
  return part(lines.join('\n'), { showing: [fact.id] });
}

const REFUSING = /拒收|拒签|\brefus/i;
const OF_REFUSING: Record<'zh' | 'en', string> = { zh: '当面拒收 包裹 退款', en: 'refusing a parcel and the refund' };

/** 「那我拒收行不行」: what the shop has written of it, wherever that stands. */
export function* refuseParcel(reading: Reading): Script<Part> {
  const result = yield* gate('search_knowledge', { text: OF_REFUSING[reading.locale] });
  const fact = lastFact(result.facts, 'passages');
  const passage = fact?.value.passages.find(({ text }) => REFUSING.test(text));
  return fact && passage
    ? part(quoteText(passage), { showing: [fact.id] })
    : yield* answerQuestion(reading, 'delivery_problem');
}

/** Something that this clerk cannot do: what the shop says about it, and a person for the rest. */
export function* beyond(reading: Reading, topic: string): Script<Part> {
  const answer = yield* quoteArticle(reading, topic);
  const flow = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
  const choices = [personChoice(reading)];
  if (!answer) return part(reading.say('beyond.no-article'), { choices, state: { flow } });
  const text = `${answer.text}\n${reading.say('beyond.with-article')}`;
  return part(text, { choices, showing: answer.showing, state: { flow } });
}

/** 「派送失败了」: the parcel that came back from the door is looked up; else it is the article's matter. */
export function* deliveryProblem(reading: Reading): Script<Part> {
  if (isGuest(reading) || !FAILED.test(reading.text)) return yield* beyond(reading, 'delivery_problem');
  const failed = (yield* ownOrders(reading)).filter(hasFailed);
  if (failed.length === 0) return yield* beyond(reading, 'delivery_problem');
  const standing = yield* contained(trackOrder(reading, hasFailed));
  if (standing.state.flow?.asking) return standing;
  return together([standing, yield* beyond(reading, 'delivery_problem')]);
}

const FAILED = /失败|不成功|未成功|没成功|异常|\bfail|\bunsuccessful|\bdeliver/i;

/** 「改到明天送」: how the parcel stands; another day is for a person to arrange. */
export function* reschedule(reading: Reading): Script<Part> {
  if (HOLDS_SHIPPING.test(reading.text)) {
    const offer = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
    return part(reading.say('hold.by-person'), { choices: [personChoice(reading)], state: { flow: offer } });
  }
  const further = yield* beyond(reading, 'reschedule_delivery');
  if (isGuest(reading)) return further;
  const isNumbered = orderNumbersIn(reading.text).length > 0;
  // A day in these words is the day that is wished for, and no order's.
  const [order, ...others] = (yield* ownOrders(reading)).filter(isOnTheRoad);
  if (!isNumbered && (!order || others.length > 0)) return further;
  const known = isNumbered || !order ? yield* contained(trackOrder(reading)) : yield* standingOf(reading, order);
  return known.state.flow?.asking ? known : together([known, further]);
}

/** 「叫快递上门来取」: how the return stands; the collection is for a person to book. */
export function* schedulePickup(reading: Reading): Script<Part> {
  const article = yield* quoteArticle(reading, 'schedule_pickup');
  const flow = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
  const choices = [personChoice(reading)];
  const returns = isGuest(reading) ? [] : factsOf((yield* gate('list_returns', {})).facts, 'returns');
  const open = returns.flatMap(({ value }) => value.returns.filter(isOpenRequest));
  const [only] = open.length === 1 ? open : [];
  const lines = [article?.text ?? '', only ? standing(reading, only) : '', reading.say('pickup.by-person')];
  return part(lines.filter(Boolean).join('\n'), { choices, showing: article?.showing ?? [], state: { flow } });
}
