import type { Brain } from '../../../agent/brain.ts';
import type { CommandResult } from '../../../core/command.ts';
import type { Asked } from './calls.ts';

/** A brain that proposes what the task's reference says, and nothing of its own. */
export interface ReferenceBrain extends Brain {
  next: Asked | null;
  /** What the gate answered to it. */
  last: CommandResult | null;
}

export function referenceBrain(): ReferenceBrain {
  return {
    name: 'reference',
    next: null,
    last: null,
    async propose({ results, state }) {
      const { next } = this;
      this.next = null;
      if (next) return { kind: 'commands', calls: [{ id: '', ...next }], state };
      this.last = results.at(-1) ?? null;
      return { kind: 'draft', draft: { text: 'Here is what I found.', choices: [], showing: null }, state };
    },
  };
}
