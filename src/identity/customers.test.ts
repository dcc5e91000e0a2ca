import { describe, expect, it } from 'vitest';
import { manualClock } from '../core/clock.ts';
import type { Customer } from '../core/customer.ts';
import { HOUR } from '../core/instant.ts';
import { createCustomerIdentifier } from './customers.ts';
import { memoryAttempts } from './testing/stores.ts';

const customer = (id: string, email: string): Customer => ({
  ...{ id, email, name: '林晓', phone: '', locale: null, addresses: [], paymentMethods: [] },
});

function world() {
  const clock = manualClock('2026-11-12T02:00:00.000Z');
  const all = [customer('a', 'a@example.com'), customer('b', 'twin@example.com'), customer('c', 'twin@example.com')];
  const identifier = createCustomerIdentifier({
    findCustomers: async (query) =>
      all.filter(({ id, email }) =>
        'email' in query ? email === query.email : id === 'a' && query.postcode === '215000',
      ),
    attempts: memoryAttempts(),
    secret: 'secret',
    clock,
  });
  const ask = (email: string, conversationId = 'one') => identifier.identify({ conversationId, query: { email } });
  const guess = (name: string, postcode: string, conversationId: string) =>
    identifier.identify({ conversationId, query: { name, postcode } });
  return { clock, ask, guess };
}

describe('who a guest is', () => {
  it('[ACT-62] one match is found; absent and ambiguous answer alike', async () => {
    const { ask } = world();
    expect(await ask('a@example.com')).toMatchObject({ ok: true, customer: { id: 'a' } });
    expect(await ask('nobody@example.com')).toEqual({ ok: false, reason: 'no-match' });
    expect(await ask('twin@example.com')).toEqual({ ok: false, reason: 'no-match' });
  });

  it('[ACT-62] after five wrong guesses within the hour even the right answer is not looked at', async () => {
    const { ask, clock } = world();
    for (let guess = 0; guess < 5; guess++) await ask('nobody@example.com');
    expect(await ask('a@example.com')).toEqual({ ok: false, reason: 'too-many-attempts' });
    expect((await ask('a@example.com', 'two')).ok).toBe(true);
    clock.advance(HOUR + 1);
    expect((await ask('a@example.com')).ok).toBe(true);
  });

  it('[ACT-62] ten wrong guesses at one name, by however many guests, and it is looked at no more within the hour', async () => {
    const { guess, clock } = world();
    for (let index = 0; index < 10; index++)
      await guess([' 林 晓', '林晓'][index % 2] ?? '', `2150${index}9`, `guest ${index}`);
    expect(await guess('林晓', '215000', 'guest 11')).toEqual({ ok: false, reason: 'too-many-attempts' });
    expect((await guess('周涛', '215000', 'guest 11')).ok).toBe(true);
    clock.advance(HOUR + 1);
    expect((await guess('林晓', '215000', 'guest 11')).ok).toBe(true);
  });

  it('[ACT-62] guesses sent at once are all counted', async () => {
    const { ask } = world();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('nobody@example.com')));
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'no-match')).toHaveLength(5);
  });
});
