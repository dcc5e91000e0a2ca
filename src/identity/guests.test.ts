import { describe, expect, it } from 'vitest';
import { manualClock } from '../core/clock.ts';
import { HOUR, MINUTE } from '../core/instant.ts';
import { createGuestVerifier } from './guests.ts';
import { memoryAttempts } from './testing/stores.ts';

const ORDERS = [
  { id: 'o1', number: 'DD1001', contact: { phone: '+86 138 0013 8000', email: 'Li@example.com' } },
  { id: 'o2', number: 'DD1002', contact: { phone: '', email: '' } },
  { id: 'o3', number: 'DD1003', contact: { phone: '138****8000', email: '' } },
];

function world() {
  const clock = manualClock('2026-05-01T00:00:00.000Z');
  const attempts = memoryAttempts();
  const asked: string[] = [];
  const verifier = createGuestVerifier({
    async findOrder(number) {
      asked.push(number);
      return ORDERS.find((order) => order.number === number) ?? null;
    },
    attempts,
    secret: 'f'.repeat(64),
    clock,
  });
  const verify = (orderNumber: string, contact: string, conversationId = 'c1') =>
    verifier.verify({ conversationId, orderNumber, contact });
  return { clock, attempts, asked, verify };
}

describe('guest verification', () => {
  it('[ID-30] a guest proves an order with its number and its phone or e-mail', async () => {
    const { verify } = world();
    expect(await verify('DD1001', '13800138000')).toEqual({ ok: true, orderId: 'o1', orderNumber: 'DD1001' });
    expect(await verify('DD1001', 'LI@EXAMPLE.COM')).toMatchObject({ ok: true });
  });

  it('[ID-31] wrong, foreign and absent answer alike, after the same work', async () => {
    const { verify, asked } = world();
    const wrong = await verify('DD1001', '13900139000');
    const absent = await verify('DD9999', '13800138000');
    expect(wrong).toEqual({ ok: false, reason: 'no-match' });
    expect(absent).toEqual(wrong);
    expect(asked).toEqual(['DD1001', 'DD9999']);
  });

  it('[ID-32] an order without a contact, or with a masked one, is proved by nothing', async () => {
    const { verify } = world();
    for (const contact of ['', ' ', '@', '138****8000', '1388000']) {
      expect(await verify('DD1002', contact, `two ${contact}`)).toMatchObject({ ok: false });
      expect(await verify('DD1003', contact, `three ${contact}`)).toMatchObject({ ok: false });
    }
  });

  it('[ID-33] after five wrong guesses within an hour a conversation gets no sixth, right or wrong', async () => {
    const { verify, clock, asked } = world();
    for (let guess = 0; guess < 5; guess++)
      expect(await verify('DD1001', `1390013900${guess}`)).toMatchObject({ reason: 'no-match' });
    expect(await verify('DD1001', '13800138000')).toEqual({ ok: false, reason: 'too-many-attempts' });
    expect(asked).toHaveLength(5);
    expect(await verify('DD1001', '13800138000', 'c2')).toMatchObject({ ok: true });
    clock.advance(HOUR);
    expect(await verify('DD1001', '13800138000')).toMatchObject({ ok: true });
  });

  it('[ID-33] ten wrong guesses at one order within an hour close it to guests of every conversation', async () => {
    const { verify, clock } = world();
    for (let guess = 0; guess < 10; guess++)
      await verify(guess % 2 ? 'DD1001' : '#dd 1001', `1390013900${guess}`, `c${guess}`);
    expect(await verify('DD1001', '13800138000', 'c99')).toEqual({ ok: false, reason: 'too-many-attempts' });
    clock.advance(30 * MINUTE);
    expect(await verify('DD1001', '13800138000', 'c99')).toEqual({ ok: false, reason: 'too-many-attempts' });
    // What was refused unseen was no guess: the hour is counted from the tenth.
    clock.advance(30 * MINUTE);
    expect(await verify('DD1001', '13800138000', 'c99')).toMatchObject({ ok: true });
  });

  it('[ID-33] guesses sent at once are counted one by one', async () => {
    const { verify, asked } = world();
    const results = await Promise.all(Array.from({ length: 20 }, (_, guess) => verify('DD1001', `139001390${guess}`)));
    expect(results.filter((result) => !result.ok && result.reason === 'no-match').length).toBeLessThanOrEqual(5);
    expect(asked.length).toBeLessThanOrEqual(5);
  });

  it('[ID-33] right answers are not counted', async () => {
    const { verify } = world();
    for (let time = 0; time < 12; time++) expect(await verify('DD1001', '13800138000')).toMatchObject({ ok: true });
  });

  it('[ID-34] what is counted holds no order number and no contact', async () => {
    const { verify, attempts } = world();
    await verify('DD1001', '13900139000');
    for (const key of attempts.keys()) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });
});
