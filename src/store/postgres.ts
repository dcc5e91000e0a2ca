import { Pool, type PoolClient, type QueryResultRow, types } from 'pg';
import { AppError } from '../core/errors.ts';
import type { Log } from '../platform/log.ts';
import { type Database, type Isolation, type Parameter, type Queries, withoutValues } from './database.ts';
import { PARSERS, storable } from './values.ts';

/** Deadlock and serialization failure: the database undid everything and says to try again. */
const TRY_AGAIN = new Set(['40P01', '40001']);
const ATTEMPTS = 5;

/** Compiling a statement pays only for reports: it made one that finds pieces in 5 ms take a second. */
const SESSION = `set timezone to 'UTC'; set datestyle to 'ISO'; set synchronous_commit to on; set bytea_output to 'hex';
  set jit to off`;

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code ?? '');
}

function unavailable(cause: unknown): AppError {
  return new AppError('store.unavailable', {
    cause,
    status: 503,
    detail: codeOf(cause) || (cause as Error).message,
    publicMessage: {
      zh: 'DATABASE_URL 指向的 PostgreSQL 连不上：请检查地址、用户、密码和数据库名。',
      en: 'PostgreSQL at DATABASE_URL cannot be reached: check address, user, password and database name.',
    },
  });
}

/** 14.0: the oldest that is still maintained, as `server_version_num` says it. */
const OLDEST = 140_000;

function tooOld(version: number): AppError {
  const major = Math.floor(version / 10_000);
  return new AppError('store.unavailable', {
    publicMessage: {
      zh: `DATABASE_URL 指向的 PostgreSQL 是 ${major} 版，需要 14 或更新。`,
      en: `PostgreSQL at DATABASE_URL is version ${major}; 14 or newer is needed.`,
    },
  });
}

/** Network errors, refused logins (class 28), absent databases (3D000), shutdowns (class 57P). */
function isUnavailable(error: unknown): boolean {
  return (
    /^(ECONN\w+|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|28\w{3}|3D000|53300|57P\d\d|08\w{3})$/.test(
      codeOf(error),
    ) || /Connection terminated|timeout exceeded/.test(String(error))
  );
}

function queriesOf(run: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>): Queries {
  return {
    kind: 'postgres',
    async query<Row>(sql: string, parameters: readonly Parameter[] = []) {
      const values = parameters.map((value) => {
        if (typeof value === 'string') return storable(value);
        return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
      });
      return (await run(sql, values)).rows as Row[];
    },
    async script(sql) {
      await run(sql);
    },
  };
}

/** @param url `postgres://…`; its `options` parameter is passed on, e.g. `-c search_path=…`. */
export async function openPostgres(url: string, log?: Log): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'xiaoer',
    // pg-pool awaits it (8.23), whatever its type says.
    onConnect: async (client) => {
      await client.query(SESSION);
    },
    types: {
      getTypeParser: (oid: number) => PARSERS[oid] ?? types.getTypeParser(oid, 'text'),
    },
  });
  pool.on('error', (error) => log?.warn('database.connection-lost', { error }));

  const run = async (text: string, values?: unknown[]) => {
    try {
      return await pool.query<QueryResultRow>(text, values);
    } catch (error) {
      throw isUnavailable(error) ? unavailable(error) : withoutValues(error);
    }
  };

  async function once<T>(work: (queries: Queries) => Promise<T>, isolation: Isolation): Promise<T> {
    let client: PoolClient;
    try {
      client = await pool.connect();
    } catch (error) {
      throw isUnavailable(error) ? unavailable(error) : withoutValues(error);
    }
    let broken = false;
    try {
      await client.query(`begin isolation level ${isolation}`);
      const result = await work(queriesOf((text, values) => client.query<QueryResultRow>(text, values)));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = true;
      });
      throw isUnavailable(error) ? unavailable(error) : withoutValues(error);
    } finally {
      client.release(broken);
    }
  }

  try {
    const { rows } = await run(`select current_setting('server_version_num')::integer as version`);
    const version = Number(rows[0]?.version);
    if (version < OLDEST) throw tooOld(version);
  } catch (error) {
    await pool.end();
    throw error;
  }

  return {
    ...queriesOf(run),
    async transaction(work, isolation = 'read committed') {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(work, isolation);
        } catch (error) {
          if (attempt === ATTEMPTS || !TRY_AGAIN.has(codeOf(error))) throw error;
        }
      }
    },
    // The server flushed its log before it answered the commit (synchronous_commit).
    durable: async () => undefined,
    close: () => pool.end(),
  };
}
