import type { CommandName } from '../../../core/command.ts';
import type { Json } from '../../../core/json.ts';
import type { EndState } from '../tau/compare.ts';
import { changedFields, type Fields, giftCardMoves, isFields, writeBetween } from './changes.ts';
import type { Transcript } from './transcripts.ts';

/** One thing that the recorded clerk did or tried. `kinds`: which command it was; several where a tool's error could be any of theirs. */
export interface Act {
  kinds: CommandName[];
  done: boolean;
  /** Null: about the customer himself, or not to be told. */
  order: string | null;
}

/** What can be told of a transcript from its tools' answers alone. */
export interface Inference {
  customerId: string | null;
  acts: Act[];
  /** The order that was acted on first, or, where nothing was done, the only one that was looked at; null: none of the kind. */
  order: string | null;
  changed: EndState;
  /** Why the answers do not fit the data; null: they do. */
  misaligned: string | null;
}

/** Errors that tell which tool was called, in the benchmark's own words. */
const ERRORS: [RegExp, CommandName[]][] = [
  [/^Error: payment method should be either the original payment method or a gift card/, ['return_items']],
  [/^Error: non-delivered order cannot be returned/, ['return_items']],
  [/^Error: non-delivered order cannot be exchanged/, ['exchange_items']],
  [/^Error: new item \d+ not found or available/, ['change_order_items', 'exchange_items']],
  [/^Error: the number of items to be exchanged should match/, ['change_order_items', 'exchange_items']],
];

export function infer({ utterances }: Transcript, start: EndState): Inference {
  const records = reader(start);
  for (const { role, text } of utterances) if (role === 'tool') records.take(text);
  return records.end();
}

function reader(start: EndState) {
  const changed: EndState = { orders: {}, users: {} };
  const acts: Act[] = [];
  const looked = new Set<string>();
  let customerId: string | null = null;
  let misaligned: string | null = null;
  const now = (kind: keyof EndState, id: string): Fields | null => {
    const record = changed[kind][id] ?? start[kind][id];
    return isFields(record) ? record : null;
  };

  // Each returns what does not fit, null where all does.
  function identity(id: string): string | null {
    customerId ??= id;
    return customerId === id ? null : `two customers: ${customerId} and ${id}`;
  }

  function order(id: string, record: Fields): string | null {
    const before = now('orders', id);
    if (!before) return `${id} is not in the data`;
    looked.add(id);
    const kind = writeBetween(before, record);
    if (kind === null) return `no single write makes this of ${id}`;
    const customer = String(record.user_id);
    if (kind !== 'none') {
      acts.push({ kinds: [kind], done: true, order: id });
      changed.orders[id] = record;
      settle(customer, giftCardMoves(before, record));
    }
    return identity(customer);
  }

  function settle(userId: string, moves: ReadonlyMap<string, number>): void {
    const user = now('users', userId);
    if (moves.size === 0 || !user || !isFields(user.payment_methods)) return;
    const methods = { ...user.payment_methods };
    for (const [id, amount] of moves) {
      const method = methods[id];
      if (isFields(method)) methods[id] = { ...method, balance: Number(method.balance ?? 0) + amount };
    }
    changed.users[userId] = { ...user, payment_methods: methods };
  }

  function user(given: Fields): string | null {
    const [id] = Object.entries(start.users).find(([, each]) => isFields(each) && each.email === given.email) ?? [];
    const before = id === undefined ? null : now('users', id);
    if (id === undefined || !before) return `nobody has the e-mail ${String(given.email)}`;
    const record = asInData(given);
    const fields = changedFields('users', before, record);
    if (fields.some((field) => field !== 'address')) return `the record of ${id} is another: ${fields.join(', ')}`;
    if (fields.length > 0) {
      acts.push({ kinds: ['change_customer_address'], done: true, order: null });
      changed.users[id] = record;
    }
    return identity(id);
  }

  function words(text: string): string | null {
    if (start.users[text] !== undefined) return identity(text);
    if (text === 'Transfer successful') acts.push({ kinds: ['hand_off'], done: true, order: null });
    const kinds = ERRORS.find(([pattern]) => pattern.test(text))?.[1];
    if (kinds) acts.push({ kinds, done: false, order: null });
    return null;
  }

  return {
    take(text: string): void {
      const value = parsed(text);
      const record = isFields(value) ? value : null;
      if (!record) misaligned ??= words(text);
      else if (typeof record.order_id === 'string') misaligned ??= order(record.order_id, record);
      else if (isFields(record.payment_methods)) misaligned ??= user(record);
    },
    end(): Inference {
      if (looked.size === 0) misaligned ??= 'no order in the results';
      const [onlyOne] = looked.size === 1 ? looked : [];
      const acted = acts.find(({ done, order: id }) => done && id !== null)?.order ?? null;
      const isOfCustomer = acts[0]?.kinds[0] === 'change_customer_address';
      return { customerId, acts, order: isOfCustomer ? null : (acted ?? onlyOne ?? null), changed, misaligned };
    },
  };
}

/** The tool that reads a customer calls a state “province”, the one that changes his address “state”, as the data do. */
function asInData({ address, orders, ...record }: Fields): Fields {
  const { province, ...rest } = isFields(address) ? address : {};
  return {
    ...record,
    address: { ...rest, ...(province !== undefined && { state: province }) },
    orders: Array.isArray(orders) ? [...orders].sort() : [],
  };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
