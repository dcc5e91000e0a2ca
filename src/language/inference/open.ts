import { createInput, type InputOptions } from '../model/input.ts';
import type { Model } from '../model/model.ts';
import type { Runtime } from '../network/runtime.ts';
import { createPredictor, forwardGraph, type Predictor } from './predictor.ts';
import { createModelReader, type ReadMessages } from './reader.ts';

/** For a model in memory: its parameters are written into the graph as they are. */
export async function openModel(runtime: Runtime, model: Model, threads: number): Promise<Predictor> {
  const graph = forwardGraph(model.shape, (into, name, size) =>
    into.constant(model.parameters.get(name) ?? new Float32Array(), size, name),
  );
  return createPredictor(runtime, await runtime.open(graph, threads), model.shape);
}

export interface OpenReader {
  read: ReadMessages;
  /** The same model with hints that another finds. */
  withHints(findHints: InputOptions['findHints']): ReadMessages;
  /** Gives the engine's memory back. What is being read then is lost. */
  close(): Promise<void>;
}

/** For a model in memory. Its further features and its hints are those that it was trained with. */
export async function openModelReader(
  runtime: Runtime,
  model: Model,
  options: Pick<InputOptions, 'furtherFeatures' | 'findHints'> & { threads: number },
): Promise<OpenReader> {
  const { tokenizer, features, hintKinds, shape } = model;
  const { furtherFeatures } = options;
  const predictor = await openModel(runtime, model, options.threads);
  const withHints = (findHints: InputOptions['findHints']) => {
    const input = { tokenizer, longest: shape.longest, features, hintKinds, furtherFeatures, findHints };
    return createModelReader(model, createInput(input), predictor);
  };
  return { read: withHints(options.findHints), withHints, close: () => predictor.close() };
}
