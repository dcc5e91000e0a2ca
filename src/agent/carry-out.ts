import type { ExecuteOutcome } from '../commands/command.ts';
import { commandByName } from '../commands/registry.ts';
import { AppError } from '../core/errors.ts';
import { plus, SECOND } from '../core/instant.ts';
import type { Localized } from '../core/locale.ts';
import { failpoint } from '../platform/failpoints.ts';
import { commandContext, type GateDeps } from './gate-context.ts';
import { doneNotice, notDoneNotice, overtakenNotice } from './notices.ts';
import type { Settlement, StoredIntent } from './ports.ts';
import { findDone } from './read-back.ts';
import { readingOnce } from './read-once.ts';
import type { GateScope } from './scope.ts';
import { logUnanswered } from './unanswered.ts';

/** What has become of an intent, and the platform's reason where it just said no. */
export interface CarriedOut {
  intent: StoredIntent;
  refusal?: Extract<ExecuteOutcome, { ok: false }>['reason'];
}

/** Under the platform's own keys a second try is harmless; otherwise the platform is read back instead. */
const TRIES = { 'native-key': 2, 'read-back': 1, none: 0 } as const;

/**
 * Brings a planned intent to its outcome, as far as the platform answers. The key is the intent's own, whoever tries and however often.
 * @param teller the turn that tells the outcome; null: outside of one, so that the customer is told in the conversation
 */
export async function carryOut(
  given: GateDeps,
  scope: GateScope,
  intent: StoredIntent,
  teller: string | null,
): Promise<CarriedOut> {
  const deps = readingOnce(given);
  const { idempotency } = await deps.shop.info();
  for (let attempt = 0; attempt < TRIES[idempotency]; attempt++) {
    const now = deps.clock.now();
    const settled = plus(now, -deps.budget.settlingSeconds * SECOND);
    const mayHaveHappened = intent.sentAt !== null || attempt > 0;
    // Read before it is written again: what was done is not asked for a second time.
    if (idempotency === 'read-back' && mayHaveHappened) {
      const found = await findDone(deps, intent);
      if (found) return settle(deps, intent, { ok: true, effect: found }, teller);
      if (found === undefined) return unknown(deps, intent);
    }
    const sentBefore = idempotency === 'native-key' ? now : settled;
    const { verdict, events } = await deps.intents.send(intent.key, now, sentBefore, overtakenNotice(intent.quote));
    deps.announce(events);
    if (verdict === 'over') return { intent: (await deps.intents.get(intent.key)) ?? intent };
    if (verdict === 'busy') return { intent: { ...intent, state: 'unknown' } };
    if (verdict === 'look') return lookOnly(deps, intent, settled, teller);
    const outcome = await attemptOnce(deps, scope, intent);
    if (outcome === null && idempotency === 'native-key') continue;
    // A no after a try whose answer was lost may mean that this very write has changed the order.
    const found =
      outcome?.ok || (outcome && !mayHaveHappened) ? null : await findUnlessKeyed(deps, idempotency, intent);
    if (found) return settle(deps, intent, { ok: true, effect: found }, teller);
    if (outcome) return settle(deps, intent, outcome, teller);
  }
  return unknown(deps, intent);
}

async function findUnlessKeyed(deps: GateDeps, idempotency: keyof typeof TRIES, intent: StoredIntent) {
  return idempotency === 'native-key' ? null : findDone(deps, intent);
}

/** Null when the platform did not answer: it may or may not have happened. */
async function attemptOnce(deps: GateDeps, scope: GateScope, intent: StoredIntent): Promise<ExecuteOutcome | null> {
  const command = commandByName(intent.command);
  if (command?.effect !== 'write')
    throw new AppError('intent.no-write', { detail: `${intent.key}: ${intent.command}` });
  try {
    const outcome = await command.execute(intent.quote, await commandContext(deps, scope), intent.key);
    failpoint('intent.executed');
    return outcome;
  } catch (error) {
    logUnanswered(deps.log, 'execute', intent, error);
    return null;
  }
}

/** A person has the conversation: what had been sent is found out, and nothing is sent any more. */
async function lookOnly(
  deps: GateDeps,
  intent: StoredIntent,
  settled: string,
  teller: string | null,
): Promise<CarriedOut> {
  const found = await findDone(deps, intent);
  if (found) return settle(deps, intent, { ok: true, effect: found }, teller);
  const notDone = found === null && intent.sentAt !== null && intent.sentAt <= settled;
  if (!notDone) return unknown(deps, intent);
  return { intent: await settleAs(deps, intent, refusedWith(overtakenNotice(intent.quote)), teller) };
}

async function settle(
  deps: GateDeps,
  intent: StoredIntent,
  outcome: ExecuteOutcome,
  teller: string | null,
): Promise<CarriedOut> {
  const end = outcome.ok
    ? ({ state: 'done', effect: outcome.effect, notice: doneNotice(outcome.effect) } as const)
    : refusedWith(notDoneNotice(intent.quote));
  const stored = await settleAs(deps, intent, end, teller);
  return outcome.ok || stored.state !== 'refused' ? { intent: stored } : { intent: stored, refusal: outcome.reason };
}

const refusedWith = (notice: Localized) => ({ state: 'refused', effect: null, notice }) as const;

/** As it stands afterwards: another try of the same intent may have settled it before. */
async function settleAs(
  deps: GateDeps,
  intent: StoredIntent,
  end: Settlement,
  teller: string | null,
): Promise<StoredIntent> {
  const settlement = { ...end, ...(teller !== null && { teller }) };
  deps.announce(await deps.intents.settle(intent.key, settlement, deps.clock.now()));
  return (await deps.intents.get(intent.key)) ?? intent;
}

async function unknown(deps: GateDeps, intent: StoredIntent): Promise<CarriedOut> {
  await deps.intents.settle(intent.key, { state: 'unknown', effect: null }, deps.clock.now());
  return { intent: (await deps.intents.get(intent.key)) ?? { ...intent, state: 'unknown' } };
}
