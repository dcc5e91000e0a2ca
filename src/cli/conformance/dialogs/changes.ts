import type { CommandName } from '../../../core/command.ts';
import type { Json } from '../../../core/json.ts';
import { differences, type EndState } from '../tau/compare.ts';

export type Fields = Record<string, Json>;

/** What one write of the benchmark's tools leaves behind in an order: its new state (null: the same) and the fields that it may touch. */
const MARKS: { kind: CommandName; status: string | null; fields: readonly string[] }[] = [
  { kind: 'cancel_order', status: 'cancelled', fields: ['status', 'cancel_reason', 'payment_history'] },
  { kind: 'change_order_items', status: 'pending (item modified)', fields: ['status', 'items', 'payment_history'] },
  { kind: 'return_items', status: 'return requested', fields: ['status', 'return_items', 'return_payment_method_id'] },
  {
    kind: 'exchange_items',
    status: 'exchange requested',
    fields: [
      'status',
      'exchange_items',
      'exchange_new_items',
      'exchange_payment_method_id',
      'exchange_price_difference',
    ],
  },
  { kind: 'change_order_payment', status: null, fields: ['payment_history'] },
  { kind: 'change_order_address', status: null, fields: ['address'] },
];

/** Top-level fields in which two records of one id differ, amounts to the cent. */
export function changedFields(kind: keyof EndState, before: Fields, after: Fields): string[] {
  const only = (record: Fields): EndState => ({ orders: {}, users: {}, [kind]: { it: record } });
  return [...new Set(differences(only(before), only(after)).map(({ where }) => where.split('.')[2] ?? ''))];
}

/** `none`: the record was only read; null: no single write does this. */
export function writeBetween(before: Fields, after: Fields): CommandName | 'none' | null {
  const changed = changedFields('orders', before, after);
  if (changed.length === 0) return 'none';
  const found = MARKS.find(({ status, fields }) => {
    const isMoved =
      status === null ? !changed.includes('status') : after.status === status && changed.includes('status');
    return isMoved && changed.every((field) => fields.includes(field));
  });
  return found?.kind ?? null;
}

/**
 * What a write took from gift cards or put back on them, by means of payment: the records of customers are not read again in the transcripts,
 * but each order's account says what was paid by which means.
 */
export function giftCardMoves(before: Fields, after: Fields): Map<string, number> {
  const entries = accountOf(after).slice(accountOf(before).length);
  const moves = new Map<string, number>();
  for (const { transaction_type: type, amount, payment_method_id: method } of entries) {
    if (typeof method !== 'string' || typeof amount !== 'number' || !method.startsWith('gift_card')) continue;
    moves.set(method, (moves.get(method) ?? 0) + (type === 'refund' ? amount : -amount));
  }
  return moves;
}

function accountOf({ payment_history: account }: Fields): Fields[] {
  return Array.isArray(account) ? account.filter(isFields) : [];
}

export function isFields(value: Json | undefined): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
