import { writeSync } from 'node:fs';
import { systemClock, systemRandom } from '../../src/core/clock.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { openStore } from '../../src/store/store.ts';

/** Accepts messages without end and prints the number of each once it is promised. Started by tests/crash/store.test.ts, which kills it. */
const [folder = '', first = '1'] = process.argv.slice(2);
const store = await openStore({ config: loadConfig({ dataDir: folder }), clock: systemClock, random: systemRandom() });
const random = systemRandom();
const at = systemClock.now();
await store.conversations.create({ id: 'c', customerId: 'alice', channel: 'test', locale: null, at });
for (let number = Number(first); ; number++) {
  const message = { clientMessageId: `m${number}`, text: `第 ${number} 句` };
  await store.conversations.accept('c', message, { turnId: random.id(), at, dueAt: at });
  writeSync(1, `${number}\n`);
}
