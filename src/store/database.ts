/** Where statements run: the database itself, or one transaction of it. */
export interface Queries {
  /** The embedded one, `pglite`, has one owner: nobody else changes a row. */
  readonly kind: 'pglite' | 'postgres';
  /** One statement. Rows come with the JavaScript types of values.ts, whichever database answers. */
  query<Row>(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  /** Several statements without parameters. */
  script(sql: string): Promise<void>;
}

/** Instants go in as text, JSON as the text that `json` makes. */
export type Parameter = string | number | boolean | null | Uint8Array | readonly string[] | readonly number[];

export type Isolation = 'read committed' | 'repeatable read';

/** One small door to both databases: the same SQL text, parameters and result types. */
export interface Database extends Queries {
  /** Commits when `work` resolves, rolls back when it rejects. Inside, only the given queries may be used. */
  transaction<T>(work: (queries: Queries) => Promise<T>, isolation?: Isolation): Promise<T>;
  /** Resolves once everything committed so far would survive a power cut. */
  durable(): Promise<void>;
  close(): Promise<void>;
}

/** A transaction that carries a promise to somebody outside: when it resolves, its rows are on the disk. */
export async function durableTransaction<T>(database: Database, work: (queries: Queries) => Promise<T>): Promise<T> {
  const result = await database.transaction(work);
  await database.durable();
  return result;
}

/** What a driver adds to an error for debugging holds customers' data: it must reach neither a log nor an error's text. */
export function withoutValues(error: unknown): unknown {
  if (error instanceof Error) {
    for (const member of ['params', 'detail', 'where', 'query', 'queryOptions']) Reflect.deleteProperty(error, member);
  }
  return error;
}

/** The row that a statement always gives. */
export function only<Row>(rows: readonly Row[]): Row {
  const row = rows[0];
  if (row === undefined) throw new Error('a statement gave no row');
  return row;
}
