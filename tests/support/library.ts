import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRandom } from '../../src/core/clock.ts';
import { createKnowledge } from '../../src/knowledge/search.ts';
import { silentLog } from '../../src/platform/log.ts';
import { shopLibrary } from '../../src/shop-library.ts';
import { lendDatabase, storeOn } from './database.ts';

/** The library over a database in memory, as the application puts it together. */
export async function lendLibrary(bound: { maxBytes?: number } = {}) {
  const { database, giveBack } = await lendDatabase('pglite');
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-library-'));
  const store = storeOn(database, folder);
  const { clock } = store;
  const kept = shopLibrary({
    store,
    clock,
    random: systemRandom(),
    log: silentLog,
    keepIndex: async () => {},
    ...bound,
  });
  return {
    ...{ database, store, clock, ...kept },
    knowledge: createKnowledge({ chunks: store.knowledge.chunks, clock }),
    async giveBack() {
      await kept.runner.stop();
      rmSync(folder, { recursive: true, force: true });
      await giveBack();
    },
  };
}
