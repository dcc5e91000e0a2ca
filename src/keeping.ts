import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from './core/clock.ts';
import { AppError } from './core/errors.ts';
import type { ChatModel } from './models/chat.ts';
import type { Config } from './platform/config.ts';
import type { Keeping } from './server/deps.ts';
import { allProducts } from './shops/all-products.ts';
import { importShop } from './shops/importers/import-shop.ts';
import type { Shop } from './shops/shop.ts';
import type { Store } from './store/store.ts';

interface KeepingDeps {
  config: Config;
  store: Store;
  shop: Shop;
  clock: Clock;
  /** Takes up what was under way in data that has just come in. */
  resume(): Promise<void>;
  /** The brain that answers, by name. */
  brain: string;
  model: ChatModel | null;
}

/** The keeper's work on the data folder: what the command line asks of whoever holds it. */
export function createKeeping(deps: KeepingDeps): Keeping {
  const { config, store, shop, clock } = deps;

  /** A whole file or none: written beside its place, flushed, then moved there. Only its owner may read it: it holds the master key. */
  async function backup(file: string): Promise<{ bytes: number }> {
    const unfinished = `${file}.part`;
    await rm(unfinished, { force: true });
    const handle = await open(unfinished, 'wx', 0o600);
    let bytes = 0;
    try {
      await store.backup(async (chunk) => {
        await handle.writeFile(chunk);
        bytes += chunk.length;
      });
      await handle.sync();
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
    return { bytes };
  }

  return {
    backup,

    async restore(file) {
      await store.restore(createReadStream(file));
      await deps.resume();
    },

    async importShop(request, onProgress) {
      const { directory, from, replace, preview, ...options } = request;
      const { data, report } = await importShop({ from, directory, options, onProgress });
      const origin = await store.shopTables.origin();
      const holdsAnother = origin !== null && !origin.startsWith('demo');
      if (!preview && holdsAnother && !replace) throw otherShop(origin);
      let saved: string | null = null;
      if (!preview) {
        if (holdsAnother) {
          saved = join(config.dataDir, `before-import-${clock.now().replace(/[:.]/g, '-')}.xiaoer`);
          await backup(saved);
        }
        await store.shopTables.replace(data, from, onProgress);
      }
      return { tables: report.tables, notes: report.notes, backup: saved };
    },

    async status() {
      const { model } = deps;
      return {
        database: { kind: store.kind, version: await store.version() },
        origin: (await store.shopTables.origin())?.split(' ')[0] ?? null,
        products: (await allProducts(shop)).length,
        articles: (await shop.listArticles()).length,
        brain: deps.brain,
        endpoint: model && { url: config.openai.baseUrl, ...(await model.probe()) },
      };
    },
  };
}

function otherShop(origin: string): AppError {
  return new AppError('import.other-shop', {
    status: 409,
    publicMessage: {
      zh: `数据目录里已有从 ${origin} 导入的店铺。确定要换掉它请加 --replace（会先自动备份）。`,
      en: `The data folder already holds a shop imported from ${origin}. To put this one in its place add --replace (a backup is made first).`,
    },
  });
}
