import { describeCommands } from '../commands/registry.ts';
import type { Actor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import type { CardDecision } from '../core/conversation.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply.ts';
import type { Understander } from '../core/understanding.ts';
import type { Log } from '../platform/log.ts';
import type { ShopInfo } from '../shops/shop.ts';
import { decisionIn } from './assent/decision.ts';
import type { Brain, BrainView, Draft } from './brain.ts';
import type { TurnInput } from './clerk.ts';
import type { GateDeps } from './gate-context.ts';
import type { StoredConfirmation } from './ports.ts';
import { type Beginning, FORMAT, type TurnSetting } from './recording.ts';
import { replyLanguage } from './reply-language.ts';
import type { GateScope } from './scope.ts';

export interface TurnDeps {
  gate: GateDeps;
  /** The configured one. */
  brain: Brain;
  /** The one that is always there. */
  embedded: Brain;
  understander: Understander;
  clock: Clock;
  log: Log;
  /** Named in the recording of a turn. */
  setting?: (() => Promise<TurnSetting>) | undefined;
}

/** What a turn can see before it begins: who, where, in which language, and what was said. */
export interface Surroundings {
  scope: GateScope;
  info: ShopInfo;
  view: Omit<BrainView, 'state' | 'results' | 'openQuote'>;
}

/** What was written. A press of a card says nothing by its words. */
function textOf({ incoming }: TurnInput): string {
  return incoming
    .filter((message) => !message.card)
    .map((message) => message.text)
    .join('\n');
}

/** Reads what the turn goes by, once: from then on it is in the record. */
export async function lookAround(deps: TurnDeps, input: TurnInput): Promise<Beginning> {
  const { state, conversation } = input;
  const now = deps.clock.now();
  const info = await deps.gate.shop.info();
  const context = { expecting: state.flow?.asking ?? null, lastIntent: state.lastIntent };
  const understanding = await deps.understander.understand(textOf(input), context);
  const customer = conversation.customerId === null ? null : await deps.gate.shop.getCustomer(conversation.customerId);
  const setting = (await deps.setting?.()) ?? null;
  const { version, digest } = await deps.gate.policies.current();
  const { callsPerTurn } = deps.gate.budget;
  const policy = { version, digest };
  return { format: FORMAT, now, setting, policy, callsPerTurn, input, info, customer, understanding };
}

export function surroundingsOf(
  { now, info, customer, understanding }: Beginning,
  input: TurnInput,
  mode: GateScope['mode'],
): Surroundings {
  const { id, customerId, epoch } = input.conversation;
  const actor: Actor = customerId === null ? { kind: 'guest' } : { kind: 'customer', customerId };
  const text = textOf(input);
  const locale: Locale = replyLanguage(text, understanding, input.conversation.locale) ?? info.languages[0] ?? 'zh';
  const commands = describeCommands().filter((command) => mode === 'full' || command.effect === 'read');
  return {
    scope: { turnId: input.turnId, conversationId: id, epoch, actor, locale, now, mode },
    info,
    view: {
      turnId: input.turnId,
      locale,
      now,
      shop: { name: info.name, currency: info.currency, timeZone: info.timeZone },
      actor,
      customer,
      transcript: input.transcript,
      text,
      understanding,
      commands,
    },
  };
}

export async function openQuotes(deps: TurnDeps, scope: GateScope): Promise<StoredConfirmation[]> {
  return deps.gate.confirmations.listOpen(scope.conversationId, scope.now);
}

/** The cards this burst decides on: those pressed, or the only open one when the clerk had just asked about it and all that was said is a yes or a no to it. */
export async function cardIn(
  deps: TurnDeps,
  scope: GateScope,
  { incoming, state }: TurnInput,
  text: string,
): Promise<CardDecision[]> {
  if (scope.mode === 'read-only') return [];
  const pressed = incoming.flatMap((message) => (message.card ? [message.card] : []));
  if (pressed.length > 0) return pressed;
  if (text.trim() === '') return [];
  const [card, ...others] = await openQuotes(deps, scope);
  if (!card || others.length > 0 || card.id !== state.card) return [];
  const decision = decisionIn(text, card.quote);
  return decision ? [{ token: card.id, decision, said: true }] : [];
}

/**
 * Which card the customer's next yes would mean: the one under these words, or the open one that they end by asking about. A card called off
 * in other words than a plain no is voided first: a later yes must not redeem what still lies there.
 */
export async function leaveCards(deps: TurnDeps, scope: GateScope, reply: Reply, draft: Draft): Promise<string | null> {
  if (draft.withdraw && scope.mode === 'full')
    for (const card of await openQuotes(deps, scope)) await deps.gate.confirmations.cancel(card.id);
  const shown = reply.blocks.find((block) => block.kind === 'confirmation');
  if (shown || !draft.reminds || scope.mode === 'read-only') return shown?.card.token ?? null;
  return (await openQuotes(deps, scope))[0]?.id ?? null;
}
