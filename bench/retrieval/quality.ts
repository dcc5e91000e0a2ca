import { rankingFigures } from '../../src/cli/evaluation/retrieval/rankings.ts';
import type { Locale } from '../../src/core/locale.ts';
import type { ListedArticle } from '../../src/knowledge/ports.ts';
import { percent, printTable } from '../support.ts';
import { type Answered, ask, bestThreshold, isRightFirst, isTold, type Threshold } from './ask.ts';
import type { Contestant } from './contestant.ts';
import { CROSS, development, heldOut } from './questions.ts';

interface Result {
  name: string;
  setting: string;
  /** Null where it has its own. */
  threshold: Threshold | null;
  answered: Answered[];
}

export const rankingsOf = (answered: readonly Answered[]) =>
  rankingFigures(answered.map(({ found, question }) => ({ found, right: question.right })));

/** What it does best with on the development questions. */
export async function choose(contestant: Contestant, articles: readonly ListedArticle[], locale: Locale) {
  const ids = new Set(articles.map(({ articleId }) => articleId));
  const questions = development(locale).filter(({ right }) => right.every((id) => ids.has(id)));
  let best = { setting: '', ndcg: -1, answered: [] as Answered[] };
  for (const setting of contestant.settings) {
    const index = await contestant.open(articles, locale, setting);
    const answered = await ask(index, questions).finally(() => index.close());
    const ndcg = rankingsOf(answered).ndcg10 ?? 0;
    if (ndcg > best.ndcg) best = { setting, ndcg, answered };
  }
  return { setting: best.setting, threshold: contestant.refuses ? null : bestThreshold(best.answered) };
}

async function measure(contestant: Contestant, articles: readonly ListedArticle[], locale: Locale): Promise<Result> {
  const { setting, threshold } = await choose(contestant, articles, locale);
  const index = await contestant.open(articles, locale, setting);
  const answered = await ask(index, heldOut(locale)).finally(() => index.close());
  return { name: contestant.name, setting, threshold, answered };
}

export async function benchQuality(
  contestants: readonly Contestant[],
  articles: readonly ListedArticle[],
  locale: Locale,
): Promise<void> {
  const results: Result[] = [];
  for (const contestant of contestants) results.push(await measure(contestant, articles, locale));
  const ways = [...new Set(heldOut(locale).map(({ way }) => way))].filter((way) => way !== 'none');
  const of = (answered: readonly Answered[], way: string) => answered.filter(({ question }) => question.way === way);
  for (const [title, figure] of [
    ['recall@1', 'recall1'],
    ['recall@5', 'recall5'],
    ['nDCG@10', 'ndcg10'],
  ] as const) {
    const rows = results.map(({ name, answered }) => [
      name,
      ...ways.map((way) => percent(rankingsOf(of(answered, way))[figure])),
      percent(rankingsOf(answered)[figure]),
    ]);
    printTable(`${title}, ${locale}`, ['', ...ways, 'all'], rows);
  }
  const decided = results.map(({ name, setting, threshold, answered }) => {
    const some = (has: boolean) => answered.filter(({ question }) => question.right.length > 0 === has);
    const share = (of: readonly Answered[], holds: (each: Answered) => boolean) =>
      percent(of.filter(holds).length / of.length);
    const timed = answered.filter(({ question }) => question.way !== CROSS);
    const seconds = timed.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1_000;
    const from = threshold ? `${threshold.from.toPrecision(3)}${threshold.perWord ? ' a word' : ''}` : 'its own';
    return [
      ...[name, setting, from],
      share(some(false), (each) => !isTold(each, threshold)),
      share(some(true), (each) => isRightFirst(each, threshold)),
      share(some(true), (each) => !isTold(each, threshold)),
      (timed.length / seconds).toFixed(0),
    ];
  });
  const head = [
    '',
    'setting',
    'threshold',
    'rightly refused',
    'right one first, told',
    'wrongly refused',
    'questions/s',
  ];
  printTable(`Decisions, ${locale}`, head, decided);
}
