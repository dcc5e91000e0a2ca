import { createHash } from 'node:crypto';
import { commandByName } from '../commands/registry.ts';
import type { CommandCall, CommandResult } from '../core/command.ts';
import type { CardAction } from '../core/conversation.ts';
import type { FactDraft } from '../core/fact.ts';
import type { Quote } from '../core/quote.ts';
import { allow, refuse } from '../core/verdict.ts';
import { failpoint } from '../platform/failpoints.ts';
import { done, orderNotFound, refused, stamp } from './decision.ts';
import type { GateDeps } from './gate.ts';
import { audit, commandContext, hashQuote, ownOrder, quoteWrite } from './gate.ts';
import type { StoredConfirmation, StoredIntent } from './ports.ts';
import type { GateScope } from './scope.ts';

const REFUSALS = {
  'not-open': { zh: '这张确认卡已经失效，没有执行任何操作。', en: 'That card is no longer valid. Nothing was done.' },
  expired: {
    zh: '这张确认卡已经过期，没有执行任何操作。需要的话请再说一次，我重新为您核对。',
    en: 'That card has expired and nothing was done. Tell me again and I will check it anew.',
  },
  'ownership-changed': {
    zh: '同事已经接手这个对话，我没有执行任何操作。',
    en: 'A colleague has taken over this conversation; I did nothing.',
  },
  superseded: {
    zh: '您又发来了新消息，这次没有执行任何操作。',
    en: 'You sent something new meanwhile; nothing was done.',
  },
  changed: {
    zh: '订单刚刚有了变化，原来的确认卡作废，没有执行任何操作。',
    en: 'The order has just changed, so that card is void. Nothing was done.',
  },
  'not-possible': {
    zh: '店铺系统没有接受这次操作，没有任何变动。',
    en: 'The shop did not accept it. Nothing was changed.',
  },
  'not-found': {
    zh: '店铺系统里找不到这个订单了，没有执行任何操作。',
    en: 'The shop no longer finds this order. Nothing was done.',
  },
} as const;

/** The effect's key comes from the confirmation, not from the attempt: however often it is tried, it is the same effect. */
export function intentKey(confirmationId: string): string {
  return createHash('sha256').update(`intent:${confirmationId}`).digest('hex');
}

/** The customer pressed the card (or plainly said yes to the only one). The one place from which a shop is changed. */
export async function redeem(
  deps: GateDeps,
  scope: GateScope,
  action: CardAction,
  callId: string,
): Promise<CommandResult> {
  const confirmation = await deps.confirmations.get(action.token);
  const command = confirmation?.quote.command ?? 'confirm';
  const call: CommandCall = { id: callId, name: command, input: { decision: action.decision } };
  const result = await decide(deps, scope, call, action, confirmation);
  await audit(deps, scope, result);
  return result;
}

async function decide(
  deps: GateDeps,
  scope: GateScope,
  call: CommandCall,
  action: CardAction,
  confirmation: StoredConfirmation | null,
): Promise<CommandResult> {
  const no = (reason: keyof typeof REFUSALS) =>
    refused(call, refuse(`confirmation.${reason}`, REFUSALS[reason]), scope.now);
  if (!confirmation || confirmation.conversationId !== scope.conversationId || scope.mode === 'read-only')
    return no('not-open');
  const { quote } = confirmation;

  if (action.decision === 'cancel') {
    if (!(await deps.confirmations.cancel(confirmation.id))) return no('not-open');
    return done(call, stamp(call, [cancelled(quote)], scope.now));
  }

  const known = await deps.intents.get(intentKey(confirmation.id));
  if (known)
    return known.state === 'planned' ||
      known.state === 'sent' ||
      (known.state === 'unknown' && (await repeatable(deps)))
      ? execute(deps, scope, call, known)
      : tell(call, known, scope);
  if (confirmation.state !== 'open') return no('not-open');
  if (confirmation.expiresAt <= scope.now) return no('expired');

  const definition = commandByName(quote.command);
  if (definition?.effect !== 'write') return no('not-open');
  const order = await ownOrder(deps, scope, quote.orderNumber);
  if (!order) return orderNotFound(call, scope.now);
  const fresh = await definition.quote(quote.input as never, await commandContext(deps, scope), order);
  if (!fresh.ok) return refused(call, fresh.verdict, scope.now);
  if (hashQuote(fresh.quote) !== confirmation.quoteHash) {
    const again = await quoteWrite(deps, scope, { ...call, input: quote.input }, definition, order);
    return {
      ...no('changed'),
      facts: [...no('changed').facts, ...again.facts.map((fact) => ({ ...fact, id: `${fact.id}q` }))],
    };
  }

  const { turnId, conversationId, now } = scope;
  const planned = await deps.intents.plan(scope, {
    key: intentKey(confirmation.id),
    confirmationId: confirmation.id,
    turnId,
    conversationId,
    command: quote.command,
    quote,
    plannedAt: now,
  });
  return planned.ok ? execute(deps, scope, call, planned.intent) : no(planned.reason);
}

/** Under the shop's own keys an effect whose outcome is unknown can be asked for again without doing it twice. */
async function repeatable(deps: GateDeps): Promise<boolean> {
  return (await deps.shop.info()).idempotency === 'native-key';
}

/** Two tries under one key, then the outcome is unknown: told as such and left to reconciliation, never tried under another key. */
async function execute(
  deps: GateDeps,
  scope: GateScope,
  call: CommandCall,
  intent: StoredIntent,
): Promise<CommandResult> {
  const definition = commandByName(intent.command);
  if (definition?.effect !== 'write')
    throw new Error(`intent ${intent.key} names ${intent.command}, which is no write`);
  const context = await commandContext(deps, scope);
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const outcome = await definition.execute(intent.quote, context, intent.key);
      failpoint('intent.executed');
      if (!outcome.ok) {
        await deps.intents.settle(intent.key, 'refused', null);
        return refused(call, refuse(`shop.${outcome.reason}`, REFUSALS[outcome.reason]), scope.now);
      }
      await deps.intents.settle(intent.key, 'done', outcome.effect);
      return tell(call, { ...intent, state: 'done', effect: outcome.effect }, scope);
    } catch {
      // The platform did not answer: it may or may not have happened. The same key makes the second try harmless.
    }
  }
  await deps.intents.settle(intent.key, 'unknown', null);
  return tell(call, { ...intent, state: 'unknown', effect: null }, scope);
}

/** What an intent has come to, as facts. */
function tell(call: CommandCall, intent: StoredIntent, scope: GateScope): CommandResult {
  const source = { kind: 'shop', ref: intent.key } as const;
  if (intent.state === 'done' && intent.effect) {
    return done(call, stamp(call, [{ kind: 'effect', value: intent.effect, source }], scope.now));
  }
  if (intent.state === 'refused') {
    return refused(call, refuse('shop.not-possible', REFUSALS['not-possible']), scope.now);
  }
  const value = { command: intent.command, orderNumber: intent.quote.orderNumber };
  const facts = stamp(call, [{ kind: 'unknown-outcome', value, source }], scope.now);
  return { callId: call.id, name: call.name, input: call.input, status: 'unknown', verdict: allow(), facts };
}

function cancelled(quote: Quote): FactDraft {
  const { command, orderNumber, title } = quote;
  return {
    kind: 'quote-cancelled',
    value: { command, orderNumber, title },
    source: { kind: 'gate', ref: 'cancelled' },
  };
}
