import { softmaxOf } from '../inference/decode.ts';
import type { Prediction } from '../inference/predictor.ts';
import type { LabelledMessage } from './targets.ts';

/** The temperature under which the development part’s messages are least surprising, to 1%: golden-section search (Kiefer 1953). A message without an intent that the model knows says nothing; 1 where that is all of them. */
export function fitTemperature(
  predictions: readonly Pick<Prediction, 'intents'>[],
  held: readonly Pick<LabelledMessage, 'intents'>[],
): number {
  const judged = predictions.flatMap(({ intents }, at) => {
    const right = held[at]?.intents[0];
    return right === undefined ? [] : [{ intents, right }];
  });
  if (judged.length === 0) return 1;
  const surprise = (logTemperature: number) =>
    judged.reduce((total, { intents, right }) => {
      const probabilities = softmaxOf(intents, Math.exp(logTemperature));
      return total - Math.log((probabilities[right] ?? 0) + 1e-9);
    }, 0);
  let low = Math.log(0.2);
  let high = Math.log(5);
  const ratio = (Math.sqrt(5) - 1) / 2;
  while (high - low > 0.01) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (surprise(left) < surprise(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/** The logit from which on saying "heard" gives the best F1 on the development part’s messages; 0 where nobody uses the tone. */
export function fitThreshold(
  predictions: readonly Pick<Prediction, 'tones'>[],
  held: readonly Pick<LabelledMessage, 'tones'>[],
  tone: number,
): number {
  const judged = predictions
    .map(({ tones }, at) => ({ logit: tones[tone] ?? 0, isMeant: held[at]?.tones.includes(tone) ?? false }))
    .sort((a, b) => b.logit - a.logit);
  const meant = judged.filter(({ isMeant }) => isMeant).length;
  let best = { threshold: 0, f1: 0 };
  let right = 0;
  for (const [at, { logit, isMeant }] of judged.entries()) {
    right += isMeant ? 1 : 0;
    const f1 = (2 * right) / (at + 1 + meant);
    if (meant > 0 && f1 > best.f1) best = { threshold: (logit + (judged[at + 1]?.logit ?? logit - 1)) / 2, f1 };
  }
  return best.threshold;
}
