import { rankingFigures } from '../../src/cli/evaluation/retrieval/rankings.ts';
import type { Locale } from '../../src/core/locale.ts';
import type { ListedArticle } from '../../src/knowledge/ports.ts';
import { percent, printTable } from '../support.ts';
import { type Answered, ask, bestThreshold, decisions, rightAtRefusals, type Threshold } from './ask.ts';
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
  const [shipped] = results;
  const asMany = shipped ? decisions(shipped.answered, shipped.threshold).refused : 0;
  const decided = results.map(({ name, setting, threshold, answered }) => {
    const { refused, right, missed } = decisions(answered, threshold);
    const timed = answered.filter(({ question }) => question.way !== CROSS);
    const seconds = timed.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1_000;
    const from = threshold ? `${threshold.from.toPrecision(3)}${threshold.perWord ? ' a word' : ''}` : 'its own';
    const same = threshold ? percent(rightAtRefusals(answered, asMany)) : refused === asMany ? percent(right) : '–';
    const shares = [percent(refused), percent(right), percent(missed), same];
    return [name, setting, from, ...shares, (timed.length / seconds).toFixed(0)];
  });
  const shares = ['rightly refused', 'right one first, told', 'wrongly refused', 'right with as many refused'];
  printTable(`Decisions, ${locale}`, ['', 'setting', 'threshold', ...shares, 'questions/s'], decided);
}
