import type { Clock } from '../../core/clock.ts';
import { systemClock } from '../../core/clock.ts';
import type { ShopData } from '../sql/ports.ts';
import { importCsv } from './csv/csv.ts';
import { withShopFile } from './csv/shop-file.ts';
import { importMall } from './mall/mall.ts';
import type { ImportOptions, ImportSource } from './options.ts';
import { resolveOptions } from './options.ts';
import type { ImportReport } from './report.ts';
import type { Importer } from './source.ts';
import { startRun } from './source.ts';
import { importTau } from './tau/tau.ts';

export interface ImportRequest {
  from: ImportSource;
  directory: string;
  options?: ImportOptions | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
  clock?: Clock | undefined;
}

const IMPORTERS: Record<ImportSource, Importer> = { mall: importMall, 'tau-bench': importTau, csv: importCsv };

/**
 * Reads a shop's data and says what became of every row. It writes nothing: the caller puts the whole in place, or nothing.
 * @throws AppError `import.failed` with what to change, when a file or an option is missing or unreadable as a whole.
 */
export async function importShop(request: ImportRequest): Promise<{ data: ShopData; report: ImportReport }> {
  const { from, directory, options = {}, onProgress = () => {}, clock = systemClock } = request;
  const resolved = resolveOptions(from, from === 'csv' ? await withShopFile(directory, options) : options, clock);
  const { run, tables, notes } = startRun(resolved, directory, onProgress);
  const data = await IMPORTERS[from](run);
  const { currency, timeZone } = data.info;
  const referenceDate = from === 'tau-bench' ? resolved.referenceDate : null;
  return {
    data,
    report: { from, currency, timeZone, referenceDate, tables: tables.map((table) => table.report), notes },
  };
}
