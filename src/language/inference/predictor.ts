import { BOUNDARIES } from '../model/boundaries.ts';
import type { Builder } from '../model/builder.ts';
import { messageFeeds } from '../model/feeds.ts';
import type { EncodedMessage } from '../model/input.ts';
import { declareInputs, type NetworkShape, understandingNetwork } from '../model/network.ts';
import { Graph, type Value } from '../network/graph.ts';
import type { Feeds, Outputs, Runtime, Session } from '../network/runtime.ts';

/** What the heads say of one message, before softmax. */
export interface Prediction {
  /** (I) */
  intents: Float32Array;
  /** (T − prefix) rows of (3). */
  boundaries: Float32Array[];
  /** (T − prefix) rows of (S). */
  names: Float32Array[];
  acts: Float32Array;
  tones: Float32Array;
  /** (E), length 1. */
  sentence: Float32Array;
}

export interface Predictor {
  predict(messages: readonly EncodedMessage[]): Promise<Prediction[]>;
  close(): Promise<void>;
}

const HEADS = ['intents', 'boundaries', 'names', 'acts', 'tones', 'sentence'] as const;

/** The forward pass alone. `parameter` says how a parameter enters: fed at each run, or written in as constants. */
export function forwardGraph(
  shape: NetworkShape,
  parameter: (graph: Graph, name: string, size: readonly number[]) => Value,
): Uint8Array {
  const graph = new Graph();
  const build: Builder = { graph, parameter: (name, size) => parameter(graph, name, size), dropout: (x) => x };
  const heads = understandingNetwork(build, declareInputs(graph, shape), shape);
  for (const name of HEADS) graph.output(name, heads[name]);
  return graph.toOnnx();
}

/** `fixed`: parameters that are fed with every run. */
export function createPredictor(runtime: Runtime, session: Session, shape: NetworkShape, fixed: Feeds = {}): Predictor {
  return {
    async predict(messages) {
      if (messages.length === 0) return [];
      const { feeds, tokens } = messageFeeds(runtime, messages, shape);
      return predictionsOf(await session.run({ ...feeds, ...fixed }), messages, tokens, shape);
    },
    close: () => session.close(),
  };
}

function predictionsOf(
  outputs: Outputs,
  messages: readonly EncodedMessage[],
  T: number,
  shape: NetworkShape,
): Prediction[] {
  const data = (name: string) => outputs[name]?.data as Float32Array;
  const row = (name: string, at: number, width: number) => data(name).slice(at * width, (at + 1) * width);
  return messages.map(({ prefix, spans }, at) => ({
    intents: row('intents', at, shape.intents),
    boundaries: spans.map((_, token) => row('boundaries', at * T + prefix + token, BOUNDARIES)),
    names: spans.map((_, token) => row('names', at * T + prefix + token, shape.slots)),
    acts: row('acts', at, shape.acts),
    tones: row('tones', at, shape.tones),
    sentence: row('sentence', at, shape.sentence),
  }));
}

const AT_ONCE = 64;

/** In the order of the messages; those of like length are read together. */
export async function predictAll(predictor: Predictor, messages: readonly EncodedMessage[]): Promise<Prediction[]> {
  const order = [...messages.keys()].sort(
    (a, b) => (messages[a]?.tokens.length ?? 0) - (messages[b]?.tokens.length ?? 0),
  );
  const found: Prediction[] = [];
  for (let from = 0; from < order.length; from += AT_ONCE) {
    const places = order.slice(from, from + AT_ONCE);
    const predictions = await predictor.predict(places.map((at) => messages[at] as EncodedMessage));
    for (const [rank, at] of places.entries()) found[at] = predictions[rank] as Prediction;
  }
  return found;
}
