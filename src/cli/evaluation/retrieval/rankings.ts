/** What was found for one question, best first, and all that answers it. */
export interface Ranking {
  found: readonly string[];
  /** Nothing: the right thing is to find nothing. */
  right: readonly string[];
}

export interface RankingFigures {
  /** Questions that something answers. */
  answered: number;
  recall1: number | null;
  recall5: number | null;
  ndcg10: number | null;
  /** For which share of them nothing at all was found. */
  silent: number | null;
  /** Questions that nothing answers, and for which share of them nothing was found. */
  unanswered: number;
  refused: number | null;
}

/** Which share of the right ones is among the first k; where there are more than k, of k. */
export function recallAt(k: number, { found, right }: Ranking): number {
  const first = new Set(found.slice(0, k));
  return right.filter((id) => first.has(id)).length / Math.min(k, right.length);
}

/** Right ones count less the further down they stand, against the order that has all of them first. */
export function ndcgAt(k: number, { found, right }: Ranking): number {
  const wanted = new Set(right);
  const gain = (place: number) => 1 / Math.log2(place + 2);
  const gained = found.slice(0, k).reduce((sum, id, place) => sum + (wanted.has(id) ? gain(place) : 0), 0);
  const most = right.slice(0, k).reduce((sum, _, place) => sum + gain(place), 0);
  return gained / most;
}

export function rankingFigures(rankings: readonly Ranking[]): RankingFigures {
  const answered = rankings.filter(({ right }) => right.length > 0);
  const unanswered = rankings.filter(({ right }) => right.length === 0);
  return {
    answered: answered.length,
    recall1: mean(answered.map((each) => recallAt(1, each))),
    recall5: mean(answered.map((each) => recallAt(5, each))),
    ndcg10: mean(answered.map((each) => ndcgAt(10, each))),
    silent: mean(answered.map(({ found }) => Number(found.length === 0))),
    unanswered: unanswered.length,
    refused: mean(unanswered.map(({ found }) => Number(found.length === 0))),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
