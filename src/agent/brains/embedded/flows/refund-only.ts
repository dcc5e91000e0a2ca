import { GIVES_BACK } from '../errands.ts';
import { wantsAmountBack } from '../read/amount-back.ts';
import { REFUND_REASONS } from '../read/reason.ts';
import { keptSlots, part, personChoice, type Reading } from '../reading.ts';
import { aboutSoFar } from '../resolve/about.ts';
import { chosenSlots, findLines } from '../resolve/lines.ts';
import type { Part, Script } from '../script.ts';
import { beginWith } from './begun.ts';
import { findReason, isDelivered, isPast, mostLikely, reasonSoFar } from './give-back.ts';
import { propose } from './outcome.ts';

/** 「补五十」「退一半」「赔点」 "20% back": part of the price, which no rule settles. */
const PART_OF_IT =
  /[补赔返](?:我|点|个|偿|贴|款|[\d一二三四五六七八九十百两几]+)|补偿|红包|退(?:我)?(?:一半|点|一?部分|[\d一二三四五六七八九十百两]+(?:块|元|%|折|个点))|部分退|打.?折|便宜点|\b(?:partial|part of|half|some(?:thing)? (?:back|off)|\d+ ?% (?:back|off)|discount|compensat\w*|reduction|[£$€¥] ?\d+ (?:back|off))\b/i;

/** The goods were to come back: that card is not what is wanted any more. */
function isOnCard({ view }: Reading): boolean {
  const command = view.openQuote?.quote.command;
  return command !== undefined && GIVES_BACK.has(command);
}

/** Money back for goods that stay with the customer. */
export function* refundOnly(reading: Reading): Script<Part> {
  const isPart = reading.flow?.command !== 'refund_without_return' && PART_OF_IT.test(reading.text);
  if (isPart || wantsAmountBack(reading.text)) {
    const flow = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
    return part(reading.say('refund-only.part'), {
      choices: [personChoice(reading)],
      withdraw: isOnCard(reading),
      state: { flow },
    });
  }
  const said = reasonSoFar(reading);
  const { order, flow, opening } = yield* beginWith(reading, {
    command: 'refund_without_return',
    slots: { ...keptSlots(reading), about: aboutSoFar(reading), ...said },
    fits: isDelivered,
    prefers: mostLikely(reading),
    which: 'which-order.refund-only',
    none: 'no-order.refund-only',
  });
  const [first] = order.lines;
  if (first && isPast(reading, order, 'refund-only')) {
    const items = [{ lineId: first.id, quantity: 1 }];
    const why = said ?? { reason: reading.say('reason.no-reason'), reasonKind: 'no-reason' };
    return yield* propose(reading, flow, { orderNumber: order.number, items, ...why }, opening);
  }
  const which = said?.reasonKind === 'missing' ? 'which-line.missing' : 'which-line.refund-only';
  const chosen = yield* findLines(reading, order, flow, { which, howMany: 'how-many.refund-only' });
  Object.assign(flow.slots, chosenSlots(chosen));
  const why = yield* findReason(
    reading,
    flow,
    chosen.map(({ line }) => line),
    REFUND_REASONS,
  );
  Object.assign(flow.slots, why);
  const items = chosen.map(({ line, quantity }) => ({ lineId: line.id, quantity }));
  return yield* propose(reading, flow, { orderNumber: order.number, items, ...why }, opening);
}
