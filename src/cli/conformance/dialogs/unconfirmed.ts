import { factsOf } from '../../../core/fact.ts';
import type { Store } from '../../../store/store.ts';
import { differences, type EndState } from '../tau/compare.ts';
import type { Played } from './play.ts';

/**
 * What was done without a confirmation, from two sides: each effect that the clerk tells of must come from a card of this conversation that
 * was used and had been shown before the message that used it; and each record of the shop that differs must be explained by such an effect.
 */
export async function unconfirmed(
  { intents, confirmations }: Pick<Store, 'intents' | 'confirmations'>,
  { conversationId, turns }: Played,
  start: EndState,
  found: EndState,
): Promise<string[]> {
  const shown = new Set<string>();
  const told: string[] = [];
  const explained = new Set<string>();
  for (const { facts, cards } of turns) {
    for (const { source, value } of factsOf(facts, 'effect')) {
      const intent = await intents.get(source.ref);
      const card = intent && (await confirmations.get(intent.confirmationId));
      const isOwn = intent?.conversationId === conversationId && card?.conversationId === conversationId;
      if (isOwn && card.state === 'used' && shown.has(card.id)) explained.add(value.orderNumber ?? 'customer');
      else told.push(`${value.command} ${value.orderNumber ?? ''}`.trim());
    }
    for (const token of cards) shown.add(token);
  }
  const records = new Set(differences(start, found).map(({ where }) => where.split('.').slice(0, 2).join('.')));
  const silent = [...records].filter((record) => {
    const [kind, id = ''] = record.split('.');
    // Money of an order may go to or from its customer's own gift card.
    return kind === 'orders'
      ? !explained.has(id)
      : !explained.has('customer') && !ordersOf(start, id).some((number) => explained.has(number));
  });
  return [...told, ...silent];
}

function ordersOf({ orders }: EndState, userId: string): string[] {
  return Object.entries(orders)
    .filter(([, order]) => (order as { user_id?: unknown }).user_id === userId)
    .map(([number]) => number);
}
