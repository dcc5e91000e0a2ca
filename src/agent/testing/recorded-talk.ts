import { join } from 'node:path';
import type { TestDatabase } from '../../../tests/support/database.ts';
import { seededRandom } from '../../core/clock.ts';
import type { CardAction } from '../../core/conversation.ts';
import { MINUTE, plus } from '../../core/instant.ts';
import type { Order } from '../../core/order.ts';
import type { Understander } from '../../core/understanding.ts';
import { openReader } from '../../language/understanding/open-reader.ts';
import { createUnderstander } from '../../language/understanding/understander.ts';
import { silentLog } from '../../platform/log.ts';
import type { Policy } from '../../policy/policy.ts';
import { DEFAULT_POLICY } from '../../policy/shipped.ts';
import type { Shop } from '../../shops/shop.ts';
import { type Brain, EMPTY_STATE } from '../brain.ts';
import { createEmbeddedBrain } from '../brains/embedded/brain.ts';
import type { TurnOutcome } from '../clerk.ts';
import { createClerk } from '../create-clerk.ts';
import type { TurnSetting } from '../recording.ts';
import { makeKit, OWN } from './kit.ts';

const ROOT = join(import.meta.dirname, '../../..');
const shipped: Understander = createUnderstander({
  model: () => openReader({ model: join(ROOT, 'models/understanding'), corpus: join(ROOT, 'corpus') }),
});

const SETTING: TurnSetting = {
  program: '0.0.0-test',
  brain: 'embedded',
  model: null,
  understanding: null,
  catalogue: '1',
  burstWindowMs: 0,
  confirmationMinutes: 15,
};

/** Conversations of one database must not share their ids. */
let seed = 100;

interface Spoken extends TurnOutcome {
  turnId: string;
}

interface TalkOptions {
  /** In place of the embedded one. */
  brain?: Brain;
  customerId?: string | null;
  /** How the customer's own order differs from the kit's. */
  own?: Partial<Order>;
  /** The shop's rules. */
  policy?: Policy;
}

function withOwnOrder(shop: Shop, changes: Partial<Order>): Shop {
  const changed = (order: Order) => (order.number === OWN ? { ...order, ...changes } : order);
  const maybe = (order: Order | null) => order && changed(order);
  return {
    ...shop,
    findOrder: async (number) => maybe(await shop.findOrder(number)),
    getOrder: async (id) => maybe(await shop.getOrder(id)),
    listOrders: async (id, page) => {
      const { items, next } = await shop.listOrders(id, page);
      return { items: items.map(changed), next };
    },
  };
}

/** One customer's conversation through clerk and store, as the runner leads it: each turn is recorded, run and committed. */
export async function recordedTalk(
  database: TestDatabase,
  { brain, customerId = 'customer-1', own = {}, policy = DEFAULT_POLICY }: TalkOptions = {},
) {
  const kit = makeKit(database, (shop) => withOwnOrder(shop, own));
  const policies = { current: async () => policy };
  const { store } = kit;
  const gate = { ...kit.gate, policies };
  const random = seededRandom(seed++);
  const { clock, conversations } = store;
  const embedded = createEmbeddedBrain({ policies });
  const clerk = createClerk({
    ...{ gate, brain: brain ?? embedded, embedded, understander: shipped, clock, log: silentLog, random },
    ...{ journal: store.journal, setting: async () => ({ ...SETTING, brain: (brain ?? embedded).name }) },
  });
  const { id } = await conversations.create({
    ...{ id: random.id(), customerId, channel: 'test', locale: 'zh', at: clock.now() },
  });

  /** A turn that is claimed and run, and not committed: as often as it is called it is the same turn. */
  async function begin(text: string, card?: CardAction) {
    const at = clock.now();
    const message = { clientMessageId: random.id(), text, ...(card && { card }) };
    await conversations.accept(id, message, { turnId: random.id(), at, dueAt: at });
    const turn = await conversations.claimTurn(at, 'test', plus(at, MINUTE));
    const conversation = await conversations.get(id);
    if (!turn || !conversation) throw new Error('no turn began');
    const input = {
      turnId: turn.id,
      conversation: { ...conversation, epoch: turn.epoch },
      transcript: [],
      incoming: [message],
      state: (await conversations.state(id)) ?? EMPTY_STATE,
    };
    const run = () => clerk.runTurn(input, () => undefined, new AbortController().signal);
    return { turnId: turn.id, run, finish: (outcome: TurnOutcome) => commit(turn.id, turn.epoch, outcome) };
  }

  async function commit(turnId: string, epoch: number, outcome: TurnOutcome): Promise<void> {
    const { reply, state, handOff, tells, trace } = outcome;
    const result = await conversations.commitTurn({
      ...{ turnId, conversationId: id, epoch, reply, brain: trace.brain, state },
      ...{ locale: reply.locale, handOff, tells, at: clock.now() },
    });
    if (!result.ok) throw new Error(`not committed: ${result.reason}`);
  }

  async function say(text: string, card?: CardAction): Promise<Spoken> {
    const turn = await begin(text, card);
    const outcome = await turn.run();
    await turn.finish(outcome);
    clock.advance(MINUTE);
    return { ...outcome, turnId: turn.turnId };
  }

  return { ...kit, conversationId: id, begin, say };
}
