import type { UnderstandingOptions } from '../options.ts';
import { MODEL_ABSENT } from '../own/readers.ts';
import { whyNot } from '../why-not.ts';
import { benchInference } from './inference.ts';
import { benchTraining } from './training.ts';
import { benchWhole } from './whole.ts';

export async function benchSpeed(options: UnderstandingOptions): Promise<void> {
  try {
    await benchInference(options);
    await benchWhole(options);
  } catch (error) {
    console.log(`\nInference: not run. ${whyNot(error, ...MODEL_ABSENT)}.`);
  }
  await benchTraining();
}
