import type { Row } from '../evaluation/rows.ts';
import { HIDDEN } from '../model/attention.ts';
import type { EncodedMessage } from '../model/input.ts';
import type { Labels } from '../model/labels.ts';
import type { Feeds, Runtime } from '../network/runtime.ts';

/** A message and the numbers of its right answers. */
export interface LabelledMessage extends EncodedMessage {
  intents: readonly number[];
  /** One a text token. */
  tags: Int32Array;
  /** −1 where nobody said. */
  act: number;
  tones: readonly number[];
  /** How much it counts: rare intents more. */
  weight: number;
}

/** Looks up the labels; what a head does not know is left out. */
export function createLabeller(
  labels: Labels,
): (row: Row, message: EncodedMessage, weight?: number) => LabelledMessage {
  const numbers = (names: readonly string[]) => new Map(names.map((name, at) => [name, at]));
  const intents = numbers(labels.intents);
  const tags = numbers(labels.tags);
  const acts = numbers(labels.acts);
  const tones = numbers(labels.tones);
  const known = (map: Map<string, number>, names: readonly string[] = []) =>
    names.map((name) => map.get(name)).filter((at): at is number => at !== undefined);
  return (row, message, weight = 1) => ({
    ...message,
    intents: known(intents, row.intents),
    tags: Int32Array.from(message.spans, (span, at) => {
      const slot = row.slots.find(({ start, end }) => span.start < end && span.end > start);
      if (!slot) return 0;
      const before = message.spans[at - 1];
      const isInside = before !== undefined && before.start < slot.end && before.end > slot.start;
      return tags.get(`${isInside ? 'I' : 'B'}-${slot.name}`) ?? 0;
    }),
    act: acts.get(row.act ?? '') ?? -1,
    tones: known(tones, row.tones),
    weight,
  });
}

export interface TargetOptions {
  labels: Labels;
  /** Szegedy et al. 2016: this share of the certainty is spread over all intents. */
  smoothing: number;
  /** One intent a message, or any number of them. */
  intents: 'one' | 'several';
}

/** The right answers of a batch padded to T tokens, with weights that add up to 1 a head. */
export function targetFeeds(
  { Tensor }: Runtime,
  batch: readonly LabelledMessage[],
  T: number,
  { labels, smoothing, intents }: TargetOptions,
): Feeds {
  const B = batch.length;
  const I = labels.intents.length;
  const S = labels.tags.length;
  const A = labels.acts.length;
  const N = labels.tones.length;
  const intentTargets = new Float32Array(B * I).fill(intents === 'one' ? smoothing / I : 0);
  const tagTargets = new Float32Array(B * T * S);
  const tagWeights = new Float32Array(B * T);
  const actTargets = new Float32Array(B * A);
  const toneTargets = new Float32Array(B * N);
  const textTokens = batch.reduce((total, { tags }) => total + tags.length, 0) || 1;
  const weighed = batch.reduce((total, { weight }) => total + weight, 0) || 1;
  const spoken = batch.filter(({ act }) => act >= 0).length || 1;
  for (const [row, message] of batch.entries()) {
    const share = intents === 'one' ? (1 - smoothing) / (message.intents.length || 1) : 1;
    // What means nothing may be anything: no answer is likelier than another.
    if (message.intents.length === 0 && intents === 'one') intentTargets.fill(1 / I, row * I, (row + 1) * I);
    for (const intent of message.intents)
      intentTargets[row * I + intent] = (intentTargets[row * I + intent] ?? 0) + share;
    for (const [at, tag] of message.tags.entries()) {
      const place = row * T + message.prefix + at;
      tagTargets[place * S + tag] = 1;
      tagWeights[place] = 1 / textTokens;
    }
    if (message.act >= 0) actTargets[row * A + message.act] = 1;
    for (const tone of message.tones) toneTargets[row * N + tone] = 1;
  }
  const tensor = (data: Float32Array, ...shape: number[]) => new Tensor('float32', data, shape);
  return {
    intentTargets: tensor(intentTargets, B, I),
    intentWeights: tensor(
      Float32Array.from(batch, ({ weight }) => weight / weighed),
      B,
      1,
    ),
    tagTargets: tensor(tagTargets, B, T, S),
    tagWeights: tensor(tagWeights, B, T, 1),
    actTargets: tensor(actTargets, B, A),
    actWeights: tensor(
      Float32Array.from(batch, ({ act }) => (act >= 0 ? 1 / spoken : 0)),
      B,
      1,
    ),
    toneTargets: tensor(toneTargets, B, N),
    toneWeights: tensor(new Float32Array(B).fill(1 / (B * (N || 1))), B, 1),
    ...pairFeeds(tensor, batch),
  };
}

/** Who belongs together: those that share their first intent, everyone else apart, nobody with himself. */
function pairFeeds(
  tensor: (data: Float32Array, ...shape: number[]) => Feeds[string],
  batch: readonly LabelledMessage[],
): Feeds {
  const B = batch.length;
  const pairTargets = new Float32Array(B * B);
  const notSelf = new Float32Array(B * B);
  const partners = batch.map(({ intents: [intent] }, row) =>
    batch.flatMap((other, at) => (at !== row && intent !== undefined && other.intents[0] === intent ? [at] : [])),
  );
  const paired = partners.filter(({ length }) => length > 0).length || 1;
  for (const [row, others] of partners.entries()) {
    notSelf[row * B + row] = HIDDEN;
    for (const at of others) pairTargets[row * B + at] = 1 / others.length;
  }
  return {
    notSelf: tensor(notSelf, B, B),
    pairTargets: tensor(pairTargets, B, B),
    pairWeights: tensor(
      Float32Array.from(partners, ({ length }) => (length > 0 ? 1 / paired : 0)),
      B,
      1,
    ),
  };
}
