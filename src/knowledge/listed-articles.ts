import { createHash } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import type { Article } from '../core/customer.ts';
import { indexed } from './indexed.ts';
import type { ArticleSync, SyncedSource } from './ports.ts';

/** Articles that are listed as a whole by somebody else. */
export interface ArticleSource extends SyncedSource {
  /** Changes whenever an article does; may change without. */
  version(): Promise<string>;
  articles(): Promise<readonly Article[]>;
}

/** Before articles of the shop stand those that its rules write: of several for one topic the first is the general one. */
export const SOURCE_POSITIONS = { rules: 0, shop: 1_000_000, own: 1_000_000_000 } as const;

/** Keeps the pieces what the sources list now. The sources are read when their versions change and not otherwise; a failed reading is tried again. */
export function createArticleRefresh({
  sources,
  store,
  clock,
  changed = () => undefined,
}: {
  sources: readonly ArticleSource[];
  store: ArticleSync;
  clock: Pick<Clock, 'now'>;
  /** Told when pieces were written. */
  changed?: () => void;
}): () => Promise<void> {
  /** What each source listed under its last version that was read. */
  const read = new Map<string, { version: string; state: Promise<string> }>();

  async function stateOf(source: ArticleSource): Promise<string> {
    const version = await source.version();
    const known = read.get(source.id);
    if (known?.version === version) return known.state;
    const reading = { version, state: source.articles().then((articles) => take(source, articles)) };
    read.set(source.id, reading);
    reading.state.catch(() => {
      if (read.get(source.id) === reading) read.delete(source.id);
    });
    return reading.state;
  }

  async function take(source: ArticleSource, articles: readonly Article[]): Promise<string> {
    const listed = articles.map(({ id, title, body, topics }) => ({
      ...{ articleId: id, title, body, topics },
      ...{ audience: 'public' as const, validFrom: null, validUntil: null },
    }));
    const state = createHash('sha256').update(JSON.stringify(listed)).digest('hex');
    const { id, kind, name, position } = source;
    if (await store.sync({ id, kind, name, position }, state, listed, indexed, clock.now())) changed();
    return state;
  }

  return async () => {
    const wanted = await Promise.all(sources.map(async (source) => [source.id, await stateOf(source)] as const));
    const kept = await store.states();
    const other = wanted.filter(([id, state]) => kept.get(id) !== state);
    if (other.length === 0) return;
    // A backup was put in place, or another program listed something else: read once more.
    for (const [id] of other) read.delete(id);
    await Promise.all(sources.map(stateOf));
  };
}
