import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { LOCALES, type Locale } from '../core/locale.ts';
import { indexed } from './indexed.ts';
import { type DiffLine, lineDiff } from './line-diff.ts';
import type {
  Appended,
  ArticleAct,
  ArticleContent,
  ArticleState,
  ArticleVersion,
  Change,
  LibraryArticle,
  LibrarySource,
  LibraryStore,
} from './ports.ts';

/** Who does it and why; when is now. */
type Doer = Pick<Change, 'by' | 'note'>;

export interface ShownArticle {
  article: LibraryArticle;
  version: ArticleVersion;
  /** Newest first, without their texts. */
  versions: Omit<ArticleVersion, 'title' | 'body'>[];
  acts: ArticleAct[];
}

export interface VersionDiff {
  locale: Locale;
  title: { from: string; to: string };
  lines: DiffLine[];
}

/** What the shop's people do with the articles. */
export interface Library {
  sources(): Promise<LibrarySource[]>;
  articles(query: {
    source?: string | undefined;
    state?: ArticleState | undefined;
    limit: number;
    after?: string | undefined;
  }): Promise<{ articles: LibraryArticle[]; next: string | null }>;
  /** With the version of that number; without one the published, else the newest. @throws AppError `knowledge.unknown`, `knowledge.no-version` */
  show(id: string, number?: number): Promise<ShownArticle>;
  /** In each language that one of the two has. @throws AppError as `show` */
  diff(id: string, from: number, to: number): Promise<VersionDiff[]>;
  /** @throws AppError also `knowledge.changed`: somebody else wrote a version since; `knowledge.listed`: it is not written here */
  edit(
    id: string,
    content: ArticleContent,
    doer: Doer,
    how: { expected: number | null; publish: boolean },
  ): Promise<ArticleVersion>;
  /** The newest one unless another is named. */
  publish(id: string, number: number | undefined, doer: Doer): Promise<ArticleVersion>;
  /** A copy of an earlier version becomes the newest and is published. */
  rollback(id: string, number: number, doer: Doer): Promise<ArticleVersion>;
  /** Customers are told it no more. How many articles they lose. */
  remove(what: { articleId: string } | { sourceId: string }, doer: Doer): Promise<number>;
  /** What everybody may read now. */
  open(id: string): Promise<Pick<ArticleVersion, 'title' | 'body'> | null>;
}

interface LibraryDeps {
  store: LibraryStore;
  clock: Pick<Clock, 'now'>;
  /** Told when pieces were written. */
  changed: () => void;
}

const STATUS = {
  'knowledge.unknown': 404,
  'knowledge.no-version': 404,
  'knowledge.changed': 409,
  'knowledge.listed': 409,
};
const CODES = { unknown: 'knowledge.no-version', changed: 'knowledge.changed', foreign: 'knowledge.listed' } as const;

function refusal(code: keyof typeof STATUS): AppError {
  return new AppError(code, { status: STATUS[code] });
}

export function createLibrary({ store, clock, changed }: LibraryDeps): Library {
  async function show(id: string, number?: number): Promise<ShownArticle> {
    const article = await store.article(id);
    if (!article) throw refusal('knowledge.unknown');
    const all = await store.versions(id);
    const wanted = number ?? article.published ?? article.newest;
    const version = all.find((each) => each.number === wanted);
    if (!version) throw refusal('knowledge.no-version');
    const versions = all.map(({ title: _, body: __, ...rest }) => rest);
    return { article, version, versions, acts: await store.acts(id) };
  }

  const change = ({ by, note }: Doer): Change => ({ by, note, at: clock.now() });

  function written(outcome: Appended): ArticleVersion {
    if (!outcome.ok) throw refusal(CODES[outcome.reason]);
    changed();
    return outcome.version;
  }

  return {
    sources: () => store.sources(),

    async articles({ source, state, limit, after }) {
      const found = await store.articles({ sourceId: source, state, after, limit: limit + 1 });
      const articles = found.slice(0, limit);
      return { articles, next: found.length > limit ? (articles.at(-1)?.id ?? null) : null };
    },

    show,

    async diff(id, from, to) {
      const [{ version: before }, { version: after }] = [await show(id, from), await show(id, to)];
      return LOCALES.filter((locale) => before.body[locale] ?? after.body[locale]).map((locale) => ({
        locale,
        title: { from: before.title[locale] ?? '', to: after.title[locale] ?? '' },
        lines: lineDiff(before.body[locale] ?? '', after.body[locale] ?? ''),
      }));
    },

    async edit(id, content, doer, how) {
      await show(id);
      return written(await store.append(id, content, change(doer), how, indexed));
    },

    async publish(id, number, doer) {
      const { article } = await show(id);
      return written(await store.publish(id, number ?? article.newest, change(doer), indexed));
    },

    async rollback(id, number, doer) {
      const { version, article } = await show(id, number);
      const { title, body, topics, audience, validFrom, validUntil } = version;
      const content = { title, body, topics, audience, validFrom, validUntil };
      const how = { expected: article.newest, publish: true };
      return written(await store.append(id, content, change(doer), how, indexed));
    },

    async remove(what, doer) {
      const removed = await store.remove(what, change(doer));
      if (removed !== null) return removed;
      const known = 'articleId' in what ? await store.article(what.articleId) : await sourceOf(what.sourceId);
      throw refusal(known ? 'knowledge.listed' : 'knowledge.unknown');
    },

    async open(id) {
      const article = await store.article(id);
      if (article?.state !== 'published' || article.audience !== 'public') return null;
      const now = clock.now();
      const { validFrom, validUntil } = article;
      if ((validFrom !== null && validFrom > now) || (validUntil !== null && validUntil <= now)) return null;
      const { version } = await show(id);
      return { title: version.title, body: version.body };
    },
  };

  async function sourceOf(id: string): Promise<LibrarySource | undefined> {
    return (await store.sources()).find((source) => source.id === id);
  }
}
