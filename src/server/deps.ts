import type { Approvals } from '../agent/approvals.ts';
import type { Clerk } from '../agent/clerk.ts';
import type { AuditReader, RecordedTurn, TicketStore } from '../agent/ports.ts';
import type { Replay } from '../agent/replay.ts';
import type { PolicyDiff } from '../agent/replay-policy.ts';
import type { Conversations } from '../conversation/conversations.ts';
import type { Clock, Random } from '../core/clock.ts';
import type { Article } from '../core/customer.ts';
import type { Instant } from '../core/instant.ts';
import type { Locale, Localized } from '../core/locale.ts';
import type { DemoResponse } from '../core/wire.ts';
import type { DemoSignIn } from '../identity/demo.ts';
import type { Operators } from '../identity/operators.ts';
import type { Sessions } from '../identity/sessions.ts';
import type { VerifyShopToken } from '../identity/shop-token.ts';
import type { Imports } from '../knowledge/imports/imports.ts';
import type { Library } from '../knowledge/library.ts';
import type { KnowledgeSearch } from '../knowledge/search.ts';
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
  policyDesk: PolicyDesk;
  library: Library;
  imports: Imports;
  knowledge: KnowledgeSearch;
  approvals: Approvals;
  tickets: Pick<TicketStore, 'list' | 'find' | 'close'>;
  audit: AuditReader;
  recordings: Recordings;
  /** True once turns are taken and the store answers. */
  ready(): Promise<boolean>;
  /** Where the built pages lie: `index.html`, `widget.js`, `assets/`. */
  webDir: string;
}

/** What was recorded, run again: for the command line through the local doors. Nothing is changed by it. */
export interface Recordings {
  replay(turnId: string): Promise<Replay>;
  /** A page of recorded turns, oldest first; `since` is a day or a moment on the shop's clock, `after` the page before's `next`. */
  turns(filter: {
    conversationId?: string;
    since?: string;
    after?: string;
  }): Promise<{ turns: RecordedTurn[]; next: string | null }>;
  /** What would be decided or answered differently, by default under the rules that come with the program; no diff of rules that are not right. */
  comparePolicy(
    yaml: string | undefined,
    since?: string,
  ): Promise<{ problems: PolicyProblem[]; diff: PolicyDiff | null }>;
}

interface PolicyProblem {
  code: string;
  line: number;
  column: number;
  text: Localized;
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

/** The shop's rules, for the command line through the local doors, and their articles for everybody. */
export interface PolicyDesk {
  /** The rules of now, or those of a published version; null when there is none of that number. */
  show(number?: number): Promise<PolicyShown | null>;
  list(): Promise<PublishedPolicies>;
  /** Of a text, or of the rules of now: what is wrong with the tables, and which articles say otherwise. */
  check(yaml?: string): Promise<PolicyReport>;
  /** @param yaml absent: the rules that come with the program. @param from a day or a moment on the shop's clock; without it at once. @throws AppError `policy.not-a-time` */
  publish(yaml: string | undefined, by: string, note: string, from?: string): Promise<PolicyPublication>;
  /** Publishes an earlier version anew; null when there is none of that number. */
  rollback(number: number, by: string, note: string): Promise<PolicyPublication | null>;
  articles(): Promise<Article[]>;
}

export interface PublishedPolicy {
  number: number;
  digest: string;
  by: string;
  at: Instant;
  note: string;
  activeFrom: Instant;
  shipped: boolean;
}

export interface PublishedPolicies {
  timeZone: string;
  /** The number of the one that holds now; null while the shipped default does. */
  current: number | null;
  /** The rules of now came with an earlier program, and this one comes with others. */
  shippedIsNewer: boolean;
  /** Newest first. */
  versions: PublishedPolicy[];
}

export interface PolicyShown {
  timeZone: string;
  /** Its name, with the number behind it once published: `china-7-days@3`. */
  version: string;
  title: Localized;
  digest: string;
  /** Null: it came with the program. */
  published: PublishedPolicy | null;
  yaml: string;
  rules: { rule: string; text: Localized }[];
}

export interface PolicyReport {
  problems: { code: string; line: number; column: number; text: Localized }[];
  /** Articles that name another number of days than the rules. */
  contradictions: {
    articleId: string;
    title: string;
    locale: Locale;
    rule: string;
    sentence: string;
    says: number;
    rules: number[];
  }[];
}

/** Nothing was kept when `version` is null. */
export interface PolicyPublication {
  timeZone: string;
  version: PublishedPolicy | null;
  report: PolicyReport;
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
