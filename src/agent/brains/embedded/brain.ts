import { readProductNeed } from '../../../advice/read-need.ts';
import { factsOf } from '../../../core/fact.ts';
import type { PolicySource } from '../../../policy/policy.ts';
import { DEFAULT_POLICY } from '../../../policy/shipped.ts';
import type { Brain, BrainView, Proposal } from '../../brain.ts';
import { converse } from './converse.ts';
import { outcomeOf } from './flows/outcome.ts';
import { PHRASES } from './phrases/book.ts';
import type { BrainDeps, Reading } from './reading.ts';
import { read } from './reading.ts';
import { contained, type Part, perform, type Script } from './script.ts';
import { together } from './together.ts';

/** The brain that needs nothing: flows and a phrase book. It keeps no memory besides DialogueState, and the same view gives the same proposal. */
export function createEmbeddedBrain(
  deps: Partial<Omit<BrainDeps, 'policy'>> & { policies?: PolicySource } = {},
): Brain {
  const { policies, ...given } = deps;
  return {
    name: 'embedded',
    propose: async (view: BrainView): Promise<Proposal> => {
      const policy = (await policies?.current()) ?? DEFAULT_POLICY;
      const reading = read(view, { phrases: PHRASES, readProductNeed, ...given, policy });
      return perform(withEveryCard(reading, converse(reading)), view);
    },
  };
}

/** A card that was made in this turn is always shown, also when another brain asked for it before this one took over. */
function* withEveryCard(reading: Reading, script: Script<Part>): Script<Part> {
  const answer = yield* contained(script);
  const state = { misses: 0, ...answer.state };
  const hidden = reading.view.results.filter(({ facts }) =>
    factsOf(facts, 'quote').some(({ id }) => !answer.showing.includes(id)),
  );
  const last = hidden.at(-1);
  return last ? together([{ ...answer, state }, outcomeOf(reading, last, reading.flow)]) : { ...answer, state };
}
