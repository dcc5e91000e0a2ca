import type { Span } from '../evaluation/rows.ts';

/** Probabilities of logits. */
export function softmaxOf(logits: Float32Array, temperature = 1): Float32Array {
  const most = Math.max(...logits);
  const exponentials = logits.map((logit) => Math.exp((logit - most) / temperature));
  const sum = exponentials.reduce((total, each) => total + each, 0);
  return exponentials.map((each) => each / sum);
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

function likeliestPath(logits: readonly Float32Array[], tags: readonly string[]): number[] {
  const mayFollow = tags.map((tag) => {
    const [kind, name] = splitTag(tag);
    return kind === 'I'
      ? tags.flatMap((other, at) => (other !== 'O' && splitTag(other)[1] === name ? [at] : []))
      : null;
  });
  const back: Int32Array[] = [];
  let scores = new Float64Array(tags.length).fill(Number.NEGATIVE_INFINITY);
  for (const [at, row] of logits.entries()) {
    const anyBest = largest(scores);
    const from = new Int32Array(tags.length);
    const next = new Float64Array(tags.length);
    for (let tag = 0; tag < tags.length; tag++) {
      const allowed = mayFollow[tag];
      let best = anyBest;
      if (allowed)
        for (const [rank, other] of allowed.entries())
          if (rank === 0 || (scores[other] as number) > (scores[best] as number)) best = other;
      from[tag] = best;
      const before = at === 0 ? (allowed ? Number.NEGATIVE_INFINITY : 0) : (scores[best] as number);
      next[tag] = before + (row[tag] as number);
    }
    back.push(from);
    scores = next;
  }
  const path: number[] = [];
  let tag = largest(scores);
  for (let at = logits.length - 1; at >= 0; at--) {
    path.unshift(tag);
    tag = back[at]?.[tag] ?? 0;
  }
  return path;
}
