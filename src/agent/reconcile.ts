import { commandByName } from '../commands/registry.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../platform/log.ts';
import { commandContext, type GateDeps } from './gate.ts';

/**
 * Settles the intents that a crash left without an outcome, by doing each again under its own key: a shop with native keys answers what it
 * had done before. For other shops they stay unknown, for a person. Returns how many were settled.
 */
export async function reconcile(deps: GateDeps, clock: Clock, log: Log): Promise<number> {
  const { idempotency } = await deps.shop.info();
  let settled = 0;
  for (const intent of await deps.intents.listUnsettled()) {
    const command = commandByName(intent.command);
    if (idempotency !== 'native-key' || command?.effect !== 'write') {
      if (intent.state === 'unknown') continue;
      await deps.intents.settle(intent.key, 'unknown', null);
      continue;
    }
    const scope = {
      turnId: intent.turnId,
      conversationId: intent.conversationId,
      epoch: 0,
      actor: { kind: 'guest' },
      locale: 'zh',
      now: clock.now(),
      mode: 'full',
    } as const;
    try {
      const outcome = await command.execute(intent.quote, await commandContext(deps, scope), intent.key);
      await deps.intents.settle(intent.key, outcome.ok ? 'done' : 'refused', outcome.ok ? outcome.effect : null);
      settled++;
    } catch (error) {
      log.error('intent.unsettled', { key: intent.key, error: String(error) });
    }
  }
  return settled;
}
