import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { Random } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { Queries } from './database.ts';
import { only } from './database.ts';

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
}

export function checkOf(master: Uint8Array): string {
  return createHmac('sha256', derive(master, 'check')).update('xiaoer').digest('hex');
}

/** version (1) | key id (16) | nonce (12) | ciphertext | tag (16): lengths in bytes. */
const VERSION = 1;
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

  type Row = { id: string; wrapped: Uint8Array };

  return {
    get master() {
      return current.master;
    },
    get check() {
      return current.check;
    },
    use(next) {
      current = keysFrom(next);
    },

    async keyOf(queries, subject) {
      const find = () => queries.query<Row>('select id, wrapped from subject_keys where subject = $1', [subject]);
      const known = (await find())[0];
      if (known) return unwrap(known.id, known.wrapped);
      const key = { id: random.token(ID), secret: bytes(32) };
      await queries.query(
        'insert into subject_keys (id, subject, wrapped) values ($1, $2, $3) on conflict (subject) do nothing',
        [key.id, subject, wrap(key)],
      );
      const stored = only(await find());
      return unwrap(stored.id, stored.wrapped);
    },

    seal(key, place, value) {
      const nonce = bytes(NONCE);
      const body = encrypt(key.secret, nonce, place, Buffer.from(JSON.stringify(value)));
      return new Uint8Array(Buffer.concat([Uint8Array.of(VERSION), Buffer.from(key.id, 'hex'), nonce, body]));
    },

    reader(queries) {
      const keys = new Map<string, Promise<SubjectKey | null>>();
      const load = async (id: string) => {
        const row = (await queries.query<Row>('select id, wrapped from subject_keys where id = $1', [id]))[0];
        return row ? unwrap(row.id, row.wrapped) : null;
      };
      return {
        async open<T>(place: string, sealed: Uint8Array): Promise<Opened<T>> {
          if (sealed[0] !== VERSION) throw new AppError('vault.damaged', { detail: place });
          const id = Buffer.from(sealed.subarray(1, 1 + ID)).toString('hex');
          if (!keys.has(id)) keys.set(id, load(id));
          const key = await keys.get(id);
          if (!key) return { ok: false, reason: 'erased' };
          const plain = decrypt(key.secret, sealed.subarray(1 + ID, HEAD), place, sealed.subarray(HEAD));
          return { ok: true, value: JSON.parse(plain.toString('utf8')) as T };
        },
      };
    },

    async erase(queries, subject) {
      return (await queries.query('delete from subject_keys where subject = $1 returning id', [subject])).length > 0;
    },

    lookup: (kind, text) => createHmac('sha256', current.hashing).update(`${kind}\0${text}`).digest('hex'),
  };
}
