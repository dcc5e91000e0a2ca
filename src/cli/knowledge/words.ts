import { localize } from '../../core/locale.ts';
import type { Import, ImportFile, ImportProblem, LibraryArticle, LibrarySource } from '../../knowledge/ports.ts';
import { shopTime } from '../shop-time.ts';
import type { Voice } from '../terminal.ts';

export const WORDS = {
  noImports: { zh: '还没有导入过。', en: 'Nothing was imported yet.' },
  noSources: { zh: '知识库还是空的。', en: 'The knowledge base is empty.' },
  noArticles: { zh: '没有这样的文章。', en: 'There are no such articles.' },
  nothingFound: { zh: '知识库里没有能回答的内容。', en: 'Nothing in the knowledge base answers that.' },
  cancelled: {
    zh: '导入已停止。读过的文章还在，其余的没有导入。',
    en: 'The import was stopped. What was read stays, the rest was not brought in.',
  },
};

const IMPORT_STATES = {
  open: { zh: '上传中', en: 'receiving' },
  queued: { zh: '排队中', en: 'waiting' },
  running: { zh: '进行中', en: 'running' },
  done: { zh: '完成', en: 'done' },
  cancelled: { zh: '已停止', en: 'stopped' },
};

const ARTICLE_STATES = {
  published: { zh: '已发布', en: 'published' },
  draft: { zh: '草稿', en: 'draft' },
  removed: { zh: '已撤下', en: 'taken away' },
};

const AUDIENCES = {
  public: { zh: '所有人', en: 'everybody' },
  'signed-in': { zh: '登录的顾客', en: 'signed-in customers' },
  internal: { zh: '内部', en: 'internal' },
};

const SOURCE_KINDS = {
  shop: { zh: '店铺平台', en: 'shop' },
  rules: { zh: '售后规则', en: 'rules' },
  file: { zh: '文件', en: 'file' },
  page: { zh: '网页', en: 'page' },
  sitemap: { zh: '站点地图', en: 'sitemap' },
  written: { zh: '手写', en: 'written' },
};

function counted({ counts, articles, changed, removed }: Import, { say }: Voice): string {
  const { read, unchanged, failed } = counts;
  return say({
    zh: `文件或网页：更新 ${read}，没变 ${unchanged}，失败 ${failed}；文章：共 ${articles} 篇，新增或改动 ${changed}，撤下 ${removed}`,
    en: `Files or pages: ${read} brought in, ${unchanged} unchanged, ${failed} failed. Articles: ${articles}, of which ${changed} new or changed; ${removed} taken away`,
  });
}

export function outcomeLines(
  found: Import & { files: ImportFile[] },
  refused: ImportProblem[],
  speaking: Voice,
): string[] {
  const { say, style } = speaking;
  const line = ({ key, detail }: ImportProblem) => `${key}: ${say(detail)}`;
  return [
    `${style('bold', say(IMPORT_STATES[found.state]))}  ${found.id}`,
    ...found.files.flatMap(({ state, problems }) =>
      problems.map((problem) => style(state === 'failed' ? 'red' : 'yellow', line(problem))),
    ),
    ...refused.map((problem) => style('red', line(problem))),
    counted(found, speaking),
  ];
}

export function importLine(found: Import, timeZone: string, speaking: Voice): string {
  const { settings, id, state, by, at } = found;
  const kind = speaking.say(SOURCE_KINDS[settings.kind]);
  const what = settings.url ?? speaking.say({ zh: `${found.found} 个`, en: `${found.found} files` });
  return [
    id,
    speaking.say(IMPORT_STATES[state]),
    shopTime(timeZone, at),
    by,
    `${kind} ${what}`,
    counted(found, speaking),
  ].join('  ');
}

export function sourceLine(source: LibrarySource, timeZone: string, { say }: Voice): string {
  const { id, kind, name, published, drafts, syncedAt } = source;
  const drafted = drafts > 0 ? say({ zh: `，草稿 ${drafts} 篇`, en: `, ${drafts} drafts` }) : '';
  return [
    id,
    say(SOURCE_KINDS[kind]),
    name,
    `${say({ zh: `已发布 ${published} 篇`, en: `${published} published` })}${drafted}`,
    syncedAt === null ? '' : shopTime(timeZone, syncedAt),
  ].join('  ');
}

export function articleLine(article: LibraryArticle, speaking: Voice): string {
  const { id, state, published, newest, title, audience, sourceName } = article;
  const { say, locale } = speaking;
  const version = published === newest || published === null ? `v${newest}` : `v${published} < v${newest}`;
  const parts = [id, say(ARTICLE_STATES[state]), version, localize(title, locale)];
  if (audience !== 'public') parts.push(say(AUDIENCES[audience]));
  return [...parts, sourceName].join('  ');
}
