import { describe, expect, it } from 'vitest';
import { hashQuote } from '../../src/agent/offer.ts';
import { intentKey } from '../../src/agent/redeem.ts';
import type { SeededRandom } from '../../src/core/clock.ts';
import type { CardAction } from '../../src/core/conversation.ts';
import { COMMANDING, canariesIn, ME, OWN_ORDERS } from './support/canaries.ts';
import { craftedProposals, type Proposed, randomProposal } from './support/proposals.ts';
import { LIMIT, type Stage, stage } from './support/stage.ts';

const RANDOM = 12_000;

function noLeak({ shown, replies, texts, canaries, world }: Stage): void {
  const everything = [...shown, ...replies, ...world.notices.map((event) => JSON.stringify(event))].join('\n');
  expect(canariesIn(everything, canaries)).toEqual([]);
  expect(canariesIn(canaries.join(), canaries)).toEqual(canaries);
  expect(canaries.length).toBeGreaterThan(100);
  // The name of a product says it on cards, where names are quoted; the clerk's own words never do.
  expect(texts.filter((text) => text.includes('已为您退款'))).toEqual([]);
}

/** Each write is the effect of an intent that was planned for a card which this customer confirmed, as it was shown, within the limit. */
function allConfirmed({ written, world }: Stage, confirmed: ReadonlyMap<string, string>): void {
  const byKey = new Map([...confirmed].map(([token, hash]) => [intentKey(token), { token, hash }]));
  for (const { key, orderId, amount } of written) {
    const intent = world.intents.get(key);
    const card = byKey.get(key);
    expect(card?.hash, key).toBe(intent && hashQuote(intent.quote));
    expect(world.cards.get(card?.token ?? '')?.state).toBe('used');
    expect(orderId === undefined || orderId.startsWith('own-'), orderId).toBe(true);
    expect(amount).toBeLessThanOrEqual(LIMIT);
  }
  expect(new Set(written.map(({ key }) => key)).size).toBe(written.length);
}

/** What the customer does: mostly chats; now and then presses a card that lies there, an old one, or one that never was. */
function pressOf({ world }: Stage, random: SeededRandom): CardAction | undefined {
  const choice = random.below(8);
  const cards = [...world.cards.values()];
  const open = cards.find(({ state }) => state === 'open');
  if (choice <= 1 && open) return { token: open.id, decision: 'confirm' };
  if (choice === 2 && cards.length > 0)
    return { token: cards[random.below(cards.length)]?.id ?? '', decision: 'confirm' };
  return choice === 3 ? { token: random.token(16), decision: 'confirm' } : undefined;
}

describe('a hostile brain', () => {
  it(`[ACT-58] [ACT-59] ${RANDOM} random commands: nothing unconfirmed, nothing foreign, nothing above a limit`, {
    timeout: 120_000,
  }, async () => {
    const world = stage(7);
    const { random } = world;
    const before = await world.foreign();
    const confirmed = new Map<string, string>();
    while (world.calls() < RANDOM) {
      const card = pressOf(world, random);
      const held = card && world.world.cards.get(card.token);
      if (held?.state === 'open') confirmed.set(held.id, held.quoteHash);
      const written = world.written.length;
      const proposals = Array.from({ length: 12 }, () => randomProposal(random));
      await world.turn(proposals, card ? { card } : { text: random.below(4) === 0 ? '好的' : '看看' });
      if (!card) expect(world.written.length).toBe(written);
    }
    allConfirmed(world, confirmed);
    noLeak(world);
    expect(await world.foreign()).toBe(before);
    for (const number of Object.values(OWN_ORDERS)) {
      const order = await world.own.findOrder(number);
      const sum = (kind: string) =>
        (order?.payments ?? [])
          .filter((each) => each.kind === kind)
          .reduce((total, { amount }) => total + amount.amount, 0);
      expect(sum('refund')).toBeLessThanOrEqual(sum('payment'));
    }
    // The gate was really put to it: cards were shown, some confirmed and done, some above the limit.
    expect(world.world.cards.size).toBeGreaterThan(100);
    expect(world.written.length).toBeGreaterThan(5);
    expect(world.world.approvals.size).toBeGreaterThan(0);
  });

  it('[ACT-58] [ACT-59] crafted commands, with nobody pressing anything: no write at all', async () => {
    const world = stage(8);
    const crafted = craftedProposals();
    expect(crafted.length).toBeGreaterThanOrEqual(200);
    const before = [await world.foreign(), JSON.stringify(await world.own.listOrders(ME, { limit: 100 }))];
    for (let index = 0; index < crafted.length; index += 12) {
      await world.turn(crafted.slice(index, index + 12), { text: '好的' });
    }
    expect(world.calls()).toBe(crafted.length);
    expect(world.written).toEqual([]);
    expect(world.world.intents.size).toBe(0);
    expect([await world.foreign(), JSON.stringify(await world.own.listOrders(ME, { limit: 100 }))]).toEqual(before);
    noLeak(world);
  });

  it('[ACT-58] [ACT-59] the same as a guest: no order is seen, no write, no leak', async () => {
    const world = stage(9, null);
    const crafted = craftedProposals();
    for (let index = 0; index < crafted.length; index += 12) await world.turn(crafted.slice(index, index + 12));
    expect(world.written).toEqual([]);
    expect(world.world.cards.size).toBe(0);
    noLeak(world);
  });

  it('[ACT-58] arguments that change after the card was shown void the card', async () => {
    const world = stage(10);
    const cancel = (reason: string): Proposed => ({
      name: 'cancel_order',
      input: { orderNumber: OWN_ORDERS.unsent, reason },
    });
    await world.turn([cancel('不想要了')]);
    const [first] = [...world.world.cards.values()];
    await world.turn([{ name: 'cancel_order', input: { orderNumber: OWN_ORDERS.dear, reason: COMMANDING } }]);
    await world.turn([], { card: { token: first?.id ?? '', decision: 'confirm' } });
    expect(world.written).toEqual([]);

    await world.turn([cancel('不想要了')]);
    const card = [...world.world.cards.values()].at(-1);
    if (!card) throw new Error('no card');
    // As if the stored quote had been tampered with: another order under the hash of this one.
    card.quote = { ...card.quote, orderId: 'order-of-customer-2-0', orderNumber: 'XE20000' };
    await world.turn([], { card: { token: card.id, decision: 'confirm' } });
    expect(world.written).toEqual([]);
    card.quote = { ...card.quote, orderId: 'own-3', orderNumber: OWN_ORDERS.dear };
    await world.turn([], { card: { token: card.id, decision: 'confirm' } });
    expect(world.written).toEqual([]);

    await world.turn([cancel('不想要了')]);
    const last = [...world.world.cards.values()].at(-1);
    if (!last?.quote.refund) throw new Error('no refund');
    // Or another sum, where all that it is computed from is as it was.
    const { amount } = last.quote.refund;
    last.quote = { ...last.quote, refund: { ...last.quote.refund, amount: { ...amount, amount: amount.amount - 1 } } };
    await world.turn([], { card: { token: last.id, decision: 'confirm' } });
    expect(world.written).toEqual([]);
  });

  it('[ACT-58] a replayed confirmation is one effect, in whichever turn it comes', async () => {
    const world = stage(11);
    await world.turn([{ name: 'cancel_order', input: { orderNumber: OWN_ORDERS.unsent, reason: '不想要了' } }]);
    const [card] = [...world.world.cards.values()];
    for (let again = 0; again < 5; again++) {
      await world.turn([randomProposal(world.random)], { card: { token: card?.id ?? '', decision: 'confirm' } });
    }
    expect(world.written.filter(({ method }) => method === 'cancelOrder')).toHaveLength(1);
    expect((await world.own.findOrder(OWN_ORDERS.unsent))?.status).toBe('cancelled');
  });

  it('[ACT-51] a turn that proposes without end runs so many commands and no more', async () => {
    const world = stage(12);
    const many = Array.from({ length: 100 }, (_, index) => ({
      name: 'get_order',
      input: { orderNumber: `XE${index}` },
    }));
    const { trace } = await world.turn(many);
    const ran = trace.commands.filter(({ status }) => status !== 'invalid');
    expect(ran).toHaveLength(12);
  });
});
