import { seededRandom } from '../../core/clock.ts';
import { createPredictor, forwardGraph, type Predictor } from '../inference/predictor.ts';
import { messageFeeds } from '../model/feeds.ts';
import type { NetworkShape } from '../model/network.ts';
import { averageIn, copyOf, initialise, overwrite, type Parameters } from '../network/parameters.ts';
import type { Feeds, Outputs, Runtime } from '../network/runtime.ts';
import { batchesOf } from './batches.ts';
import { fitsNetwork } from './fits-network.ts';
import { clip, type GradientsByName, gatherRows } from './gradients.ts';
import { type TrainingGraph, trainingGraph } from './objective.ts';
import { createOptimizer, EPSILON } from './optimizer.ts';
import type { Progress, Trained, TrainingData, TrainingHooks, TrainingOptions, TrainingState } from './options.ts';
import { shareOfRate } from './schedule.ts';
import { targetFeeds } from './targets.ts';

/** Of the n-grams: a row learns only when a message has it. */
const TABLE = 'wording.table';

/** Gradient descent over the epochs of the data. The same seed, data and threads give the same weights, also when taken up again half-way. */
export async function train(
  runtime: Runtime,
  shape: NetworkShape,
  data: TrainingData,
  options: TrainingOptions,
  hooks: TrainingHooks,
): Promise<Trained> {
  const outline = trainingGraph(shape, options);
  const state =
    hooks.from && fitsNetwork(hooks.from, outline.parameters)
      ? hooks.from
      : freshState(outline, options.seed, hooks.start);
  hooks.onBegin?.(state.epoch);
  const optimizer = createOptimizer(options.optimizer, options.decay, (name) =>
    name === TABLE ? options.tableEpsilon : EPSILON,
  );
  optimizer.restore(state.moments);
  const weights = asFeeds(runtime, outline, state.parameters);
  const predictor = await livePredictor(runtime, shape, options.threads, weights);
  const random = seededRandom(state.random);
  const pace = { tokens: 0, seconds: 0 };
  const secondsBefore = state.curve.at(-1)?.seconds ?? 0;
  while (state.epoch < options.epochs && !isStale(state, options.patience)) {
    const began = hooks.now();
    // A graph an epoch: its dropout draws then depend on the epoch alone, not on when the process began.
    const graph = trainingGraph(shape, { ...options, seed: options.seed + 1_000 * (state.epoch + 1) });
    const session = await runtime.open(graph.model, options.threads);
    const messages = data.messages(state.epoch, random.next);
    const batches = batchesOf(messages, options.batch, ({ tokens }) => tokens.length, random.next);
    const schedule = { steps: batches.length * options.epochs, warmUp: options.warmUp, floor: options.floor };
    let losses = 0;
    for (const [at, batch] of batches.entries()) {
      const { feeds, tokens } = messageFeeds(runtime, batch, shape);
      const targets = targetFeeds(runtime, batch, tokens, { labels: data.labels, ...options });
      const outputs = await session.run(only(graph.inputs, { ...feeds, ...targets, ...weights }));
      const gradients = gradientsOf(graph, outputs, feeds);
      clip(gradients, options.clip);
      const share = shareOfRate(state.step++, schedule);
      const rateOf = (name: string) => share * rateFor(name, options);
      optimizer.step(state.parameters, gradients, rateOf);
      losses += outputs.loss?.data[0] as number;
      pace.tokens += batch.length * tokens;
      const seconds = pace.seconds + (hooks.now() - began) / 1_000;
      hooks.onStep?.(progressOf(state, options, at + 1, batches.length, losses, pace.tokens / Math.max(seconds, 1e-3)));
    }
    await session.close();
    pace.seconds += (hooks.now() - began) / 1_000;
    state.epoch++;
    state.random = random.state();
    state.moments = optimizer.state();
    record(state, options, losses / batches.length, secondsBefore + pace.seconds, await scoreOf(data, predictor));
    await hooks.onEpoch?.(state);
  }
  const chosen = await choose(state, data, predictor, options);
  await predictor.close();
  return { ...chosen, curve: state.curve, tokensPerSecond: pace.tokens / Math.max(pace.seconds, 1e-3) };
}

function rateFor(name: string, { rate, tableRate, phrasingRate }: TrainingOptions): number {
  if (name === TABLE) return tableRate;
  return name === 'phrasing.table' ? phrasingRate : rate;
}

function freshState(graph: TrainingGraph, seed: number, start: Parameters | undefined): TrainingState {
  const random = seededRandom(seed);
  const parameters = initialise(graph.parameters, random.next);
  for (const [name, values] of start ?? [])
    if (parameters.get(name)?.length === values.length) parameters.set(name, values.slice());
  return {
    epoch: 0,
    step: 0,
    random: random.state(),
    parameters,
    moments: new Map(),
    average: new Map(),
    best: null,
    curve: [],
  };
}

function isStale({ epoch, best }: TrainingState, patience: number): boolean {
  return patience > 0 && best !== null && epoch - best.epoch >= patience;
}

/** The tensors share their memory with the parameters: what the optimizer changes, the next run sees. */
function asFeeds(runtime: Runtime, { parameters: shapes }: TrainingGraph, parameters: Parameters): Feeds {
  return Object.fromEntries(
    shapes.map(({ name, shape: size }) => [
      name,
      new runtime.Tensor('float32', parameters.get(name) as Float32Array, [...size]),
    ]),
  );
}

async function livePredictor(
  runtime: Runtime,
  shape: NetworkShape,
  threads: number,
  weights: Feeds,
): Promise<Predictor> {
  const used: string[] = [];
  const model = forwardGraph(shape, (graph, name, size) => {
    used.push(name);
    return graph.parameter(name, size);
  });
  return createPredictor(runtime, await runtime.open(model, threads), shape, only(used, weights));
}

function only(names: readonly string[], feeds: Feeds): Feeds {
  return Object.fromEntries(names.map((name) => [name, feeds[name] as Feeds[string]]));
}

function gradientsOf(graph: TrainingGraph, outputs: Outputs, feeds: Feeds): GradientsByName {
  const gradients: GradientsByName = new Map();
  const rows = new Map<string, { width: number; parts: { ids: Int32Array; values: Float32Array }[] }>();
  for (const { parameter, output, ids } of graph.gradients) {
    const tensor = outputs[output] as Outputs[string];
    const values = tensor.data as Float32Array;
    if (ids === null) gradients.set(parameter, { kind: 'dense', values });
    else {
      const kept = rows.get(parameter) ?? { width: tensor.dims.at(-1) ?? 1, parts: [] };
      kept.parts.push({ ids: feeds[ids]?.data as Int32Array, values });
      rows.set(parameter, kept);
    }
  }
  for (const [parameter, { width, parts }] of rows) gradients.set(parameter, gatherRows(parts, width));
  return gradients;
}

function progressOf(
  { epoch, curve }: TrainingState,
  { epochs }: TrainingOptions,
  step: number,
  steps: number,
  losses: number,
  tokensPerSecond: number,
): Progress {
  return { epoch, epochs, step, steps, loss: losses / step, tokensPerSecond, score: curve.at(-1)?.score ?? null };
}

async function scoreOf(data: TrainingData, predictor: Predictor): Promise<number | null> {
  return (await data.score?.(predictor)) ?? null;
}

function record(
  state: TrainingState,
  options: TrainingOptions,
  loss: number,
  seconds: number,
  score: number | null,
): void {
  state.curve.push({ epoch: state.epoch, loss, score, seconds });
  if (score !== null && (state.best === null || score > state.best.score))
    state.best = { epoch: state.epoch, score, parameters: copyOf(state.parameters) };
  const into = state.epoch - Math.max(0, options.epochs - options.averaged);
  if (into === 1) state.average = copyOf(state.parameters);
  else if (into > 1) averageIn(state.average, state.parameters, into);
}

/** The average of the last epochs where there is one and it is no worse than the best epoch; without scores, simply that. */
async function choose(
  state: TrainingState,
  data: TrainingData,
  predictor: Predictor,
  { averaged, epochs }: TrainingOptions,
): Promise<Pick<Trained, 'parameters' | 'chosen'>> {
  const { average, best, parameters } = state;
  if (averaged > 1 && state.epoch === epochs) {
    overwrite(parameters, average);
    const score = await scoreOf(data, predictor);
    if (score === null || best === null || score >= best.score) return { parameters: average, chosen: 'average' };
  }
  return best ? { parameters: best.parameters, chosen: 'best' } : { parameters, chosen: 'last' };
}
