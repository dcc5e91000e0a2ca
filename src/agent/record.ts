import { createHash } from 'node:crypto';
import type { ReadOutcome, RecordCommand, Recorder } from '../commands/command.ts';
import type { CommandCall } from '../core/command.ts';
import { dateIn, HOUR, plus } from '../core/instant.ts';
import { canonicalJson } from '../core/json.ts';
import type { Order } from '../core/order.ts';
import { type Refusal, refuse } from '../core/verdict.ts';
import { commandContext, type GateDeps } from './gate-context.ts';
import type { GateScope } from './scope.ts';

const TOO_MANY = refuse('budget.writes', {
  zh: '这个对话里一小时内办理的次数太多了，请晚一点再试，或者转人工。',
  en: 'There were too many requests in this chat within the hour. Please try later, or ask for a person.',
});

/** The same call of the same turn has the same key, also after a crash. */
function recordKey(scope: GateScope, call: CommandCall, which: string): string {
  const text = canonicalJson([scope.turnId, call.name, call.input, which]);
  return createHash('sha256').update(`record:${text}`).digest('hex').slice(0, 32);
}

function recorderFor(deps: GateDeps, scope: GateScope, call: CommandCall, timeZone: string): Recorder {
  const { conversationId, now: at } = scope;
  const day = dateIn(timeZone, at);
  let kept = 0;
  const key = () => recordKey(scope, call, String(kept++));
  return {
    ticket: (ticket) => deps.tickets.create(key(), { ...ticket, conversationId, at, day }),
    stockAlert: (alert) => deps.alerts.create(key(), { ...alert, conversationId, at }),
  };
}

/** Done at once: it changes nothing of the shop. Bounded all the same, because people read it. */
export async function keep(
  deps: GateDeps,
  scope: GateScope,
  call: CommandCall,
  command: RecordCommand<never>,
  order: Order | null,
): Promise<ReadOutcome | Refusal> {
  const since = plus(scope.now, -HOUR);
  const { conversationId } = scope;
  const tickets = await deps.tickets.countSince(conversationId, since);
  const alerts = await deps.alerts.countSince(conversationId, since);
  if (tickets + alerts >= deps.budget.writesPerHour) return TOO_MANY;
  const context = await commandContext(deps, scope);
  return command.record(call.input as never, context, recorderFor(deps, scope, call, context.info.timeZone), order);
}
