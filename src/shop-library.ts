import type { Clock, Random } from './core/clock.ts';
import { createImports, type Imports } from './knowledge/imports/imports.ts';
import { createImportRunner, type ImportRunner } from './knowledge/imports/run-imports.ts';
import { createReader } from './knowledge/ingest/reader.ts';
import { createLibrary, type Library } from './knowledge/library.ts';
import { createHttp } from './platform/http.ts';
import type { Log } from './platform/log.ts';
import type { Store } from './store/store.ts';

interface ShopLibraryDeps {
  store: Pick<Store, 'knowledge'>;
  clock: Clock;
  random: Random;
  log: Log;
  /** Makes vectors of what was written, where there is a model for it. */
  keepIndex: () => Promise<void>;
  /** Of one file; tests of the bound bring a smaller one. */
  maxBytes?: number;
}

/** What the shop has written, and how it comes in. */
export function shopLibrary({ store, clock, random, log, keepIndex, ...bound }: ShopLibraryDeps): {
  library: Library;
  imports: Imports;
  runner: ImportRunner;
} {
  const changed = () => void keepIndex();
  const { library, imports } = store.knowledge;
  const runner = createImportRunner({
    store: imports,
    // Addresses come from people and documents: no private one is reached, also none that is configured for something else.
    reader: createReader({ fetch: createHttp({ allowedOrigins: [] }).fetch }),
    clock,
    owner: random.id(),
    changed,
    warn: (error) => log.error('knowledge.import', { error: String(error) }),
  });
  return {
    library: createLibrary({ store: library, clock, changed }),
    imports: createImports({ store: imports, library, runner, clock, random, ...bound }),
    runner,
  };
}
