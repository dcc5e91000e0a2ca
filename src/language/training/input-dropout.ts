import type { LabelledMessage } from './targets.ts';

export interface InputDropout {
  tokenDropout: number;
  featureDropout: number;
  /** Share of hints left out, so that the model does not lean on lists that never hold everything. */
  hintDropout: number;
}

/** Some tokens hidden and some n-grams left out, so that no single one decides (word dropout: Iyyer et al. 2015). */
export function withDropout<Message extends LabelledMessage>(
  message: Message,
  { tokenDropout, featureDropout, hintDropout }: InputDropout,
  mask: number,
  random: () => number,
): Message {
  const tokens = message.tokens.map((token, at) => (at >= message.prefix && random() < tokenDropout ? mask : token));
  const hints = hintDropout === 0 ? message.hints : message.hints.filter(() => random() >= hintDropout);
  if (featureDropout === 0) return { ...message, tokens, hints };
  const kept = [...message.features.numbers.keys()].filter(() => random() >= featureDropout);
  return {
    ...message,
    tokens,
    hints,
    features: {
      numbers: Int32Array.from(kept, (at) => message.features.numbers[at] as number),
      // Scaled up, so that their sum is on average what it will be when none is left out.
      weights: Float32Array.from(kept, (at) => (message.features.weights[at] as number) / (1 - featureDropout)),
    },
  };
}
