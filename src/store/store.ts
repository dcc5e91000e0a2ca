import type {
  AlertStore,
  ApprovalStore,
  ConfirmationStore,
  GrantStore,
  IntentStore,
  JournalStore,
  TicketStore,
} from '../agent/ports.ts';
import type { ConversationStore } from '../conversation/ports.ts';
import type { Clock, Random } from '../core/clock.ts';
import type { AttemptStore, SessionStore } from '../identity/ports.ts';
import type { ArticleSync, ChunkStore, ImportStore, IndexUpkeep, LibraryStore } from '../knowledge/ports.ts';
import type { Config } from '../platform/config.ts';
import type { Log } from '../platform/log.ts';
import type { PolicyVersions } from '../policy/ports.ts';
import { alertStore } from './alerts.ts';
import { approvalStore } from './approvals.ts';
import { type AuditStore, auditStore } from './audit.ts';
import { type BackupOptions, writeBackup } from './backup.ts';
import type { BackupHeader } from './backup-file.ts';
import { confirmationStore } from './confirmations.ts';
import type { StoreContext } from './context.ts';
import { conversationStore } from './conversations.ts';
import { type Database, durableTransaction, only } from './database.ts';
import { eraseSubject } from './erase.ts';
import { grantStore } from './grants.ts';
import { intentStore } from './intents.ts';
import { journalStore } from './journal.ts';
import { chunkStore } from './knowledge/chunks.ts';
import { importStore } from './knowledge/imports.ts';
import { libraryStore } from './knowledge/library.ts';
import { articleSync } from './knowledge/sync.ts';
import { indexUpkeep } from './knowledge/upkeep.ts';
import { type FolderLock, lockFolder } from './lock.ts';
import { openVault } from './master-key.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { policyVersions } from './policies.ts';
import { openPostgres } from './postgres.ts';
import { recent } from './recent.ts';
import { type RestoreOptions, restoreBackup } from './restore.ts';
import { attemptStore, sessionStore } from './sessions.ts';
import { type StoredShop, shopTables } from './shop-tables.ts';
import { ticketStore } from './tickets.ts';
import type { Subject, Vault } from './vault.ts';

export interface StoreOptions {
  config: Config;
  clock: Clock;
  random: Random;
  log?: Log;
}

/** All that is kept. */
export interface Store {
  readonly kind: 'pglite' | 'postgres';
  readonly journal: JournalStore;
  readonly confirmations: ConfirmationStore;
  readonly intents: IntentStore;
  readonly approvals: ApprovalStore;
  readonly tickets: TicketStore;
  readonly alerts: AlertStore;
  readonly audit: AuditStore;
  readonly grants: GrantStore;
  readonly conversations: ConversationStore;
  readonly sessions: SessionStore;
  readonly attempts: AttemptStore;
  readonly policies: PolicyVersions;
  readonly knowledge: {
    chunks: ChunkStore;
    sync: ArticleSync;
    upkeep: IndexUpkeep;
    library: LibraryStore;
    imports: ImportStore;
  };
  readonly shopTables: StoredShop;
  /** A keyed hash, to find what is stored encrypted: `phone`, `email`, `order-number`. */
  lookup(kind: string, text: string): string;
  /** Destroys a subject's key: everything written about it reads as erased from now on, and what waits for it ends. False when nothing was. */
  erase(subject: Subject): Promise<boolean>;
  /** Tells other processes at which address this one serves its local API. */
  announce(url: string): void;
  /** @throws AppError `store.unavailable` */
  ping(): Promise<void>;
  /** The database server's own version, e.g. `15.18`. */
  version(): Promise<string>;
  /** Writes one consistent snapshot, with the master key unless told otherwise: whoever holds the file then reads everything. */
  backup(write: (chunk: Uint8Array) => Promise<void>, options?: BackupOptions): Promise<BackupHeader>;
  /**
   * Replaces everything by a backup made on either database, or nothing.
   * @throws AppError `backup.damaged`, `backup.newer`, `backup.without-key`, `backup.other-key`
   */
  restore(source: AsyncIterable<Uint8Array>, options?: RestoreOptions): Promise<BackupHeader>;
  close(): Promise<void>;
}

/** Conversations whose subject is remembered. */
const SUBJECTS = 2_000;

export function makeStore(
  parts: Omit<StoreContext, 'subjects'>,
  config: Config,
  lock: FolderLock | null = null,
): Store {
  const context: StoreContext = { ...parts, subjects: recent(SUBJECTS) };
  const { database, vault } = context;
  return {
    kind: database.kind,
    journal: journalStore(context),
    confirmations: confirmationStore(context),
    intents: intentStore(context),
    approvals: approvalStore(context),
    tickets: ticketStore(context),
    alerts: alertStore(context),
    audit: auditStore(context),
    grants: grantStore(context),
    conversations: conversationStore(context),
    sessions: sessionStore(context),
    attempts: attemptStore(context),
    policies: policyVersions(context),
    knowledge: {
      chunks: chunkStore(database),
      sync: articleSync(database),
      upkeep: indexUpkeep(database),
      library: libraryStore(database),
      imports: importStore(database),
    },
    shopTables: shopTables(context),
    lookup: (kind, text) => vault.lookup(kind, text),
    erase: (subject) => durableTransaction(database, (queries) => eraseSubject(context, queries, subject)),
    announce: (url) => lock?.announce(url),
    async ping() {
      await database.query('select 1');
    },
    backup: (write, options) => writeBackup(context, write, options),
    restore: (source, options) => restoreBackup(context, config, source, options),
    async version() {
      return only(await database.query<{ server_version: string }>('show server_version')).server_version;
    },
    async close() {
      try {
        await database.close();
      } finally {
        lock?.release();
      }
    },
  };
}

async function openDatabase(config: Config, log?: Log): Promise<Database> {
  return config.databaseUrl ? openPostgres(config.databaseUrl, log) : openPglite(config.dataDir, { log });
}

/**
 * Opens what the configuration names, brought to this program's schema.
 * @throws AppError `store.locked`, `store.unavailable`, `store.newer`, `store.wrong-key`: each says what to do.
 */
export async function openStore({ config, clock, random, log }: StoreOptions): Promise<Store> {
  const lock = config.databaseUrl ? null : lockFolder(config.dataDir, clock, random);
  let database: Database | null = null;
  try {
    database = await openDatabase(config, log);
    await migrate(database);
    const vault: Vault = await openVault(config, database, random);
    return makeStore({ database, vault, clock, random }, config, lock);
  } catch (error) {
    await database?.close();
    lock?.release();
    throw error;
  }
}
