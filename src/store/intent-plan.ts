import type { NewIntent, PlanGuard, PlanResult, TurnScope } from '../agent/ports.ts';
import { HOUR, type Instant, plus } from '../core/instant.ts';
import { type SpentToday, voicesNeeded } from '../core/limits.ts';
import { keyOfConversation, lockConversation, type StoreContext } from './context.ts';
import { only, type Queries } from './database.ts';
import { LOCKS } from './locks.ts';

export const quotePlace = (key: string) => `intents/${key}/quote`;

type Refusal = Extract<PlanResult, { ok: false }>['reason'];

/**
 * What may have been paid out since then; what still waits for a person has not been. Until the transaction ends nobody else counts: two
 * that would pass alone do not pass together.
 */
async function spentSince(queries: Queries, { account, today }: PlanGuard): Promise<SpentToday> {
  await queries.query(`select pg_advisory_xact_lock(${LOCKS.payments})`);
  return only(
    await queries.query<SpentToday>(
      `select coalesce(sum(amount), 0)::bigint as shop,
              coalesce(sum(amount) filter (where account = $2), 0)::bigint as account
       from intents where planned_at >= $1 and amount > 0 and state in ('planned', 'sent', 'done', 'unknown')`,
      [today, account],
    ),
  );
}

async function isTooMany(queries: Queries, intent: NewIntent, { writesPerHour }: PlanGuard): Promise<boolean> {
  const rows = await queries.query<{ count: number }>(
    'select count(*)::integer as count from intents where conversation_id = $1 and planned_at > $2',
    [intent.conversationId, plus(intent.plannedAt, -HOUR)],
  );
  return only(rows).count >= writesPerHour;
}

async function cardRefusal(queries: Queries, intent: NewIntent): Promise<Refusal | null> {
  const [card] = await queries.query<{ state: string; conversation_id: string; expires_at: Instant }>(
    'select state, conversation_id, expires_at from confirmations where id = $1 for update',
    [intent.confirmationId],
  );
  if (card?.state !== 'open' || card.conversation_id !== intent.conversationId) return 'not-open';
  return card.expires_at <= intent.plannedAt ? 'expired' : null;
}

/** Plans it, or opens an approval for it; null when that worked or had been done by the same turn. */
export async function planIntent(
  context: StoreContext,
  queries: Queries,
  scope: TurnScope,
  given: NewIntent,
  guard: PlanGuard,
): Promise<Refusal | null> {
  const intent = { ...given, turnId: scope.turnId, conversationId: scope.conversationId };
  const conversation = await lockConversation(queries, scope.conversationId);
  const [turn] = await queries.query<{ state: string }>('select state from turns where id = $1 for update', [
    scope.turnId,
  ]);
  const [before] = await queries.query<{ turn_id: string }>('select turn_id from intents where key = $1', [intent.key]);
  if (before) return before.turn_id === scope.turnId ? null : 'not-open';
  if (conversation?.epoch !== scope.epoch || conversation.owner !== 'bot') return 'ownership-changed';
  if (turn?.state !== 'running' && turn?.state !== 'waiting') return 'superseded';
  const refusal = await cardRefusal(queries, intent);
  if (refusal) return refusal;
  if (await isTooMany(queries, intent, guard)) return 'too-many';

  const amount = guard.amount.amount;
  const voices = amount > 0 ? voicesNeeded(amount, guard.limits, await spentSince(queries, guard)) : 0;
  const waits = guard.byHand || voices > 0;
  const key = await keyOfConversation(context, queries, scope.conversationId);
  await queries.query(`update confirmations set state = 'used' where id = $1`, [intent.confirmationId]);
  await queries.query('update turns set acted = true where id = $1', [scope.turnId]);
  await queries.query(
    `insert into intents (key, confirmation_id, turn_id, conversation_id, command, quote, state, planned_at, epoch, account, amount)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      intent.key,
      intent.confirmationId,
      intent.turnId,
      intent.conversationId,
      intent.command,
      context.vault.seal(key, quotePlace(intent.key), intent.quote),
      waits ? 'awaiting-approval' : 'planned',
      intent.plannedAt,
      scope.epoch,
      guard.account,
      amount,
    ],
  );
  if (waits) await openApproval(queries, intent, guard, Math.max(1, voices));
  return null;
}

/** What has to be done by hand waits until somebody says what became of it: it may have been done meanwhile. */
async function openApproval(queries: Queries, intent: NewIntent, guard: PlanGuard, needed: number): Promise<void> {
  const { amount, byHand, approval } = guard;
  await queries.query(
    `insert into approvals (id, intent_key, conversation_id, why, amount, currency, needed, state, opened_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9)`,
    [
      approval.id,
      intent.key,
      intent.conversationId,
      byHand ? 'by-hand' : 'limit',
      amount.amount,
      amount.currency,
      needed,
      intent.plannedAt,
      byHand ? null : approval.expiresAt,
    ],
  );
}
