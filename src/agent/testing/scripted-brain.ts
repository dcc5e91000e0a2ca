import { AppError } from '../../core/errors.ts';
import type { Brain, BrainView, Proposal } from '../brain.ts';

export type Step = (view: BrainView) => Proposal | Error;

export const say =
  (text: string): Step =>
  ({ state }) => ({ kind: 'draft', draft: { text, choices: [], showing: null }, state });

export const ask =
  (name: string, ...inputs: unknown[]): Step =>
  ({ state }) => ({ kind: 'commands', calls: inputs.map((input) => ({ id: '', name, input })), state });

export const fail =
  (message: string): Step =>
  () =>
    new AppError('brain.unavailable', { detail: message });

/** A brain that does what the script says, a step a round, and remembers what it was shown. Beyond the script it says 「完」. */
export function scriptedBrain(name: string, steps: Step[] = []): Brain & { seen: BrainView[]; steps: Step[] } {
  const seen: BrainView[] = [];
  return {
    name,
    seen,
    steps,
    async propose(view) {
      seen.push({ ...view, results: [...view.results] });
      const next = (steps.shift() ?? say('完'))(view);
      if (next instanceof Error) throw next;
      return next;
    },
  };
}
