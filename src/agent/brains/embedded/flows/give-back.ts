import type { CommandName } from '../../../../core/command.ts';
import { localize } from '../../../../core/locale.ts';
import type { GoodsKind, Order, OrderLine } from '../../../../core/order.ts';
import { readSizes } from '../../../../language/quantities/sizes.ts';
import { isClosed } from '../../../../policy/closed.ts';
import { type GoodsRule, REASON_KINDS, type ReasonKind } from '../../../../policy/inputs.ts';
import type { Flow } from '../../../brain.ts';
import { openedIn } from '../read/opened.ts';
import { KIND_OF_REASON, mayBeReason, REASON_CHOICES, type ReasonKey, reasonIn } from '../read/reason.ts';
import { saysUse } from '../read/use-said.ts';
import type { Reading } from '../reading.ts';
import { choice, question, slotTexts, told } from '../reading.ts';
import { type Script, tell } from '../script.ts';

/** States in which the goods are, or were, in the customer's hands. */
const DELIVERED = ['delivered', 'completed'];

export function isDelivered(order: Order): boolean {
  return DELIVERED.includes(order.status);
}

/** Neither goods nor size nor reason is asked of an order that can no longer come back: the gate then tells the rule that forbids it. */
export function isPast({ view, deps }: Reading, order: Order, rule: GoodsRule): boolean {
  const context = { now: view.now, timeZone: view.shop.timeZone, returns: [] };
  return isClosed(order, rule, deps.policy, context);
}

/** Not yet closed, and with a size where sizes are spoken of: more likely meant than what was completed long ago. */
export function mostLikely(reading: Reading): (order: Order) => boolean {
  const { text } = reading;
  const ofSize = reasonIn(text) === 'reason.size' || readSizes(text).length > 0;
  const sized = ({ lines }: Order) => lines.some(({ options }) => options.some(({ key }) => key === 'size'));
  return (order) => order.status === 'delivered' && !isPast(reading, order, 'return') && (!ofSize || sized(order));
}

const RULES: Partial<Record<CommandName, GoodsRule>> = {
  return_items: 'return',
  exchange_items: 'exchange',
  refund_without_return: 'refund-only',
};

/** Why, as the shop keeps it and as the rules go by it. */
export type Why = { reason: string; reasonKind: ReasonKind };

/** A reason that was said in passing is taken; else it is asked for, with the usual ones as buttons. */
export function* findReason(
  reading: Reading,
  flow: Flow,
  lines: readonly OrderLine[],
  usual: readonly ReasonKey[] = REASON_CHOICES,
): Script<Why> {
  const why = reasonSoFar(reading);
  if (why) return why;
  // Where the rules do not go by it, nobody has to give a reason.
  const rule = RULES[flow.command];
  if (rule && !reading.deps.policy.rules[rule].rows.some(({ when }) => 'reason' in when))
    return { reason: reading.say('unstated'), reasonKind: 'other' };
  const sized = lines.some(({ options }) => options.some(({ key }) => key === 'size'));
  const choices = usual.filter((key) => sized || key !== 'reason.size').map((key) => choice(reading.say(key)));
  return yield* tell(question({ ...flow, asking: 'reason' }, reading.say('ask-reason'), choices));
}

/** Known kinds in the shop's words, with the customer's own where they say more. */
export function reasonSoFar(reading: Reading): Why | null {
  const key = reasonIn(reading.text);
  const isAsked = reading.flow?.asking === 'reason';
  const given = isAsked && mayBeReason(reading.text) ? reading.text : '';
  const own = isAsked ? given : slotTexts(reading, 'reason').join(' ');
  if (key) {
    const label = reading.say(key);
    const reason = own && !label.includes(own) ? `${label}: ${own}`.slice(0, 300) : label;
    return { reason, reasonKind: KIND_OF_REASON[key] };
  }
  const remembered = told(reading, 'reason');
  if (remembered) return { reason: remembered, reasonKind: kindSoFar(reading) };
  const reason = own.replace(/\s+/g, ' ').slice(0, 300);
  return reason ? { reason, reasonKind: 'other' } : null;
}

function kindSoFar(reading: Reading): ReasonKind {
  return REASON_KINDS.find((kind) => kind === told(reading, 'reasonKind')) ?? 'other';
}

/** Nothing is wrong with the goods. */
export function isTaste({ reasonKind }: Why): boolean {
  return reasonKind === 'no-reason' || reasonKind === 'other';
}

/** Goods whose return without a fault depends on their seal. */
const SEALED: readonly (GoodsKind | undefined)[] = ['hygiene', 'opened-seal'];

/** Whether the goods were unpacked: as the customer says, or asked where the rules go by it; null where it does not matter. */
export function* findOpened(
  reading: Reading,
  flow: Flow,
  lines: readonly OrderLine[],
  why: Why,
): Script<boolean | null> {
  const remembered = reading.flow?.slots.opened;
  const about = typeof flow.slots.about === 'string' ? flow.slots.about : '';
  const said = openedIn(reading.text) ?? (typeof remembered === 'boolean' ? remembered : openedIn(about));
  const sealed = lines.find(({ kind }) => SEALED.includes(kind));
  if (said !== null || !sealed || !isTaste(why)) return said;
  const choices = [choice(reading.say('choice.unopened')), choice(reading.say('choice.opened'))];
  const title = localize(sealed.title, reading.locale);
  return yield* tell(question({ ...flow, asking: 'opened' }, reading.say('ask-opened', { title }), choices));
}

/** Whether the customer has said, now or before, that he used what goes back; he is not asked, the card says that it must not be. */
export function saysUsed(reading: Reading, { slots }: Flow): boolean {
  const about = typeof slots.about === 'string' ? slots.about : '';
  return saysUse(reading.text) || slots.used === true || saysUse(about) || saysUse(told(reading, 'reason') ?? '');
}
