import { expect, it } from 'vitest';
import { AppError } from '../core/errors.ts';
import { SECOND } from '../core/instant.ts';
import { createLog } from '../platform/log.ts';
import { reconcile } from './reconcile.ts';
import { OWN, tokenIn } from './testing/kit.ts';
import { memoryGate } from './testing/memory-gate.ts';

const WORDS = '王小明 13800138000 西湖区文三路';

/** A shop that fails so when a confirmed cancellation reaches it, by keys of its own or read back. */
function failing(error: () => unknown, idempotency: 'native-key' | 'read-back') {
  const kit = memoryGate({
    wrap: (shop) => ({
      ...shop,
      info: async () => ({ ...(await shop.info()), idempotency }),
      async cancelOrder() {
        throw error();
      },
      async findWrite() {
        throw error();
      },
    }),
  });
  const lines: string[] = [];
  kit.gate.log = createLog({ logLevel: 'debug' }, { write: (line: string) => void lines.push(line) });
  return { ...kit, logged: () => lines.map((line) => JSON.parse(line)), text: () => lines.join('') };
}

/** As a program that is wrong fails, with what somebody wrote in its words. */
function mistaken(): unknown {
  try {
    return (null as unknown as { [name: string]: unknown })[WORDS];
  } catch (error) {
    return error;
  }
}

const CASES: [string, () => unknown, string, string][] = [
  ['a mistake in a program', mistaken, 'error', 'intent.defect'],
  ['a mistake of another kind', () => new RangeError(WORDS), 'error', 'intent.defect'],
  ['a broken line', () => Object.assign(new Error(WORDS), { code: 'ECONNRESET' }), 'warn', 'intent.unanswered'],
  [
    'a fetch without an answer',
    () => new TypeError('fetch failed', { cause: new Error(WORDS) }),
    'warn',
    'intent.unanswered',
  ],
  ['an error of our own', () => new AppError('shop.unavailable', { detail: '503' }), 'warn', 'intent.unanswered'],
  ['what is no error', () => WORDS, 'warn', 'intent.unanswered'],
];

it.each(CASES)('[ACT-67] %s is in the log, without what anybody wrote', async (_, error, level, event) => {
  for (const idempotency of ['native-key', 'read-back'] as const) {
    const kit = failing(error, idempotency);
    const scope = kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    const result = await kit.press(scope, { token, decision: 'confirm' });
    expect(result.status).toBe('unknown');
    kit.endTurn(scope);
    kit.clock.advance(61 * SECOND);
    await reconcile(kit.gate, kit.clock, kit.gate.log);

    const [intent] = kit.world.intents.keys();
    const asked = new Set(kit.logged().map((line) => line.asked));
    expect(asked).toEqual(new Set(idempotency === 'native-key' ? ['execute'] : ['execute', 'look-up']));
    for (const line of kit.logged()) expect(line).toMatchObject({ level, event, intent, command: 'cancel_order' });
    for (const part of WORDS.split(' ')) expect(kit.text()).not.toContain(part);
  }
});

it('[ACT-67] a mistake is named with the place where it was made', async () => {
  const kit = failing(mistaken, 'native-key');
  const scope = kit.begin();
  const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
  await kit.press(scope, { token, decision: 'confirm' });
  expect(kit.logged()[0]).toMatchObject({ error: 'TypeError', at: expect.stringContaining('unanswered.test.ts') });
});
