import type { Approvals } from '../agent/approvals.ts';
import type { Clerk } from '../agent/clerk.ts';
import type { AuditReader } from '../agent/ports.ts';
import type { Conversations } from '../conversation/conversations.ts';
import type { Clock, Random } from '../core/clock.ts';
import type { Localized } from '../core/locale.ts';
import type { DemoResponse } from '../core/wire.ts';
import type { DemoSignIn } from '../identity/demo.ts';
import type { Operators } from '../identity/operators.ts';
import type { Sessions } from '../identity/sessions.ts';
import type { VerifyShopToken } from '../identity/shop-token.ts';
import type { Config } from '../platform/config.ts';
import type { Log } from '../platform/log.ts';
import type { Shop } from '../shops/shop.ts';

/** What the server serves. app.ts hands it over; tests hand over their own. */
export interface ServerDeps {
  config: Config;
  clock: Clock;
  random: Random;
  log: Log;
  conversations: Conversations;
  clerk: Clerk;
  shop: Shop;
  sessions: Sessions;
  verifyShopToken: VerifyShopToken;
  operators: Operators;
  demo: Demo;
  keeping: Keeping;
  approvals: Approvals;
  audit: AuditReader;
  /** True once turns are taken and the store answers. */
  ready(): Promise<boolean>;
  /** Where the built pages lie: `index.html`, `widget.js`, `assets/`. */
  webDir: string;
}

export interface Demo {
  /** Whom to try it as; null unless the folder holds the demo shop. */
  offer(): Promise<DemoResponse | null>;
  sign: DemoSignIn['sign'];
  /** A drawn picture of a demo product as SVG; null when there is none of that id. */
  picture(id: string): string | null;
}

/** The keeper's work on the data folder, for the command line through the local doors. */
export interface Keeping {
  /** Writes everything to one file while the server runs. */
  backup(file: string): Promise<{ bytes: number }>;
  /** Puts a backup in place of what is there. */
  restore(file: string): Promise<void>;
  importShop(request: ImportRequest, onProgress: (done: number, total: number) => void): Promise<ImportReport>;
  status(): Promise<KeepingStatus>;
}

export interface ImportRequest {
  directory: string;
  from: 'mall' | 'tau-bench' | 'csv';
  /** Without it a folder that holds another shop is refused (`import.other-shop`). */
  replace: boolean;
  /** Reads and reports; keeps nothing. */
  preview: boolean;
  currency?: string | undefined;
  timeZone?: string | undefined;
  /** The day that the data's dates are told from. */
  referenceDate?: string | undefined;
}

export interface ImportReport {
  /** Every row read is either kept or refused, with the reason. `warnings` are oddities in rows that were kept. */
  tables: { file: string; read: number; kept: number; refused: RowNote[]; warnings: RowNote[] }[];
  /** What was assumed where the data does not say, e.g. a currency. */
  notes: Localized[];
  /** Where the shop before it was saved. */
  backup: string | null;
}

export interface RowNote {
  /** Spreadsheet row number (the header is 1), or the record's own id. */
  row: string;
  column?: string | undefined;
  reason: Localized;
}

export interface KeepingStatus {
  database: { kind: 'pglite' | 'postgres'; version: string };
  /** Where the shop's data came from, e.g. `demo`. */
  origin: string | null;
  products: number;
  articles: number;
  /** The brain that answers now. */
  brain: string;
  /** Null when no endpoint is configured, else whether it answered just now. */
  endpoint: { url: string; ok: boolean; detail: string } | null;
}
