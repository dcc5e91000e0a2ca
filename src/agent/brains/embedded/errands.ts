import type { CommandName } from '../../../core/command.ts';

/** Commands that end in a card. */
const WRITE_NAMES = [
  'cancel_order',
  'change_order_address',
  'change_order_items',
  'change_order_payment',
  'return_items',
  'exchange_items',
  'refund_without_return',
  'price_protection',
  'cancel_return',
  'request_invoice',
  'expedite',
  'change_customer_address',
] as const satisfies CommandName[];
export const WRITES: ReadonlySet<string> = new Set(WRITE_NAMES);

export function isWrite(command: string): command is (typeof WRITE_NAMES)[number] {
  return WRITES.has(command);
}

/** What leaves something behind, at once or by a card: worth coming back to after something else was asked. */
export const CHANGES: ReadonlySet<string> = new Set<string>([
  ...WRITES,
  'create_ticket' satisfies CommandName,
  'notify_when_in_stock' satisfies CommandName,
]);

/** Goods or money come back. */
export const GIVES_BACK: ReadonlySet<string> = new Set<CommandName>([
  'return_items',
  'exchange_items',
  'refund_without_return',
]);

/** Where the corpus calls an errand by another name than the command that does it. */
const INTENTS: Partial<Record<CommandName, string>> = {
  cancel_return: 'undo_return',
  expedite: 'expedite_order',
  create_ticket: 'leave_message',
  quote_refund: 'ask_refund_amount',
};

export function intentOf(command: CommandName): string {
  return INTENTS[command] ?? command;
}
