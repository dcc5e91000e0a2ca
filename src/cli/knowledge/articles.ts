import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Passage } from '../../core/fact.ts';
import { LOCALES, type Locale, localize } from '../../core/locale.ts';
import type { ShownArticle, VersionDiff } from '../../knowledge/library.ts';
import type { ArticleVersion, Audience, LibraryArticle, LibrarySource } from '../../knowledge/ports.ts';
import { type CliContext, type CommonOptions, throughDoor, voice } from '../context.ts';
import { type Door, read } from '../door.ts';
import { failure } from '../exit.ts';
import { pageQuery } from '../paging.ts';
import { shopTime } from '../shop-time.ts';
import { articleLine, WORDS } from './words.ts';

export interface ArticleOptions extends CommonOptions {
  json?: boolean;
  source?: string;
  state?: string;
  limit?: string;
  after?: string;
  version?: string;
  expected?: string;
  note?: string;
  title?: string;
  language?: Locale;
  audience?: Audience;
  topic?: string[];
  draft?: boolean;
}

const at = (id: string, rest = '') => `/local/knowledge/articles/${encodeURIComponent(id)}${rest}`;

function numberOf(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number < 2 ** 31) return number;
  throw failure('cli.not-a-number', { zh: `「${text}」不是版本号。`, en: `“${text}” is no version number.` });
}

export async function listArticles(context: CliContext, options: ArticleOptions): Promise<void> {
  const { limit = '50', source, state, after } = options;
  const query = pageQuery(
    { limit },
    {
      ...(source !== undefined && { source }),
      ...(state !== undefined && { state }),
      ...(after !== undefined && { after }),
    },
  );
  const answer = await throughDoor(context, options, async (door) =>
    read<{ articles: LibraryArticle[]; next: string | null }>(
      await door.request('GET', `/local/knowledge/articles?${query}`),
    ),
  );
  if (options.json) return context.terminal.out(JSON.stringify(answer));
  const speaking = voice(context, options);
  if (answer.articles.length === 0) return context.terminal.note(speaking.say(WORDS.noArticles));
  for (const article of answer.articles) context.terminal.out(articleLine(article, speaking));
  const { say, style } = speaking;
  if (answer.next)
    context.terminal.note(
      style('dim', say({ zh: `更多：--after ${answer.next}`, en: `More: --after ${answer.next}` })),
    );
}

type Shown = ShownArticle & { timeZone: string };

async function shownAt(door: Door, id: string, number?: number): Promise<Shown> {
  return read<Shown>(await door.request('GET', at(id, number === undefined ? '' : `?version=${number}`)));
}

export async function showArticle(context: CliContext, id: string, options: ArticleOptions): Promise<void> {
  const number = options.version === undefined ? undefined : numberOf(options.version);
  const shown = await throughDoor(context, options, (door) => shownAt(door, id, number));
  if (options.json) return context.terminal.out(JSON.stringify(shown));
  const speaking = voice(context, options);
  const { style, say } = speaking;
  const { out } = context.terminal;
  out(style('bold', articleLine(shown.article, speaking)));
  for (const locale of LOCALES) {
    const body = shown.version.body[locale];
    if (body === undefined) continue;
    out(style('bold', `# ${shown.version.title[locale] ?? localize(shown.version.title, locale)}`));
    out(body);
  }
  const done = (when: string, by: string, note: string) =>
    `${shopTime(shown.timeZone, when)}  ${by}  ${note}`.trimEnd();
  for (const { number: each, by, at: when, note } of shown.versions)
    out(style('dim', `v${each}  ${done(when, by, note)}`));
  for (const { act, version, by, at: when, note } of shown.acts) {
    const what =
      act === 'publish'
        ? say({ zh: `发布 v${version}`, en: `published v${version}` })
        : say({ zh: '撤下', en: 'taken away' });
    out(style('dim', `${what}  ${done(when, by, note)}`));
  }
}

export async function diffArticle(
  context: CliContext,
  id: string,
  from: string,
  to: string,
  options: ArticleOptions,
): Promise<void> {
  const query = new URLSearchParams({ from: String(numberOf(from)), to: String(numberOf(to)) });
  const { languages } = await throughDoor(context, options, async (door) =>
    read<{ languages: VersionDiff[] }>(await door.request('GET', at(id, `/diff?${query}`))),
  );
  if (options.json) return context.terminal.out(JSON.stringify({ languages }));
  const { style } = voice(context, options);
  const { out } = context.terminal;
  for (const { locale, title, lines } of languages) {
    out(style('bold', `${locale}  ${title.from === title.to ? title.to : `${title.from} → ${title.to}`}`));
    for (const { kind, text } of lines) {
      if (kind === 'same') out(`  ${text}`);
      else out(kind === 'added' ? style('green', `+ ${text}`) : style('red', `- ${text}`));
    }
  }
}

/** A first heading is the title; what is not named stays as it is. */
export async function editArticle(
  context: CliContext,
  id: string,
  file: string,
  options: ArticleOptions,
): Promise<void> {
  let text: string;
  try {
    text = readFileSync(resolve(file), 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw failure('cli.unreadable', { zh: `读不了 ${file}。`, en: `${file} cannot be read.` }, cause);
  }
  const heading = /^#\s+(.+?)\s*#*\s*(?:\n|$)/.exec(text.trimStart());
  const expected = options.expected === undefined ? undefined : numberOf(options.expected);
  await tell(context, options, async (door) => {
    const { article } = await shownAt(door, id);
    // What is written on top of is the newest, also where it is a draft.
    const { version } = await shownAt(door, id, article.newest);
    const language = options.language ?? article.languages[0] ?? 'zh';
    const title = options.title ?? heading?.[1] ?? version.title[language] ?? localize(version.title, language);
    return door.request('POST', at(id, '/versions'), {
      title: { ...version.title, [language]: title },
      body: { ...version.body, [language]: text.trim() },
      topics: options.topic ?? version.topics,
      audience: options.audience ?? version.audience,
      ...{ validFrom: version.validFrom, validUntil: version.validUntil },
      ...{ expected: expected ?? article.newest, publish: !options.draft, note: options.note ?? '' },
    });
  });
}

export async function publishArticle(context: CliContext, id: string, options: ArticleOptions): Promise<void> {
  const { version, note = '' } = options;
  const body = { note, ...(version !== undefined && { number: numberOf(version) }) };
  await tell(context, options, (door) => door.request('POST', at(id, '/publish'), body));
}

export async function rollbackArticle(
  context: CliContext,
  id: string,
  number: string,
  options: ArticleOptions,
): Promise<void> {
  const earlier = numberOf(number);
  const body = { number: earlier, note: options.note || `rollback to ${earlier}` };
  await tell(context, options, (door) => door.request('POST', at(id, '/rollback'), body));
}

async function tell(
  context: CliContext,
  options: ArticleOptions,
  change: (door: Door) => Promise<Response>,
): Promise<void> {
  const version = await throughDoor(context, options, async (door) => read<ArticleVersion>(await change(door)));
  if (options.json) return context.terminal.out(JSON.stringify(version));
  const { say } = voice(context, options);
  const { number } = version;
  context.terminal.out(
    options.draft
      ? say({ zh: `已存为草稿，第 ${number} 版。`, en: `Kept as a draft, version ${number}.` })
      : say({ zh: `已发布第 ${number} 版。`, en: `Version ${number} is published.` }),
  );
}

export async function removeArticles(context: CliContext, id: string, options: ArticleOptions): Promise<void> {
  const { removed } = await throughDoor(context, options, async (door) => {
    const { sources } = await read<{ sources: LibrarySource[] }>(await door.request('GET', '/local/knowledge/sources'));
    const isSource = sources.some((source) => source.id === id);
    const path = isSource ? `/local/knowledge/sources/${encodeURIComponent(id)}/remove` : at(id, '/remove');
    return read<{ removed: number }>(await door.request('POST', path, { note: options.note ?? '' }));
  });
  if (options.json) return context.terminal.out(JSON.stringify({ removed }));
  const { say } = voice(context, options);
  context.terminal.out(
    say({
      zh: `已撤下 ${removed} 篇，立即生效；历史版本还在。`,
      en: `${removed} taken away, from now on; the versions are kept.`,
    }),
  );
}

export async function searchArticles(context: CliContext, question: string, options: ArticleOptions): Promise<void> {
  const speaking = voice(context, options);
  const { audience = 'public', limit = '3' } = options;
  const body = { text: question, locale: speaking.locale, audience, limit: Number(limit) };
  const answer = await throughDoor(context, options, async (door) =>
    read<{ passages: Passage[] }>(await door.request('POST', '/local/knowledge/search', body)),
  );
  if (options.json) return context.terminal.out(JSON.stringify(answer));
  if (answer.passages.length === 0) return context.terminal.note(speaking.say(WORDS.nothingFound));
  for (const { articleId, title, text, score } of answer.passages) {
    context.terminal.out(speaking.style('bold', `${title}  ${score}  ${articleId}`));
    context.terminal.out(text);
  }
}
