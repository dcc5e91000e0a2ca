import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Random } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { Queries } from './database.ts';
import { only } from './database.ts';
import { recent } from './recent.ts';

/** Whose data a row is: erasing the subject's key erases all of it. */
export type Subject = `customer:${string}` | `conversation:${string}`;

/** A guest has nobody's key but the conversation's own. */
export function subjectOf(conversationId: string, customerId: string | null): Subject {
  return customerId === null ? `conversation:${conversationId}` : `customer:${customerId}`;
}

export interface SubjectKey {
  id: string;
  secret: Uint8Array;
}

type Opened<T> = { ok: true; value: T } | { ok: false; reason: 'erased' };

/** Opens sealed values of one query's rows; looks each key up once. */
interface VaultReader {
  open<T>(place: string, sealed: Uint8Array): Promise<Opened<T>>;
}

export interface Vault {
  /** The subject's data key, made if it is new. */
  keyOf(queries: Queries, subject: Subject): Promise<SubjectKey>;
  /** @param place table and row key: a value copied to another row does not open there. */
  seal(key: SubjectKey, place: string, value: unknown): Uint8Array;
  reader(queries: Queries): VaultReader;
  /** Destroys the key. False when there was none. */
  erase(queries: Queries, subject: Subject): Promise<boolean>;
  /** A keyed hash, to find what is stored encrypted. */
  lookup(kind: string, text: string): string;
  /** Tells two master keys apart without giving either away. */
  readonly check: string;
  readonly master: Uint8Array;
  /** Goes on with another master key: the data was replaced by data written under it. */
  use(master: Uint8Array): void;
  /** The keys were replaced: none that was seen before is used again. */
  forget(): void;
}

export function checkOf(master: Uint8Array): string {
  return createHmac('sha256', derive(master, 'check')).update('xiaoer').digest('hex');
}

/** Keys that are kept unwrapped. */
const KEPT = 2_000;

/** version (1) | key id (16) | nonce (12) | ciphertext | tag (16): lengths in bytes. The versions: JSON, and JSON deflated. */
const PLAIN = 1;
const DEFLATED = 2;
/** Bytes from which deflating is tried: what is shorter gains little. */
const WORTH_DEFLATING = 512;
const ID = 16;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + ID + NONCE;

function encrypt(secret: Uint8Array, nonce: Uint8Array, place: string, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', secret, nonce);
  cipher.setAAD(Buffer.from(place));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(secret: Uint8Array, nonce: Uint8Array, place: string, body: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', secret, nonce);
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(body.subarray(body.length - TAG));
  try {
    return Buffer.concat([decipher.update(body.subarray(0, body.length - TAG)), decipher.final()]);
  } catch (cause) {
    throw new AppError('vault.damaged', { cause, detail: place });
  }
}

function packed(value: unknown): { version: number; content: Uint8Array } {
  const plain = Buffer.from(JSON.stringify(value));
  const deflated = plain.length < WORTH_DEFLATING ? plain : deflateRawSync(plain);
  return deflated.length < plain.length ? { version: DEFLATED, content: deflated } : { version: PLAIN, content: plain };
}

function unpacked<T>(version: number, content: Buffer, place: string): T {
  try {
    const plain = version === DEFLATED ? inflateRawSync(content) : content;
    return JSON.parse(plain.toString('utf8')) as T;
  } catch (cause) {
    throw new AppError('vault.damaged', { cause, detail: place });
  }
}

function derive(master: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', master, '', `xiaoer/${purpose}`, 32));
}

/** @param master 32 bytes; whoever holds them reads everything. */
export function makeVault(master: Uint8Array, random: Random): Vault {
  const keysFrom = (from: Uint8Array) => ({
    master: from,
    check: checkOf(from),
    wrapping: derive(from, 'wrap'),
    hashing: derive(from, 'lookup'),
  });
  let current = keysFrom(master);
  const bytes = (size: number) => Buffer.from(random.token(size), 'hex');
  const wrapPlace = (id: string) => `subject_keys/${id}`;

  function wrap(key: SubjectKey): Uint8Array {
    const nonce = bytes(NONCE);
    return new Uint8Array(Buffer.concat([nonce, encrypt(current.wrapping, nonce, wrapPlace(key.id), key.secret)]));
  }

  function unwrap(id: string, wrapped: Uint8Array): SubjectKey {
    return {
      id,
      secret: decrypt(current.wrapping, wrapped.subarray(0, NONCE), wrapPlace(id), wrapped.subarray(NONCE)),
    };
  }

  type Row = { id: string; subject: Subject; wrapped: Uint8Array };

  /** Unwrapped keys by id, with what they were unwrapped from. */
  const keys = recent<{ wrapped: Uint8Array; key: SubjectKey }>(KEPT);
  const ids = recent<string>(KEPT);
  /** Which transaction made a key: until it has ended, the key may yet be undone. */
  const makers = recent<Queries>(KEPT);
  let forgotten = 0;

  function forget(): void {
    forgotten++;
    keys.clear();
    ids.clear();
  }

  /** Without asking: only where nobody else can have destroyed the key meanwhile. */
  function known(queries: Queries, id: string | undefined): SubjectKey | null {
    return queries.kind === 'pglite' && id !== undefined ? (keys.get(id)?.key ?? null) : null;
  }

  async function find(queries: Queries, column: 'id' | 'subject', value: string): Promise<SubjectKey | null> {
    const before = forgotten;
    const [row] = await queries.query<Row>(`select id, subject, wrapped from subject_keys where ${column} = $1`, [
      value,
    ]);
    if (!row) return null;
    const same = keys.get(row.id);
    if (same && Buffer.compare(same.wrapped, row.wrapped) === 0) return same.key;
    const key = unwrap(row.id, row.wrapped);
    // A row read before an erasure must not come back after it.
    if (forgotten === before && makers.get(row.id) !== queries) {
      keys.set(row.id, { wrapped: row.wrapped, key });
      ids.set(row.subject, row.id);
    }
    return key;
  }

  return {
    get master() {
      return current.master;
    },
    get check() {
      return current.check;
    },
    use(next) {
      current = keysFrom(next);
      forget();
    },
    forget,

    async keyOf(queries, subject) {
      const existing = known(queries, ids.get(subject)) ?? (await find(queries, 'subject', subject));
      if (existing) return existing;
      const key = { id: random.token(ID), secret: bytes(32) };
      const made = await queries.query(
        'insert into subject_keys (id, subject, wrapped) values ($1, $2, $3) on conflict (subject) do nothing returning id',
        [key.id, subject, wrap(key)],
      );
      makers.set(key.id, queries);
      if (made.length > 0) return key;
      return only([await find(queries, 'subject', subject)].filter((first) => first !== null));
    },

    seal(key, place, value) {
      const nonce = bytes(NONCE);
      const { version, content } = packed(value);
      const body = encrypt(key.secret, nonce, place, content);
      return new Uint8Array(Buffer.concat([Uint8Array.of(version), Buffer.from(key.id, 'hex'), nonce, body]));
    },

    reader(queries) {
      const loaded = new Map<string, Promise<SubjectKey | null>>();
      const load = async (id: string) => known(queries, id) ?? find(queries, 'id', id);
      return {
        async open<T>(place: string, sealed: Uint8Array): Promise<Opened<T>> {
          const version = sealed[0];
          if (version !== PLAIN && version !== DEFLATED) throw new AppError('vault.damaged', { detail: place });
          const id = Buffer.from(sealed.subarray(1, 1 + ID)).toString('hex');
          if (!loaded.has(id)) loaded.set(id, load(id));
          const key = await loaded.get(id);
          if (!key) return { ok: false, reason: 'erased' };
          const content = decrypt(key.secret, sealed.subarray(1 + ID, HEAD), place, sealed.subarray(HEAD));
          return { ok: true, value: unpacked<T>(version, content, place) };
        },
      };
    },

    async erase(queries, subject) {
      // Before: who asks from now on waits for this statement. After: who asked before it may have had the row.
      forget();
      const erased = await queries.query('delete from subject_keys where subject = $1 returning id', [subject]);
      forget();
      return erased.length > 0;
    },

    lookup: (kind, text) => createHmac('sha256', current.hashing).update(`${kind}\0${text}`).digest('hex'),
  };
}
