import { type Command, Option } from 'commander';
import { type CliContext, subcommand, withOperator } from '../context.ts';
import {
  type ArticleOptions,
  diffArticle,
  editArticle,
  listArticles,
  publishArticle,
  removeArticles,
  rollbackArticle,
  searchArticles,
  showArticle,
} from '../knowledge/articles.ts';
import {
  bringFiles,
  bringPages,
  cancelImport,
  type ImportOptions,
  listImports,
  listSources,
  syncSource,
} from '../knowledge/imports.ts';
import { withPaging } from '../paging.ts';

const several = (value: string, before: string[] = []) => [...before, value];

const json = () => new Option('--json', '输出 JSON · print JSON');
const note = () => new Option('--note <text>', '说明 · why').default('');
const audience = () =>
  new Option('--audience <who>', '给谁看：所有人、登录的顾客、内部 · who may be told').choices([
    'public',
    'signed-in',
    'internal',
  ]);
const language = () => new Option('--language <language>', '文章的语言 · what it is written in').choices(['zh', 'en']);
const topic = () =>
  new Option('--topic <name>', '写给哪个意图，可写多次 · an intent it is written for; may be repeated').argParser(
    several,
  );

/** How what is brought in is to be kept. */
function bringing(command: Command): Command {
  return withOperator(command)
    .addOption(audience().default('public'))
    .addOption(topic())
    .addOption(language())
    .option('--from <time>', '从什么时候起有效（店铺当地时间） · valid from, on the shop’s clock')
    .option('--until <time>', '到什么时候为止 · valid until')
    .option('--draft', '先存为草稿，不告诉顾客 · as drafts: no customer is told')
    .option('--no-wait', '不等它完成 · does not wait for the end')
    .addOption(json());
}

/** A command for one article. */
function changing(name: string, summary: string): Command {
  return withOperator(subcommand(name, summary)).argument('<id>', '文章编号 · article id').addOption(json());
}

export function knowledgeCommand(context: CliContext): Command {
  return subcommand('knowledge', '知识库：客服能引用的文章 · what the clerk may quote')
    .addCommand(
      bringing(subcommand('import', '导入文件或目录 · bring in files or folders'))
        .argument('<path...>', '文件、ZIP 或目录 · files, ZIPs or folders')
        .action((paths: string[], options: ImportOptions) => bringFiles(context, paths, options)),
    )
    .addCommand(
      bringing(subcommand('page', '导入一个网页 · bring in a web page'))
        .argument('<url>', '网址 · its address')
        .action((url: string, options: ImportOptions) => bringPages(context, 'page', url, options)),
    )
    .addCommand(
      bringing(subcommand('sitemap', '导入站点地图里的所有网页 · bring in the pages of a sitemap'))
        .argument('<url>', '站点地图的网址 · its address')
        .addOption(
          new Option('--site <host>', '也读这个网站，可写多次 · another site; may be repeated').argParser(several),
        )
        .action((url: string, options: ImportOptions) => bringPages(context, 'sitemap', url, options)),
    )
    .addCommand(
      subcommand('sources', '文章从哪里来 · where articles come from')
        .addOption(json())
        .action((options: ImportOptions) => listSources(context, options)),
    )
    .addCommand(
      withOperator(subcommand('sync', '重新读取一个网页或站点地图 · read a page or a sitemap anew'))
        .argument('<source>', '来源编号 · source id')
        .option('--no-wait', '不等它完成 · does not wait for the end')
        .addOption(json())
        .action((source: string, options: ImportOptions) => syncSource(context, source, options)),
    )
    .addCommand(
      withPaging(subcommand('imports', '导入的进度和结果 · imports, newest first, or one with its files'))
        .argument('[id]', '导入编号 · import id')
        .addOption(json())
        .action((id: string | undefined, options: ImportOptions) => listImports(context, id, options)),
    )
    .addCommand(
      withOperator(subcommand('cancel', '停止一次导入 · stop an import; what was read stays'))
        .argument('<import>', '导入编号 · import id')
        .addOption(json())
        .action((id: string, options: ImportOptions) => cancelImport(context, id, options)),
    )
    .addCommand(
      subcommand('list', '文章 · articles')
        .option('--source <id>', '只看这个来源 · of this source')
        .addOption(new Option('--state <state>', '按状态 · by state').choices(['published', 'draft', 'removed']))
        .addOption(new Option('--limit <number>', '一页几条，最多 100 · how many, 100 at most').default('50'))
        .option('--after <id>', '从这篇之后继续 · go on after this article')
        .addOption(json())
        .action((options: ArticleOptions) => listArticles(context, options)),
    )
    .addCommand(
      subcommand('show', '一篇文章和它的历史 · an article and its history')
        .argument('<id>', '文章编号 · article id')
        .option('--version <number>', '版本号 · version number')
        .addOption(json())
        .action((id: string, options: ArticleOptions) => showArticle(context, id, options)),
    )
    .addCommand(
      subcommand('diff', '比较两个版本 · what two versions say differently')
        .argument('<id>', '文章编号 · article id')
        .argument('<from>', '版本号 · version number')
        .argument('<to>', '版本号 · version number')
        .addOption(json())
        .action((id: string, from: string, to: string, options: ArticleOptions) =>
          diffArticle(context, id, from, to, options),
        ),
    )
    .addCommand(
      changing('edit', '用一个 Markdown 文件写新的一版 · write a version from a Markdown file')
        .argument('<file>', 'Markdown 文件 · the file')
        .option('--title <text>', '标题 · the title')
        .addOption(language())
        .addOption(audience())
        .addOption(topic())
        .option('--draft', '先不发布 · does not publish it')
        .option('--expected <number>', '你看到的最新版本号 · the newest version that you know of')
        .addOption(note())
        .action((id: string, file: string, options: ArticleOptions) => editArticle(context, id, file, options)),
    )
    .addCommand(
      changing('publish', '发布最新的一版（或某一版） · publish the newest version, or another')
        .option('--version <number>', '版本号 · version number')
        .addOption(note())
        .action((id: string, options: ArticleOptions) => publishArticle(context, id, options)),
    )
    .addCommand(
      changing('rollback', '重新发布以前的一版 · publish an earlier version anew')
        .argument('<number>', '版本号 · version number')
        .addOption(note())
        .action((id: string, number: string, options: ArticleOptions) => rollbackArticle(context, id, number, options)),
    )
    .addCommand(
      changing('remove', '撤下一篇文章或整个来源，立即生效 · take away an article or a source, at once')
        .addOption(note())
        .action((id: string, options: ArticleOptions) => removeArticles(context, id, options)),
    )
    .addCommand(
      subcommand('search', '试试顾客这样问会得到什么 · what a customer would be told')
        .argument('<question>', '问题 · the question')
        .addOption(audience().default('public'))
        .addOption(new Option('--limit <number>', '几条 · how many').default('3'))
        .addOption(json())
        .action((question: string, options: ArticleOptions) => searchArticles(context, question, options)),
    );
}
