import type { Span } from '../evaluation/rows.ts';

/** Probabilities of logits. */
export function softmaxOf(logits: Float32Array, temperature = 1): Float32Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const logit of logits) most = Math.max(most, logit);
  const probabilities = new Float32Array(logits.length);
  for (let at = 0; at < logits.length; at++)
    probabilities[at] = Math.exp(((logits[at] as number) - most) / temperature);
  let sum = 0;
  for (const each of probabilities) sum += each;
  for (let at = 0; at < probabilities.length; at++) probabilities[at] = (probabilities[at] as number) / sum;
  return probabilities;
}

export function sigmoidOf(logits: Float32Array): Float32Array {
  return logits.map((logit) => 1 / (1 + Math.exp(-logit)));
}

export function largest(values: ArrayLike<number>): number {
  let best = 0;
  for (let at = 1; at < values.length; at++) if ((values[at] as number) > (values[best] as number)) best = at;
  return best;
}

/** A span that ends inside a Latin word or a number is meant to hold it whole. */
export function toWholeWords(spans: readonly Span[], text: string): Span[] {
  const found: Span[] = [];
  for (const { name, ...span } of spans) {
    let { start, end } = span;
    while (start > 0 && IN_WORD.test(text.slice(start - 1, start + 1))) start--;
    while (end < text.length && IN_WORD.test(text.slice(end - 1, end + 1))) end++;
    const before = found.at(-1);
    if (!before || start >= before.end) found.push({ name, start, end });
    else if (before.name === name) before.end = Math.max(before.end, end);
  }
  return found;
}

const IN_WORD = /^[\p{Script=Latin}\p{N}]{2}$/u;

/** The likeliest sequence in which an `I-x` only follows `B-x` or `I-x` (Viterbi 1967), as stretches of the text. */
export function decodeTags(
  logits: readonly Float32Array[],
  spans: readonly { start: number; end: number }[],
  tags: readonly string[],
): Span[] {
  const path = likeliestPath(logits, tags);
  const found: Span[] = [];
  for (const [at, tag] of path.entries()) {
    const [kind, name = ''] = splitTag(tags[tag] ?? 'O');
    const span = spans[at];
    if (!span || kind === 'O') continue;
    const open = found.at(-1);
    if (kind === 'I' && open) open.end = Math.max(open.end, span.end);
    else found.push({ name, start: span.start, end: span.end });
  }
  return found.filter(({ start, end }) => end > start);
}

function splitTag(tag: string): [string, string?] {
  return tag === 'O' ? ['O'] : [tag.slice(0, 1), tag.slice(2)];
}

/** Which tags may stand before a tag; null for all. Worked out once for the tags of a model. */
const BEFORE = new WeakMap<readonly string[], readonly (readonly number[] | null)[]>();

function allowedBefore(tags: readonly string[]): readonly (readonly number[] | null)[] {
  let before = BEFORE.get(tags);
  if (!before) {
    before = tags.map((tag) => {
      const [kind, name] = splitTag(tag);
      return kind === 'I'
        ? tags.flatMap((other, at) => (other !== 'O' && splitTag(other)[1] === name ? [at] : []))
        : null;
    });
    BEFORE.set(tags, before);
  }
  return before;
}

function likeliestPath(logits: readonly Float32Array[], tags: readonly string[]): number[] {
  const mayFollow = allowedBefore(tags);
  const S = tags.length;
  // (T, S): the best tag before each.
  const back = new Int32Array(logits.length * S);
  let scores = new Float64Array(S).fill(Number.NEGATIVE_INFINITY);
  let next = new Float64Array(S);
  for (let at = 0; at < logits.length; at++) {
    const row = logits[at] as Float32Array;
    const anyBest = largest(scores);
    for (let tag = 0; tag < S; tag++) {
      const allowed = mayFollow[tag];
      const best = allowed ? likeliest(scores, allowed) : anyBest;
      back[at * S + tag] = best;
      const before = at === 0 ? (allowed ? Number.NEGATIVE_INFINITY : 0) : (scores[best] as number);
      next[tag] = before + (row[tag] as number);
    }
    [scores, next] = [next, scores];
  }
  const path = new Array<number>(logits.length);
  let tag = largest(scores);
  for (let at = logits.length - 1; at >= 0; at--) {
    path[at] = tag;
    tag = back[at * S + tag] ?? 0;
  }
  return path;
}

function likeliest(scores: Float64Array, allowed: readonly number[]): number {
  let best = allowed[0] as number;
  for (let at = 1; at < allowed.length; at++)
    if ((scores[allowed[at] as number] as number) > (scores[best] as number)) best = allowed[at] as number;
  return best;
}
