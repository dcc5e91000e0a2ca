import type { IntentScore } from '../../core/understanding.ts';
import type { Span } from '../evaluation/rows.ts';
import type { EncodeMessage, MessageContext } from '../model/input.ts';
import type { Model } from '../model/model.ts';
import type { NormalisedText } from '../normalise.ts';
import { decodeSlots, largest, sigmoidOf, softmaxOf, toWholeWords } from './decode.ts';
import type { Prediction, Predictor } from './predictor.ts';

/** What the network makes of a message. */
export interface ModelReading {
  /** Likeliest first. */
  intents: IntentScore[];
  slots: Span[];
  act: string | null;
  /** Those heard. */
  tones: string[];
  /** Length 1: messages that mean alike point alike. */
  sentence: Float32Array;
}

export type ReadMessages = (
  messages: readonly { text: string | NormalisedText; context?: MessageContext }[],
) => Promise<ModelReading[]>;

export function createModelReader(
  model: Pick<Model, 'labels' | 'intents' | 'temperature' | 'toneThresholds'>,
  encode: EncodeMessage,
  predictor: Predictor,
): ReadMessages {
  return async (messages) => {
    const encoded = messages.map(({ text, context }) => encode(text, context));
    const predictions = await predictor.predict(encoded);
    return predictions.map((prediction, at) => {
      const reading = readingOf(model, prediction, encoded[at]?.spans ?? []);
      return { ...reading, slots: toWholeWords(reading.slots, original(messages[at]?.text)) };
    });
  };
}

function original(text: string | NormalisedText = ''): string {
  return typeof text === 'string' ? text : text.original;
}

export function readingOf(
  {
    labels,
    intents,
    temperature,
    toneThresholds,
  }: Pick<Model, 'labels' | 'intents' | 'temperature' | 'toneThresholds'>,
  prediction: Prediction,
  spans: readonly { start: number; end: number }[],
): ModelReading {
  const probabilities = intents === 'one' ? softmaxOf(prediction.intents, temperature) : sigmoidOf(prediction.intents);
  return {
    intents: labels.intents
      .map((name, at) => ({ name, probability: probabilities[at] ?? 0 }))
      .sort((a, b) => b.probability - a.probability),
    slots: decodeSlots(prediction, spans, labels.slots),
    act: labels.acts[largest(prediction.acts)] ?? null,
    tones: labels.tones.filter((_, at) => (prediction.tones[at] ?? 0) > (toneThresholds[at] ?? 0)),
    sentence: prediction.sentence,
  };
}
