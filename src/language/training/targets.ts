import type { Row } from '../evaluation/rows.ts';
import { HIDDEN } from '../model/attention.ts';
import { BEGIN, BOUNDARIES, INSIDE, OUTSIDE } from '../model/boundaries.ts';
import type { EncodedMessage } from '../model/input.ts';
import type { Labels } from '../model/labels.ts';
import type { Feeds, Runtime } from '../network/runtime.ts';

/** A message and the numbers of its right answers. */
export interface LabelledMessage extends EncodedMessage {
  intents: readonly number[];
  /** One a text token: OUTSIDE, BEGIN or INSIDE. */
  boundaries: Int32Array;
  /** One a text token: the slot it is part of, −1 where it is part of none. */
  names: Int32Array;
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
  const slots = numbers(labels.slots);
  const acts = numbers(labels.acts);
  const tones = numbers(labels.tones);
  const known = (map: Map<string, number>, names: readonly string[] = []) =>
    names.map((name) => map.get(name)).filter((at): at is number => at !== undefined);
  return (row, message, weight = 1) => {
    const found = row.slots.filter(({ name }) => slots.has(name));
    const held = message.spans.map((span) => found.find(({ start, end }) => span.start < end && span.end > start));
    return {
      ...message,
      intents: known(intents, row.intents),
      boundaries: Int32Array.from(held, (slot, at) => (!slot ? OUTSIDE : slot === held[at - 1] ? INSIDE : BEGIN)),
      names: Int32Array.from(held, (slot) => slots.get(slot?.name ?? '') ?? -1),
      act: acts.get(row.act ?? '') ?? -1,
      tones: known(tones, row.tones),
      weight,
    };
  };
}

export interface TargetOptions {
  labels: Labels;
  /** Szegedy et al. 2016: this share of the certainty is spread over all intents. */
  smoothing: number;
  /** How many times a given intent counts as much as one that is not, where there may be several. */
  given: number;
  /** One intent a message, or any number of them. */
  intents: 'one' | 'several';
}

/** The right answers of a batch padded to T tokens, with weights that add up to 1 a head. */
export function targetFeeds(
  { Tensor }: Runtime,
  batch: readonly LabelledMessage[],
  T: number,
  { labels, smoothing, given, intents }: TargetOptions,
): Feeds {
  const B = batch.length;
  const I = labels.intents.length;
  const S = labels.slots.length;
  const A = labels.acts.length;
  const N = labels.tones.length;
  const intentTargets = new Float32Array(B * I).fill(intents === 'one' ? smoothing / I : 0);
  const boundaryTargets = new Float32Array(B * T * BOUNDARIES);
  const boundaryWeights = new Float32Array(B * T);
  const nameTargets = new Float32Array(B * T * S);
  const nameWeights = new Float32Array(B * T);
  const actTargets = new Float32Array(B * A);
  const toneTargets = new Float32Array(B * N);
  const textTokens = batch.reduce((total, { boundaries }) => total + boundaries.length, 0) || 1;
  const named = batch.reduce((total, { names }) => total + names.filter((name) => name >= 0).length, 0) || 1;
  const spoken = batch.filter(({ act }) => act >= 0).length || 1;
  for (const [row, message] of batch.entries()) {
    const share = intents === 'one' ? (1 - smoothing) / (message.intents.length || 1) : 1;
    // What means nothing may be anything: no answer is likelier than another.
    if (message.intents.length === 0 && intents === 'one') intentTargets.fill(1 / I, row * I, (row + 1) * I);
    for (const intent of message.intents)
      intentTargets[row * I + intent] = (intentTargets[row * I + intent] ?? 0) + share;
    for (const [at, boundary] of message.boundaries.entries()) {
      const place = row * T + message.prefix + at;
      boundaryTargets[place * BOUNDARIES + boundary] = 1;
      boundaryWeights[place] = 1 / textTokens;
      const name = message.names[at] ?? -1;
      if (name < 0) continue;
      nameTargets[place * S + name] = 1;
      nameWeights[place] = 1 / named;
    }
    if (message.act >= 0) actTargets[row * A + message.act] = 1;
    for (const tone of message.tones) toneTargets[row * N + tone] = 1;
  }
  const tensor = (data: Float32Array, ...shape: number[]) => new Tensor('float32', data, shape);
  return {
    intentTargets: tensor(intentTargets, B, I),
    ...intentWeights(tensor, batch, I, intents === 'one' ? null : given),
    boundaryTargets: tensor(boundaryTargets, B, T, BOUNDARIES),
    boundaryWeights: tensor(boundaryWeights, B, T, 1),
    nameTargets: tensor(nameTargets, B, T, S),
    nameWeights: tensor(nameWeights, B, T, 1),
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

/** One a message, or one a message and intent where each is a question of its own. */
function intentWeights(
  tensor: (data: Float32Array, ...shape: number[]) => Feeds[string],
  batch: readonly LabelledMessage[],
  I: number,
  given: number | null,
): Feeds {
  const weighed = batch.reduce((total, { weight }) => total + weight, 0) || 1;
  const columns = given === null ? 1 : I;
  const weights = new Float32Array(batch.length * columns);
  for (const [row, { weight, intents }] of batch.entries()) {
    weights.fill(weight / weighed, row * columns, (row + 1) * columns);
    if (given !== null) for (const intent of intents) weights[row * columns + intent] = (given * weight) / weighed;
  }
  return { intentWeights: tensor(weights, batch.length, columns) };
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
