import { describe, expect, it } from 'vitest';
import { manualClock, seededRandom } from '../core/clock.ts';
import { DAY, HOUR } from '../core/instant.ts';
import { createSessions } from './sessions.ts';
import { memorySessions } from './testing/stores.ts';

function world() {
  const clock = manualClock('2026-05-01T00:00:00.000Z');
  const store = memorySessions();
  return { clock, store, sessions: createSessions({ store, clock, random: seededRandom(1) }) };
}

describe('sessions', () => {
  it('[ID-10] a session token stands for one conversation and one visitor, and is stored only as a hash', async () => {
    const { sessions, store } = world();
    const { token } = await sessions.create('c1', 'customer-1');
    expect(await sessions.resolve(token)).toMatchObject({
      conversationId: 'c1',
      actor: { kind: 'customer', customerId: 'customer-1' },
    });
    expect(JSON.stringify([...store.held])).not.toContain(token.slice(3));
    expect(await sessions.resolve(`${token.slice(0, -1)}x`)).toBeNull();
    expect(await sessions.resolve([...store.held.keys()][0] ?? '')).toBeNull();
  });

  it('[ID-11] a guest’s session lives 30 days, a customer’s 24 hours', async () => {
    const { sessions, clock } = world();
    const guest = await sessions.create('c1', null);
    const customer = await sessions.create('c2', 'customer-1');
    clock.advance(24 * HOUR - 1);
    expect(await sessions.resolve(customer.token)).not.toBeNull();
    clock.advance(1);
    expect(await sessions.resolve(customer.token)).toBeNull();
    expect(await sessions.resolve(guest.token)).toMatchObject({ actor: { kind: 'guest' } });
    clock.advance(29 * DAY);
    expect(await sessions.resolve(guest.token)).toBeNull();
  });

  it('[ID-10] a removed session is over', async () => {
    const { sessions } = world();
    const { token } = await sessions.create('c1', null);
    await sessions.remove(token);
    expect(await sessions.resolve(token)).toBeNull();
  });
});
