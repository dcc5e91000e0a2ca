import { commandByName } from '../../../commands/registry.ts';
import { factsOf } from '../../../core/fact.ts';
import { type Difference, differences, type EndState, expectedEnd } from '../tau/compare.ts';
import type { Act, Inference } from './infer.ts';
import type { AskedAgain } from './known.ts';
import type { Played, Turn } from './play.ts';

/** How the clerk fared in one conversation. What is expected is inferred from the tools' answers. */
export interface DialogueOutcome {
  index: number;
  /** Why the transcript does not fit the data; null: it does. Of one that does not, nothing but `unconfirmed` and `askedAgain` is judged. */
  misaligned: string | null;
  /** The customer was found out to be who he is. */
  identified: boolean;
  firstCommand: { expected: readonly string[]; proposed: string | null; right: boolean };
  /** Null where no one order is the inferred one. */
  order: { expected: string; found: boolean } | null;
  /** Writes of the recorded clerk for which this one showed a card of the same kind about the same order, confirmed or not. */
  cards: { expected: number; offered: number };
  end: { changes: boolean; right: boolean; differences: Difference[] };
  askedAgain: AskedAgain[];
  /** Done without a confirmation: there may be none. */
  unconfirmed: string[];
  /** From which message on a person had the conversation; null: the clerk kept it. */
  handedOver: number | null;
  turns: Pick<Turn, 'said' | 'reply' | 'commands'>[];
}

/** Expected where the recorded clerk only looked at orders. */
export const READ = 'read';

interface Judged {
  played: Played;
  inference: Inference;
  start: EndState;
  found: EndState;
}

export function judge({ played: { turns }, inference, start, found }: Judged) {
  const { acts, order, changed, customerId, misaligned } = inference;
  const expected: readonly string[] = acts[0]?.kinds ?? [READ];
  const proposed = firstProposed(turns);
  const end = differences(expectedEnd(start, changed), found);
  const silentFrom = turns.findIndex(({ reply }) => reply === null);
  return {
    misaligned,
    identified: identifiedAt(turns, customerId) !== null,
    firstCommand: { expected, proposed, right: proposed !== null && expected.includes(proposed) },
    order: order === null ? null : { expected: order, found: isFound(turns, order, customerId) },
    cards: cardsOf(turns, acts),
    end: {
      changes: differences(start, expectedEnd(start, changed)).length > 0,
      right: end.length === 0,
      differences: end,
    },
    handedOver: silentFrom === -1 ? null : silentFrom,
    turns: turns.map(({ said, reply, commands }) => ({ said, reply, commands })),
  };
}

/** The first command that changes something, leaves a note or fetches a person; else `read` where an order or the list of them was read. */
function firstProposed(turns: readonly Turn[]): string | null {
  const names = turns.flatMap(({ commands }) =>
    commands.filter(({ input }) => !isPress(input)).map(({ name }) => name),
  );
  const act = names.find((name) => name === 'hand_off' || (commandByName(name)?.effect ?? 'read') !== 'read');
  return act ?? (names.some(isOrderRead) ? READ : null);
}

function isOrderRead(name: string): boolean {
  const command = commandByName(name);
  return name === 'list_orders' || (command?.effect === 'read' && 'orderNumber' in command);
}

/** The outcome of a card that was redeemed stands among a turn's commands under the card's own name. */
function isPress(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'decision' in input;
}

function identifiedAt(turns: readonly Turn[], customerId: string | null): number | null {
  const at = turns.findIndex(({ facts }) =>
    factsOf(facts, 'customer-verified').some(({ value }) => value.customerId === customerId),
  );
  return at === -1 ? null : at;
}

/** Once it was known who writes, the clerk settled on this order: a command names it, or the flow that is under way does. */
function isFound(turns: readonly Turn[], order: string, customerId: string | null): boolean {
  const since = identifiedAt(turns, customerId);
  if (since === null) return false;
  return turns.slice(since).some(({ commands, flow }) => {
    const named = [...commands.map(({ input }) => input), flow?.slots].map(orderNumberOf);
    return named.some((number) => number?.replace('#', '') === order.replace('#', ''));
  });
}

function cardsOf(turns: readonly Turn[], acts: readonly Act[]): DialogueOutcome['cards'] {
  const writes = acts.filter(({ done, kinds: [kind] }) => done && kind !== 'hand_off');
  const shown = new Set(
    turns.flatMap(({ facts }) =>
      factsOf(facts, 'quote').map(({ value }) => cardKey(value.quote.command, value.quote.orderNumber)),
    ),
  );
  const offered = writes.filter(({ kinds: [kind], order }) => shown.has(cardKey(kind, order)));
  return { expected: writes.length, offered: offered.length };
}

function cardKey(command: string | undefined, order: string | null): string {
  return `${command} ${order ?? ''}`;
}

function orderNumberOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('orderNumber' in input)) return null;
  return typeof input.orderNumber === 'string' ? input.orderNumber : null;
}
