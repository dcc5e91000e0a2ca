import { z } from 'zod';
import type { ReadCommand } from './command.ts';

/** Asks for a person. The turn hands the conversation over when it is committed. */
export const handOff: ReadCommand<{ reason: string }> = {
  name: 'hand_off',
  effect: 'read',
  description: {
    zh: '转人工：顾客要求，或者这里办不了的事。',
    en: 'Fetch a person: when the customer asks for one, or when it cannot be settled here.',
  },
  // Nothing about the reason may stand in the way of a person.
  input: z.strictObject({ reason: z.string().trim().default('') }),
  async run({ reason }) {
    const told = reason.slice(0, 500) || 'customer-asked';
    return { facts: [{ kind: 'hand-off', value: { reason: told }, source: { kind: 'gate', ref: 'hand_off' } }] };
  },
};
