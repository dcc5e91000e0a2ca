import { detectLocale } from '../../../language/language.ts';
import { createHttp } from '../../../platform/http.ts';
import { createReader } from '../../../reader.ts';
import { shopEmbedder } from '../../../shop-embedder.ts';
import { openPgliteInMemory } from '../../../store/pglite.ts';
import { type CliContext, type CommonOptions, configOf, voice } from '../../context.ts';
import { whyPassedOver } from '../../error-words.ts';
import { failure } from '../../exit.ts';
import { alignedTable, inPercent } from '../../training/figures-table.ts';
import { openDocumentIndex } from './document-index.ts';
import { showWork } from './progress.ts';
import { type Ranking, type RankingFigures, rankingFigures } from './rankings.ts';
import { readDocuments, readQueries } from './read-files.ts';

export interface RetrievalOptions extends CommonOptions {
  documents: string;
  queries: string;
  json?: boolean;
}

interface Measured extends RankingFigures {
  documents: number;
  indexSeconds: number;
  queriesPerSecond: number;
}

/** As far down as any figure looks. */
const DEPTH = 10;

/** How well the search finds what answers, in any documents: these alone, in a database in memory. */
export async function evaluateRetrieval(context: CliContext, options: RetrievalOptions): Promise<void> {
  const words = voice(context, options);
  const { say } = words;
  const documents = readDocuments(options.documents, words.locale);
  if (documents.length === 0) throw noLine('--documents');
  const queries = readQueries(options.queries, documents);
  if (queries.length === 0) throw noLine('--queries');

  const config = configOf(context, options);
  const isSilent = options.json === true;
  const warn = (error: unknown) => context.terminal.note(`xiaoer: ${say(whyPassedOver(error))}`);
  const reader = createReader({ dataDir: config.dataDir, warn });
  const http = createHttp({ allowedOrigins: [new URL(config.embeddings.baseUrl).origin] });
  const database = await openPgliteInMemory();
  try {
    const index = await openDocumentIndex({
      database,
      topicsOf: async (text) =>
        new Map((await reader.understand(text)).intents.map(({ name, probability }) => [name, probability])),
      embedder: shopEmbedder({ config, fetch: http.fetch, reader }),
    });
    const begun = performance.now();
    const indexing = showWork(context, say({ zh: '建索引', en: 'indexing' }), isSilent);
    await index.put(documents, (done) => indexing.update(done, documents.length)).finally(() => indexing.stop());
    const indexSeconds = (performance.now() - begun) / 1_000;

    // The first reading opens the model, which no later question waits for.
    await reader.understand('');
    const asking = showWork(context, say({ zh: '提问', en: 'asking' }), isSilent);
    const rankings: Ranking[] = [];
    const asked = performance.now();
    try {
      for (const { text, right } of queries) {
        const found = await index.search({ text, locale: detectLocale(text) ?? words.locale, limit: DEPTH });
        rankings.push({ found: found.map(({ articleId }) => articleId), right });
        asking.update(rankings.length, queries.length);
      }
    } finally {
      asking.stop();
    }
    const queriesPerSecond = (queries.length / (performance.now() - asked)) * 1_000;
    const figures = { documents: documents.length, ...rankingFigures(rankings), indexSeconds, queriesPerSecond };
    if (options.json) context.terminal.out(JSON.stringify(figures));
    else for (const line of tableOf(figures, words)) context.terminal.out(line);
  } finally {
    await database.close();
    await reader.close();
  }
}

function noLine(option: string) {
  return failure('cli.no-rows', { zh: `${option} 里一行都没有。`, en: `${option} holds no row.` });
}

function tableOf(figures: Measured, { say, style }: ReturnType<typeof voice>): string[] {
  const rows = [
    [say({ zh: '文档数', en: 'documents' }), String(figures.documents)],
    [say({ zh: '有答案的问题', en: 'questions with an answer' }), String(figures.answered)],
    [say({ zh: '前 1 召回', en: 'recall@1' }), inPercent(figures.recall1)],
    [say({ zh: '前 5 召回', en: 'recall@5' }), inPercent(figures.recall5)],
    ['nDCG@10', figures.ndcg10?.toFixed(3) ?? '–'],
    [say({ zh: '其中什么也没搜到的', en: 'of these found nothing' }), inPercent(figures.silent)],
    [say({ zh: '没有答案的问题', en: 'questions without one' }), String(figures.unanswered)],
    [say({ zh: '其中什么也没搜到的', en: 'of these found nothing' }), inPercent(figures.refused)],
    [say({ zh: '建索引', en: 'indexing' }), `${figures.indexSeconds.toFixed(1)} s`],
    [say({ zh: '每秒问题数', en: 'questions a second' }), figures.queriesPerSecond.toFixed(0)],
  ];
  return alignedTable(['', '%'], rows, style);
}
