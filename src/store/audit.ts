import { createHash } from 'node:crypto';
import type { AuditLog, AuditReader } from '../agent/ports.ts';
import type { Instant } from '../core/instant.ts';
import type { Json } from '../core/json.ts';
import { canonicalJson } from '../core/json.ts';
import { keyOfConversation, type StoreContext } from './context.ts';
import { pageOf, readSequence } from './cursor.ts';
import { durableTransaction } from './database.ts';
import { LOCKS } from './locks.ts';

export type AuditStore = AuditLog & AuditReader;

interface Row {
  sequence: number;
  at: Instant;
  conversation_id: string;
  turn_id: string;
  command: string;
  decision: string;
  payload: Uint8Array;
  prev_hash: Uint8Array;
  hash: Uint8Array;
}

const GENESIS: Uint8Array = new Uint8Array(32);
const PAGE = 1_000;

const place = (sequence: number) => `audit/${sequence}`;

/** sha256(previous hash | visible columns as canonical JSON | ciphertext): the chain still holds when a customer's key is gone. */
function hashOf(previous: Uint8Array, row: Omit<Row, 'prev_hash' | 'hash'>): Uint8Array {
  const { sequence, at, conversation_id, turn_id, command, decision, payload } = row;
  const visible = canonicalJson([sequence, at, conversation_id, turn_id, command, decision]);
  return new Uint8Array(createHash('sha256').update(previous).update(visible).update(payload).digest());
}

function entryOf(row: Row) {
  const { sequence, at, conversation_id: conversationId, turn_id: turnId, command, decision, payload: sealed } = row;
  return { sequence, at, conversationId, turnId, command, decision, sealed };
}

const equal = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

export function auditStore(context: StoreContext): AuditStore {
  const { database, vault } = context;
  return {
    async append(entry) {
      await durableTransaction(database, async (queries) => {
        const key = await keyOfConversation(context, queries, entry.conversationId);
        await queries.query(`select pg_advisory_xact_lock(${LOCKS.audit})`);
        const [last] = await queries.query<Pick<Row, 'sequence' | 'hash'>>(
          'select sequence, hash from audit order by sequence desc limit 1',
        );
        const sequence = (last?.sequence ?? 0) + 1;
        const previous = last?.hash ?? GENESIS;
        const row = {
          sequence,
          at: entry.at,
          conversation_id: entry.conversationId,
          turn_id: entry.turnId,
          command: entry.command,
          decision: entry.decision,
          payload: vault.seal(key, place(sequence), entry.payload),
        };
        await queries.query(
          `insert into audit (sequence, at, conversation_id, turn_id, command, decision, payload, prev_hash, hash)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            row.sequence,
            row.at,
            row.conversation_id,
            row.turn_id,
            row.command,
            row.decision,
            row.payload,
            previous,
            hashOf(previous, row),
          ],
        );
      });
    },

    async list(conversationId, { limit, before }) {
      const rows = await database.query<Row>(
        `select * from audit where conversation_id = $1 and ($2::bigint is null or sequence < $2)
         order by sequence desc limit $3`,
        [conversationId, readSequence(before), limit + 1],
      );
      const reader = vault.reader(database);
      const page = pageOf(rows, limit, entryOf, ({ sequence }) => [sequence]);
      const items = [];
      for (const { sealed, ...entry } of page.items) {
        const payload = await reader.open<Json>(place(entry.sequence), sealed);
        items.push({ ...entry, payload: payload.ok ? payload.value : null });
      }
      return { ...page, items };
    },

    async verify() {
      let entries = 0;
      for (let previous = GENESIS; ; ) {
        const rows = await database.query<Row>('select * from audit where sequence > $1 order by sequence limit $2', [
          entries,
          PAGE,
        ]);
        for (const row of rows) {
          const sound = row.sequence === entries + 1 && equal(row.prev_hash, previous);
          if (!sound || !equal(row.hash, hashOf(previous, row))) return { ok: false, entries, brokenAt: entries + 1 };
          previous = row.hash;
          entries++;
        }
        if (rows.length < PAGE) return { ok: true, entries };
      }
    },
  };
}
