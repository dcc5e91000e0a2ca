import { openModel } from '../../../src/language/inference/open.ts';
import type { EncodedMessage } from '../../../src/language/model/input.ts';
import { createInput } from '../../../src/language/model/input.ts';
import type { Model } from '../../../src/language/model/model.ts';
import { loadRuntime, loadWasm } from '../../../src/language/network/runtime.ts';
import { loadModel } from '../../../src/language/storage/model-folder.ts';
import { loadHeldOut } from '../../../src/language/training/from-corpus.ts';
import { conceptFeatures } from '../../../src/language/understanding/features.ts';
import { describeMachine, milliseconds, printTable } from '../../support.ts';
import type { UnderstandingOptions } from '../options.ts';
import { spreadOf } from './spread.ts';

const LENGTHS = [16, 32, 64];
const WARM_UP = 50;
const RUNS = 500;

/** The network alone: one message at a time, on one thread. */
export async function benchInference({ model: folder, corpus }: UnderstandingOptions): Promise<void> {
  const model = loadModel(folder);
  const texts = loadHeldOut(corpus).map(({ text }) => text);
  const rows: string[][] = [];
  for (const load of [loadRuntime, loadWasm]) {
    const runtime = await load();
    const predictor = await openModel(runtime, model, 1);
    for (const length of LENGTHS) {
      const messages = messagesOf(model, texts, length);
      const taken: number[] = [];
      for (let turn = -WARM_UP; turn < RUNS; turn++) {
        const message = messages[(turn + WARM_UP) % messages.length] as EncodedMessage;
        const started = performance.now();
        await predictor.predict([message]);
        if (turn >= 0) taken.push(performance.now() - started);
      }
      rows.push([runtime.name, String(length), ...spreadOf(taken).map(milliseconds)]);
    }
    await predictor.close();
  }
  const { width, layers } = model.shape;
  printTable(
    `Inference, the network alone, d=${width}, ${layers} layers, one message, one thread (${describeMachine()})`,
    ['engine', 'tokens', 'p50', 'p95', 'p99'],
    rows,
  );
}

/** Held-out lines run together until they fill so many tokens, cut there. */
function messagesOf({ tokenizer, features }: Model, texts: readonly string[], length: number): EncodedMessage[] {
  const input = { tokenizer, features, furtherFeatures: conceptFeatures };
  const encode = createInput({ ...input, longest: length });
  const messages: EncodedMessage[] = [];
  let text = '';
  for (const line of texts) {
    text += `${line} `;
    const message = encode(text);
    if (message.tokens.length < length) continue;
    messages.push(message);
    text = '';
  }
  return messages;
}
